// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/verbs/training/skeleton.hpp"
#include "core/training/scenario/scenario_contradictions.hpp"
#include "tests/method/files.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/problems.hpp"
#include "tests/training/training.hpp"

// Parts of a scenario that are each right by themselves, and speak against each other.

namespace casus::training {
namespace {

using Lines = std::vector<std::string>;

/// What contradicts itself in the small example after this patch, which is good otherwise.
Lines contradicted(std::string_view patch) {
  const auto [scenario, problems] = parse(small_patched(patch));
  REQUIRE(lines_of(problems) == Lines{});
  return lines_of(contradictions(scenario));
}

Lines with_goal(const std::string& counted, const std::string& more = {}) {
  return contradicted(R"([{"op": "replace", "path": "/goals/0/counted", "value": )" + counted + "}" + more + "]");
}

const std::string kBaby = R"({"op": "remove", "path": "/network/0/answer"},
                             {"op": "add", "path": "/network/0/speaks_for_self", "value": false})";
const std::string kCannot =
    "Mevrouw Els does not speak for themselves (\"speaks_for_self\": false), so nobody can speak with them";

}  // namespace

TEST_CASE("what ships, the example of the guide and a draft contradict themselves nowhere", "[training]") {
  for (const auto& file : shipped_scenarios()) {
    INFO(file.path);
    CHECK(lines_of(contradictions(file.scenario)) == Lines{});
  }
  CHECK(contradicted("[]") == Lines{});
  const auto [draft, problems] = parse(desk::scenario_skeleton("proef"));
  REQUIRE(lines_of(problems) == Lines{});
  CHECK(lines_of(contradictions(draft)) == Lines{});
}

TEST_CASE("whoever cannot speak is spoken to nowhere: not in a goal, not to bring something out", "[training]") {
  CHECK(contradicted("[" + kBaby + "]") == Lines{"/facts/1/when/any/1/consulted: " + kCannot});
  CHECK(with_goal(R"({"consulted": "buur"})", "," + kBaby) ==
        Lines{"/goals/0/counted/consulted: " + kCannot, "/facts/1/when/any/1/consulted: " + kCannot});
  CHECK(with_goal(R"({"all": [{"known": "barn"}, {"not": {"said": {"to": "buur"}}}]})", "," + kBaby).front() ==
        "/goals/0/counted/all/1/not/said/to: " + kCannot);
  CHECK(with_goal(R"({"consulted": "buur"})") == Lines{});  // who can
}

TEST_CASE("a goal that is met by doing nothing is told, wherever it stands in the goal", "[training]") {
  const std::string kMet =
      "goal 'asked' counts fact 'gone', which is known from the start: that is met by doing nothing";
  CHECK(with_goal(R"({"known": "gone"})") == Lines{"/goals/0/counted/known: " + kMet});
  CHECK(with_goal(R"({"all": [{"known": "barn"}, {"known": "gone"}]})") ==
        Lines{"/goals/0/counted/all/1/known: " + kMet});
  CHECK(with_goal(R"({"before": {"first": {"known": "gone"},
                      "then": {"chosen": {"decision": "search", "options": ["barn"]}}}})") ==
        Lines{"/goals/0/counted/before/first/known: " + kMet});
  CHECK(with_goal(R"({"any": [{"consulted": "buur"}, {"known": "gone"}]})") ==
        Lines{"/goals/0/counted/any/1/known: " + kMet});
  CHECK(with_goal(R"({"all": [{"known": "barn"}, {"all": [{"known": "gone"}]}]})") ==
        Lines{"/goals/0/counted/all/1/all/0/known: " + kMet});
  CHECK(with_goal(R"({"known": "barn"})") == Lines{});
  // Something has to be done all the same.
  const std::string kThen = R"("then": {"chosen": {"decision": "search", "options": ["barn"]}})";
  for (const auto& counted :
       {R"({"before": {"first": {"all": [{"known": "gone"}, {"consulted": "buur"}]}, )" + kThen + "}}",
        std::string(R"({"any": [{"all": [{"known": "gone"}, {"known": "barn"}]}, {"consulted": "buur"}]})"),
        std::string(R"({"all": [{"known": "barn"}, {"all": [{"known": "gone"}, {"consulted": "buur"}]}]})")}) {
    INFO(counted);
    CHECK(with_goal(counted) == Lines{});
  }
  CHECK(with_goal(R"({"before": {"first": {"any": [{"known": "gone"}, {"consulted": "buur"}]}, )" + kThen + "}}") ==
        Lines{"/goals/0/counted/before/first/any/0/known: " + kMet});
}

TEST_CASE("nothing comes before itself, or before what is known from the start", "[training]") {
  CHECK(with_goal(R"({"before": {"first": {"known": "barn"}, "then": {"known": "barn"}}})") ==
        Lines{"/goals/0/counted/before: this has to come before itself"});
  CHECK(with_goal(R"({"before": {"first": {"known": "barn"}, "then": {"known": "gone"}}})") ==
        Lines{"/goals/0/counted/before/then/known: nothing comes before fact 'gone': it is known from the start"});
  CHECK(with_goal(R"({"before": {"first": {"known": "barn"}, "then": {"consulted": "buur"}}})") == Lines{});
}

TEST_CASE("a goal is not missed by whoever says what the resident wants", "[training]") {
  const auto unsaid = [](const std::string& more) {
    return with_goal(R"({"all": [{"known": "barn"},
                                 {"not": {"said": {"about": {"nl": ["kat terug", "hond"], "en": ["cat back"]})" +
                     more + "}}}]}");
  };
  CHECK(unsaid("") ==
        Lines{"/goals/0/counted/all/1/not/said/about/nl/0: goal 'asked' is missed by whoever says 'kat terug', and the "
              "resident says that in the wish",
              "/goals/0/counted/all/1/not/said/about/en/0: goal 'asked' is missed by whoever says 'cat back', and the "
              "resident says that in the wish"});
  CHECK(unsaid(R"(, "kinds": ["wish"])").size() == 2);
  CHECK(unsaid(R"(, "kinds": ["advice"])") == Lines{});  // nobody quotes the wish as advice
  CHECK(unsaid(R"(, "by": ["member"])") == Lines{});     // nor tells it
}

TEST_CASE("somebody of whom the group never hears, and a counter that never gets there, are told", "[training]") {
  CHECK(contradicted(R"([{"op": "remove", "path": "/network/0/told"}, {"op": "remove", "path": "/facts/1/person"}])") ==
        Lines{"/network/0: the group never hears of Mevrouw Els, so nobody can speak with them"});
  CHECK(contradicted(R"([{"op": "remove", "path": "/network/0/told"}])") == Lines{});  // a fact names her
  const std::string kTrust = R"(,
    {"op": "add", "path": "/counters", "value": [{"id": "trust", "name": {"nl": "x", "en": "x"}, "start": 5}]},
    {"op": "add", "path": "/decisions/0/options/0/changes", "value": {"trust": 2}},
    {"op": "add", "path": "/decisions/0/options/1/changes", "value": {"trust": 1}})";
  CHECK(with_goal(R"({"counter": {"id": "trust", "at_least": 8}})", kTrust) ==
        Lines{"/goals/0/counted/counter: counter 'trust' goes from 5 to 7, and what is asked here lies outside that"});
  CHECK(with_goal(R"({"counter": {"id": "trust", "at_most": 4}})", kTrust).size() == 1);
  CHECK(with_goal(R"({"counter": {"id": "trust", "at_least": 7}})", kTrust) == Lines{});
}

TEST_CASE("a choice that is over before anybody can make it is told", "[training]") {
  const auto timed = [](const std::string& within, const std::string& when) {
    return contradicted(R"([{"op": "add", "path": "/decisions/0/otherwise", "value": "street"},
                            {"op": "add", "path": "/decisions/0/within", "value": )" +
                        within + R"(}, {"op": "replace", "path": "/decisions/0/when", "value": )" + when + "}]");
  };
  const std::string kKnown = R"({"known": "barn"})", kMeow = R"({"happened": "meow"})";
  const Lines kAtAWord{
      "/decisions/0/within: decision 'search' is over at the first word about it: to say something takes a minute"};
  const Lines kInTheWait{
      "/decisions/0/within: decision 'search' comes up while the group waits, and is over before they sit together "
      "again"};
  CHECK(timed(R"({"amount": 1, "unit": "minutes"})", kKnown) == kAtAWord);
  CHECK(timed(R"({"amount": 1, "unit": "minutes"})", kMeow) == kAtAWord);
  CHECK(timed(R"({"amount": 10, "unit": "minutes"})", kMeow) == kInTheWait);
  CHECK(timed(R"({"amount": 10, "unit": "minutes"})", R"({"all": [{"known": "gone"}, )" + kMeow + "]}") == kInTheWait);
  CHECK(timed(R"({"amount": 10, "unit": "minutes"})", R"({"any": [)" + kMeow + ", " + kMeow + "]}") == kInTheWait);
  // Time enough, or it can come up at the table.
  CHECK(timed(R"({"amount": 10, "unit": "minutes"})", kKnown) == Lines{});
  CHECK(timed(R"({"amount": 10, "unit": "minutes"})", R"({"any": [)" + kMeow + ", " + kKnown + "]}") == Lines{});
  CHECK(timed(R"({"amount": 10, "unit": "minutes"})", R"({"all": [)" + kMeow + ", " + kKnown + "]}") == Lines{});
  CHECK(timed(R"({"amount": 2, "unit": "days"})", kMeow) == Lines{});
}

TEST_CASE("a goal that every run meets, or none, is told", "[training]") {
  const std::string met = "/goals/0/counted: goal 'asked' is counted in every run, whatever the group does";
  const std::string unmet = "/goals/0/counted: goal 'asked' is counted in no run, whatever the group does";
  const std::string kTrust = R"(,
    {"op": "add", "path": "/counters", "value": [{"id": "trust", "name": {"nl": "x", "en": "x"}, "start": 5}]},
    {"op": "add", "path": "/decisions/0/options/0/changes", "value": {"trust": 2}})";
  CHECK(with_goal(R"({"counter": {"id": "trust", "at_least": 5}})", kTrust) == Lines{met});
  CHECK(with_goal(R"({"counter": {"id": "trust", "at_most": 7}})", kTrust) == Lines{met});
  CHECK(with_goal(R"({"not": {"counter": {"id": "trust", "at_most": 7}}})", kTrust) == Lines{unmet});
  CHECK(with_goal(R"({"counter": {"id": "trust", "at_most": 6}})", kTrust) == Lines{});  // can be lost
  CHECK(with_goal(R"({"holds": {"count": "actions", "at_least": 0}})") == Lines{met});
  CHECK(with_goal(R"({"any": [{"known": "barn"}, {"not": {"known": "barn"}}]})") == Lines{met});
  CHECK(with_goal(R"({"all": [{"known": "barn"}, {"not": {"known": "barn"}}]})") == Lines{unmet});
  CHECK(with_goal(R"({"all": [{"known": "barn"}, {"holds": {"count": "actions", "at_least": 0}}]})") ==
        Lines{"/goals/0/counted/all/1: goal 'asked' is counted in every run, whatever the group does"});
  CHECK(with_goal(R"({"any": [{"known": "barn"}, {"consulted": "buur"}]})") == Lines{});
  CHECK(with_goal(R"({"not": {"not": {"known": "barn"}}})") == Lines{});
}

}  // namespace casus::training
