// SPDX-License-Identifier: EUPL-1.2
// What is heard in one sentence: by R6, by the declared text checks and by the native rules of the shipped methods,
// together, as the engine asks them. sentences.nl.jsonl and sentences.en.jsonl say of each what a person at the table
// would call it ("should"); where the lists are wrong about it, "heard" says what they hear.
#include "core/method/check/text_checks.hpp"
#include "tests/plugin_rules/shipped_rules.hpp"
#include "tests/stories/program.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temp_dir.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace casus::test {
namespace {

using method::Collection;
using method::Field;
using nlohmann::json;
using Names = std::vector<std::string>;

/// Ria presents, Wim is a professional, Sanne is somebody from the circle, Bo is a member. One neighbour is known, and
/// Ria has told something.
CaseInStep at_the_table(const std::string& method, const std::string& step) {
  CaseInStep at(step, shipped_method(method));
  at.add(Collection::participants, {{Field::id, "ria"}, {Field::role, "presenter"}});
  at.add(Collection::participants, {{Field::id, "wim"}, {Field::role, "professional"}});
  at.add(Collection::participants, {{Field::id, "sanne"}, {Field::role, "circle"}});
  at.add(Collection::participants, {{Field::id, "bo"}, {Field::role, "member"}});
  at.add(Collection::network, {{Field::id, "n1"}, {Field::professional, false}});
  for (const auto* told : {"Zijn zus belt elke zondag, en hij kookt weer soep.",
                           "His sister calls every Sunday, and he cooks soup again."})
    at.add(Collection::contributions,
           {{Field::id, "c0"}, {Field::kind, "fact"}, {Field::by, "ria"}, {Field::text, told}});
  return at;
}

bool advice_is_locked(const method::Definition& method, const std::string& step) {
  for (const auto phase : kAllPhases)
    if (const auto* found = method.step(phase, step)) return found->advice_locked;
  throw std::runtime_error("no step " + step + " in " + method.id);
}

Names heard_in(const json& line) {
  const std::string id = line["method"], step = line["step"], by = line["by"], kind = line["kind"], text = line["text"];
  const auto& method = *shipped_method(id);
  const auto view = at_the_table(id, step);
  const method::Draft draft{by, kind, text, "", kind == "answer" ? "c0" : ""};
  Names rules;
  if (advice_is_locked(method, step) && view.said(method::kAdvice, text)) rules.emplace_back("R6");
  auto findings = method::text_checks(method, view, draft);
  if (!method.library.empty()) std::ranges::move(shipped_rules(id).review(view, draft), std::back_inserter(findings));
  for (const auto& finding : findings) {
    CHECK(finding.weight <= method::Finding::Weight::warning);  // a list of words never refuses anybody
    rules.push_back(finding.rule);
  }
  return rules;
}

/// What is in the first and not in the second.
Names without(const Names& all, const Names& known) {
  Names out;
  std::ranges::copy_if(all, std::back_inserter(out),
                       [&](const auto& it) { return std::ranges::find(known, it) == known.end(); });
  return out;
}

struct Count {
  std::size_t sentences = 0, silent = 0, false_alarms = 0, missed = 0;
  bool operator==(const Count&) const = default;
};

Count counted(const std::string& lang) {
  Count count;
  std::set<std::string> seen;
  for (const auto& line :
       lines_in(content_of(std::string(CASUS_SOURCE_DIR) + "/tests/plugin_rules/sentences." + lang + ".jsonl"))) {
    INFO(line);
    const auto sentence = json::parse(line);
    CHECK(seen.insert(line).second);
    const Names should = sentence["should"], heard = heard_in(sentence);
    CHECK(heard == sentence.value("heard", should));
    ++count.sentences;
    count.silent += should.empty() ? 1 : 0;
    count.false_alarms += without(heard, should).size();
    count.missed += without(should, heard).size();
  }
  return count;
}

}  // namespace

TEST_CASE("of the Dutch sentences, these many are heard wrongly", "[plugin_rules][R6]") {
  const auto count = counted("nl");
  INFO("Dutch: " << count.sentences << " sentences, " << count.silent << " of them plain; " << count.false_alarms
                 << " false alarms, " << count.missed << " missed");
  CHECK(count == Count{89, 43, 2, 1});
}

TEST_CASE("of the English sentences, these many are heard wrongly", "[plugin_rules][R6]") {
  const auto count = counted("en");
  INFO("English: " << count.sentences << " sentences, " << count.silent << " of them plain; " << count.false_alarms
                   << " false alarms, " << count.missed << " missed");
  CHECK(count == Count{90, 45, 1, 1});
}

TEST_CASE("no network is said only after a list", "[plugin_rules]") {
  const auto& rules = shipped_rules("eigen-kracht/lens");
  const method::Draft draft{"ria", "fact", "Meneer heeft geen netwerk.", "", ""};
  CHECK(rules_of(rules.review(CaseInStep("who-is-there", shipped_method("eigen-kracht/lens")), draft)) ==
        Names{"eigen-kracht/list-before-no-network"});
  CHECK(rules.review(at_the_table("eigen-kracht/lens", "who-is-there"), draft).empty());
}

TEST_CASE("a loose statement between helping questions is remarked", "[plugin_rules]") {
  const method::Draft loose{"bo", "answer", "Bij mij ging dat anders.", "", ""};
  CHECK(rules_of(shipped_rules("action-learning/learning-set")
                     .review(at_the_table("action-learning/learning-set", "helping-questions"), loose)) ==
        Names{"action-learning/answer-to-a-question"});
}

TEST_CASE("a list that two methods of a plugin have is the same in both", "[plugin_rules]") {
  std::map<std::string, const method::PhraseList*> known;
  for (const auto* id :
       {"eigen-kracht/conference", "eigen-kracht/lens", "action-learning/advice-round", "action-learning/learning-set"})
    for (const auto& list : shipped_method(id)->phrases) {
      const auto [first, fresh] = known.emplace(method::phrase_list_name(id, list.id), &list);
      INFO(first->first);
      CHECK((fresh || (first->second->nl == list.nl && first->second->en == list.en)));
    }
  CHECK(known.contains("eigen-kracht/grounds"));
}

}  // namespace casus::test
