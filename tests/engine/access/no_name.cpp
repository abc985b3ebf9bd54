// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/access/no_name.hpp"
#include "core/engine/team/team.hpp"
#include "tests/engine/story.hpp"

using namespace casus;
using namespace casus::test;

// What the program has for something else is nobody's name: "p1" would act as whoever has that number.

namespace {

std::string told_no_name(std::string_view name, const std::vector<Role>& roles = {},
                         engine::NameAlso also = engine::NameAlso::nothing) {
  const auto refusal = engine::no_name(name, roles, also);
  return refusal ? std::string(refusal->reason.id()) : std::string();
}

std::string added_to_team(const std::string& name) {
  Team team{.name = "Noord", .members = {{"Noor", "", {}}}};
  const auto came =
      engine::decide(team, {"t1", at("2026-03-02T09:00:00Z"), TeamBody(AddMember{{name, ""}})}, {}, Shipped());
  return came ? std::string() : came.error().name;
}

}  // namespace

TEST_CASE("the full stop of a sentence is no part of a name, and that of an initial is", "[engine][identity]") {
  for (const auto& [typed, kept] : std::vector<std::pair<std::string, std::string>>{{"Ria.", "Ria"},
                                                                                    {" Ria. ", "Ria"},
                                                                                    {"Bo.", "Bo"},
                                                                                    {"Ren\u00E9.", "Ren\u00E9"},
                                                                                    {"Noor Bakker.", "Noor Bakker"},
                                                                                    {"N.", "N."},
                                                                                    {"\u00C9.", "\u00C9."},
                                                                                    {"Noor B.", "Noor B."},
                                                                                    {"Jan Jr.", "Jan Jr."},
                                                                                    {"J.P.", "J.P."},
                                                                                    {"Ria..", "Ria.."},
                                                                                    {".", "."}}) {
    CAPTURE(typed);
    CHECK(engine::new_name(typed) == kept);
  }
  Case state{.people = {Person{}}};
  state.people[0].id = "p1";
  state.people[0].name = "Els";
  CHECK(engine::person_called(state, "Els.") == &state.people[0]);
  CHECK(engine::person_called(state, "Elsje.") == nullptr);
}

TEST_CASE("a number, a mark and the word of a role are no name of a person", "[engine][identity]") {
  for (const auto* number : {"p1", "P1", "p1.", "b3", " a12 ", "5", "\uFF50\uFF11"}) {
    CAPTURE(number);
    CHECK(told_no_name(number) == "identity.name_is_a_number");
    CHECK(told_no_name(number, {}, engine::NameAlso::role_word) == "identity.name_is_a_number");
  }
  CHECK(told_no_name("(gewist)") == "identity.name_is_a_mark");
  for (const auto* role : {"inwoner", "De inwoner", "gespreksleider", "chair"}) {
    CAPTURE(role);
    CHECK(told_no_name(role) == "identity.name_is_a_role");
    CHECK(told_no_name(role, {}, engine::NameAlso::role_word).empty());
  }
  CHECK(told_no_name("inwoner", {Role::resident}).empty());
  CHECK(told_no_name("inwoner", {Role::professional}) == "identity.name_is_a_role");
  for (const auto* name : {"Noor", "Lid 1", "X", "moeder", "Jan (buurman)", "R2 D2", "[naam 3]"}) {
    CAPTURE(name);
    CHECK(told_no_name(name).empty());
  }
}

TEST_CASE("nobody comes in under a number of the program, by whatever way", "[engine][identity]") {
  auto story = begun();
  story.does("Noor", AddNetworkPerson{"tante", "tante", Shell::intimate, Quadrant::family, false});
  PlaceInFamily placed{.name = "p77"};
  Correct renamed{.ref = "tante", .text = "p1", .because = "heet zo"};
  const std::vector<CommandBody> ways{
      AddParticipant{"p77", {Role::member}, true, false, ""},
      AddParticipant{"inwoner", {Role::professional}, false, false, ""},
      AddNetworkPerson{"b1", "oom", Shell::friend_, Quadrant::family, false},
      HandOver{{"Ria", "p77", "zij verhuist"}},
      placed,
      renamed,
  };
  for (const auto& way : ways) {
    INFO(way.index());
    story.when("Noor", way).refused("NotAName");
  }
  // Around the resident people are called by what they are, and the resident by their role.
  story.does("Noor", AddNetworkPerson{"coach", "", Shell::friend_, Quadrant::society, false});
  story.does("Noor", AddParticipant{"Inwoner", {Role::resident}, false, false, ""});
  Story other;
  other.when("p1", open_command()).refused("NotAName");
  CHECK(added_to_team("p1") == "NotAName");
  CHECK(added_to_team("Inwoner") == "NotAName");
  CHECK(added_to_team("Ria").empty());
  CHECK(added_to_team("N\u043E\u043Er").empty());  // looks as Noor, and is Noor
}
