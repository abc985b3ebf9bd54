// SPDX-License-Identifier: EUPL-1.2
#include "core/text/moment_words.hpp"
#include "tests/support/catch.hpp"

#include <string>

namespace casus::test {
namespace {

std::string moment_told(const char* moment, Lang lang = Lang::nl) {
  return text::moment_message(time_from(moment).value()).in(lang);
}

}  // namespace

TEST_CASE("a moment is told by the clock on the wall of the team, in words", "[text]") {
  CHECK(moment_told("2026-03-02T09:07:00Z") == "2 maart 2026 om 10:07 uur");
  CHECK(moment_told("2026-03-02T09:07:00Z", Lang::en) == "2 March 2026 at 10:07");
  CHECK(moment_told("2026-07-01T09:07:00Z") == "1 juli 2026 om 11:07 uur");
  // Half past midnight is the next day already.
  CHECK(moment_told("2026-07-01T22:30:00Z") == "2 juli 2026 om 00:30 uur");
  CHECK(moment_told("2026-12-31T23:00:00Z") == "1 januari 2027 om 00:00 uur");
  // Two that differ by less than a minute do not read the same.
  CHECK(moment_told("2026-03-02T09:07:05Z") == "2 maart 2026 om 10:07:05 uur");
}

TEST_CASE("on the two days that the clock changes a moment is told before and after it", "[text]") {
  CHECK(moment_told("2026-03-29T00:59:00Z") == "29 maart 2026 om 01:59 uur");
  CHECK(moment_told("2026-03-29T01:00:00Z") == "29 maart 2026 om 03:00 uur");
  CHECK(moment_told("2026-03-29T20:00:00Z") == "29 maart 2026 om 22:00 uur");
  CHECK(moment_told("2026-10-25T00:59:00Z") == "25 oktober 2026 om 02:59 uur");
  CHECK(moment_told("2026-10-25T01:00:00Z") == "25 oktober 2026 om 02:00 uur");
  CHECK(moment_told("2026-10-25T20:00:00Z") == "25 oktober 2026 om 21:00 uur");
}

}  // namespace casus::test
