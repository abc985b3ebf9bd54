// SPDX-License-Identifier: EUPL-1.2
#include "core/plugin/apart/serve.hpp"

#include "core/base/fault.hpp"
#include "core/plugin/apart/confine.hpp"
#include "core/plugin/apart/remote_view.hpp"
#include "core/plugin/guard.hpp"
#include "core/plugin/opened.hpp"

#include <clocale>
#include <cstring>
#include <ctime>

namespace casus::plugin {
namespace {

method::Draft read_draft(Reading& in) {
  method::Draft draft;
  for (auto* part : {&draft.by, &draft.kind, &draft.text, &draft.to, &draft.re}) *part = in.text();
  return draft;
}

method::Findings ask(const method::Rules& rules, Function function, const method::View& view,
                     const method::Draft& draft) {
  switch (function) {
    case Function::review: return rules.review(view, draft);
    case Function::assess: return rules.assess(view);
    case Function::suggest: return rules.suggest(view);
    case Function::fidelity: return rules.fidelity(view);
  }
  return {};
}

void answer(int socket, const Opened& library, RemoteView& view, const std::string& body) {
  Reading in(body);
  const auto function = static_cast<Function>(in.byte());
  const auto method = in.text();
  const auto draft = read_draft(in);
  view.take(in);
  method::Findings findings;
  std::optional<std::string> wrong;
  try {
    const auto& rules = library.rules(method);
    if (const auto text = thrown_by([&] { findings = ask(rules, function, view, draft); })) wrong = *text;
  } catch (const Fault& fault) {
    write_packet(socket, Word::refused, fault.what());
    return;
  }
  if (wrong) {
    write_packet(socket, Word::threw, *wrong);
    return;
  }
  Writing out;
  write(out, findings);
  write_packet(socket, Word::answer, out.bytes());
}

int serve(int socket, const std::string& library_path, const char* plugin) {
  Shut shut = Shut::bounds;
  std::optional<Opened> library;
  try {
    library.emplace(library_path, plugin, [&] { shut = shut_in(socket, kHelperLifeline, library_path); });
  } catch (const Fault& fault) {
    write_packet(socket, Word::refused, fault.what());
    return 0;
  }
  loaded();
  write_packet(socket, Word::ready, std::string(1, static_cast<char>(shut)));
  RemoteView view(socket);
  Word word{};
  std::string body;
  while (read_packet(socket, word, body, kMostToHelper) && word == Word::question) answer(socket, *library, view, body);
  ::_exit(0);  // nothing of the plugin runs at the end
}

}  // namespace

std::optional<int> serve_plugin(int count, char** arguments) {
  if (count != 5 || std::strcmp(arguments[1], kHelperMode) != 0) return std::nullopt;
  bound(kHelperSocket, kHelperLifeline);
  std::setlocale(LC_ALL, arguments[4]);
  ::tzset();
  return serve(kHelperSocket, arguments[2], arguments[3]);
}

}  // namespace casus::plugin
