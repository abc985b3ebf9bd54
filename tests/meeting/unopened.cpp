// SPDX-License-Identifier: EUPL-1.2
#include "core/meeting/proposal.hpp"
#include "tests/engine/story.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace casus::test {

namespace {

/// The same cases twice: all open, and each behind its line in the index.
struct TwoWays {
  Shipped library;
  meeting::Situation situation;
  std::map<std::string, Case> kept;
  std::vector<std::string> opened;

  TwoWays() {
    situation.on = on("2026-04-20");
    for (const char* name : {"Noor", "Bram", "Ria"}) situation.team.members.push_back({name, ""});
  }

  void add(const Story& story) {
    auto state = story.c;
    state.id = fmt::format("c-{:04}", kept.size());
    kept.emplace(state.id, std::move(state));
  }

  PlanMeeting all_open() const {
    auto all = situation;
    for (const auto& [id, state] : kept) all.cases.push_back(state);
    return meeting::propose(all, library).plan;
  }

  PlanMeeting by_line() {
    opened.clear();
    meeting::Unopened unopened;
    for (const auto& [id, state] : kept) unopened.seen.push_back(meeting::seen_of(state));
    std::ranges::reverse(unopened.seen);
    unopened.open = [this](const std::string& id) {
      opened.push_back(id);
      return &kept.at(id);
    };
    return meeting::propose(situation, library, unopened).plan;
  }
};

Story reviewed(const char* day) {
  auto story = begun();
  story.does("Noor", SetReview{on(day)});
  return story;
}

/// One of each reason that a case can have, and some with several or none.
std::vector<Story> of_each_kind() {
  std::vector<Story> all{reviewed("2026-06-01"), reviewed("2026-04-01"), begun(), ready()};
  auto action = reviewed("2026-04-18");
  action.does("Noor", AddAction{"Bellen", "Noor", on("2026-04-10"), "Bram", Rung::network, true, ""});
  all.push_back(action);
  action.does("Noor", RaiseConcern{"Blauwe plekken"});
  all.push_back(action);
  auto danger = begun();
  danger.does("Noor", RaiseAcute{"Er is nu gevaar"});
  all.push_back(danger);
  auto asks = begun();
  asks.does("Noor", AskForPlace{"Wie kan er mee?", false});
  all.push_back(asks);
  auto by_law = ready();
  by_law.c.reported_on = on("2026-03-20");
  all.push_back(by_law);
  auto again = reviewed("2026-04-01");
  again.c.round = 2;
  again.c.visits.push_back(again.c.visits.back());
  again.c.visits.back().round = 2;
  again.c.visits.back().entered = at("2026-04-02T09:00:00Z");
  all.push_back(again);
  return all;
}

}  // namespace

TEST_CASE("an agenda of lines in the index is the one of all cases opened", "[meeting][R10]") {
  const auto kinds = of_each_kind();
  TwoWays both;
  for (int time = 0; time < 12; ++time)
    for (const auto& story : kinds) both.add(story);
  for (const int minutes : {22, 45, 90, 240})
    for (const int later : {0, 3, 11, 40}) {
      both.situation.minutes = minutes;
      both.situation.on = plus_days(on("2026-04-20"), later);
      CAPTURE(minutes, later);
      const auto meant = both.all_open();
      const auto made = both.by_line();
      CHECK(made.lines == meant.lines);
      CHECK(made.left_off == meant.left_off);
    }
}

TEST_CASE("what was left the last time goes first, opened or not", "[meeting]") {
  TwoWays both;
  for (int time = 0; time < 200; ++time) both.add(begun());
  both.situation.minutes = 30;
  Meeting before{.id = "2026-04-13", .left_off = both.by_line().left_off};
  const auto first = before.left_off.front().case_id;
  both.situation.past = {before};
  CHECK(both.by_line().lines == both.all_open().lines);
  CHECK(both.by_line().lines[1].case_id == first);
}

TEST_CASE("a full agenda opens no case that cannot come on any more", "[meeting]") {
  TwoWays both;
  for (int time = 0; time < 1000; ++time) both.add(begun());  // quiet for seven weeks
  const auto plan = both.by_line();
  CHECK(plan.lines == both.all_open().lines);
  CHECK(plan.lines.size() + plan.left_off.size() == 1000 + 3);
  CHECK(both.opened.size() < 250);
  CHECK(plan.left_off.back().off == Off::no_time);
  CHECK(plan.left_off.back().why == Why::quiet);
  // When nobody has anything to say about it, none is.
  both.situation.on = on("2026-03-09");
  CHECK(both.by_line().left_off.empty());
  CHECK(both.opened.empty());
}

}  // namespace casus::test
