// SPDX-License-Identifier: EUPL-1.2
#include "core/base/time.hpp"
#include "core/desk/words/days/day_tokens.hpp"
#include "core/desk/words/days/days.hpp"
#include "core/desk/words/line_reader.hpp"
#include "core/text/catalogue.hpp"
#include "core/text/day_words.hpp"

#include <fmt/format.h>

/// "actie WIE: WAT; WANNEER; WIE KIJKT NA; TREDE", as people type it.
namespace casus::desk {

using text::msg;

namespace {

/// "kijkt", "na": what stands around the name of who checks.
bool says_who_checks(const std::string& word) { return is_said_as(word, msg("line.word_checks")); }

/// "woensdag,": a part of the sentence ends here.
bool ends_a_part(const std::string& word) { return word.ends_with(',') || word.ends_with(';'); }

/// Where the last part of an action begins, behind a comma or a dash that stands apart.
std::size_t last_mark(const std::string& text) {
  const auto comma = text.rfind(','), dash = text.rfind(" - ");
  return comma == std::string::npos ? dash : dash == std::string::npos ? comma : std::max(comma, dash);
}

}  // namespace

bool LineReader::takes_part(AddAction& action, const std::string& part) const {
  const auto typed = folded(part);
  if (const auto day = read_day(part, how_.today)) {
    action.by_when = day.day;
    if (day.again) action.repeats = to_string(*day.again);
    return true;
  }
  if (is_said_as(part, msg("line.next_time_words")) || is_said_as(part, msg("line.by_next_time_words"))) {
    constexpr int kUntilNextTime = 7;
    action.by_when = plus_days(how_.today, kUntilNextTime);
    return true;
  }
  if (is_record(typed, 'g')) {
    action.goal = typed;
    return true;
  }
  if (typed == "eerste stap" || typed == "first step") return action.first_step = true;
  auto words = words_in(part);
  std::erase_if(words, says_who_checks);
  if (const auto name = called(joined_words(words, 0, words.size()), people_); !name.empty()) {
    action.checks = name;
    return true;
  }
  std::optional<Rung> rung;
  for (const auto& named : {part, behind_article(part)}) {  // "het netwerk"
    if (!rung) rung = word_of<Rung>(named);
    if (!rung) rung = from_key<Rung>(also_called(named, choices_of<Rung>()));
  }
  if (rung) {
    action.rung = *rung;
    return true;
  }
  return false;
}

/// "kookt elke woensdag, netwerk": the rung stands apart.
std::optional<Unsure> LineReader::action_on_rung(const std::string& who, const std::vector<std::string>& words) const {
  for (std::size_t at = 1; at + 1 < words.size(); ++at) {
    if (!ends_a_part(words[at])) continue;
    auto end = at + 2;
    while (end < words.size() && !ends_a_part(words[end - 1])) ++end;
    auto named = joined_words(words, at + 1, end);
    while (ends_a_part(named)) named.pop_back();
    AddAction part;
    if (!takes_part(part, named) || !part.rung) continue;
    std::vector<std::string> rest(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(at) + 1);
    rest.insert(rest.end(), words.begin() + static_cast<std::ptrdiff_t>(end), words.end());
    if (end == words.size()) rest.back().pop_back();
    auto action = action_of(who, rest);
    if (action) action->line += action->whole ? "; " + named : named + "; ";
    return action;
  }
  return std::nullopt;
}

Meant LineReader::part_not_understood(const std::string& part, const text::Message& problem) const {
  const auto rungs = in_words(choices_of<Rung>(), how_.voice);
  const bool has_figure = std::ranges::any_of(part, [](char c) { return c >= '0' && c <= '9'; });
  if (problem.id() != "days.unknown" || has_figure) return Unsure{problem.in(how_.voice), line_};
  return Unsure{say(msg("line.part_unknown", "part"_is = part, "rungs"_is = rungs)), line_};
}

/// "samen bellen woensdag": the day stands in the text. Shown as it would be typed, never taken by itself.
std::optional<Unsure> LineReader::day_in_the_text(const AddAction& action,
                                                  const std::vector<std::string>& parts) const {
  const auto words = words_in(action.what);
  for (auto from = words.size() > kMostDayWords ? words.size() - kMostDayWords : 1; from < words.size(); ++from) {
    if (!read_day(joined_words(words, from, words.size()), how_.today)) continue;
    const auto begin =
        day_behind_verb(words, day_behind_comma(words, from, words.size(), how_.today), words.size(), how_.today);
    const auto [at, end] = day_without_hour(words, begin, words.size(), how_.today);
    auto what = joined_words(words, 0, at);
    while (what.ends_with(',')) what.pop_back();
    if (end < words.size()) what += ' ' + joined_words(words, end, words.size());
    return with_its_day(action, parts, what, joined_words(words, at, end));
  }
  return std::nullopt;
}

std::optional<Unsure> LineReader::day_before_text(const AddAction& action,
                                                  const std::vector<std::string>& parts) const {
  const auto words = words_in(action.what);
  constexpr std::size_t kShortest = 3;
  for (auto to = std::min(words.size(), kMostDayWords + 1); to-- > 1;) {
    const auto typed = joined_words(words, 0, to);
    const auto day = read_day(typed, how_.today);
    if (!day || typed.size() < kShortest || is_said_as(typed, msg("line.no_day_words"))) continue;
    // "dinsdag de" is "dinsdag": a small word behind the day belongs to what follows.
    while (to > 1 && read_day(joined_words(words, 0, to - 1), how_.today).day == day.day &&
           read_day(joined_words(words, 0, to - 1), how_.today).again == day.again)
      --to;
    const auto [at, end] = day_without_hour(words, 0, to, how_.today);
    auto what = joined_words(words, 0, at);
    what += (what.empty() ? "" : " ") + joined_words(words, end, words.size());
    return with_its_day(action, parts, what, joined_words(words, at, end));
  }
  return std::nullopt;
}

Unsure LineReader::with_its_day(const AddAction& action, const std::vector<std::string>& parts, const std::string& what,
                                const std::string& day) const {
  auto line = fmt::format("{}: {}; {}; ", joined_words(head_, 0, head_.size()), what, day);
  // What stands behind it stays: who checks, the rung.
  for (std::size_t i = 1; i < parts.size(); ++i)
    if (!parts[i].empty()) line += (i > 1 ? "; " : "") + parts[i];
  const auto read = read_day(day, how_.today);
  const auto when =
      read.again ? text::again_in_words(*read.again, how_.voice) : text::day_in_full(*read.day, how_.voice);
  return {say(msg("line.is_the_day", "day"_is = when)), std::move(line), !action.checks.empty()};
}

/// "actie bram en daan: ...": an agreement is of one person.
std::optional<Unsure> LineReader::action_of_two() const {
  for (std::size_t i = 2; i + 1 < head_.size(); ++i) {
    const auto link = folded(head_[i]);
    if (link != "en" && link != "and" && link != "&" && link != "+") continue;
    if (auto asked = action_together(joined_words(head_, 1, i), joined_words(head_, i + 1, head_.size()))) return asked;
  }
  // "actie bram, daan: ...".
  const auto named = joined_words(head_, std::min<std::size_t>(1, head_.size()), head_.size());
  const auto comma = named.find(',');
  if (comma == std::string::npos) return std::nullopt;
  return action_together(named.substr(0, comma), named.substr(comma + 1));
}

/// Of the first, and neither is dropped: who goes along stays in the words.
std::optional<Unsure> LineReader::action_together(const std::string& one, const std::string& two) const {
  const auto first = called(one, people_);
  const auto other = called(two, people_);
  if (first.empty() || other.empty()) return std::nullopt;
  // "samen op huisbezoek": that they do it together is said already.
  const auto words = words_in(text_);
  const bool together = words.size() > 1 && is_said_as(words.front(), msg("line.together_words"));
  return Unsure{say(msg("line.action_of_two", "name"_is = first, "other"_is = other)),
                fmt::format("{} {}: {}", head_.front(), first,
                            say(msg("line.action_together", "other"_is = other,
                                    "what"_is = together ? joined_words(words, 1, words.size()) : text_))),
                true};
}

std::string checker_in(std::string_view piece, const std::vector<std::string_view>& people, NameSaid name_said) {
  auto words = words_in(piece);
  if (words.size() > 1 && is_said_as(words.front(), msg("line.and_words"))) words.erase(words.begin());
  // "samira vraagt hoe het ging".
  for (auto end = words.size(); end-- > 1;)
    if (auto name = name_said(joined_words(words, 0, end), people);
        !name.empty() && is_said_as(joined_words(words, end, words.size()), msg("line.checks_said")))
      return name;
  const auto count = words.size();
  std::erase_if(words, says_who_checks);
  return words.size() == count ? std::string() : name_said(joined_words(words, 0, words.size()), people);
}

/// "met opa, samira kijkt het na", "met opa en samira vraagt hoe het ging": who checks, taken out of the words.
std::string LineReader::take_checker(std::string& text) const {
  for (auto at = text.size(); at != std::string::npos;) {
    // The last comma, or the last "en", of which the rest says who checks.
    at = at == 0 ? std::string::npos : text.find_last_of(", ", at - 1);
    if (at == std::string::npos) break;
    const std::string piece(trimmed(std::string_view(text).substr(at + 1)));
    const auto words = words_in(piece);
    const bool linked = words.size() > 1 && is_said_as(words.front(), msg("line.and_words"));
    // "gaat langs joost checkt" lacks its comma; "vraagt of joost checkt" and "neemt joost mee" are what is done.
    const auto before = words_in(std::string_view(text).substr(0, at));
    const auto checks_from = [&](std::size_t from) {
      return words.size() > from && is_said_as(joined_words(words, from, words.size()), msg("line.checks_said"));
    };
    const bool apart =
        !before.empty() && !is_said_as(before.back(), msg("line.that_words")) && (checks_from(1) || checks_from(2));
    if (text[at] != ',' && !linked && !apart) continue;
    auto name = checker_in(piece, people_);
    if (name.empty()) continue;
    text = trimmed(std::string_view(text).substr(0, at));
    while (text.ends_with(',') || text.ends_with(';')) text.pop_back();
    return name;
  }
  // "neemt vrijdag daan mee": who comes along.
  if (const auto all = words_in(text); all.size() == 2 && is_said_as(all.back(), msg("line.along_words"))) return {};
  auto name = checker_in(text, people_);
  if (!name.empty()) text.clear();
  return name;
}

/// "youssef belt de dochter overmorgen, check: hanneke": who checks stands behind a colon of its own.
std::optional<Unsure> LineReader::checker_behind_colon() const {
  const auto before = std::string_view(line_).substr(0, colon_);
  const auto mark = before.find_last_of(",;");
  const auto name = called_plainly(text_, people_);
  if (mark == std::string_view::npos || name.empty() ||
      !is_said_as(before.substr(mark + 1), msg("line.checks_label_words")))
    return std::nullopt;
  const auto line =
      fmt::format("{}, {}", trimmed(before.substr(0, mark)), say("line.checks_said_by", "name"_is = name));
  return LineReader(line, t_, names_, how_).action_told();
}

/// Of two names the one that is not said to check does it, when nobody else is named: "actie: bellen, noor, woensdag,
/// ria kijkt mee".
std::optional<Unsure> LineReader::two_of_one(const AddAction& action, const std::vector<std::string>& parts) const {
  std::vector<std::string> days, names, left;
  std::string checks;
  for (std::size_t i = 1; i < parts.size(); ++i) {
    AddAction one;
    if (parts[i].empty()) continue;
    if (!takes_part(one, parts[i])) {
      left.push_back(parts[i]);
    } else if (one.by_when) {
      days.push_back(parts[i]);
    } else if (!one.checks.empty()) {
      names.push_back(one.checks);
      if (checks.empty() && one.checks == checker_in(parts[i], people_)) checks = one.checks;
    } else {
      left.push_back(parts[i]);
    }
  }
  if (days.size() > 1) return Unsure{say(msg("line.two_days", "first"_is = days[0], "other"_is = days[1])), line_};
  if (names.size() < 2 || (names.size() == 2 && names[0] == names[1])) return std::nullopt;
  if (names.size() > 2 || !action.who.empty())
    return Unsure{say(msg("line.two_check", "first"_is = names[0], "other"_is = names[1])), line_};
  if (checks.empty()) checks = names.back();
  const auto& who = names[0] == checks ? names[1] : names[0];
  auto line = fmt::format("{} {}: {}", head_.front(), who, action.what);
  for (const auto& part : left) line += "; " + part;
  if (days.empty())
    return Unsure{say(msg("line.two_named", "who"_is = who, "checks"_is = checks)), line + "; " + checks + "; "};
  const auto when = by_when(read_day(days.front(), how_.today));
  return Unsure{say(msg("line.action_whole", "who"_is = who, "when"_is = when, "checks"_is = checks)),
                fmt::format("{}; {}; {}", line, days.front(), checks), true};
}

Meant LineReader::action() const {
  AddAction action;
  // "actie 1: ...": its number in a list is nobody.
  if (const auto who = about(); !who.empty() && who.find_first_not_of("0123456789") == std::string::npos)
    return again(head_.front() + ": " + text_);
  if (auto two = action_of_two()) return std::move(*two);
  // "actie: daan, koffie met de buren, zaterdag, ria": who does it stands in front of what.
  if (const auto sign = text_.find_first_of(",;"); about().empty() && sign != std::string::npos)
    if (const auto who = called_plainly(trimmed(std::string_view(text_).substr(0, sign)), people_); !who.empty())
      if (const auto rest = behind_signs(std::string_view(text_).substr(sign)); !rest.empty())
        return again(fmt::format("{} {}: {}", head_.front(), who, rest));
  if (auto asked = doer_in_the_text()) return std::move(*asked);
  if (!about().empty()) action.who = person(about());
  auto parts = fields();
  if (parts.size() == 1) {
    // Commas will do, and dashes, as long as what stands behind them is understood.
    for (auto comma = last_mark(parts.front()); comma != std::string::npos; comma = last_mark(parts.front())) {
      const std::string tail(behind_signs(std::string_view(parts.front()).substr(comma + 1)));
      if (AddAction part; tail.empty() || !takes_part(part, tail)) break;
      parts.front() = trimmed(std::string_view(parts.front()).substr(0, comma));
      parts.insert(parts.begin() + 1, tail);
    }
  }
  action.what = parts.front();
  if (auto asked = two_of_one(action, parts)) return std::move(*asked);
  std::size_t guess = 0;  // the part that is taken for a name that nobody here knows
  for (std::size_t i = 1; i < parts.size(); ++i) {
    const auto& part = parts[i];
    if (part.empty() || takes_part(action, part)) continue;
    const auto problem = read_day(part, how_.today).problem;
    const bool like_a_name = words_in(part).size() <= 2 && problem.id() == "days.unknown" && action.checks.empty() &&
                             !day_tokens(part).begins;  // "na vakantie" is no name
    // Somebody of the case who is not at the table; the engine knows them, or says who there is.
    if (!like_a_name || is_record(part, 'a')) return part_not_understood(part, problem);
    action.checks = part;
    guess = i;
  }
  // With a colleague named as well, or no day, it was no name: it is quoted, not called missing.
  if (guess > 0 && (!action.by_when || action.checks != parts[guess]))
    return part_not_understood(parts[guess], read_day(parts[guess], how_.today).problem);
  if (!action.by_when) {
    if (auto asked = day_in_the_text(action, parts)) return std::move(*asked);
    // "bellen met oma dinsdag, ria kijkt na": the day is in the middle, and behind it stands who checks.
    const auto words = words_in(action.what);
    if (parts.size() == 1 && words.size() > 1 && !called(action.who, people_).empty())
      if (auto told = action_of(action.who, words); told && told->whole) return std::move(*told);
    if (auto asked = day_before_text(action, parts)) return std::move(*asked);
  }
  std::string note;
  for (const auto& part : parts)
    if (const auto day = read_day(part, how_.today); action.by_when && day && day.day == action.by_when)
      note = said_with(part, day, how_.today).in(how_.voice);
  return GiveCommand{{}, std::move(action), std::move(note)};
}

}  // namespace casus::desk
