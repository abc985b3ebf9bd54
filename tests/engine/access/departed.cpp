// SPDX-License-Identifier: EUPL-1.2
#include "tests/engine/at_work.hpp"
#include "tests/support/typed_voice.hpp"

using namespace casus;
using namespace casus::test;

TEST_CASE("one who is called as somebody who left is asked about, and becomes nobody else without a word",
          "[engine][identity]") {
  auto story = at_work();
  const auto seat = [](const std::string& name, Role role) { return AddParticipant{name, {role}, false, false, ""}; };
  story.does("Noor", seat("Piet", Role::circle));
  const auto piet = story.c.people.back().id;
  story.does("Piet", fact("Ik kook op dinsdag"));
  story.does("Noor", RemoveParticipant{"Piet"});
  for (const auto role : {Role::professional, Role::coach, Role::referrer})
    story.when("Noor", seat("piet", role))
        .refused("WasHereBefore")
        .says("Iemand die Piet heet was hier eerder (iemand uit de kring) en ging weg.",
              "Somebody called Piet was here before (member of the circle) and left.");
  // Who would come from elsewhere does so by their number too.
  auto for_a_time = seat("Piet", Role::professional);
  for_a_time.until = on("2026-09-01");
  story.when("Noor", for_a_time)
      .asks("Is het dezelfde: casus case join 2026-001 " + piet +
                " --role professional --external --until 2026-09-01. Is het iemand anders, geef dan een naam die hen "
                "uit elkaar houdt, zoals de volledige naam.",
            "If it is the same person: casus case join 2026-001 " + piet +
                " --role professional --external --until 2026-09-01. If it is another, give a name that tells them "
                "apart, such as the full name.");
  auto of_team = seat("Piet", Role::coach);
  of_team.team_member = true;
  story.when("Noor", of_team)
      .asks("Is het dezelfde: casus case join 2026-001 " + piet +
                " --role coach. Is het iemand anders, geef dan een naam die hen uit elkaar houdt, zoals de volledige "
                "naam.",
            "If it is the same person: casus case join 2026-001 " + piet +
                " --role coach. If it is another, give a name that tells them apart, such as the full name.");
  // By the number they are the same; by a full name another; as what they were they are back.
  CHECK(story.when("Noor", seat(piet, Role::referrer)).gives<ParticipantAdded>().person == piet);
  CHECK(story.when("Noor", seat("Piet Jansen", Role::professional)).gives<ParticipantAdded>().person != piet);
  CHECK(story.when("Noor", seat("Piet", Role::circle)).gives<ParticipantAdded>().person == piet);
  // Of an erased person the name is free, and nothing of them is the newcomer's.
  story.does("Noor", ErasePerson{{"Piet", "op verzoek", "Samira"}});
  CHECK(story.when("Noor", seat("Piet", Role::professional)).gives<ParticipantAdded>().person != piet);
}

TEST_CASE("the next who comes from the same office is nobody else without being asked", "[engine][identity]") {
  auto story = at_work();
  const auto seat = [](const std::string& name, Role role) { return AddParticipant{name, {role}, false, false, ""}; };
  for (const auto& [name, role] : {std::pair{"jongerenwerker", Role::professional},
                                   {"De Wijkverpleegkundige", Role::professional},
                                   {"Petra", Role::professional},
                                   {"school", Role::referrer}}) {
    CAPTURE(name);
    story.does("Noor", seat(name, role));
    const auto first = story.c.people.back().id;
    story.does("Noor", RemoveParticipant{name});
    story.when("Noor", seat(name, role)).refused("WasHereBefore");
    // By the number they are the same, by a name that tells them apart another.
    CHECK(story.when("Noor", seat(first, role)).gives<ParticipantAdded>().person == first);
    CHECK(story.when("Noor", seat(std::string(name) + " Achterbergh", role)).gives<ParticipantAdded>().person != first);
  }
  // A whole name is somebody's, and who is around the resident is who they were.
  story.does("Noor", seat("Jan de Wit", Role::professional));
  const auto jan = story.c.people.back().id;
  story.does("Noor", RemoveParticipant{"Jan de Wit"});
  CHECK(story.when("Noor", seat("Jan de Wit", Role::professional)).gives<ParticipantAdded>().person == jan);
  story.does("Noor", seat("oma", Role::circle));
  const auto oma = story.c.people.back().id;
  story.does("Noor", RemoveParticipant{"oma"});
  CHECK(story.when("Noor", seat("oma", Role::circle)).gives<ParticipantAdded>().person == oma);
  // Who was only not there today did not leave.
  story.does("Noor", seat("wijkagent", Role::professional)).does("Noor", RemoveParticipant{"wijkagent", true});
  CHECK(story.when("Noor", seat("wijkagent", Role::professional)).gives<ParticipantAdded>().person ==
        story.c.person("wijkagent")->id);
}
