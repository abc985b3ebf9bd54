// SPDX-License-Identifier: EUPL-1.2
#include "core/base/fault.hpp"
#include "core/engine/explain/explain.hpp"
#include "tests/engine/story.hpp"

using namespace casus;
using namespace casus::test;

namespace {

/// The same method with one step less in the analysis.
method::Definition without_step(const method::Definition& method, const std::string& step) {
  auto changed = method;
  changed.version = "1.1.0";
  changed.hash = std::string(method.hash.size(), 'a');
  std::erase_if(changed.phases[index_of(Phase::analysis)], [&](const method::Step& it) { return it.id == step; });
  return changed;
}

}  // namespace

TEST_CASE("any method takes the place of any other while the case runs, and everything stays", "[engine]") {
  for (const auto& from : shipped_methods())
    for (const auto& to : shipped_methods()) {
      if (from == to) continue;
      CAPTURE(from, to);
      auto story = begun(from);
      if (story.library.workflow(story.c.workflow.id)->misfit(*story.library.method(to))) continue;
      story.go_to(Phase::evaluation, story.library.method(from)->steps(Phase::evaluation).front().id);
      const auto said = story.c.contributions.size();
      const auto acted = story.c.actions.size();
      story.does("Bram", ChangeMethod{to, {}, "past beter"});
      CHECK(story.c.here()->step == story.library.method(to)->steps(Phase::evaluation).front().id);
      CHECK(story.c.here()->method == to);
      CHECK(story.c.contributions.size() == said);
      CHECK(story.c.actions.size() == acted);
      CHECK(story.c.visits.front().method == from);
      story.when("Bram", ChangeMethod{to, {}, {}}).refused("SameMethod");
      const auto round = story.c.round;
      for (int moves = 0; moves < 10 && story.c.round == round; ++moves)
        for (const auto& command : engine::explain(story.c, story.library, "Bram", story.tick()).way)
          story.done(command);
      CHECK(story.c.round == round + 1);
    }
}

TEST_CASE("a method changes for one phase alone", "[engine]") {
  auto story = begun();
  story.when("Bram", ChangeMethod{"werf/wref", {}, {}})
      .refused("MethodUnknown")
      .says("Er is geen methode 'werf/wref' op deze computer. Bedoel je 'werf/werf'?",
            "There is no method 'werf/wref' on this computer. Did you mean 'werf/werf'?");
  story.when("Bram", ChangeMethod{"werf/werf", Phase::evaluation, {}}).then({"MethodChanged"});
  story.does("Bram", ChangeMethod{"werf/werf", Phase::evaluation, {}});
  story.when("Bram", ChangeMethod{"werf/werf", Phase::analysis, {}}).then({"MethodChanged", "StepLeft", "StepEntered"});
  story.go_to(Phase::evaluation, "look-back");
  CHECK(story.c.visits.back().method == "werf/werf");
}

TEST_CASE("a method that needs another order than the workflow's is refused", "[engine]") {
  auto story = begun();
  story.when("Bram", ChangeMethod{"eigen-kracht/conference", {}, {}})
      .refused("MethodDoesNotFit")
      .says(
          "'Eigen Kracht-conferentie' past niet bij de werkwijze 'Wekelijks casusberaad': netwerk betrekken moet voor "
          "plan van aanpak komen.",
          "'Eigen Kracht conference (family group conference)' does not fit the workflow 'Weekly case review': network "
          "involvement must come before plan of action.")
      .asks("Kies een methode die hierbij past; casus method list noemt ze.",
            "Choose a method that fits; casus method list names them.");
  const Story fresh;
  auto open = open_command("eigen-kracht/conference");
  open.workflow = "weekly-review";
  fresh.when("Noor", open).refused("MethodDoesNotFit");
  open.workflow.clear();
  fresh.when("Noor", open).then({"CaseOpened"});
}

TEST_CASE("a case keeps to the content it is pinned to until it adopts what is new", "[engine]") {
  auto story = begun();
  story.when("Bram", AdoptDefinitions{}).refused("SameDefinitions");
  story.go_to(Phase::analysis, "clarify");
  story.library.offer(without_step(*story.library.method("solution-focused/reflecting-team"), "clarify"));
  // The old text still holds.
  story.when("Ria", say("question", "Wat wil zij?")).then({"Contributed"});
  story.when("Bram", AdoptDefinitions{}).then({"DefinitionsAdopted", "StepLeft", "StepEntered"});
  story.does("Bram", AdoptDefinitions{});
  CHECK(story.c.here()->step == "prepare");
  CHECK(story.c.method(Phase::analysis).version == "1.1.0");
}

TEST_CASE("a step that a paused case has lost leads to the first one of its phase", "[engine]") {
  auto story = begun();
  story.go_to(Phase::analysis, "clarify");
  story.does("Bram", PauseCase{"opname", on("2026-04-01")});
  story.library.offer(without_step(*story.library.method("solution-focused/reflecting-team"), "clarify"));
  story.when("Bram", AdoptDefinitions{}).then({"DefinitionsAdopted"});
  story.does("Bram", AdoptDefinitions{});
  story.does("Bram", ResumeCase{});
  story.when("Ria", say("question", "Wat wil zij?"))
      .refused("StepUnknown")
      .says("De stap waar deze casus in zit, staat niet meer in de methode.",
            "The step this case is in is no longer in the method.");
  story.when("Ria", Pass{}).refused("StepUnknown");
  story.does("Bram", NextStep{});
  CHECK(story.c.here()->step == "prepare");
  CHECK(story.c.stage.phase == Phase::analysis);
}

TEST_CASE("a method that is gone keeps nobody from the case, only from its steps", "[engine]") {
  auto story = begun("werf/werf");
  story.library.lose_method("werf/werf");
  CHECK(story.refolded().here()->step == "choose");
  story.when("Bram", NextStep{})
      .refused("MethodMissing")
      .says("De methode staat niet op deze computer.", "The method is not on this machine.")
      .asks(
          "Bekijken en exporteren kan wel. Zet de methode terug (casus method list) of kies een andere: casus case "
          "method "
          "2026-001 METHODE.",
          "You can still look and export. Put the method back (casus method list) or choose another: casus case method "
          "2026-001 METHOD.");
  story.when("Noor", say("fact", "Zij is alleen.")).refused("MethodMissing");
  story.when("Noor", action("Bellen")).then({"ActionAdded"});
  story.when("Noor", RaiseAcute{"gevaar"}).then({"AcuteRaised"});
  story.when("Bram", AdoptDefinitions{}).refused("MethodUnknown");
  story.when("Bram", CloseCase{"weg"}).then({"StepLeft", "CaseClosed"});
  auto closed = story;
  closed.does("Bram", CloseCase{"weg"});
  closed.when("Bram", ReopenCase{"toch"})
      .refused("MethodMissing")
      .asks("Kies een andere voor die fase: casus case method 2026-001 METHODE --phase analyse.",
            "Choose another for that phase: casus case method 2026-001 METHOD --phase analysis.");
  closed.does("Bram", ChangeMethod{"action-learning/advice-round", {}, {}});
  closed.when("Bram", ReopenCase{"toch"}).then({"CaseReopened", "StepEntered"});
  story.does("Bram", ChangeMethod{"action-learning/advice-round", {}, {}});
  story.when("Bram", NextStep{}).then({"StepLeft", "StepEntered"});
}

TEST_CASE("a library that cannot be used is no choice, and does not keep a case from closing", "[engine]") {
  struct Throws final : method::Rules {
    method::Findings assess(const method::View&) const override {
      throw Fault(Fault::Kind::plugin, "asked although it cannot be used");
    }
  };
  const Throws rules;
  auto story = begun();
  story.go_to(Phase::evaluation, "follow-up");
  story.library.set_rules("solution-focused/reflecting-team", &rules);
  story.library.break_library("solution-focused/reflecting-team",
                              {"De bibliotheek is te oud.", "The library is too old."});
  story.when("Bram", NextStep{}).refused("MethodMissing").says("De bibliotheek is te oud.", "The library is too old.");
  story.when("Bram", CloseCase{"genoeg zo"}).then({"StepLeft", "CaseClosed"});
  story.when("Bram", ChangeMethod{"werf/werf", {}, {}}).then({"MethodChanged", "StepLeft", "StepEntered"});
  auto other = begun("werf/werf");
  other.library.break_library("solution-focused/reflecting-team", {"Te oud.", "Too old."});
  other.when("Bram", ChangeMethod{"solution-focused/reflecting-team", {}, {}}).refused("MethodMissing");
  Story fresh;
  fresh.library = other.library;
  fresh.when("Noor", open_command()).refused("MethodMissing").says("Te oud.", "Too old.");
}

TEST_CASE("a workflow that is gone is named", "[engine]") {
  auto story = begun();
  story.library.lose_workflow("weekly-review");
  story.when("Bram", NextStep{})
      .refused("WorkflowMissing")
      .says("De werkwijze 'weekly-review' van deze casus staat niet op deze computer.",
            "The workflow 'weekly-review' of this case is not on this computer.");
  story.when("Bram", CloseCase{"weg"}).then({"StepLeft", "CaseClosed"});
  story.does("Bram", CloseCase{"weg"});
  story.when("Bram", ReopenCase{"toch"}).refused("WorkflowMissing");
  Story fresh;
  auto open = open_command("");
  open.workflow = "weekly-revew";
  fresh.when("Noor", open)
      .refused("WorkflowUnknown")
      .says("Er is geen werkwijze 'weekly-revew' op deze computer. Bedoel je 'weekly-review'?",
            "There is no workflow 'weekly-revew' on this computer. Did you mean 'weekly-review'?");
  open.workflow = "network-first";
  CHECK(fresh.when("Noor", open).gives<CaseOpened>().method.id == "eigen-kracht/conference");
}

TEST_CASE("a native rule that says no holds a strict step, with its own words", "[engine]") {
  struct Strict final : method::Rules {
    method::Findings assess(const method::View&) const override {
      return {{"trial/hard", method::Finding::Weight::hard, {"Dit mag niet.", "Not allowed."}, {}},
              {"trial/info", method::Finding::Weight::info, {"Weetje.", "A fact."}, {}}};
    }
    method::Findings review(const method::View&, const method::Draft& draft) const override {
      if (draft.text == "nee") return {{"trial/no", method::Finding::Weight::hard, {"Geen nee.", "No no."}, {}}};
      return {{"trial/hint", method::Finding::Weight::info, {"Mooi.", "Fine."}, {}}};
    }
  };
  const Strict rules;
  auto story = begun();
  story.go_to(Phase::analysis, "present");
  story.library.set_rules("solution-focused/reflecting-team", &rules);
  CHECK(story.when("Bram", NextStep{"haast"}).missing() == std::vector<std::string>{"resident-wish", "trial/hard"});
  story.when("Noor", say("fact", "nee")).refused("MethodSaysNo", "trial/no").says("Geen nee.", "No no.");
  CHECK(story.when("Noor", say("fact", "ja")).gives<Contributed>().noticed.front().rule == "trial/hint");
  const auto explained = engine::explain(story.c, story.library, "Bram", story.tick());
  CHECK(explained.stuck);
  CHECK(explained.way.empty());
}
