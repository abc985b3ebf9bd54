// SPDX-License-Identifier: EUPL-1.2
#include "tests/plugin_rules/shipped_rules.hpp"
#include "tests/support/catch.hpp"

// What the shipped rules say about a case as a whole: on leaving a step, and as advice to the chair.

namespace casus::test {
namespace {

using method::Collection;
using method::Field;
using Names = std::vector<std::string>;

const method::Rules& reflecting_team() { return shipped_rules("solution-focused/reflecting-team"); }
const method::Rules& conference() { return shipped_rules("eigen-kracht/conference"); }
const method::Rules& lens() { return shipped_rules("eigen-kracht/lens"); }
const method::Rules& advice_round() { return shipped_rules("action-learning/advice-round"); }
bool has(const method::Findings& findings, std::string_view rule) {
  return std::any_of(findings.begin(), findings.end(), [&](const auto& finding) { return finding.rule == rule; });
}

const method::Rules& learning_set() { return shipped_rules("action-learning/learning-set"); }

TEST_CASE("a goal that says what will be gone is remarked, with the goal as proof", "[plugin_rules]") {
  CaseInStep at("close", shipped_method("solution-focused/reflecting-team"));
  at.add(Collection::goals, {{Field::id, "g1"}, {Field::text, "Elke week samen eten"}});
  CHECK_FALSE(has(reflecting_team().suggest(at), "solution-focused/goal-as-presence"));
  at.add(Collection::goals, {{Field::id, "g2"}, {Field::text, "Niet meer alleen zitten"}});
  at.add(Collection::goals, {{Field::id, "g3"}, {Field::text, "Less drinking"}});
  const auto ideas = reflecting_team().suggest(at);
  REQUIRE(has(ideas, "solution-focused/goal-as-presence"));
  CHECK(ideas[0].proof == Names{"g2", "g3"});
}

TEST_CASE("what failed twice calls for something else", "[plugin_rules]") {
  CaseInStep at("follow-up");
  at.add(Collection::actions, {{Field::id, "a1"}, {Field::what, "Zus bellen"}, {Field::state, "not"}});
  at.add(Collection::actions, {{Field::id, "a2"}, {Field::what, "Bank bellen"}, {Field::state, "not"}});
  at.add(Collection::actions, {{Field::id, "a3"}, {Field::what, "zus bellen!"}, {Field::state, "done"}});
  CHECK_FALSE(has(reflecting_team().suggest(at), "solution-focused/do-something-else"));
  at.add(Collection::actions, {{Field::id, "a4"}, {Field::what, "Zus bellen."}, {Field::state, "not"}});
  const auto ideas = reflecting_team().suggest(at);
  REQUIRE(has(ideas, "solution-focused/do-something-else"));
  CHECK(ideas[0].proof == Names{"a1", "a4"});
}

TEST_CASE("the follow-up suggests coping only when it is not better", "[plugin_rules]") {
  const auto suggested = [](const char* better) {
    CaseInStep at("follow-up", shipped_method("solution-focused/reflecting-team"));
    at.add(Collection::evaluations, {{Field::better, better}});
    return rules_of(reflecting_team().suggest(at));
  };
  CHECK(suggested("Nog niet beter, hij ligt veel op bed") == Names{"solution-focused/ask-coping"});
  CHECK(suggested("Niets") == Names{"solution-focused/ask-coping"});
  CHECK(suggested("Hij belt nu zelf, dat deed hij eerst niet") == Names{"solution-focused/ask-what-else"});
}

TEST_CASE("too complex alone is no reason for a no", "[plugin_rules]") {
  const auto found = [](const method::Rules& rules, const char* step, const char* text, const char* answer) {
    CaseInStep at(step, shipped_method("eigen-kracht/lens"));
    at.add(Collection::contributions,
           {{Field::id, "c1"}, {Field::kind, "offer"}, {Field::text, text}, {Field::answer, answer}});
    return has(rules.suggest(at), "eigen-kracht/complexity-alone");
  };
  CHECK(found(conference(), "offer", "Nee, de situatie is te complex.", "no"));
  CHECK(found(conference(), "offer", "No: too complicated.", "no"));
  CHECK(found(lens(), "offer-taken", "Te ingewikkeld.", "no"));
  CHECK_FALSE(found(conference(), "offer", "Te complex, en mevrouw wil eerst rust.", "no"));
  CHECK_FALSE(found(conference(), "offer", "De situatie is te complex, maar ja.", "yes"));
  CHECK_FALSE(found(conference(), "offer", "Nee, meneer wil het niet.", "no"));
}

TEST_CASE("customised care before the offer asks for a reason", "[plugin_rules]") {
  CaseInStep at("offer");
  at.add(Collection::actions, {{Field::id, "a1"}, {Field::rung, "network"}});
  CHECK(conference().assess(at).empty());
  at.add(Collection::actions, {{Field::id, "a2"}, {Field::rung, "customised"}});
  const auto findings = conference().assess(at);
  REQUIRE(rules_of(findings) == Names{"eigen-kracht/offer-before-customised"});
  CHECK(findings[0].weight == method::Finding::Weight::soft);
  CHECK(findings[0].proof == Names{"a2"});
}

TEST_CASE("the call comes 28 days after the plan was sent", "[plugin_rules]") {
  const auto found = [](const char* sent, const char* called) {
    CaseInStep at("call");
    at.add(Collection::contributions, {{Field::id, "c1"}, {Field::kind, "distribution"}, {Field::on, sent}});
    at.add(Collection::contributions, {{Field::id, "c2"}, {Field::kind, "call"}, {Field::on, called}});
    return rules_of(conference().suggest(at));
  };
  CHECK(found("2026-02-02", "2026-03-01") == Names{"eigen-kracht/call-after-28-days"});
  CHECK(found("2026-02-02", "2026-03-02").empty());
  CHECK(found("2025-12-20", "2026-01-17").empty());
  CHECK(found("soon", "2026-03-02").empty());
}

TEST_CASE("who was asked but not spoken to is named before the day", "[plugin_rules]") {
  CaseInStep at("prepare");
  at.add(Collection::network, {{Field::id, "n1"}, {Field::asked, true}, {Field::spoken, true}});
  at.add(Collection::network, {{Field::id, "n2"}, {Field::asked, true}, {Field::spoken, false}});
  at.add(Collection::network, {{Field::id, "n3"}, {Field::asked, false}});
  const auto ideas = conference().suggest(at);
  REQUIRE(rules_of(ideas) == Names{"eigen-kracht/speak-in-person"});
  CHECK(ideas[0].proof == Names{"n2"});
}

TEST_CASE("a no to the offer leads to another method, a later to a new date", "[plugin_rules]") {
  const auto suggested = [](const char* answer) {
    CaseInStep at("offer");
    at.add(Collection::contributions, {{Field::id, "c1"}, {Field::kind, "offer"}, {Field::answer, answer}});
    return rules_of(conference().suggest(at));
  };
  CHECK(suggested("no") == Names{"eigen-kracht/take-the-lens"});
  CHECK(suggested("later") == Names{"eigen-kracht/ask-again"});
  CHECK(suggested("yes").empty());
}

TEST_CASE("in the dialogue only the chosen answer speaks beside the presenter", "[plugin_rules]") {
  CaseInStep at("dialogue");
  at.add(Collection::participants, {{Field::id, "ria"}, {Field::role, "presenter"}});
  at.add(Collection::contributions, {{Field::id, "c1"}, {Field::kind, "advice"}, {Field::by, "bo"}});
  const auto speaks = [&](const char* by) {
    return rules_of(advice_round().review(at, {by, "insight", "Zo zie ik het.", "", ""}));
  };
  CHECK(speaks("eva").empty());  // nobody was named, so nobody can be the wrong one
  at.add(Collection::contributions,
         {{Field::id, "c2"}, {Field::kind, "choice"}, {Field::by, "ria"}, {Field::re, "c1"}});
  CHECK(speaks("bo").empty());
  CHECK(speaks("ria").empty());
  CHECK(speaks("eva") == Names{"action-learning/dialogue-of-two"});
}

TEST_CASE("the check leads to the end or to a choice", "[plugin_rules]") {
  const auto suggested = [](const char* answer) {
    CaseInStep at("check");
    at.add(Collection::contributions, {{Field::id, "c1"}, {Field::kind, "check"}, {Field::answer, answer}});
    return rules_of(advice_round().suggest(at));
  };
  CHECK(suggested("yes") == Names{"action-learning/skip-the-dialogue"});
  CHECK(suggested("no") == Names{"action-learning/choose-or-ask-anew"});
}

/// Members ask these questions in turn.
CaseInStep helping(const std::vector<std::pair<std::string, std::string>>& asked) {
  CaseInStep at("helping-questions", shipped_method("action-learning/learning-set"));
  int number = 0;
  for (const auto& [by, text] : asked)
    at.add(
        Collection::contributions,
        {{Field::id, "c" + std::to_string(++number)}, {Field::kind, "question"}, {Field::by, by}, {Field::text, text}});
  return at;
}

TEST_CASE("mostly closed questions are remarked once there are enough to judge", "[plugin_rules]") {
  const std::string open = "En hoe merkte je dat?";
  const std::string closed = "Heb je gebeld?";
  const auto told = [](const CaseInStep& at) {
    return has(learning_set().suggest(at), "action-learning/open-questions");
  };
  CHECK_FALSE(told(helping({{"a", closed}, {"b", closed}, {"c", closed}, {"d", closed}})));
  CHECK_FALSE(told(helping({{"a", open}, {"b", open}, {"c", open}, {"a", closed}, {"b", closed}})));
  const auto at = helping({{"a", open}, {"b", open}, {"c", closed}, {"a", closed}, {"b", closed}});
  REQUIRE(told(at));
  CHECK(learning_set().suggest(at).back().proof == Names{"c3", "c4", "c5"});
}

TEST_CASE("one person with more than three in ten questions is remarked", "[plugin_rules]") {
  const std::string open = "Who noticed?";
  const auto told = [](const CaseInStep& at) {
    return has(learning_set().suggest(at), "action-learning/spread-the-questions");
  };
  CHECK_FALSE(told(helping({{"a", open},
                            {"a", open},
                            {"a", open},
                            {"b", open},
                            {"b", open},
                            {"b", open},
                            {"c", open},
                            {"c", open},
                            {"d", open},
                            {"d", open}})));
  CHECK(told(helping({{"a", open}, {"a", open}, {"b", open}, {"c", open}, {"d", open}})));
}

TEST_CASE("the quiet are invited, and questions may go to others", "[plugin_rules]") {
  auto at = helping({{"a", "Who?"}, {"a", "What?"}, {"a", "Where?"}, {"a", "When?"}, {"a", "How?"}});
  at.add(Collection::participants, {{Field::id, "a"}, {Field::role, "member"}, {Field::present, true}});
  at.add(Collection::participants, {{Field::id, "b"}, {Field::role, "member"}, {Field::present, true}});
  at.add(Collection::participants, {{Field::id, "c"}, {Field::role, "member"}, {Field::present, false}});
  const auto ideas = learning_set().suggest(at);
  REQUIRE(rules_of(ideas) == Names{"action-learning/invite-the-quiet", "action-learning/ask-each-other"});
  CHECK(ideas[0].proof == Names{"b"});
}

TEST_CASE("WERF asks for pride when somebody passed, and for a signal", "[plugin_rules]") {
  const auto& werf = shipped_rules("werf/werf");
  CaseInStep at("choose");
  at.add(Collection::turns, {{Field::by, "a"}, {Field::passed, false}});
  CHECK(werf.suggest(at).empty());
  at.add(Collection::turns, {{Field::by, "b"}, {Field::passed, true}});
  CHECK(rules_of(werf.suggest(at)) == Names{"werf/success-counts"});
  CHECK(rules_of(werf.suggest(CaseInStep("area-and-network"))) == Names{"werf/ask-for-a-signal"});
}

TEST_CASE("ideas that sound decided are answered with a form, once most of them do", "[plugin_rules]") {
  CaseInStep at("reflect", shipped_method("solution-focused/reflecting-team"));
  const auto idea = [&](const char* id, const char* text) {
    at.add(Collection::contributions, {{Field::id, id}, {Field::kind, "idea"}, {Field::text, text}});
  };
  idea("c1", "Zijn zus kan elke zondag.");
  idea("c2", "Misschien wil de buurman mee.");
  CHECK_FALSE(has(reflecting_team().suggest(at), "solution-focused/offer-a-form"));
  idea("c3", "De huisarts weet dit.");
  const auto ideas = reflecting_team().suggest(at);
  const auto form = std::find_if(ideas.begin(), ideas.end(),
                                 [](const auto& it) { return it.rule == "solution-focused/offer-a-form"; });
  REQUIRE(form != ideas.end());
  CHECK(form->proof == Names{"c1", "c3"});
}

TEST_CASE("a strength that no idea takes up is named, once there are ideas", "[plugin_rules]") {
  CaseInStep at("reflect", shipped_method("solution-focused/reflecting-team"));
  const auto said = [&](const char* id, const char* kind, const char* text) {
    at.add(Collection::contributions, {{Field::id, id}, {Field::kind, kind}, {Field::text, text}});
  };
  said("c1", "strength", "Zijn broer ving oma op.");
  said("c2", "exception", "Op zondag kookte hij soep.");
  CHECK_FALSE(has(reflecting_team().suggest(at), "solution-focused/use-what-works"));
  said("c3", "idea", "Stel dat de broer vaker komt.");
  const auto ideas = reflecting_team().suggest(at);
  const auto left = std::find_if(ideas.begin(), ideas.end(),
                                 [](const auto& it) { return it.rule == "solution-focused/use-what-works"; });
  REQUIRE(left != ideas.end());
  CHECK(left->proof == Names{"c2"});
  at.add(Collection::actions, {{Field::id, "a1"}, {Field::what, "Samen soep koken"}});
  CHECK_FALSE(has(reflecting_team().suggest(at), "solution-focused/use-what-works"));
}

TEST_CASE("a first step after the looking back is not small, and a score wants its good enough", "[plugin_rules]") {
  CaseInStep at("close", shipped_method("solution-focused/reflecting-team"));
  at.rows.facts[method::Fact::review_date] = "2026-03-30";
  at.add(Collection::actions, {{Field::id, "a1"}, {Field::first_step, true}, {Field::by_when, "2026-03-09"}});
  at.add(Collection::scores, {{Field::id, "s1"}, {Field::scale, "scale_0_10"}, {Field::good_enough, 7.0}});
  CHECK_FALSE(has(reflecting_team().suggest(at), "solution-focused/smaller-step"));
  CHECK_FALSE(has(reflecting_team().suggest(at), "solution-focused/ask-good-enough"));

  CaseInStep late("close", shipped_method("solution-focused/reflecting-team"));
  late.rows.facts[method::Fact::review_date] = "2026-03-30";
  late.add(Collection::actions, {{Field::id, "a1"}, {Field::first_step, true}, {Field::by_when, "2026-04-20"}});
  late.add(Collection::actions, {{Field::id, "a2"}, {Field::first_step, false}, {Field::by_when, "2026-04-20"}});
  late.add(Collection::scores, {{Field::id, "s1"}, {Field::scale, "scale_0_10"}});
  CHECK(has(reflecting_team().suggest(late), "solution-focused/smaller-step"));
  CHECK(has(reflecting_team().suggest(late), "solution-focused/ask-good-enough"));
}

}  // namespace
}  // namespace casus::test
