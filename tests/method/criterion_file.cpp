// SPDX-License-Identifier: EUPL-1.2
#include "core/method/criterion.hpp"
#include "tests/method/files.hpp"
#include "tests/support/catch.hpp"

#include <nlohmann/json.hpp>

namespace casus::method {
namespace {

using nlohmann::json;
using Lines = std::vector<std::string>;

Lines problems_of(const json& in) {
  Problems problems;
  criterion_from(in, "/holds", problems);
  return lines_of(problems);
}

TEST_CASE("what is wrong in a criterion is told with its place and the nearest known name", "[method]") {
  const auto [text, problem] = GENERATE(table<const char*, const char*>({
      {R"([])", "/holds: expected an object, got []"},
      {R"({})", "/holds: expected exactly one of count, share, median, spread, every, present, all, any, not"},
      {R"({"cuont": "ties", "at_least": 1})",
       "/holds: expected exactly one of count, share, median, spread, every, present, all, any, not, got 'cuont' (did "
       "you mean "
       "'count'?)"},
      {R"({"evry": "ties"})",
       "/holds: expected exactly one of count, share, median, spread, every, present, all, any, not, got 'evry' (did "
       "you mean "
       "'every'?)"},
      {R"({"at_least": 1, "average": "ties", "where": {}})",
       "/holds: expected exactly one of count, share, median, spread, every, present, all, any, not, got 'average'"},
      {R"({"count": "ties", "every": "ties", "at_least": 1})",
       "/holds: expected exactly one of count, share, median, spread, every, present, all, any, not, got count, every"},
      {R"({"count": "ties"})", "/holds: missing 'at_least' or 'at_most'"},
      {R"({"count": "ties", "at_least": -1})", "/holds/at_least: expected a whole number from 0, got -1"},
      {R"({"count": "ties", "at_least": 1.5})", "/holds/at_least: expected a whole number from 0, got 1.5"},
      {R"({"count": "ties", "at_least": 99999999})", "/holds/at_least: expected 1000000 at most, got 99999999"},
      {R"({"count": "ties", "at_least": "1"})", "/holds/at_least: expected a number, got \"1\""},
      {R"({"count": "ties", "at_least": 3, "at_most": 2})", "/holds: at_least 3 is more than at_most 2"},
      {R"({"count": "ties", "at_least": 1, "of": {"from": "p1"}})", "/holds/of: unknown key 'of'"},
      {R"({"count": "ties", "at_least": 1, "where": []})", "/holds/where: expected an object, got []"},
      {R"({"count": "ties", "at_least": 1, "scope": "fase"})",
       "/holds/scope: expected one of step, phase, round, case, got 'fase' (did you mean 'case'?)"},
      {R"({"count": "ties", "at_least": 1, "where": {"form": "p1"}})",
       "/holds/where/form: 'ties' has no field 'form' (did you mean 'from'?)"},
      {R"({"count": "ties", "at_least": 1, "where": {"evidence": "x"}})",
       "/holds/where/evidence: 'ties' has no field 'evidence', expected one of from, to, strength, tension, direction"},
      {R"({"count": "actions", "at_least": 1, "where": {"rung": "networks"}})",
       "/holds/where/rung: expected one of self, network, volunteer, general, customised, got 'networks' (did you "
       "mean 'network'?)"},
      {R"({"count": "actions", "at_least": 1, "where": {"rung": ["self", 3]}})",
       "/holds/where/rung/1: expected text, got 3"},
      {R"({"count": "actions", "at_least": 1, "where": {"rung": []}})",
       "/holds/where/rung: expected at least one value, got []"},
      {R"({"count": "actions", "at_least": 1, "where": {"rung": {"at_least": "network"}}})",
       "/holds/where/rung/at_least: 'rung' cannot be more or less"},
      {R"({"count": "actions", "at_least": 1, "where": {"rung": {}}})",
       "/holds/where/rung: expected one of at_least, at_most, not, present, got {}"},
      {R"({"count": "actions", "at_least": 1, "where": {"rung": {"nto": "self"}}})",
       "/holds/where/rung/nto: unknown comparison 'nto' (did you mean 'not'?)"},
      {R"({"count": "actions", "at_least": 1, "where": {"rung": {"not": "self", "present": true}}})",
       "/holds/where/rung: 'not' and 'present' stand alone"},
      {R"({"count": "actions", "at_least": 1, "where": {"by_when": "2026-02-30"}})",
       "/holds/where/by_when: expected a day like 2026-03-02, got \"2026-02-30\""},
      {R"({"count": "actions", "at_least": 1, "where": {"first_step": "yes"}})",
       "/holds/where/first_step: expected true or false, got \"yes\""},
      {R"({"count": "scores", "at_least": 1, "where": {"value": {"at_least": "7"}}})",
       "/holds/where/value/at_least: expected a number, got \"7\""},
      {R"({"count": "participants", "at_least": 1, "where": {"role": "membr"}})",
       "/holds/where/role: expected one of presenter, chair, member, coach, note_taker, observer, resident, circle, "
       "coordinator, referrer, case_manager, professional, safety_expert, got 'membr' (did you mean 'member'?)"},
      {R"({"count": "participants", "at_least": 1, "where": {"present": {"present": 1}}})",
       "/holds/where/present/present: expected true or false, got 1"},
      {R"({"share": "ties", "at_least": 0.5})", "/holds: missing 'where'"},
      {R"({"share": "ties", "where": {}, "at_least": 0.5})", "/holds/where: expected at least one field"},
      {R"({"share": "ties", "where": {"tension": true}, "at_least": 50})",
       "/holds/at_least: expected a share from 0 to 1, got 50"},
      {R"({"median": "scores", "at_least": 5})", "/holds: missing 'field'"},
      {R"({"median": "scores", "field": "value"})", "/holds: missing 'at_least' or 'at_most'"},
      {R"({"median": "scores", "field": "evidence", "at_least": 5})", "/holds/field: 'evidence' is no number"},
      {R"({"median": "scores", "field": "value", "at_least": 3, "at_most": 2})",
       "/holds: at_least 3 is more than at_most 2"},
      {R"({"median": "scores", "field": "value", "at_least": "7"})", "/holds/at_least: expected a number, got \"7\""},
      {R"({"spread": "scores", "field": "valeu", "at_most": 2})",
       "/holds/field: 'scores' has no field 'valeu' (did you mean 'value'?)"},
      {R"({"spread": "scores", "field": "value", "at_most": -1})", "/holds/at_most: expected 0 or more, got -1"},
      {R"({"spread": "scores", "field": "value", "at_most": 2, "of": {"value": 3}})", "/holds/of: unknown key 'of'"},
      {R"({"every": "ties"})", "/holds: missing 'has'"},
      {R"({"every": "ties", "has": {}})", "/holds/has: expected at least one field"},
      {R"({"every": "goals", "has": {"in": "actions"}})", "/holds/has: missing 'on'"},
      {R"({"every": "goals", "has": {"in": "actions", "on": "by"}})",
       "/holds/has/on: 'actions' has no field 'by', expected one of id, what, who, by_when, checks, rung, first_step, "
       "state, "
       "goal, about, time, step, phase, round"},
      {R"({"every": "turns", "has": {"in": "actions", "on": "who"}})",
       "/holds/every: rows of 'turns' have no id that others could name"},
      {R"({"every": "goals", "has": {"in": "actions", "on": "goal", "at_most": 1.5}})",
       "/holds/has/at_most: expected a whole number from 0, got 1.5"},
      {R"({"every": "goals", "has": {"in": "actions", "on": "goal", "at_least": 2, "at_most": 1}})",
       "/holds/has: at_least 2 is more than at_most 1"},
      {R"({"every": "goals", "has": {"in": "actions", "on": "goal", "and": "each"}})",
       "/holds/has/and: expected an object, got \"each\""},
      {R"({"every": "goals", "has": {"in": "actions", "on": "goal", "and": {"every": "participants"}}})",
       "/holds/has/and: missing 'on'"},
      {R"({"every": "goals", "has": {"in": "actions", "on": "goal", "and": {"every": "turns", "on": "who"}}})",
       "/holds/has/and/every: rows of 'turns' have no id that others could name"},
      {R"({"every": "goals", "has": {"in": "actions", "on": "goal", "and": {"every": "participants", "on": "re"}}})",
       "/holds/has/and/on: 'actions' has no field 're', expected one of id, what, who, by_when, checks, rung, "
       "first_step, state, goal, about, time, step, phase, round"},
      {R"({"count": "ties", "different": "by", "at_least": 1})",
       "/holds/different: 'ties' has no field 'by', expected one of from, to, strength, tension, direction"},
      {R"({"count": "ties", "different": "author", "at_least": 1})",
       "/holds/different: 'ties' has no field 'author', expected one of from, to, strength, tension, direction"},
      {R"({"every": "goals", "has": {"in": "actions", "on": "gaol"}})",
       "/holds/has/on: 'actions' has no field 'gaol' (did you mean 'goal'?)"},
      {R"({"count": "turns", "different": "role", "at_least": 2})",
       "/holds/different: 'role' cannot be used in 'different': somebody has several roles at once"},
      {R"({"share": "ties", "where": {"tension": true}, "at_least": 0.5, "different": "to"})",
       "/holds/different: unknown key 'different'"},
      {R"({"present": "questoin"})",
       "/holds/present: expected one of question, hoped_for, basis, purpose, chair, presenter, coordinator, resident, "
       "review_date, got 'questoin' (did you mean 'question'?)"},
      {R"({"all": []})", "/holds/all: expected a list of criteria, got []"},
      {R"({"any": {"present": "chair"}})", "/holds/any: expected a list of criteria, got {\"present\":\"chair\"}"},
      {R"({"all": [{"present": "chair"}, 3]})", "/holds/all/1: expected an object, got 3"},
      {R"({"not": {"present": "chair"}, "scope": "step"})", "/holds/scope: unknown key 'scope'"},
  }));
  INFO(text);
  CHECK(problems_of(json::parse(text)) == Lines{problem});
}

TEST_CASE("an unknown collection is told once and its fields are not judged", "[method]") {
  const auto lines = problems_of(json::parse(R"({"count": "acton", "where": {"rang": 1}, "at_least": 1})"));
  REQUIRE(lines.size() == 1);
  CHECK(lines[0].starts_with("/holds/count: expected one of contributions, "));
  CHECK(lines[0].ends_with("got 'acton' (did you mean 'actions'?)"));
}

TEST_CASE("all problems of a criterion are told at once", "[method]") {
  const auto lines = problems_of(json::parse(
      R"({"all": [{"count": "ties"}, {"not": {"present": 1}}, {"every": "goals", "has": {"state": "open"}, "x": 1}]})"));
  CHECK(lines.size() == 3);
}

TEST_CASE("a criterion may be eight deep and no deeper", "[method]") {
  auto inner = json::parse(R"({"present": "chair"})");
  for (int depth = 1; depth < kCriterionDepth; ++depth) inner = json::object({{"not", inner}});
  CHECK(problems_of(inner).empty());
  inner = json::object({{"not", inner}});
  CHECK(problems_of(inner) == Lines{"/holds/not/not/not/not/not/not/not/not: criterion nested deeper than 8"});
}

TEST_CASE("conditions are visited with the collection and the place that they belong to", "[method]") {
  Problems problems;
  const auto criterion = criterion_from(json::parse(R"({"all": [
      {"share": "contributions", "where": {"kind": "idea"}, "of": {"step": "reflect"}, "at_least": 0.5},
      {"not": {"every": "goals", "where": {"state": "open"}, "has": {"in": "actions", "on": "goal",
                                                                     "where": {"rung": "self"}}}},
      {"any": [{"every": "turns", "has": {"passed": false}}]}]})"),
                                        "/h", problems);
  REQUIRE(problems.empty());
  Lines seen;
  each_condition(criterion, "/h", [&](const Criterion&, Collection rows, const Condition&, const std::string& place) {
    seen.push_back(std::string(key(rows)) + " " + place);
  });
  CHECK(seen == Lines{"contributions /h/all/0/where/kind", "contributions /h/all/0/of/step",
                      "goals /h/all/1/not/where/state", "actions /h/all/1/not/has/where/rung",
                      "turns /h/all/2/any/0/has/passed"});
  const auto both = criterion_from(json::parse(R"({"every": "goals", "has": {"in": "actions", "on": "goal",
      "and": {"every": "participants", "on": "who", "where": {"role": "member"}}}})"),
                                   "/h", problems);
  REQUIRE(problems.empty());
  seen.clear();
  each_condition(both, "/h", [&](const Criterion&, Collection rows, const Condition&, const std::string& place) {
    seen.push_back(std::string(key(rows)) + " " + place);
  });
  CHECK(seen == Lines{"participants /h/has/and/where/role"});
}

}  // namespace
}  // namespace casus::method
