// SPDX-License-Identifier: EUPL-1.2
#include "core/simulation/fit.hpp"

#include "core/simulation/assumptions.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace casus::simulation {
namespace {

using text::msg;

constexpr const char* kStore = "STORE";

double rounded(double value) { return std::round(value * 100) / 100; }

/// New cases a week, over the whole weeks that the store goes back.
void fit_arrivals(const TeamCounts& counts, Fit& fit) {
  if (counts.opened.empty())
    return fit.left.push_back(msg("fit.too_few_cases", "count"_is = 0, "fewest"_is = kFewestToFit));
  const auto first = *std::ranges::min_element(counts.opened);
  const auto weeks = std::min(days_between(first, counts.today) / 7, kMostWeeksToFit);
  const auto from = plus_days(counts.today, -weeks * 7);
  const auto cases = static_cast<int>(
      std::ranges::count_if(counts.opened, [&](Date day) { return day > from && day <= counts.today; }));
  if (weeks < kFewestWeeksToFit)
    return fit.left.push_back(msg("fit.too_few_weeks", "count"_is = weeks, "fewest"_is = kFewestWeeksToFit));
  if (cases < kFewestToFit)
    return fit.left.push_back(msg("fit.too_few_cases", "count"_is = cases, "fewest"_is = kFewestToFit));
  fit.numbers.push_back({"/team/cases_per_week", rounded(static_cast<double>(cases) / weeks),
                         msg("fit.cases", "cases"_is = cases, "weeks"_is = weeks)});
}

/// How long a review takes beside the minutes of its method, on the whole.
void fit_lengths(const TeamCounts& counts, const Assumptions& a, Fit& fit) {
  double planned = 0, taken = 0;
  for (const auto& one : counts.lengths) planned += one.planned, taken += one.taken;
  const auto reviews = static_cast<int>(counts.lengths.size());
  if (reviews < kFewestToFit || planned <= 0 || taken <= 0)
    return fit.left.push_back(msg("fit.too_few_reviews", "count"_is = reviews, "fewest"_is = kFewestToFit));
  double size = 0, weight = 0;
  for (const auto& kind : a.problems) size += kind.size.value * kind.weight.value, weight += kind.weight.value;
  const double by = taken / planned * weight / size;
  for (std::size_t i = 0; i < a.problems.size(); ++i)
    fit.numbers.push_back(
        {fmt::format("/problems/{}/size", i), std::clamp(rounded(a.problems[i].size.value * by), 0.1, 10.0),
         msg("fit.reviews", "reviews"_is = reviews, "percent"_is = std::lround(taken / planned * 100))});
}

}  // namespace

Fit fit(const TeamCounts& counts, std::string_view assumptions) {
  Fit fit;
  const auto [a, problems] = parse_assumptions(assumptions);
  if (!problems.empty()) return fit;
  if (counts.minutes > 0) {
    if (counts.members >= 2)
      fit.numbers.push_back({"/team/workers", static_cast<double>(std::min(counts.members, 60)), msg("fit.members")});
    if (counts.minutes > a.fixed_minutes.value)
      fit.numbers.push_back({"/meeting/minutes", static_cast<double>(counts.minutes), msg("fit.minutes")});
  }
  fit_arrivals(counts, fit);
  fit_lengths(counts, a, fit);
  return fit;
}

std::pair<std::string, Problems> with_fit(std::string_view assumptions, const Fit& fit) {
  std::string bytes(assumptions);
  for (const auto& number : fit.numbers) {
    auto [changed, problems] = with_number(bytes, number.path, number.value);
    if (!problems.empty()) return {{}, std::move(problems)};
    bytes = std::move(changed);
  }
  if (fit.numbers.empty()) return {std::move(bytes), {}};
  auto file = nlohmann::ordered_json::parse(bytes);
  file["sources"].push_back({{"key", kStore}, {"title", msg("fit.source").in(Lang::nl)}});
  for (const auto& number : fit.numbers) {
    auto& at = file.at(nlohmann::ordered_json::json_pointer(number.path));
    at["source"] = kStore;
    const auto words = number.counted.in_both();
    at["note"] = {{"nl", words.nl}, {"en", words.en}};
  }
  return {file.dump(), {}};
}

}  // namespace casus::simulation
