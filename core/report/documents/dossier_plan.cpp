// SPDX-License-Identifier: EUPL-1.2
#include "core/page/safe_text.hpp"
#include "core/report/documents/dossier_parts.hpp"
#include "core/report/documents/plan_page.hpp"
#include "core/report/documents/plan_scores.hpp"
#include "core/text/label.hpp"
#include "core/text/voice.hpp"

#include <fmt/format.h>

namespace casus::report::dossier {

namespace {

std::string labelled(const text::Voice& voice, text::Literal id, std::string_view text) {
  return fmt::format("{}: {}", text::say(voice, id), text);
}

/// How far it is: "open" says nothing to the resident.
std::string state_in_words(Done state, const text::Voice& voice, Audience audience) {
  if (audience.resident && state == Done::open) return text::say(voice, "extract.not_finished");
  return std::string(label(state, voice));
}

void add_levels(page::Page& page, const Case& state, const Goal& goal, const text::Voice& voice, Audience audience) {
  if (!goal.set.scale || goal.set.levels.empty()) return;
  const int lowest = *goal.set.scale == GoalScale::minus3_plus2 ? -3 : -2;
  const auto both = both_scores(state, goal);
  const auto is_at = [](const GoalMark* mark, int value) { return mark != nullptr && mark->given.value == value; };
  std::vector<page::Row> rows;
  for (std::size_t i = 0; i < goal.set.levels.size(); ++i) {
    const int value = lowest + static_cast<int>(i);
    std::string now(is_at(both.worker, value) ? text::say(voice, "dossier_plan.now_here") : "");
    if (is_at(both.resident, value))
      now += (now.empty() ? "" : "; ") +
             text::say(voice, audience.of("dossier_plan.here_says_resident", "extract.here_as_you_say"));
    rows.push_back({scale_point(value), goal.set.levels[i], now});
  }
  page.table({text::say(voice, "dossier_plan.point"), text::say(voice, "dossier_plan.what_looks_like_then"),
              text::say(voice, audience.of("dossier_plan.now", "extract.now"))},
             rows);
}

}  // namespace

void add_goals(page::Page& page, const Case& state, const Naming& names, Audience audience) {
  const auto& voice = names.voice();
  if (!state.goals.empty()) page.section(text::say(voice, audience.of("plan.goals", "extract.goals")));
  for (const auto& goal : state.goals) {
    page.section(goal.set.text + changed_mark(state, goal.set.id, goal, voice), 1);
    page.bullet(labelled(voice, audience.of("dossier_plan.state", "extract.how_it_goes"),
                         state_in_words(goal.state, voice, audience)));
    if (goal.set.resident_words)
      page.bullet(text::say(voice, audience.of("dossier_plan.residents_own_words", "extract.your_own_words")));
    if (!goal.set.variable.empty()) page.bullet(labelled(voice, "dossier_plan.what_we_measure", goal.set.variable));
    for (const auto& mark : state.goal_marks) {
      if (mark.given.goal != goal.set.id) continue;
      const auto whose = mark.given.resident
                             ? text::say(voice, audience.of("dossier_plan.resident", "extract.yourself"))
                             : names.person(mark.by);
      auto line = fmt::format(
          "{}, {}: {}", day(date_of(mark.at), voice), whose,
          mark.given.value ? scale_point(*mark.given.value) : label(mark.given.state.value_or(Done::open), voice));
      if (!mark.given.evidence.empty()) line += ". " + mark.given.evidence;
      page.bullet(std::move(line));
    }
    for (const auto& agreed : state.agreed)
      if (agreed.given.line.empty() || agreed.given.line == goal.set.id)
        page.bullet(
            labelled(voice, audience.of("dossier_plan.resident_agrees", "extract.you_agreed"),
                     day(agreed.given.on, voice) + (agreed.given.note.empty() ? "" : ", " + agreed.given.note)));
    add_levels(page, state, goal, voice, audience);
  }
}

void add_actions(page::Page& page, const Case& state, const Naming& names, Audience audience) {
  const auto& voice = names.voice();
  if (state.actions.empty()) return;
  std::vector<page::Row> rows;
  for (const auto& action : state.actions) {
    auto what = what_to_do(action.plan, voice) + changed_mark(state, action.plan.id, action, voice);
    if (action.plan.first_step) what += text::say(voice, "dossier_plan.first_step");
    auto standing = state_in_words(action.state, voice, audience);
    if (!action.result.empty()) standing += ": " + action.result;
    for (const auto& because : action.moved_because)
      standing += fmt::format("; {}: {}", text::say(voice, "dossier_plan.moved"), because);
    page::Row row{what, action.plan.who.empty() ? "" : names.person(action.plan.who), due(action.plan, voice),
                  action.plan.checks.empty() ? "" : names.person(action.plan.checks)};
    if (!audience.resident) row.emplace_back(action.plan.rung ? label(*action.plan.rung, voice) : "");
    row.emplace_back(standing);
    rows.push_back(std::move(row));
  }
  page.section(text::say(voice, audience.of("plan.actions", "extract.actions")));
  page::Row heading{text::say(voice, "plan.what"), text::say(voice, "plan.who"), text::say(voice, "dossier_plan.when"),
                    text::say(voice, "dossier_plan.checks")};
  if (!audience.resident) heading.emplace_back(text::say(voice, "dossier_plan.rung"));
  heading.emplace_back(text::say(voice, audience.of("dossier_plan.state", "extract.how_it_goes")));
  page.table(std::move(heading), rows);
  if (audience.resident) return;
  std::string rungs;
  for (const auto& bar : ladder(state, voice))
    if (bar.count > 0) rungs += fmt::format("{}{} {}", rungs.empty() ? "" : ", ", bar.label, bar.count);
  page.paragraph(labelled(voice, "dossier_plan.network_first_actions_per_rung", rungs));
}

void add_decisions(page::Page& page, const Case& state, const Naming& names) {
  const auto& voice = names.voice();
  if (!state.decisions.empty()) page.section(text::say(voice, "dossier_plan.decisions"));
  for (const auto& decision : state.decisions) {
    page.section(decision.raised.question + changed_mark(state, decision.raised.id, decision, voice), 1);
    if (decision.raised.heavy) page.bullet(text::say(voice, "dossier_plan.heavy_decision"));
    if (!decision.taken) {
      page.bullet(text::say(voice, "dossier_plan.taken_yet_first_opinions_stay"));
    } else {
      const auto& taken = *decision.taken;
      page.bullet(fmt::format("{} ({}): {}", text::say(voice, "dossier_plan.decision"),
                              day(date_of(decision.taken_at), voice), taken.outcome));
      page.bullet(labelled(voice, "dossier_plan.why", taken.because));
      for (const auto& view : taken.dissent) page.bullet(labelled(voice, "dossier_plan.another_view", view));
      if (taken.dissent.empty()) page.bullet(text::say(voice, "dossier_plan.other_views"));
      if (!taken.without_opinions.empty())
        page.bullet(labelled(voice, "dossier_plan.why_everyones_opinion_first", taken.without_opinions));
      for (const auto& opinion : state.opinions)
        if (opinion.given.decision == decision.raised.id)
          page.bullet(fmt::format("{} {}: {}{}", text::say(voice, "dossier_plan.first_opinion"),
                                  names.person(opinion.by), label(opinion.given.stance, voice),
                                  opinion.given.text.empty() ? "" : ", " + opinion.given.text));
    }
  }
}

void add_circle_plans(page::Page& page, const Case& state, const Naming& names) {
  const auto& voice = names.voice();
  if (!state.plans.empty()) page.section(text::say(voice, "dossier_plan.plan_circle"));
  for (const auto& plan : state.plans) {
    auto answer = labelled(voice, "dossier_plan.answer", label(plan.state, voice));
    if (plan.state == PlanState::presented) answer = text::say(voice, "dossier_plan.answer_given_yet");
    if (plan.ground != Ground::none)
      answer += fmt::format(", {} {}", text::say(voice, "dossier_plan.ground"), label(plan.ground, voice));
    if (!plan.because.empty()) answer += ". " + plan.because;
    page.paragraph(labelled(voice, "dossier_plan.presented", day(date_of(plan.at), voice)));
    page.quote(page::lines_of(plan.text + changed_mark(state, {}, plan, voice)));
    page.paragraph(answer);
  }
}

void add_evaluations(page::Page& page, const Case& state, const Naming& names) {
  const auto& voice = names.voice();
  if (!state.evaluations.empty()) page.section(text::say(voice, "dossier_plan.looking_back"));
  for (const auto& evaluation : state.evaluations) {
    page.paragraph(
        page::Line().strong(fmt::format("{}, {}{}", day(date_of(evaluation.at), voice), names.person(evaluation.by),
                                        changed_mark(state, {}, evaluation, voice))));
    const auto add = [&](text::Literal id, std::string_view text) {
      if (!text.empty()) page.bullet(labelled(voice, id, text));
    };
    add("dossier_plan.what_better", evaluation.said.better);
    add("dossier_plan.keep", evaluation.said.keep);
    add("dossier_plan.change", evaluation.said.change);
    add("dossier_plan.stop", evaluation.said.stop);
  }
}

}  // namespace casus::report::dossier
