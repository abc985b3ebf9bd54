// SPDX-License-Identifier: EUPL-1.2
#include "cli/guided_meeting.hpp"
#include "cli/program.hpp"
#include "cli/tree.hpp"
#include "core/desk/answers.hpp"
#include "core/desk/command_text.hpp"

#include <algorithm>

/// What a guided meeting shows when it is asked to: pages, and any command of casus.
namespace casus::cli {
namespace {

using Tone = Screen::Tone;

/// More than this is a page of its own.
constexpr std::size_t kShortAnswer = 4;

std::vector<std::string> kept_lines(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find('\n', at), text.size());
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  while (!lines.empty() && lines.back().empty()) lines.pop_back();
  return lines;
}

/// Whether the verb at this path is about one case.
bool is_about_a_case(const std::string& path) {
  const auto* entry = entry_of(path);
  if (entry == nullptr) return false;
  const auto verb = entry->fresh();
  Slots slots;
  verb->shape(slots);
  return !slots.all().empty() && slots.all().front().kind == Slot::Kind::word && slots.all().front().name == "CASE";
}

void replace_every(std::string& text, std::string_view what, std::string_view by) {
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
    text.replace(at, what.size(), by);
}

}  // namespace

/// Lines to type elsewhere, as they are typed here.
std::string GuidedMeeting::here_typed(std::string text) const {
  const auto word = [&](std::string_view elsewhere, Words here) {
    replace_every(text, elsewhere, here.in(context_.lang()));
  };
  word("casus meeting take", {"neem", "take"});
  word("casus meeting done", {"klaar", "done"});
  word("casus meeting park", {"parkeer", "park"});
  word("casus meeting chair", {"voorzitter", "chair"});
  word("casus meeting arrive", {"erbij", "arrive"});
  word("casus meeting leave", {"weg", "leave"});
  word("casus meeting finish", {"einde", "end"});
  word("casus meeting show", {"agenda", "agenda"});
  replace_every(text, "casus meeting ", "/meeting ");
  if (!shown_.table) return text;
  const auto& id = shown_.table->case_id;
  word("casus case next " + id + " --because \"...\"", {"verder omdat REDEN", "next because REASON"});
  word("casus case next " + id, {"verder", "next"});
  word("casus case back " + id, {"terug", "back"});
  word("casus case why " + id, {"waarom", "why"});
  // Options are for lines that are typed elsewhere: "wie het nakijkt (--checks)".
  for (auto at = text.find(" (--"); at != std::string::npos; at = text.find(" (--", at)) {
    const auto end = text.find(')', at);
    if (end == std::string::npos) break;
    text.erase(at, end + 1 - at);
  }
  for (const auto* noun : {"case", "plan", "network"}) {
    const auto lead = fmt::format("casus {} ", noun);
    for (auto at = text.find(lead); at != std::string::npos; at = text.find(lead, at + 1)) {
      const auto own = text.find(' ' + id, at);
      const auto other = text.find("casus ", at + 1);
      if (own != std::string::npos && own < other) text.erase(own, id.size() + 1);
      text.replace(at, 6, "/");
    }
  }
  return text;
}

std::string GuidedMeeting::as_line(const Command& command) const {
  const auto lang = context_.lang();
  if (const auto* say = std::get_if<Say>(&command.body)) {
    std::string kind = say->kind;
    for (const auto& one : shown_.table->kinds)
      if (one.key == say->kind) kind = one.name;
    if (say->answer && *say->answer != Answer::none) kind += ' ' + std::string(label(*say->answer, lang));
    return fmt::format("{} {}{}: {}", command.by, kind, say->re.empty() ? "" : " " + say->re, say->text);
  }
  if (const auto* next = std::get_if<NextStep>(&command.body))
    return next->because.empty() ? said(lang, {"verder", "next"})
                                 : said(lang, {"verder omdat {}", "next because {}"}, next->because);
  if (std::holds_alternative<Pass>(command.body)) return said(lang, {"pas {}", "pass {}"}, command.by);
  return here_typed(typed(command, lang));
}

void GuidedMeeting::take(const LookAt& look) {
  shown_.messages.clear();
  const auto lang = context_.lang();
  if (look.what == Ask::help) {
    auto lines = meeting_help(look.about, lang);
    if (lines.size() == 1) say(std::move(lines.front()));
    else open_page(context_.say({"Wat je hier kunt typen", "What you can type here"}), std::move(lines));
    return;
  }
  if (look.what == Ask::agenda) {
    if (shown_.room) open_page(context_.say({"Agenda", "Agenda"}), agenda_lines(*shown_.room, lang));
    else say(context_.say({"dit is één casus, zonder agenda", "this is one case, without an agenda"}));
    return;
  }
  if (!shown_.table) {
    say(context_.say({"er ligt geen casus op tafel; typ: neem", "there is no case on the table; type: take"}),
        Tone::warning);
    return;
  }
  const auto& table = *shown_.table;
  switch (look.what) {
    case Ask::why: look_why(); break;
    case Ask::suggest: inside({"case", "suggest", table.case_id}, context_.say({"Tip", "Suggestions"})); break;
    case Ask::plan: inside({"plan", "show", table.case_id}, context_.say({"Plan", "Plan"})); break;
    case Ask::network: inside({"network", "show", table.case_id}, context_.say({"Netwerk", "Network"})); break;
    case Ask::said:
      open_page(context_.say({"Gezegd in deze ronde", "Said in this round"}), said_lines(table, lang));
      break;
    case Ask::people: open_page(context_.say({"Aan tafel", "At the table"}), people_lines(table, lang)); break;
    default: open_page(context_.say({"Deze stap", "This step"}), step_lines(table, lang)); break;
  }
}

void GuidedMeeting::look_why() {
  const auto found = context_.service().explain(shown_.table->case_id, acting(), context_.now(), context_.lang());
  const auto lang = context_.lang();
  std::vector<std::string> lines{found.standing.in(lang)};
  if (!found.missing.empty()) {
    lines.push_back(context_.say({"Er mist nog:", "Still missing:"}));
    for (auto& line : kept_lines(missing_lines(found.missing, context_.plain_voice())))
      lines.push_back(std::move(line));
  }
  const auto list = [&](Words heading, const std::vector<Command>& commands) {
    if (commands.empty()) return;
    lines.push_back(context_.say(heading));
    for (const auto& command : commands) lines.push_back("  " + as_line(command));
  };
  list({"Zo kom je verder (pas de teksten aan):", "The way on (replace the texts):"}, found.way);
  list({"Of ga verder met een reden:", "Or go on with a reason:"}, found.with_reason);
  if (found.stuck) lines.push_back(context_.say({"Hier is nu geen weg verder.", "There is no way on from here now."}));
  open_page(context_.say({"Waarom", "Why"}), std::move(lines));
}

void GuidedMeeting::inside(std::vector<std::string> arguments, const std::string& title) {
  Globals globals;
  globals.lang = context_.lang();
  globals.store = context_.store_path();
  globals.as = acting();
  const auto answer = run_inside(arguments, globals);
  auto lines = kept_lines(here_typed(answer.said));
  if (lines.size() > kShortAnswer) {
    open_page(title, std::move(lines));
    return;
  }
  for (auto& line : lines) say(std::move(line), answer.code == kDone ? Tone::good : Tone::warning);
}

void GuidedMeeting::take(TypedCommand typed, const std::string& line) {
  auto& words = typed.arguments;
  const auto walk = walk_of(words);
  if (shown_.table && is_about_a_case(walk.path) &&
      (walk.words.empty() || !context_.service().exists(walk.words.front()))) {
    const auto names = static_cast<std::ptrdiff_t>(std::ranges::count(walk.path, ' ') + 1);
    words.insert(words.begin() + names, shown_.table->case_id);
  }
  const auto before = shown_.told;
  inside(words, "casus " + walk.path);
  if (shown_.told == before) say(context_.say({"gedaan", "done"}), Tone::good);
  if (!shown_.messages.empty() && shown_.messages.front().tone == Tone::warning) line_back_ = line;
}

}  // namespace casus::cli
