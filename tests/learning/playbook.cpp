// SPDX-License-Identifier: EUPL-1.2
#include "core/learning/playbook.hpp"

#include "core/learning/pages/pages.hpp"
#include "tests/learning/session.hpp"

#include <nlohmann/json.hpp>

// The playbook: a concept becomes the team's way of working in a meeting with most of the team, and no other way.

namespace casus::test {
namespace {

/// As the service finds the meeting of the day.
std::string adopted(LearningStory& story, int present, int members = 5) {
  story.now += std::chrono::minutes(1);
  learning::Facts facts;
  facts.team = &story.team;
  if (present >= 0) facts.meeting = learning::MeetingThere{present, members};
  const LearningCommand command{{}, "book", "Samira", story.now, {}, AdoptSentence{"s1", {}, {}}, {}};
  const auto events = learning::decide(story.it, command, facts);
  if (!events) return events.error().name;
  for (const auto& event : *events) learning::evolve(story.it, event);
  return "";
}

LearningStory proposed() {
  LearningStory story("book");
  story.does("Noor", ProposeSentence{"Wij vragen eerst wie er al helpt", SentenceTheme::own_strength, {}, {}});
  return story;
}

}  // namespace

TEST_CASE("a sentence is adopted in a meeting, with most of the team, and no objection unheard", "[learning]") {
  auto story = proposed();
  CHECK(adopted(story, -1) == "NotInAMeeting");
  CHECK(adopted(story, 2) == "TooFewThere");
  CHECK(adopted(story, 2, 4) == "TooFewThere");  // half is not most
  story.does("Daan", ObjectToSentence{"s1", "Niet bij acuut gevaar"});
  CHECK(adopted(story, 5) == "ObjectionUnheard");
  story.does("Samira", HearObjection{{"o1", "Bij gevaar eerst de veiligheid"}});
  CHECK(adopted(story, 3).empty());
  const auto& sentence = *story.it.book.sentence("s1");
  CHECK(sentence.state == learning::SentenceState::adopted);
  CHECK(sentence.review_on == date_from("2027-09-01"));
  CHECK(sentence.moments.back().present == 3);
  const auto page = page::page_text(learning::sentence_page(story.seen("Noor"), "s1", Lang::nl));
  CHECK(page.find("Daan ziet het anders: Niet bij acuut gevaar") != std::string::npos);  // kept, though heard
}

TEST_CASE("what a meeting adopted, a meeting alone changes", "[learning]") {
  auto story = proposed();
  story.does("Noor", RewordSentence{{"s1", "Wij vragen altijd eerst wie er helpt", "Korter"}});  // a concept still
  CHECK(adopted(story, 4).empty());
  const RewordSentence reword{{"s1", "Wij vragen soms wie er helpt", "Geen tijd"}};
  CHECK(story.refused("Noor", reword) == "NotInAMeeting");
  CHECK(story.refused("Noor", LapseSentence{"s1", "Geen tijd"}) == "NotInAMeeting");
  CHECK(story.refused("Noor", TrySentence{"s1", *date_from("2026-12-01"), "Een teken"}) == "NotInAMeeting");
  story.known.meeting = learning::MeetingThere{2, 5};
  CHECK(story.refused("Noor", reword) == "TooFewThere");
  CHECK(story.it.book.sentence("s1")->state == learning::SentenceState::adopted);
  story.known.meeting = learning::MeetingThere{3, 5};
  story.does("Noor", LapseSentence{"s1", "We doen het anders"});
}

TEST_CASE("the objection of somebody who left stays, and is heard before the sentence is adopted", "[learning]") {
  auto story = proposed();
  story.does("Daan", ObjectToSentence{"s1", "Niet bij acuut gevaar"});
  story.does("Daan", ForgetLearner{});
  CHECK(story.it.book.sentence("s1")->unheard());
  CHECK(adopted(story, 5) == "ObjectionUnheard");
  const auto page = page::page_text(learning::sentence_page(story.seen("Noor"), "s1", Lang::en));
  CHECK(page.find("an objection of somebody who left") != std::string::npos);
  CHECK(page.find("Daan") == std::string::npos);
  CHECK(page.find("gevaar") == std::string::npos);
  story.does("Samira", HearObjection{{"o1", "Bij gevaar eerst de veiligheid"}});
  CHECK(adopted(story, 5).empty());
}

TEST_CASE("the same sentence out of a round counts once more, and other words make it a concept again", "[learning]") {
  auto story = proposed();
  const std::string text = "wij vragen eerst, wie er al helpt!";
  story.does("Ria", ProposeSentence{text});
  CHECK(story.it.book.sentences.size() == 1);
  CHECK(story.it.book.sentence("s1")->rounds == 0);
  CHECK(story.it.book.sentence("s1")->by_hand == 2);
  // That it was said there is looked up, and nobody is believed.
  story.known.said = {SentenceFrom::werf, "", {}};
  CHECK(story.refused("Ria", ProposeSentence{text, {}, {}, "2026-001"}) == "NotSaidThere");
  story.known.said = {SentenceFrom::werf, "2026-001/c3", {"Jansen"}};
  CHECK(story.refused("Ria", ProposeSentence{"Wij bellen Jansen", {}, {}, "2026-001"}) == "PersonalData");
  story.does("Ria", ProposeSentence{text, {}, {}, "2026-001"});
  CHECK(story.it.book.sentence("s1")->rounds == 1);
  CHECK(story.it.book.sentence("s1")->grew == SentenceFrom::hand);
  story.known.said = {};
  const auto page = page::page_text(learning::sentence_page(story.seen("Noor"), "s1", Lang::nl));
  CHECK(page.find("met de hand ingebracht: 2, WERF: 1") != std::string::npos);
  CHECK(adopted(story, 4).empty());
  story.known.meeting = learning::MeetingThere{4, 5};
  CHECK(story.refused("Noor", RewordSentence{{"s1", "Wij vragen altijd eerst", ""}}) == "ReasonMissing");
  story.does("Noor", RewordSentence{{"s1", "Wij vragen altijd eerst wie er al helpt", "Ook bij spoed"}});
  CHECK(story.it.book.sentence("s1")->state == learning::SentenceState::concept_);
  CHECK(story.it.book.sentence("s1")->moments.back().note == "Wij vragen eerst wie er al helpt");
}

TEST_CASE("a trial has a day and a sign; what waits too long is due", "[learning]") {
  auto story = proposed();
  CHECK(story.refused("Noor", TrySentence{"s1", *date_from("2026-09-01"), "Een teken"}) == "DayIsPast");
  CHECK(story.refused("Noor", TrySentence{"s1", *date_from("2026-10-01"), " "}) == "EmptyText");
  CHECK(story.it.book.due(*date_from("2026-10-12")) == 0);
  CHECK(story.it.book.due(*date_from("2026-10-13")) == 1);  // six weeks a concept
  story.does("Noor", TrySentence{"s1", *date_from("2026-11-01"), "In elk plan staat wie er al helpt"});
  CHECK(story.it.book.due(*date_from("2026-10-31")) == 0);
  CHECK(story.it.book.due(*date_from("2026-11-01")) == 1);
  CHECK(adopted(story, 4).empty());
  CHECK(story.it.book.due(*date_from("2027-08-31")) == 0);
  CHECK(story.it.book.due(*date_from("2027-09-01")) == 1);
}

TEST_CASE("nothing that is written beside a sentence leads back to somebody", "[learning][R15]") {
  auto story = proposed();
  const auto until = date_from("2026-11-01");
  for (const std::string text : {"Bel 06-12345678", "Zoals in 2026-014", "Zoals Daan het doet"}) {
    CAPTURE(text);
    CHECK(story.refused("Noor", RewordSentence{{"s1", "Wij vragen altijd eerst", text}}) == "PersonalData");
    CHECK(story.refused("Noor", TrySentence{"s1", until, text}) == "PersonalData");
    CHECK(story.refused("Noor", LapseSentence{"s1", text}) == "PersonalData");
    CHECK(story.refused("Noor", HearObjection{{"o1", text}}) == "PersonalData");
  }
}

TEST_CASE("a sentence is adopted once in a meeting", "[learning]") {
  auto story = proposed();
  CHECK(adopted(story, 4).empty());
  CHECK(adopted(story, 4) == "AdoptedAlready");
  story.now += std::chrono::hours(24 * 7);
  CHECK(adopted(story, 4).empty());  // looked at again, in another meeting
}

TEST_CASE("an objection that is heard again keeps how it was heard before", "[learning]") {
  auto story = proposed();
  story.does("Daan", ObjectToSentence{"s1", "Niet bij acuut gevaar"});
  story.does("Samira", HearObjection{{"o1", "Bij gevaar eerst de veiligheid"}});
  story.does("Samira", HearObjection{{"o1", "Bij gevaar bellen we eerst"}});
  const auto page = page::page_text(learning::sentence_page(story.seen("Noor"), "s1", Lang::nl));
  CHECK(page.find("Gehoord: Bij gevaar bellen we eerst") != std::string::npos);
  CHECK(page.find("eerder was het zo gehoord: o1: Bij gevaar eerst") != std::string::npos);
  CHECK(learning::sentence_json(story.seen("Noor"), "s1")["moments"].back()["what"] == learning::kHeardBefore);
}

TEST_CASE("lapsed sentences stand in the book apart, and it counts what the others are about", "[learning]") {
  auto story = proposed();
  story.does("Noor", ProposeSentence{"Wij bellen terug", SentenceTheme::other, PracticeElement::identity, {}});
  story.does("Noor", LapseSentence{"s1", "We doen het anders"});
  const auto page = page::page_text(learning::playbook_page(story.seen("Ria"), date_of(story.now), Lang::nl));
  CHECK(page.find("s1 Wij vragen eerst wie er al helpt") != std::string::npos);
  CHECK(page.find("1 september 2026: We doen het anders") != std::string::npos);
  CHECK(page.find("identiteit: 1") != std::string::npos);
  CHECK(page.find("praktijk: 0") != std::string::npos);  // the one that lapsed
}

TEST_CASE("a slip of today is put right by the verb that made it", "[learning]") {
  auto story = proposed();
  story.does("Noor", TrySentence{"s1", date_from("2026-11-01"), "In elk plan"});
  CHECK(adopted(story, 4).empty());
  CHECK(story.refused("Samira", TrySentence{"s1", {}, "", true}) == "NoSlip");
  story.does("Samira", AdoptSentence{"s1", {}, {}, true});
  CHECK(story.it.book.sentence("s1")->state == learning::SentenceState::on_trial);
  CHECK(story.it.book.sentence("s1")->trial_ends == date_from("2026-11-01"));
  story.does("Samira", TrySentence{"s1", {}, "", true});
  CHECK(story.it.book.sentence("s1")->state == learning::SentenceState::concept_);
  story.does("Samira", LapseSentence{"s1", "Verkeerde zin"});
  story.does("Samira", LapseSentence{"s1", "", true});
  CHECK(story.it.book.sentence("s1")->state == learning::SentenceState::concept_);
  const auto page = page::page_text(learning::sentence_page(story.seen("Noor"), "s1", Lang::nl));
  CHECK(page.find("dat was een vergissing: vervallen") != std::string::npos);
  story.does("Samira", LapseSentence{"s1", "Verkeerde zin"});
  story.now += std::chrono::hours(24);
  CHECK(story.refused("Samira", LapseSentence{"s1", "", true}) == "NoSlip");  // the next day it is no slip
}

TEST_CASE("an objection is said otherwise or taken back until it is heard", "[learning]") {
  auto story = proposed();
  CHECK(story.refused("Daan", ObjectToSentence{"s1", "", true}) == "NoObjection");
  story.does("Daan", ObjectToSentence{"s1", "Niet bij gevaar"});
  const auto anew = story.does("Daan", ObjectToSentence{"s1", "Niet bij acuut gevaar"});
  CHECK(std::get<SentenceObjected>(anew.back().body).events.size() == 1);
  REQUIRE(story.it.book.sentence("s1")->objections.size() == 1);
  CHECK(story.it.book.sentence("s1")->objections.front().id == "o1");
  story.does("Daan", ObjectToSentence{"s1", "", true});
  CHECK(story.it.book.sentence("s1")->objections.empty());
  story.does("Daan", ObjectToSentence{"s1", "Toch"});
  CHECK(story.it.book.sentence("s1")->objections.front().id == "o2");
  story.does("Samira", HearObjection{{"o2", "Besproken"}});
  CHECK(story.refused("Daan", ObjectToSentence{"s1", "", true}) == "NoObjection");
}

TEST_CASE("what the team stands for is printed above its playbook", "[learning]") {
  auto story = proposed();
  story.team.paper = {{"n1", PaperLayer::team, "Wij zijn van de wijk", {}, false},
                      {"n2", PaperLayer::team, "Dit ging eruit", {}, true},
                      {"n3", PaperLayer::me, "Ik leer graag", {}, false}};
  const auto lines = learning::stands_for(story.team);
  CHECK(lines == std::vector<std::string>{"Wij zijn van de wijk"});
  const auto page = page::page_text(learning::playbook_page(story.seen("Ria"), date_of(story.now), Lang::nl, lines));
  CHECK(page.find("Wij zijn van de wijk") != std::string::npos);
}

TEST_CASE("a sentence of the book says we, in either language", "[learning]") {
  const LearningStory story("book");
  const auto& goals = story.instruments.find("goals")->instrument;
  CHECK(learning::says_we("Wij vragen eerst wie er al helpt", goals));
  CHECK(learning::says_we("In ons team bellen we terug", goals));
  CHECK(learning::says_we("We always call back", goals));
  CHECK_FALSE(learning::says_we("Eerst vragen wie er al helpt", goals));
}

TEST_CASE("a proposal is one sentence, also with an abbreviation or a day in it", "[learning]") {
  LearningStory story("book");
  const auto proposes = [&](const std::string& text) { return ProposeSentence{text, {}, {}, {}}; };
  for (const auto* several : {"Wij vragen eerst wie er helpt. Daarna bellen wij.", "Wij bellen terug! Altijd.",
                              "Wie helpt er? wij vragen het.", "Wij bellen terug.\nWij komen op tijd.",
                              "Wij bellen terug. Één keer is genoeg."}) {
    INFO(several);
    const auto refused = story.decided("Noor", proposes(several));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().name == "SeveralSentences");
    CHECK_FALSE(refused.error().remedies.front().hint.in(Lang::en).empty());
  }
  for (const auto* one : {"Wij bellen terug.", "Wij bellen o.a. de school, en dan d.w.z. de juf",
                          "Wij komen om 9.30 uur!", "Wij zeggen \"wat fijn!\" als het lukt"}) {
    INFO(one);
    story.does("Noor", proposes(one));
  }
  CHECK(story.refused("Noor", RewordSentence{{"s1", "Wij bellen. Wij komen.", "Duidelijker"}}) == "SeveralSentences");
}

TEST_CASE("the book says of its themes and elements where they come from", "[learning]") {
  LearningStory story("book");
  story.does("Noor", ProposeSentence{"Wij vragen eerst wie er al helpt", SentenceTheme::own_strength, {}, {}});
  auto instrument = story.instruments.find("playbook")->instrument;
  const auto page_of = [&] {
    return page::page_text(learning::playbook_page(story.seen("Ria"), date_of(story.now), Lang::nl, {}, &instrument));
  };
  CHECK(page_of().find("Eigen Kracht-denken") != std::string::npos);
  CHECK(page_of().find("[S1]") != std::string::npos);
  for (auto& item : instrument.items)
    if (item.id == "own-strength") item.title.nl = "Wat er al is";
  CHECK(page_of().find("Wat er al is") != std::string::npos);
}

TEST_CASE("a sentence names nobody, is short, and lapses with a reason", "[learning]") {
  auto story = proposed();
  const auto propose = [](const std::string& text) { return ProposeSentence{text, {}, {}, {}}; };
  CHECK(story.refused("Noor", propose("Wij doen het zoals Daan")) == "PersonalData");
  CHECK(story.refused("Noor", propose("Zoals in 2026-001")) == "PersonalData");
  CHECK(story.refused("Noor", propose(std::string(201, 'w'))) == "SentenceTooLong");
  CHECK(story.refused("Noor", LapseSentence{"s1", ""}) == "ReasonMissing");
  CHECK(story.refused("Noor", LapseSentence{"s9", "Weg"}) == "NoSentence");
  story.does("Noor", LapseSentence{"s1", "We doen het anders"});
  CHECK(story.refused("Noor", ObjectToSentence{"s1", "Toch"}) == "SentenceLapsed");
  story.does("Noor", propose("Wij vragen eerst wie er al helpt"));
  CHECK(story.it.book.sentences.size() == 2);  // a lapsed one does not come back by itself
}

TEST_CASE("a sentence that may not be kept goes for good, and its number with it", "[learning]") {
  LearningStory story("book");
  const auto propose = [&](const char* text) {
    story.does("Noor", ProposeSentence{text, SentenceTheme::own_strength, {}, {}});
  };
  propose("Wij bellen Verboden eerst");
  propose("Wij vragen wat al helpt");
  story.does("Noor", RewordSentence{{"s1", "Wij bellen eerst Verboden", "korter"}});
  story.does("Samira", ObjectToSentence{"s1", "Dat is een naam"});
  const auto numbers = story.it.book.sentence("s1")->events;
  CHECK(numbers.size() == 3);
  story.does("Noor", DestroySentence{"s1", DestroyGround::name});
  CHECK(story.it.book.sentence("s1") == nullptr);
  CHECK(story.refused("Noor", DestroySentence{"s1", DestroyGround::name}) == "NoSentence");
  propose("Wij vragen wie er komt");
  CHECK(story.it.book.sentence("s3") != nullptr);
}
}  // namespace casus::test
