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
  Correct gives;
  gives.ref = id;
  gives.whose = "Noor";
  gives.because = "zij zei het";
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
  gives.whose = "Noor";  // one's own words, which another typed
  CHECK_FALSE(engine::named_as_sayer(story.c, {{}, story.c.id, "Noor", story.now, std::nullopt, CommandBody(gives)}));
}
