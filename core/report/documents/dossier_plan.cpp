// SPDX-License-Identifier: EUPL-1.2
#include "core/page/safe_text.hpp"
#include "core/report/documents/dossier_parts.hpp"
#include "core/report/documents/plan_page.hpp"
#include "core/report/documents/plan_scores.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::report::dossier {

namespace {

std::string labelled(Lang lang, std::string_view nl, std::string_view en, std::string_view text) {
  return fmt::format("{}: {}", pick(lang, nl, en), text);
}

void add_levels(page::Page& page, const Case& state, const Goal& goal, Lang lang) {
  if (!goal.set.scale || goal.set.levels.empty()) return;
  const int lowest = *goal.set.scale == GoalScale::minus3_plus2 ? -3 : -2;
  const auto both = both_scores(state, goal);
  const auto is_at = [](const GoalMark* mark, int value) { return mark != nullptr && mark->given.value == value; };
  std::vector<page::Row> rows;
  for (std::size_t i = 0; i < goal.set.levels.size(); ++i) {
    const int value = lowest + static_cast<int>(i);
    std::string now(is_at(both.worker, value) ? pick(lang, "nu hier", "now here") : "");
    if (is_at(both.resident, value))
      now += (now.empty() ? "" : "; ") + std::string(pick(lang, "volgens de inwoner hier", "here, says the resident"));
    rows.push_back({scale_point(value), goal.set.levels[i], now});
  }
  page.table({std::string(pick(lang, "Punt", "Point")),
              std::string(pick(lang, "Hoe het er dan uitziet", "What it looks like then")),
              std::string(pick(lang, "Stand", "Now"))},
             rows);
}

}  // namespace

void add_goals(page::Page& page, const Case& state, const Naming& names) {
  const auto lang = names.lang();
  if (!state.goals.empty()) page.section(pick(lang, "Doelen", "Goals"));
  for (const auto& goal : state.goals) {
    page.section(goal.set.text + changed_mark(state, goal.set.id, goal, lang), 1);
    page.bullet(labelled(lang, "Stand", "State", label(goal.state, lang)));
    if (goal.set.resident_words) page.bullet(pick(lang, "In de woorden van de inwoner", "In the resident's own words"));
    if (!goal.set.variable.empty()) page.bullet(labelled(lang, "Wat we meten", "What we measure", goal.set.variable));
    for (const auto& mark : state.goal_marks) {
      if (mark.given.goal != goal.set.id) continue;
      const auto whose =
          mark.given.resident ? std::string(pick(lang, "de inwoner zelf", "the resident")) : names.person(mark.by);
      auto line = fmt::format("{}, {}: {}", day(date_of(mark.at), lang), whose,
                              mark.given.value ? scale_point(*mark.given.value)
                                               : std::string(label(mark.given.state.value_or(Done::open), lang)));
      if (!mark.given.evidence.empty()) line += ". " + mark.given.evidence;
      page.bullet(std::move(line));
    }
    for (const auto& agreed : state.agreed)
      if (agreed.given.line.empty() || agreed.given.line == goal.set.id)
        page.bullet(labelled(lang, "De inwoner is het ermee eens", "The resident agrees",
                             day(agreed.given.on, lang) + (agreed.given.note.empty() ? "" : ", " + agreed.given.note)));
    add_levels(page, state, goal, lang);
  }
}

void add_actions(page::Page& page, const Case& state, const Naming& names) {
  const auto lang = names.lang();
  if (state.actions.empty()) return;
  const auto word = [&](std::string_view nl, std::string_view en) { return std::string(pick(lang, nl, en)); };
  std::vector<page::Row> rows;
  for (const auto& action : state.actions) {
    auto what = action.plan.what + changed_mark(state, action.plan.id, action, lang);
    if (action.plan.first_step) what += word(" (eerste stap)", " (first step)");
    std::string standing(label(action.state, lang));
    if (!action.result.empty()) standing += ": " + action.result;
    for (const auto& because : action.moved_because)
      standing += fmt::format("; {}: {}", word("verzet", "moved"), because);
    rows.push_back({what, action.plan.who.empty() ? "" : names.person(action.plan.who), due(action.plan, lang),
                    action.plan.checks.empty() ? "" : names.person(action.plan.checks),
                    action.plan.rung ? std::string(label(*action.plan.rung, lang)) : "", standing});
  }
  page.section(word("Acties", "Actions"));
  page.table({word("Wat", "What"), word("Wie", "Who"), word("Voor wanneer", "By when"),
              word("Wie kijkt het na", "Who checks"), word("Trede", "Rung"), word("Stand", "State")},
             rows);
  std::vector<page::Row> rungs;
  for (const auto& bar : ladder(state, lang))
    rungs.push_back({bar.label, std::to_string(bar.count), fmt::format("{:.0f}%", 100 * bar.share)});
  page.section(word("Eerst het netwerk: acties per trede", "Network first: actions per rung"), 1);
  page.table({word("Trede", "Rung"), word("Acties", "Actions"), word("Aandeel", "Share")}, rungs, {1, 2});
}

void add_decisions(page::Page& page, const Case& state, const Naming& names) {
  const auto lang = names.lang();
  if (!state.decisions.empty()) page.section(pick(lang, "Besluiten", "Decisions"));
  for (const auto& decision : state.decisions) {
    page.section(decision.raised.question + changed_mark(state, decision.raised.id, decision, lang), 1);
    if (decision.raised.heavy) page.bullet(pick(lang, "Een zwaar besluit", "A heavy decision"));
    if (!decision.taken) {
      page.bullet(pick(lang, "Nog niet genomen. Eerste meningen blijven tot dan verborgen.",
                       "Not taken yet. First opinions stay hidden until then."));
    } else {
      const auto& taken = *decision.taken;
      page.bullet(fmt::format("{} ({}): {}", pick(lang, "Besluit", "Decision"), day(date_of(decision.taken_at), lang),
                              taken.outcome));
      page.bullet(labelled(lang, "Waarom", "Why", taken.because));
      for (const auto& view : taken.dissent)
        page.bullet(labelled(lang, "Een ander ziet het anders", "Another view", view));
      if (taken.dissent.empty()) page.bullet(pick(lang, "Geen andere meningen", "No other views"));
      if (!taken.without_opinions.empty())
        page.bullet(labelled(lang, "Waarom niet eerst ieders mening", "Why not everyone's opinion first",
                             taken.without_opinions));
      for (const auto& opinion : state.opinions)
        if (opinion.given.decision == decision.raised.id)
          page.bullet(fmt::format("{} {}: {}{}", pick(lang, "Eerste mening van", "First opinion of"),
                                  names.person(opinion.by), label(opinion.given.stance, lang),
                                  opinion.given.text.empty() ? "" : ", " + opinion.given.text));
    }
  }
}

void add_circle_plans(page::Page& page, const Case& state, const Naming& names) {
  const auto lang = names.lang();
  if (!state.plans.empty()) page.section(pick(lang, "Plan van de kring", "Plan of the circle"));
  for (const auto& plan : state.plans) {
    auto answer = labelled(lang, "Antwoord", "Answer", label(plan.state, lang));
    if (plan.state == PlanState::presented) answer = pick(lang, "Nog geen antwoord gegeven.", "No answer given yet.");
    if (plan.ground != Ground::none)
      answer += fmt::format(", {} {}", pick(lang, "op grond van", "on the ground of"), label(plan.ground, lang));
    if (!plan.because.empty()) answer += ". " + plan.because;
    page.paragraph(labelled(lang, "Gepresenteerd op", "Presented on", day(date_of(plan.at), lang)));
    page.quote(page::lines_of(plan.text + changed_mark(state, {}, plan, lang)));
    page.paragraph(answer);
  }
}

void add_evaluations(page::Page& page, const Case& state, const Naming& names) {
  const auto lang = names.lang();
  if (!state.evaluations.empty()) page.section(pick(lang, "Terugkijken", "Looking back"));
  for (const auto& evaluation : state.evaluations) {
    page.paragraph(
        page::Line().strong(fmt::format("{}, {}{}", day(date_of(evaluation.at), lang), names.person(evaluation.by),
                                        changed_mark(state, {}, evaluation, lang))));
    const auto add = [&](std::string_view nl, std::string_view en, std::string_view text) {
      if (!text.empty()) page.bullet(labelled(lang, nl, en, text));
    };
    add("Wat gaat er beter", "What is better", evaluation.said.better);
    add("Houden", "Keep", evaluation.said.keep);
    add("Veranderen", "Change", evaluation.said.change);
    add("Stoppen", "Stop", evaluation.said.stop);
  }
}

}  // namespace casus::report::dossier
