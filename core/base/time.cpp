// SPDX-License-Identifier: EUPL-1.2
#include "core/base/time.hpp"

#include <fmt/compile.h>

#include <charconv>

namespace casus {

namespace {

std::optional<int> number(std::string_view text, std::size_t at, std::size_t length) {
  int value = 0;
  if (at + length > text.size()) return std::nullopt;
  const char* const end = text.data() + at + length;
  const auto [stop, error] = std::from_chars(text.data() + at, end, value);
  if (error != std::errc{} || stop != end || text[at] == '-') return std::nullopt;
  return value;
}

}  // namespace

namespace {

/// Central European summer time: from the last Sunday of March to that of October, both at one o'clock UTC.
bool is_summer(Time time) {
  using namespace std::chrono;
  const Date day(floor<days>(time));
  const auto year = day.year();
  if (day.month() != March && day.month() != October) return day.month() > March && day.month() < October;
  const auto turn = [&](month month) { return sys_days(year / month / Sunday[last]) + hours(1); };
  return time >= turn(March) && time < turn(October);
}

/// What the clock in the Netherlands says then.
Time on_the_wall(Time time) { return time + std::chrono::hours(is_summer(time) ? 2 : 1); }

}  // namespace

std::string to_string(Date date) {
  return fmt::format(FMT_COMPILE("{:04}-{:02}-{:02}"), static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

std::string to_string(Time time) {
  const auto day = std::chrono::floor<std::chrono::days>(time);
  const std::chrono::hh_mm_ss clock(time - day);
  return fmt::format(FMT_COMPILE("{}T{:02}:{:02}:{:02}Z"), to_string(Date(day)), clock.hours().count(),
                     clock.minutes().count(), clock.seconds().count());
}

std::optional<Date> date_from(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = number(text, 0, 4);
  const auto month = number(text, 5, 2);
  const auto day = number(text, 8, 2);
  if (!year || !month || !day || *year < 1900 || *year > 2199) return std::nullopt;
  const Date date(std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
                  std::chrono::day(static_cast<unsigned>(*day)));
  if (!date.ok()) return std::nullopt;
  return date;
}

std::optional<Time> time_from(std::string_view text) {
  if (text.size() != 20 || text[10] != 'T' || text[13] != ':' || text[16] != ':' || text[19] != 'Z')
    return std::nullopt;
  const auto date = date_from(text.substr(0, 10));
  const auto hour = number(text, 11, 2);
  const auto minute = number(text, 14, 2);
  const auto second = number(text, 17, 2);
  if (!date || !hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 59) return std::nullopt;
  return std::chrono::sys_days(*date) + std::chrono::hours(*hour) + std::chrono::minutes(*minute) +
         std::chrono::seconds(*second);
}

Date date_of(Time time) { return Date(std::chrono::floor<std::chrono::days>(on_the_wall(time))); }

std::chrono::seconds clock_of(Time time) {
  const auto wall = on_the_wall(time);
  return wall - std::chrono::floor<std::chrono::days>(wall);
}

int days_between(Date from, Date to) {
  return static_cast<int>((std::chrono::sys_days(to) - std::chrono::sys_days(from)).count());
}

Date quarter_begin(Date date) {
  constexpr unsigned kMonths = 3;
  const auto month = (static_cast<unsigned>(date.month()) - 1) / kMonths * kMonths + 1;
  return {date.year(), std::chrono::month(month), std::chrono::day(1)};
}

Date plus_days(Date date, int days) { return Date(std::chrono::sys_days(date) + std::chrono::days(days)); }

}  // namespace casus
