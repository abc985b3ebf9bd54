// SPDX-License-Identifier: EUPL-1.2
// A form of a meeting that was not done: what was typed in it comes back, and nothing is answered as if it was done.
#include "tests/web/short_round_page.hpp"

#include <algorithm>

namespace casus::test {
namespace {

/// As a browser asks for a page that it goes to, and not by a script.
Browser without_script(Browser browser) {
  browser.behind("Sec-Fetch-Mode: navigate\r\n");
  return browser;
}

std::size_t times_said(const Case& it, const std::string& words) {
  return static_cast<std::size_t>(std::ranges::count(it.contributions, words, &Contribution::text));
}

}  // namespace

TEST_CASE("what was not done in a meeting is there still when others went on, until that form was done", "[web]") {
  ShortRoundPage room;
  auto laptop = without_script(*room.laptop_);
  auto daan = without_script(room.phone("Daan"));
  const std::string told = ">Wat we bespraken</textarea>", seen = ">Zij lachte weer</textarea>";
  laptop.get("/lead");
  const auto refused = laptop.submit("do-case-tell", {{"what", "Wat we bespraken"}});
  REQUIRE(refused.status == 303);
  REQUIRE(laptop.get(where(refused)).has("Vul in op welke dag die het hoort of hoorde"));
  daan.get("/mine");
  const auto wrong = daan.submit("do-case-score", {{"value", "99"}, {"evidence", "Zij lachte weer"}});
  REQUIRE(wrong.status == 303);
  REQUIRE(daan.get(where(wrong)).has(seen));
  room.types("noor wens: rust");
  for (int times = 0; times < 2; ++times) {
    CHECK(laptop.get(where(refused)).status == 200);
    CHECK(laptop.page().has(told));
    CHECK(daan.get(where(wrong)).status == 200);
    CHECK(daan.page().has(seen));
  }
  CHECK(room.now().actions.empty());
  // Another form that is done takes nothing of it away; the form itself does.
  laptop.get("/lead");
  CHECK(laptop.submit("do-case-learn", {{"text", "Vroeg bellen helpt"}}).status == 303);
  REQUIRE(laptop.get(where(refused)).has(told));
  CHECK(laptop.submit("do-case-tell", {{"what", "Wat we bespraken"}, {"who", "Noor"}, {"on", "2026-03-06"}}).status ==
        303);
  CHECK(room.now().actions.size() == 1);
  CHECK_FALSE(laptop.get(where(refused)).has(told));
}

TEST_CASE("a sign that no text may hold takes nothing away of what was typed with it", "[web]") {
  ShortRoundPage room;
  auto noor = room.phone("Noor");
  const std::string words = "Zij belt haar zus";
  noor.get("/mine");
  const auto got =
      noor.submit("say", {{"do", "say"}, {"kind", "fact"}, {"text", std::string("Zij belt\0 haar zus", 18)}});
  CHECK(got.status == 422);
  CHECK(got.has(">" + words + "</textarea>"));
  CHECK(got.has("een teken dat niet te bewaren is"));
  CHECK(times_said(room.now(), words) == 0);
  CHECK_FALSE(got.has("id=\"once-more\" data-send"));
  CHECK(noor.submit("once-more", {{"text", words}}).status == 303);
  CHECK(times_said(room.now(), words) == 1);
  // What a script sent goes again by the script: then nothing of it stays on the device, to be sent a second time.
  auto live = noor;
  live.behind("X-Live: 1\r\n");
  live.get("/mine");
  const auto at_once =
      live.submit("say", {{"do", "say"}, {"kind", "fact"}, {"text", std::string("Zij leest\0 veel", 15)}});
  CHECK(at_once.status == 422);
  CHECK(at_once.has("id=\"once-more\" data-send"));
  CHECK(at_once.has("data-draft=\"2026-003\""));
  CHECK(live.submit("once-more", {{"text", "Zij leest veel"}}).status == 200);
  CHECK(times_said(room.now(), "Zij leest veel") == 1);
  // Of danger it is said that nobody knows of it yet.
  noor.get("/mine");
  const auto danger = noor.submit("danger-form", {{"do", "concern"}, {"text", "Hij wordt boos\x07"}});
  CHECK(danger.status == 422);
  CHECK(danger.has("nog niet gemeld"));
  CHECK(danger.has(">Hij wordt boos</textarea>"));
  // And on the page of a case.
  auto worker = room.worker("Noor");
  worker.get("/case/2026-003/do/plan/goal");
  const auto goal = worker.submit("do-plan-goal", {{"text", "Rust in huis\v"}});
  CHECK(goal.status == 422);
  CHECK(goal.has("Rust in huis"));
  CHECK(room.now().goals.empty());
  CHECK(worker.submit("once-more", {{"text", "Rust in huis"}}).status == 303);
  CHECK(room.now().goals.size() == 1);
}

TEST_CASE("a form that is not of its page, or lacks what it is about, is not answered as if it was done", "[web]") {
  ShortRoundPage room;
  room.types("noor wens: rust");
  auto daan = room.phone("Daan");
  struct Tried {
    std::vector<std::pair<std::string, std::string>> fields;
    std::string stays;
  };
  for (const auto& [fields, stays] :
       {Tried{{{"do", "next"}}, {}}, Tried{{{"do", "nonsense"}, {"text", "Blijf staan"}}, ">Blijf staan</textarea>"},
        Tried{{{"do", "form"}, {"verb", "network add"}, {"name", "Oma"}}, {}},
        Tried{{{"do", "form"}, {"verb", "case decide take"}, {"outcome", "Wij bellen"}}, ">Wij bellen</textarea>"}}) {
    CAPTURE(fields.back());
    daan.get("/mine");
    const auto got = daan.post("/mine", fields);
    CHECK(got.status == 422);
    CHECK(got.has("Dat past nu niet bij wat er op tafel ligt"));
    CHECK_FALSE(got.has("Vul dit nog in"));
    CHECK(got.has(stays));
  }
  auto& laptop = *room.laptop_;
  for (const auto& [fields, says] :
       {Tried{{{"do", "nonsense"}}, "Dat past nu niet bij wat er op tafel ligt"},
        Tried{{{"do", "line"}, {"line", " "}}, "Vul dit nog in: Schrijf een regel"},
        Tried{{{"do", "review"}, {"day", ""}}, "Kies een dag om terug te kijken"},
        Tried{{{"do", "correct"}, {"ref", ""}, {"text", "Beter zo"}}, ">Beter zo</textarea>"}}) {
    CAPTURE(fields.back());
    laptop.get("/lead");
    const auto got = laptop.post("/lead", fields);
    CHECK(got.status == 422);
    CHECK(got.has(says));
  }
  CHECK(times_said(room.now(), "rust") == 1);
}

}  // namespace casus::test
