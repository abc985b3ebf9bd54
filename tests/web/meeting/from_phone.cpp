// SPDX-License-Identifier: EUPL-1.2
// What somebody does from the own phone beside the talk: what goes to the team, and what they said earlier put right.
#include "core/service/unlogged.hpp"
#include "tests/web/short_round_page.hpp"

namespace casus::test {
namespace {

struct OwnPhoneRoom : ShortRoundPage {
  Team team_kept() {
    auto it = desk("Samira");
    return *it.service().team();
  }
  /// Who told the team something beside the case on the table, as the case counted it.
  std::string counted_of() {
    auto it = desk("Samira");
    std::string who;
    for (const auto& event : service::Unlogged(it.service()).history("2026-003"))
      if (std::holds_alternative<SignalCounted>(event.body)) who = now().name_of(event.by, Lang::nl);
    return who;
  }
};

}  // namespace

TEST_CASE("a signal and a line of learning go to the team from a phone too, beside a case and between cases",
          "[web][R15]") {
  OwnPhoneRoom room;
  auto daan = room.phone("Daan");
  REQUIRE(daan.get("/mine").has("id=\"do-case-signal\""));
  CHECK(daan.submit("do-case-signal", {{"text", "De wachttijd is een halfjaar"}, {"theme", "wachttijd"}}).status ==
        303);
  CHECK(daan.get("/mine").has("los van de casus"));
  CHECK(room.counted_of() == "Daan");
  room.laptop_->get("/lead");
  REQUIRE(room.laptop_->submit("ready", {{"do", "ready"}}).status == 303);
  REQUIRE(daan.get("/mine").has("id=\"do-case-learn\""));
  CHECK(daan.submit("do-case-learn", {{"text", "Eerst vragen wat al werkt"}, {"theme", "vragen"}}).status == 303);
  CHECK(room.team_kept().signals.size() == 1);
  CHECK(room.team_kept().learning.size() == 1);
  // Without a text nothing is kept, and what was filled in stands there still.
  daan.get("/mine");
  const auto asked = daan.submit("do-case-signal", {{"text", ""}, {"theme", "wachtlijsten"}});
  CHECK(asked.status == 422);
  CHECK(asked.has("wachtlijsten"));
  CHECK(room.team_kept().signals.size() == 1);
}

TEST_CASE("a guest tells the team nothing from a phone", "[web][R15]") {
  OwnPhoneRoom room;
  room.meets(room.day(), Arrive{{"Wim"}});
  auto wim = room.phone("Wim");
  CHECK_FALSE(wim.get("/mine").has("id=\"do-case-signal\""));
  CHECK_FALSE(wim.page().has("id=\"do-case-learn\""));
  const auto got = wim.post(
      "/mine", {{"do", "form"}, {"verb", "case signal"}, {"at", "2026-003"}, {"text", "Iets"}, {"theme", "iets"}});
  CHECK(got.status == 422);
  CHECK(room.team_kept().signals.empty());
}

TEST_CASE("what somebody said in an earlier step is mended from their phone, with a reason and without a number",
          "[web][mending]") {
  OwnPhoneRoom room;
  auto noor = room.phone("Noor");
  noor.get("/mine");
  REQUIRE(noor.submit("say", {{"do", "say"}, {"kind", "fact"}, {"text", "Zij blet elke week"}}).status == 303);
  CHECK_FALSE(noor.get("/mine").has("id=\"mend-b1-because\""));
  room.types("verder");
  const auto page = noor.get("/mine");
  // The field where she was typing is there still, and the step has gone on.
  REQUIRE(page.has("id=\"mend-b1-text\""));
  REQUIRE(page.has("id=\"mend-b1-because\""));
  CHECK_FALSE(room.phone("Daan").get("/mine").has("id=\"mend-b1\""));
  const auto asked = noor.submit("mend-b1", {{"do", "correct"}, {"text", "Zij belt elke week"}});
  CHECK(asked.status == 422);
  CHECK(asked.has("Zij belt elke week"));
  CHECK(room.now().contributions.front().text == "Zij blet elke week");
  noor.get("/mine");
  CHECK(noor.submit("mend-b1", {{"do", "correct"}, {"text", "Zij belt elke week"}, {"because", "Typefout"}}).status ==
        303);
  CHECK(room.now().contributions.front().text == "Zij belt elke week");
  noor.get("/mine");
  CHECK(noor.submit("mend-b1", {{"do", "withdraw"}, {"because", "Toch niet"}}).status == 303);
  CHECK(room.now().contributions.empty());
  CHECK_FALSE(noor.get("/mine").has("id=\"mend-b1\""));
}

TEST_CASE("what stands is put right on the page of its case by its words, and by who may", "[web][mending]") {
  OwnPhoneRoom room;
  for (const auto* name : {"Noor", "Daan"})
    room.does("2026-003", name, Say{{.kind = "fact", .text = std::string("Feit van ") + name}});
  const std::string place = "/case/2026-003/do/case/";
  auto noor = room.worker("Noor"), daan = room.worker("Daan");
  // Whose case it is puts all of it right; somebody else what they said themselves.
  auto page = noor.get(place + "correct");
  CHECK(page.has("<option value=\"title\">"));
  CHECK(page.has("<option value=\"question\">"));
  CHECK(page.has("Noor (feit): Feit van Noor"));
  CHECK(page.has("Daan (feit): Feit van Daan"));
  page = daan.get(place + "correct");
  CHECK_FALSE(page.has("<option value=\"title\">"));
  CHECK_FALSE(page.has("Feit van Noor"));
  CHECK(page.has("Daan (feit): Feit van Daan"));
  // What is refused, and stands in the log as an attempt, is not offered.
  page = daan.get(place + "destroy");
  CHECK_FALSE(page.has("<option value=\"title\">"));
  CHECK_FALSE(page.has("Noor (feit): Feit van Noor"));
  CHECK(page.has("Daan (feit): Feit van Daan"));
  CHECK(noor.get(place + "destroy").has("Daan (feit): Feit van Daan"));
  noor.get(place + "correct");
  REQUIRE(noor.submit("do-case-correct", {{"ref", "title"}, {"text", "Open post"}, {"because", "Korter"}}).status ==
          303);
  CHECK(room.now().title == "Open post");
  noor.get(place + "withdraw");
  CHECK_FALSE(noor.page().has("<option value=\"title\">"));
  // Of two that are named at once nobody guesses which is meant, and neither is lost.
  const auto both = noor.submit("do-case-withdraw", {{"ref", "b1"}, {"ref", "b2"}, {"because", "Dubbel"}});
  CHECK(both.status == 422);
  CHECK(both.has("niet allebei"));
  CHECK(both.has("value=\"b2\""));
  CHECK(room.now().contributions.size() == 2);
  REQUIRE(noor.submit("do-case-withdraw", {{"ref", "b2"}, {"because", "Dubbel"}}).status == 303);
  page = noor.get(place + "restore");
  CHECK(page.has("<option value=\"b2\">"));
  CHECK_FALSE(page.has("Feit van Daan"));
  // What stands in no list has its number in the history still.
  CHECK(page.has("id=\"do-case-restore-ref-number\""));
  CHECK(noor.submit("do-case-restore", {{"ref", "b2"}, {"because", "Toch niet"}}).status == 303);
  CHECK(room.now().contributions.size() == 2);
}

TEST_CASE("who puts right what is hoped for begins with the question as it stands, and keeps it", "[web][mending]") {
  OwnPhoneRoom room;
  auto noor = room.worker("Noor");
  const auto before = room.now();
  const auto page = noor.get("/case/2026-003/do/case/question");
  CHECK(page.has(">" + before.question + "</textarea>"));
  CHECK(page.has(">" + before.hoped_for + "</textarea>"));
  CHECK(noor.submit("do-case-question", {{"text", before.question}, {"hoped-for", "Rust in huis"}}).status == 303);
  CHECK(room.now().question == before.question);
  CHECK(room.now().hoped_for == "Rust in huis");
}

TEST_CASE("the title, the question and what was agreed are put right on the page of who leads", "[web][mending]") {
  OwnPhoneRoom room;
  room.does("2026-003", "Noor", SetGoal{{.text = "Weer een open post"}});
  auto page = room.laptop_->get("/lead");
  for (const auto* option : {"title", "question", "g1"}) {
    INFO(option);
    CHECK(page.has("<option value=\"" + std::string(option) + "\">"));
  }
  const auto mends = [&](const std::string& ref, const std::string& words) {
    room.laptop_->get("/lead");
    room.laptop_->submit("mend-choose", {{"do", "mend"}, {"ref", ref}});
    const auto got = room.laptop_->submit("mend-form", {{"do", "correct"}, {"text", words}, {"because", "Tikfout"}});
    INFO(got.body);
    CHECK(got.status == 303);
  };
  mends("title", "Gezin met open post");
  mends("question", "Wie helpt met de post?");
  mends("g1", "Elke week een open post");
  const auto it = room.now();
  CHECK(it.title == "Gezin met open post");
  CHECK(it.question == "Wie helpt met de post?");
  CHECK(it.goals.front().set.text == "Elke week een open post");
}

TEST_CASE("undo behind the wrong item on the table takes nothing back, and says how it goes off the table",
          "[web][mending]") {
  PageRoom room;
  room.begin_meeting();
  room.laptop_ = room.laptop();
  room.laptop_->get("/lead");
  REQUIRE(room.laptop_->post("/lead", {{"do", "take"}, {"item", "2026-001"}}).status == 303);
  room.laptop_->get("/lead");
  const auto got = room.laptop_->submit("undo", {{"do", "undo"}});
  CHECK(got.status == 422);
  CHECK(got.has("Ligt het verkeerde punt op tafel? Zet het even weg, en neem dan het goede."));
  CHECK_FALSE(got.has("alles wat er gebeurd is"));
  // The way that it names is on that page.
  CHECK(room.laptop_->submit("park-form", {{"do", "park"}}).status == 303);
  CHECK(room.laptop_->get("/lead").has("Er ligt nu geen casus op tafel."));
}

}  // namespace casus::test
