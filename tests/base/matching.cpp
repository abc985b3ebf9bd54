// SPDX-License-Identifier: EUPL-1.2
#include "core/base/matching.hpp"

#include "core/base/part_of_name.hpp"
#include "tests/support/catch.hpp"

#include <random>

namespace casus::test {

TEST_CASE("what people type for one name is equal, whatever signs their keyboard makes", "[base][matching]") {
  CHECK(matched("Ren\u00e9e") == "renee");
  CHECK(matched("Rene\u0301e") == "renee");  // a letter with a mark behind it
  CHECK(matched("REN\u00c9E") == "renee");
  CHECK(matched("O'Brien") == matched("O\u2019Brien"));
  CHECK(matched("O`Brien") == matched("O\u02bcBrien"));
  CHECK(matched("No\u200bor") == "noor");  // a space that is not seen
  CHECK(matched("Noor\u00a0\t van  Dam ") == "noor van dam");
  CHECK(matched("Stra\u00dfe") == "strasse");
  CHECK(matched("\u0141ukasz \u0160imi\u0107") == "lukasz simic");
  CHECK(matched("\u0395\u03bb\u03ad\u03bd\u03b7") ==
        "\u0395\u03bb\u03ad\u03bd\u03b7");  // other letters stay as they are
  CHECK(matched("").empty());
  CHECK(matched(" \u200b ").empty());
}

TEST_CASE("matching takes any bytes, and what is matched once stays as it is", "[base][matching]") {
  std::mt19937 chance(7);
  for (int i = 0; i < 5000; ++i) {
    std::string text;
    for (auto left = chance() % 12; left > 0; --left) text += static_cast<char>(chance() % 256);
    const auto once = matched(text);
    if (matched(once) != once) FAIL("not stable");
  }
}

TEST_CASE("a part of a name stands for it where no other name has that part", "[base][matching]") {
  const std::vector<std::string_view> names{"feit", "eigen ervaring", "wens van de inwoner", "eigen versie"};
  CHECK(named_by_part("ervaring", names) == "eigen ervaring");
  CHECK(named_by_part(" Ervaring ", names) == "eigen ervaring");
  CHECK(named_by_part("wens van", names) == "wens van de inwoner");
  CHECK(named_by_part("eigen", names).empty());   // two have it
  CHECK(named_by_part("varing", names).empty());  // a part of a word
  CHECK(named_by_part("van", names).empty());     // says nothing
  CHECK(named_by_part("feit", names).empty());    // a whole name is no part
  CHECK(named_by_part("ervaring van mij", names).empty());
}

}  // namespace casus::test
