// SPDX-License-Identifier: EUPL-1.2
// Advice that is written unseen and told in a later step, from a phone.
#include "core/service/unlogged.hpp"
#include "tests/web/page_room.hpp"

#include <algorithm>

namespace casus::test {
namespace {

/// Noor's incident, in the step in which advice is written unseen; Daan wrote his.
struct UnseenAdvice : PageRoom {
  UnseenAdvice() {
    open("2026-003", "Noor", "Aan de deur", "incident/short", Mode::coaching);
    does("2026-003", "Noor", AddParticipant{"Samira", {Role::chair}, true, false, {}});
    does("2026-003", "Noor", AddParticipant{"Daan", {Role::member}, true, false, {}});
    const auto says = [&](const char* who, const char* kind, const char* words, const char* to) {
      does("2026-003", who, Say{{.kind = kind, .text = words, .to = to}});
    };
    goes_on();
    goes_on();
    says("Noor", "choice", "Aan de deur", "Noor");
    says("Noor", "fact", "Hij deed niet open", "");
    goes_on();
    goes_on();
    says("Daan", "advice", "Blijf buiten", "");
  }
  void goes_on() { does("2026-003", "Samira", NextStep{"Wij weten genoeg"}); }
};

/// It is on the table one step later, in which advice is told.
struct AdviceRoom : UnseenAdvice {
  AdviceRoom() {
    goes_on();
    AddItem asks{.case_id = "2026-003", .minutes = 20};
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

TEST_CASE("what somebody took back of what is unseen still is offered to nobody else to stand again",
          "[web][mending][R4]") {
  UnseenAdvice room;
  room.does("2026-003", "Daan", Withdraw{});
  const std::string place = "/case/2026-003/do/case/restore", option = "<option value=\"b3\">";
  CHECK(room.worker("Daan").get(place).has(option));
  CHECK_FALSE(room.worker("Noor").get(place).has(option));
}

}  // namespace casus::test
