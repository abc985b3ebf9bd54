// SPDX-License-Identifier: EUPL-1.2
#include "core/simulation/caseload/caseload_figures.hpp"

#include <algorithm>
#include <numeric>

namespace casus::simulation {

namespace {

/// A measure of each path, all its periods together.
using PathParts = std::vector<Part>;

PathParts parts_of(const std::vector<const UnitResult*>& paths, std::size_t measure) {
  PathParts parts;
  for (const auto* path : paths) {
    auto& part = parts.emplace_back();
    for (const auto& period : path->periods) part.add(period[measure]);
  }
  return parts;
}

std::optional<Estimate> estimated(const std::vector<const UnitResult*>& paths, std::size_t measure) {
  const auto mean = mean_of(parts_of(paths, measure), bound_of(static_cast<Measure>(measure)));
  if (!mean) return std::nullopt;
  Estimate out{*mean, 0, 0, paths.size(), 0};
  std::vector<double> values;
  for (const auto* path : paths)
    for (const auto& period : path->periods)
      if (period[measure].of > 0) values.push_back(period[measure].sum / period[measure].of);
  std::ranges::sort(values);
  out.tenth = quantile_of(values, 0.1);
  out.ninetieth = quantile_of(values, 0.9);
  out.periods = values.size();
  return out;
}

std::vector<double> shares(const std::vector<const UnitResult*>& paths) {
  std::vector<double> out;
  double all = 0;
  for (const auto* path : paths) {
    if (out.size() < path->waits.size()) out.resize(path->waits.size());
    for (std::size_t day = 0; day < path->waits.size(); ++day) {
      out[day] += path->waits[day];
      all += path->waits[day];
    }
  }
  for (auto& share : out) share /= std::max(1.0, all);
  return out;
}

/// Of each path the share that was reviewed within so many days; a path without a review says nothing.
PathBand reviewed_within(const std::vector<const UnitResult*>& paths, const std::vector<double>& shares) {
  std::vector<std::vector<double>> by_day(shares.size());
  for (const auto* path : paths) {
    const double all = std::accumulate(path->waits.begin(), path->waits.end(), 0.0);
    if (all == 0) continue;
    double within = 0;
    for (std::size_t day = 0; day < shares.size(); ++day) {
      within += day < path->waits.size() ? path->waits[day] : 0;
      by_day[day].push_back(within / all);
    }
  }
  PathBand out;
  double within = 0;
  for (std::size_t day = 0; day < shares.size(); ++day) {
    out.mean.push_back(within += shares[day]);
    if (by_day[day].empty()) continue;
    std::ranges::sort(by_day[day]);
    out.tenth.push_back(quantile_of(by_day[day], 0.1));
    out.ninetieth.push_back(quantile_of(by_day[day], 0.9));
  }
  return out;
}

}  // namespace

CaseloadFigures figures(const CaseloadPlan& plan, const std::vector<UnitResult>& results) {
  CaseloadFigures out;
  const auto settings = plan.settings.size();
  out.paths = settings == 0 ? 0 : results.size() / settings;
  out.warm_up = plan.scale.warm_up;
  std::vector<std::vector<const UnitResult*>> paths(settings);
  for (std::size_t i = 0; i < out.paths * settings; ++i) {
    const auto& result = results[i];
    paths[i % settings].push_back(&result);
    out.lives += result.lives;
    out.doings.commands += result.doings.commands;
    out.doings.events += result.doings.events;
    out.doings.refused += result.doings.refused;
    out.doings.replanned += result.doings.replanned;
  }
  for (std::size_t setting = 0; setting < settings; ++setting) {
    SettingFigures it{
        .name = plan.settings[setting].name, .settling = plan.settling.at(setting), .waits = shares(paths[setting])};
    it.reviewed = reviewed_within(paths[setting], it.waits);
    const auto at_rest = [&](std::size_t one) { return plan.settling[one].rest == Rest::settled; };
    for (std::size_t measure = 0; measure < kMeasures; ++measure) {
      const bool follows = follows_list(static_cast<Measure>(measure));
      if (follows && !at_rest(setting)) continue;
      it.measures[measure] = estimated(paths[setting], measure);
      if (setting == 0 || (follows && !at_rest(0))) continue;
      it.differences[measure] = difference_of(parts_of(paths[setting], measure), parts_of(paths[0], measure));
    }
    out.settings.push_back(std::move(it));
  }
  for (const auto* path : paths.empty() ? std::vector<const UnitResult*>{} : paths[0])
    out.periods += path->periods.size();
  return out;
}

}  // namespace casus::simulation
