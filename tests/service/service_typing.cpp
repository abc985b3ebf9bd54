// SPDX-License-Identifier: EUPL-1.2
// Who may type in somebody else's name: whoever is of the team or at the table, and not to get into the case by it.
#include "core/engine/access/access.hpp"
#include "core/engine/decide/attaching.hpp"
#include "tests/service/house.hpp"

using namespace casus;
using namespace casus::test;

namespace {

/// Noor's two cases. Bram and Els, who is of no team, sit at the table of c-1; Daan of the team does not.
struct Typed : TeamDesk {
  Typed() {
    found_team({"Noor Bakker", "Bram", "Daan", "Samira"});
    desk.begin();
    desk.begin("c-2");
    CHECK(does("Noor Bakker", AddParticipant{"Els", {Role::professional}, false, false, ""}).empty());
    house.clock.set("2026-03-04T09:00:00Z");
  }

  Command typed(const std::string& typist, CommandBody body) const {
    Command command{{}, "c-1", "Noor Bakker", {}, std::nullopt, std::move(body)};
    command.seat = Typist{typist, Sureness::named, "balie"};
    return command;
  }
  /// The name of the refusal, or empty.
  std::string types(const std::string& typist, CommandBody body) {
    const auto answer = desk.service.handle(typed(typist, std::move(body)));
    return answer.refusal ? answer.refusal->name : "";
  }
  /// How often this name was refused to type.
  int tried(const std::string& name) {
    const auto looks = desk.service.looks("c-1");
    return static_cast<int>(std::ranges::count_if(looks, [&](const auto& look) {
      return look.seen.name == name && look.seen.part == CasePart::typing && look.seen.sight == Sight::refused;
    }));
  }
};

SetGoal goal() { return SetGoal{{.text = "De post gaat weer open"}}; }

std::vector<CommandBody> all_kinds() {
  Correct correct{"question", "Anders?", {}, {}, "Zomaar"};
  return {AddParticipant{"Mallory", {Role::member}, true, false, {}},
          HandOver{{"Noor Bakker", "Mallory", "Noor is ziek"}},
          MergeCase{"c-2", "een gezin", {}},
          SeparateCase{"toch niet", {}},
          MoveOver{"b1", "c-2"},
          CallBackTransfer{"toch niet"},
          correct,
          goal(),
          Say{},
          Destroy{"question", DestroyGround::special, false},
          EraseCase{"op verzoek", "Bram"},
          OpenCase{}};
}

}  // namespace

TEST_CASE("a stranger types for nobody, and that it was tried is kept with the looks", "[service][identity]") {
  Typed it;
  const auto version = it.state().version;
  int tried = 0;
  for (const auto& body : all_kinds()) {
    CAPTURE(name_of(body));
    CHECK(it.types("Mallory", body) == engine::kTypedByStranger);
    CHECK(it.tried("Mallory") == ++tried);
  }
  // As lines for a program, all or nothing, and with an attachment.
  for (const auto& answer : it.desk.service.handle_together({it.typed("Mallory", goal()), it.typed("Mallory", Pass{})}))
    CHECK(answer.refusal->name == engine::kTypedByStranger);
  CHECK(it.tried("Mallory") == tried + 2);
  const auto all = it.desk.service.handle_all({it.typed("Bram", goal()), it.typed("Mallory", goal())}, true);
  CHECK(all.back().refusal->name == engine::kTypedByStranger);
  CHECK(it.tried("Mallory") == tried + 3);
  const auto attached =
      it.desk.service.attach(it.typed("Mallory", AttachFile{"brief.pdf", "een brief"}), "%PDF", {4, FileKind::pdf, {}});
  CHECK(attached.refusal->name == engine::kTypedByStranger);
  CHECK(it.tried("Mallory") == tried + 4);
  CHECK(it.state().version == version);
  CHECK(attached.refusal->reason.in(Lang::nl) ==
        "Mallory hoort niet bij het team en zit niet aan de tafel van casus c-1, en typt hier dus voor niemand.");
  CHECK(attached.refusal->remedies[0].hint.in(Lang::nl) ==
        "Laat Noor Bakker dit zelf typen, of iemand van het team of van de tafel.");
}

TEST_CASE("at the table people type for each other, and so does a colleague of the team", "[service][identity]") {
  Typed it;
  for (const auto* typist : {"Els", "bram", "Daan", "Sam"}) {
    CAPTURE(typist);
    CHECK(it.types(typist, goal()).empty());
  }
  CHECK(it.types("Daan", AddParticipant{"Samira", {Role::member}, true, false, {}}).empty());
  CHECK(it.tried("Daan") == 0);
  // Who left the table, and is not of the team, is a stranger.
  CHECK(it.does("Noor Bakker", RemoveParticipant{{"Els"}}).empty());
  CHECK(it.types("Els", goal()) == engine::kTypedByStranger);
}

TEST_CASE("nobody types for another what gets the typist into the case, or makes it theirs", "[service][identity]") {
  Typed it;
  const std::string gains = "TypistGains";
  CHECK(it.types("Daan", AddParticipant{"daan", {Role::member}, true, false, {}}) == gains);
  for (const auto* typist : {"Daan", "Bram", "Els"}) {
    CAPTURE(typist);
    CHECK(it.types(typist, HandOver{{"Noor Bakker", typist, "Noor is ziek"}}) == gains);
    CHECK(it.types(typist, AddParticipant{typist, {Role::case_manager}, true, false, {}}) == gains);
    CHECK(it.types(typist, MergePersons{{"Noor Bakker", typist, "een persoon"}}) == gains);
  }
  for (const auto& body : std::vector<CommandBody>{MergeCase{"c-2", "een gezin", {}}, SeparateCase{"toch niet", {}},
                                                   MoveOver{"b1", "c-2"}, CallBackTransfer{"toch niet"}})
    CHECK(it.types("Daan", body) == gains);
  // At the table of one of the two alone.
  CHECK(it.types("Els", MergeCase{"c-2", "een gezin", {}}) == gains);
  CHECK(it.types("Bram", MergeCase{"c-2", "een gezin", {}}) != gains);
  CHECK(it.tried("Daan") == 0);
}

TEST_CASE("without a team nobody can be told to be a stranger", "[service][identity]") {
  House house;
  Desk desk(house, some_store(house));
  desk.begin();
  Command command{{}, "c-1", "Noor Bakker", {}, std::nullopt, goal()};
  command.seat = Typist{"Piet", Sureness::table, {}};
  CHECK(desk.service.handle(command).done());
}

TEST_CASE_METHOD(Typed, "a name around the resident is put right at the table in the name of who gave it",
                 "[service][mending]") {
  CHECK(does("Noor Bakker", AddNetworkPerson{"buurvrouw", "buurvrouw", Shell::friend_, Quadrant::society, false})
            .empty());
  const auto c = desk.service.open("c-1");
  const auto* neighbour = c.person("buurvrouw");
  REQUIRE(neighbour != nullptr);
  const auto in_whose_name = [&](const std::string& by, CommandBody body) {
    return desk.service.by_whoever_said_it(Command{{}, "c-1", by, {}, std::nullopt, std::move(body)}).by;
  };
  CHECK(in_whose_name("Bram", Correct{.ref = neighbour->id, .text = "overbuurvrouw"}) == "Noor Bakker");
  CHECK(in_whose_name("Bram", Withdraw{neighbour->id, "dubbel"}) == "Noor Bakker");
  // A seat at the table, and what is destroyed for good, is for who may do it by themselves.
  CHECK(in_whose_name("Bram", Correct{.ref = c.person("Els")->id, .text = "Else"}) == "Bram");
  CHECK(in_whose_name("Bram", Destroy{neighbour->id, DestroyGround::name}) == "Bram");
}
