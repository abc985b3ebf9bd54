// SPDX-License-Identifier: EUPL-1.2
#include "core/learning/circle.hpp"
#include "core/learning/pages/pages.hpp"
#include "tests/learning/session.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

// The page of a learning circle: what is next while people are at it, and a report that does not change unseen.

namespace casus::test {
namespace {

LearningStory asked() {
  LearningStory story("circle-1");
  story.does("Samira", BeginCircle{"Hoe werken we samen?", 3, "circle"});
  story.does("Samira", AskRound{"Waarin verschillen we?", 2});
  return story;
}

void puts(LearningStory& story, const std::string& by, const std::string& text) {
  story.does(by, WriteCard{text, CardSort::thought, false});
}

/// In every form, as one line each whatever the width.
std::string all_seen(const LearningStory& story, const std::string& name) {
  const auto seen = story.seen(name);
  auto text = page::page_text(learning::circle_page(seen, Lang::nl)) + ' ' +
              page::page_text(learning::circle_page(seen, Lang::en)) + learning::circle_json(seen).dump();
  std::ranges::replace(text, '\n', ' ');
  return text;
}

}  // namespace

TEST_CASE("an objection is replaced by who made it and taken back, and of who left it stays that there was one",
          "[learning]") {
  auto story = asked();
  puts(story, "Noor", "Een");
  story.does("Samira", ShowCards{});
  story.does("Samira", ReportCircle{{*date_from("2026-09-15")}});
  CHECK(story.refused("Daan", ObjectToCircle{"", true}) == "NoObjection");
  CHECK(story.refused("Daan", ObjectToCircle{" ", false}) == "EmptyText");
  story.does("Daan", ObjectToCircle{"Zilvermeeuw"});
  story.does("Ria", ObjectToCircle{"Koolmees"});
  const auto anew = story.does("Daan", ObjectToCircle{"Roodborst"});
  CHECK(std::get<CircleObjected>(anew.back().body).events.size() == 1);
  CHECK(all_seen(story, "Noor").find("Zilvermeeuw") == std::string::npos);
  CHECK(all_seen(story, "Noor").find("Roodborst") != std::string::npos);
  story.does("Ria", ObjectToCircle{"", true});
  CHECK(story.it.circle->objections.size() == 1);
  story.does("Daan", ForgetLearner{});
  const auto page = all_seen(story, "Noor");
  CHECK(page.find("Iemand die er niet meer bij is") != std::string::npos);
  CHECK(page.find("Somebody who is no longer here") != std::string::npos);
  CHECK(page.find("Daan") == std::string::npos);
}

TEST_CASE("what a circle agreed stays due until somebody says that it is done or will not be", "[learning]") {
  auto story = asked();
  CHECK(story.refused("Noor", AnswerCircleStep{"a1", Done::done, "Gelukt"}) == "NoStep");
  story.does("Samira", AgreeCircleStep{{"bibliotheek", "Een ochtend meelopen", *date_from("2026-10-01")}});
  story.does("Samira", AgreeCircleStep{{"team", "Samen de post openen", *date_from("2026-10-01")}});
  const auto due = [&](std::size_t step, const char* on) {
    return story.it.circle->steps[step].is_due(*date_from(on));
  };
  CHECK_FALSE(due(0, "2026-09-30"));
  CHECK(due(0, "2026-10-01"));
  CHECK(due(0, "2029-10-01"));
  CHECK(story.refused("Noor", AnswerCircleStep{"a3", Done::done, "Gelukt"}) == "NoStep");
  CHECK(story.refused("Noor", AnswerCircleStep{"a1", Done::open, "Gelukt"}) == "StillOpen");
  CHECK(story.refused("Noor", AnswerCircleStep{"a1", Done::done, " "}) == "EmptyText");
  CHECK(story.refused("Noor", AnswerCircleStep{"a1", Done::done, "Daan deed het"}) == "PersonalData");
  story.does("Noor", AnswerCircleStep{"a1", Done::partly, "Een halve ochtend"});
  CHECK(due(0, "2026-10-01"));
  story.does("Noor", AnswerCircleStep{"a1", Done::done, "Een hele ochtend"});
  story.does("Noor", AnswerCircleStep{"a2", Done::not_done, "Geen tijd"});
  CHECK_FALSE(due(0, "2029-10-01"));
  CHECK_FALSE(due(1, "2029-10-01"));
  const auto page = all_seen(story, "Ria");
  CHECK(page.find("gelukt: Een hele ochtend") != std::string::npos);
  CHECK(page.find("niet gelukt: Geen tijd") != std::string::npos);
  CHECK(page.find("halve") == std::string::npos);
}

TEST_CASE("a report that people read says that it changed, and how many were there does not", "[learning]") {
  auto story = asked();
  puts(story, "Noor", "Ieder een eigen intake");
  puts(story, "Daan", "Wachttijd");
  story.does("Samira", ShowCards{});
  story.does("Bram", StandOnLine{"team", 5});
  story.does("Samira", ReportCircle{{*date_from("2026-09-15")}});
  CHECK(all_seen(story, "Ria").find("7 mensen") != std::string::npos);  // four, and three others
  story.does("Ria", ObjectToCircle{"Dat zie ik anders"});               // she was not there
  story.does("Bram", ForgetLearner{});                                  // nothing of his is in it
  CHECK(all_seen(story, "Ria").find("7 mensen") != std::string::npos);
  CHECK(all_seen(story, "Ria").find("is het veranderd") == std::string::npos);
  story.does("Noor", ForgetLearner{});
  CHECK(all_seen(story, "Ria").find("is het veranderd: op 1 september 2026") != std::string::npos);
  story.now = *time_from("2026-09-15T10:00:00Z");
  story.does("Samira", SettleCircle{});
  story.does("Daan", ForgetLearner{});
  CHECK(all_seen(story, "Ria").find("Na het vaststellen is dit verslag veranderd: op 15 september 2026") !=
        std::string::npos);
}

TEST_CASE("while people are at it the page has the afternoon and what is next", "[learning]") {
  LearningStory story("circle-1");
  story.does("Samira", BeginCircle{"Hoe werken we samen?", 3, "circle"});
  const auto now = [&] { return all_seen(story, "Ria"); };
  CHECK(now().find("Opbrengst vorige keer") != std::string::npos);
  CHECK(now().find("Nu: stel de eerste vraag") != std::string::npos);
  story.does("Samira", AskRound{"Waarin verschillen we?", 2});
  CHECK(now().find("Nu: iedereen schrijft alleen") != std::string::npos);
  puts(story, "Noor", "Een");
  story.does("Samira", ShowCards{});
  CHECK(now().find("Nu: toelichten") != std::string::npos);
  story.does("Samira", ClusterCards{"A", {"c1"}});
  CHECK(now().find("Nu: wat ontbreekt er nog?") != std::string::npos);
  story.does("Samira", ClusterCards{"B", {}});
  CHECK(now().find("B (ontbrak, en is") != std::string::npos);
  for (const auto* name : {"Noor", "Daan", "Ria", "Bram"}) story.does(name, PlaceDots{{"k1"}});
  CHECK(now().find("Nu: de stippen") != std::string::npos);
  story.does("Samira", ShowDots{});
  CHECK(now().find("Nu: schaalwandelen") != std::string::npos);
  story.does("Samira", NoteHarvest{{"practice", "We openen samen de post"}});
  CHECK(now().find("Nu: de oogst") != std::string::npos);
  CHECK(now().find("Nog niets gezegd over: Community, Identiteit en Betekenis") != std::string::npos);
  story.does("Samira", ReportCircle{{*date_from("2026-09-15")}});
  CHECK(now().find("Nu:") == std::string::npos);
}

TEST_CASE("partners stand beside what they were the last time", "[learning]") {
  auto story = asked();
  story.does("Noor", WriteCard{"Bibliotheek", CardSort::present, false});
  story.does("Daan", WriteCard{"Moskee", CardSort::wished, false});
  story.does("Samira", ShowCards{});
  const learning::CircleBefore before{{}, {{"bibliotheek", CardSort::wished, 3}}};
  const auto page = page::page_markdown(learning::circle_page(story.seen("Ria"), Lang::nl, before));
  CHECK(page.find("| Bibliotheek | nu verbonden | 1 | gewenst |") != std::string::npos);
  CHECK(page.find("| Moskee | gewenst | 1 | nieuw |") != std::string::npos);
}

}  // namespace casus::test
