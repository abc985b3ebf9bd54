// SPDX-License-Identifier: EUPL-1.2
#include "core/simulation/caseload/caseload_text.hpp"

#include "core/base/csv.hpp"
#include "core/report/history/naming.hpp"
#include "core/simulation/sensitivity_text.hpp"
#include "core/text/voice.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace casus::simulation {

namespace {

using nlohmann::json;

json interval_json(const std::optional<Interval>& it) {
  if (!it) return json();
  if (!it->known) return {{"mean", it->mean}, {"low", json()}, {"high", json()}};
  return {{"mean", it->mean}, {"low", it->low}, {"high", it->high}};
}

json estimate_json(const std::optional<Estimate>& it) {
  if (!it) return json();
  auto out = interval_json(it->mean);
  out.update({{"tenth", it->tenth}, {"ninetieth", it->ninetieth}, {"paths", it->paths}, {"periods", it->periods}});
  return out;
}

/// By the keys of the measures.
json measures_json(const auto& all, auto each) {
  json out = json::object();
  for (const auto& name : names_of(Measure{}))
    out[std::string(name.key)] = each(all[static_cast<std::size_t>(name.value)]);
  return out;
}

json settling_told(const Settling& it) {
  return {{"state", key(it.rest)},
          {"looked_at_weeks", it.weeks},
          {"warm_up_weeks", it.warm_up},
          {"growth_per_week", interval_json(it.growth)},
          {"growth_may_be_chance", it.may_be_chance()},
          {"open_cases", interval_json(it.open)}};
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

std::string shown_interval(const Interval& it, std::size_t paths, const text::Voice& voice) {
  if (paths < 2 || !it.known) return shown_number(it.mean, voice);
  return fmt::format("{} ({} – {})", shown_number(it.mean, voice), shown_number(it.low, voice),
                     shown_number(it.high, voice));
}

std::string shown_growth(const Settling& it, const text::Voice& voice) {
  // A case a year more is not nothing.
  const auto shown = [&](double value) {
    const bool small = std::abs(value) < 0.1 && std::abs(value) >= 0.0005;
    return small ? page::decimal(fmt::format("{:.3f}", value), voice) : shown_number(value, voice);
  };
  return fmt::format("{} ({} – {})", shown(it.growth.mean), shown(it.growth.low), shown(it.growth.high));
}

std::string told_request(const CaseloadRequest& request, const CaseloadPlan& plan, const text::Voice& voice) {
  const auto& a = plan.settings.front().assumptions;
  const auto asked = request.compare.empty()
                         ? std::string()
                         : "; " + text::say(voice, "caseload.side_by_side", "compared"_is = request.compare);
  return text::say(voice, "caseload.asked", "teams"_is = text::msg("caseload.teams", "count"_is = plan.teams),
                   "people"_is = text::msg("caseload.people", "count"_is = a.workers.value == 1 ? 1 : 2,
                                           "number"_is = asked_number(a.workers.value, voice)),
                   "weeks"_is = text::msg("count.weeks", "count"_is = plan.scale.weeks),
                   "runs"_is = text::msg("caseload.runs", "count"_is = plan.runs),
                   "cases"_is = asked_number(a.cases_per_week.value, voice),
                   "minutes"_is = asked_number(a.minutes.value, voice), "compared"_is = asked,
                   "seed"_is = plan.scale.seed);
}

namespace {

/// Of a list that did not come to rest: what can be said of it.
std::string told_unrest(const Settling& it, const text::Voice& voice) {
  const auto growth = shown_growth(it, voice);
  const auto half = it.weeks - it.weeks / 2;
  const auto weeks = text::msg("count.weeks", "count"_is = it.weeks);
  if (it.rest == Rest::growing)
    return text::say(voice, "caseload.grows_no_mean", "growth"_is = growth, "half"_is = half, "weeks"_is = weeks);
  const auto open = shown_interval(it.open, kLookPaths, voice);
  return it.may_be_chance() ? text::say(voice, "caseload.growth_may_be_chance", "growth"_is = growth, "half"_is = half,
                                        "weeks"_is = weeks, "open"_is = open)
                            : text::say(voice, "caseload.near_limit_no_mean", "growth"_is = growth, "half"_is = half,
                                        "weeks"_is = weeks, "open"_is = open);
}

/// Whether a figure that is shown of the time that was used is more than all of it. Beside each other settings have
/// their means alone, or with their intervals.
bool shows_overrun(const CaseloadFigures& figures, bool intervals) {
  const bool compared = figures.settings.size() > 1;
  return std::ranges::any_of(figures.settings, [&](const SettingFigures& setting) {
    const auto& used = setting.measures[static_cast<std::size_t>(Measure::meeting_used)];
    if (!used) return false;
    const bool interval = used->mean.known && (intervals || !compared);
    const bool eight_in_ten = !compared && used->has_eight_in_ten();
    return std::max({used->mean.mean, interval ? used->mean.high : 0., eight_in_ten ? used->ninetieth : 0.}) > 100;
  });
}

bool lacks_eight_in_ten(const CaseloadFigures& figures) {
  const auto& all = figures.settings.front().measures;
  return std::ranges::any_of(all, [](const auto& it) { return it && !it->has_eight_in_ten(); });
}

}  // namespace

std::vector<std::string> told_settling(const CaseloadFigures& figures, const text::Voice& voice) {
  std::vector<std::string> out;
  int looked = 0, found = 0;
  for (const auto& setting : figures.settings) {
    const auto& it = setting.settling;
    found = std::max(found, it.warm_up);
    const auto named = setting.name.empty() ? std::string() : setting.name + ": ";
    if (it.rest == Rest::settled) looked = std::max(looked, it.weeks);
    else out.push_back(named + told_unrest(it, voice));
  }
  const auto weeks = text::msg("count.weeks", "count"_is = figures.warm_up);
  if (looked > 0 && figures.warm_up > found)
    out.push_back(text::say(voice, "caseload.weeks_left_out_as_asked", "weeks"_is = weeks,
                            "found"_is = text::msg("count.weeks", "count"_is = found), "looked"_is = looked,
                            "paths"_is = kLookPaths));
  else if (looked > 0)
    out.push_back(text::say(voice, "caseload.first_weeks_left_out", "weeks"_is = weeks, "looked"_is = looked,
                            "paths"_is = kLookPaths));
  // A list that comes to no rest gives no warm-up; what does not hang on the list has one all the same.
  else if (figures.warm_up > found)
    out.push_back(text::say(voice, "caseload.weeks_left_out_no_rest_as_asked", "weeks"_is = weeks));
  else out.push_back(text::say(voice, "caseload.weeks_left_out_no_rest", "weeks"_is = weeks));
  return out;
}

std::vector<std::string> how_to_read(const CaseloadPlan& plan, const CaseloadFigures& figures, bool intervals,
                                     const text::Voice& voice) {
  std::vector<std::string> out;
  const auto weeks = text::msg("count.weeks", "count"_is = plan.scale.weeks);
  if (shows_overrun(figures, intervals)) out.push_back(text::say(voice, "caseload.more_than_all_the_time"));
  const bool compared = figures.settings.size() > 1;
  if (!compared && !figures.settings.empty() && lacks_eight_in_ten(figures))
    out.push_back(
        text::say(voice, "caseload.too_few_for_eight_in_ten", "least"_is = kFewestPeriods, "weeks"_is = weeks));
  if (figures.paths < 2) {
    out.emplace_back(text::say(voice, "caseload.one_path_spread_can"));
    out.push_back(text::say(voice, "caseload.counts_per_team", "weeks"_is = weeks));
    return out;
  }
  if (intervals || !compared)
    out.push_back(text::say(voice, "caseload.brackets_95_interval_mean_over", "paths"_is = figures.paths,
                            "periods"_is = kPeriods, "weeks"_is = weeks));
  else
    out.push_back(text::say(voice, "caseload.brackets_95_interval_difference", "paths"_is = figures.paths,
                            "periods"_is = kPeriods, "weeks"_is = weeks));
  if (!compared) out.push_back(text::say(voice, "caseload.eight_in_ten", "weeks"_is = weeks));
  if (figures.paths < kFewestToDraw) out.push_back(text::say(voice, "caseload.few_paths_rough"));
  out.push_back(text::say(voice, "caseload.counts_per_team", "weeks"_is = weeks));
  if (!compared) return out;
  out.emplace_back(text::say(voice, "caseload.difference_taken_path_path"));
  out.emplace_back(text::say(voice, "caseload.difference_may_be_chance"));
  return out;
}

std::vector<std::string> cannot_say(const CaseloadPlan& plan, const text::Voice& voice) {
  Rests rests = rests_on(plan.settings.front().assumptions);
  return {
      text::say(voice, "caseload.numbers_assumptions_without_source_other", "assumed"_is = rests.assumed,
                "sourced"_is = rests.assumed + rests.sourced),
      text::say(voice, "caseload.does_say_whether_residents_better"),
      text::say(voice, "caseload.people_adapt_skip_meeting_help"),
      text::say(voice, "caseload.agenda_is_proposed"),
      text::say(voice, "caseload.sat_table_first_review_counts"),
  };
}

std::string caseload_csv(const CaseloadFigures& figures) {
  std::vector<std::vector<std::string>> rows{{"setting", "measure", "mean", "low95", "high95", "tenth", "ninetieth",
                                              "paths", "difference", "difference_low95", "difference_high95", "rest"}};
  const auto number = [](double value) { return fmt::format("{}", value); };
  const auto end = [&](const Interval& of, double value) { return of.known ? number(value) : std::string(); };
  for (const auto& setting : figures.settings)
    for (const auto& name : names_of(Measure{})) {
      const auto& it = setting.measures[static_cast<std::size_t>(name.value)];
      const auto& difference = setting.differences[static_cast<std::size_t>(name.value)];
      std::vector<std::string> row{setting.name, std::string(name.key)};
      if (it)
        row.insert(row.end(), {number(it->mean.mean), end(it->mean, it->mean.low), end(it->mean, it->mean.high),
                               number(it->tenth), number(it->ninetieth), std::to_string(it->paths)});
      row.resize(8);
      if (difference)
        row.insert(row.end(),
                   {number(difference->mean), end(*difference, difference->low), end(*difference, difference->high)});
      row.resize(rows.front().size() - 1);
      row.emplace_back(key(setting.settling.rest));
      rows.push_back(std::move(row));
    }
  return csv::written(rows);
}

json caseload_json(const CaseloadRequest& request, const CaseloadPlan& plan, const CaseloadFigures& figures,
                   const text::Voice& voice) {
  json settings = json::array();
  for (std::size_t i = 0; i < figures.settings.size(); ++i) {
    if (plan.settings[i].turn) continue;
    const auto& setting = figures.settings[i];
    const auto& assumptions = plan.settings[i].assumptions;
    json one{{"setting", setting.name},
             {"assumptions", {{"id", assumptions.id}, {"version", assumptions.version}, {"hash", assumptions.hash}}},
             {"rest", settling_told(setting.settling)},
             {"measures", measures_json(setting.measures, estimate_json)},
             {"waiting_by_week",
              {{"mean", setting.settling.waiting.mean},
               {"tenth", setting.settling.waiting.tenth},
               {"ninetieth", setting.settling.waiting.ninetieth}}},
             {"reviewed_by_day", setting.waits},
             {"reviewed_within_days",
              {{"mean", setting.reviewed.mean},
               {"tenth", setting.reviewed.tenth},
               {"ninetieth", setting.reviewed.ninetieth}}}};
    if (i > 0) one["differences"] = measures_json(setting.differences, interval_json);
    settings.push_back(std::move(one));
  }
  json out{{"teams", plan.teams},
           {"weeks", plan.scale.weeks},
           {"runs", plan.runs},
           {"seed", plan.scale.seed},
           {"compare", request.compare},
           {"paths", figures.paths},
           {"periods", figures.periods},
           {"warm_up_weeks", figures.warm_up},
           {"interval",
            "95%, bootstrap-t over paths (Student's t for fewer than 8 and for 400 or more; exact for what never or "
            "always happened)"},
           {"case_lives", figures.lives},
           {"commands", figures.doings.commands},
           {"events", figures.doings.events},
           {"refused", figures.doings.refused},
           {"replanned", figures.doings.replanned},
           {"settings", std::move(settings)},
           {"cannot_say", cannot_say(plan, voice)}};
  if (request.sensitivity) out["sensitivity"] = sensitivity_json(plan, figures);
  return out;
}

}  // namespace casus::simulation
