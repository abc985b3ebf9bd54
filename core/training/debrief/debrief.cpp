// SPDX-License-Identifier: EUPL-1.2
#include "core/training/debrief/debrief.hpp"

#include "core/training/debrief/by_words.hpp"
#include "core/training/debrief/debrief_goals.hpp"
#include "core/training/debrief/debrief_proof.hpp"
#include "core/training/debrief/debrief_scores.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::training {
namespace {

FactResult result_of(const Play& play, const HiddenFact& fact) {
  const auto* told = beat_of_fact(play, fact.id);
  FactResult result{&fact, play.is_known(fact.id), told == nullptr ? 0 : told->number,
                    told != nullptr && told->of_trainer()};
  if (!result.known) {
    Condition known;
    known.op = Condition::Op::known;
    known.id = fact.id;
    result.unheard = by_words(play, known).unheard;
  }
  return result;
}

DecisionResult result_of(const Play& play, const DecisionPoint& decision) {
  DecisionResult result{.decision = &decision, .up = play.is_up(decision.id), .late = play.is_late(decision.id)};
  const auto* chosen = play.chosen(decision.id);
  if (chosen == nullptr && !result.late) return result;
  if (chosen != nullptr) {
    result.option = decision.option(chosen->option);
    result.because = chosen->because;
    result.by = chosen->by;
    result.beat = chosen->beat;
  }
  const auto id = decision.id + '/' + (chosen == nullptr ? decision.otherwise : chosen->option);
  for (const auto& beat : play.beats())
    if (beat.counts())
      for (const auto& out : beat.came_out)
        if (out.what == CameOut::What::effect && out.id == id) result.followed.push_back(out);
  result.to_come = play.to_come(decision.id);
  return result;
}

std::vector<PathResult> paths_of(const Scenario& scenario, const std::vector<DecisionResult>& decisions) {
  std::vector<PathResult> all;
  for (const auto& path : scenario.paths) {
    PathResult result{&path, 0, nullptr};
    std::vector<const DecisionResult*> made;
    for (const auto& one : decisions)
      if (one.option != nullptr) made.push_back(&one);
    std::ranges::sort(made, {}, &DecisionResult::beat);
    for (const auto* one : made) {
      const auto wanted = path.choices.find(one->decision->id);
      if (wanted == path.choices.end()) continue;
      if (wanted->second == one->option->id) ++result.shared;
      else if (result.left_at == nullptr) result.left_at = one;
    }
    all.push_back(result);
  }
  std::ranges::stable_sort(all, [](const PathResult& a, const PathResult& b) { return a.shared > b.shared; });
  return all;
}

}  // namespace

int LevelScore::points() const {
  int sum = 0;
  for (const auto& item : items)
    if (item.of > 0 && !item.overruled) sum += item.points.value_or(0);
  return sum;
}

int LevelScore::of() const {
  int sum = 0;
  for (const auto& item : items)
    if (item.points && !item.overruled) sum += item.of;
  return sum;
}

Debrief debrief(const Play& play, const engine::Library& library) {
  const ProofTrail trail(play);
  const auto& scenario = play.scenario();
  Debrief out{.goals = goal_results(play, trail)};
  for (const auto& fact : scenario.facts)
    if (fact.key) out.facts.push_back(result_of(play, fact));
  for (const auto& decision : scenario.decisions) out.decisions.push_back(result_of(play, decision));
  out.paths = paths_of(scenario, out.decisions);
  out.levels = {protocol_score(play, library, trail), talk_score(play), content_score(play, trail),
                decision_score(out.decisions), reflection_score(play)};
  out.people = person_notes(play);
  hear_trainer(play, out);
  out.moves = static_cast<int>(std::ranges::count_if(
      play.beats(), [](const Beat& beat) { return beat.counts() && !is_of_trainer(beat.move.body); }));
  out.hints = play.hints();
  out.retries = play.retries();
  // What who leads or watches did not get written is no mistake of the group.
  const auto refused = [](const Beat& beat) {
    return beat.refusal && !is_of_trainer(beat.move.body) && !is_note(beat.move.body);
  };
  out.refused = static_cast<int>(std::ranges::count_if(
      play.beats(), [&](const Beat& beat) { return refused(beat) && !beat.refusal->rule.empty(); }));
  out.refused_other = static_cast<int>(std::ranges::count_if(
      play.beats(), [&](const Beat& beat) { return refused(beat) && beat.refusal->rule.empty(); }));
  return out;
}

}  // namespace casus::training
