// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/remarks/remarks.hpp"
#include "tests/engine/at_work.hpp"
#include "tests/support/typed_voice.hpp"

using namespace casus;
using namespace casus::test;

TEST_CASE("those around the resident put no words in the mouth of another, and who gets words is to hear of it",
          "[engine][identity]") {
  auto story = at_work();
  story.does("Noor", AddParticipant{"Joke Voorbeeld", {Role::resident}, false, false, ""});
  story.does("Joke Voorbeeld", fact("De post ligt er nog"));
  const auto id = story.c.contributions.back().id;
  Correct gives{.ref = id, .whose = "Noor", .because = "zij zei het"};
  story.when("Joke Voorbeeld", gives).refused("NotForAnother");
  gives.whose = "Daan";
  story.when("Noor", gives).then({"Corrected"});
  const Command command{{}, story.c.id, "Noor", story.now, std::nullopt, CommandBody(gives)};
  const auto told = engine::named_as_sayer(story.c, command);
  REQUIRE(told);
  CHECK(told->message.in(typed_in(Lang::nl)) ==
        "Dit staat nu op naam van Daan. Laat het Daan weten; klopt het niet, dan kan het zo terug: casus case correct "
        "2026-001 " +
            id + " --whose 'Joke Voorbeeld' --as Daan");
  // Somebody around the resident gives nothing back: the line that is shown is of who can.
  story.does("Noor", fact("Zij slaapt slecht"));
  Correct given = gives;
  given.ref = story.c.contributions.back().id;
  given.whose = "Joke Voorbeeld";
  const auto to_joke =
      engine::named_as_sayer(story.c, {{}, story.c.id, "Noor", story.now, std::nullopt, CommandBody(given)});
  REQUIRE(to_joke);
  const auto line = to_joke->message.in(typed_in(Lang::nl));
  CHECK(line.find(given.ref + " --whose Noor") != std::string::npos);
  CHECK(line.ends_with("--as Noor"));
  story.does("Noor", given);
  given.whose = "Noor";
  story.when("Joke Voorbeeld", given).refused("NotForAnother");
  story.when("Noor", given).then({"Corrected"});
  gives.whose = "Noor";  // one's own words, which another typed
  CHECK_FALSE(engine::named_as_sayer(story.c, {{}, story.c.id, "Noor", story.now, std::nullopt, CommandBody(gives)}));
}
