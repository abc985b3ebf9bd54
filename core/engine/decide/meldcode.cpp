// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/decide/meldcode.hpp"

#include <algorithm>

namespace casus::engine {

namespace {

using text::Argument;
using text::Value;

/// The step as it was typed, with a gap for what is still open: a way on that keeps every answer that was given.
Value again(const Deciding& d, const TakeMeldcodeStep& command, std::vector<Argument> open) {
  text::Way line{
      "case safety step",
      {"case"_is = d.c.id, "step"_is = command.step, "text"_is = blank(command.text) ? gap() : Value(command.text)}};
  if (!command.who.empty()) line.fields.push_back("who"_is = command.who);
  if (command.on) line.fields.push_back("on"_is = to_string(*command.on));
  const auto add = [&](std::string_view name, const std::optional<bool>& answer) {
    const auto is_open = std::ranges::find(open, name, &Argument::name) != open.end();
    if (answer && !is_open) line.fields.push_back({name, Value(*answer ? msg("text.yes") : msg("text.no"))});
  };
  add("children", command.children);
  add("suspicion", command.suspicion);
  add("unsafe", command.unsafe);
  add("help-works", command.help_works);
  add("help-taken", command.help_taken);
  add("safe-in-time", command.safe_in_time);
  add("report-needed", command.report_needed);
  add("help-possible", command.help_possible);
  line.fields.insert(line.fields.end(), open.begin(), open.end());
  return line;
}

/// Whom one can consult.
std::vector<Message> whom() {
  std::vector<Message> all;
  for (const auto& one : names_of(Consulted{})) all.push_back(text::label(one.value));
  return all;
}

Value yes_or_no() { return gap("gap.yes_no"); }

/// Steps of this concern, not of one that is over.
const MeldcodeStepTaken* last_step(const Deciding& d, auto holds) {
  std::int64_t since = -1;
  for (const auto& note : d.c.safety_notes)
    if (note.level == Safety::clear) since = note.event;
  const auto& all = d.c.meldcode;
  const auto found = std::find_if(all.rbegin(), all.rend(),
                                  [&](const MeldcodeNote& note) { return note.event > since && holds(note.taken); });
  return found == all.rend() ? nullptr : &found->taken;
}

struct Question {
  Message words;
  Argument answer;
};

/// The first of the five questions that has no answer yet; nothing when the weighing is whole. Without a suspicion it
/// ends there; unsafety leads to reporting at once, and a "no" after it too: the rest is then weighed with Veilig
/// Thuis.
std::optional<Question> open_question(const TakeMeldcodeStep& it) {
  if (!it.suspicion) return Question{msg("safety.ask_suspicion"), "suspicion"_is = yes_or_no()};
  if (!*it.suspicion) return std::nullopt;
  if (!it.unsafe) return Question{msg("safety.ask_unsafe"), "unsafe"_is = yes_or_no()};
  if (*it.unsafe) return std::nullopt;
  if (!it.help_works) return Question{msg("safety.ask_help_works"), "help-works"_is = yes_or_no()};
  if (!*it.help_works) return std::nullopt;
  if (!it.help_taken) return Question{msg("safety.ask_help_taken"), "help-taken"_is = yes_or_no()};
  if (!*it.help_taken) return std::nullopt;
  if (!it.safe_in_time) return Question{msg("safety.ask_safe_in_time"), "safe-in-time"_is = yes_or_no()};
  return std::nullopt;
}

std::optional<Refusal> weighing_lacks(const Deciding& d, const TakeMeldcodeStep& command) {
  const bool looked = command.children || last_step(d, [](const auto& it) { return it.children.has_value(); });
  if (!looked)
    return no("ChildrenNotLookedFor", "R14", msg("safety.children_not_looked_for"),
              msg("safety.children_not_looked_for_do", "step"_is = again(d, command, {"children"_is = yes_or_no()})));
  if (auto question = open_question(command))
    return no("Weighing", "R14", msg("safety.weighing", "question"_is = std::move(question->words)),
              msg("safety.weighing_do", "step"_is = again(d, command, {std::move(question->answer)})));
  return std::nullopt;
}

/// The norm asks for a report after this weighing; nothing when help alone may do.
std::optional<Message> why_report(const MeldcodeStepTaken* weighed) {
  if (weighed == nullptr || weighed->suspicion != true) return std::nullopt;
  if (weighed->unsafe == true) return msg("safety.norm_unsafe");
  if (weighed->help_works == false) return msg("safety.norm_no_help");
  if (weighed->help_taken == false) return msg("safety.norm_not_taken");
  if (weighed->safe_in_time == false) return msg("safety.norm_not_in_time");
  return std::nullopt;
}

std::optional<Refusal> decision_lacks(const Deciding& d, const TakeMeldcodeStep& command) {
  if (!command.report_needed || !command.help_possible) {
    std::vector<Argument> open;
    if (!command.report_needed) open.push_back("report-needed"_is = yes_or_no());
    if (!command.help_possible) open.push_back("help-possible"_is = yes_or_no());
    return no("TwoDecisions", "R14", msg("safety.two_decisions"),
              msg("safety.two_decisions_do", "step"_is = again(d, command, std::move(open))));
  }
  if (*command.report_needed) return std::nullopt;
  auto norm = why_report(last_step(d, [](const auto& it) { return it.step == 4; }));
  if (!norm) return std::nullopt;
  auto other = command;
  other.text.clear();  // what was refused says the opposite
  return no(
      "NormToReport", "R14", msg("safety.norm_to_report", "norm"_is = std::move(*norm)),
      msg("safety.norm_to_report_do", "step"_is = again(d, other, {"report-needed"_is = Value(msg("text.yes"))})));
}

}  // namespace

std::optional<Refusal> meldcode_lacks(const Deciding& d, const TakeMeldcodeStep& command) {
  if (command.step != 2 && !command.consulted.empty())
    return no("OnlyStepTwo", "R14", msg("safety.only_step_two"), msg("safety.only_step_two_do"));
  if (command.step != 3 && command.not_held != NotHeld::held)
    return no("OnlyTheTalk", "R14", msg("safety.only_the_talk"), msg("safety.only_the_talk_do"));
  if (command.step == 2 && command.consulted.empty())
    return no("ConsultedWhom", "R14", msg("safety.consulted_whom"),
              msg("safety.consulted_whom_do", "who"_is = whom(),
                  "step"_is = again(d, command, {"consulted"_is = gap("gap.consulted")})));
  if (command.step == 4) return weighing_lacks(d, command);
  if (command.step == kMeldcodeSteps) return decision_lacks(d, command);
  return std::nullopt;
}

}  // namespace casus::engine
