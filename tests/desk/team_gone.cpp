// SPDX-License-Identifier: EUPL-1.2
// What the team destroyed is told in its history, in the place of the words.
#include "core/desk/call.hpp"
#include "core/desk/reply.hpp"
#include "tests/desk/room.hpp"

namespace casus::test {
namespace {

desk::Reply asked(TeamRoom& room, const desk::Wish& wish) {
  desk::Setting setting{.form = desk::Form::both,
                        .seat = {"Noor", Sureness::named, {}, {}},
                        .store = (room.folder / "casus.db").string(),
                        .clock = &room.clock};
  desk::Desk desk(std::move(setting));
  return call(desk, wish);
}

void done(TeamRoom& room, const desk::Wish& wish) { REQUIRE(asked(room, wish).status == desk::Status::done); }

std::string history(TeamRoom& room) {
  std::string all;
  const auto reply = asked(room, {"team history", {}});
  for (const auto& one : reply.sayings()) all += one.text + '\n';
  return all;
}

}  // namespace

TEST_CASE("a text that the team destroyed is told to be destroyed, and one that it did not stays", "[desk][mending]") {
  TeamRoom room;
  done(room, {"team line", {{"layer", "wij"}, {"text", "We wachten vaak"}}});
  done(room, {"team line", {{"layer", "wij"}, {"text", "We bellen eerst"}}});
  done(room, {"team partner add", {{"name", "De Linde"}, {"kind", "scholen"}}});
  done(room, {"team correct", {{"line", "n1"}, {"text", "We wachten te vaak"}, {"because", "preciezer"}}});
  CHECK(history(room).find("[tekst vernietigd]") == std::string::npos);
  done(room, {"team destroy", {{"line", "n1"}, {"ground", "gaat over iemand anders"}, {"yes", "true"}}});
  done(room, {"team destroy", {{"line", "De Linde"}, {"ground", "gaat over iemand anders"}, {"yes", "true"}}});
  const auto told = history(room);
  INFO(told);
  CHECK(told.find("regel in de wijkkrant: [tekst vernietigd]") != std::string::npos);
  CHECK(told.find("n1 verbeterd, nu: [tekst vernietigd]") != std::string::npos);
  CHECK(told.find("op de partnerkaart: [tekst vernietigd]") != std::string::npos);
  CHECK(told.find("regel in de wijkkrant: We bellen eerst") != std::string::npos);
  CHECK(told.find("wachten") == std::string::npos);
  CHECK(told.find("Linde") == std::string::npos);
}

}  // namespace casus::test
