// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/explain/guidance.hpp"

#include "core/engine/explain/fidelity_tally.hpp"
#include "tests/engine/story.hpp"

using namespace casus;
using namespace casus::test;
using method::Judged;

namespace {

const Judged& judged(const std::vector<method::MethodKept>& methods, const std::string& item) {
  for (const auto& it : methods)
    for (const auto& one : it.fidelity.items)
      if (one.id == item) return one;
  throw std::runtime_error("no item " + item);
}

std::vector<std::string> ids(const Judged& item) {
  std::vector<std::string> all;
  for (const auto& proof : item.proof) all.push_back(proof.id);
  return all;
}

std::vector<std::string> rules_of(const method::Findings& ideas) {
  std::vector<std::string> all;
  for (const auto& idea : ideas) all.push_back(idea.rule);
  return all;
}

const method::Finding& idea(const method::Findings& ideas, const std::string& rule) {
  for (const auto& it : ideas)
    if (it.rule == rule) return it;
  throw std::runtime_error("no idea " + rule);
}

/// What is counted without the words is what can be counted in them.
void same_tally(const Story& story) {
  std::size_t kept = 0, could_be = 0;
  for (const auto& it : engine::fidelity(story.c, story.library)) {
    kept += it.fidelity.kept();
    could_be += it.fidelity.judged();
  }
  const auto tally = engine::fidelity_tally(story.c, story.library);
  CHECK(tally.kept == kept);
  CHECK(tally.judged == could_be);
}

bool has(const std::vector<std::string>& all, const std::string& one) {
  return std::ranges::find(all, one) != all.end();
}

}  // namespace

TEST_CASE("what a method asks is judged once its step has come up, and the record that breaks it is named",
          "[engine][R18]") {
  auto story = begun("solution-focused/reflecting-team", Mode::coaching);
  story.go_to(Phase::analysis, "present");
  const auto early = engine::fidelity(story.c, story.library);
  REQUIRE(early.size() == 1);
  CHECK(early[0].method == "solution-focused/reflecting-team");
  CHECK(judged(early, "no-early-advice").kept == Judged::Kept::not_yet);
  CHECK(judged(early, "no-early-advice").proof.empty());

  story.go_to(Phase::analysis, "clarify");
  story.does("Ria", say("question", "Wat wil zij?"));
  CHECK(judged(engine::fidelity(story.c, story.library), "no-early-advice").kept == Judged::Kept::yes);
  // The program itself proposes a note for what is no question.
  story.does("Bram", say("note", "De zitting is op 12 mei."));
  CHECK(judged(engine::fidelity(story.c, story.library), "no-early-advice").kept == Judged::Kept::yes);
  story.does("Yusuf", say("idea", "Bel haar eens."));
  const auto broken = engine::fidelity(story.c, story.library);
  const auto& item = judged(broken, "no-early-advice");
  CHECK(item.kept == Judged::Kept::no);
  CHECK(has(ids(item), story.c.contributions.back().id));
  CHECK(item.proof.back().text == "Bel haar eens.");
  CHECK(item.proof.back().by == story.c.person("Yusuf")->id);
  CHECK(broken[0].fidelity.judged() < broken[0].fidelity.items.size());
  same_tally(story);
}

TEST_CASE("who did not get what everybody should have is the proof", "[engine][R18]") {
  auto story = begun("solution-focused/reflecting-team", Mode::coaching);
  story.go_to(Phase::analysis, "clarify");
  story.does("Ria", say("question", "Wat wil zij?"));
  CHECK(judged(engine::fidelity(story.c, story.library), "everyone-had-a-turn").kept == Judged::Kept::not_yet);
  story.does("Bram", NextStep{"De tijd is om."});
  const auto methods = engine::fidelity(story.c, story.library);
  const auto& item = judged(methods, "everyone-had-a-turn");
  CHECK(item.kept == Judged::Kept::no);
  CHECK(ids(item) == std::vector<std::string>{story.c.person("Yusuf")->id, story.c.person("Femke")->id});
  same_tally(story);
}

TEST_CASE("a method that was exchanged is judged beside the one that came after", "[engine]") {
  auto story = begun();
  story.go_to(Phase::analysis, "clarify");
  story.does("Bram", ChangeMethod{"eigen-kracht/lens", {}, {}});
  const auto methods = engine::fidelity(story.c, story.library);
  REQUIRE(methods.size() == 2);
  CHECK(methods[0].method == "solution-focused/reflecting-team");
  CHECK(methods[1].method == "eigen-kracht/lens");
  CHECK(methods[0].definition != nullptr);
}

TEST_CASE("nothing is suggested before the review begins", "[engine]") {
  const auto story = ready();
  CHECK(engine::suggestions(story.c, story.library, story.now).empty());
  CHECK(engine::fidelity(story.c, story.library).empty());
}

TEST_CASE("who has not been heard where the floor is free is named, once others have spoken", "[engine]") {
  auto story = begun();
  story.go_to(Phase::plan_of_action, "reflect");
  const auto now = [&] { return engine::suggestions(story.c, story.library, story.now); };
  CHECK_FALSE(has(rules_of(now()), "casus/not-heard"));
  for (const auto* text : {"Ik vraag me af of zij iemand kent.", "Misschien kan Joke mee.", "Stel dat zij belt."})
    story.does("Ria", say("idea", text));
  const auto ideas = now();
  const auto& quiet = idea(ideas, "casus/not-heard");
  CHECK(quiet.message.nl == "Vraag wat Yusuf en Femke ervan vinden. In deze stap zijn hun stemmen nog niet gehoord.");
  CHECK(quiet.proof == std::vector<std::string>{story.c.person("Yusuf")->id, story.c.person("Femke")->id});
  story.does("Yusuf", say("idea", "Ik vraag me af wat al lukt."));
  story.does("Femke", say("idea", "Misschien kan het kleiner."));
  CHECK_FALSE(has(rules_of(now()), "casus/not-heard"));
}

TEST_CASE("somebody on the map whom nobody asked is brought up until somebody does", "[engine]") {
  auto story = begun();
  story.go_to(Phase::plan_of_action, "reflect");
  story.does("Noor", AddNetworkPerson{"Joke", "buurvrouw", {}, {}, false});
  const auto now = [&] { return rules_of(engine::suggestions(story.c, story.library, story.now)); };
  CHECK(has(now(), "casus/not-asked"));
  story.does("Noor", AskPerson{"Joke", Answer::yes, true, {}, {}});
  CHECK_FALSE(has(now(), "casus/not-asked"));
}
