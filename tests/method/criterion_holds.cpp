// SPDX-License-Identifier: EUPL-1.2
#include "core/method/criterion.hpp"
#include "tests/method/files.hpp"
#include "tests/method/made_up_view.hpp"
#include "tests/support/catch.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace casus::method {
namespace {

using C = Collection;
using F = Field;
using Roles = std::vector<std::string>;

Criterion criterion(const char* text) {
  Problems problems;
  auto out = criterion_from(nlohmann::json::parse(text), "", problems);
  INFO(text);
  REQUIRE(lines_of(problems).empty());
  return out;
}

Roles of_whom_too_many(const Unmet& unmet) {
  Roles ids;
  for (const auto& pair : unmet.pairs)
    if (pair.too_many) ids.push_back(pair.first);
  return ids;
}

/// Anna (presenter and chair), Bram (member, absent) and Cor (member); a small conversation with its plan.
MadeUpView conversation() {
  MadeUpView view;
  view.add(C::participants, {{F::id, "p1"}, {F::role, Roles{"presenter", "chair"}}, {F::present, true}})
      .add(C::participants, {{F::id, "p2"}, {F::role, Roles{"member"}}, {F::present, false}})
      .add(C::participants, {{F::id, "p3"}, {F::role, Roles{"member"}}, {F::present, true}});
  view.add(C::contributions, {{F::id, "c1"}, {F::kind, "wish"}, {F::by, "p1"}}, Scope::everything)
      .add(C::contributions, {{F::id, "c2"}, {F::kind, "question"}, {F::by, "p3"}}, Scope::round)
      .add(C::contributions, {{F::id, "c3"}, {F::kind, "question"}, {F::by, "p3"}}, Scope::phase)
      .add(C::contributions, {{F::id, "c4"}, {F::kind, "idea"}, {F::by, "p2"}}, Scope::step);
  view.add(C::scores, {{F::id, "s1"}, {F::value, 4.0}, {F::evidence, "belt zelf"}})
      .add(C::scores, {{F::id, "s2"}, {F::value, 7.0}, {F::evidence, ""}});
  view.add(C::actions, {{F::id, "a1"}, {F::who, "p1"}, {F::by_when, "2026-03-02"}, {F::rung, "network"}})
      .add(C::actions, {{F::id, "a2"}, {F::by_when, "2026-04-01"}, {F::rung, "customised"}})
      .add(C::actions, {{F::id, "a3"}, {F::who, "p3"}});
  view.add(C::turns, {{F::by, "p1"}, {F::passed, true}});
  view.facts[Fact::question] = "Hoe komt er rust in huis?";
  return view;
}

TEST_CASE("each form of a criterion answers for a case written down by hand", "[method]") {
  const auto view = conversation();
  const auto [text, expected] = GENERATE(table<const char*, bool>({
      // count, its limits and its scopes
      {R"({"count": "contributions", "at_least": 4})", true},
      {R"({"count": "contributions", "at_least": 5})", false},
      {R"({"count": "contributions", "at_most": 4})", true},
      {R"({"count": "contributions", "at_most": 3})", false},
      {R"({"count": "contributions", "at_least": 2, "at_most": 3})", false},
      {R"({"count": "contributions", "at_least": 2, "at_most": 4})", true},
      {R"({"count": "contributions", "at_least": 0})", true},
      {R"({"count": "contributions", "at_most": 0})", false},
      {R"({"count": "ties", "at_most": 0})", true},
      {R"({"count": "ties", "at_least": 1})", false},
      {R"({"count": "contributions", "scope": "step", "at_least": 1, "at_most": 1})", true},
      {R"({"count": "contributions", "scope": "phase", "at_least": 2, "at_most": 2})", true},
      {R"({"count": "contributions", "scope": "round", "at_least": 3, "at_most": 3})", true},
      {R"({"count": "contributions", "scope": "case", "at_least": 4, "at_most": 4})", true},
      {R"({"count": "contributions", "scope": "step", "where": {"kind": "question"}, "at_least": 1})", false},
      // what a field may be
      {R"({"count": "contributions", "where": {"kind": ["question", "idea"]}, "at_least": 3, "at_most": 3})", true},
      {R"({"count": "contributions", "where": {"kind": "question", "by": "p1"}, "at_least": 1})", false},
      {R"({"count": "contributions", "where": {"kind": {"not": ["question", "idea"]}}, "at_least": 1, "at_most": 1})",
       true},
      {R"({"count": "participants", "where": {"role": "chair"}, "at_least": 1})", true},
      {R"({"count": "participants", "where": {"role": ["chair", "member"]}, "at_least": 3})", true},
      {R"({"count": "participants", "where": {"role": {"not": "presenter"}}, "at_least": 2, "at_most": 2})", true},
      {R"({"count": "participants", "where": {"role": {"not": "chair"}}, "at_least": 3})", false},
      {R"({"count": "participants", "where": {"present": true}, "at_least": 2, "at_most": 2})", true},
      {R"({"count": "participants", "where": {"present": {"not": true}}, "at_least": 1, "at_most": 1})", true},
      {R"({"count": "participants", "where": {"present": {"present": true}}, "at_least": 3})", true},
      {R"({"count": "scores", "where": {"value": 7}, "at_least": 1, "at_most": 1})", true},
      {R"({"count": "scores", "where": {"value": [4, 7]}, "at_least": 2})", true},
      {R"({"count": "scores", "where": {"value": {"at_least": 4}}, "at_least": 2})", true},
      {R"({"count": "scores", "where": {"value": {"at_least": 4.5}}, "at_least": 2})", false},
      {R"({"count": "scores", "where": {"value": {"at_most": 4}}, "at_least": 1, "at_most": 1})", true},
      {R"({"count": "scores", "where": {"value": {"at_least": 5, "at_most": 6}}, "at_most": 0})", true},
      {R"({"count": "scores", "where": {"good_enough": {"at_least": 0}}, "at_most": 0})", true},
      {R"({"count": "scores", "where": {"evidence": {"present": true}}, "at_least": 1, "at_most": 1})", true},
      {R"({"count": "scores", "where": {"evidence": {"present": false}}, "at_least": 1, "at_most": 1})", true},
      {R"({"count": "actions", "where": {"who": {"present": false}}, "at_least": 1, "at_most": 1})", true},
      {R"({"count": "actions", "where": {"by_when": {"at_least": "2026-03-02"}}, "at_least": 2, "at_most": 2})", true},
      {R"({"count": "actions", "where": {"by_when": {"at_least": "2026-03-03"}}, "at_least": 2})", false},
      {R"({"count": "actions", "where": {"by_when": {"at_most": "2026-12-31"}}, "at_least": 2, "at_most": 2})", true},
      {R"({"count": "actions", "where": {"by_when": "2026-04-01"}, "at_least": 1})", true},
      {R"({"count": "actions", "where": {"rung": {"not": "customised"}}, "at_least": 2, "at_most": 2})", true},
      // share
      {R"({"share": "actions", "where": {"who": {"present": true}}, "at_least": 0.66})", true},
      {R"({"share": "actions", "where": {"who": {"present": true}}, "at_least": 0.67})", false},
      {R"({"share": "actions", "where": {"rung": "customised"}, "at_most": 0.5})", true},
      {R"({"share": "actions", "where": {"rung": "customised"}, "of": {"rung": {"present": true}}, "at_most": 0.49})",
       false},
      {R"({"share": "contributions", "where": {"kind": "question"}, "scope": "phase", "at_least": 0.5})", true},
      {R"({"share": "contributions", "where": {"kind": "question"}, "scope": "step", "at_least": 0.5})", false},
      {R"({"share": "ties", "where": {"tension": true}, "at_least": 1})", true},
      {R"({"share": "ties", "where": {"tension": true}, "at_most": 0})", true},
      // median and spread: of 4 and 7, of one, and of none
      {R"({"median": "scores", "field": "value", "at_least": 5.5, "at_most": 5.5})", true},
      {R"({"median": "scores", "field": "value", "at_least": 5.6})", false},
      {R"({"median": "scores", "field": "value", "at_most": 5.4})", false},
      {R"({"median": "scores", "field": "value", "where": {"value": {"at_least": 5}}, "at_least": 7})", true},
      {R"({"median": "scores", "field": "good_enough", "at_least": 1})", true},
      {R"({"spread": "scores", "field": "value", "at_least": 3, "at_most": 3})", true},
      {R"({"spread": "scores", "field": "value", "at_most": 2.9})", false},
      {R"({"spread": "scores", "field": "value", "at_least": 3.1})", false},
      {R"({"spread": "scores", "field": "value", "where": {"value": 4}, "at_most": 0})", true},
      {R"({"spread": "scores", "field": "good_enough", "at_least": 1})", true},
      {R"({"not": {"spread": "scores", "field": "value", "at_most": 2}})", true},
      // every, and every with rows elsewhere
      {R"({"every": "actions", "has": {"who": {"present": true}}})", false},
      {R"({"every": "actions", "where": {"rung": "network"}, "has": {"who": {"present": true}}})", true},
      {R"({"every": "ties", "has": {"strength": "strong"}})", true},
      {R"({"every": "contributions", "scope": "step", "has": {"kind": "idea"}})", true},
      {R"({"every": "contributions", "scope": "phase", "has": {"kind": "idea"}})", false},
      {R"({"every": "participants", "has": {"in": "contributions", "on": "by"}})", true},
      {R"({"every": "participants", "has": {"in": "contributions", "on": "by", "at_least": 2}})", false},
      {R"({"every": "participants", "where": {"present": true, "role": "member"},
           "has": {"in": "contributions", "on": "by", "at_least": 2}})",
       true},
      {R"({"every": "participants", "has": {"in": "contributions", "on": "by", "where": {"kind": "question"}}})",
       false},
      {R"({"every": "participants", "has": {"in": "contributions", "on": "by", "at_most": 2}})", true},
      {R"({"every": "participants", "has": {"in": "contributions", "on": "by", "at_most": 1}})", false},
      {R"({"every": "participants", "where": {"role": "chair"},
           "has": {"in": "contributions", "on": "by", "where": {"kind": "question"}, "at_most": 1}})",
       true},
      {R"({"every": "participants", "where": {"role": "chair"},
           "has": {"in": "contributions", "on": "by", "where": {"kind": "question"}, "at_least": 1, "at_most": 1}})",
       false},
      {R"({"every": "participants", "where": {"role": "chair"}, "has": {"in": "contributions", "on": "by", "at_most": 0}})",
       false},
      {R"({"every": "participants", "where": {"role": "chair"},
           "has": {"in": "contributions", "on": "by", "scope": "round"}})",
       false},
      {R"({"every": "participants", "where": {"role": "chair"}, "has": {"in": "turns", "on": "by", "scope": "step"}})",
       true},
      {R"({"every": "ties", "has": {"strength": "strong"}})", true},
      // facts, and, or, not
      {R"({"present": "question"})", true},
      {R"({"present": "review_date"})", false},
      {R"({"not": {"present": "review_date"}})", true},
      {R"({"all": [{"present": "question"}, {"count": "scores", "at_least": 2}]})", true},
      {R"({"all": [{"present": "question"}, {"present": "chair"}]})", false},
      {R"({"any": [{"present": "chair"}, {"present": "question"}]})", true},
      {R"({"any": [{"present": "chair"}, {"present": "basis"}]})", false},
  }));
  INFO(text);
  const auto read = criterion(text);
  CHECK(holds(read, view) == expected);
  CHECK(unmet(read, view).empty() == expected);
}

TEST_CASE("a share of three in ten is reached by three rows of ten", "[method]") {
  MadeUpView view;
  for (int i = 0; i < 10; ++i) view.add(C::network, {{F::professional, i < 3}});
  CHECK(holds(criterion(R"({"share": "network", "where": {"professional": true}, "at_least": 0.3})"), view));
  CHECK(holds(criterion(R"({"share": "network", "where": {"professional": true}, "at_most": 0.3})"), view));
  CHECK_FALSE(holds(criterion(R"({"share": "network", "where": {"professional": true}, "at_least": 0.31})"), view));
}

TEST_CASE("numbers together: in any order, in their scope, and of none nobody agreed", "[method]") {
  const auto median =
      criterion(R"({"median": "scores", "field": "value", "scope": "phase", "at_least": 60, "at_most": 60})");
  const auto spread = criterion(R"({"spread": "scores", "field": "value", "scope": "phase", "at_most": 20})");
  std::vector<double> values{48, 60, 68, 62, 50};
  std::ranges::sort(values);
  do {
    MadeUpView view;
    view.add(C::scores, {{F::value, 0.0}}, Scope::round).add(C::scores, {{F::evidence, "geen getal"}});
    for (const auto value : values) view.add(C::scores, {{F::value, value}});
    CHECK(holds(median, view));
    CHECK(holds(spread, view));
    view.add(C::scores, {{F::value, 69.0}});
    CHECK_FALSE(holds(median, view));
    CHECK_FALSE(holds(spread, view));
    CHECK(unmet(median, view).at(0).found == 61);
    CHECK(unmet(spread, view).at(0).found == 21);
    CHECK(proof(spread, view).size() == 6);
  } while (std::ranges::next_permutation(values).found);
  const MadeUpView nothing;
  for (const auto& it : {median, spread}) {
    CHECK(holds(it, nothing));
    CHECK_FALSE(holds_of_some(it, nothing));
  }
}

TEST_CASE("a row without an id cannot be what other rows name", "[method]") {
  MadeUpView view;
  view.add(C::participants, {{F::role, Roles{"member"}}});
  view.add(C::turns, {{F::by, ""}});
  const auto all = criterion(R"({"every": "participants", "has": {"in": "turns", "on": "by"}})");
  CHECK_FALSE(holds(all, view));
  CHECK(unmet(all, view).at(0).lacking == std::vector<std::string>{"1"});
}

TEST_CASE("what is unmet says how many were found and which rows lack something", "[method]") {
  const auto view = conversation();

  const auto count = criterion(R"({"count": "contributions", "where": {"kind": "question"}, "at_least": 3})");
  REQUIRE(unmet(count, view).size() == 1);
  CHECK(unmet(count, view)[0].found == 2);
  CHECK(unmet(count, view)[0].criterion == &count);

  const auto most = criterion(R"({"count": "contributions", "at_most": 1})");
  CHECK(unmet(most, view).at(0).found == 4);

  const auto share = criterion(R"({"share": "scores", "where": {"evidence": {"present": true}}, "at_least": 1})");
  CHECK(unmet(share, view).at(0).found == 0.5);

  const auto every = criterion(R"({"every": "actions", "has": {"who": {"present": true}}})");
  CHECK(unmet(every, view).at(0).found == 2);
  CHECK(unmet(every, view).at(0).lacking == std::vector<std::string>{"a2"});

  const auto asked = criterion(
      R"({"every": "participants", "has": {"in": "contributions", "on": "by", "where": {"kind": "question"}}})");
  CHECK(unmet(asked, view).at(0).lacking == std::vector<std::string>{"p1", "p2"});
  CHECK(of_whom_too_many(unmet(asked, view).at(0)).empty());

  const auto once = criterion(
      R"({"every": "participants", "has": {"in": "contributions", "on": "by", "where": {"kind": "question"}, "at_least": 1, "at_most": 1}})");
  CHECK(unmet(once, view).at(0).lacking == std::vector<std::string>{"p1", "p2", "p3"});
  CHECK(of_whom_too_many(unmet(once, view).at(0)) == std::vector<std::string>{"p3"});
}

TEST_CASE("of 'all' only the unmet leaves are told, of 'any' and 'not' the whole", "[method]") {
  const auto view = conversation();
  const auto both = criterion(R"({"all": [{"present": "question"},
                                          {"all": [{"present": "chair"}, {"present": "basis"}]},
                                          {"any": [{"present": "chair"}, {"present": "resident"}]},
                                          {"not": {"present": "question"}}]})");
  const auto missing = unmet(both, view);
  REQUIRE(missing.size() == 4);
  CHECK(missing[0].criterion == &both.parts[1].parts[0]);
  CHECK(missing[1].criterion == &both.parts[1].parts[1]);
  CHECK(missing[2].criterion == &both.parts[2]);
  CHECK(missing[3].criterion == &both.parts[3]);
}

}  // namespace
}  // namespace casus::method
