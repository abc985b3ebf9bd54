// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/words/line_reader.hpp"

#include <array>
#include <utility>

/// "meldcode 2 met collega en veilig thuis: ...", "meldcode 3 niet gevaar: ...", "meldcode 4 kinderen ja, onveilig nee:
/// ...": a step of the meldcode as people type it at the table.
namespace casus::desk {

using text::msg;

namespace {

/// Whether the typed words are in a list of the catalogue, "melden, melding".
bool is_in(std::string_view typed, const text::Message& list, const text::Voice& voice) {
  const auto all = list.in(voice);
  for (std::size_t from = 0; from <= all.size();) {
    const auto end = std::min(all.find(',', from), all.size());
    if (typed == trimmed(std::string_view(all).substr(from, end - from))) return true;
    from = end + 1;
  }
  return false;
}

/// The parts of a head, apart by commas and "en".
std::vector<std::string> parts_of(const std::vector<std::string>& words, std::size_t from, const std::string& and_word,
                                  const text::Voice& voice) {
  std::vector<std::string> parts(1);
  for (std::size_t i = from; i < words.size(); ++i) {
    auto word = folded(words[i]);
    const bool ends = word.ends_with(',');
    if (ends) word.pop_back();
    if (word == and_word) parts.emplace_back();
    else parts.back() += (parts.back().empty() ? "" : " ") + word;
    if (ends) parts.emplace_back();
  }
  std::erase(parts, std::string());
  // "niet, gevaar" is one part.
  for (std::size_t i = 0; i + 1 < parts.size(); ++i)
    if (is_in(parts[i], msg("line.meldcode_not"), voice)) {
      parts[i] += ' ' + parts[i + 1];
      parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    }
  return parts;
}

/// Takes the word in front when it is in the list.
bool takes(std::string& part, const text::Message& list, const text::Voice& voice) {
  const auto space = part.find(' ');
  if (!is_in(part.substr(0, space), list, voice)) return false;
  part.erase(0, space == std::string::npos ? part.size() : space + 1);
  return true;
}

bool takes_ground(std::string part, NotHeld& out, const text::Voice& voice) {
  if (!takes(part, msg("line.meldcode_not"), voice)) return false;
  if (is_in(part, msg("line.meldcode_danger"), voice)) out = NotHeld::danger;
  else if (is_in(part, msg("line.meldcode_contact"), voice)) out = NotHeld::losing_contact;
  else if (const auto ground = word_of<NotHeld>(part); ground && *ground != NotHeld::held) out = *ground;
  else return false;
  return true;
}

bool takes_consulted(std::string part, std::vector<Consulted>& out, const text::Voice& voice) {
  (void)takes(part, msg("line.meldcode_with"), voice);
  const auto who = word_of<Consulted>(part);
  if (who) out.push_back(*who);
  return who.has_value();
}

bool takes_answer(const std::string& part, TakeMeldcodeStep& step, const Spelling& how) {
  const auto space = part.rfind(' ');
  bool yes = false;
  if (space == std::string::npos || !read_typed(part.substr(space + 1), yes, how).empty()) return false;
  const auto name = part.substr(0, space);
  const bool decides = step.step == kMeldcodeSteps;
  const std::array<std::pair<text::Message, std::optional<bool>*>, 7> known{{
      {msg("line.meldcode_children"), &step.children},
      {msg("line.meldcode_suspicion"), &step.suspicion},
      {msg("line.meldcode_unsafe"), &step.unsafe},
      {msg("line.meldcode_help"), decides ? &step.help_possible : &step.help_works},
      {msg("line.meldcode_taken"), &step.help_taken},
      {msg("line.meldcode_in_time"), &step.safe_in_time},
      {msg("line.meldcode_report"), &step.report_needed},
  }};
  for (const auto& [list, field] : known)
    if (is_in(name, list, how.voice)) {
      *field = yes;
      return true;
    }
  return false;
}

}  // namespace

/// "met daan": a colleague by name, which goes with what happened.
bool LineReader::takes_colleague(std::string part, TakeMeldcodeStep& step) const {
  if (step.step != 2) return false;
  (void)takes(part, msg("line.meldcode_with"), how_.voice);
  const auto name = called(part, people_);
  if (name.empty()) return false;
  if (std::ranges::find(step.consulted, Consulted::colleague) == step.consulted.end())
    step.consulted.push_back(Consulted::colleague);
  step.text = say(msg("line.meldcode_with_whom", "who"_is = name, "text"_is = step.text));
  return true;
}

Meant LineReader::meldcode(const MeetingWord& word) const {
  TakeMeldcodeStep step;
  if (head_.size() < 2 || !read_typed(head_[1], step.step, how_).empty()) return text_missing(word);
  step.text = text_;
  for (const auto& part : parts_of(head_, 2, say("line.meldcode_and"), how_.voice))
    if (!takes_ground(part, step.not_held, how_.voice) && !takes_answer(part, step, how_) &&
        !takes_consulted(part, step.consulted, how_.voice) && !takes_colleague(part, step))
      return Unsure{say("line.meldcode_part", "part"_is = part, "form"_is = word.form.in(how_.voice)), line_};
  // A step is never written as done that was not: passing the talk needs its ground.
  if (step.step == 3 && step.not_held == NotHeld::held && begins_as(text_, msg("line.talk_not_held_words")) > 0)
    return Unsure{say(msg("line.talk_not_held", "text"_is = text_)), say(msg("line.talk_passed", "text"_is = text_))};
  return GiveCommand{{}, std::move(step)};
}

}  // namespace casus::desk
