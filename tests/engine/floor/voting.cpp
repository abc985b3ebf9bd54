// SPDX-License-Identifier: EUPL-1.2
// Votes and ranking on what was said or recorded.
#include "core/engine/floor/voting.hpp"
#include "core/engine/explain/explain.hpp"
#include "core/engine/remarks/remarks.hpp"
#include "core/report/history/naming.hpp"
#include "tests/engine/asked.hpp"
#include "tests/engine/records_story.hpp"

#include <algorithm>

using namespace casus;
using namespace casus::test;
using nlohmann::json;
using nlohmann::ordered_json;

namespace {

/// Where each votes: on three ideas and a record.
Story voting(const ordered_json& file = ranking()) {
  auto story = asked_by(file);
  story.go_to(Phase::plan_of_action, "list");
  story.does("Noor", say("idea", "Samen koken")).does("Ria", say("idea", "De tuin in"));
  story.does("Yusuf", say("idea", "Een vaste dag")).does("Femke", Record{"harm", "Hij valt weg; ernst: 6", {}});
  return story.go_to(Phase::plan_of_action, "vote");
}

/// Ids of what can be voted on, in the order in which it was said.
std::vector<std::string> candidates(const Story& story) {
  std::vector<std::string> ids;
  const auto& method = *story.library.method(kRecordsMethod);
  const auto* here = story.c.here();
  REQUIRE(here != nullptr);
  for (const auto* one : engine::voted_on(story.c, {method, *method.step(Phase::plan_of_action, "vote"), *here}))
    ids.push_back(one->id);
  return ids;
}

std::vector<std::string> sums(const Story& story) {
  std::vector<std::string> lines;
  const auto* visit = engine::last_vote_shown(story.c);
  if (visit == nullptr) return lines;
  const auto& method = *story.library.method(kRecordsMethod);
  for (const auto& got : engine::added_up(story.c, {method, *method.step(Phase::plan_of_action, "vote"), *visit}))
    lines.push_back(got.of + ' ' + std::to_string(got.points) + ' ' + std::to_string(got.voters));
  return lines;
}

}  // namespace

TEST_CASE("in coaching a vote of who has not the floor is told, and counts", "[engine][R4]") {
  auto story = voting();
  const auto vote = Vote{{candidates(story).front()}};
  story.when("Bram", vote).refused("NotYourFloor", "R4");
  const auto told = [&](const std::string& by, CommandBody body) {
    const auto remark =
        engine::votes_beside(story.c, {{}, story.c.id, by, story.now, std::nullopt, std::move(body)}, story.library);
    return remark ? remark->rule + ": " + remark->message.in(Lang::nl) : std::string();
  };
  CHECK(told("Bram", vote).empty());  // refused, so nothing more is told
  story.c.mode = Mode::coaching;
  story.when("Bram", vote).then({"Voted"});
  CHECK(told("Bram", vote).starts_with("R4: "));
  CHECK(told("Bram", vote).ends_with("De stem telt toch mee."));
  CHECK(told("Bram", say("vote", vote.choices.front())) == told("Bram", vote));
  CHECK(told("Ria", vote).empty());
  CHECK(told("Bram", say("agreement", "Zo doen wij.")).empty());
}

TEST_CASE("each ranks what was said and recorded, unseen until the step is left", "[engine]") {
  auto story = voting();
  const auto ids = candidates(story);
  REQUIRE(ids.size() == 4);
  story.does("Noor", Vote{{ids[0], ids[3]}}).does("Ria", say("vote", ids[3] + ", " + ids[0] + ", " + ids[1]));
  CHECK(sums(story).empty());
  for (const auto& ballot : story.c.votes) CHECK_FALSE(report::is_shown(story.c, ballot));
  const auto missing = story.when("Bram", NextStep{}).missing();
  CHECK(std::ranges::find(missing, "chosen") != missing.end());
  story.does("Yusuf", Vote{{ids[3]}}).does("Femke", Vote{{ids[2] + " " + ids[3]}});
  story.does("Femke", Vote{{ids[3], ids[2]}});  // the last one counts
  story.does("Bram", NextStep{"klaar"});
  CHECK(sums(story) == std::vector<std::string>{ids[3] + " 11 4", ids[0] + " 5 2", ids[2] + " 2 1", ids[1] + " 1 1"});
  for (const auto& ballot : story.c.votes) CHECK(report::is_shown(story.c, ballot));
  CHECK(
      holds_now(story, R"({"count": "votes", "where": {"value": {"at_least": 3}}, "scope": "phase", "at_least": 4})"));
  CHECK(holds_now(
      story,
      R"({"every": "participants", "where": {"role": "member", "present": true}, "has": {"in": "votes", "on": "by"}})"));
  CHECK_FALSE(holds_now(
      story,
      R"({"every": "contributions", "where": {"kind": "idea", "step": "list"}, "has": {"in": "votes", "on": "re", "at_least": 2}})"));
  CHECK(story.refolded().votes.size() == 4);
}

TEST_CASE("where a vote is seen at once it is shown at once, in turn or not as the floor says", "[engine]") {
  auto file = ranking("choose", false);
  file["phases"]["plan_of_action"][3]["floor"]["order"] = "turns";
  auto story = voting(file);
  const auto ids = candidates(story);
  story.when("Ria", Vote{{ids[0]}}).refused("NotYourTurn", "R4");
  story.when("Bram", Vote{{ids[0]}}).refused("NotYourFloor", "R4");
  story.does("Noor", Vote{{ids[0], ids[1]}});
  CHECK(sums(story).front() == ids[0] + " 1 1");
  CHECK(story.c.turns.back().by == "p1");
  story.does("Ria", Vote{{ids[1]}});
  CHECK(sums(story).front() == ids[1] + " 2 2");
}

TEST_CASE("in a repeat each time votes on what was said in that time", "[engine]") {
  auto file = ranking("choose", false);
  auto& plan = file["phases"]["plan_of_action"];
  plan[2].erase("repeat");
  plan[1]["repeat"] = ordered_json::parse(R"({"at_most": 2, "through": "vote", "mark": "own", "until": {
    "text": {"nl": "Er is een dag.", "en": "There is a day."}, "holds": {"present": "review_date"}}})");
  auto story = voting(file);
  const auto first = candidates(story);
  REQUIRE(first.size() == 4);
  story.does("Noor", Vote{{first[1]}}).does("Bram", NextStep{"klaar"});
  REQUIRE(story.c.here()->step == "list");
  REQUIRE(story.c.here()->again == 1);
  story.does("Noor", say("idea", "Samen fietsen"));
  for (const char* name : {"Ria", "Yusuf", "Femke"}) story.does(name, Pass{});
  story.go_to(Phase::plan_of_action, "vote", "Bram");
  const auto second = candidates(story);
  REQUIRE(second.size() == 1);
  CHECK(std::ranges::find(first, second.front()) == first.end());
  story.when("Ria", Vote{{first[1]}}).refused("NotVotedOn");
  story.does("Ria", Vote{{second.front()}});
  CHECK(sums(story) == std::vector<std::string>{second.front() + " 1 1"});
}

TEST_CASE("points are laid as many as there are, and no more", "[engine]") {
  const auto story = voting(ranking("points"));
  const auto ids = candidates(story);
  CHECK(story.when("Noor", Vote{{ids[0] + "=2", ids[1]}}).gives<Voted>().choices ==
        std::vector<VoteFor>{{ids[0], 2}, {ids[1], 1}});
  CHECK(story.when("Noor", Vote{{ids[0], ids[0]}}).gives<Voted>().choices == std::vector<VoteFor>{{ids[0], 2}});
  story.when("Noor", Vote{{ids[0] + "=3", ids[1]}})
      .refused("TooManyVotes")
      .says("Dit zijn er 4, en het mogen er hoogstens 3 zijn.", "That is 4; the most is 3.");
  story.when("Noor", Vote{{ids[0] + "=0"}}).refused("VotePoints");
  story.when("Noor", Vote{{ids[0] + "=veel"}}).refused("VotePoints");
}

TEST_CASE("where points are laid, the way on lays as many as are asked of one", "[engine][explain]") {
  auto file = ranking("points", false);
  auto& asked = file["phases"]["plan_of_action"][3]["done_when"][0];
  asked["level"] = "hard";
  asked["holds"]["has"]["where"] = {{"value", {{"at_least", 3}}}};
  auto story = voting(file);
  const auto told = engine::explain(story.c, story.library, "Bram", story.tick(), Lang::nl);
  REQUIRE_FALSE(told.stuck);
  int votes = 0;
  for (const auto& command : told.way) {
    story.done(command);
    if (const auto* vote = std::get_if<Vote>(&command.body)) {
      ++votes;
      REQUIRE(vote->choices.size() == 1);
      CHECK(vote->choices.front().ends_with("=3"));
    }
  }
  CHECK(votes == 4);
  CHECK(story.c.here()->step == "agree");
}

TEST_CASE("a vote that fits nothing is refused with what would do", "[engine]") {
  const auto story = voting();
  const auto ids = candidates(story);
  const auto all = ids[0] + ", " + ids[1] + ", " + ids[2] + ", " + ids[3];
  story.when("Noor", Vote{{"b99"}}).refused("NotVotedOn").asks("Kies uit: " + all + ".", "Choose from: " + all + ".");
  story.when("Noor", Vote{{ids[0], ids[0]}}).refused("VotedTwice");
  story.when("Noor", Vote{{ids[0] + "=2"}}).refused("VotePoints");
  story.when("Noor", Vote{{all}}).refused("TooManyVotes");
  story.when("Noor", Vote{{" "}}).refused("EmptyText");
  auto before = voting();
  before.does("Bram", BackStep{"list", "nog iets"});
  before.when("Noor", Vote{{ids[0]}}).refused("NothingToVoteOn");
}

TEST_CASE("a vote names what it is for by its number, or in the words of just one", "[engine]") {
  auto story = voting();
  const auto ids = candidates(story);
  REQUIRE(ids.size() == 4);
  story.does("Noor", Vote{{"De tuin in"}}).does("Ria", say("vote", "de tuin in, Samen koken"));
  story.does("Yusuf", Vote{{"samen koken", ids[1]}}).does("Femke", say("vote", "Hij valt weg"));
  story.when("Femke", Vote{{"tuin"}}).refused("NotVotedOn");
  story.when("Femke", say("vote", "Samen iets doen"))
      .refused("NotVotedOn")
      .says("Op 'samen iets doen' kan niet gestemd worden.", "'samen iets doen' cannot be voted on.");
  story.when("Femke", Vote{{"De tuin in", ids[1]}}).refused("VotedTwice");
  story.does("Bram", NextStep{"klaar"});
  CHECK(sums(story) == std::vector<std::string>{ids[1] + " 8 3", ids[0] + " 5 2", ids[3] + " 3 1", ids[2] + " 0 0"});
}

TEST_CASE("words that two ideas have in common name neither in a vote", "[engine]") {
  auto story = asked_by(ranking());
  story.go_to(Phase::plan_of_action, "list");
  story.does("Noor", say("idea", "Samen koken")).does("Ria", say("idea", "De tuin in"));
  story.does("Yusuf", say("idea", "De tuin in")).does("Femke", Record{"harm", "Hij valt weg; ernst: 6", {}});
  story.go_to(Phase::plan_of_action, "vote");
  const auto ids = candidates(story);
  const auto both = ids[1] + ", " + ids[2] + ".";
  story.when("Noor", Vote{{"De tuin in"}})
      .refused("NotVotedOn")
      .says("Er heet meer dan één 'de tuin in'.", "More than one is called 'de tuin in'.")
      .asks("Kies uit: " + both, "Choose from: " + both);
  story.when("Noor", Vote{{ids[1]}}).then({"Voted"});
}

TEST_CASE("a vote is taken back, and what it was for counts no more when that is", "[engine][mending]") {
  auto story = voting(ranking("choose", false));
  const auto ids = candidates(story);
  story.does("Noor", Vote{{ids[0]}}).does("Ria", Vote{{ids[0], ids[1]}});
  story.does("Ria", Withdraw{});
  CHECK(sums(story).front() == ids[0] + " 1 1");
  story.does("Noor", Withdraw{ids[0], "dubbel"});
  CHECK(candidates(story).size() == 3);
  for (const auto& line : sums(story)) CHECK(line.ends_with(" 0 0"));
}

TEST_CASE("who merges a case in which was voted is told that the votes stay behind", "[engine][merging]") {
  auto story = voting();
  const auto told = [&] {
    const Command merges{{}, story.c.id, "Noor", story.now, std::nullopt, MergeCase{"2026-009", "dezelfde", {}}};
    std::vector<std::string> lines;
    for (const auto& remark : engine::remarks(story.c, merges)) lines.push_back(remark.message.in(Lang::en));
    return lines;
  };
  CHECK(told().empty());
  story.does("Noor", Vote{{candidates(story)[0]}});
  REQUIRE(told().size() == 1);
  CHECK(told().front().starts_with("There was a vote in 2026-001. Those votes do not count in 2026-009"));
}

TEST_CASE("a step that votes says so in its kinds, and on what", "[method]") {
  const auto wrong = [](const ordered_json& change) {
    return lines_of(parsed(ranking().patch(ordered_json::array({change}))).second).size();
  };
  const std::string step = "/phases/plan_of_action/3";
  CHECK(wrong({{"op", "replace"}, {"path", step + "/kinds"}, {"value", {"choice"}}}) == 1);
  CHECK(wrong({{"op", "remove"}, {"path", step + "/vote"}}) == 1);
  CHECK(wrong({{"op", "replace"}, {"path", step + "/vote/most"}, {"value", 0}}) == 1);
  CHECK(wrong({{"op", "replace"}, {"path", step + "/vote/kinds/0"}, {"value", "ideas"}}) == 1);
  CHECK(wrong({{"op", "replace"}, {"path", step + "/vote/step"}, {"value", "lists"}}) == 1);
}
