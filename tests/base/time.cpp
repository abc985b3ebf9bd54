// SPDX-License-Identifier: EUPL-1.2
#include "core/base/time.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/manual_clock.hpp"

namespace casus {

namespace {

Date day(std::string_view text) {
  const auto date = date_from(text);
  REQUIRE(date);
  return *date;
}

}  // namespace

TEST_CASE("a day is read and written the same", "[base]") {
  for (const auto* text : {"2026-03-02", "1900-01-01", "2199-12-31", "2024-02-29", "2000-02-29"})
    CHECK(to_string(day(text)) == text);
}

TEST_CASE("days that do not exist are not read", "[base]") {
  for (const auto* text : {"2026-02-29", "2026-02-30", "2100-02-29", "2026-04-31", "2026-13-01", "2026-00-10",
                           "2026-01-00", "2026-01-32", "1899-12-31", "2200-01-01", "0000-00-00"}) {
    INFO(text);
    CHECK_FALSE(date_from(text));
  }
}

TEST_CASE("a day in another form is not read", "[base]") {
  for (const auto* text :
       {"", "2026", "02-03-2026", "2026/03/02", "2026-3-2", "2026-03-2 ", " 2026-03-02", "2026-03-02 ", "20260302",
        "2026-+3-02", "2026--3-02", "-026-03-02", "2026-03-0x", "２026-03"}) {
    INFO(text);
    CHECK_FALSE(date_from(text));
  }
}

TEST_CASE("a moment is read and written the same", "[base]") {
  for (const auto* text : {"2026-03-02T09:30:00Z", "1900-01-01T00:00:00Z", "2199-12-31T23:59:59Z",
                           "1969-12-31T23:59:59Z", "2024-02-29T12:00:01Z"}) {
    const auto time = time_from(text);
    REQUIRE(time);
    CHECK(to_string(*time) == text);
  }
  CHECK(time_from("1970-01-01T00:00:00Z") == Time{});
}

TEST_CASE("moments that do not exist, or not in UTC to the second, are not read", "[base]") {
  for (const auto* text :
       {"", "2026-03-02", "2026-02-30T09:30:00Z", "2026-03-02T24:00:00Z", "2026-03-02T09:60:00Z",
        "2026-03-02T09:30:60Z", "2026-03-02T09:30:00", "2026-03-02 09:30:00Z", "2026-03-02T09:30:00+01:00",
        "2026-03-02T09:30:00.5Z", "2026-03-02T-9:30:00Z", "2026-03-02T09:30:00z", "2026-03-02T09.30.00Z"}) {
    INFO(text);
    CHECK_FALSE(time_from(text));
  }
}

TEST_CASE("days are counted over months, leap days and years, in both directions", "[base]") {
  CHECK(days_between(day("2026-03-02"), day("2026-03-02")) == 0);
  CHECK(days_between(day("2024-02-28"), day("2024-03-01")) == 2);
  CHECK(days_between(day("2026-02-28"), day("2026-03-01")) == 1);
  CHECK(days_between(day("2026-12-31"), day("2027-01-01")) == 1);
  CHECK(days_between(day("2026-03-02"), day("2026-02-02")) == -28);
  // Summer time begins on 29 March 2026: still one day.
  CHECK(days_between(day("2026-03-28"), day("2026-03-30")) == 2);
  CHECK(to_string(plus_days(day("2026-03-02"), 42)) == "2026-04-13");
  CHECK(to_string(plus_days(day("2024-03-01"), -1)) == "2024-02-29");
}

TEST_CASE("the clock of a test stands still until it is moved", "[base]") {
  test::ManualClock clock("2026-03-02T09:00:00Z");
  CHECK(clock.now() == clock.now());
  clock.advance(std::chrono::minutes(90));
  CHECK(to_string(clock.now()) == "2026-03-02T10:30:00Z");
  clock.advance_days(7);
  CHECK(to_string(clock.now()) == "2026-03-09T10:30:00Z");
  CHECK_THROWS_AS(clock.set("morgen"), std::invalid_argument);
}

TEST_CASE("the clock of the system tells a time of this century", "[base]") {
  const auto now = SystemClock().now();
  CHECK(now > *time_from("2026-01-01T00:00:00Z") - std::chrono::days(3650));
  CHECK(date_from(to_string(date_of(now))));
}

TEST_CASE("the day turns at midnight in the Netherlands, in summer and in winter", "[base]") {
  const auto day_at = [](const char* time) { return to_string(date_of(*time_from(time))); };
  CHECK(day_at("2026-01-10T22:59:59Z") == "2026-01-10");
  CHECK(day_at("2026-01-10T23:00:00Z") == "2026-01-11");
  CHECK(day_at("2026-07-10T21:59:59Z") == "2026-07-10");
  CHECK(day_at("2026-07-10T22:30:00Z") == "2026-07-11");  // half past midnight in Amsterdam
  CHECK(day_at("2026-03-28T22:30:00Z") == "2026-03-28");  // summer time begins in the night of the 29th
  CHECK(day_at("2026-03-29T22:30:00Z") == "2026-03-30");
  CHECK(day_at("2026-10-24T22:30:00Z") == "2026-10-25");  // and ends in that of the 25th
  CHECK(day_at("2026-10-25T22:30:00Z") == "2026-10-25");
}

}  // namespace casus
