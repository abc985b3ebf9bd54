// SPDX-License-Identifier: EUPL-1.2
#include "core/page/page.hpp"
#include "core/report/documents/dossier.hpp"
#include "core/report/history/history_text.hpp"
#include "core/service/library_definitions.hpp"
#include "core/service/table/table_votes.hpp"
#include "tests/engine/records_story.hpp"
#include "tests/method/declared_records.hpp"
#include "tests/method/files.hpp"
#include "tests/service/table/shown_table.hpp"

#include <nlohmann/json.hpp>

namespace casus::test {
namespace {

/// In pairs that list ideas: Noor and Ria, Yusuf and Femke. `one`: the first of each only listens.
Story in_pairs(bool one = false) {
  auto file = nlohmann::ordered_json::parse(source_file("plugins/examples/nominal-group/round.json"));
  auto& list = file["phases"]["plan_of_action"][1];
  list["parallel"] = {{"size", 2}, {"mark", "own"}};
  if (one) {
    list["parallel"]["one"] = {{"key", "client"}, {"name", {{"nl", "cliënt"}, {"en", "client"}}}, {"mark", "own"}};
    list["floor"]["one"] = "listens";
  }
  Story story;
  story.library.offer(method::parse(file.dump()).first);
  story.does("Noor", open_command("nominal-group/round"));
  story.does("Noor", AddParticipant{"Bram", {Role::chair}, true, false, {}});
  for (const char* name : {"Ria", "Yusuf", "Femke"})
    story.does("Noor", AddParticipant{name, {Role::member}, true, false, {}});
  story.does("Noor", AskQuestion{"Hoe komt er weer rust?", "Dat er een plan ligt."});
  return story.go_to(Phase::plan_of_action, "list");
}

}  // namespace

TEST_CASE("the screen says who sits with whom and whose turn it is there, and later what they bring", "[service]") {
  using Lines = std::vector<std::string>;
  auto story = in_pairs();
  story.does("Noor", say("idea", "Samen koken"));
  const auto table = shown(story);
  CHECK(service::course_lines(table, Lang::nl) ==
        Lines{"Groep 1: Noor, Ria (Ria is aan de beurt)", "Groep 2: Yusuf, Femke (Yusuf is aan de beurt)"});
  CHECK(table.turn() == nullptr);
  CHECK(table.floor.find("in tweetallen; ") == 0);
  CHECK(table.said.back().kind == "idee, groep 1");
  CHECK(service::table_json(table, Lang::nl)["step"]["groups"][1]["turn"] == "Yusuf");
  story.does("Yusuf", say("idea", "Een vaste dag")).does("Femke", Pass{}).does("Ria", Pass{}).does("Bram", NextStep{});
  const auto next = service::course_lines(shown(story, Lang::en), Lang::en);
  CHECK(std::vector(next.end() - 2, next.end()) ==
        Lines{"From group 1 (Noor, Ria): Samen koken", "From group 2 (Yusuf, Femke): Een vaste dag"});
}

TEST_CASE("the screen says who has the place in each group, and what they do there", "[service]") {
  using Lines = std::vector<std::string>;
  const auto table = shown(in_pairs(true));
  CHECK(service::course_lines(table, Lang::nl) ==
        Lines{"Groep 1: Noor, Ria (Noor is cliënt; Ria is aan de beurt)",
              "Groep 2: Yusuf, Femke (Yusuf is cliënt; Femke is aan de beurt)"});
  CHECK(table.floor.find("in tweetallen, met in elk één cliënt die alleen luistert; ") == 0);
  for (const auto& seat : table.seats) CHECK(seat.speaks == (seat.name == "Ria" || seat.name == "Femke"));
  const auto groups = service::table_json(table, Lang::nl)["step"]["groups"];
  CHECK(groups[1]["one"] == "Yusuf");
  CHECK(groups[1]["place"] == "cliënt");
}

TEST_CASE("the dossier adds up a vote behind its step, when the table may read it", "[service]") {
  auto [method, problems] = parsed(ranking());
  REQUIRE(lines_of(problems) == std::vector<std::string>{});
  Story story;
  story.library.offer(std::move(method));
  story.does("Noor", open_command(kRecordsMethod));
  story.does("Noor", AddParticipant{"Bram", {Role::chair}, true, false, {}});
  story.does("Noor", AddParticipant{"Ria", {Role::member}, true, false, {}});
  story.does("Noor", AskQuestion{"Hoe komt er weer rust?", "Dat er een plan ligt."});
  story.go_to(Phase::plan_of_action, "list");
  story.does("Noor", say("idea", "Samen koken"));
  const auto id = story.c.contributions.back().id;
  story.go_to(Phase::plan_of_action, "vote");
  const auto dossier = [&] {
    return page::page_markdown(report::dossier_page(story.c, service::LibraryDefinitions(story.library), Lang::nl));
  };
  story.does("Noor", Vote{{id}});
  const auto one_voted = story;
  story.does("Ria", Vote{{id}});
  CHECK(dossier().find("2 stemden") == std::string::npos);
  story.does("Bram", NextStep{"klaar"});
  CHECK(dossier().find("Samen koken: 6 (2 stemden)") != std::string::npos);
  story = one_voted;
  story.does("Bram", NextStep{"Ria stemt niet"});
  CHECK(dossier().find("Samen koken: 3 (1 stemde)") != std::string::npos);
}

TEST_CASE("what came of a vote is read in the step behind it, then only what got most, and not in other phases",
          "[service]") {
  auto file = ranking("points", false);
  auto& plan = file["phases"]["plan_of_action"];
  auto more = plan[4];
  more["id"] = "more";
  more["name"] = {{"nl", "Nog iets"}, {"en", "One more thing"}};
  more.erase("done_when");
  plan.insert(plan.begin() + 4, more);
  auto story = asked_by(file);
  story.go_to(Phase::plan_of_action, "list");
  story.does("Noor", say("idea", "Samen koken")).does("Ria", say("idea", "De tuin in"));
  const auto most = story.c.contributions.back().id, least = (story.c.contributions.end() - 2)->id;
  story.does("Yusuf", Pass{}).does("Femke", Pass{});
  story.go_to(Phase::plan_of_action, "vote").does("Noor", Vote{{most + "=2", least + "=1"}});
  const auto result = [&] {
    const auto table = shown(story);
    return table.vote ? service::vote_lines(*table.vote, text::Voice(Lang::nl)).back() : std::string();
  };
  const auto first = most + " De tuin in (Ria): 2 (1 stemde)";
  const auto whole = "Uitslag van 'Stil kiezen': " + first + "; " + least + " Samen koken (Noor): 1 (1 stemde).";
  CHECK(result() == whole);
  story.does("Bram", NextStep{"klaar"});
  REQUIRE(story.c.here()->step == "more");
  CHECK(result() == whole);
  story.does("Bram", NextStep{"klaar"});
  REQUIRE(story.c.here()->step == "agree");
  CHECK(result() == "Het meeste kreeg bij 'Stil kiezen': " + first + '.');
  CHECK(service::table_json(shown(story), Lang::nl)["step"]["vote"]["result"]["on"].size() == 2);
  story.go_to(Phase::network_involvement, "who-else");
  CHECK_FALSE(shown(story).vote.has_value());
}

TEST_CASE("the dossier says what each vote counted for, one point too, where votes are weighed", "[service]") {
  const auto dossier = [](const std::string& how, const std::vector<std::string>& points) {
    auto story = asked_by(ranking(how, false));
    story.go_to(Phase::plan_of_action, "list");
    story.does("Noor", say("idea", "Samen koken"));
    const auto id = story.c.contributions.back().id;
    story.go_to(Phase::plan_of_action, "vote");
    for (const auto& one : points) story.does("Noor", Vote{{id + one}});
    story.does("Bram", NextStep{"klaar"});
    return page::page_markdown(report::dossier_page(story.c, service::LibraryDefinitions(story.library), Lang::nl));
  };
  CHECK(dossier("points", {"=1"}).find("(Samen koken): 1 punt\n") != std::string::npos);
  CHECK(dossier("points", {"=2"}).find("(Samen koken): 2 punten\n") != std::string::npos);
  CHECK(dossier("choose", {""}).find("(Samen koken)\n") != std::string::npos);
}

}  // namespace casus::test
