// SPDX-License-Identifier: EUPL-1.2
#include "core/method/phrases.hpp"

#include "core/base/text.hpp"
#include "tests/support/catch.hpp"

#include <set>
#include <string>

namespace casus::method {
namespace {

TEST_CASE("advice in disguise is found, with the phrase that gives it away", "[method]") {
  const auto [text, phrase] = GENERATE(table<const char*, const char*>({
      {"Heb je al gedacht aan schuldhulp?", "heb je al gedacht aan"},
      {"HEB JE AL GEDACHT AAN de buurvrouw", "heb je al gedacht aan"},
      {"Heb je weleens gedacht aan een maatje?", "heb je … gedacht aan"},
      {"Zou je niet eerst bellen?", "zou je niet"},
      {"Waarom bel je haar moeder niet?", "waarom … niet"},
      {"Waarom niet gewoon bellen?", "waarom … niet"},
      {"‘Je moet’ nu echt iets doen", "je moet"},
      {"vind je  niet\tdat het tijd is", "vind je niet dat"},
      {"Als ik jou was, ging ik langs.", "als ik jou was"},
      {"Have you thought of a mediator?", "have you thought of"},
      {"Don’t you think she needs rest?", "don't you think"},
      {"Why don't you call?", "why don't you"},
      {"I feel you should wait.", "you should"},
  }));
  INFO(text);
  CHECK(advice_in(text) == phrase);
}

TEST_CASE("a plain question or story is not taken for advice", "[method]") {
  const std::string text = GENERATE(
      "", "Wat wil de inwoner in plaats hiervan?", "Wat moet je weten om te helpen?", "Zoals jij moet ook zij wachten.",
      "Ik weet niet waarom. Dat is nu niet belangrijk.", "Who would notice first?", "Are you shoulder to shoulder?",
      "Waarom kwam de oudste zoon van de buren vorige week opeens weer langs en vertelde hij niets?",
      "Je moetje niet zo haasten.");
  INFO(text);
  CHECK(advice_in(text).empty());
}

TEST_CASE("every phrase finds itself, and is written once and in lower case", "[method]") {
  std::set<std::string_view> seen;
  for (const auto& phrase : advice_phrases()) {
    INFO(phrase.text);
    CHECK(seen.insert(phrase.text).second);
    CHECK(folded(phrase.text) == phrase.text);
    CHECK_FALSE(advice_in("Nou, " + std::string(phrase.text) + ", toch?").empty());
  }
}

}  // namespace
}  // namespace casus::method
