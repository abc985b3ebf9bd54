// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/words/days/days.hpp"
#include "core/desk/words/line_reader.hpp"

#include "core/text/catalogue.hpp"
#include "core/text/day_words.hpp"

#include <fmt/format.h>

/// "resultaat a1 gelukt: ...", "a1 is niet gelukt want ...": what came of an action, in a word or in a sentence.
namespace casus::desk {

using text::msg;

namespace {

/// What a sentence tells of it: "dat is gelukt", "is deels gelukt".
std::optional<Done> outcome_in(std::string_view text) {
  const auto value = value_told(text, msg("line.outcome_words"));
  for (const auto& name : names_of(Done{}))
    if (!value.empty() && name.key == value) return name.value;
  return std::nullopt;
}

/// "is gelukt" says no more than the outcome, which stands beside it; with other words it is what somebody said. Of
/// "gelukt, ze belde meteen" the first word is the outcome and the rest what was said.
std::string without_outcome(std::string note, Done state) {
  for (const auto lang : text::languages()) {
    const auto word = label(state, lang);
    const auto said = std::string_view(note);
    if (said.size() <= word.size() || folded(said.substr(0, word.size())) != folded(word)) continue;
    const auto mark = said.substr(word.size(), 1);
    if (mark == "," || mark == ";" || mark == ":") return std::string(trimmed(said.substr(word.size() + 1)));
  }
  auto rest = trimmed(std::string_view(note).substr(begins_as(note, msg("line.outcome_said"))));
  // "is niet gelukt want ze was ziek" leaves why.
  for (const auto lang : text::languages()) {
    const auto word = label(state, lang);
    if (rest.size() <= word.size() || folded(rest.substr(0, word.size())) != folded(word)) continue;
    auto behind = trimmed(rest.substr(word.size()));
    const bool apart = !behind.empty() && std::string_view(",;:").find(behind.front()) != std::string_view::npos;
    while (!behind.empty() && std::string_view(",;:").find(behind.front()) != std::string_view::npos)
      behind = trimmed(behind.substr(1));
    if (apart && !behind.empty()) return std::string(behind);
    const auto space = std::min(behind.find(' '), behind.size());
    if (is_because(behind.substr(0, space)) && space < behind.size()) return std::string(trimmed(behind.substr(space)));
  }
  while (!rest.empty() && (rest.back() == '.' || rest.back() == '!')) rest.remove_suffix(1);
  for (const auto lang : text::languages())
    if (folded(rest) == folded(label(state, lang))) return {};
  return note;
}

}  // namespace

Meant LineReader::result(const MeetingWord& word) const {
  FinishAction finish;
  finish.note = text_;
  bool given = false;
  for (std::size_t i = 1; i < head_.size(); ++i) {
    if (is_record(folded(head_[i]), 'a')) {
      finish.action = folded(head_[i]);
    } else if (const auto state = word_of<Done>(head_[i]); state && !given) {
      finish.state = *state;
      given = true;
    }
  }
  if (!given)
    if (const auto told = outcome_in(joined_words(head_, 1, head_.size()))) {
      finish.state = *told;
      given = true;
    }
  if (const auto words = words_in(text_);
      finish.action.empty() && words.size() > 1 && is_record(folded(words[0]), 'a')) {
    finish.action = folded(words[0]);
    finish.note = joined_words(words, 1, words.size());
  }
  return finished(std::move(finish), word, given);
}

Meant LineReader::finished(FinishAction finish, const MeetingWord& word, bool given) const {
  if (!given)
    if (const auto told = outcome_in(finish.note)) {
      finish.state = *told;
      given = true;
    }
  if (given && finish.state == Done::open) return still_open(finish.action);
  const auto line = [&](const std::string& action, Done state) {
    return fmt::format("{} {} {}: {}", word.name(how_.voice), action, label(state, how_.voice), finish.note);
  };
  if (finish.action.empty()) {
    if (t_.open_actions.empty()) return text_missing(word);
    if (const auto& only = t_.open_actions.front(); t_.open_actions.size() == 1)
      return Unsure{say("line.outcome_of", "action"_is = only.id, "what"_is = only.what), line(only.id, finish.state),
                    true};
    std::vector<text::Message> actions;
    for (const auto& one : t_.open_actions)
      actions.push_back(text::Message::verbatim(fmt::format("{} ({})", one.id, one.what)));
    return Unsure{say("line.outcome_which", "actions"_is = text::any_of(std::move(actions)),
                      "form"_is = word.form.in(how_.voice)),
                  line_};
  }
  if (!given && !finish.note.empty())
    return Unsure{say("line.outcome_asked", "action"_is = finish.action), line(finish.action, Done::done), true};
  finish.note = without_outcome(std::move(finish.note), finish.state);
  return GiveCommand{{}, std::move(finish)};
}

/// What goes on stays as it is; another day for it has a command of its own.
Unsure LineReader::still_open(const std::string& action) const {
  return {say("line.outcome_open", "action"_is = action), line_};
}

std::optional<Meant> LineReader::outcome_told() const {
  if (t_.case_id.empty()) return std::nullopt;
  auto words = words_in(line_);
  // "verplaats a1 naar vrijdag".
  if (words.size() > 2 && is_said_as(words[0], msg("line.move_verbs")) && is_record(folded(words[1]), 'a'))
    words.erase(words.begin());
  // "oh en a2 is voor fatima".
  std::size_t fillers = 0;
  while (fillers + 1 < words.size() &&
         (is_said_as(words[fillers], msg("line.excuse_words")) || is_said_as(words[fillers], msg("line.filler_words"))))
    ++fillers;
  if (!has_colon() && fillers > 0 && fillers < words.size() && is_record(folded(words[fillers]), 'a'))
    words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(fillers));
  std::size_t at = 0;
  if (has_colon() && !head_.empty() && !called(joined_words(head_, 0, head_.size()), people_).empty())
    at = head_.size();
  if (words.size() < at + 2) return std::nullopt;
  auto id = folded(words[at]);
  if (id.ends_with(':')) id.pop_back();
  if (!is_record(id, 'a')) return std::nullopt;
  const auto by = at == 0 ? std::string() : called(joined_words(head_, 0, head_.size()), people_);
  auto rest = joined_words(words, at + 1, words.size());
  // "a2: niet morgen maar woensdag".
  if (const auto right = behind_not_but(rest); !right.empty() && read_day(right, how_.today))
    rest = say("line.move_to", "day"_is = right);
  if (auto moved = action_moved(id, rest, by)) return std::move(*moved);
  // "a2: donderdag", "a2 donderdag".
  if (at == 0 && (has_colon() ? head_.size() == 1 && read_day(text_, how_.today) : bool(read_day(rest, how_.today))))
    if (auto moved = action_moved(id, say("line.move_to", "day"_is = rest), by)) return std::move(*moved);
  if (auto handed = action_handed(id, joined_words(words, at + 1, words.size()), by)) return std::move(*handed);
  FinishAction finish;
  finish.action = id;
  finish.note = joined_words(words, at + 1, words.size());
  const auto told = outcome_in(finish.note);
  if (!told) return std::nullopt;
  if (*told == Done::open) return still_open(id);
  finish.state = *told;
  finish.note = without_outcome(std::move(finish.note), finish.state);
  return GiveCommand{by, std::move(finish)};
}

/// "gelukt. gedaan": the same outcome in two words is one.
std::optional<Unsure> LineReader::outcome_twice() const {
  if (has_colon() || t_.open_actions.empty()) return std::nullopt;
  std::string first;
  std::optional<Done> state;
  std::size_t count = 0;
  for (std::size_t at = 0; at <= line_.size();) {
    const auto end = std::min(line_.find_first_of(".,;!", at), line_.size());
    const std::string part(trimmed(std::string_view(line_).substr(at, end - at)));
    at = end + 1;
    if (part.empty()) continue;
    // "gelukt. klaar" moves the meeting on as well.
    const bool plain = words_in(part).size() == 1 && meeting_word(part) == nullptr;
    const auto told = plain ? outcome_in(part) : std::nullopt;
    if (!told || *told == Done::open || (state && *told != *state)) return std::nullopt;
    if (++count == 1) first = part;
    state = told;
  }
  if (count < 2) return std::nullopt;
  const auto& only = t_.open_actions.front();
  const auto result = name_of(Ask::result, how_.voice);
  if (t_.open_actions.size() == 1)
    return Unsure{say("line.outcome_of", "action"_is = only.id, "what"_is = only.what),
                  fmt::format("{} {}: {}", result, only.id, first), true};
  std::vector<text::Message> actions;
  for (const auto& one : t_.open_actions)
    actions.push_back(text::Message::verbatim(fmt::format("{} ({})", one.id, one.what)));
  return Unsure{say("line.outcome_which", "actions"_is = text::any_of(std::move(actions)),
                    "form"_is = fmt::format("{} {}: {}", result, only.id, first)),
                line_};
}

std::optional<Unsure> LineReader::outcome_and_on() const {
  const auto comma = line_.find(',');
  if (t_.open_actions.size() != 1 || comma == std::string::npos) return std::nullopt;
  const std::string told(trimmed(std::string_view(line_).substr(0, comma)));
  const auto state = outcome_in(told);
  // No more than the outcome: with other words it is what somebody tells.
  if (!state || *state == Done::open || !without_outcome(told, *state).empty()) return std::nullopt;
  const auto* on = meeting_word(trimmed(std::string_view(line_).substr(comma + 1)));
  if (on == nullptr || (on->ask != Ask::ready && on->ask != Ask::next)) return std::nullopt;
  const auto& only = t_.open_actions.front();
  std::vector<std::string> lines{fmt::format("{} {}: {}", name_of(Ask::result, how_.voice), only.id, told),
                                 std::string(on->name(how_.voice))};
  Unsure asked{say("line.outcome_and_on", "action"_is = only.id, "what"_is = only.what, "word"_is = lines.back()),
               name_of(Ask::pasted, how_.voice), true};
  asked.apart = std::move(lines);
  return asked;
}

Unsure LineReader::no_open_action(const std::string& id) const {
  if (t_.open_actions.empty()) return {say("line.no_action_open", "action"_is = id), line_, false, false};
  std::string open;
  for (const auto& one : t_.open_actions) open += fmt::format("{}{} ({})", open.empty() ? "" : ", ", one.id, one.what);
  return {say("line.not_open", "action"_is = id, "open"_is = open), line_, false, false};
}

/// "a1 naar vrijdag omdat de school dicht is", "verplaats a1 naar vrijdag": another day, with why.
std::optional<Meant> LineReader::action_moved(const std::string& id, std::string_view rest,
                                              const std::string& by) const {
  const auto move = begins_as(rest, msg("line.move_words"));
  const auto words = words_in(rest.substr(move));
  std::size_t end = 0;
  while (end < words.size() && !is_because(words[end])) ++end;
  auto typed = joined_words(words, 0, end);
  // "... ipv 11", "... in plaats van maandag": what it was before.
  const auto cut = [&](std::size_t from) { typed = joined_words(words, 0, from); };
  for (std::size_t at = 1; at < end; ++at)
    if (begins_as(joined_words(words, at, end), msg("line.instead_words")) > 0) {
      cut(at);
      break;
    }
  // "a1 is klaar op 14 december": what is to come, and no outcome; "a1 is klaar sinds maandag" is one.
  const auto ready = fillings(typed, msg("line.ready_on_words"));
  const auto ahead = std::ranges::find_if(ready, [&](const Filling& one) {
    const auto day = read_day(one.open, how_.today);
    return day && !day.again && *day.day > how_.today;
  });
  if (move == 0 && ahead != ready.end()) {
    typed = ahead->open;
  } else if (move == 0) {
    // "a1 moet vrijdag zijn", "a1 moet voor woensdag".
    const auto around = fillings(typed, msg("line.move_around_words"));
    const auto of_day =
        std::ranges::find_if(around, [&](const Filling& one) { return bool(read_day(one.open, how_.today)); });
    if (of_day == around.end()) return std::nullopt;
    typed = of_day->open;
  }
  const auto day = read_day(typed, how_.today);
  // "a1 naar school brengen" is no day.
  if (!day) return std::nullopt;
  Date once{};
  if (auto wrong = day.again ? read_typed(typed, once, how_) : std::string(); !wrong.empty())
    return Unsure{std::move(wrong), line_};
  MoveAction moved;
  moved.action = id;
  moved.by_when = *day.day;
  if (end < words.size()) moved.because = joined_words(words, end + 1, words.size());
  if (moved.because.empty() &&
      std::ranges::find(t_.open_actions, id, &service::OpenAction::id) == t_.open_actions.end())
    return no_open_action(id);
  if (moved.because.empty())
    return Unsure{say("line.why_moved", "action"_is = id, "day"_is = text::day_in_full(*day.day, how_.voice)),
                  say("line.move_because", "action"_is = id, "day"_is = typed) + ' '};
  return GiveCommand{by, std::move(moved), said_with(typed, day, how_.today).in(how_.voice)};
}

}  // namespace casus::desk
