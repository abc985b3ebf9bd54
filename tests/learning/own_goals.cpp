// SPDX-License-Identifier: EUPL-1.2
#include "core/learning/pages/pages.hpp"
#include "tests/learning/session.hpp"

#include <nlohmann/json.hpp>

// Somebody's own goals and log: dated, said as something that will be there, and nobody else's to see.

namespace casus::test {
namespace {

SetOwnGoal goal(const std::string& text, const std::string& day = "2026-12-01") {
  return {text, *date_from(day), "g4"};
}

}  // namespace

TEST_CASE("a goal says what will be there, and by which day", "[learning]") {
  LearningStory story("own");
  CHECK(story.refused("Noor", goal("Niet meer meteen advies geven")) == "GoalOfAbsence");
  CHECK(story.refused("Noor", goal("Stop giving advice at once")) == "GoalOfAbsence");
  CHECK(story.refused("Noor", goal(" ")) == "EmptyText");
  CHECK(story.refused("Noor", goal("Eerst vragen", "2026-01-01")) == "DayIsPast");
  CHECK(story.refused("Noor", goal("Bellen met 06-12345678")) == "PersonalData");
  story.does("Noor", goal("In drie gesprekken eerst vragen wie er helpt"));
  CHECK(story.it.goal("m1", "g1")->by_when == *date_from("2026-12-01"));
}

TEST_CASE("a goal is looked back on, with what shows for it", "[learning]") {
  LearningStory story("own");
  story.does("Noor", goal("Eerst vragen wie er helpt"));
  story.does("Noor", AddOwnEvidence{"g1", "Bij de tweede vroeg ik het eerst", EvidenceFrom::werf});
  story.now = *time_from("2026-12-02T09:00:00Z");
  CHECK(story.refused("Noor", ReviewOwnGoal{"g1", "Het lukt vaker", GoalCourse::going_on, {}}) == "DayMissing");
  CHECK(story.refused("Noor", ReviewOwnGoal{"g1", "", GoalCourse::reached, {}}) == "EmptyText");
  story.does("Noor", ReviewOwnGoal{"g1", "Ik vraag het nu als eerste", GoalCourse::reached, {}});
  CHECK(story.refused("Noor", ReviewOwnGoal{"g1", "Nog beter", GoalCourse::reached, {}}) == "GoalOver");
  CHECK(story.refused("Noor", ChangeOwnGoal{"g1", "Anders", {}}) == "GoalOver");
  REQUIRE(story.it.goals.size() == 1);
  CHECK(story.it.goals.front().evidence.size() == 1);
  CHECK(story.it.goals.front().reviews.front().better == "Ik vraag het nu als eerste");
}

TEST_CASE("a goal is reached when something shows it, which can be said while looking back", "[learning]") {
  LearningStory story("own");
  story.does("Noor", goal("Eerst vragen wie er helpt"));
  const auto refused = story.decided("Noor", ReviewOwnGoal{"g1", "Het gaat vanzelf", GoalCourse::reached, {}});
  REQUIRE_FALSE(refused);
  CHECK(refused.error().name == "NoEvidence");
  CHECK(refused.error().remedies.front().hint.in(Lang::nl).starts_with("Zeg erbij wat je zag of deed"));
  CHECK(story.refused("Noor", ReviewOwnGoal{"g1", "Beter", GoalCourse::reached, {}, "Bel 06-12345678"}) ==
        "PersonalData");
  story.does(
      "Noor",
      ReviewOwnGoal{
          "g1", "Het gaat vanzelf", GoalCourse::reached, {}, "Bij drie gezinnen gedaan", EvidenceFrom::colleague});
  const auto* reached = story.it.goal("m1", "g1");
  CHECK(reached->course == GoalCourse::reached);
  REQUIRE(reached->evidence.size() == 1);
  CHECK(reached->evidence.front().source == EvidenceFrom::colleague);
  // One that is let go, or goes on, needs none; and a goal may begin with some.
  story.does("Noor", goal("Vaker samen op pad"));
  story.does("Noor", ReviewOwnGoal{"g2", "Het past nu niet", GoalCourse::let_go, {}});
  auto begun = goal("Rustig afronden");
  begun.evidence = "Gisteren lukte het";
  story.does("Noor", begun);
  CHECK(story.it.goal("m1", "g3")->evidence.size() == 1);
  story.does("Noor", ReviewOwnGoal{"g3", "Rustiger", GoalCourse::reached, {}});
}

TEST_CASE("the own page tells what a goal hangs on, and asks the question of the instrument", "[learning]") {
  LearningStory story("own");
  story.does("Noor", goal("Eerst vragen wie er helpt"));
  learning::OwnWords words{{{"g4", {"Verbindingen maken", "Making ties"}}},
                           &story.instruments.find("goals")->instrument};
  const auto page =
      page::page_text(learning::own_page(story.seen("Noor"), "Noor", words, *date_from("2026-12-02"), Lang::nl));
  INFO(page);
  CHECK(page.find("Verbindingen maken (g4)") != std::string::npos);
  CHECK(page.find(words.goals->in_group("question").front()->text.nl) != std::string::npos);
  CHECK(learning::own_json(story.seen("Noor"), words, *date_from("2026-12-02"))["goals"][0]["on_title"]["en"] ==
        "Making ties");
}

TEST_CASE("what is of one person is not there for another", "[learning]") {
  LearningStory story("own");
  story.does("Noor", goal("Eerst vragen wie er helpt"));
  story.does("Noor", WriteOwnLog{"Meegekeken bij een huisbezoek", LearnedBy::internship, {}});
  story.does("Daan", WriteOwnLog{"Een boek gelezen", LearnedBy::reading, {}});
  CHECK(story.refused("Daan", ChangeOwnGoal{"g1", "Van mij", {}}) == "NoGoal");
  CHECK(story.refused("Daan", StrikeOwn{"l2"}) == "NoEntry");
  const auto seen = story.seen("Daan");
  const auto page = page::page_text(learning::own_page(seen, "Daan", {}, *date_from("2026-09-01"), Lang::nl)) +
                    learning::own_json(seen, {}, *date_from("2026-09-01")).dump();
  CHECK(page.find("Een boek gelezen") != std::string::npos);
  CHECK(page.find("huisbezoek") == std::string::npos);
  CHECK(page.find("vragen") == std::string::npos);
  CHECK(seen.people.size() == 1);  // not even who else has goals
}

TEST_CASE("everybody counts their own: a number says nothing of what others have", "[learning]") {
  LearningStory story("own");
  story.does("Noor", goal("Eerst vragen wie er helpt"));
  story.does("Noor", goal("Vaker samen op pad"));
  story.does("Noor", WriteOwnLog{"Meegekeken", LearnedBy::internship, {}});
  story.does("Daan", goal("Rustig afronden"));
  story.does("Daan", AddOwnEvidence{"g1", "Het lukte", EvidenceFrom::own});
  story.does("Daan", WriteOwnLog{"Gelezen", LearnedBy::reading, {}});
  CHECK(story.it.goals.back().id == "g1");
  CHECK(story.it.log.back().id == "l1");
  CHECK(story.it.goal("m1", "g1")->evidence.empty());
  story.does("Daan", StrikeOwn{"g1"});
  CHECK(story.it.goal("m2", "g1") == nullptr);
  CHECK(story.it.goal("m1", "g1") != nullptr);
  story.does("Daan", goal("Toch iets anders"));
  CHECK(story.it.goals.back().id == "g2");
}

TEST_CASE("a stream in which numbers ran over all is read as it was, and goes on from there", "[learning]") {
  LearningStory story("own");
  const auto says = [&](const std::string& by, LearningEventBody body) {
    learning::evolve(story.it, {story.now, by, std::move(body), {}});
  };
  says("m1", LearnerJoined{"m1", "Noor"});
  says("m1", OwnGoalSet{"g1", "m1", "Eerst vragen", *date_from("2026-12-01"), ""});
  says("m2", LearnerJoined{"m2", "Daan"});
  says("m2", OwnGoalSet{"g2", "m2", "Rustig afronden", *date_from("2026-12-01"), ""});
  story.does("Daan", ReviewOwnGoal{"g2", "Het lukt vaker", GoalCourse::reached, {}, "Drie keer rustig afgerond"});
  CHECK(story.it.goal("m2", "g2")->course == GoalCourse::reached);
  story.does("Daan", goal("Iets anders"));
  CHECK(story.it.goals.back().id == "g3");
  story.does("Noor", goal("Iets anders"));
  CHECK(story.it.goals.back().id == "g2");
}

TEST_CASE("a goal hangs on an item that is there, and says what goes only when that is meant", "[learning]") {
  LearningStory story("own");
  story.known.items = {"g1", "g4", "d1-clarify"};
  auto far = goal("Eerst vragen");
  far.on = "g99";
  CHECK(story.refused("Noor", far) == "NoItem");
  story.does("Noor", goal("Eerst vragen"));
  const auto& goals = story.instruments.find("goals")->instrument;
  CHECK(learning::begins_with_absence("Minder snel advies geven", goals));
  CHECK(learning::begins_with_absence("Less advice", goals));
  CHECK_FALSE(learning::begins_with_absence("Nietsvermoedend luisteren", goals));
  CHECK_FALSE(learning::begins_with_absence("Vaker vragen, minder vertellen", goals));
}

TEST_CASE("a goal says what will be there, in whatever usual words it says what will not", "[learning]") {
  LearningStory story("own");
  const auto& goals = story.instruments.find("goals")->instrument;
  for (const auto* text :
       {"Ik stop met meteen advies geven", "Stoppen met invullen voor een ander", "Ophouden met haasten",
        "Nooit meteen een oplossing noemen", "Niet langer alleen op huisbezoek", "Geen advies geven",
        "Vermijden dat ik over iemand praat", "Voorkomen dat een gesprek uitloopt", "Stop giving advice",
        "Avoid talking about people", "I don't interrupt", "No longer going alone", "Never give advice first"}) {
    INFO(text);
    CHECK_FALSE(learning::absence_in(text, goals).empty());
    CHECK(story.refused("Noor", goal(text)) == "GoalOfAbsence");
  }
  for (const auto* text :
       {"Niet alleen luisteren maar ook doorvragen", "Contact krijgen met inwoners die geen hulp vragen",
        "Contact krijgen met inwoners die zelf niet om hulp vragen", "Geen advies maar een vraag geven",
        "Vragen stellen in plaats van stoppen bij het eerste antwoord", "Zeggen als ik iets niet weet",
        "Not only listen but ask on", "Reach residents who do not ask for help", "Say so when I do not know",
        "Ask a question instead of giving no answer", "Stopwoorden van anderen herhalen", "Notitie maken"}) {
    INFO(text);
    CHECK(learning::absence_in(text, goals).empty());
  }
  // What there will be less of may be well meant: told, and not refused.
  for (const auto* text : {"Ik wil minder praten", "Voorkomen en herstellen", "We will limit our talk",
                           "I would like to reduce the time I talk", "Verminderen van spreektijd"}) {
    INFO(text);
    CHECK(learning::absence_in(text, goals).empty());
    CHECK(learning::begins_with_absence(text, goals));
  }
  for (const auto* text : {"Niet alleen luisteren maar ook doorvragen", "Ik wil vaker vragen, minder vertellen"}) {
    INFO(text);
    CHECK_FALSE(learning::begins_with_absence(text, goals));
  }
}

TEST_CASE("what is struck names the events that go with it, and no id comes twice", "[learning]") {
  LearningStory story("own");
  story.does("Noor", goal("Eerst vragen wie er helpt"));                                    // events 1 and 2
  story.does("Noor", AddOwnEvidence{"g1", "Het lukte", EvidenceFrom::own});                 // 3
  story.does("Noor", WriteOwnLog{"Gelezen", LearnedBy::reading, date_from("2026-08-01")});  // 4
  const auto events = story.does("Noor", StrikeOwn{"g1"});
  CHECK(std::get<OwnStruck>(events.back().body).events == std::vector<std::int64_t>{2, 3});
  CHECK(story.it.goals.empty());
  story.does("Noor", goal("Een ander doel"));
  CHECK(story.it.goals.front().id == "g2");
  CHECK(story.refused("Noor", WriteOwnLog{"Straks", LearnedBy::reading, date_from("2027-08-01")}) == "DayToCome");
}

}  // namespace casus::test
