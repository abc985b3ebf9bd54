// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/decide/unordered_id.hpp"
#include "core/engine/remarks/says_nothing.hpp"
#include "core/text/label.hpp"

#include <algorithm>
#include <array>

/// Scores and goals (R11): within the scale, with evidence, one variable per scale, life domains only when opted in.
namespace casus::engine {

namespace {

struct Range {
  int low, high;
};

Range range_of(Scale scale) {
  switch (scale) {
    case Scale::scale_0_10: return {0, 10};
    case Scale::ladder_1_6: return {1, 6};
    case Scale::domain_1_5: return {1, 5};
  }
  return {0, 0};
}

Range range_of(GoalScale scale) { return scale == GoalScale::minus2_plus2 ? Range{-2, 2} : Range{-3, 2}; }

tl::unexpected<Refusal> off_scale(int value, Range range, Message scale) {
  return refuse("OffScale", "R11", msg("scores.off_scale", "value"_is = value, "scale"_is = std::move(scale)),
                msg("scores.off_scale_do", "low"_is = range.low, "high"_is = range.high));
}

tl::unexpected<Refusal> no_evidence() {
  return refuse("ScoreWithoutEvidence", "R11", msg("scores.score_without_evidence"),
                msg("scores.score_without_evidence_do"));
}

/// Whether the text names more than one thing to measure.
bool several_variables(std::string_view text) {
  constexpr std::array<std::string_view, 7> kSigns{" en ", " and ", ",", "/", "+", "&", ";"};
  const auto lower = folded(text);
  return std::ranges::any_of(kSigns, [&](std::string_view sign) { return lower.find(sign) != std::string::npos; });
}

tl::unexpected<Refusal> no_such_goal(const Case& c, std::string_view given) {
  std::vector<std::string_view> ids;
  for (const auto& goal : c.goals) ids.push_back(goal.set.id);
  return nothing(msg("scores.thing_goal"), given, ids, way("plan goal", "case"_is = c.id, "text"_is = gap()));
}

/// What is wrong with a goal and its scale: one variable, and all levels or none [INS3].
std::optional<Refusal> goal_refusal(const GoalFields& command) {
  if (says_nothing(command.text)) return empty_text(msg("scores.needs_goal")).value();
  if (command.scale) {
    const auto range = range_of(*command.scale);
    if (blank(command.variable))
      return refuse("ScaleWithoutVariable", "R11", msg("scores.scale_without_variable"),
                    msg("scores.scale_without_variable_do"))
          .value();
    if (several_variables(command.variable))
      return refuse("TwoVariables", "R11", msg("scores.two_variables", "variable"_is = command.variable),
                    msg("scores.two_variables_do"))
          .value();
    const auto points = static_cast<std::size_t>(range.high - range.low + 1);
    if (!command.levels.empty() && command.levels.size() != points)
      return refuse("LevelsMissing", "R11",
                    msg("scores.levels_missing", "points"_is = points, "levels"_is = command.levels.size()),
                    msg("scores.levels_missing_do"))
          .value();
  } else if (!blank(command.variable) || !command.levels.empty()) {
    return refuse("ScaleMissing", "R11", msg("scores.scale_missing"), msg("scores.scale_missing_do")).value();
  }
  return std::nullopt;
}

}  // namespace

Decided decide_on(const Deciding& d, const OptInDomain& command) {
  if (blank(command.domain)) return empty_text(msg("scores.needs_life_domain"));
  if (blank(command.because))
    return refuse("DomainWithoutReason", "R11", msg("scores.domain_without_reason", "domain"_is = command.domain),
                  msg("refuse.reason_missing_do"));
  return d.one(DomainOptedIn{command});
}

namespace {

/// Where each writes unseen, a score would be seen at once, before the others wrote; unless it can be unseen too.
std::optional<Refusal> seen_by_all(const Deciding& d, bool also_unseen = false) {
  if (d.step == nullptr || !d.step->floor.hidden) return std::nullopt;
  if (also_unseen && d.step->floor.holds_for(method::Beside::scores)) return std::nullopt;
  return no("ScoreSeenByAll", "R4", msg("scores.seen_by_all", "step"_is = d.step->name),
            msg("scores.seen_by_all_do", "next"_is = way("case next", "case"_is = d.c.id)));
}

}  // namespace

Decided decide_on(const Deciding& d, const GiveScore& command) {
  const auto range = range_of(command.scale);
  if (command.value < range.low || command.value > range.high)
    return off_scale(command.value, range, text::label(command.scale));
  if (command.good_enough && (*command.good_enough < range.low || *command.good_enough > range.high))
    return off_scale(*command.good_enough, range, text::label(command.scale));
  if (says_nothing(command.evidence)) return no_evidence();
  if (auto refusal = seen_by_all(d, true)) return failure(std::move(*refusal));
  if (command.scale == Scale::domain_1_5) {
    const auto opted = std::ranges::find(d.c.domains, command.domain, &OptedDomain::domain);
    if (opted == d.c.domains.end())
      return refuse(
          "DomainNotOptedIn", "R11", msg("scores.domain_not_opted_in", "domain"_is = command.domain),
          msg("scores.domain_not_opted_in_do", "domain"_is = way("case domain", "case"_is = d.c.id,
                                                                 "domain"_is = command.domain, "because"_is = gap())));
  }
  Scored scored;
  static_cast<ScoreFields&>(scored) = command;
  scored.id = id_here(d, 's', d.c.scores.size(), command.evidence);
  scored.hidden = d.step != nullptr && d.step->floor.hidden;
  return d.one(std::move(scored));
}

Decided decide_on(const Deciding& d, const SetGoal& command) {
  if (auto refusal = goal_refusal(command)) return failure(std::move(*refusal));
  GoalSet set;
  static_cast<GoalFields&>(set) = command;
  set.id = next_id(d.c, 'g', d.c.goals.size());
  return d.one(std::move(set));
}

Decided decide_on(const Deciding& d, const ChangeGoal& command) {
  const auto goal = std::ranges::find_if(d.c.goals, [&](const Goal& g) { return g.set.id == command.goal; });
  if (goal == d.c.goals.end()) return no_such_goal(d.c, command.goal);
  const bool scale_changes = command.scale || !blank(command.variable) || !command.levels.empty();
  if (blank(command.text) && !command.resident_words && !scale_changes)
    return empty_text(msg("scores.needs_what_change_text_resident_words"));
  const bool scored = std::ranges::any_of(
      d.c.goal_marks, [&](const GoalMark& mark) { return mark.given.goal == command.goal && mark.given.value; });
  if (scored && scale_changes)
    return refuse("ScaleInUse", "R11", msg("scores.scale_in_use"),
                  msg("scores.scale_in_use_do", "goal"_is = way("plan goal", "case"_is = d.c.id)));
  GoalChanged changed;
  static_cast<GoalLine&>(changed) = goal->set;
  if (!blank(command.text)) changed.text = command.text;
  if (command.resident_words) changed.resident_words = *command.resident_words;
  if (command.scale) changed.scale = command.scale;
  if (!blank(command.variable)) changed.variable = command.variable;
  if (!command.levels.empty()) changed.levels = command.levels;
  if (auto refusal = goal_refusal(changed)) return failure(std::move(*refusal));
  return d.one(std::move(changed));
}

Decided decide_on(const Deciding& d, const ScoreGoal& command) {
  const auto goal = std::ranges::find_if(d.c.goals, [&](const Goal& g) { return g.set.id == command.goal; });
  if (goal == d.c.goals.end()) return no_such_goal(d.c, command.goal);
  if (command.value) {
    if (!goal->set.scale)
      return refuse("GoalWithoutScale", "R11", msg("scores.goal_without_scale"), msg("scores.goal_without_scale_do"));
    const auto range = range_of(*goal->set.scale);
    if (*command.value < range.low || *command.value > range.high)
      return off_scale(*command.value, range, text::label(*goal->set.scale));
  } else if (!command.state) {
    return empty_text(msg("scores.needs_value_state_state"), "R11");
  }
  if (says_nothing(command.evidence)) return no_evidence();
  if (auto refusal = seen_by_all(d)) return failure(std::move(*refusal));
  GoalScored scored{command};
  scored.resident = command.resident || (d.actor != nullptr && d.actor->has(Role::resident));
  return d.one(std::move(scored));
}

}  // namespace casus::engine
