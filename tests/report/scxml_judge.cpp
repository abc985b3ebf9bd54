// SPDX-License-Identifier: EUPL-1.2
// Runs a chart in Qt's SCXML interpreter: `scxml_judge CHART` reads one event a line and writes, before the first and
// after each, the names of the active states without children, in alphabetical order. An empty line begins anew.
#include <QBuffer>
#include <QCoreApplication>
#include <QFile>
#include <QtScxml/QScxmlStateMachine>

#include <iostream>
#include <memory>
#include <string>

namespace {

void settle() {
  for (int i = 0; i < 4; ++i) QCoreApplication::processEvents(QEventLoop::AllEvents);
}

void tell(const QScxmlStateMachine& machine) {
  auto names = machine.activeStateNames(true);
  names.sort();
  std::cout << names.join(' ').toStdString() << '\n';
}

/// The chart at its start, which is told; nothing when it is no chart.
std::unique_ptr<QScxmlStateMachine> begun(QByteArray chart) {
  QBuffer bytes(&chart);
  bytes.open(QIODevice::ReadOnly);
  std::unique_ptr<QScxmlStateMachine> machine(QScxmlStateMachine::fromData(&bytes));
  for (const auto& error : machine->parseErrors()) std::cerr << error.toString().toStdString() << '\n';
  if (!machine->parseErrors().isEmpty() || !machine->init()) return nullptr;
  machine->start();
  settle();
  tell(*machine);
  return machine;
}

}  // namespace

int main(int count, char** words) {
  QCoreApplication app(count, words);
  if (count < 2) return 2;
  QFile file(QString::fromLocal8Bit(words[1]));
  if (!file.open(QIODevice::ReadOnly)) return 2;
  const auto chart = file.readAll();
  auto machine = begun(chart);
  for (std::string line; machine && std::getline(std::cin, line);) {
    if (line.empty()) {
      machine = begun(chart);
      continue;
    }
    machine->submitEvent(QString::fromStdString(line));
    settle();
    tell(*machine);
  }
  return machine ? 0 : 1;
}
