// SPDX-License-Identifier: EUPL-1.2
#include "core/learning/pages/pages.hpp"
#include "tests/learning/session.hpp"

#include <nlohmann/json.hpp>

// The team's paper: three rounds, what is written alone stays so, a proof of the last word, a number.

namespace casus::test {
namespace {

LearningStory begun_paper() {
  LearningStory story("paper-1");
  story.does("Samira", BeginPaper{PaperEmphasis::team, {"Noor", "Daan", "Ria"}, 2, "paper"});
  return story;
}

/// All that somebody can get to see of it, in every form.
std::string paper_for(const LearningStory& story, const std::string& name, const learning::Session* before = nullptr) {
  const auto seen = story.seen(name);
  const auto* learner = story.it.called(name, story.team);
  const std::string_view person = learner != nullptr ? std::string_view(learner->id) : std::string_view();
  std::string all;
  for (const auto lang : {Lang::nl, Lang::en})
    all += page::page_text(learning::paper_page(seen, before, lang)) +
           page::page_html(learning::paper_page(seen, before, lang), lang) +
           page::page_text(learning::paper_aloud(seen, before, lang)) +
           page::page_text(learning::paper_mine_page(seen, person, nullptr, lang));
  return all + learning::paper_json(seen, before).dump() + learning::paper_mine_json(seen, person, nullptr).dump();
}

bool in_paper(const LearningStory& story, const std::string& name, std::string_view text) {
  return paper_for(story, name).find(text) != std::string::npos;
}

/// To the end of the rounds, with a line of each.
void three_rounds(LearningStory& story) {
  story.does("Noor", WriteOwnLine{"Zilvermeeuw", true});
  story.does("Samira", TurnPaperRound{});
  story.does("Samira", TurnPaperRound{});
  story.does("Samira", SettlePaperLine{"want", "Wij willen samen op pad"});
  story.does("Samira", TurnPaperRound{});
  story.does("Samira", SettlePaperLine{"look", "Een wijk met veel jonge gezinnen"});
}

}  // namespace

TEST_CASE("own lines are numbered for each, and one is taken out by whose it is", "[learning]") {
  auto story = begun_paper();
  story.does("Noor", WriteOwnLine{"Zilvermeeuw", false});
  story.does("Daan", WriteOwnLine{"Roodborst", false});
  CHECK(story.it.paper->own.back().id == "i1");
  story.does("Daan", OfferOwnLine{"i1", false});
  CHECK_FALSE(story.it.paper->own.front().offered);
  story.does("Daan", TakeOutOfPaper{"i1"});
  REQUIRE(story.it.paper->own.size() == 1);
  CHECK(story.it.paper->own.front().text == "Zilvermeeuw");
}

TEST_CASE("an event that does not say whose line it is about, is about that of who did it", "[learning]") {
  auto story = begun_paper();
  story.does("Noor", WriteOwnLine{"Zilvermeeuw", false});
  story.does("Daan", WriteOwnLine{"Roodborst", false});
  const auto daan = story.it.called("Daan", story.team)->id;
  learning::evolve(story.it, {story.now, daan, OwnLineOffered{"i1", true, {}}, {}});
  CHECK_FALSE(story.it.paper->own.front().offered);
  CHECK(story.it.paper->own.back().offered);
  learning::evolve(story.it, {story.now, daan, TakenOutOfPaper{"i1", {}, {}}, {}});
  REQUIRE(story.it.paper->own.size() == 1);
  CHECK(story.it.paper->own.front().text == "Zilvermeeuw");
}

TEST_CASE("an own line is seen by nobody else until it is offered and its round is over", "[learning]") {
  auto story = begun_paper();
  story.does("Noor", WriteOwnLine{"Zilvermeeuw", false});
  story.does("Noor", WriteOwnLine{"Roodborst", true});
  for (const auto* name : {"Daan", "Samira", ""}) {
    CHECK_FALSE(in_paper(story, name, "Zilvermeeuw"));
    CHECK_FALSE(in_paper(story, name, "Roodborst"));
  }
  CHECK(in_paper(story, "Noor", "Zilvermeeuw"));
  story.does("Samira", TurnPaperRound{});
  CHECK(in_paper(story, "Daan", "Roodborst"));
  CHECK_FALSE(in_paper(story, "Daan", "Zilvermeeuw"));
  CHECK(story.refused("Noor", WriteOwnLine{"Te laat", false}) == "RoundOver");
  CHECK(story.refused("Daan", OfferOwnLine{"i1", false}) == "NothingThere");  // not even that it is there
  story.does("Noor", OfferOwnLine{"i1", false});
  CHECK(in_paper(story, "Daan", "Zilvermeeuw"));
  story.does("Noor", OfferOwnLine{"i1", true});
  CHECK_FALSE(in_paper(story, "Daan", "Zilvermeeuw"));
}

TEST_CASE("with fewer than four people there are no own lines on the paper", "[learning]") {
  const auto shown = [](const std::vector<std::string>& people, int others) {
    LearningStory story("paper-1");
    story.does("Samira", BeginPaper{PaperEmphasis::team, people, others, "paper"});
    story.does("Noor", WriteOwnLine{"Zilvermeeuw", true});
    for (int i = 0; i < 3; ++i) story.does("Samira", TurnPaperRound{});
    CHECK(in_paper(story, "Noor", "Zilvermeeuw"));  // on her own page
    CHECK(learning::offered_lines(story.seen("Noor")).empty() == !in_paper(story, "Samira", "Zilvermeeuw"));
    return in_paper(story, "Samira", "Zilvermeeuw");
  };
  CHECK_FALSE(shown({"Noor"}, 0));
  CHECK_FALSE(shown({"Noor"}, 9));  // who comes from elsewhere writes no line of their own
  CHECK_FALSE(shown({"Noor", "Daan"}, 2));
  CHECK(shown({"Noor", "Daan", "Ria"}, 0));
}

TEST_CASE("what is out has no room for a question to which nothing was said", "[learning]") {
  auto story = begun_paper();
  three_rounds(story);
  const auto stands = [&](const char* what) {
    return page::page_text(learning::paper_page(story.seen("Ria"), nullptr, Lang::nl)).find(what) != std::string::npos;
  };
  CHECK(stands("Hoe komen wij daar?\n"));
  CHECK(stands("nog niets"));
  story.does("Samira", ProofPaper{});
  story.does("Samira", PublishPaper{});
  CHECK_FALSE(stands("Hoe komen wij daar?\n"));
  CHECK_FALSE(stands("nog niets"));
  CHECK(stands("Wat willen wij?\n"));
}

TEST_CASE("what is offered tells neither whose it is nor what came first", "[learning]") {
  auto story = begun_paper();
  story.does("Noor", WriteOwnLine{"Zilvermeeuw", true});
  story.does("Daan", WriteOwnLine{"Koolmees", true});
  story.does("Ria", WriteOwnLine{"Merel", true});
  story.does("Samira", TurnPaperRound{});
  const auto seen = story.seen("Samira");
  REQUIRE(seen.paper->own.size() == 3);
  for (const auto& one : seen.paper->own) CHECK((one.id.empty() && one.person.empty() && one.event == 0));
  CHECK(learning::offered_lines(seen) == std::vector<std::string>{"Koolmees", "Merel", "Zilvermeeuw"});
}

TEST_CASE("cards are hidden until their round is over, and a line is settled after that", "[learning]") {
  auto story = begun_paper();
  CHECK(story.refused("Noor", WritePaperCard{"want", "Koolmees"}) == "RoundToCome");
  story.does("Samira", TurnPaperRound{});
  story.does("Noor", WritePaperCard{"want", "Koolmees"});
  CHECK(story.refused("Noor", WritePaperCard{"want", std::string(81, 'a')}) == "CardTooLong");
  CHECK(story.refused("Noor", WritePaperCard{"want", "Daan wil dat"}) == "PersonalData");
  CHECK(story.refused("Noor", WritePaperCard{"look", "Merel"}) == "RoundToCome");
  CHECK(story.refused("Noor", WritePaperCard{"me", "Merel"}) == "NoItem");
  CHECK(story.refused("Samira", SettlePaperLine{"want", "Wij willen"}) == "CardsHidden");
  CHECK_FALSE(in_paper(story, "Daan", "Koolmees"));
  CHECK(story.refused("Daan", TakeOutOfPaper{"c1"}) == "NothingThere");
  story.does("Samira", TurnPaperRound{});
  CHECK(in_paper(story, "Daan", "Koolmees"));
  story.does("Samira", SettlePaperLine{"want", "Wij willen koolmezen"});
  CHECK(story.does("Samira", SettlePaperLine{"want", "wij willen koolmezen"}).empty());
  story.does("Samira", SettlePaperLine{"want", "Wij willen merels"});
  CHECK(story.refused("Samira", SettlePaperLine{"want", "Wij willen spreeuwen"}) == "EnoughLines");
  story.does("Samira", TakeOutOfPaper{"l2"});
  story.does("Samira", SettlePaperLine{"want", "Wij willen spreeuwen"});
  CHECK(story.it.paper->lines.back().id == "l3");
}

TEST_CASE("an edition goes out as its proof was, and any change after it asks for another", "[learning]") {
  auto story = begun_paper();
  CHECK(story.refused("Samira", ProofPaper{}) == "RoundOpen");
  three_rounds(story);
  CHECK(story.refused("Samira", PublishPaper{}) == "NoProof");
  story.known.drawn.focuses = {"Een plek om elkaar te zien"};
  story.does("Samira", ProofPaper{});
  CHECK(story.does("Samira", ProofPaper{}).empty());
  CHECK(in_paper(story, "Daan", "Een plek om elkaar te zien"));
  SECTION("nothing changed") {
    story.does("Samira", PublishPaper{});
    CHECK(story.it.paper->number == 1);
    CHECK(story.refused("Samira", SettlePaperLine{"want", "Nog iets"}) == "PaperOut");
    CHECK(story.refused("Samira", ProofPaper{}) == "PaperOut");
  }
  SECTION("a line more") {
    story.does("Samira", SettlePaperLine{"stand-for", "Wij staan voor nabijheid"});
    CHECK(story.refused("Samira", PublishPaper{}) == "ProofIsOld");
    story.does("Samira", ProofPaper{});
    story.does("Samira", PublishPaper{});
  }
  SECTION("an own line is kept back") {
    story.does("Noor", OfferOwnLine{"i1", true});
    CHECK(story.refused("Samira", PublishPaper{}) == "ProofIsOld");
  }
  SECTION("somebody is forgotten") {
    story.does("Noor", ForgetLearner{});
    CHECK(story.refused("Samira", PublishPaper{}) == "ProofIsOld");
  }
  SECTION("what it took from elsewhere is otherwise now") {
    story.known.drawn.focuses.clear();
    CHECK(story.refused("Samira", PublishPaper{}) == "ProofIsOld");
  }
}

TEST_CASE("each promise of the edition before is answered before the next is out", "[learning]") {
  auto story = begun_paper();
  three_rounds(story);
  story.does("Samira", PromiseInPaper{"Elke dinsdag in de bibliotheek", "team", *date_from("2026-12-01")});
  CHECK(story.refused("Samira", PromiseInPaper{"Iets", "Daan", *date_from("2026-12-01")}) == "PersonalData");
  CHECK(story.refused("Samira", PromiseInPaper{"Iets", "team", *date_from("2026-01-01")}) == "DayIsPast");
  story.does("Samira", ProofPaper{});
  story.does("Samira", PublishPaper{});
  const auto before = story.it;

  LearningStory next("paper-2");
  next.known.paper = {"paper-1", 1, before.paper->promises, {}};
  next.now = *time_from("2027-01-05T09:00:00Z");
  next.does("Samira", BeginPaper{});
  for (int i = 0; i < 3; ++i) next.does("Samira", TurnPaperRound{});
  next.does("Samira", SettlePaperLine{"want", "Wij willen de bewoners erbij"});
  next.does("Samira", SettlePaperLine{"look", "Een wijk met veel jonge gezinnen"});
  next.does("Samira", ProofPaper{});
  CHECK(next.refused("Samira", PublishPaper{}) == "PromiseOpen");
  CHECK(next.refused("Samira", AnswerPromise{"t2", Done::done, "Gedaan"}) == "NoPromise");
  CHECK(next.refused("Samira", AnswerPromise{"t1", Done::open, "Nog bezig"}) == "StillOpen");
  next.does("Samira", AnswerPromise{"t1", Done::partly, "Acht van de twaalf dinsdagen"});
  CHECK(next.refused("Samira", PublishPaper{}) == "ProofIsOld");
  next.does("Samira", ProofPaper{});
  next.does("Samira", PublishPaper{});
  CHECK(next.it.paper->number == 2);

  const auto text = page::page_text(learning::paper_page(next.seen("Noor"), &before, Lang::nl));
  CHECK(text.find("Wij willen de bewoners erbij (nieuw)") != std::string::npos);
  CHECK(text.find("Een wijk met veel jonge gezinnen (nieuw)") == std::string::npos);
  CHECK(text.find("vergeleken met nummer 1") != std::string::npos);
  CHECK(text.find("Wat willen wij? Wij willen samen op pad") != std::string::npos);  // gone
  CHECK(text.find("Acht van de twaalf dinsdagen") != std::string::npos);
  CHECK(text.find("[S3]") != std::string::npos);
}

TEST_CASE("the same edition gives the same page, and its own lines can be taken back when it is out", "[learning]") {
  auto story = begun_paper();
  three_rounds(story);
  story.does("Samira", ProofPaper{});
  story.does("Samira", PublishPaper{});
  const auto first = paper_for(story, "Daan");
  CHECK(first == paper_for(story, "Daan"));
  const auto taken = story.does("Noor", TakeOutOfPaper{"i1"});
  const auto* out = std::get_if<TakenOutOfPaper>(&taken.back().body);
  REQUIRE(out != nullptr);
  CHECK(out->events.size() == 1);
  CHECK_FALSE(in_paper(story, "Daan", "Zilvermeeuw"));
  CHECK(in_paper(story, "Daan", "Wij willen samen op pad"));
  CHECK(story.refused("Daan", TakeOutOfPaper{"l1"}) == "PaperOut");
}

TEST_CASE("an edition that is out says how many own lines were withdrawn, and no more of them", "[learning]") {
  auto story = begun_paper();
  story.does("Noor", WriteOwnLine{"Zilvermeeuw", true});
  story.does("Daan", WriteOwnLine{"Roodborst", true});
  story.does("Daan", WriteOwnLine{"Niet voor op papier", false});
  story.does("Ria", WriteOwnLine{"Merel", true});
  story.does("Ria", TakeOutOfPaper{"i1"});  // before it was out: nothing to tell
  for (int round = 0; round < 3; ++round) story.does("Samira", TurnPaperRound{});
  story.does("Samira", ProofPaper{});
  story.does("Samira", PublishPaper{});
  CHECK(learning::withdrawn_lines(story.it) == 0);
  story.does("Noor", TakeOutOfPaper{"i1"});
  CHECK(learning::withdrawn_lines(story.it) == 1);
  story.does("Daan", TakeOutOfPaper{"i2"});  // it was not in it
  CHECK(learning::withdrawn_lines(story.it) == 1);
  story.does("Daan", ForgetLearner{});
  CHECK(learning::withdrawn_lines(story.it) == 2);
  CHECK(in_paper(story, "Bram", "Zinnen die na het uitbrengen zijn teruggenomen: 2."));
  CHECK(in_paper(story, "Bram", "\"withdrawn\":2"));
  CHECK_FALSE(in_paper(story, "Bram", "Roodborst"));
}

TEST_CASE("an edition that is taken back shows why and nothing else", "[learning]") {
  auto story = begun_paper();
  three_rounds(story);
  story.does("Samira", ProofPaper{});
  story.does("Samira", PublishPaper{});
  CHECK(story.refused("Samira", CancelPaper{{""}}) == "ReasonMissing");
  story.does("Samira", CancelPaper{{"Een fout in de kop"}});
  CHECK(in_paper(story, "Daan", "Een fout in de kop"));
  CHECK_FALSE(in_paper(story, "Daan", "Zilvermeeuw"));
  CHECK_FALSE(in_paper(story, "Daan", "Wij willen samen op pad"));
  CHECK(story.refused("Samira", ProofPaper{}) == "PaperCancelled");
}

TEST_CASE("a second edition waits for the first, and only the team is in it", "[learning]") {
  LearningStory story("paper-2");
  story.known.paper.going_on = "paper-1";
  CHECK(story.refused("Samira", BeginPaper{}) == "PaperGoingOn");
  story.known.paper.going_on.clear();
  CHECK(story.refused("Samira", BeginPaper{PaperEmphasis::even, {"Mallory"}, 0, "paper"}) == "NotOfTheTeam");
  CHECK(story.refused("Samira", BeginPaper{PaperEmphasis::even, {}, 0, "krant"}) == "NoInstrument");
  CHECK(story.refused("Mallory", BeginPaper{}) == "NotOfTheTeam");
  CHECK(story.refused("Samira", TurnPaperRound{}) == "NoPaper");
}

TEST_CASE("the emphasis moves minutes between the second round and the third", "[learning]") {
  const auto story = begun_paper();
  const auto& paper = *story.it.paper;
  CHECK(paper.minutes("me") == 20);
  CHECK(paper.minutes("team") == 45);
  CHECK(paper.minutes("area") == 25);
}

TEST_CASE("an edition draws what is new since the edition before, and nothing sealed", "[learning]") {
  Team team;
  team.paper.push_back({"n1", PaperLayer::team, "Oude zin", *date_from("2026-03-01"), false});
  team.paper.push_back({"n2", PaperLayer::area, "Nieuwe zin", *date_from("2026-10-01"), false});
  team.paper.push_back({"n3", PaperLayer::me, "Weggehaald", *date_from("2026-10-01"), true});
  Focus focus;
  focus.chosen.text = "Een plek om elkaar te zien";
  team.focuses.push_back(focus);
  learning::Playbook book;
  for (const auto& [text, state, since] :
       {std::tuple("Wij vragen eerst wie er helpt", learning::SentenceState::adopted, "2026-10-01"),
        std::tuple("Wij bellen terug", learning::SentenceState::adopted, "2026-02-01"),
        std::tuple("Wij proberen iets", learning::SentenceState::on_trial, "2026-10-01")}) {
    learning::Sentence one;
    one.text = text;
    one.state = state;
    one.since = *date_from(since);
    book.sentences.push_back(one);
  }
  learning::Circle circle{.question = "Hoe werken we samen?"};
  circle.rounds.push_back({"r1", "Waarin verschillen we?", 2, true});
  circle.clusters.push_back({"k1", "Intake", "r1", 0});
  circle.cards.push_back({"c1", "m1", "Koolmees", CardSort::thought, "r1", "k1"});
  circle.cards.push_back({"c2", "m2", "Zilvermeeuw", CardSort::thought, "r1", ""});
  circle.settled_on = date_from("2026-10-02");
  learning::Paper before{.published_on = date_from("2026-09-01")};
  const auto drawn = learning::drawn_from(team, book, {&circle}, &before);
  CHECK(drawn.lines == std::vector<PaperTeamLine>{{PaperLayer::area, "Nieuwe zin"}});
  CHECK(drawn.focuses == std::vector<std::string>{"Een plek om elkaar te zien"});
  CHECK(drawn.sentences == std::vector<std::string>{"Wij vragen eerst wie er helpt"});
  CHECK(drawn.circles == std::vector<PaperCircle>{{"Hoe werken we samen?", {"Intake"}, {}}});
  CHECK(learning::drawn_from(team, book, {}, nullptr).lines.size() == 2);
  // What stood in the edition before, on the same day, is not drawn again.
  before.published_on = date_from("2026-10-01");
  before.drawn = drawn;
  CHECK(learning::drawn_from(team, book, {&circle}, &before).lines.empty());
}

}  // namespace casus::test
