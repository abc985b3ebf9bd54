// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/words/days/recurring_days.hpp"

#include "core/desk/words/days/calendar_days.hpp"

#include <algorithm>

namespace casus::desk {
namespace {

using Unit = Recurrence::Unit;
using Row = std::string_view;

/// The words with every list of weekdays ("maandag, woensdag en vrijdag", "maandag en elke vrijdag") as its first.
struct OneList {
  DayTokens words;
  std::vector<unsigned> weekdays;  ///< of that list, in order; two lists are none
};

OneList with_one_list(const DayTokens& words) {
  OneList out;
  const Row row = words.row;
  const auto next_of = [&](std::size_t at) {
    auto next = at + 1;
    if (next < row.size() && row[next] == 'd') ++next;
    if (next < row.size() && row[next] == 'v') ++next;
    return next < row.size() && row[next] == row[at] ? next : at;
  };
  for (std::size_t at = 0; at < row.size(); ++at) {
    out.words.row += row[at];
    out.words.tokens.push_back(words.tokens[at]);
    if (row[at] != 'W' && row[at] != 'S') continue;
    out.weekdays.push_back(static_cast<unsigned>(words.tokens[at].value));
    for (auto next = next_of(at); next != at; next = next_of(at)) {
      at = next;
      out.weekdays.push_back(static_cast<unsigned>(words.tokens[at].value));
    }
  }
  std::ranges::sort(out.weekdays);
  out.weekdays.erase(std::ranges::unique(out.weekdays).begin(), out.weekdays.end());
  return out;
}

std::optional<Recurrence> every(int amount, int unit, unsigned weekday) {
  if (unit >= kMonth) return Recurrence{Unit::month, amount * (unit / kMonth), 0, 0};
  if (unit % 7 == 0) return Recurrence{Unit::week, amount * (unit / 7), weekday, 0};
  return weekday == 0 ? std::optional(Recurrence{Unit::day, amount * unit, 0, 0}) : std::nullopt;
}

/// "N keer per M weken": of these one time is a rule, or as many as there are weekdays behind it.
bool is_counted(Row row) {
  return row == "rU" || row == "rNU" || row == "rZ" || row == "NrU" || row == "NrNU" || row == "NriNU" || row == "NrZ";
}

int value_of(const DayTokens& words, char letter) { return words.tokens[words.row.find(letter)].value; }

/// How many times; a word such as "twice" is two.
int times(const DayTokens& words) { return words.row.front() == 'N' ? words.tokens.front().value : 2; }

std::optional<Recurrence> counted(const DayTokens& words, const std::vector<unsigned>& weekdays) {
  auto row = Row(words.row);
  if (row.ends_with('W')) row.remove_suffix(1);
  if (!is_counted(row) || static_cast<std::size_t>(times(words)) != std::max<std::size_t>(weekdays.size(), 1))
    return std::nullopt;
  const auto place = row.find('N', 1);
  return every(place == Row::npos ? 1 : words.tokens[place].value, value_of(words, row.back()),
               weekdays.empty() ? 0 : weekdays.front());
}

std::optional<Recurrence> with_one_weekday(const DayTokens& words) {
  const Row row = words.row;
  const auto of = [&](char letter) { return value_of(words, letter); };
  const auto weekday = row.find('W') == Row::npos ? 0U : static_cast<unsigned>(of('W'));
  const auto monthly = [](unsigned day, int nth) { return Recurrence{Unit::month, 1, day, nth}; };
  if (row == "S") return Recurrence{Unit::week, 1, static_cast<unsigned>(of('S')), 0};
  if (row == "vg") return Recurrence{Unit::week, 1, 1, 0, {2, 3, 4, 5}};
  if (row == "vW") return Recurrence{Unit::week, 1, weekday, 0};
  if (row == "voW") return Recurrence{Unit::week, 2, weekday, 0};
  if (row == "vOW") return of('O') == 2 ? Recurrence{Unit::week, 2, weekday, 0} : monthly(weekday, of('O'));
  if (row == "vOWU" || row == "OWvU" || row == "vOWvU")
    return of('U') == kMonth ? std::optional(monthly(weekday, of('O'))) : std::nullopt;
  if (row == "vU" || row == "vUW" || row == "WvU") return every(1, of('U'), weekday);
  if (row == "vNU" || row == "vNUW" || row == "xNU" || row == "xNUW" || row == "WvNU" || row == "WxNU")
    return every(of('N'), of('U'), weekday);
  if (row == "voU" || row == "voUW" || row == "WvoU" || row == "xU" || row == "xUW" || row == "WxU" || row == "xoU")
    return every(2, of('U'), weekday);
  if (row == "vNUO" || row == "vNUOW") {
    if (of('U') < kMonth || (row == "vNUO" && of('O') < 0)) return std::nullopt;
    return Recurrence{Unit::month, of('N') * (of('U') / kMonth), weekday, of('O')};
  }
  if (row == "Z" || row == "ZW") return every(1, of('Z'), weekday);
  if (row == "vUO" || row == "OvU" || row == "vOU")
    return of('U') == kMonth && of('O') > 0 ? std::optional(monthly(0, of('O'))) : std::nullopt;
  return std::nullopt;
}

}  // namespace

std::optional<Recurrence> recurrence_in(const DayTokens& words) {
  const auto [one, weekdays] = with_one_list(words);
  if (std::ranges::count_if(one.row, [](char letter) { return letter == 'W' || letter == 'S'; }) > 1)
    return std::nullopt;
  auto rule = counted(one, weekdays);
  if (!rule) rule = with_one_weekday(one);
  if (!rule || weekdays.size() < 2) return rule;
  if (rule->unit != Unit::week || rule->weekday == 0) return std::nullopt;
  rule->weekday = weekdays.front();
  rule->also.assign(weekdays.begin() + 1, weekdays.end());
  return rule;
}

bool lacks_weekdays(const DayTokens& words) { return is_counted(words.row) && times(words) > 1; }

Date first_of(const Recurrence& rule, Date today) {
  if (rule.unit != Unit::week || rule.weekday == 0) {
    auto endless = rule;
    endless.until.reset();
    return next_after(endless, today).value_or(today);
  }
  const auto ahead = [&](unsigned weekday) {
    return (static_cast<int>(weekday) - static_cast<int>(weekday_of(today)) + 6) % 7 + 1;
  };
  auto days = ahead(rule.weekday);
  for (const auto more : rule.also) days = std::min(days, ahead(more));
  return plus_days(today, days);
}

}  // namespace casus::desk
