// SPDX-License-Identifier: EUPL-1.2
// Advice that is written unseen and told in a later step, from a phone.
#include "core/service/unlogged.hpp"
#include "tests/web/page_room.hpp"

#include <algorithm>

namespace casus::test {
namespace {

/// Noor's incident is on the table in the step in which advice is told; Daan wrote his one step earlier.
struct AdviceRoom : PageRoom {
  AdviceRoom() {
    open("2026-003", "Noor", "Aan de deur", "incident/short", Mode::coaching);
    does("2026-003", "Noor", AddParticipant{"Samira", {Role::chair}, true, false, {}});
    does("2026-003", "Noor", AddParticipant{"Daan", {Role::member}, true, false, {}});
    const auto goes_on = [&] { does("2026-003", "Samira", NextStep{"Wij weten genoeg"}); };
    const auto says = [&](const char* who, const char* kind, const char* words, const char* to) {
      Say said;
      said.kind = kind;
      said.text = words;
      said.to = to;
      does("2026-003", who, said);
    };
    goes_on();
    goes_on();
    says("Noor", "choice", "Aan de deur", "Noor");
    says("Noor", "fact", "Hij deed niet open", "");
    goes_on();
    goes_on();
    says("Daan", "advice", "Blijf buiten", "");
    goes_on();
    AddItem asks;
    asks.case_id = "2026-003";
    asks.minutes = 20;
    begin_meeting();
    meets(day(), asks);
    laptop_ = laptop();
    laptop_->get("/lead");
    REQUIRE(laptop_->post("/lead", {{"do", "take"}, {"item", "2026-003"}}).status == 303);
  }
};

}  // namespace

TEST_CASE("advice that was written unseen can be worded better before it is told, with a reason", "[web][mending]") {
  AdviceRoom room;
  auto daan = room.phone("Daan");
  const auto page = daan.get("/mine").body;
  const auto at = page.find("id=\"tell-");
  REQUIRE(at != std::string::npos);
  const auto ref = page.substr(at + 9, page.find('"', at + 9) - at - 9);
  REQUIRE(daan.page().has("id=\"mend-" + ref + "-because\""));
  const auto got = daan.submit("mend-" + ref, {{"do", "correct"}, {"text", "Blijf buiten, en bel"}, {"because", "Zo"}});
  INFO(got.body);
  REQUIRE(got.status == 303);
  // Nobody else reads it yet.
  auto noor = room.phone("Noor");
  CHECK_FALSE(noor.get("/mine").has("Blijf buiten"));
  REQUIRE(daan.get("/mine").has("Blijf buiten, en bel"));
  CHECK(daan.submit("tell-" + ref, {{"do", "say"}}).status == 303);
  CHECK(noor.get("/mine").has("Blijf buiten, en bel"));
}

}  // namespace casus::test
