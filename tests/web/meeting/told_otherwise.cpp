// SPDX-License-Identifier: EUPL-1.2
// What is one word at a terminal right behind the words that it is about is one button on a page.
#include "tests/web/short_round_page.hpp"

#include <algorithm>

namespace casus::test {
namespace {

struct ToldRoom : ShortRoundPage {
  /// Says it from a phone by the form as it comes, and gives the page after it.
  static Got says(Browser& who, const std::string& text) {
    who.get("/mine");
    REQUIRE(who.submit("say", {{"do", "say"}, {"kind", ""}, {"text", text}}).status == 303);
    return who.get("/mine");
  }
  /// "Noor idea: ..." of the last words that stand.
  std::string last() {
    const auto it = now();
    std::string words;
    for (const auto& one : it.contributions)
      if (!one.text.empty()) words = it.name_of(one.by, Lang::nl) + ' ' + one.kind + ": " + one.text;
    return words;
  }
  bool holds(const std::string& text) {
    const auto it = now();
    return std::ranges::find(it.contributions, text, &Contribution::text) != it.contributions.end();
  }
};

}  // namespace

TEST_CASE("a remark of who listens counts as what the others give by one button", "[web][R4]") {
  ToldRoom room;
  for (const auto* line : {"noor wens: rust", "verder omdat het kan", "verder omdat het kan"}) room.types(line);
  auto noor = room.phone("Noor");
  const auto page = ToldRoom::says(noor, "haar zus kan koken");
  CHECK(room.last() == "Noor note: haar zus kan koken");
  CHECK(page.has("Noor luistert in deze stap"));
  CHECK_FALSE(page.has("Typ: idee"));
  REQUIRE(page.has("Telt toch mee als idee"));
  CHECK(noor.submit("answered", {{"do", "answered"}}).status == 303);
  CHECK(room.last() == "Noor idea: haar zus kan koken");
  CHECK_FALSE(noor.get("/mine").has("Telt toch mee als"));
  // From the page of who leads too.
  room.laptop_->get("/lead");
  REQUIRE(
      room.laptop_
          ->submit("write-form", {{"do", "say"}, {"name", "Noor"}, {"kind", ""}, {"text", "de buurvrouw kan oppassen"}})
          .status == 303);
  REQUIRE(room.laptop_->get("/lead").has("Telt toch mee als idee"));
  CHECK(room.laptop_->submit("answered", {{"do", "answered"}}).status == 303);
  CHECK(room.last() == "Noor idea: de buurvrouw kan oppassen");
}

TEST_CASE("what tells something where questions are asked is kept as that from a form too, and one button asks it",
          "[web][answers]") {
  ToldRoom room;
  for (const auto* line : {"noor wens: rust", "verder"}) room.types(line);
  auto daan = room.phone("Daan");
  REQUIRE(daan.get("/mine").has("name=\"kind\" value=\"question\""));
  REQUIRE(daan.submit("say", {{"do", "say"}, {"text", "Misschien kan oma de post openen"}}).status == 303);
  const auto page = daan.get("/mine");
  CHECK(room.last() == "Daan note: Misschien kan oma de post openen");
  CHECK(page.has("want hier passen vragen"));
  CHECK_FALSE(page.has("eindigt niet op een vraagteken"));
  REQUIRE(page.has("Telt toch mee als vraag"));
  CHECK(daan.submit("answered", {{"do", "answered"}}).status == 303);
  CHECK(room.last() == "Daan question: Misschien kan oma de post openen?");
  // Who leads writes it for somebody too; and what may ask is a question.
  room.laptop_->get("/lead");
  REQUIRE(room.laptop_
              ->submit("write-form", {{"do", "say"}, {"name", "Ria"}, {"kind", ""}, {"text", "bel de buurvrouw eens"}})
              .status == 303);
  CHECK(room.last() == "Ria note: bel de buurvrouw eens");
  auto ria = room.phone("Ria");
  ria.get("/mine");
  REQUIRE(ria.submit("say", {{"do", "say"}, {"text", "Hoe lang speelt dit al"}}).status == 303);
  CHECK(room.last() == "Ria question: Hoe lang speelt dit al");
}

TEST_CASE("what is said beside a question that is open or was answered is its answer by one button", "[web][answers]") {
  ToldRoom room;
  for (const auto* line :
       {"daan: Heeft ze familie?", "noor wens: Rust", "verder", "ria: Hoe lang speelt dit?", "noor: Sinds de zomer"})
    room.types(line);
  auto noor = room.phone("Noor");
  auto page = ToldRoom::says(noor, "Een zus in de stad");
  CHECK(page.has("er staat nog een vraag open"));
  CHECK_FALSE(page.has("Typ: antwoord"));
  REQUIRE(page.has("Dit was het antwoord"));
  CHECK(noor.submit("answered", {{"do", "answered"}}).status == 303);
  CHECK(room.last() == "Noor answer: Een zus in de stad");
  page = ToldRoom::says(noor, "En een broer");
  CHECK(page.has("elke vraag is al beantwoord"));
  CHECK_FALSE(page.has("Typ: antwoord"));
  REQUIRE(page.has("Dit was het antwoord"));
  CHECK(noor.submit("answered", {{"do", "answered"}}).status == 303);
  CHECK(room.last() == "Noor answer: En een broer");
}

TEST_CASE("help that is told from a phone or a form beside danger is kept, and asked about by one button",
          "[web][R14]") {
  ToldRoom room;
  auto daan = room.phone("Daan");
  const auto acute = [&] { return room.now().stage.safety == Safety::acute; };
  for (const bool by_form : {false, true}) {
    CAPTURE(by_form);
    room.does("2026-003", "Ria", RaiseAcute{"Hij staat voor de deur"});
    const std::string words = by_form ? "de politie is onderweg" : "112 is gebeld";
    auto& who = by_form ? *room.laptop_ : daan;
    const std::string at = by_form ? "/lead" : "/mine";
    who.get(at);
    REQUIRE(who.post(at, {{"do", "say"}, {"name", "Daan"}, {"kind", ""}, {"text", words}}).status == 303);
    CHECK(acute());
    CHECK(room.holds(words));
    const auto page = who.get(at);
    CHECK(page.has("Is dit wat er aan het gevaar gedaan is?"));
    REQUIRE(page.has("Ja, dit is er gedaan: het gevaar is voorbij"));
    CHECK(who.submit("answered", {{"do", "answered"}}).status == 303);
    CHECK_FALSE(acute());
    CHECK_FALSE(room.holds(words));  // it stands with the danger
    CHECK_FALSE(who.get(at).has("Ja, dit is er gedaan"));
  }
  // What tells of no help is not asked about; nor is any of it once the danger is over by something else.
  room.does("2026-003", "Ria", RaiseAcute{"Hij staat er weer"});
  for (const auto* words : {"Zij woont daar sinds juni", "Is 112 al gebeld?"}) {
    daan.get("/mine");
    REQUIRE(daan.post("/mine", {{"do", "say"}, {"kind", ""}, {"text", words}}).status == 303);
    CHECK_FALSE(daan.get("/mine").has("Ja, dit is er gedaan"));
  }
  daan.get("/mine");
  REQUIRE(daan.post("/mine", {{"do", "say"}, {"kind", ""}, {"text", "112 is gebeld"}}).status == 303);
  REQUIRE(daan.get("/mine").has("Ja, dit is er gedaan"));
  room.does("2026-003", "Ria", HandleAcute{"De politie was er"});
  CHECK_FALSE(daan.get("/mine").has("Ja, dit is er gedaan"));
  CHECK(room.holds("112 is gebeld"));
}

TEST_CASE("the form to write for somebody shows which kinds are whose, and asks when they do not go together",
          "[web]") {
  ToldRoom room;
  for (const auto* line : {"noor wens: Rust", "verder", "daan: Hoe lang speelt dit?"}) room.types(line);
  auto& laptop = *room.laptop_;
  const std::string page = laptop.get("/lead").body;
  const auto of_noor = page.find("<optgroup label=\"Alleen Noor\">");
  REQUIRE(of_noor != std::string::npos);
  CHECK(page.substr(of_noor, page.find("</optgroup>", of_noor) - of_noor).find("value=\"answer\"") !=
        std::string::npos);
  // Without a script nothing follows the name that is chosen.
  const auto before = room.last();
  auto got =
      laptop.submit("write-form", {{"do", "say"}, {"name", "Daan"}, {"kind", "answer"}, {"text", "Sinds de zomer"}});
  CHECK(got.status == 422);
  CHECK(got.has("zegt in deze stap alleen Noor"));
  CHECK(got.has(">Sinds de zomer</textarea>"));
  CHECK(got.has("value=\"answer\" selected"));
  CHECK(room.last() == before);
  laptop.get("/lead");
  CHECK(laptop.submit("write-form", {{"do", "say"}, {"name", "Noor"}, {"kind", "question"}, {"text", "Waarom?"}})
            .status == 422);
  CHECK(room.last() == before);
  laptop.get("/lead");
  CHECK(laptop.submit("write-form", {{"do", "say"}, {"name", "Noor"}, {"kind", "answer"}, {"text", "Sinds de zomer"}})
            .status == 303);
  CHECK(room.last() == "Noor answer: Sinds de zomer");
}

TEST_CASE("words that may tell of danger are reported as they stand by one button, which is called as it is",
          "[web][R14]") {
  const std::string words = "De kinderen worden geslagen door vader";
  {
    ToldRoom room;
    auto daan = room.phone("Daan");
    auto page = ToldRoom::says(daan, words);
    REQUIRE(page.has("id=\"worry\""));
    CHECK(page.has("“Acuut gevaar”"));
    CHECK_FALSE(page.has("“iemand is nu in gevaar"));
    CHECK(daan.submit("worry", {{"do", "acute"}}).status == 303);
    CHECK(room.now().stage.safety == Safety::acute);
    CHECK(room.laptop_->get("/lead").has("Daan meldde: " + words));
    CHECK_FALSE(daan.get("/mine").has("id=\"worry\""));
  }
  {
    ToldRoom room;
    auto& laptop = *room.laptop_;
    laptop.get("/lead");
    REQUIRE(laptop.submit("write-form", {{"do", "say"}, {"name", "Daan"}, {"kind", ""}, {"text", words}}).status ==
            303);
    const auto page = laptop.get("/lead");
    REQUIRE(page.has("id=\"worry\""));
    CHECK(page.has("value=\"Daan: " + words + "\""));
    CHECK(laptop.submit("worry", {{"do", "concern"}}).status == 303);
    CHECK(room.now().stage.safety == Safety::concern);
  }
}

TEST_CASE("what the presenter hopes for can be filled in after the talk began, where it is asked", "[web]") {
  PageRoom room;
  room.open_unasked("2026-003", "Noor", "Verzonnen", "kort/ronde", Mode::coaching);
  room.does("2026-003", "Noor", AskQuestion{"Hoe verder?", ""});
  room.does("2026-003", "Noor", AddParticipant{"Samira", {Role::chair}, true, false, {}});
  AddItem asks{.case_id = "2026-003", .minutes = 20};
  room.begin_meeting();
  room.meets(room.day(), asks);
  auto laptop = room.laptop();
  laptop.get("/lead");
  REQUIRE(laptop.post("/lead", {{"do", "take"}, {"item", "2026-003"}}).status == 303);
  REQUIRE(laptop.get("/lead").has("id=\"presenter\""));
  REQUIRE(laptop.submit("next", {{"do", "next"}}).status == 303);
  const auto begun = laptop.get("/lead");
  CHECK(begun.has("Vul dat in wanneer het past: “Wat hoopt de inbrenger dat dit overleg brengt?”"));
  REQUIRE(begun.has("id=\"presenter-more\""));
  CHECK(laptop.submit("presenter", {{"do", "hopes"}, {"text", "Een stap die lukt"}}).status == 303);
  const auto page = laptop.get("/lead");
  CHECK(page.has("Een stap die lukt"));
  CHECK_FALSE(page.has("id=\"presenter-more\""));
}

TEST_CASE("what was taken back from a phone by mistake stands again by one button", "[web][mending]") {
  ToldRoom room;
  auto noor = room.phone("Noor");
  noor.get("/mine");
  const std::string words = "Zij slaapt slecht sinds juni";
  REQUIRE(noor.submit("say", {{"do", "say"}, {"kind", "fact"}, {"text", words}}).status == 303);
  noor.get("/mine");
  REQUIRE(noor.submit("mend-" + room.now().contributions.back().id, {{"do", "withdraw"}}).status == 303);
  CHECK_FALSE(room.holds(words));
  REQUIRE(noor.get("/mine").has("id=\"put-back\""));
  // Nobody else is offered it.
  CHECK_FALSE(room.phone("Ria").get("/mine").has("id=\"put-back\""));
  CHECK(noor.submit("put-back", {{"do", "restore"}}).status == 303);
  CHECK(room.holds(words));
  CHECK_FALSE(noor.get("/mine").has("id=\"put-back\""));
}

TEST_CASE("a goal and the day to look back are agreed by a form on the page of who leads", "[web]") {
  ToldRoom room;
  auto& laptop = *room.laptop_;
  laptop.get("/lead");
  CHECK(laptop.submit("goal-form", {{"do", "goal"}, {"text", "Ik slaap weer door"}, {"own_words", "1"}}).status == 303);
  laptop.get("/lead");
  CHECK(laptop.submit("review-form", {{"do", "review"}, {"day", "2026-03-30"}}).status == 303);
  const auto now = room.now();
  REQUIRE(now.goals.size() == 1);
  CHECK(now.goals.front().set.text == "Ik slaap weer door");
  CHECK(now.goals.front().set.resident_words);
  CHECK(now.review_on == date_from("2026-03-30"));
  // Without a day nothing is agreed, and that is said.
  laptop.get("/lead");
  laptop.submit("review-form", {{"do", "review"}, {"day", ""}});
  CHECK(laptop.get("/lead").has("Kies een dag om terug te kijken"));
  CHECK(room.now().review_on == date_from("2026-03-30"));
}

}  // namespace casus::test
