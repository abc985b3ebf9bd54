// SPDX-License-Identifier: EUPL-1.2
#include "core/base/recurrence.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace casus {
namespace {

using namespace std::chrono;

constexpr std::array<std::string_view, 7> kDays{"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
constexpr int kMostUnits = 60;

bool read_number(std::string_view text, int& value) {
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} && stop == text.data() + text.size();
}

bool is_sound(const Recurrence& rule) {
  if (rule.every < 1 || rule.every > kMostUnits || rule.weekday > 7) return false;
  if (rule.until && !rule.until->ok()) return false;
  auto before = rule.weekday;
  for (const auto more : rule.also) {
    if (rule.unit != Recurrence::Unit::week || before == 0 || more <= before || more > 7) return false;
    before = more;
  }
  if (rule.unit == Recurrence::Unit::day) return rule.weekday == 0 && rule.nth == 0;
  if (rule.unit == Recurrence::Unit::week) return rule.nth == 0;
  if (rule.weekday != 0) return rule.nth == -1 || (rule.nth >= 1 && rule.nth <= 4);
  return rule.nth >= 0 && rule.nth <= 31;
}

std::optional<unsigned> weekday_named(std::string_view name) {
  const auto found = std::ranges::find(kDays, name);
  if (found == kDays.end()) return std::nullopt;
  return static_cast<unsigned>(found - kDays.begin()) + 1;
}

/// "WE,FR", or "-1FR" of a month.
bool read_weekdays(std::string_view value, Recurrence& rule) {
  while (!value.empty()) {
    const auto end = std::min(value.find(','), value.size());
    auto name = value.substr(0, end);
    if (name.size() < 2 || end + 1 == value.size()) return false;
    value.remove_prefix(std::min(end + 1, value.size()));
    const auto weekday = weekday_named(name.substr(name.size() - 2));
    name.remove_suffix(2);
    if (!weekday) return false;
    if (rule.weekday != 0) {
      if (!name.empty()) return false;
      rule.also.push_back(*weekday);
      continue;
    }
    rule.weekday = *weekday;
    if (!name.empty() && !read_number(name, rule.nth)) return false;
  }
  return rule.weekday != 0;
}

/// "20261225".
std::optional<Date> compact_date(std::string_view text) {
  if (text.size() != 8) return std::nullopt;
  return date_from(fmt::format("{}-{}-{}", text.substr(0, 4), text.substr(4, 2), text.substr(6)));
}

/// The day that the rule gives in a month; the last day where the month has not so many.
Date in_month(const Recurrence& rule, year_month month, unsigned day) {
  if (rule.weekday != 0) return nth_weekday(month, rule.weekday, rule.nth).value_or(Date(month / std::chrono::last));
  const Date wanted = month / std::chrono::day(rule.nth > 0 ? static_cast<unsigned>(rule.nth) : day);
  return wanted.ok() ? wanted : Date(month / std::chrono::last);
}

Date after(const Recurrence& rule, Date day) {
  if (rule.unit == Recurrence::Unit::day) return plus_days(day, rule.every);
  if (rule.unit == Recurrence::Unit::week) {
    if (rule.weekday == 0) return plus_days(day, 7 * rule.every);
    const auto now = weekday(sys_days(day)).iso_encoding();
    // Of one week all the weekdays come, and then so many weeks on.
    for (const auto more : rule.also)
      if (more > now && rule.weekday <= now) return plus_days(day, static_cast<int>(more - now));
    const auto ahead = static_cast<int>((rule.weekday + 7 - now) % 7);
    if (!rule.also.empty() && rule.weekday <= now)
      return plus_days(day, 7 * rule.every - static_cast<int>(now - rule.weekday));
    return ahead > 0 ? plus_days(day, ahead + 7 * (rule.every - 1)) : plus_days(day, 7 * rule.every);
  }
  const year_month month = day.year() / day.month();
  const auto number = static_cast<unsigned>(day.day());
  const auto here = in_month(rule, month, number);
  if (rule.every == 1 && sys_days(here) > sys_days(day)) return here;
  return in_month(rule, month + months(rule.every), number);
}

}  // namespace

std::string to_string(const Recurrence& rule) {
  constexpr std::array<std::string_view, 3> kUnits{"DAILY", "WEEKLY", "MONTHLY"};
  std::string out = fmt::format("FREQ={}", kUnits[static_cast<std::size_t>(rule.unit)]);
  if (rule.every > 1) out += fmt::format(";INTERVAL={}", rule.every);
  if (rule.weekday > 0) {
    out += ";BYDAY=";
    if (rule.nth != 0) out += std::to_string(rule.nth);
    out += kDays[rule.weekday - 1];
    for (const auto more : rule.also) out += fmt::format(",{}", kDays[more - 1]);
  } else if (rule.nth != 0) {
    out += fmt::format(";BYMONTHDAY={}", rule.nth);
  }
  if (rule.until)
    out += fmt::format(";UNTIL={:04}{:02}{:02}", static_cast<int>(rule.until->year()),
                       static_cast<unsigned>(rule.until->month()), static_cast<unsigned>(rule.until->day()));
  return out;
}

std::optional<Recurrence> recurrence_from(std::string_view text) {
  Recurrence rule;
  bool has_unit = false;
  while (!text.empty()) {
    const auto end = std::min(text.find(';'), text.size());
    const auto part = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    const auto equals = part.find('=');
    if (equals == std::string_view::npos) return std::nullopt;
    const auto name = part.substr(0, equals);
    const auto value = part.substr(equals + 1);
    if (name == "FREQ") {
      has_unit = true;
      if (value == "DAILY") rule.unit = Recurrence::Unit::day;
      else if (value == "WEEKLY") rule.unit = Recurrence::Unit::week;
      else if (value == "MONTHLY") rule.unit = Recurrence::Unit::month;
      else return std::nullopt;
    } else if (name == "INTERVAL") {
      if (!read_number(value, rule.every)) return std::nullopt;
    } else if (name == "BYMONTHDAY") {
      if (!read_number(value, rule.nth)) return std::nullopt;
    } else if (name == "BYDAY") {
      if (rule.weekday != 0 || !read_weekdays(value, rule)) return std::nullopt;
    } else if (name == "UNTIL") {
      rule.until = compact_date(value);
      if (!rule.until) return std::nullopt;
    } else {
      return std::nullopt;
    }
  }
  if (!has_unit || !is_sound(rule)) return std::nullopt;
  return rule;
}

std::optional<Date> nth_weekday(year_month month, unsigned weekday, int nth) {
  const std::chrono::weekday wanted(weekday % 7);
  if (nth == -1) return Date(sys_days(month / wanted[std::chrono::last]));
  if (nth < 1 || nth > 5) return std::nullopt;
  const auto found = month / wanted[static_cast<unsigned>(nth)];
  if (!found.ok()) return std::nullopt;
  return Date(sys_days(found));
}

Date plus_months(Date day, int months) {
  const Date later = day + std::chrono::months(months);
  return later.ok() ? later : Date(later.year() / later.month() / std::chrono::last);
}

std::optional<Date> next_after(const Recurrence& rule, Date day) {
  const auto next = after(rule, day);
  if (rule.until && sys_days(next) > sys_days(*rule.until)) return std::nullopt;
  return next;
}

}  // namespace casus
