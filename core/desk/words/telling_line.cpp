// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/words/days/days.hpp"
#include "core/desk/words/line_reader.hpp"
#include "core/text/catalogue.hpp"
#include "core/text/day_words.hpp"

#include <fmt/format.h>

#include <algorithm>

/// "vertel noor: wat we bespraken; vrijdag", "noor vertelt het morgen aan haar": what the resident hears, when, and of
/// whom.
namespace casus::desk {

using text::msg;

namespace {

/// "vanochtend al verteld": the day, and whether it is said that it was done.
std::pair<std::string, bool> told_when(std::string_view typed) {
  auto words = words_in(typed);
  const auto count = words.size();
  std::erase_if(words, [](const std::string& word) { return is_said_as(word, msg("line.told_words")); });
  const bool done = words.size() < count;
  if (done) std::erase_if(words, [](const std::string& word) { return is_said_as(word, msg("line.outcome_said")); });
  return {joined_words(words, 0, words.size()), done};
}

/// What a word is in a sentence that somebody tells the resident: "tells", "helps", "infinitive", "whom", "small";
/// empty for another word.
std::string part_of_telling(const std::string& typed) {
  if (is_said_as(typed, msg("line.resident_words"))) return "whom";
  for (const auto lang : text::languages())
    for (const auto& use : text::day_words(msg("line.telling_words").in(lang)))
      if (std::ranges::find(use.said, folded(typed)) != use.said.end()) return use.value;
  return {};
}

/// "..., morgen - noor": takes the name off, with the dash before it; empty where none stands there.
std::string take_name_behind_dash(std::vector<std::string>& words, const std::vector<std::string_view>& people) {
  constexpr std::size_t kLongestName = 3, kFewest = 3;
  for (std::size_t length = 1; length <= kLongestName && length + kFewest < words.size(); ++length) {
    const auto dash = words.size() - length - 1;
    if (words[dash] != "-" && words[dash] != "\u2013") continue;
    auto name = called_plainly(joined_words(words, dash + 1, words.size()), people);
    if (!name.empty()) words.resize(dash);
    return name;
  }
  return {};
}

/// How many words in front are one entry of the list, at most.
std::size_t opening_said(const std::vector<std::string>& words, const text::Message& list) {
  constexpr std::size_t kMost = 4;
  for (auto length = std::min(kMost, words.size()); length > 0; --length)
    if (is_said_as(joined_words(words, 0, length), list)) return length;
  return 0;
}

/// Takes out the longest entry of the list that stands from this word on.
void take_out_said(std::vector<std::string>& words, std::size_t from, const text::Message& list) {
  constexpr std::size_t kMost = 4;
  for (auto length = kMost; length > 0; --length)
    for (auto at = from; at + length <= words.size(); ++at) {
      auto said = joined_words(words, at, at + length);
      while (said.ends_with(',')) said.pop_back();
      if (!is_said_as(said, list)) continue;
      const auto begin = words.begin() + static_cast<std::ptrdiff_t>(at);
      words.erase(begin, begin + static_cast<std::ptrdiff_t>(length));
      return;
    }
}

}  // namespace

/// Of a resident who is not at the table it is asked when they hear it: to write down that they know it already would
/// often not be true. So it is with "vanavond": an action can be ticked, and what stands in the record as done is not
/// looked at again.
Meant LineReader::tell() const {
  TellResident tell;
  // "vertel inwoner: ..." says to whom, and not who.
  const bool to_whom = is_said_as(about(), msg("line.resident_words"));
  if (!about().empty() && !to_whom) tell.who = person(about());
  auto last = text_.rfind(';');
  // A comma will do, as long as a day stands behind it.
  if (const auto comma = text_.rfind(','); last == std::string::npos && comma != std::string::npos) {
    const auto [when, done] = told_when(std::string_view(text_).substr(comma + 1));
    if ((done && when.empty()) || read_day(when, how_.today)) last = comma;
  }
  std::string note;
  if (last != std::string::npos) {
    const auto [when, done] = told_when(std::string_view(text_).substr(last + 1));
    const auto day = done && when.empty() ? DayRead{how_.today, {}, {}} : read_day(when, how_.today);
    if (!day) return Unsure{day.problem.in(how_.voice), line_};
    tell.on = *day.day;
    tell.later = !done && *day.day == how_.today;
    note = said_with(when, day, how_.today).in(how_.voice);
  } else if (auto asked = day_of_telling(to_whom ? std::string() : about())) {
    return std::move(*asked);
  }
  tell.what = trimmed(std::string_view(text_).substr(0, last));
  if (!tell.on && !t_.resident_here) return Unsure{say(msg("line.resident_not_here")), line_ + "; "};
  return GiveCommand{{}, std::move(tell), std::move(note)};
}

/// Without it the resident would have heard it today. "het morgen aan haar": to whom is no part of it.
std::optional<Unsure> LineReader::day_of_telling(const std::string& who) const {
  auto words = words_in(text_);
  std::string whom;
  const auto is_link = [](const std::string& word) { return part_of_telling(word) == "small"; };
  auto end = words.size();
  while (end > 1 && part_of_telling(words[end - 1]) == "whom") --end;
  while (end > 1 && end < words.size() && is_link(words[end - 1])) --end;
  if (end < words.size()) whom = ' ' + joined_words(words, end, words.size());
  for (auto from = end > kMostDayWords ? end - kMostDayWords : 1; from < end; ++from) {
    const auto typed = joined_words(words, from, end);
    const auto day = read_day(typed, how_.today);
    if (!day || day.again || typed.find_first_not_of("0123456789") == std::string::npos) continue;
    return Unsure{say(msg("line.telling_day", "day"_is = text::day_in_full(*day.day, how_.voice))),
                  fmt::format("{}{}{}: {}{}; {}", name_of(Ask::tell, how_.voice), who.empty() ? "" : " ", who,
                              joined_words(words, 0, from), whom, typed),
                  true};
  }
  return std::nullopt;
}

std::optional<Unsure> LineReader::tells_resident() const {
  if (has_colon() || t_.case_id.empty() || line_.ends_with('?')) return std::nullopt;
  auto words = head_;
  const auto by = take_name_behind_dash(words, people_);
  while (words.size() > 1 && is_said_as(words.front(), msg("line.filler_words"))) words.erase(words.begin());
  std::size_t behind = words.size();
  while (behind > 0 && called_plainly(joined_words(words, 0, behind), people_).empty()) --behind;
  const auto who = behind > 0    ? called_plainly(joined_words(words, 0, behind), people_)
                   : !by.empty() ? by
                                 : t_.presenter;
  // "we vertellen het haar morgen": whoever brought the case in, most likely.
  const bool we = behind == 0 && !who.empty();
  if (we) {
    behind = opening_said(words, msg("line.we_tell_words"));
    if (behind == 0 && use_in_list(words.front(), msg("line.let_know_words")) != "let") return std::nullopt;
  }
  if (who.empty() || behind == words.size()) return std::nullopt;
  take_out_said(words, behind, msg("line.telling_about_words"));
  bool tells = false, helps = we, infinitive = false, whom = false, lets = false, knows = false;
  std::vector<std::string> left;
  for (auto i = behind; i < words.size(); ++i) {
    const auto word = words[i].substr(0, words[i].find_last_not_of(",;") + 1);
    const auto part = part_of_telling(word);
    const auto lets_know = use_in_list(word, msg("line.let_know_words"));
    lets = lets || lets_know == "let";
    knows = knows || lets_know == "know";
    tells = tells || part == "tells";
    // "noor to tell mum".
    helps = helps || part == "helps" || (i == behind && is_said_as(word, msg("line.to_words")));
    infinitive = infinitive || part == "infinitive";
    whom = whom || part == "whom" || (part.empty() && t_.resident_here && is_resident_at_table(word));
    const bool self = is_said_as(word, msg("line.self_words"));  // "noor gaat het haar dinsdag zelf vertellen"
    if (part.empty() && !self && !(t_.resident_here && is_resident_at_table(word))) left.push_back(word);
  }
  if (we && tells) helps = false;
  // "laat moeder het zelf vertellen", "let her say it": then she tells it.
  if (lets && !knows) return std::nullopt;
  // Whatever else is told is what somebody says: "noor vertelt haar dat het kan".
  if (!whom || tells == (helps && infinitive) || (tells && helps)) return std::nullopt;
  // "... wat we besproken hebben" is what is told anyway; a day behind it is when.
  for (std::size_t from = 0; from + 1 < left.size(); ++from)
    if (is_said_as(left[from], msg("line.what_of_talk_words"))) {
      const auto what = left.begin() + static_cast<std::ptrdiff_t>(from);
      const auto talked = std::find_if(what + 1, left.end(),
                                       [](const auto& word) { return is_said_as(word, msg("line.talked_words")); });
      if (talked == left.end()) continue;
      std::vector<std::string> with_day(left.begin(), what);
      with_day.insert(with_day.end(), talked + 1, left.end());
      left.resize(from);
      if (read_day(joined_words(with_day, 0, with_day.size()), how_.today)) left = std::move(with_day);
      break;
    }
  const auto typed = joined_words(left, 0, left.size());
  const auto day = left.empty() ? DayRead{} : read_day(typed, how_.today);
  if (!left.empty() && (!day || day.again)) return std::nullopt;
  const auto line = fmt::format("{} {}: {}; ", name_of(Ask::tell, how_.voice), who, say("line.telling_what"));
  if (left.empty()) return Unsure{say(msg("line.telling_when", "who"_is = who)), line};
  return Unsure{say(msg("line.telling_meant", "who"_is = who, "day"_is = text::day_in_full(*day.day, how_.voice))),
                line + typed, true};
}

std::optional<Meant> LineReader::of_the_resident(const Head& head) const {
  if (!head.by.empty() || text_.empty() || !is_said_as(head.unknown, msg("line.resident_words"))) return std::nullopt;
  const auto role = folded(label(Role::resident, how_.voice));
  for (const auto& seat : t_.seats)
    if (folded(seat.roles).find(role) != std::string::npos) return again(seat.name + ": " + text_);
  if (t_.case_id.empty() || people_.empty()) return std::nullopt;
  // Not at the table: somebody passes it on, as a wish where those are asked for.
  const auto who = teller();
  const auto wish = std::ranges::find(t_.kinds, "wish", &service::SaidKind::key);
  const auto line = wish != t_.kinds.end() ? who + ' ' + spoken(wish->name) + ": " + text_ : who + ": " + line_;
  return Unsure{say(msg("line.resident_passed_on", "who"_is = who)), line, true};
}

}  // namespace casus::desk
