// SPDX-License-Identifier: EUPL-1.2
#include "core/simulation/caseload_text.hpp"

#include "core/base/csv.hpp"
#include "core/report/naming.hpp"
#include "core/text/voice.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace casus::simulation {

namespace {

using nlohmann::json;

json estimate_json(const std::optional<Estimate>& it) {
  if (!it) return json();
  return {{"mean", it->mean},           {"low", it->low},         {"high", it->high}, {"tenth", it->tenth},
          {"ninetieth", it->ninetieth}, {"team_years", it->units}};
}

json measures_json(const Estimates& estimates) {
  json out = json::object();
  for (const auto& name : names_of(Measure{}))
    out[std::string(name.key)] = estimate_json(estimates[static_cast<std::size_t>(name.value)]);
  return out;
}

/// A number that was asked for, as it was asked: 8, 1.25.
std::string asked_number(double value, const text::Voice& voice) {
  return page::decimal(fmt::format("{:g}", value), voice);
}

}  // namespace

std::string shown_number(double value, const text::Voice& voice) {
  if (value == 0 || std::abs(value) < 0.005) return "0";
  return page::decimal(std::abs(value) >= 100  ? fmt::format("{:.0f}", value)
                       : std::abs(value) >= 10 ? fmt::format("{:.1f}", value)
                                               : fmt::format("{:.2f}", value),
                       voice);
}

std::string shown_estimate(const Estimate& it, const text::Voice& voice) {
  if (it.units < 2) return shown_number(it.mean, voice);
  return fmt::format("{} ({} – {})", shown_number(it.mean, voice), shown_number(it.low, voice),
                     shown_number(it.high, voice));
}

std::string told_request(const CaseloadRequest& request, const CaseloadPlan& plan, const text::Voice& voice) {
  const auto& a = plan.settings.front().assumptions;
  const auto asked = plan.settings.size() < 2 ? std::string() : fmt::format(" ({})", request.compare);
  return text::say(voice, "caseload.asked", "teams"_is = text::msg("caseload.teams", "count"_is = plan.teams),
                   "people"_is = text::msg("caseload.people", "count"_is = a.workers.value == 1 ? 1 : 2,
                                           "number"_is = asked_number(a.workers.value, voice)),
                   "weeks"_is = text::msg("caseload.weeks", "count"_is = plan.scale.weeks),
                   "runs"_is = text::msg("caseload.runs", "count"_is = plan.runs),
                   "cases"_is = asked_number(a.cases_per_week.value, voice),
                   "minutes"_is = asked_number(a.minutes.value, voice), "compared"_is = asked,
                   "seed"_is = plan.scale.seed);
}

std::vector<std::string> how_to_read(const CaseloadFigures& figures, const text::Voice& voice) {
  std::vector<std::string> out;
  if (figures.team_years < 2) {
    out.emplace_back(text::say(voice, "caseload.one_team_year_spread_can"));
    return out;
  }
  out.push_back(text::say(voice, "caseload.brackets_95_interval_mean_over", "team_years"_is = figures.team_years));
  if (figures.settings.size() > 1) out.emplace_back(text::say(voice, "caseload.difference_taken_team_year_team"));
  return out;
}

std::vector<std::string> cannot_say(const CaseloadPlan& plan, const text::Voice& voice) {
  Rests rests = rests_on(plan.settings.front().assumptions);
  return {
      text::say(voice, "caseload.numbers_assumptions_without_source_other", "assumed"_is = rests.assumed,
                "sourced"_is = rests.assumed + rests.sourced),
      text::say(voice, "caseload.does_say_whether_residents_better"),
      text::say(voice, "caseload.people_adapt_skip_meeting_help"),
      text::say(voice, "caseload.agenda_follows_simple_rule_what"),
      text::say(voice, "caseload.sat_table_first_review_counts"),
  };
}

std::string caseload_csv(const CaseloadFigures& figures) {
  std::vector<std::vector<std::string>> rows{{"setting", "measure", "mean", "low95", "high95", "tenth", "ninetieth",
                                              "team_years", "difference", "difference_low95", "difference_high95"}};
  const auto number = [](double value) { return fmt::format("{}", value); };
  for (const auto& setting : figures.settings)
    for (const auto& name : names_of(Measure{})) {
      const auto& it = setting.measures[static_cast<std::size_t>(name.value)];
      const auto& difference = setting.differences[static_cast<std::size_t>(name.value)];
      std::vector<std::string> row{setting.name, std::string(name.key)};
      if (it)
        row.insert(row.end(), {number(it->mean), number(it->low), number(it->high), number(it->tenth),
                               number(it->ninetieth), std::to_string(it->units)});
      row.resize(8);
      if (difference)
        row.insert(row.end(), {number(difference->mean), number(difference->low), number(difference->high)});
      row.resize(rows.front().size());
      rows.push_back(std::move(row));
    }
  return csv::written(rows);
}

json caseload_json(const CaseloadRequest& request, const CaseloadPlan& plan, const CaseloadFigures& figures,
                   const text::Voice& voice) {
  json settings = json::array();
  for (std::size_t i = 0; i < figures.settings.size(); ++i) {
    const auto& setting = figures.settings[i];
    const auto& assumptions = plan.settings[i].assumptions;
    json one{{"setting", setting.name},
             {"assumptions", {{"id", assumptions.id}, {"version", assumptions.version}, {"hash", assumptions.hash}}},
             {"measures", measures_json(setting.measures)},
             {"waiting_by_week", setting.queue},
             {"reviewed_by_day", setting.waits}};
    if (i > 0) one["differences"] = measures_json(setting.differences);
    settings.push_back(std::move(one));
  }
  return {{"teams", plan.teams},
          {"weeks", plan.scale.weeks},
          {"runs", plan.runs},
          {"seed", plan.scale.seed},
          {"compare", request.compare},
          {"team_years", figures.team_years},
          {"interval", "95%, Student's t over team-years"},
          {"case_lives", figures.lives},
          {"commands", figures.doings.commands},
          {"events", figures.doings.events},
          {"refused", figures.doings.refused},
          {"replanned", figures.doings.replanned},
          {"settings", std::move(settings)},
          {"cannot_say", cannot_say(plan, voice)}};
}

}  // namespace casus::simulation
