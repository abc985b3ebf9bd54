// SPDX-License-Identifier: EUPL-1.2
#include "tests/engine/story.hpp"
#include "tests/support/typed_voice.hpp"

using namespace casus;
using namespace casus::test;

TEST_CASE("who cannot say alone that two cases are one, or two, is told the line that does it together", "[engine]") {
  const auto mine = begun();
  Story theirs;
  theirs.c.id = "2026-002";
  auto open = open_command();
  theirs.does("Karin", open);
  const auto asked = [&](const Case& of, const Case& other, CommandBody body) {
    const Command command{{}, of.id, "Noor", at("2026-03-03T09:00:00Z"), std::nullopt, std::move(body)};
    const auto decided = engine::decide(of, command, mine.library, nullptr, &other);
    REQUIRE_FALSE(decided.has_value());
    CHECK(decided.error().name == "NotBothYours");
    return decided.error().remedies_in(typed_in(Lang::nl));
  };
  CHECK(asked(theirs.c, mine.c, MergeCase{"2026-001", "twee keer aangemeld", ""}) ==
        "Doe het samen met Karin: casus case merge 2026-002 --into 2026-001 --because 'twee keer aangemeld' --with "
        "Karin.");
  auto merged = theirs;
  const Command together{{},           "2026-002",
                         "Noor",       at("2026-03-03T09:00:00Z"),
                         std::nullopt, CommandBody(MergeCase{"2026-001", "twee keer aangemeld", "Karin"})};
  const auto events = engine::decide(merged.c, together, mine.library, nullptr, &mine.c);
  REQUIRE(events.has_value());
  for (const auto& event : *events) engine::evolve(merged.c, event);
  CHECK(asked(merged.c, mine.c, SeparateCase{"toch twee", ""}) ==
        "Doe het samen met Karin: casus case separate 2026-002 --because 'toch twee' --with Karin.");
}
