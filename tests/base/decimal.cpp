// SPDX-License-Identifier: EUPL-1.2
#include "core/base/decimal.hpp"

#include "core/base/json/json_fields.hpp"
#include "tests/support/catch.hpp"

namespace casus::test {

TEST_CASE("a number keeps every decimal, and is read back as it is written", "[base]") {
  for (const auto* text : {"0", "41", "12.4", "12.40", "0.125", "-3.5", "-0.05", "1234567.123456"}) {
    CAPTURE(text);
    const auto number = decimal_from(text);
    REQUIRE(number.has_value());
    CHECK(to_string(*number) == text);
  }
  for (const auto* text :
       {"", "-", ".5", "5.", "12,4", "1e3", "+4", " 4", "4 ", "1.2.3", "0.1234567", "1234567890123456"})
    CHECK_FALSE(decimal_from(text).has_value());
}

TEST_CASE("what is typed is taken in the notation of either language", "[base]") {
  const auto typed = [](std::string_view text) {
    const auto read = decimal_as_typed(text);
    return read.number ? to_string(*read.number) : std::string("-");
  };
  CHECK(typed("41") == "41");
  CHECK(typed(" 12,4 ") == "12.4");
  CHECK(typed("12.40") == "12.40");
  CHECK(typed("-3,5") == "-3.5");
  CHECK(typed("+7") == "7");
  CHECK(typed("1.234,5") == "1234.5");
  CHECK(typed("1,234.5") == "1234.5");
  CHECK(typed("1.234.567") == "1234567");
  CHECK(typed("0,125") == "0.125");
  CHECK(typed("1234.567") == "1234.567");
  for (const auto* text : {"", "veel", "12,4 %", "12,", ",5", "1,2,3", "1.23.456", "12.3456.789", "12,345.6.7", "--4"})
    CHECK(typed(text) == "-");
}

TEST_CASE("a number that could be two is taken for neither", "[base]") {
  const auto read = decimal_as_typed("1.200");
  CHECK_FALSE(read.number.has_value());
  CHECK(read.other == Decimal{1200, 3});
  CHECK(read.whole == Decimal{1200, 0});
}

TEST_CASE("in JSON a number with decimals is a number or a text", "[base]") {
  const auto read = [](const char* in) {
    Decimal number;
    Problems problems;
    fields::read(fields::json::parse(in), number, "/value", problems);
    return problems.empty() ? to_string(number) : std::string("-");
  };
  CHECK(read("41") == "41");
  CHECK(read("12.4") == "12.4");
  CHECK(read("\"12.40\"") == "12.40");
  CHECK(read("\"12,4\"") == "-");
  CHECK(read("1e30") == "-");
  CHECK(read("true") == "-");
}

}  // namespace casus::test
