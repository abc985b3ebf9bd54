// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/words/line_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

/// A line that begins with a name, and not with a name and a colon alone: without one, with another sign, with a word
/// of the meeting behind it, or with two names.
namespace casus::desk {

using text::msg;

/// "An apple", "wil hij dat": a word that opens a sentence is somebody only with a colon behind it.
std::string LineReader::named_without_colon(std::size_t end) const {
  if (end == 1 && opens_a_sentence()) return {};
  return called_plainly(joined_words(head_, 0, end), people_);
}

/// "samira, de tijd is om", "Noor. De school belde", "noor/ hij wil niks": another sign for a colon, or spoken to.
std::optional<Unsure> LineReader::other_sign() const {
  constexpr std::size_t kLongestName = 40, kShortest = 2;
  for (auto at = line_.find_first_of(",;./|>=-"); at != std::string::npos && at < kLongestName;
       at = line_.find_first_of(",;./|>=-", at + 1)) {
    const auto typed = trimmed(std::string_view(line_).substr(0, at));
    const auto text =
        without_bullet(std::string_view(line_).substr(std::min(line_.find_first_not_of(",;./|>=-", at), line_.size())));
    // "els-marie" is one name; the others need no space behind them.
    const bool inside = std::string_view("-,.").find(line_[at]) != std::string_view::npos && at + 1 < line_.size() &&
                        line_[at + 1] != ' ' && line_[at + 1] != '>';
    if (inside || typed.size() < kShortest || text.empty()) continue;
    // "no, not now" is no beginning of Noor.
    const auto name = called_plainly(typed, people_);
    if (name.empty()) continue;
    // "noor, hoe oud is hij?": who listens is asked, by who has the floor.
    const auto seat = std::ranges::find(t_.seats, name, &service::Seat::name);
    const auto floor = speaker();
    const bool listens = seat != t_.seats.end() && !seat->speaks;
    if (line_[at] == ',' && line_.ends_with('?') && listens && !floor.empty())
      return Unsure{say("contribution.does_say_enter_if_so", "who"_is = floor), as_said(floor, line_), true};
    return Unsure{say("contribution.does_say_enter_if_so", "who"_is = name), as_said(name, std::string(text)), true};
  }
  return std::nullopt;
}

/// "youssef & ria kijken mee": two names that no colon follows are read as with a word between them.
std::string LineReader::with_names_joined() const {
  for (std::size_t at = 1; at + 1 < head_.size(); ++at) {
    if (head_[at] != "&" && head_[at] != "+") continue;
    if (called_plainly(joined_words(head_, 0, at), people_).empty()) return {};
    for (auto end = head_.size(); end > at + 1; --end)
      if (!called_plainly(joined_words(head_, at + 1, end), people_).empty())
        return fmt::format("{} {} {}", joined_words(head_, 0, at), say("line.name_and"),
                           joined_words(head_, at + 1, head_.size()));
    return {};
  }
  return {};
}

std::optional<Meant> LineReader::word_behind(const Head& head) const {
  if (head.by.empty() || !head.kind.empty() || !head.unknown.empty() || head_.empty()) return std::nullopt;
  const LineReader inner(text_, t_, names_, how_);
  const auto* word = inner.head_.empty() ? nullptr : meeting_word(inner.head_.front());
  if (word == nullptr) return std::nullopt;
  if (inner.has_colon()) {
    if (!word->text || inner.text_.empty() || !inner.is_for(*word)) return std::nullopt;
    // "noor: zorg: 120 euro" is no concern about safety, else it was one before.
    if ((word->ask == Ask::concern || word->ask == Ask::acute) &&
        (inner.head_.size() == 1 || is_beside_safety(*word, inner.about(), inner.text_)))
      return std::nullopt;
    // "noor: actie: bellen" is Noor's.
    const bool own = word->ask == Ask::action && inner.head_.size() == 1;
    return again(own ? inner.head_.front() + ' ' + head.by + ": " + inner.text_ : text_);
  }
  // "noor: cijfer 5", "noor: score zes want zij slaapt".
  if (word->ask == Ask::score)
    if (auto asked = LineReader(head.by + ' ' + text_, t_, names_, how_).score_told()) return std::move(*asked);
  constexpr std::array<Ask, 8> kSteers{Ask::next,  Ask::back,   Ask::take,   Ask::park,
                                       Ask::ready, Ask::finish, Ask::resume, Ask::stop};
  // "noor: actie school bellen, morgen": only a colon is missing.
  if (const auto rest = joined_words(inner.head_, 1, inner.head_.size());
      word->ask == Ask::action && inner.head_.size() > 2 && !is_told_of(rest) && !takes_kind("fact")) {
    auto line = inner.head_.front() + ' ' + head.by + ": " + rest;
    return Unsure{say("line.word_meant", "line"_is = line), std::move(line), true};
  }
  if (inner.head_.size() > 1 || std::ranges::find(kSteers, word->ask) == kSteers.end()) return std::nullopt;
  return Unsure{say("contribution.steers_the_meeting", "word"_is = text_, "by"_is = head.by), text_, true};
}

/// "henk, ria: ...", "henk,ria en joost wens: ...", "henk&ria: ...": names in a row, whatever stands between them.
std::optional<Unsure> LineReader::of_a_row() const {
  auto typed = joined_words(head_, 0, head_.size());
  for (const char sign : {'&', '+', ';'}) std::ranges::replace(typed, sign, ',');
  std::vector<std::string> names;
  std::string kind;
  for (std::size_t at = 0; at <= typed.size();) {
    const auto end = std::min(typed.find(',', at), typed.size());
    auto words = words_in(std::string_view(typed).substr(at, end - at));
    at = end + 1;
    if (!words.empty() && is_said_as(words.front(), msg("line.names_joined"))) words.erase(words.begin());
    for (std::size_t from = 0; from < words.size();) {
      auto to = words.size();
      while (to > from && called_plainly(joined_words(words, from, to), people_).empty()) --to;
      if (to == from) {
        // Behind the last of them stands the kind.
        kind = joined_words(words, from, words.size());
        if (names.empty() || at <= typed.size() || kind_called(kind).empty()) return std::nullopt;
        break;
      }
      names.push_back(called_plainly(joined_words(words, from, to), people_));
      from = to;
      if (from < words.size() && is_said_as(words[from], msg("line.names_joined"))) ++from;
    }
  }
  if (names.size() < 2 || names[0] == names[1]) return std::nullopt;
  return Unsure{say(msg("line.of_one_person", "name"_is = names[0], "other"_is = names[1])),
                names[0] + (kind.empty() ? "" : " " + kind) + ": " + text_, true};
}

std::optional<Unsure> LineReader::of_two() const {
  // "noor/ria: samen gezien".
  const auto typed = joined_words(head_, 0, head_.size());
  if (const auto slash = typed.find('/'); slash != std::string::npos) {
    const auto first = called_plainly(typed.substr(0, slash), people_);
    const auto second = called_plainly(typed.substr(slash + 1), people_);
    if (!first.empty() && !second.empty())
      return Unsure{say(msg("line.of_one_person", "name"_is = first, "other"_is = second)), first + ": " + text_, true};
  }
  if (auto row = of_a_row()) return row;
  for (std::size_t i = 1; i + 1 < head_.size(); ++i) {
    const auto link = folded(head_[i]);
    if (link != "en" && link != "and" && link != "&" && link != "+") continue;
    const auto first = called(joined_words(head_, 0, i), people_);
    auto end = head_.size();
    if (end > i + 2 && is_said_as(head_.back(), msg("line.at_once_words"))) --end;  // "noor en daan tegelijk: ..."
    const auto second = called(joined_words(head_, i + 1, end), people_);
    if (first.empty() || second.empty()) continue;
    return Unsure{say(msg("line.of_one_person", "name"_is = first, "other"_is = second)), first + ": " + text_, true};
  }
  return std::nullopt;
}

}  // namespace casus::desk
