// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/meeting/guided/unread.hpp"

#include "core/service/table/table.hpp"
#include "tests/support/catch.hpp"

#include <string>

// What a screen that all look at repeats of a line that somebody wrote unseen: names of the method and of people, and
// nothing else.

namespace casus::test {
namespace {

using namespace text::literals;

service::Table table_of_causes() {
  service::Table table;
  table.seats.emplace_back().name = "Femke";
  auto& kind = table.kinds.emplace_back();
  kind.key = "cause";
  kind.name = "oorzaak";
  return table;
}

}  // namespace

TEST_CASE("a refusal of a line that is not to be read keeps the fields, and none of what was typed", "[desk]") {
  const std::string line = "femke oorzaak: Te weinig mensen; hoe: 3; hoe zeker: 9";
  const auto told = [&](const text::Message& message) {
    return desk::without_typed(message, table_of_causes(), line).in(Lang::nl);
  };
  const Text field{"oorzaak", "cause"};
  CHECK(told(text::msg("records.field_twice", "field"_is = field, "first"_is = "Te weinig mensen",
                       "second"_is = "hoe: 3")) == "'oorzaak' staat er twee keer in: '…' en '…'.");
  CHECK(told(text::msg("records.off_scale", "field"_is = Text{"hoe zeker", "how sure"}, "value"_is = "9")) ==
        "… past niet op de schaal van 'hoe zeker'.");
  CHECK(told(text::Message::verbatim("Femke")) == "Femke");
  CHECK(told(text::Message::verbatim("oorzaak")) == "oorzaak");
  CHECK(told(text::Message::verbatim("Te weinig  mensen")) == "…");
  CHECK(told(text::Message::verbatim("een ander woord")) == "een ander woord");
  CHECK(told(text::Message::verbatim("2026-009")) == "2026-009");
}

TEST_CASE("a question about a line that is not to be read quotes none of it", "[desk]") {
  const auto asked = [](std::string sentence, std::string_view line) {
    return desk::without_quoted(std::move(sentence), table_of_causes(), line);
  };
  CHECK(asked("'zegt dat' is geen soort; hier past: 'oorzaak'", "femke zegt dat: 's avonds") ==
        "'…' is geen soort; hier past: 'oorzaak'");
  CHECK(asked("'het is 's avonds' is geen soort", "femke het is 's avonds: druk") == "'…' is geen soort");
  CHECK(asked("'Femke' zegt 'b3'", "femke b3: ja") == "'Femke' zegt '…'");
  CHECK(asked("nog niets", "femke nog niets: ja") == "nog niets");
}

TEST_CASE("a line that is offered is not written out in the question, where words that are not to be read went in",
          "[desk]") {
  const std::string offered = "corrigeer b4: dat zijn er vier keer in de week";
  const std::string sentence = "bedoel je dit: " + offered + "? Nu staat er: 'dat zijn er drie keer in de week'";
  CHECK(desk::without_offered(sentence, offered, "oeps, vier keer") ==
        "bedoel je dit: corrigeer b4: …? Nu staat er: 'dat zijn er drie keer in de week'");
  CHECK(desk::without_offered(sentence, offered, "iets anders") == sentence);
  CHECK(desk::without_offered("Typ: ongedaan", "ongedaan", "ongedaan") == "Typ: ongedaan");
}

}  // namespace casus::test
