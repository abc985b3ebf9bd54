// SPDX-License-Identifier: EUPL-1.2
#include "tests/desk/short_round.hpp"
#include "tests/support/has.hpp"

#include <string>
#include <vector>

// A short answer to a question about a line does what was asked, and leaves nothing of that line behind.

namespace casus::test {
namespace {

using Lines = std::vector<std::string>;

struct Answering : ShortRound {
  /// Nothing is left of a line, so nothing without a text either.
  Lines said() {
    auto all = ShortRound::said();
    CHECK(all.size() == now().contributions.size());
    return all;
  }
};

/// Each action as "who: what; who checks".
Lines actions_in(const Case& it) {
  Lines all;
  for (const auto& one : it.actions)
    all.push_back(it.name_of(one.plan.who, Lang::nl) + ": " + one.plan.what + "; " +
                  it.name_of(one.plan.checks, Lang::nl));
  return all;
}

}  // namespace

TEST_CASE("a name alone says who checks an action that lacks it", "[desk][guided]") {
  for (const auto* line :
       {"actie daan: oom bellen; vrijdag", "actie daan: oom bellen; vrijdag;", "actie daan: oom bellen vrijdag"})
    for (const auto* name : {"ria", "Ria", "ria kijkt na"}) {
      CAPTURE(line, name);
      Answering at;
      at.after(line);
      REQUIRE(at.waiting().size() == 1);
      at.after(name);
      CHECK(actions_in(at.now()) == Lines{"Daan: oom bellen; Ria"});
      CHECK(at.said().empty());
      CHECK(at.waiting().empty());
    }
}

TEST_CASE("an action typed again with a day that exists leaves nothing of the line that was refused",
          "[desk][guided]") {
  Answering at;
  at.after("actie daan: huur uitzoeken; 31 november; ria");
  REQUIRE(at.waiting().size() == 1);
  at.after("actie daan: huur uitzoeken; 30 november; ria");
  CHECK(actions_in(at.now()) == Lines{"Daan: huur uitzoeken; Ria"});
  CHECK(at.waiting().empty());
  // Of somebody else it is another action.
  at.after("actie daan: oom bellen; 31 november; ria");
  at.after("actie noor: oom bellen; 30 november; ria");
  CHECK(at.waiting() == Lines{"actie daan: oom bellen; 31 november; ria"});
}

TEST_CASE("other words behind a line that was asked about stand in its place", "[desk][guided][mending]") {
  Answering at;
  at.after("noor: De post ligt dicht");
  REQUIRE(at.said() == Lines{"Noor fact: De post ligt dicht"});
  at.after("noro: de zitting is 21 december");
  REQUIRE(at.waiting().size() == 1);
  CHECK(has(at.after("ik bedoel: de zitting is 22 december"), "in plaats van: 'noro: de zitting is 21 december'"));
  CHECK(at.waiting() == Lines{"noro: de zitting is 22 december"});
  CHECK(at.said() == Lines{"Noor fact: De post ligt dicht"});
  at.after("");
  CHECK(at.said() == Lines{"Noor fact: De post ligt dicht", "Noor fact: de zitting is 22 december"});
  CHECK(at.waiting().empty());
}

TEST_CASE("other words for the day to look back are a day, and of no line before it", "[desk][guided][mending]") {
  Answering at;
  at.after("noor: De post ligt dicht sinds 3 april");
  at.after("terugkijken 14 april");
  REQUIRE(at.now().review_on == date_from("2026-04-14"));
  at.after("ik bedoel: 21 april");
  CHECK(at.now().review_on == date_from("2026-04-21"));
  CHECK(at.said() == Lines{"Noor fact: De post ligt dicht sinds 3 april"});
}

TEST_CASE("a slip right behind the day to look back is about that day", "[desk][guided][mending]") {
  for (const auto* first : {"terugkijken 14 april", "14 april kijken we terug"})
    for (const auto* line : {"oeps, 21 april", "oeps, 21 april want Noor is vrij", "nee, 21 april", "sorry, 21 april",
                             "niet 14 april maar 21 april"}) {
      CAPTURE(first, line);
      Answering at;
      at.after("noor: De post ligt dicht");
      at.after("actie noor: oom bellen; vrijdag; ria");
      at.after(first);
      REQUIRE(at.now().review_on == date_from("2026-04-14"));
      at.after(line);
      REQUIRE(at.meeting.now().offered_line() == "terugkijken 21 april");
      at.after("");
      CHECK(at.now().review_on == date_from("2026-04-21"));
      CHECK(at.now().actions.front().plan.by_when == date_from("2026-03-06"));
      CHECK(at.waiting().empty());
    }
  // What is no day is no day to look back, and behind an action the slip is about that.
  Answering at;
  at.after("noor: De post ligt dicht");
  at.after("terugkijken 14 april");
  at.after("oeps, de kat is weg");
  CHECK(at.meeting.now().offered_line() != "terugkijken de kat is weg");
  at.after("actie noor: oom bellen; vrijdag; ria");
  at.after("oeps, 21 april");
  CHECK(at.meeting.now().offered_line() != "terugkijken 21 april");
  CHECK(at.now().review_on == date_from("2026-04-14"));
}

TEST_CASE("another day that needs a reason comes back whole, and is no other words", "[desk][guided][mending]") {
  for (const auto* line : {"corrigeer a1: donderdag", "ik bedoel: donderdag"}) {
    CAPTURE(line);
    Answering at;
    at.after("noor: De post ligt dicht");
    at.after("actie noor: oom bellen; vrijdag; ria");
    at.after("verder omdat proef");
    at.after("corrigeer a1: donderdag");
    CHECK(at.meeting.now().back == "corrigeer a1 omdat REDEN: donderdag");
    at.after(line);
    CHECK(at.now().actions.front().plan.by_when == date_from("2026-03-06"));
    at.after("omdat zij weg is");
    CHECK(at.now().actions.front().plan.what == "oom bellen");
    CHECK(at.now().actions.front().plan.by_when == date_from("2026-03-05"));
  }
}

TEST_CASE("what came of the only action, and a word that moves on, are both done with one Enter", "[desk][guided]") {
  Answering at;
  at.after("actie noor: oom bellen; vrijdag; ria");
  REQUIRE(at.now().actions.size() == 1);
  CHECK(has(at.after("gelukt, klaar"), "gaat dit over a1 (oom bellen), en daarna klaar? Enter doet allebei"));
  CHECK(at.now().actions.front().state == Done::open);
  at.after("");
  CHECK(at.now().actions.front().state == Done::done);
  CHECK_FALSE(at.meeting.now().table);
  CHECK(at.said().empty());
  // With more words it is what somebody tells.
  Answering told;
  told.after("actie noor: oom bellen; vrijdag; ria");
  CHECK_FALSE(has(told.after("het is gelukt omdat zij belde, klaar"), "Enter doet allebei"));
}

TEST_CASE("another name than the line had takes its place, and nothing of the line waits", "[desk][guided]") {
  Answering at;
  at.after("noor: koelkast leeg daan: en de kachel stond uit");
  at.after("ria");
  CHECK(at.waiting() == Lines{"Ria: koelkast leeg daan: en de kachel stond uit"});
  at.after("");
  CHECK(at.said() == Lines{"Ria fact: koelkast leeg", "Daan fact: en de kachel stond uit"});
  CHECK(at.waiting().empty());
  at.after("klaar");
  CHECK(at.said().size() == 2);
}

TEST_CASE("the name that the line had already says all of it", "[desk][guided]") {
  Answering at;
  at.after("noor: koelkast leeg daan: en de kachel stond uit");
  at.after("noor");
  CHECK(at.said() == Lines{"Noor fact: koelkast leeg daan: en de kachel stond uit"});
  CHECK(at.waiting().empty());
  at.after("klaar");
  CHECK(at.said().size() == 1);
}

TEST_CASE("of a line that is dropped no half is kept", "[desk][guided]") {
  for (const auto* drop : {"laat", "laat alles", "nee"}) {
    CAPTURE(drop);
    Answering at;
    at.after("noor: koelkast leeg daan: en de kachel stond uit");
    at.after(drop);
    CHECK(at.waiting().empty());
    CHECK(has(at.after("geplakt"), "er staat niets geplakt klaar"));
    at.after("klaar");
    CHECK(at.said().empty());
  }
}

TEST_CASE("dropping all drops the lines that stand ready too", "[desk][guided]") {
  Answering at;
  at.after("noor: koelkast leeg daan: en de kachel stond uit");
  at.after("noor: zij huilt; ria: ja klopt");
  at.meeting.paste("noor: een\nria: twee");
  at.after("laat alles");
  CHECK(at.waiting().empty());
  at.after("klaar");
  CHECK(at.said().empty());
}

}  // namespace casus::test
