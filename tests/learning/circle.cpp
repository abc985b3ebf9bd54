// SPDX-License-Identifier: EUPL-1.2
#include "core/learning/circle.hpp"

#include "core/learning/pages/pages.hpp"
#include "tests/learning/session.hpp"

#include <nlohmann/json.hpp>

// A learning circle: hidden until it is shown, counted without names, settled after feedback.

namespace casus::test {
namespace {

LearningStory begun() {
  LearningStory story("circle-1");
  story.does("Samira", BeginCircle{"Hoe werken we samen?", 3, "circle"});
  story.does("Samira", AskRound{"Waarin verschillen we?", 2});
  return story;
}

void write(LearningStory& story, const std::string& by, const std::string& text, CardSort sort = CardSort::thought) {
  story.does(by, WriteCard{text, sort, false});
}

std::string report_for(const LearningStory& story, const std::string& name) {
  const auto seen = story.seen(name);
  return page::page_text(learning::circle_page(seen, Lang::nl)) +
         page::page_text(learning::circle_page(seen, Lang::en)) + learning::circle_json(seen).dump();
}

}  // namespace

TEST_CASE("cards are seen by who wrote them, and by all once they are shown", "[learning]") {
  auto story = begun();
  write(story, "Noor", "Ieder een eigen intake");
  write(story, "Daan", "Andere woorden");
  CHECK(report_for(story, "Noor").find("intake") != std::string::npos);
  CHECK(report_for(story, "Daan").find("intake") == std::string::npos);
  CHECK(report_for(story, "").find("Andere woorden") == std::string::npos);
  CHECK(story.refused("Daan", TakeCardBack{"c1"}) == "NoCard");  // not even that it is there
  story.does("Samira", ShowCards{});
  CHECK(report_for(story, "Daan").find("intake") != std::string::npos);
  CHECK(story.refused("Noor", WriteCard{"Te laat", CardSort::thought, false}) == "NoRound");
}

TEST_CASE("a card holds one thought, names nobody, and there are only so many", "[learning]") {
  auto story = begun();
  CHECK(story.refused("Noor", WriteCard{std::string(81, 'a'), CardSort::thought, false}) == "CardTooLong");
  CHECK(story.refused("Noor", WriteCard{"Daan doet het anders", CardSort::thought, false}) == "PersonalData");
  CHECK(story.refused("Noor", WriteCard{" ", CardSort::thought, false}) == "EmptyText");
  write(story, "Noor", "Een");
  write(story, "Noor", "Twee");
  CHECK(story.refused("Noor", WriteCard{"Drie", CardSort::thought, false}) == "EnoughCards");
  for (int i = 0; i < 6; ++i) story.does("Samira", WriteCard{"Van een gast", CardSort::thought, true});
  CHECK(story.refused("Samira", WriteCard{"Nog een", CardSort::thought, true}) == "EnoughCards");
  story.does("Noor", TakeCardBack{"c1"});
  write(story, "Noor", "Drie");
  CHECK(story.it.circle->cards.back().id == "c9");
}

TEST_CASE("guests place dots and stand on a line, each once, and nothing of them is left when it is called off",
          "[learning]") {
  auto story = begun();  // with three of them
  write(story, "Noor", "Een plan");
  story.does("Samira", ShowCards{});
  story.does("Samira", ClusterCards{"Plan", {"c1"}});
  for (int guest = 1; guest <= 3; ++guest) {
    story.does("Samira", PlaceDots{{"k1", "k1"}, guest});
    story.does("Samira", StandOnLine{"team", 7, guest});
  }
  story.does("Samira", PlaceDots{{"k1"}, 3});  // said again, replaced
  CHECK(story.refused("Samira", PlaceDots{{"k1"}, 4}) == "NoGuest");
  CHECK(story.refused("Samira", StandOnLine{"team", 7, -1}) == "NoGuest");
  CHECK(story.it.circle->dots.size() == 3);
  CHECK(story.seen("Samira").circle->dots.empty());
  auto called_off = story;
  called_off.does("Samira", CancelCircle{{"Te weinig tijd"}});
  CHECK(called_off.it.circle->dots.empty());
  for (const auto& line : called_off.it.circle->lines) CHECK(line.first.empty());
  // Who types for the guests would work out the rest: they are not among the four.
  for (const auto* name : {"Noor", "Daan", "Ria", "Bram"}) {
    CHECK(story.refused("Samira", ShowDots{}) == "TooFew");
    CHECK(story.refused("Samira", ShowLine{"team", ""}) == "TooFew");
    story.does(name, PlaceDots{{"k1"}});
    story.does(name, StandOnLine{"team", 8});
  }
  story.does("Samira", ShowDots{});
  CHECK(story.it.circle->cluster("k1")->dots == 9);
  story.does("Samira", ShowLine{"team", ""});
  CHECK(story.it.circle->line("team").shown->spread == std::vector<LineBand>{{0, 10, 7}});
  LearningStory alone("circle-1");
  alone.does("Samira", BeginCircle{"Hoe werken we samen?", 0, "circle"});
  CHECK(alone.refused("Samira", StandOnLine{"team", 7, 1}) == "NoGuest");
}

TEST_CASE("the document of a circle has all that its page has", "[learning]") {
  auto story = begun();
  story.does("Samira", ShowCards{});
  for (const auto* name : {"Noor", "Daan", "Ria", "Samira", "Bram"}) story.does(name, StandOnLine{"team", 3});
  story.does("Samira", ShowLine{"team", ""});
  for (const auto* name : {"Noor", "Daan", "Ria", "Samira", "Bram"}) story.does(name, StandOnLine{"team", 5});
  story.does("Samira", ShowLine{"team", "Een ochtend samen"});
  story.does("Samira", NoteHarvest{{"practice", "We openen samen de post"}});
  story.does("Samira", AgreeCircleStep{{"het team", "een lijst", *date_from("2026-10-01")}});
  const auto document = learning::circle_json(story.seen("Noor"));
  CHECK(document["harvest"][0]["text"] == "We openen samen de post");
  CHECK(document["agreed"][0]["by_when"] == "2026-10-01");
  const auto& second = document["lines"][1];
  CHECK(second["up"] == nlohmann::json({{"count", 3}, {"or_more", true}}));  // of five: three, four, or all
  CHECK(second["down"].is_null());
  CHECK_FALSE(document["lines"][0].contains("up"));
}

TEST_CASE("what was said is in order of mention, and as often shares a place", "[learning]") {
  auto story = begun();
  write(story, "Noor", "Wachttijd", CardSort::problem);
  write(story, "Daan", "Lange wachttijd", CardSort::problem);
  write(story, "Ria", "Samen koffie", CardSort::chance);
  write(story, "Bram", "Samen koffie", CardSort::chance);
  write(story, "Samira", "Eigen intake", CardSort::problem);
  story.does("Samira", ShowCards{});
  story.does("Samira", ClusterCards{"Wachten", {"c1", "c2"}});
  const auto order = learning::order_of_mention(*story.it.circle, "r1");
  REQUIRE(order.size() == 3);
  CHECK(order[0].what == "Wachten");
  CHECK(order[0].cards == 2);
  CHECK(order[0].problems == 2);
  CHECK(order[1].what == "Samen koffie");
  CHECK(order[1].place == 1);
  CHECK(order[2].place == 3);
  CHECK(learning::cards_of(*story.it.circle, CardSort::chance) == 2);
  CHECK(learning::cards_of(*story.it.circle, CardSort::problem) == 3);
  CHECK(story.refused("Samira", ClusterCards{"X", {"c77"}}) == "NoCard");
  story.does("Samira", ClusterCards{"wachten", {"c5"}});  // the same cluster, whatever its capitals
  CHECK(story.it.circle->clusters.size() == 1);
  story.does("Samira", ClusterCards{"Wat ontbreekt", {}});
  CHECK(learning::order_of_mention(*story.it.circle, "r1").back().cards == 0);
}

TEST_CASE("dots are hidden, counted together, and whose they were is gone", "[learning]") {
  auto story = begun();
  write(story, "Noor", "Een");
  write(story, "Daan", "Twee");
  story.does("Samira", ShowCards{});
  story.does("Samira", ClusterCards{"A", {"c1"}});
  story.does("Samira", ClusterCards{"B", {"c2"}});
  CHECK(story.refused("Noor", PlaceDots{{"k1", "k1", "k1", "k1"}}) == "TooManyDots");
  CHECK(story.refused("Noor", PlaceDots{{"k9"}}) == "NoCluster");
  for (const auto* name : {"Noor", "Daan", "Ria"}) story.does(name, PlaceDots{{"k1", "k1", "k2"}});
  CHECK(story.refused("Samira", ShowDots{}) == "TooFew");
  CHECK(story.seen("Ria").circle->dots.size() == 1);
  story.does("Bram", PlaceDots{{"B"}});
  story.does("Samira", ShowDots{});
  CHECK(story.it.circle->cluster("k1")->dots == 6);
  CHECK(story.it.circle->cluster("k2")->dots == 4);
  CHECK(story.it.circle->dots.empty());
  CHECK(story.refused("Noor", PlaceDots{{"k1"}}) == "DotsShown");
}

TEST_CASE("a spread has no band below three, and movement of one or two is not told", "[learning]") {
  using learning::bands;
  CHECK(bands({{"a", 3}, {"b", 3}, {"c", 3}}).empty());
  CHECK(bands({{"a", 3}, {"b", 3}, {"c", 3}, {"d", 9}}) == std::vector<LineBand>{{0, 10, 4}});
  CHECK(bands({{"a", 2}, {"b", 4}, {"c", 4}, {"d", 7}, {"e", 8}, {"f", 8}, {"g", 10}}) ==
        std::vector<LineBand>{{0, 6, 3}, {7, 10, 4}});
  CHECK(bands({{"a", 1}, {"b", 2}, {"c", 3}, {"d", 5}, {"e", 5}, {"f", 6}, {"g", 9}}) ==
        std::vector<LineBand>{{0, 3, 3}, {4, 10, 4}});  // cut where no one person stands
  CHECK(bands({{"a", 5}, {"b", 5}, {"c", 5}, {"d", 5}}) == std::vector<LineBand>{{0, 10, 4}});
  auto story = begun();
  const std::vector<std::string> names{"Noor", "Daan", "Ria", "Samira", "Bram"};
  CHECK(story.refused("Noor", StandOnLine{"team", 11}) == "OffTheLine");
  CHECK(story.refused("Noor", StandOnLine{"elders", 5}) == "NoItem");
  for (const auto& name : names) story.does(name, StandOnLine{"team", 5});
  CHECK(story.seen("Noor").circle->lines.front().first.size() == 1);
  story.does("Samira", ShowLine{"team", ""});
  for (const auto& name : names) story.does(name, StandOnLine{"team", name == "Noor" ? 4 : name == "Daan" ? 5 : 7});
  story.does("Samira", ShowLine{"team", "Elke week samen de post openen"});
  const auto& line = story.it.circle->lines.front();
  CHECK(line.moved->up == 3);
  CHECK(line.moved->down == 0);  // one went down: as none
  CHECK(line.first.empty());
  CHECK(line.second.empty());
  CHECK(story.refused("Noor", StandOnLine{"team", 5}) == "LineDone");
}

TEST_CASE("an empty place of 5V is filled by the team, and partner cards are counted", "[learning]") {
  auto story = begun();
  write(story, "Noor", "Bibliotheek", CardSort::present);
  write(story, "Daan", "bibliotheek", CardSort::present);
  write(story, "Ria", "Huisarts", CardSort::wished);
  story.does("Samira", ShowCards{});
  const auto partners = learning::named_partners(*story.it.circle);
  REQUIRE(partners.size() == 2);
  CHECK(partners[0].cards == 2);
  CHECK(partners[1].sort == CardSort::wished);
  story.does("Samira", NoteHarvest{{"v-4", "Wij vullen hier zelf vakmanschap in"}});
  CHECK(story.refused("Samira", NoteHarvest{{"v-6", "Iets"}}) == "NoItem");
  // What people see is taken where an id is.
  story.does("Samira", NoteHarvest{{"Praktijk", "Wij bellen eerst"}});
  story.does("Samira", NoteHarvest{{"meaning", "Wij maken het samen"}});
  CHECK(story.it.circle->harvest[1].item == "practice");
  CHECK(story.it.circle->harvest[2].item == "meaning");
  CHECK(report_for(story, "Noor").find("vakmanschap") != std::string::npos);
  CHECK(report_for(story, "Noor").find("in openbare bronnen niet gevonden") != std::string::npos);
}

TEST_CASE("a card is taken back by who wrote it, until the dots are counted", "[learning]") {
  auto story = begun();
  write(story, "Noor", "Een");
  write(story, "Daan", "Twee");
  story.does("Samira", WriteCard{"Van een gast", CardSort::thought, true});
  story.does("Samira", ShowCards{});
  CHECK(story.refused("Daan", TakeCardBack{"c1"}) == "NotYourCard");
  story.does("Noor", TakeCardBack{"c1"});
  story.does("Daan", TakeCardBack{"c3"});  // of a guest, who has no keys
  story.does("Samira", ClusterCards{"A", {"c2"}});
  for (const auto* name : {"Noor", "Daan", "Ria", "Bram"}) story.does(name, PlaceDots{{"k1"}});
  story.does("Samira", ShowDots{});
  CHECK(story.refused("Noor", TakeCardBack{"c2"}) == "NotYourCard");
  const auto before = learning::order_of_mention(*story.it.circle, "r1");
  const auto events = story.does("Daan", TakeCardBack{"c2"});
  CHECK(std::get<CardTakenBack>(events.back().body).events.size() == 1);
  const auto after = learning::order_of_mention(*story.it.circle, "r1");
  REQUIRE(after.size() == before.size());
  CHECK(after.front().cards == before.front().cards);  // still counted
  CHECK(report_for(story, "Daan").find("Twee") == std::string::npos);
  CHECK(story.refused("Daan", TakeCardBack{"c2"}) == "NoCard");  // its words are gone already
}

TEST_CASE("a cluster gets another name, after the count too, and a card comes out of it before", "[learning]") {
  auto story = begun();
  write(story, "Noor", "Een");
  write(story, "Daan", "Twee");
  story.does("Samira", ShowCards{});
  story.does("Samira", ClusterCards{"Intaek", {"c1", "c2"}});
  story.does("Samira", ClusterCards{"Andere", {}});
  CHECK(story.refused("Samira", ClusterCards{"Geen", {}, "Iets", false}) == "NoCluster");
  CHECK(story.refused("Samira", ClusterCards{"Intaek", {}, "andere", false}) == "ClusterThere");
  CHECK(story.refused("Samira", ClusterCards{"Intaek", {}, "", true}) == "NoCards");
  CHECK(story.refused("Samira", ClusterCards{"Andere", {"c2"}, "", true}) == "NoCard");
  story.does("Samira", ClusterCards{"Intaek", {"c2"}, "", true});
  CHECK(story.it.circle->card("c2")->cluster.empty());
  CHECK(story.it.circle->card("c1")->cluster == "k1");
  for (const auto* name : {"Noor", "Daan", "Ria", "Bram"}) story.does(name, PlaceDots{{"k1"}});
  story.does("Samira", ShowDots{});
  story.does("Samira", ClusterCards{"Intaek", {}, "Intake", false});
  CHECK(story.it.circle->cluster("Intake")->dots == 4);
  CHECK(story.refused("Samira", ClusterCards{"Intake", {"c1"}, "", true}) == "DotsShown");
  CHECK(story.refused("Samira", ClusterCards{"Wat ontbrak", {}}) == "DotsShown");  // nobody could place dots on it
}

TEST_CASE("the second spread is hidden when one or two people stood one time only", "[learning]") {
  const auto second_of = [](const std::vector<std::string>& first, const std::vector<std::string>& second) {
    auto story = begun();
    for (const auto& name : first) story.does(name, StandOnLine{"team", 5});
    story.does("Samira", ShowLine{"team", ""});
    for (const auto& name : second) story.does(name, StandOnLine{"team", 6});
    story.does("Samira", ShowLine{"team", "Samen post openen"});
    const auto page = report_for(story, "Noor");
    CHECK((page.find("niet te laten zien") != std::string::npos) ==
          story.it.circle->lines.front().moved->spread.empty());
    return story.it.circle->lines.front().moved->spread;
  };
  const std::vector<std::string> four{"Noor", "Daan", "Ria", "Samira"}, five{"Noor", "Daan", "Ria", "Samira", "Bram"};
  CHECK(second_of(five, five) == std::vector<LineBand>{{0, 10, 5}});
  CHECK(second_of(five, four).empty());
  CHECK(second_of(four, five).empty());
  CHECK(second_of(four, {"Noor", "Daan", "Ria", "Bram"}).empty());  // one left and one came
}

TEST_CASE("who leaves between the two times of a line is one who stood one time only", "[learning]") {
  auto story = begun();
  for (const auto* name : {"Noor", "Daan", "Ria", "Samira", "Bram"}) story.does(name, StandOnLine{"team", 5});
  story.does("Samira", ShowLine{"team", ""});
  story.does("Bram", ForgetLearner{});
  for (const auto* name : {"Noor", "Daan", "Ria", "Samira"}) story.does(name, StandOnLine{"team", 6});
  story.does("Samira", ShowLine{"team", ""});
  CHECK(story.it.circle->lines.front().moved->spread.empty());
}

TEST_CASE("a report that is out does not change; before, a wrong line is taken out", "[learning]") {
  auto story = begun();
  write(story, "Noor", "Een");
  story.does("Samira", ShowCards{});
  story.does("Samira", NoteHarvest{{"v-vertrouwen", "Verkeerd"}});
  story.does("Samira", NoteHarvest{{"v-vertrouwen", "We zeggen waarom"}});
  story.does("Samira", AgreeCircleStep{{"team", "bellen", *date_from("2026-10-01")}});
  CHECK(report_for(story, "Noor").find("h1 Verkeerd") != std::string::npos);
  story.does("Samira", StrikeFromCircle{{"h1"}});
  story.does("Samira", StrikeFromCircle{{"a1"}});
  CHECK(story.refused("Samira", StrikeFromCircle{{"a1"}}) == "NothingThere");
  CHECK(story.it.circle->harvest.front().text == "We zeggen waarom");
  CHECK(story.it.circle->steps.empty());
  story.does("Samira", ReportCircle{{*date_from("2026-09-15")}});
  CHECK(story.refused("Noor", TakeCardBack{"c1"}) == "ReportIsOut");
  CHECK(story.refused("Samira", ClusterCards{"A", {"c1"}}) == "ReportIsOut");
  CHECK(story.refused("Samira", NoteHarvest{{"v-vertrouwen", "Nog iets"}}) == "ReportIsOut");
  CHECK(story.refused("Samira", AgreeCircleStep{{"team", "bellen", *date_from("2026-10-01")}}) == "ReportIsOut");
  CHECK(story.refused("Samira", StrikeFromCircle{{"h2"}}) == "ReportIsOut");
  CHECK(story.refused("Samira", AskRound{"En verder?", 2}) == "ReportIsOut");
}

TEST_CASE("one circle goes on at a time, and one that is called off leaves no cards", "[learning]") {
  LearningStory other("circle-2");
  other.known.circle_going_on = "circle-1";
  CHECK(other.refused("Samira", BeginCircle{"Nog een?", 0, "circle"}) == "CircleGoesOn");
  auto story = begun();
  write(story, "Noor", "Ieder een eigen intake");
  CHECK(story.refused("Samira", CancelCircle{{" "}}) == "ReasonMissing");
  story.does("Samira", CancelCircle{{"Te weinig mensen"}});
  CHECK_FALSE(story.it.circle->going_on());
  CHECK(report_for(story, "Noor").find("intake") == std::string::npos);
  CHECK(story.refused("Noor", WriteCard{"Te laat", CardSort::thought, false}) == "CircleCancelled");
}

TEST_CASE("who looks while it goes on finds the ids to cluster by and to place dots on", "[learning]") {
  auto story = begun();
  write(story, "Noor", "Ieder een eigen intake");
  write(story, "Daan", "Wachttijd");
  story.does("Samira", ShowCards{});
  const auto page = [&] { return page::page_markdown(learning::circle_page(story.seen("Ria"), Lang::nl)); };
  CHECK(page().find("| c1 |") != std::string::npos);
  story.does("Samira", ClusterCards{"Intake", {"c1"}});
  CHECK(page().find("| k1 |") != std::string::npos);
  CHECK(page().find("c1 Ieder een eigen intake") != std::string::npos);
  CHECK(page().find("| c2 |") != std::string::npos);
}

TEST_CASE("a line shows where an earlier circle stood on it", "[learning]") {
  auto story = begun();
  for (const auto* name : {"Noor", "Daan", "Ria", "Samira"}) story.does(name, StandOnLine{"team", 5});
  story.does("Samira", ShowLine{"team", ""});
  const learning::CircleBefore before{
      {{"team", *date_from("2026-03-02"), {"team", true, {{0, 3, 4}, {4, 10, 5}}, 0, 0, ""}}}, {}};
  const auto page = page::page_text(learning::circle_page(story.seen("Noor"), Lang::nl, before));
  CHECK(page.find("vorige keer, 2 maart 2026") != std::string::npos);
  CHECK(page.find("0-3: ●●●● 4, 4-10: ●●●●● 5") != std::string::npos);
}

TEST_CASE("a report goes round for feedback, and is settled with who objected", "[learning]") {
  auto story = begun();
  CHECK(story.refused("Samira", ReportCircle{{*date_from("2026-09-15")}}) == "RoundOpen");
  story.does("Samira", ShowCards{});
  CHECK(story.refused("Daan", ObjectToCircle{"Nee"}) == "NoReport");
  story.does("Samira", ReportCircle{{*date_from("2026-09-15")}});
  CHECK(story.refused("Samira", SettleCircle{}) == "FeedbackOpen");
  story.does("Daan", ObjectToCircle{"De wachttijd is geen kans"});
  story.now = *time_from("2026-09-15T10:00:00Z");
  story.does("Samira", SettleCircle{});
  CHECK(report_for(story, "Noor").find("Daan: De wachttijd") != std::string::npos);
  CHECK(story.refused("Noor", AgreeCircleStep{{"team", "bellen", *date_from("2026-10-01")}}) == "CircleSettled");
  story.does("Daan", ForgetLearner{});
  CHECK(report_for(story, "Noor").find("wachttijd") == std::string::npos);
}

}  // namespace casus::test
