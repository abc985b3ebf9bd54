// SPDX-License-Identifier: EUPL-1.2
#include "core/simulation/caseload_figures.hpp"

#include <boost/math/distributions/students_t.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace casus::simulation {

namespace {

/// The value below which this share lies, between neighbours by their distance. Of sorted values.
double quantile(const std::vector<double>& sorted, double share) {
  const auto at = share * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(at);
  const auto above = std::min(below + 1, sorted.size() - 1);
  return sorted[below] + (at - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

double student(std::size_t freedom) {
  const boost::math::students_t distribution(static_cast<double>(freedom));
  return boost::math::quantile(boost::math::complement(distribution, 0.025));
}

void add_up(std::vector<double>& sum, const std::vector<int>& more) {
  if (sum.size() < more.size()) sum.resize(more.size());
  for (std::size_t i = 0; i < more.size(); ++i) sum[i] += more[i];
}

}  // namespace

Estimate estimate(std::vector<double> values) {
  Estimate out;
  out.units = values.size();
  if (values.empty()) return out;
  const auto n = static_cast<double>(values.size());
  out.mean = std::accumulate(values.begin(), values.end(), 0.0) / n;
  double squares = 0;
  for (const auto value : values) squares += (value - out.mean) * (value - out.mean);
  std::ranges::sort(values);
  out.tenth = quantile(values, 0.1);
  out.ninetieth = quantile(values, 0.9);
  const auto reach = values.size() < 2 ? 0 : student(values.size() - 1) * std::sqrt(squares / (n - 1) / n);
  out.low = out.mean - reach;
  out.high = out.mean + reach;
  return out;
}

CaseloadFigures figures(const std::vector<std::string>& names, const std::vector<UnitResult>& results) {
  CaseloadFigures out;
  const auto settings = names.size();
  out.team_years = settings == 0 ? 0 : results.size() / settings;
  for (std::size_t setting = 0; setting < settings; ++setting) {
    SettingFigures it;
    it.name = names[setting];
    double first_reviews = 0;
    for (std::size_t year = 0; year < out.team_years; ++year) {
      const auto& result = results[year * settings + setting];
      add_up(it.queue, result.queue);
      add_up(it.waits, result.waits);
      out.lives += result.lives;
      out.doings.commands += result.doings.commands;
      out.doings.events += result.doings.events;
      out.doings.refused += result.doings.refused;
      out.doings.replanned += result.doings.replanned;
    }
    for (const auto waits : it.waits) first_reviews += waits;
    for (auto& waits : it.waits) waits /= std::max(1.0, first_reviews);
    for (auto& waiting : it.queue) waiting /= static_cast<double>(std::max<std::size_t>(1, out.team_years));
    for (std::size_t measure = 0; measure < kMeasures; ++measure) {
      std::vector<double> values, differences;
      for (std::size_t year = 0; year < out.team_years; ++year) {
        const auto& value = results[year * settings + setting].measures[measure];
        const auto& first = results[year * settings].measures[measure];
        if (value) values.push_back(*value);
        if (value && first) differences.push_back(*value - *first);
      }
      if (!values.empty()) it.measures[measure] = estimate(std::move(values));
      if (setting > 0 && !differences.empty()) it.differences[measure] = estimate(std::move(differences));
    }
    out.settings.push_back(std::move(it));
  }
  return out;
}

}  // namespace casus::simulation
