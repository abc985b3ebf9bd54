// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/call.hpp"
#include "core/desk/today/today.hpp"
#include "core/page/page.hpp"
#include "tests/web/page_room.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <regex>
#include <set>

namespace casus::test {
namespace {

/// A case of Noor that has begun; she has put the resident and an aunt at the table of her case.
struct CardRoom : PageRoom {
  CardRoom() : noor(worker("Noor")) {
    open("2026-003", "Noor", "Moeder met twee kinderen", "kort/ronde", Mode::coaching);
    joins("Samira", "chair");
    does("2026-003", "Samira", NextStep{});
    joins("Bewoner", "resident");
    joins("Tante", "circle");
    acts("Bewoner", "Elke dag de post op tafel leggen");
    acts("Tante", "Op woensdag samen koken");
  }

  void joins(const std::string& name, const std::string& role) {
    noor.get("/case/2026-003/do/case/join");
    REQUIRE(noor.submit("do-case-join", {{"name", name}, {"role", role}}).status == 303);
  }
  void acts(const std::string& who, const std::string& what, const std::string& day = "2026-03-20") {
    noor.get("/case/2026-003/do/plan/action");
    const auto got = noor.submit("do-plan-action", {{"what", what},
                                                    {"who", who},
                                                    {"by-when", day},
                                                    {"checks", "Noor"},
                                                    {"rung", "self"},
                                                    {"first-step", "Vanavond"}});
    INFO(got.body);
    REQUIRE(got.status == 303);
  }

  Card card_of(const std::string& name) { return PageRoom::card_of(noor, "2026-003", name); }

  Browser noor;
};

TEST_CASE("the resident comes in by the card, sees the plan and who looked, and ticks what is theirs", "[web]") {
  CardRoom room;
  room.noor.get("/case/2026-003/dossier");
  auto resident = room.in(room.card_of("Bewoner"));
  const auto plan = resident.get("/ours");
  CHECK(plan.status == 200);
  CHECK(plan.has("Elke dag de post op tafel leggen"));
  CHECK(resident.get("/ours/file").status == 200);
  const auto seen = resident.get("/ours/seen");
  CHECK(seen.has("Noor"));
  CHECK(seen.has("2 maart 2026"));
  CHECK_FALSE(seen.has("2026-03-02"));
  resident.get("/ours");
  const auto done = resident.submit("do-plan-done", {{"action", "a1"}, {"state", "done"}, {"note", "Elke dag"}});
  INFO(done.body);
  CHECK(done.status == 303);
  CHECK(room.noor.get("/case/2026-003/history").has("Bewoner"));
  // Ticked by mistake, it is ticked otherwise; an agreement of another is not there to tick.
  const auto after = resident.get("/ours");
  CHECK(after.has("Elke dag de post op tafel leggen (gelukt)"));
  CHECK(after.has("toch nog niet"));
  CHECK_FALSE(after.has("value=\"a2\""));
  REQUIRE(resident.submit("do-plan-done", {{"action", "a1"}, {"state", "open"}, {"note", "Een vergissing"}}).status ==
          303);
  CHECK_FALSE(resident.get("/ours").has("(gelukt)"));
}

TEST_CASE("agreements in the same words are told apart at home by their day, and by no number", "[web]") {
  CardRoom room;
  room.acts("Bewoner", "Samen de post openen", "2026-03-13");
  room.acts("Bewoner", "Samen de post openen");
  auto resident = room.in(room.card_of("Bewoner"));
  const auto plan = resident.get("/ours");
  CHECK(plan.has(">Samen de post openen, 13 maart 2026</option>"));
  CHECK(plan.has(">Samen de post openen, 20 maart 2026</option>"));
  CHECK(plan.has(">Elke dag de post op tafel leggen</option>"));
  for (const auto* number : {"a3:", "a4:"}) CHECK_FALSE(plan.has(number));
}

TEST_CASE("what came in by a card stands on today, as new until its case was looked at", "[web][today]") {
  CardRoom room;
  CHECK_FALSE(room.noor.get("/today").has("Nieuw van de inwoner"));
  auto resident = room.in(room.card_of("Bewoner"));
  room.clock.advance(std::chrono::minutes(1));
  resident.get("/ours");
  REQUIRE(resident.submit("do-plan-done", {{"action", "a1"}, {"state", "done"}, {"note", "Elke dag"}}).status == 303);
  const auto today = room.noor.get("/today");
  CHECK(today.has("Nieuw van de inwoner"));
  CHECK(today.has("<strong>Nieuw: </strong>Bewoner"));
  CHECK(today.has("Elke dag de post op tafel leggen"));
  const auto typed = [&] {
    auto desk = room.desk("Noor");
    return page::page_text(desk::today_page(desk::today_of(desk), desk.voice()));
  };
  CHECK(typed().find(", nieuw") != std::string::npos);
  // Who does not work at that table is told nothing of it.
  CHECK_FALSE(room.worker("Ria").get("/today").has("Bewoner"));
  room.clock.advance(std::chrono::minutes(1));
  room.noor.get("/case/2026-003");
  CHECK(room.noor.get("/today").has("Bewoner"));
  CHECK_FALSE(room.noor.get("/today").has("Nieuw:"));
  CHECK(typed().find(", nieuw") == std::string::npos);
  room.clock.advance(std::chrono::hours(24 * 15));
  CHECK(typed().find("Nieuw van de inwoner") == std::string::npos);
}

TEST_CASE("somebody of the circle sees what is theirs, and no more", "[web]") {
  CardRoom room;
  room.noor.get("/case/2026-003/do/plan/goal");
  REQUIRE(room.noor.submit("do-plan-goal", {{"text", "Rust in huis"}}).status == 303);
  CHECK(room.in(room.card_of("Bewoner")).get("/ours").has("Rust in huis"));
  auto aunt = room.in(room.card_of("Tante"));
  const auto plan = aunt.get("/ours");
  CHECK(plan.has("Op woensdag samen koken. Dat doet u zelf"));
  // Not what the resident wants to reach, nor what others do; on no other way either.
  for (const auto* theirs : {"Elke dag de post op tafel leggen", "Rust in huis"}) {
    CHECK_FALSE(plan.has(theirs));
    auto desk = room.desk("Tante");
    const auto typed = desk::call(desk, {"plan show", {{"case", "2026-003"}, {"for", "team"}}});
    REQUIRE(typed.page() != nullptr);
    CHECK(page::page_text(*typed.page()).find(theirs) == std::string::npos);
  }
  for (const auto* path : {"/ours/file", "/ours/seen"}) {
    INFO(path);
    CHECK(aunt.get(path).status == 403);
    // By what their page calls it, and with the way there.
    CHECK(aunt.page().has("“Wat u doet in het plan”"));
    CHECK(aunt.page().has("<a href=\"/ours\">Wat u doet in het plan</a>"));
    CHECK_FALSE(aunt.page().has("voor het team of voor de inwoner"));
  }
  for (const auto* path : {"/cases", "/case/2026-003", "/case/2026-002/plan", "/all", "/lead", "/mine", "/screen",
                           "/devices", "/cards?case=2026-003", "/do/team/list"}) {
    INFO(path);
    CHECK(aunt.get(path).status == 403);
  }
}

TEST_CASE("nobody ticks the agreement of another, whatever the form says", "[web]") {
  CardRoom room;
  auto aunt = room.in(room.card_of("Tante"));
  aunt.get("/ours");
  const auto got = aunt.submit("do-plan-done", {{"action", "a1"}, {"state", "done"}});
  CHECK(got.status == 403);
  CHECK(got.has("van iemand anders"));
  CHECK(room.noor.get("/case/2026-003/plan").has("Elke dag de post op tafel leggen"));
  CHECK_FALSE(room.noor.get("/case/2026-003/history").has("Tante: "));
}

TEST_CASE("the resident objects, and the request stands dated in the file with its term", "[web]") {
  CardRoom room;
  auto resident = room.in(room.card_of("Bewoner"));
  CHECK(resident.get("/ours").has("Ik maak bezwaar"));
  const auto got = resident.submit("do-case-request", {{"right", "objection"}, {"text", "Niet met de school delen"}});
  INFO(got.body);
  REQUIRE(got.status == 303);
  CHECK(resident.get("/ours/file").has("Niet met de school delen"));
  CHECK(room.noor.get("/case/2026-003").has("Niet met de school delen"));
  CHECK(room.noor.get("/today").has("Bewoner"));
}

TEST_CASE("what the resident said by the card can be said better, and taken back", "[web]") {
  CardRoom room;
  auto resident = room.in(room.card_of("Bewoner"));
  resident.get("/ours");
  REQUIRE(resident.submit("do-case-say", {{"kind", "idea"}, {"text", "Mijn zuz helpt mee"}}).status == 303);
  REQUIRE(resident.get("/ours").has("Wat u zei"));
  const auto better = resident.submit("do-case-correct-1", {{"text", "Mijn zus helpt mee"}, {"because", "Typefout"}});
  INFO(better.body);
  REQUIRE(better.status == 303);
  CHECK(resident.get("/ours").has("Mijn zus helpt mee"));
  CHECK_FALSE(resident.page().has("Mijn zuz helpt mee"));
  REQUIRE(resident.submit("do-case-withdraw-1", {{"because", "Toch niet"}}).status == 303);
  CHECK_FALSE(resident.get("/ours").has("Wat u zei"));
}

TEST_CASE("what the resident asked by the card is put right or taken back there, and stays once a night has passed",
          "[web][rights]") {
  CardRoom room;
  auto resident = room.in(room.card_of("Bewoner"));
  const auto asks = [&](const char* right, const char* text) {
    resident.get("/ours");
    const auto got = resident.submit("do-case-request", {{"right", right}, {"text", text}});
    INFO(got.body);
    REQUIRE(got.status == 303);
  };
  asks("restriction", "De schol klopt niet");
  const std::string restricted = "Ik wil dat jullie het voorlopig niet gebruiken";
  REQUIRE(resident.get("/ours").has(restricted + ": De schol klopt niet"));
  REQUIRE(resident.submit("do-case-correct-1", {{"text", "De school klopt niet"}, {"because", "Typefout"}}).status ==
          303);
  CHECK(resident.get("/ours").has(restricted + ": De school klopt niet"));
  CHECK(room.noor.get("/case/2026-003").has("De school klopt niet"));
  // The wrong one was chosen: the case goes on, and nobody has to be called for it.
  REQUIRE(resident.submit("do-case-withdraw-1", {{"because", "Ik koos de verkeerde"}}).status == 303);
  CHECK_FALSE(resident.get("/ours").has("Wat u zei"));
  CHECK_FALSE(room.noor.get("/case/2026-003").has("bewaren we deze casus alleen"));
  asks("access", "");
  CHECK(resident.get("/ours").has("do-case-withdraw-1"));
  room.stop();
  room.clock.advance(std::chrono::hours(24));
  room.serve();
  room.laptop_ = room.laptop();
  auto noor = room.worker("Noor");
  auto next_day = room.in(PageRoom::card_of(noor, "2026-003", "Bewoner"));
  next_day.get("/ours");
  CHECK(next_day.page().has("do-case-correct-1"));
  CHECK_FALSE(next_day.page().has("do-case-withdraw-1"));
  // What was answered is no form any more.
  noor.get("/case/2026-003/do/case/answer");
  const auto answered = noor.submit("do-case-answer", {{"request", "r2"}, {"answer", "granted"}});
  INFO(answered.body);
  REQUIRE(answered.status == 303);
  CHECK_FALSE(next_day.get("/ours").has("do-case-correct-1"));
}

TEST_CASE("somebody of the network answers from home, for themselves alone", "[web]") {
  CardRoom room;
  room.noor.get("/case/2026-003/do/network/add");
  for (const auto* name : {"Buurman", "Nicht"})
    REQUIRE(room.noor
                .post("/case/2026-003/do/network/add",
                      {{"name", name}, {"shell", "friend"}, {"quadrant", "society"}, {"relation", "kennis"}})
                .status == 303);
  auto neighbour = room.in(room.card_of("Buurman"));
  CHECK(neighbour.get("/ours").has("Doet u mee?"));
  const auto got = neighbour.submit("do-network-ask", {{"answer", "later"}, {"note", "Na mei"}, {"person", "Nicht"}});
  INFO(got.body);
  REQUIRE(got.status == 303);
  CHECK(room.noor.get("/today").has("Buurman"));
  CHECK(room.noor.get("/case/2026-003/history").has("Na mei"));
  const auto answers = room.noor.get("/case/2026-003/network");
  CHECK(answers.has("later"));
  // Who changes their mind answers again, and finds the answer that stands there.
  CHECK(neighbour.get("/ours").has("<option value=\"later\" selected"));
  REQUIRE(neighbour.submit("do-network-ask", {{"answer", "yes"}}).status == 303);
  // Who is at the table of the circle but not in the network was asked nothing.
  CHECK_FALSE(room.in(room.card_of("Tante")).get("/ours").has("Doet u mee?"));
}

TEST_CASE("a card without its code is worth nothing, and guessing is slow", "[web]") {
  CardRoom room;
  const auto card = room.card_of("Bewoner");
  auto thief = room.browser();
  int refused = 0;
  for (int tries = 0; tries < 12; ++tries) {
    thief.get(card.path);
    const auto got = thief.post(card.path, {{"code", "AAAAAA"}});
    CHECK((got.status == 403 || got.status == 429));
    refused += got.status == 429 ? 1 : 0;
  }
  CHECK(refused > 0);
}

TEST_CASE("a card that was ended, and the device that came in by it, are out", "[web]") {
  CardRoom room;
  const auto first = room.card_of("Bewoner");
  auto resident = room.in(first);
  const auto second = room.card_of("Bewoner");
  CHECK(resident.get("/ours").status == 403);
  CHECK(room.browser().get(first.path).status == 403);
  auto again = room.in(second);
  room.noor.get("/cards?case=2026-003");
  const auto form = room.noor.page().body.find("id=\"end-") + 4;
  const auto id = room.noor.page().body.substr(form, room.noor.page().body.find('"', form) - form);
  REQUIRE(room.noor.post("/cards?case=2026-003", {{"end", id.substr(4)}}).status == 303);
  CHECK(again.get("/ours").status == 403);
  CHECK(room.browser().get(second.path).status == 403);
}

TEST_CASE("a card keeps no name beside the store, and is out once its person or its case is erased", "[web]") {
  CardRoom room;
  const auto card = room.card_of("Tante");
  auto aunt = room.in(card);
  auto resident = room.in(room.card_of("Bewoner"));
  CHECK(aunt.get("/ours").has("Op woensdag samen koken"));
  for (const auto* ending : {".cards", ".devices"}) {
    INFO(ending);
    const auto kept = content_of(room.folder / ("casus.db" + std::string(ending)));
    CHECK(kept.find("2026-003") != std::string::npos);
    for (const auto* name : {"Tante", "Bewoner"}) CHECK(kept.find(name) == std::string::npos);
  }
  room.stop();
  room.serve();
  CHECK(aunt.get("/ours").has("Tante"));
  CHECK(room.noor.get("/cards?case=2026-003").has("De kaart van Tante"));

  room.does("2026-003", "Noor", ErasePerson{"Tante", "op verzoek", "Samira"});
  CHECK(aunt.get("/ours").status == 403);
  CHECK(room.browser().get(card.path).status == 403);
  CHECK_FALSE(room.noor.get("/cards?case=2026-003").has("Tante"));
  CHECK(resident.get("/ours").status == 200);
  room.does("2026-003", "Noor", EraseCase{"op verzoek", "Samira"});
  CHECK(resident.get("/ours").status == 403);
}

TEST_CASE("a card that was made when cards still had a name opens what it opened", "[web]") {
  CardRoom room;
  const auto card = room.card_of("Tante");
  room.stop();
  const auto file = room.folder / "casus.db.cards";
  auto kept = nlohmann::json::parse(content_of(file));
  kept["format"] = 1;
  for (auto& one : kept["cards"]) {
    one.erase("person");
    one["name"] = "Tante";
  }
  room.folder.write("casus.db.cards", kept.dump());
  room.serve();
  auto aunt = room.in(card);
  CHECK(aunt.get("/ours").has("Op woensdag samen koken"));
  const auto next = room.card_of("Tante");
  CHECK(aunt.get("/ours").status == 403);
  CHECK(content_of(file).find("Tante") == std::string::npos);
  CHECK(room.in(next).get("/ours").status == 200);
}

TEST_CASE("who is not at the table of a case makes no card for it", "[web]") {
  CardRoom room;
  auto ria = room.worker("Ria");
  ria.get("/cases");
  CHECK(ria.post("/cards?case=2026-003", {{"name", "Bewoner"}}).status == 403);
  CHECK(ria.post("/cards?case=2026-404", {{"name", "Bewoner"}}).status == 403);
}

/// Words of this page that are for colleagues: the resident and their circle are "u".
std::set<std::string> too_familiar(const Got& page) {
  static const std::regex word(R"re(\b([Jj]e|[Jj]ij|[Jj]ou|[Jj]ouw)\b)re");
  std::set<std::string> found;
  const auto& all = page.body;
  for (std::sregex_iterator it(all.begin(), all.end(), word), end; it != end; ++it)
    found.insert(all.substr(static_cast<std::size_t>(std::max<std::ptrdiff_t>(it->position() - 30, 0)), 60));
  return found;
}

TEST_CASE("who comes by a card is called \"u\" on every page, card and paper, and in every refusal", "[web][text]") {
  using Found = std::set<std::string>;
  CardRoom room;
  room.noor.get("/case/2026-003/do/network/add");
  REQUIRE(room.noor
              .post("/case/2026-003/do/network/add",
                    {{"name", "Buurman"}, {"shell", "friend"}, {"quadrant", "society"}, {"relation", "kennis"}})
              .status == 303);
  for (const auto* name : {"Bewoner", "Tante", "Buurman"}) {
    INFO(name);
    const auto card = room.card_of(name);
    const auto printed = room.noor.page().body;
    const auto from = printed.find("<section class=\"card\">");
    REQUIRE(from != std::string::npos);
    Got paper{.body = printed.substr(from, printed.find("</section>", from) - from)};
    CHECK(paper.has("Uw code"));
    CHECK(too_familiar(paper) == Found{});
    auto at_the_door = room.browser();
    CHECK(too_familiar(at_the_door.get(card.path)) == Found{});
    CHECK(too_familiar(at_the_door.submit("card-form", {{"code", "AAAAAA"}})) == Found{});
    auto who = room.in(card);
    for (const auto* place : {"/ours", "/ours/file", "/ours/seen", "/case/2026-003", "/no-such-page"}) {
      INFO(place);
      CHECK(too_familiar(who.get(place)) == Found{});
    }
    who.get("/ours");
    for (const auto& [verb, fields] :
         std::vector<std::pair<std::string, std::vector<std::pair<std::string, std::string>>>>{
             {"plan-done", {{"action", "a1"}, {"state", "done"}}},
             {"plan-done", {{"action", "a2"}, {"state", "done"}}},
             {"plan-done", {{"action", ""}}},
             {"case-say", {{"kind", "idea"}, {"text", ""}}},
             {"case-say", {{"kind", "idea"}, {"text", "Mijn zus helpt mee"}}},
             {"case-request", {{"right", ""}}},
             {"network-ask", {{"answer", ""}}},
             {"case-next", {}}}) {
      INFO(verb);
      auto path = "/ours/do/" + verb;
      path[path.rfind('-')] = '/';
      CHECK(too_familiar(who.post(path, fields)) == Found{});
      CHECK(too_familiar(who.get("/ours")) == Found{});
    }
    const auto old = card;
    room.card_of(name);
    CHECK(too_familiar(room.browser().get(old.path)) == Found{});
  }
}

}  // namespace
}  // namespace casus::test
