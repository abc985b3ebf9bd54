// SPDX-License-Identifier: EUPL-1.2
// Runs a chart in Qt's SCXML interpreter: `scxml_judge CHART` reads one event a line and writes, before the first and
// after each, the names of the active states without children, in alphabetical order.
#include <QCoreApplication>
#include <QFile>
#include <QtScxml/QScxmlStateMachine>

#include <iostream>
#include <string>

namespace {

void settle() {
  for (int i = 0; i < 4; ++i) QCoreApplication::processEvents(QEventLoop::AllEvents);
}

void tell(const QScxmlStateMachine& machine) {
  auto names = machine.activeStateNames(true);
  names.sort();
  std::cout << names.join(' ').toStdString() << std::endl;
}

}  // namespace

int main(int count, char** words) {
  QCoreApplication app(count, words);
  if (count < 2) return 2;
  QFile file(QString::fromLocal8Bit(words[1]));
  if (!file.open(QIODevice::ReadOnly)) return 2;
  QScxmlStateMachine* const machine = QScxmlStateMachine::fromData(&file, file.fileName());
  for (const auto& error : machine->parseErrors()) std::cerr << error.toString().toStdString() << '\n';
  if (!machine->parseErrors().isEmpty()) return 1;
  if (!machine->init()) return 1;
  machine->start();
  settle();
  tell(*machine);
  for (std::string line; std::getline(std::cin, line);) {
    machine->submitEvent(QString::fromStdString(line));
    settle();
    tell(*machine);
  }
  return 0;
}
