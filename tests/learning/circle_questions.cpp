// SPDX-License-Identifier: EUPL-1.2
#include "core/learning/circle.hpp"

#include "core/learning/pages/pages.hpp"
#include "tests/learning/session.hpp"

#include <nlohmann/json.hpp>

// A learning circle of several questions, and what two placings beside each other would tell of one person.

namespace casus::test {
namespace {

const std::vector<std::string> kEight{"Noor", "Daan", "Ria", "Samira", "Bram", "Coby", "Mo", "Vera"};

LearningStory with_question(const std::string& question) {
  LearningStory story("circle-1", kEight);
  story.does("Samira", BeginCircle{"Hoe werken we samen?", 0, "circle"});
  story.does("Samira", AskRound{question, 2});
  return story;
}

/// One card in a cluster of its own, in the question that was asked last.
void asked_and_clustered(LearningStory& story, const std::string& card, const std::string& cluster) {
  story.does("Noor", WriteCard{card, CardSort::thought, false});
  const auto id = story.it.circle->cards.back().id;
  story.does("Samira", ShowCards{});
  story.does("Samira", ClusterCards{cluster, {id}});
}

/// The page after eight people stood twice on a line, each at the place given.
std::string walked(const std::vector<int>& first, const std::vector<int>& second) {
  auto story = with_question("Wat valt op?");
  const auto stand = [&](const std::vector<int>& places) {
    for (std::size_t i = 0; i < places.size(); ++i) story.does(kEight[i], StandOnLine{"team", places[i]});
    story.does("Samira", ShowLine{"team", "Samen post openen"});
  };
  stand(first);
  stand(second);
  return page::page_text(learning::circle_page(story.seen("Noor"), Lang::nl));
}

}  // namespace

TEST_CASE("after the dots of one question the next is asked, with cards, clusters and dots of its own", "[learning]") {
  auto story = with_question("Waarin verschillen we?");
  asked_and_clustered(story, "Ieder een eigen intake", "Intake");
  for (const auto* name : {"Noor", "Daan", "Ria", "Bram"}) story.does(name, PlaceDots{{"Intake"}});
  story.does("Samira", ShowDots{});
  CHECK(story.refused("Samira", ShowDots{}) == "DotsShown");
  story.does("Samira", AskRound{"Wat werkt al?", 2});
  asked_and_clustered(story, "Samen koffie", "Koffie");
  CHECK(story.refused("Samira", ClusterCards{"Koffie", {"c1"}}) == "DotsShown");  // of the question before
  CHECK(story.refused("Noor", PlaceDots{{"Intake"}}) == "DotsShown");
  for (const auto* name : {"Noor", "Daan", "Ria", "Bram"}) story.does(name, PlaceDots{{"Koffie", "Koffie"}});
  story.does("Samira", ShowDots{});
  CHECK(story.it.circle->cluster("Intake")->dots == 4);
  CHECK(story.it.circle->cluster("Koffie")->dots == 8);
}

TEST_CASE("when all but one move up, the page says it as when all do", "[learning]") {
  const auto of_eight = [](int up) {
    std::vector<int> second(8, 5);
    for (int i = 0; i < up; ++i) second[static_cast<std::size_t>(i)] = 6;
    return walked(std::vector<int>(8, 5), second);
  };
  CHECK(of_eight(8).find("Naar boven: 6+") != std::string::npos);
  CHECK(of_eight(7).find("Naar boven: 6+") != std::string::npos);
  CHECK(of_eight(5).find("Naar boven: 5.") != std::string::npos);
}

TEST_CASE("the second spread is hidden when beside the first it tells that one or two crossed a place", "[learning]") {
  const std::vector<int> first{2, 2, 3, 5, 5, 6, 6, 6};
  CHECK(walked(first, {2, 2, 3, 3, 5, 6, 6, 6}).find("niet te laten zien") != std::string::npos);
  CHECK(walked(first, {2, 2, 3, 6, 5, 6, 6, 6}).find("niet te laten zien") == std::string::npos);
}

TEST_CASE("a spread is hidden when beside that of another circle it tells where one or two stand", "[learning]") {
  const auto spread_after = [](const LineBand& first, const LineBand& rest, const std::string& line = "team") {
    auto story = with_question("Wat valt op?");
    story.known.lines_before = {{line, false, {first, rest}, 0, 0, ""}};
    const std::vector<int> places{2, 2, 3, 3, 5, 5, 6, 6};
    for (std::size_t i = 0; i < places.size(); ++i) story.does(kEight[i], StandOnLine{"team", places[i]});
    story.does("Samira", ShowLine{"team", ""});
    return story.it.circle->line("team").shown->spread;
  };
  const std::vector<LineBand> four_and_four{{0, 3, 4}, {4, 10, 4}};
  CHECK(spread_after({0, 3, 3}, {4, 10, 4}).empty());  // one came, at 0 to 3
  CHECK(spread_after({0, 3, 3}, {4, 10, 5}).empty());  // one crossed
  CHECK(spread_after({0, 3, 4}, {4, 10, 4}) == four_and_four);
  CHECK(spread_after({0, 3, 7}, {4, 10, 4}) == four_and_four);
  CHECK(spread_after({0, 3, 3}, {4, 10, 4}, "house") == four_and_four);
}

TEST_CASE("a crossing is told by where two spreads are both cut", "[learning]") {
  using learning::few_crossed;
  CHECK(few_crossed({{0, 3, 3}, {4, 10, 5}}, {{0, 3, 4}, {4, 10, 4}}));
  CHECK_FALSE(few_crossed({{0, 3, 3}, {4, 10, 6}}, {{0, 3, 6}, {4, 10, 3}}));
  CHECK_FALSE(few_crossed({{0, 3, 3}, {4, 10, 5}}, {{0, 6, 4}, {7, 10, 4}}));
  CHECK_FALSE(few_crossed({{0, 3, 3}, {4, 10, 5}}, {{0, 10, 8}}));
}

TEST_CASE("beside a first spread that is hidden no number says how many moved", "[learning]") {
  auto story = with_question("Wat valt op?");
  story.known.lines_before = {{"team", false, {{0, 3, 3}, {4, 10, 4}}, 0, 0, ""}};
  const auto stand = [&](const std::vector<int>& places) {
    for (std::size_t i = 0; i < places.size(); ++i) story.does(kEight[i], StandOnLine{"team", places[i]});
    story.does("Samira", ShowLine{"team", "Samen post openen"});
  };
  stand({2, 2, 3, 3, 5, 5, 6, 6});
  REQUIRE(story.it.circle->line("team").shown->spread.empty());
  stand({6, 6, 6, 6, 8, 8, 8, 8});
  const auto page = page::page_html(learning::circle_page(story.seen("Noor"), Lang::nl), Lang::nl);
  CHECK(page.find("Hoeveel mensen bewogen is niet te laten zien") != std::string::npos);
  CHECK(page.find("Naar boven") == std::string::npos);
  CHECK(learning::circle_json(story.seen("Noor"))["lines"].dump().find("or_more") == std::string::npos);
}

}  // namespace casus::test
