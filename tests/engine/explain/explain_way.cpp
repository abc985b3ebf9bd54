// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/explain/explain.hpp"
#include "tests/engine/records_story.hpp"

#include <algorithm>

using namespace casus;
using namespace casus::test;

namespace {

engine::Explanation explained(Story& story, const std::string& by = "Bram", Lang lang = Lang::nl) {
  return engine::explain(story.c, story.library, by, story.tick(), lang);
}

/// Whether these commands are accepted one after the other.
bool accepted(Case state, const engine::Library& library, const std::vector<Command>& commands) {
  for (const auto& command : commands) {
    const auto events = engine::decide(state, command, library);
    if (!events) return false;
    for (const auto& event : *events) engine::evolve(state, event);
  }
  return true;
}

std::vector<std::string> names(const std::vector<Command>& commands) {
  std::vector<std::string> out;
  for (const auto& command : commands) out.emplace_back(name_of(command.body));
  return out;
}

}  // namespace

TEST_CASE("no command can be left out of the way on, in any step that ships", "[engine][explain]") {
  for (const auto& id : shipped_methods()) {
    auto story = ready(id);
    for (int moves = 0; moves < 30 && story.c.round == 1; ++moves) {
      const std::string step = story.c.here() == nullptr ? "intake" : story.c.here()->step;
      CAPTURE(id, step);
      const auto way = explained(story).way;
      REQUIRE(accepted(story.c, story.library, way));
      // A reason lets soft requirements go, so what meets them could be left out: a choice, not a mistake.
      const auto* last = std::get_if<NextStep>(&way.back().body);
      const bool gives_reason = last != nullptr && !last->because.empty();
      for (std::size_t i = 0; !gives_reason && i < way.size(); ++i) {
        auto shorter = way;
        shorter.erase(shorter.begin() + static_cast<std::ptrdiff_t>(i));
        CAPTURE(i, name_of(way[i].body));
        CHECK_FALSE((accepted(story.c, story.library, shorter) && i + 1 < way.size()));
      }
      for (const auto& command : way) story.done(command);
    }
    CHECK(story.c.round == 2);
  }
}

TEST_CASE("from nothing but a title, the way leads into the first step", "[engine][explain]") {
  Story story;
  story.does("Noor", open_command());
  const auto way = explained(story, "Noor");
  CHECK_FALSE(way.stuck);
  CHECK(way.standing.in(Lang::nl) == "De intake is nog niet klaar.");
  CHECK(names(way.way) == std::vector<std::string>{"AddParticipant", "AskQuestion", "NextStep"});
  CHECK(way.with_reason.empty());
  REQUIRE(way.missing.size() == 3);
  CHECK(way.missing.front().text.in(Lang::en) == "There is one question from the presenter.");
  CHECK(way.missing.front().who.in(Lang::nl) == "inbrenger");
  const auto english = explained(story, "Noor", Lang::en);
  CHECK(std::get<AskQuestion>(english.way[1].body).text == "[the presenter's question]?");
}

TEST_CASE("somebody who has to join is a colleague by name; where none is left, a name to fill in",
          "[engine][explain]") {
  Story story;
  story.does("Noor", open_command());
  const auto joining = [&](const std::vector<std::string>& colleagues, Lang lang = Lang::nl) {
    const auto told = engine::explain(story.c, story.library, "Noor", story.tick(), lang, colleagues);
    CHECK(accepted(story.c, story.library, told.way));
    return std::get<AddParticipant>(told.way.front().body).name;
  };
  CHECK(joining({"Samira", "Daan"}) == "Samira");
  CHECK(joining({"noor", "Daan"}) == "Daan");  // who presents is there already
  CHECK(joining({"Noor"}) == "[naam]");
  CHECK(joining({}) == "[naam]");
  CHECK(joining({}, Lang::en) == "[name]");
  story.does("Noor", AddParticipant{"[naam]", {Role::member}, true, false, {}});
  CHECK(joining({}) == "[naam 2]");
}

TEST_CASE("when only soft things are left, a reason is the shorter way", "[engine][explain]") {
  auto story = begun();
  story.go_to(Phase::analysis, "clarify");
  const auto it = explained(story);
  CHECK(it.standing.in(Lang::nl) == "De casus staat in 'Verhelderen' (analyse) en kan nog niet verder.");
  REQUIRE(it.with_reason.size() == 1);
  CHECK(accepted(story.c, story.library, it.with_reason));
  CHECK(it.missing.front().who.in(Lang::nl) == "Ria, Yusuf, Femke");
}

TEST_CASE("at the last step closing is named beside another round, and where soft things are left the reason",
          "[engine][explain]") {
  auto story = begun();
  bool soft = false, ready_for_more = false;
  for (int moves = 0; moves < 200 && story.c.round == 1 && !ready_for_more; ++moves) {
    const auto it = explained(story);
    REQUIRE_FALSE(it.way.empty());
    const bool ends = std::holds_alternative<StartRound>(it.way.back().body);
    if (ends && !it.missing.empty() && std::ranges::none_of(it.missing, &Missing::hard)) {
      soft = true;
      REQUIRE(names(it.with_reason) == std::vector<std::string>{"StartRound"});
      CHECK_FALSE(std::get<StartRound>(it.with_reason.front().body).because.empty());
      CHECK(accepted(story.c, story.library, it.with_reason));
    }
    ready_for_more = ends && it.missing.empty();
    if (ready_for_more) CHECK(it.standing.in(Lang::nl).find("case close") != std::string::npos);
    else story.done(it.way.front());
  }
  CHECK(soft);
  CHECK(ready_for_more);
}

TEST_CASE("a blocked case is told what ends the block", "[engine][explain]") {
  auto story = begun();
  auto acute = story;
  acute.does("Noor", RaiseAcute{"gevaar"});
  CHECK(names(explained(acute).way) == std::vector<std::string>{"HandleAcute", "NextStep"});
  CHECK(explained(acute).missing.front().rule == "R14");
  auto paused = story;
  paused.does("Bram", PauseCase{"opname", on("2026-04-01")});
  CHECK(names(explained(paused).way) == std::vector<std::string>{"ResumeCase"});
  auto closed = story;
  closed.does("Bram", CloseCase{"weg"});
  CHECK(names(explained(closed).way) == std::vector<std::string>{"ReopenCase"});
  closed.library.lose_method("solution-focused/reflecting-team");
  CHECK(names(explained(closed).way) == std::vector<std::string>{"ChangeMethod", "ReopenCase"});
  CHECK(accepted(closed.c, closed.library, explained(closed).way));
  story.library.lose_method("solution-focused/reflecting-team");
  const auto missing = explained(story);
  CHECK(names(missing.way) == std::vector<std::string>{"ChangeMethod"});
  CHECK(missing.standing.in(Lang::nl) == "De methode of werkwijze van deze casus is hier niet te gebruiken.");
  story.library.lose_workflow("weekly-review");
  CHECK(explained(story).stuck);
  CHECK_FALSE(explained(story).missing.empty());
  auto erased = story;
  erased.does("Noor", EraseCase{"termijn", "Bram"});
  CHECK(explained(erased).stuck);
  CHECK_FALSE(explained(erased).missing.empty());
}

TEST_CASE("a method that is gone from the next phase only is changed for that phase", "[engine][explain]") {
  auto story = begun();
  story.does("Bram", ChangeMethod{"werf/werf", Phase::plan_of_action, {}});
  story.library.lose_method("werf/werf");
  story.go_to(Phase::analysis, "affirm");
  const auto it = explained(story);
  CHECK_FALSE(it.stuck);
  CHECK(accepted(story.c, story.library, it.way));
  CHECK(std::get<ChangeMethod>(it.way[it.way.size() - 2].body).phase == Phase::plan_of_action);
}

TEST_CASE("when everybody has gone, somebody takes the case over", "[engine][explain]") {
  Story story;
  story.does("Noor", open_command());
  engine::evolve(story.c, Event{story.c.changed_at, "p1", PersonErased{{"p1", "op verzoek", {}}}});
  const auto it = explained(story, "Ria");
  CHECK_FALSE(it.stuck);
  CHECK(accepted(story.c, story.library, it.way));
  CHECK(it.way.front().by == "Ria");
}

TEST_CASE("where nobody at the table has the role that records, notes or votes here, somebody joins first",
          "[engine][explain]") {
  using nlohmann::ordered_json;
  const auto way_at = [](ordered_json file, std::size_t place, const char* step, const char* more, const char* holds) {
    file["roles"].push_back(ordered_json::parse(
        R"({"role": "case_manager", "name": {"nl": "casusregisseur", "en": "case manager"}, "mark": "own", "max": 1})"));
    auto& changed = file["phases"]["plan_of_action"][place];
    changed["floor"] = ordered_json::parse(R"({"speakers": ["case_manager"]})");
    changed["floor"].update(ordered_json::parse(more));
    changed["done_when"] = ordered_json::parse(R"([{"id": "there", "level": "hard", "mark": "own",
      "text": {"nl": "Het staat er.", "en": "It is there."}, "who": ["case_manager"]}])");
    changed["done_when"][0]["holds"] = ordered_json::parse(holds);
    auto story = asked_by(file);
    story.go_to(Phase::plan_of_action, "list");
    story.does("Noor", say("idea", "Samen koken")).does("Ria", say("idea", "De tuin in"));
    story.go_to(Phase::plan_of_action, step);
    const auto told = explained(story);
    CHECK_FALSE(told.stuck);
    CHECK(accepted(story.c, story.library, told.way));
    return names(told.way);
  };
  using Names = std::vector<std::string>;
  auto recording = records_file();
  recording["phases"]["plan_of_action"][2]["kinds"].push_back("harm");
  CHECK(way_at(recording, 2, "discuss", "{}",
               R"({"count": "records", "where": {"kind": "harm"}, "scope": "step", "at_least": 1})") ==
        Names{"AddParticipant", "Record", "NextStep"});
  CHECK(way_at(records_file(), 2, "discuss", R"({"also": ["actions"]})",
               R"({"count": "actions", "scope": "step", "at_least": 1})") ==
        Names{"AddParticipant", "AddAction", "NextStep"});
  CHECK(way_at(ranking("choose", false), 3, "vote", "{}", R"({"count": "votes", "scope": "step", "at_least": 1})") ==
        Names{"AddParticipant", "Vote", "NextStep"});
}

TEST_CASE("where it is the turn of somebody who owes nothing, passing is on the way", "[engine][explain]") {
  using nlohmann::ordered_json;
  auto file = records_file();
  auto& plan = file["phases"]["plan_of_action"];
  plan[0].erase("done_when");
  plan[1]["floor"] = ordered_json::parse(R"({"speakers": ["member"], "order": "turns", "per_turn": {"idea": 1}})");
  plan[1]["done_when"][0]["holds"] = ordered_json::parse(R"({"every": "participants",
    "where": {"role": "member", "present": true},
    "has": {"in": "contributions", "on": "by", "where": {"kind": "idea"}, "scope": "step", "at_least": 1}})");
  auto story = asked_by(file);
  story.go_to(Phase::plan_of_action, "write").does("Bram", NextStep{});
  REQUIRE(story.c.here()->step == "list");
  story.does("Ria", say("idea", "Samen koken"));
  const auto check_way = [&](Story at) {
    at.when("Yusuf", say("idea", "De tuin in")).refused("NotYourTurn", "R4");
    const auto told = explained(at);
    CHECK_FALSE(told.stuck);
    CHECK(names(told.way) == std::vector<std::string>{"Pass", "Say", "NextStep"});
    CHECK(accepted(at.c, at.library, told.way));
    REQUIRE_FALSE(told.way.empty());
    CHECK(told.way.front().by == "Ria");
  };
  SECTION("who passed owes it still") {
    story.does("Yusuf", Pass{}).does("Femke", say("idea", "Een vaste dag"));
    check_way(story);
  }
  SECTION("and so it is after going back, where only the turn begins anew") {
    story.does("Yusuf", Pass{}).does("Femke", say("idea", "Een vaste dag"));
    story.does("Bram", BackStep{"write", "nog iets"}).does("Bram", NextStep{});
    check_way(story);
  }
}
