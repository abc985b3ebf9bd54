// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/words/line_reader.hpp"

#include <algorithm>
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

std::string first_word(std::string_view text) {
  const auto words = words_in(folded(text));
  auto first = words.empty() ? std::string() : words.front();
  while (!first.empty() && std::string_view(",;:.").find(first.back()) != std::string_view::npos) first.pop_back();
  return first;
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

/// "gevaar" or "contact", where only a ground can be meant.
bool takes_ground_alone(std::string_view part, NotHeld& out, const text::Voice& voice) {
  if (is_in(part, msg("line.meldcode_danger"), voice)) out = NotHeld::danger;
  else if (is_in(part, msg("line.meldcode_contact"), voice)) out = NotHeld::losing_contact;
  else return false;
  return true;
}

bool takes_consulted(std::string part, std::vector<Consulted>& out, const text::Voice& voice) {
  (void)takes(part, msg("line.meldcode_with"), voice);
  auto who = word_of<Consulted>(part);
  if (!who) who = word_of<Consulted>(behind_article(part));  // "met een collega"
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

bool LineReader::takes_meldcode_parts(const std::vector<std::string>& words, TakeMeldcodeStep& step) const {
  return std::ranges::all_of(parts_of(words, 0, say("line.meldcode_and"), how_.voice), [&](const std::string& part) {
    return takes_ground(part, step.not_held, how_.voice) ||
           (step.step == 3 && takes_ground_alone(part, step.not_held, how_.voice)) || takes_answer(part, step, how_) ||
           takes_consulted(part, step.consulted, how_.voice) || takes_colleague(part, step);
  });
}

/// The talk was not held: "meldcode 3 overslaan omdat hij slaat", "meldcode 3 niet gedaan: gevaar voor haar". A step is
/// never written as done that was not: passing it needs its ground.
std::optional<Meant> LineReader::talk_passed(const TakeMeldcodeStep& step, const std::string& head) const {
  if (step.step != 3 || step.not_held != NotHeld::held) return std::nullopt;
  const auto& ways = msg("line.talk_not_held_words");
  auto text = step.text;
  if (const auto length = begins_as(head, ways); length > 0) {
    auto rest = std::string(trimmed(std::string_view(head).substr(length)));
    while (!rest.empty() && std::string_view(",;").find(rest.front()) != std::string_view::npos)
      rest = std::string(trimmed(std::string_view(rest).substr(1)));
    if (!rest.empty()) text = rest + (text.empty() ? "" : ": " + text);
  } else if (!is_in(folded(head), msg("line.meldcode_not"), how_.voice) && begins_as(text, ways) == 0) {
    return std::nullopt;
  }
  // "niet gedaan: gevaar voor haar" gives the ground itself.
  for (const auto& [list, ground] : {std::pair(msg("line.meldcode_danger"), NotHeld::danger),
                                     std::pair(msg("line.meldcode_contact"), NotHeld::losing_contact)})
    if (is_in(first_word(text), list, how_.voice)) {
      auto passed = step;
      passed.not_held = ground;
      passed.text = text;
      return GiveCommand{{}, std::move(passed)};
    }
  const auto shown = text.empty() ? std::string("...") : text;
  return Unsure{say(msg("line.talk_not_held", "text"_is = shown)),
                text.empty() ? say("line.talk_passed", "text"_is = "") : say("line.talk_passed", "text"_is = text)};
}

/// "meldcode 2 met collega besproken dat we melden": only the colon lacks, or the text.
Unsure LineReader::meldcode_colon(std::size_t number, TakeMeldcodeStep step, const text::Message& form) const {
  const auto how = say("asked.how_type", "how"_is = form.in(how_.voice));
  for (auto end = head_.size(); end > number; --end) {
    auto read = step;
    const std::vector<std::string> parts(head_.begin() + static_cast<std::ptrdiff_t>(number) + 1,
                                         head_.begin() + static_cast<std::ptrdiff_t>(end));
    if (end > number + 1 && !takes_meldcode_parts(parts, read)) continue;
    return {how, joined_words(head_, 0, end) + ": " + joined_words(head_, end, head_.size()), end < head_.size()};
  }
  return {how, line_};
}

Meant LineReader::meldcode(const MeetingWord& word) const {
  TakeMeldcodeStep step;
  std::size_t number = 1;
  while (number < head_.size() && is_said_as(head_[number], msg("line.step_words"))) ++number;
  auto typed = number < head_.size() ? head_[number] : std::string();
  while (!typed.empty() && std::string_view(",;.").find(typed.back()) != std::string_view::npos) typed.pop_back();
  if (typed.empty() || !read_typed(typed, step.step, how_).empty()) return text_missing(word);
  static const std::array<text::Message, kMeldcodeSteps> kForms{
      msg("line.meldcode_form_1"), msg("line.meldcode_form_2"), msg("line.meldcode_form_3"),
      msg("line.meldcode_form_4"), msg("line.meldcode_form_5")};
  const auto form = step.step > 0 && step.step <= kMeldcodeSteps ? kForms[static_cast<std::size_t>(step.step) - 1]
                                                                 : word.form.message();
  auto end = number + 1;
  while (end < head_.size() && !is_because(head_[end])) ++end;
  step.text = end < head_.size() ? because() : text_;
  const std::vector<std::string> parts(head_.begin() + static_cast<std::ptrdiff_t>(number) + 1,
                                       head_.begin() + static_cast<std::ptrdiff_t>(end));
  const auto head = joined_words(parts, 0, parts.size());
  auto read = step;
  const bool understood = takes_meldcode_parts(parts, read);
  if (auto passed = talk_passed(understood ? read : step, head)) return std::move(*passed);
  if (step.text.empty()) return meldcode_colon(number, std::move(step), form);
  if (!understood) return Unsure{say("line.meldcode_part", "part"_is = head, "form"_is = form.in(how_.voice)), line_};
  return GiveCommand{{}, std::move(read)};
}

}  // namespace casus::desk
