// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/forms/record_days.hpp"

#include "tests/method/declared_records.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/times.hpp"

namespace casus::test {

TEST_CASE("a day in a record is read as people say it, and nothing else is", "[desk]") {
  const auto [method, problems] = parsed(records_file());
  REQUIRE(lines_of(problems) == std::vector<std::string>{});
  const auto* type = method.record_type("harm");
  REQUIRE(type != nullptr);
  Record record{
      "harm", "Hij viel: van de trap; wanneer: woensdag; ernst: 6", {"on=2-12-2026", "on=ooit", "severity=6"}};
  desk::read_days(*type, record, on("2026-03-02"));
  CHECK(record.text == "Hij viel: van de trap; wanneer: 2026-03-04; ernst: 6");
  CHECK(record.set == std::vector<std::string>{"on=2026-12-02", "on=ooit", "severity=6"});
}

}  // namespace casus::test
