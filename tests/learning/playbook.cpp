// SPDX-License-Identifier: EUPL-1.2
#include "core/learning/playbook.hpp"

#include "core/learning/pages.hpp"
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
  story.does("Noor", ProposeSentence{{"Wij vragen eerst wie er al helpt", SentenceTheme::own_strength, {}, {}}});
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
  CHECK(story.refused("Noor", LapseSentence{{"s1", "Geen tijd"}}) == "NotInAMeeting");
  CHECK(story.refused("Noor", TrySentence{{"s1", *date_from("2026-12-01"), "Een teken"}}) == "NotInAMeeting");
  story.known.meeting = learning::MeetingThere{2, 5};
  CHECK(story.refused("Noor", reword) == "TooFewThere");
  CHECK(story.it.book.sentence("s1")->state == learning::SentenceState::adopted);
  story.known.meeting = learning::MeetingThere{3, 5};
  story.does("Noor", LapseSentence{{"s1", "We doen het anders"}});
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

TEST_CASE("the same sentence again counts once more, and other words make it a concept again", "[learning]") {
  auto story = proposed();
  story.does("Ria",
             ProposeSentence{{"wij vragen eerst, wie er al helpt!", SentenceTheme::other, {}, SentenceFrom::werf}});
  CHECK(story.it.book.sentences.size() == 1);
  CHECK(story.it.book.sentence("s1")->backed == 2);
  CHECK(adopted(story, 4).empty());
  story.known.meeting = learning::MeetingThere{4, 5};
  CHECK(story.refused("Noor", RewordSentence{{"s1", "Wij vragen altijd eerst", ""}}) == "ReasonMissing");
  story.does("Noor", RewordSentence{{"s1", "Wij vragen altijd eerst wie er al helpt", "Ook bij spoed"}});
  CHECK(story.it.book.sentence("s1")->state == learning::SentenceState::concept_);
  CHECK(story.it.book.sentence("s1")->moments.back().note == "Wij vragen eerst wie er al helpt");
}

TEST_CASE("a trial has a day and a sign; what waits too long is due", "[learning]") {
  auto story = proposed();
  CHECK(story.refused("Noor", TrySentence{{"s1", *date_from("2026-09-01"), "Een teken"}}) == "DayIsPast");
  CHECK(story.refused("Noor", TrySentence{{"s1", *date_from("2026-10-01"), " "}}) == "EmptyText");
  CHECK(story.it.book.due(*date_from("2026-10-12")) == 0);
  CHECK(story.it.book.due(*date_from("2026-10-13")) == 1);  // six weeks a concept
  story.does("Noor", TrySentence{{"s1", *date_from("2026-11-01"), "In elk plan staat wie er al helpt"}});
  CHECK(story.it.book.due(*date_from("2026-10-31")) == 0);
  CHECK(story.it.book.due(*date_from("2026-11-01")) == 1);
  CHECK(adopted(story, 4).empty());
  CHECK(story.it.book.due(*date_from("2027-08-31")) == 0);
  CHECK(story.it.book.due(*date_from("2027-09-01")) == 1);
}

TEST_CASE("a sentence names nobody, is short, and lapses with a reason", "[learning]") {
  auto story = proposed();
  const auto propose = [](const std::string& text) { return ProposeSentence{{text, {}, {}, {}}}; };
  CHECK(story.refused("Noor", propose("Wij doen het zoals Daan")) == "PersonalData");
  CHECK(story.refused("Noor", propose("Zoals in 2026-001")) == "PersonalData");
  CHECK(story.refused("Noor", propose(std::string(201, 'w'))) == "SentenceTooLong");
  CHECK(story.refused("Noor", LapseSentence{{"s1", ""}}) == "ReasonMissing");
  CHECK(story.refused("Noor", LapseSentence{{"s9", "Weg"}}) == "NoSentence");
  story.does("Noor", LapseSentence{{"s1", "We doen het anders"}});
  CHECK(story.refused("Noor", ObjectToSentence{"s1", "Toch"}) == "SentenceLapsed");
  story.does("Noor", propose("Wij vragen eerst wie er al helpt"));
  CHECK(story.it.book.sentences.size() == 2);  // a lapsed one does not come back by itself
}

}  // namespace casus::test
