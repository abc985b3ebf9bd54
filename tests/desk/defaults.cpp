// SPDX-License-Identifier: EUPL-1.2
// What a line may leave out, and what is taken then: the sensible thing, and it is said which.
#include "core/desk/call.hpp"
#include "core/meeting/proposal.hpp"
#include "core/service/unlogged.hpp"
#include "tests/desk/room.hpp"

#include <algorithm>

namespace casus::test {
namespace {

desk::Reply wished_by(TeamRoom& room, const std::string& who, const desk::Wish& wish) {
  auto at = room.desk(who);
  return desk::call(at, wish);
}

}  // namespace

TEST_CASE("what is put on the agenda without minutes gets those of the proposal, and it is said how to change them",
          "[desk]") {
  TeamRoom room;
  room.open("2026-003", "Noor", "Verzonnen", "kort/ronde");
  room.open("2026-004", "Daan", "Ook verzonnen", "kort/ronde");
  REQUIRE(wished_by(room, "Noor", {"meeting ask", {{"case", "2026-003"}}}).status == desk::Status::done);
  const auto proposed = room.desk("Noor").meetings().propose(*date_from("2026-03-02"), {}).plan.lines;
  const auto line = std::ranges::find(proposed, std::string("2026-003"), &AgendaLine::case_id);
  REQUIRE(line != proposed.end());
  REQUIRE(line->minutes != 10);
  const auto adds = [&](std::vector<desk::GivenField> given) {
    return wished_by(room, "Samira", {"meeting agenda add", std::move(given)});
  };
  const auto minutes_of = [&](const std::string& item) {
    const auto meeting = room.desk("Samira").meetings().open("2026-03-02");
    REQUIRE(meeting.item(item) != nullptr);
    return meeting.item(item)->line.minutes;
  };
  const auto says_how = [](const desk::Reply& reply) {
    return std::ranges::any_of(reply.sayings(), [](const auto& one) {
      return one.text.find("meeting agenda minutes item=") != std::string::npos;
    });
  };
  const auto done = adds({{"case", "2026-003"}});
  REQUIRE(done.status == desk::Status::done);
  CHECK(says_how(done));
  CHECK(minutes_of("2026-003") == line->minutes);
  // Nobody asked for it: as any review. What is given is taken, and what cannot be is no default.
  CHECK(adds({{"case", "2026-004"}, {"minutes", "0"}}).status == desk::Status::refused);
  REQUIRE(adds({{"case", "2026-004"}}).status == desk::Status::done);
  CHECK(minutes_of("2026-004") == 10);
  const auto subject = adds({{"because", "Het rooster"}, {"minutes", "7"}});
  REQUIRE(subject.status == desk::Status::done);
  CHECK_FALSE(says_how(subject));
}

TEST_CASE("a quick round without minutes gets four for each case, and it is said how to change them", "[desk]") {
  TeamRoom room;
  room.open("2026-003", "Noor", "Verzonnen", "kort/ronde");
  room.open("2026-004", "Daan", "Ook verzonnen", "kort/ronde");
  for (const auto* id : {"2026-003", "2026-004"})
    REQUIRE(wished_by(room, "Samira", {"meeting agenda add", {{"case", id}}}).status == desk::Status::done);
  const auto says_how = [](const desk::Reply& reply) {
    return std::ranges::any_of(reply.sayings(), [](const auto& one) {
      return one.text.find("meeting agenda round items=") != std::string::npos;
    });
  };
  const auto shared = [&] {
    const auto meeting = room.desk("Samira").meetings().open("2026-03-02");
    return meeting.item("2026-003")->line.minutes + meeting.item("2026-004")->line.minutes;
  };
  const auto rounds = [&](std::vector<desk::GivenField> given) {
    return wished_by(room, "Samira", {"meeting agenda round", std::move(given)});
  };
  // Named twice, it is one case.
  const auto done = rounds({{"items", "2026-003"}, {"items", "2026-004"}, {"items", "2026-003"}});
  REQUIRE(done.status == desk::Status::done);
  CHECK(shared() == 8);
  CHECK(says_how(done));
  const auto longer = rounds({{"items", "2026-003"}, {"items", "2026-004"}, {"minutes", "15"}});
  REQUIRE(longer.status == desk::Status::done);
  CHECK(shared() == 15);
  CHECK_FALSE(says_how(longer));
  // What cannot be is no default.
  CHECK(rounds({{"items", "2026-003"}, {"items", "2026-004"}, {"minutes", "0"}}).status == desk::Status::refused);
  CHECK(rounds({{"items", "2026-003"}}).status == desk::Status::refused);
}

TEST_CASE("a colleague who joins without a word on the role takes part; of anybody else it is asked", "[desk]") {
  TeamRoom room;
  const auto joins = [&](const std::string& name) {
    return wished_by(room, "Noor", {"case join", {{"case", "2026-001"}, {"name", name}}});
  };
  const auto roles_of = [&](const std::string& name) {
    auto at = room.desk("Noor");
    const auto state = service::Unlogged(at.service()).open("2026-001");
    const auto* person = state.person(name);
    return person == nullptr ? std::vector<Role>{} : person->roles;
  };
  const auto done = joins("Daa");
  REQUIRE(done.status == desk::Status::done);
  CHECK(roles_of("Daan") == std::vector<Role>{Role::member});
  CHECK(std::ranges::any_of(
      done.sayings(), [](const auto& one) { return one.text.find("Daan aan tafel: teamlid") != std::string::npos; }));
  // Who is not of the team may be the resident, a guest, somebody of the circle.
  const auto stranger = joins("Els Voorbeeld");
  CHECK(stranger.status == desk::Status::refused);
  REQUIRE(stranger.refusal);
  CHECK(stranger.refusal->name == "RoleMissing");
  CHECK(roles_of("Els Voorbeeld").empty());
  // Nor does somebody around the resident become the colleague whose name begins so.
  REQUIRE(wished_by(room, "Noor", {"case join", {{"case", "2026-001"}, {"name", "Sam"}, {"role", "circle"}}}).status ==
          desk::Status::done);
  const auto again = joins("Sam");
  REQUIRE(again.refusal);
  CHECK(again.refusal->name == "RoleMissing");
  CHECK(roles_of("Sam") == std::vector<Role>{Role::circle});
  CHECK(roles_of("Samira").empty());
  // With a role nothing is filled in.
  REQUIRE(
      wished_by(room, "Noor", {"case join", {{"case", "2026-001"}, {"name", "Samira"}, {"role", "chair"}}}).status ==
      desk::Status::done);
  CHECK(roles_of("Samira") == std::vector<Role>{Role::chair});
}

}  // namespace casus::test
