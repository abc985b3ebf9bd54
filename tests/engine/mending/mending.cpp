// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/mending/put_right.hpp"
#include "core/engine/mending/said.hpp"
#include "tests/engine/at_work.hpp"
#include "tests/support/typed_voice.hpp"

#include <algorithm>

using namespace casus;
using namespace casus::test;

namespace {

Destroy destroy(const std::string& ref, bool earlier = false) { return {ref, DestroyGround::name, earlier}; }

}  // namespace

TEST_CASE("the last words are those that count, and the first stay in the history", "[engine][mending]") {
  auto story = at_work();
  story.does("Daan", fact("Moeder heeft schuldn"));
  story.does("Daan", correct("b1", "Moeder heeft schulden"));
  REQUIRE(story.c.contributions.size() == 1);
  CHECK(story.c.contributions[0].text == "Moeder heeft schulden");
  CHECK(story.c.contributions[0].by == "p3");
  REQUIRE(story.c.mended("b1") != nullptr);
  CHECK(story.c.mended("b1")->how == Mend::corrected);
  const auto said = std::ranges::find_if(
      story.history, [](const Event& event) { return std::holds_alternative<Contributed>(event.body); });
  CHECK(std::get<Contributed>(said->body).text == "Moeder heeft schuldn");
}

TEST_CASE("whoever said it and the owner put it right, with a reason unless it is one's own last line",
          "[engine][mending]") {
  auto story = at_work();
  story.does("Daan", fact("Zij belt"));
  story.when("Samira", correct("b1", "Zij schrijft", "typfout"))
      .refused("NotYoursToMend")
      .says("Samira heeft dit niet gezegd, en de casus is niet van Samira.",
            "Samira did not say this, and the case does not belong to Samira.")
      .asks("Dat doet Daan of Noor.", "Daan or Noor can do that.");
  story.when("Noor", correct("b1", "Zij schrijft")).refused("ReasonMissing");
  story.when("Noor", correct("b1", "Zij schrijft", "typfout")).then({"Corrected"});
  story.when("Daan", correct("b1", "Zij schrijft")).then({"Corrected"});
  story.when("Daan", correct("b1", "Zij belt")).refused("NothingChanges");
  story.when("Daan", correct("b9", "Zij schrijft")).refused("NotFound");
  auto later = story;
  later.go_to(Phase::analysis, "tell", "Noor");
  later.when("Daan", correct("b1", "Zij schrijft")).refused("ReasonMissing");
  CHECK(later.when("Daan", Withdraw{"b1", {}}).refusal().name == "ReasonMissing");
}

TEST_CASE("what is taken back counts nowhere, gives the turn back, and its id is not given again",
          "[engine][mending]") {
  auto story = at_work();
  Say title;  // what fits this step: it takes a turn
  title.kind = "title";
  title.text = "Zij belt";
  story.does("Daan", title);
  CHECK(story.c.turns.size() == 1);
  story.does("Daan", Withdraw{});
  CHECK(story.c.contributions.empty());
  CHECK(story.c.turns.empty());
  REQUIRE(story.c.taken_back.size() == 1);
  CHECK(story.c.taken_back[0].ref == "b1");
  CHECK(story.c.taken_back[0].by == "p3");
  auto undone = story;  // "ongedaan" once more
  undone.when("Daan", Withdraw{}).then({"Restored"});
  undone.does("Daan", Withdraw{});
  CHECK(undone.c.contributions.size() == 1);
  CHECK(undone.c.turns.size() == 1);
  CHECK(undone.c.taken_back.empty());
  CHECK(undone.c.mended("b1") == nullptr);
  undone.when("Daan", Withdraw{}).then({"Withdrawn"});
  undone.does("Daan", Withdraw{});
  CHECK(undone.c.contributions.empty());
  story.when("Daan", Withdraw{"b1", "nog eens"}).refused("TakenBackAlready");
  title.text = "Zij schrijft";
  story.does("Daan", title);
  CHECK(story.c.contributions[0].id == "b2");
}

TEST_CASE("with a goal goes what rests on it, and an action stands by itself again", "[engine][mending]") {
  auto story = at_work();
  story.does("Noor", SetGoal{{"Zij slaapt door", false, {}, {}, {}}});
  story.does("Noor", call_together());
  story.does("Noor", ChangeGoal{"g1", "Zij slaapt zes uur", {}, {}, {}, {}});
  story.does("Noor", AgreePlan{"g1", "ja", {}});
  story.does("Noor", correct("g1", "Zij slaapt zeven uur", "beter"));
  CHECK(story.c.goals[0].worded_at > story.c.agreed[0].at);  // the resident agreed to other words
  story.does("Noor", Withdraw{"g1", "hoort bij een ander"});
  CHECK(story.c.goals.empty());
  CHECK(story.c.agreed.empty());
  REQUIRE(story.c.actions.size() == 1);
  CHECK(story.c.actions[0].plan.goal.empty());
  story.does("Noor", SetGoal{{"Zij eet mee", false, {}, {}, {}}});
  CHECK(story.c.goals[0].set.id == "g2");
  story.does("Noor", FinishAction{{"a1", Done::done, "gedaan"}});
  const auto finished = std::to_string(story.history.size());
  story.does("Noor", Withdraw{finished, "verkeerde actie"});
  CHECK(story.c.actions[0].state == Done::open);
  CHECK(story.c.actions[0].result.empty());
}

TEST_CASE("other fields, other values and another person who said it are put right too", "[engine][mending]") {
  auto story = at_work();
  story.does("Daan", fact("Zij belt"));
  story.does("Daan", Correct{.ref = "b1", .set = {"soort=question", "aan=Samira"}, .whose = "Noor"});
  CHECK(story.c.contributions[0].by == "p1");
  CHECK(story.c.contributions[0].kind == "question");
  CHECK(story.c.contributions[0].to == "p2");
  story.does("Daan", GiveScore{{.value = 4, .evidence = "Zij slaapt"}});
  Correct value{.ref = "s1", .set = {"cijfer=12"}};
  story.when("Daan", value).refused("OffScale", "R11");
  value.set = {"cijfer=6"};
  story.does("Daan", value);
  CHECK(story.c.scores[0].given.value == 6);
  value.set = {"kleur=6"};
  story.when("Daan", value)
      .refused("NoSuchField")
      .asks("Kies uit: schaal, cijfer, waarom, leefgebied, punt hoger, goed genoeg.",
            "Choose from: scale, score, why, domain, one point up, good enough.");
  value.set = {"cijfer=zes"};
  story.when("Daan", value).refused("DoesNotFit");
}

TEST_CASE("what was said does not become advice where advice waits and that is hard", "[engine][mending][R6]") {
  auto story = begun();
  story.go_to(Phase::analysis, "present");
  story.does("Noor", fact("Zij belt haar zus"));
  const auto ref = story.c.contributions.back().id;
  const auto becomes = [&](const char* kind) {
    return Correct{.ref = ref, .set = {std::string("kind=") + kind}, .because = "verkeerd gekozen"};
  };
  for (const auto* kind : {"advice", "idea", "option"})
    story.when("Noor", becomes(kind)).refused("AdviceTooSoon", "R6");
  story.does("Noor", becomes("strength"));
  story.c.mode = Mode::coaching;
  story.does("Noor", becomes("advice"));
}

TEST_CASE("what refers to something else, or is a word of the method, is held to what there is", "[engine][mending]") {
  auto story = at_work();
  story.does("Daan", fact("Zij belt"));
  story.does("Noor", fact("Zij schrijft"));
  const auto sets = [&](const std::string& field) { return Correct{.ref = "b1", .set = {field}}; };
  story.when("Daan", sets("soort=gefluister")).refused("NotFound");
  story.when("Daan", sets("bij=b9")).refused("NotFound");
  story.when("Daan", sets("aan=Niemand")).refused("NobodyCalled");
  story.when("Daan", sets("id=b7")).refused("NoSuchField");
  story.does("Daan", sets("soort=vraag"));
  story.does("Daan", sets("bij=B2"));
  CHECK(story.c.contributions[0].kind == "question");
  CHECK(story.c.contributions[0].re == "b2");
  // A tie holds no text, so new words for it are asked which field they are of.
  story.does("Noor", AddNetworkPerson{"oma", "oma", Shell::intimate, Quadrant::family, false});
  story.does("Noor", AddTie{{"inwoner", "oma", Strength::strong, false, Direction::both}});
  Correct words{.ref = std::to_string(story.history.size()), .text = "Zij bellen", .because = "toch"};
  story.when("Noor", words)
      .refused("NoSuchField")
      .says("Hier staat geen tekst die anders kan.", "There is no text here to put otherwise.");
  // Grounds, privacy and who erased with whom are decided where they are asked (R2).
  for (const auto* field : {"privacy=named", "mode=strict", "basis=youth_act"}) {
    Correct command{.ref = "title", .set = {field}, .because = "toch"};
    story.when("Noor", command).refused("NoSuchField");
  }
}

TEST_CASE("every field that can be put right has a word in both languages", "[engine][mending]") {
  for (std::size_t kind = 0; kind < EventBody::kCount; ++kind) {
    EventBody body;
    body.become(kind);
    for (const auto& field : engine::fields_of(body)) {
      INFO(name_of(body) << " " << field);
      if (!engine::can_be_taken_back(body) && !engine::is_text(field)) continue;
      const auto words = engine::field_words(field);
      const auto nl = words.in(Lang::nl), en = words.in(Lang::en);
      CHECK((nl != field || en != field || field == "stop" || field == "contact"));
      CHECK(engine::field_meant(body, nl) == field);
      CHECK(engine::field_meant(body, en) == field);
    }
  }
}

TEST_CASE("title, question, purpose and the name of a person are put right like all else", "[engine][mending]") {
  auto story = at_work();
  story.does("Noor", correct("titel", "Vader met twee kinderen", "het is de vader"));
  CHECK(story.c.title == "Vader met twee kinderen");
  story.when("Noor", correct("vraag", "Hoe verder", "typfout")).refused("NotAQuestion", "R1");
  story.does("Noor", correct("vraag", "Hoe verder met vader?", "typfout"));
  CHECK(story.c.question == "Hoe verder met vader?");
  story.does("Noor", correct("doel", "samen kijken", "scherper"));
  CHECK(story.c.purpose == "samen kijken");
  CHECK(story.c.title == "Vader met twee kinderen");
  story.does("Noor", AddNetworkPerson{"Jansje de Boer", "oma", Shell::intimate, Quadrant::family, false});
  story.does("Noor", correct("Jansje de Boer", "oma", "anoniem besproken"));
  CHECK(story.c.person("p4")->name == "oma");
  story.when("Noor", correct("p4", "Daan", "anders")).refused("NameTaken");
  story.when("Noor", Withdraw{"p3", "fout"}).refused("SitsAtTheTable");
  story.does("Noor", AddTie{{"inwoner", "oma", Strength::strong, false, Direction::both}});
  story.does("Noor", Withdraw{"p4", "hoort er niet bij"});
  CHECK(story.c.person("p4") == nullptr);
  CHECK(story.c.ties.empty());
  story.does("Noor", AddNetworkPerson{"tante", "tante", Shell::intimate, Quadrant::family, false});
  CHECK(story.c.person("tante")->id == "p5");
}

TEST_CASE("a question or a purpose that is said anew is neither changed nor destroyed", "[engine][mending]") {
  auto story = at_work();
  const auto purpose = [](const std::string& what) { return SetBasis{Privacy::anonymous, Basis::jeugdwet, what, {}}; };
  story.does("Noor", correct("vraag", "Hoe verder met vader?", "typfout"));
  story.does("Noor", correct("doel", "samen kijken", "scherper"));
  REQUIRE(story.c.mended("question") != nullptr);
  story.does("Noor", purpose("samen kijken"));  // another basis, and no other purpose
  REQUIRE(story.c.mended("purpose") != nullptr);
  story.does("Noor", AskQuestion{"Wat wil zij zelf?", "een stap"});
  story.does("Noor", purpose("een plan"));
  CHECK(story.c.mended("question") == nullptr);
  CHECK(story.c.mended("purpose") == nullptr);
  CHECK(std::ranges::count(story.c.mendings, Mend::corrected, &Mending::how) == 2);  // the history keeps both
  story.does("Noor", destroy("vraag"));
  REQUIRE(story.c.mended("question") != nullptr);
  story.does("Noor", AskQuestion{"Wat lukt er al?", "een stap"});
  CHECK(story.c.mended("question") == nullptr);
  story.does("Noor", correct("vraag", "Wat lukt er thuis al?", "scherper"));
  CHECK(story.c.mended("question")->how == Mend::corrected);
}

TEST_CASE("who was taken back as a whole can still be destroyed, with every name and relation they had",
          "[engine][mending]") {
  auto story = at_work();
  story.does("Noor", AddNetworkPerson{"Jansje de Boer", "oma", Shell::intimate, Quadrant::family, false});
  story.does("Noor", correct("p4", "Jansje Boer", "typfout"));
  // While it stands a case cannot be without a name.
  story.when("Noor", AddTie{{"inwoner", "Jansje Boer", Strength::strong, false, Direction::both}}).then({"TieAdded"});
  story.does("Noor", Withdraw{"p4", "hoort er niet bij"});
  story.when("Daan", destroy("p4")).refused("NotYoursToMend");
  std::vector<std::int64_t> named;
  for (std::size_t place = 0; place < story.history.size(); ++place)
    if (const auto names = engine::names_in(story.history[place].body); std::ranges::find(names, "p4") != names.end())
      named.push_back(static_cast<std::int64_t>(place) + 1);
  REQUIRE(named.size() == 2);
  const auto came = story.when("Noor", destroy("p4"));
  const auto& gone = came.gives<TextDestroyed>();
  for (const auto number : named) {
    INFO(number);
    CHECK(std::ranges::find(gone.events, number) != gone.events.end());
  }
  story.does("Noor", destroy("p4"));
  CHECK(story.refolded().person("p4") == nullptr);
  story.when("Noor", destroy("p4")).refused("DestroyedAlready");
}

TEST_CASE("of what is destroyed nothing stays but who, when and why", "[engine][mending]") {
  auto story = at_work();
  story.does("Daan", fact("Piet heeft schulden"));
  story.does("Daan", correct("b1", "Piet heeft grote schulden"));
  const auto came = story.when("Daan", destroy("b1"));
  const auto& gone = came.gives<TextDestroyed>();
  CHECK(gone.events.size() == 2);
  story.does("Daan", destroy("b1"));
  CHECK(story.c.contributions.empty());
  CHECK(story.c.taken_back.size() == 1);
  CHECK(story.c.mended("b1")->ground == DestroyGround::name);
  story.when("Daan", destroy("b1")).refused("DestroyedAlready");
  story.when("Daan", correct("b1", "toch")).refused("DestroyedAlready");
  // Nor is other words first a way on: it takes none.
  story.when("Daan", destroy("b1", true)).refused("DestroyedAlready");
}

TEST_CASE("only what was there before is destroyed when asked so, and always of what a case cannot do without",
          "[engine][mending]") {
  auto story = at_work();
  story.does("Daan", fact("Piet heeft schulden"));
  story.when("Daan", destroy("b1", true)).refused("OtherWordsFirst");
  story.does("Daan", correct("b1", "Hij heeft schulden"));
  story.does("Daan", destroy("b1", true));
  REQUIRE(story.c.contributions.size() == 1);
  CHECK(story.c.contributions[0].text == "Hij heeft schulden");
  story.when("Noor", destroy("title")).refused("OtherWordsFirst");
  story.does("Noor", correct("title", "Gezin met schulden", "naam"));
  story.does("Noor", destroy("title"));
  CHECK(story.c.title == "Gezin met schulden");
  CHECK(story.c.person("p1")->name == "Noor");
  CHECK(story.c.purpose == "samen een eerste stap vinden");
  // The purpose lay in the same event, and in that of a new ground.
  story.does("Noor", correct("doel", "samen kijken", "scherper"));
  story.does("Noor", destroy("doel"));
  CHECK(story.c.title == "Gezin met schulden");
  CHECK(story.c.purpose == "samen kijken");
  // What lost its earlier words can still go as a whole.
  story.does("Daan", destroy("b1"));
  CHECK(story.c.contributions.empty());
  story.when("Daan", destroy("b1")).refused("DestroyedAlready");
}

TEST_CASE("who wants gone what a case cannot do without is told each line that does it", "[engine][mending]") {
  auto story = at_work();
  story.does("Noor", AddNetworkPerson{"Jansje de Boer", "oma", Shell::intimate, Quadrant::family, false});
  story.does("Noor", AddNetworkPerson{"Riet Boer", "tante", Shell::intimate, Quadrant::family, false});
  const auto told = [&](const std::string& by, const Destroy& asked) {
    const auto came = story.when(by, asked);
    came.refused("OtherWordsFirst");
    return came.refusal().remedies_in(typed_in(Lang::nl));
  };
  const auto has = [](const std::string& all, const std::string& line) { return all.find(line) != std::string::npos; };
  for (const std::string ref : {"title", "purpose", "p1", "p4", "p5"}) {
    const auto all = told("Noor", destroy(ref));
    INFO(ref << ": " << all);
    const auto typed = ref.starts_with("p") && ref.size() == 2 ? ref + ' ' : std::string();
    CHECK(has(all, "case correct 2026-001 " + typed));
    CHECK(has(all, "case destroy 2026-001 " + typed));
    CHECK(has(all, " --ground "));
    CHECK(has(all, "case withdraw 2026-001 " + typed) == (ref == "p4" || ref == "p5"));
  }
  // In the place of what was never said otherwise, what stands there goes.
  story.does("Daan", fact("Piet heeft schulden"));
  const auto earlier = told("Daan", destroy("b1", true));
  CHECK(has(earlier, "case destroy 2026-001 b1 --ground "));
  CHECK_FALSE(has(earlier, "--earlier"));
  // And they do it, in that order.
  story.does("Noor", correct("p4", "de oma", "mag er niet staan"));
  story.does("Noor", destroy("p4"));
  CHECK(story.refolded().person("p4")->name == "de oma");
  story.does("Noor", Withdraw{"p5", "mag er niet staan"});
  story.does("Noor", destroy("p5"));
  CHECK(story.refolded().person("p5") == nullptr);
}

TEST_CASE("what moves a case through its stages is not taken back, and its words can be mended by number",
          "[engine][mending]") {
  auto story = at_work();
  story.does("Noor", PauseCase{{"zij is ziek", on("2026-04-01")}});
  const auto number = std::to_string(story.history.size());
  story.when("Noor", Withdraw{number, "toch niet"}).refused("CannotBeTakenBack");
  story.does("Noor", correct(number, "zij is opgenomen", "preciezer"));
  CHECK(story.c.endings.back().because == "zij is opgenomen");
  story.does("Noor", destroy(number));
  CHECK(story.c.endings.back().because.empty());
  CHECK(story.c.stage.life == Life::paused);
}

TEST_CASE("every kind of event can lose its texts and keep its place", "[engine][mending]") {
  auto story = at_work();
  story.does("Daan", fact("Zij belt"));
  const engine::PutRight right(story.history);
  CHECK(right.size() == story.history.size());
  for (std::size_t kind = 0; kind < EventBody::kCount; ++kind) {
    EventBody body;
    body.become(kind);
    INFO(name_of(body));
    for (const auto& field : engine::fields_of(body))
      if (engine::is_text(field)) CHECK(engine::set_field(body, field, "GEHEIM") == engine::FieldSet::done);
    engine::take_out_texts(body);
    CHECK(engine::texts_of(body).empty());
  }
}

TEST_CASE("undoing never takes an earlier line in the place of one that stays", "[engine][mending][R14]") {
  auto story = at_work();
  story.does("Noor", fact("Zij slaapt slecht."));
  story.does("Noor", RaiseConcern{"De kinderen zijn alleen"});
  story.when("Noor", Withdraw{}).refused("LastStays", "R14");
  CHECK(story.c.contributions.size() == 1);
  story.does("Noor", SetReview{on("2026-05-01")});
  story.does("Noor", Withdraw{});
  CHECK_FALSE(story.c.review_on);
  CHECK(story.c.contributions.size() == 1);
}

TEST_CASE("correcting the last line never reaches a concern that another made", "[engine][mending][R14]") {
  auto story = at_work();
  story.does("Noor", fact("Zij slaapt slecht."));
  story.does("Daan", RaiseConcern{"De kinderen zijn alleen"});
  Correct last{.text = "Oei, veel"};
  story.when("Noor", last).refused("LastStays", "R14");
  story.does("Daan", last);
  CHECK(story.c.contributions.front().text == "Zij slaapt slecht.");
}
