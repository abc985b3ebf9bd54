// SPDX-License-Identifier: EUPL-1.2
#include "core/page/safe_text.hpp"
#include "core/report/documents/dossier_parts.hpp"
#include "core/report/documents/plan_page.hpp"
#include "core/report/documents/plan_scores.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace casus::report::dossier {

using nlohmann::json;

namespace {

std::string labelled(Lang lang, std::string_view nl, std::string_view en, std::string_view text) {
  return fmt::format("{}: {}", pick(lang, nl, en), text);
}

json levels(const Case& state, const Goal& goal, Lang lang) {
  auto out = json::array();
  if (!goal.set.scale) return out;
  const int lowest = *goal.set.scale == GoalScale::minus3_plus2 ? -3 : -2;
  const auto both = both_scores(state, goal);
  const auto is_at = [](const GoalMark* mark, int value) { return mark != nullptr && mark->given.value == value; };
  for (std::size_t i = 0; i < goal.set.levels.size(); ++i) {
    const int value = lowest + static_cast<int>(i);
    std::string now(is_at(both.worker, value) ? pick(lang, "nu hier", "now here") : "");
    if (is_at(both.resident, value))
      now += (now.empty() ? "" : "; ") + std::string(pick(lang, "volgens de inwoner hier", "here, says the resident"));
    out.push_back({{"point", scale_point(value)}, {"looks", goal.set.levels[i]}, {"now", now}});
  }
  return out;
}

}  // namespace

json goals(const Case& state, const Naming& names) {
  const auto lang = names.lang();
  auto out = json::array();
  for (const auto& goal : state.goals) {
    auto lines = json::array();
    lines.push_back(labelled(lang, "Stand", "State", label(goal.state, lang)));
    if (goal.set.resident_words)
      lines.push_back(pick(lang, "In de woorden van de inwoner", "In the resident's own words"));
    if (!goal.set.variable.empty())
      lines.push_back(labelled(lang, "Wat we meten", "What we measure", goal.set.variable));
    for (const auto& mark : state.goal_marks) {
      if (mark.given.goal != goal.set.id) continue;
      const auto whose =
          mark.given.resident ? std::string(pick(lang, "de inwoner zelf", "the resident")) : names.person(mark.by);
      auto line = fmt::format("{}, {}: {}", day(date_of(mark.at), lang), whose,
                              mark.given.value ? scale_point(*mark.given.value)
                                               : std::string(label(mark.given.state.value_or(Done::open), lang)));
      if (!mark.given.evidence.empty()) line += ". " + mark.given.evidence;
      lines.push_back(std::move(line));
    }
    for (const auto& agreed : state.agreed)
      if (agreed.given.line.empty() || agreed.given.line == goal.set.id)
        lines.push_back(labelled(lang, "De inwoner is het ermee eens", "The resident agrees",
                                 day(agreed.given.on.value_or(date_of(agreed.at)), lang) +
                                     (agreed.given.note.empty() ? "" : ", " + agreed.given.note)));
    const auto table = levels(state, goal, lang);
    out.push_back({{"text", goal.set.text}, {"lines", lines}, {"has_levels", !table.empty()}, {"levels", table}});
  }
  return out;
}

json actions(const Case& state, const Naming& names) {
  const auto lang = names.lang();
  auto out = json::array();
  for (const auto& action : state.actions) {
    auto what = action.plan.what;
    if (action.plan.first_step) what += pick(lang, " (eerste stap)", " (first step)");
    std::string standing(label(action.state, lang));
    if (!action.result.empty()) standing += ": " + action.result;
    for (const auto& because : action.moved_because)
      standing += fmt::format("; {}: {}", pick(lang, "verzet", "moved"), because);
    out.push_back({{"what", what},
                   {"doer", action.plan.who.empty() ? "" : names.person(action.plan.who)},
                   {"by_when", action.plan.by_when ? day(*action.plan.by_when, lang) : ""},
                   {"checker", action.plan.checks.empty() ? "" : names.person(action.plan.checks)},
                   {"rung", action.plan.rung ? label(*action.plan.rung, lang) : ""},
                   {"state", standing}});
  }
  return out;
}

json rungs(const Case& state, const Naming& names) {
  auto out = json::array();
  for (const auto& bar : ladder(state, names.lang()))
    out.push_back({{"rung", bar.label},
                   {"count", std::to_string(bar.count)},
                   {"share", fmt::format("{:.0f}%", 100 * bar.share)}});
  return out;
}

json decisions(const Case& state, const Naming& names) {
  const auto lang = names.lang();
  auto out = json::array();
  for (const auto& decision : state.decisions) {
    auto lines = json::array();
    if (decision.raised.heavy) lines.push_back(pick(lang, "Een zwaar besluit", "A heavy decision"));
    if (!decision.taken) {
      lines.push_back(pick(lang, "Nog niet genomen. Eerste meningen blijven tot dan verborgen.",
                           "Not taken yet. First opinions stay hidden until then."));
    } else {
      const auto& taken = *decision.taken;
      lines.push_back(fmt::format("{} ({}): {}", pick(lang, "Besluit", "Decision"),
                                  day(date_of(decision.taken_at), lang), taken.outcome));
      lines.push_back(labelled(lang, "Waarom", "Why", taken.because));
      for (const auto& view : taken.dissent)
        lines.push_back(labelled(lang, "Een ander ziet het anders", "Another view", view));
      if (taken.dissent.empty()) lines.push_back(pick(lang, "Geen andere meningen", "No other views"));
      if (!taken.without_opinions.empty())
        lines.push_back(labelled(lang, "Waarom niet eerst ieders mening", "Why not everyone's opinion first",
                                 taken.without_opinions));
      for (const auto& opinion : state.opinions)
        if (opinion.given.decision == decision.raised.id)
          lines.push_back(fmt::format("{} {}: {}{}", pick(lang, "Eerste mening van", "First opinion of"),
                                      names.person(opinion.by), label(opinion.given.stance, lang),
                                      opinion.given.text.empty() ? "" : ", " + opinion.given.text));
    }
    out.push_back({{"question", decision.raised.question}, {"lines", lines}});
  }
  return out;
}

json circle_plans(const Case& state, const Naming& names) {
  const auto lang = names.lang();
  auto out = json::array();
  for (const auto& plan : state.plans) {
    auto answer = labelled(lang, "Antwoord", "Answer", label(plan.state, lang));
    if (plan.state == PlanState::presented) answer = pick(lang, "Nog geen antwoord gegeven.", "No answer given yet.");
    if (plan.ground != Ground::none)
      answer += fmt::format(", {} {}", pick(lang, "op grond van", "on the ground of"), label(plan.ground, lang));
    if (!plan.because.empty()) answer += ". " + plan.because;
    out.push_back({{"about", labelled(lang, "Gepresenteerd op", "Presented on", day(date_of(plan.at), lang))},
                   {"plan_lines", page::lines_of(plan.text)},
                   {"answer", answer}});
  }
  return out;
}

json evaluations(const Case& state, const Naming& names) {
  const auto lang = names.lang();
  auto out = json::array();
  for (const auto& evaluation : state.evaluations) {
    auto lines = json::array();
    const auto add = [&](std::string_view nl, std::string_view en, std::string_view text) {
      if (!text.empty()) lines.push_back(labelled(lang, nl, en, text));
    };
    add("Wat gaat er beter", "What is better", evaluation.said.better);
    add("Houden", "Keep", evaluation.said.keep);
    add("Veranderen", "Change", evaluation.said.change);
    add("Stoppen", "Stop", evaluation.said.stop);
    out.push_back({{"about", fmt::format("{}, {}", day(date_of(evaluation.at), lang), names.person(evaluation.by))},
                   {"lines", lines}});
  }
  return out;
}

}  // namespace casus::report::dossier
