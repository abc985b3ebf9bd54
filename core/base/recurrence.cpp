// SPDX-License-Identifier: EUPL-1.2
#include "core/base/recurrence.hpp"

#include <fmt/format.h>

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
  if (rule.unit == Recurrence::Unit::day) return rule.weekday == 0 && rule.nth == 0;
  if (rule.unit == Recurrence::Unit::week) return rule.nth == 0;
  if (rule.weekday != 0) return rule.nth == -1 || (rule.nth >= 1 && rule.nth <= 4);
  return rule.nth >= 0 && rule.nth <= 31;
}

/// The day that the rule gives in a month; the last day where the month has not so many.
Date in_month(const Recurrence& rule, year_month month, unsigned day) {
  if (rule.weekday != 0) return nth_weekday(month, rule.weekday, rule.nth).value_or(Date(month / std::chrono::last));
  const Date wanted = month / std::chrono::day(rule.nth > 0 ? static_cast<unsigned>(rule.nth) : day);
  return wanted.ok() ? wanted : Date(month / std::chrono::last);
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
  } else if (rule.nth != 0) {
    out += fmt::format(";BYMONTHDAY={}", rule.nth);
  }
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
    auto value = part.substr(equals + 1);
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
    } else if (name == "BYDAY" && value.size() >= 2) {
      for (std::size_t i = 0; i < kDays.size(); ++i)
        if (value.ends_with(kDays[i])) rule.weekday = static_cast<unsigned>(i + 1);
      value.remove_suffix(2);
      if (rule.weekday == 0 || (!value.empty() && !read_number(value, rule.nth))) return std::nullopt;
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

Date next_after(const Recurrence& rule, Date day) {
  if (rule.unit == Recurrence::Unit::day) return plus_days(day, rule.every);
  if (rule.unit == Recurrence::Unit::week) {
    if (rule.weekday == 0) return plus_days(day, 7 * rule.every);
    const auto now = weekday(sys_days(day)).iso_encoding();
    const auto ahead = static_cast<int>((rule.weekday + 7 - now) % 7);
    return ahead > 0 ? plus_days(day, ahead + 7 * (rule.every - 1)) : plus_days(day, 7 * rule.every);
  }
  const year_month month = day.year() / day.month();
  const auto number = static_cast<unsigned>(day.day());
  const auto here = in_month(rule, month, number);
  if (rule.every == 1 && sys_days(here) > sys_days(day)) return here;
  return in_month(rule, month + months(rule.every), number);
}

}  // namespace casus
