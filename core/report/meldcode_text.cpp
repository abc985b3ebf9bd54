// SPDX-License-Identifier: EUPL-1.2
#include "core/report/meldcode_text.hpp"

#include "core/text/label.hpp"
#include "core/text/voice.hpp"

#include <vector>

namespace casus::report {

using text::msg;

namespace {

text::Message answer(bool yes) { return yes ? msg("text.yes") : msg("text.no"); }

std::vector<text::Message> answers(const MeldcodeFields& it) {
  std::vector<text::Message> all;
  if (it.suspicion) all.push_back(msg("meldcode.suspicion", "answer"_is = answer(*it.suspicion)));
  if (it.unsafe) all.push_back(msg("meldcode.unsafe", "answer"_is = answer(*it.unsafe)));
  if (it.help_works) all.push_back(msg("meldcode.help_works", "answer"_is = answer(*it.help_works)));
  if (it.help_taken) all.push_back(msg("meldcode.help_taken", "answer"_is = answer(*it.help_taken)));
  if (it.safe_in_time) all.push_back(msg("meldcode.safe_in_time", "answer"_is = answer(*it.safe_in_time)));
  return all;
}

}  // namespace

std::string beside_step(const MeldcodeFields& taken, const text::Voice& voice) {
  std::vector<text::Message> parts;
  if (taken.not_held != NotHeld::held)
    parts.push_back(msg("meldcode.talk_not_held", "ground"_is = text::label(taken.not_held)));
  if (!taken.consulted.empty()) {
    std::vector<text::Message> who;
    for (const auto one : taken.consulted) who.emplace_back(text::label(one));
    parts.push_back(msg("meldcode.consulted", "who"_is = text::all_of(std::move(who))));
  }
  if (taken.children) parts.push_back(*taken.children ? msg("meldcode.children") : msg("meldcode.no_children"));
  if (auto weighed = answers(taken); !weighed.empty())
    parts.push_back(msg("meldcode.weighed", "answers"_is = std::move(weighed)));
  std::string out;
  for (const auto& part : parts) out += (out.empty() ? "" : "; ") + part.in(voice);
  return out;
}

std::string meldcode_line(const MeldcodeNote& note, const Naming& names) {
  const auto& voice = names.voice();
  const auto& taken = note.taken;
  const auto on = day(taken.on.value_or(date_of(note.at)), voice);
  const auto who = names.person(taken.who.empty() ? note.by : taken.who);
  // That the step was taken stays when its words are destroyed.
  auto line = taken.text.empty() ? text::say(voice, "meldcode.step_without_words", "step"_is = taken.step, "on"_is = on,
                                             "who"_is = who)
                                 : text::say(voice, "dossier_people.reporting_code_step", "step"_is = taken.step,
                                             "on"_is = on, "who"_is = who, "words"_is = taken.text);
  if (taken.report_needed)
    line += text::say(voice, "dossier_people.reporting_needed",
                      "report_needed"_is = capital(text::say(voice, answer(*taken.report_needed))));
  if (taken.help_possible)
    line += text::say(voice, "dossier_people.help_also_possible",
                      "help_possible"_is = capital(text::say(voice, answer(*taken.help_possible))));
  if (const auto beside = beside_step(taken, voice); !beside.empty()) line += ". " + capital(beside);
  return line;
}

std::vector<std::string> meldcode_now(const Case& state, const Naming& names) {
  std::vector<std::string> lines;
  if (state.stage.safety == Safety::clear) return lines;
  std::int64_t since = -1;
  for (const auto& note : state.safety_notes)
    if (note.level == Safety::clear) since = note.event;
  for (const auto& note : state.meldcode)
    if (note.event > since) lines.push_back(meldcode_line(note, names));
  return lines;
}

}  // namespace casus::report
