// SPDX-License-Identifier: EUPL-1.2
#include "core/lifecycle/lifecycle.hpp"

#include "core/lifecycle/chart.hpp"

#include <array>
#include <cstddef>
#include <cstdint>

namespace casus::lifecycle {

namespace {

constexpr std::size_t kLives = 5;
constexpr std::size_t kSafeties = 3;
constexpr std::size_t kMeldcodeValues = kMeldcodeSteps + 1;
constexpr std::size_t kStages = kLives * kSafeties * kMeldcodeValues * kPhases;
constexpr std::size_t kKinds = 13;

/// How many different steps a kind has, by what goes with it.
constexpr std::size_t variants(Kind kind) {
  switch (kind) {
    case Kind::open:
    case Kind::enter_phase:
    case Kind::start_round:
    case Kind::reopen: return kPhases;
    case Kind::meldcode: return kMeldcodeSteps;
    default: return 1;
  }
}

/// Where the steps of a kind begin in the fixed order; one past the last kind gives the number of all steps.
constexpr auto kFirstOfKind = [] {
  std::array<std::size_t, kKinds + 1> first{};
  for (std::size_t kind = 0; kind < kKinds; ++kind) first[kind + 1] = first[kind] + variants(static_cast<Kind>(kind));
  return first;
}();
constexpr std::size_t kSteps = kFirstOfKind[kKinds];

/// The phase does not count before a case opens and after it is erased.
constexpr Stage plain(Stage stage) {
  if (stage.life == Life::intake || stage.life == Life::erased) stage.phase = Phase::analysis;
  return stage;
}

/// The number of a stage among everything that a Stage can hold, existing or not; kStages for what is no value at all.
constexpr std::size_t number_of(const Stage& given) {
  const auto stage = plain(given);
  const auto life = static_cast<std::size_t>(stage.life);
  const auto safety = static_cast<std::size_t>(stage.safety);
  const auto meldcode = static_cast<std::size_t>(stage.meldcode_step);
  const auto phase = index_of(stage.phase);
  if (life >= kLives || safety >= kSafeties || meldcode >= kMeldcodeValues || phase >= kPhases) return kStages;
  return ((life * kSafeties + safety) * kMeldcodeValues + meldcode) * kPhases + phase;
}

constexpr Stage stage_of(std::size_t number) {
  Stage stage{.phase = static_cast<Phase>(number % kPhases)};
  number /= kPhases;
  stage.meldcode_step = static_cast<int>(number % kMeldcodeValues);
  number /= kMeldcodeValues;
  stage.safety = static_cast<Safety>(number % kSafeties);
  stage.life = static_cast<Life>(number / kSafeties);
  return stage;
}

/// The same for steps; kSteps for a step that does not exist.
constexpr std::size_t number_of(const Step& step) {
  const auto kind = static_cast<std::size_t>(step.kind);
  if (kind >= kKinds) return kSteps;
  std::size_t variant = 0;
  if (step.kind == Kind::meldcode) variant = static_cast<std::size_t>(step.meldcode_step) - 1;
  else if (variants(step.kind) > 1) variant = index_of(step.phase);
  return variant < variants(step.kind) ? kFirstOfKind[kind] + variant : kSteps;
}

constexpr Step step_of(std::size_t number) {
  std::size_t kind = 0;
  while (number >= kFirstOfKind[kind + 1]) ++kind;
  Step step{static_cast<Kind>(kind)};
  const auto variant = number - kFirstOfKind[kind];
  if (step.kind == Kind::meldcode) step.meldcode_step = static_cast<int>(variant) + 1;
  else step.phase = static_cast<Phase>(variant);
  return step;
}

/// A chart that was driven to `wanted` by the steps that a case would take, or nothing when they do not lead there.
/// So a stage exists exactly when the chart can be in it, and restoring one needs no door beside the rules.
std::optional<Chart> driven_to(const Stage& wanted) {
  std::optional<Chart> chart(std::in_place);
  if (wanted.life != Life::intake) chart->take({Kind::open, wanted.phase});
  if (wanted.life == Life::paused) chart->take({Kind::pause});
  if (wanted.meldcode_step > 0) chart->take({Kind::raise_concern});
  for (int step = 2; step <= wanted.meldcode_step; ++step) chart->take({Kind::meldcode, {}, step});
  if (wanted.safety == Safety::acute) chart->take({Kind::raise_acute});
  if (wanted.life == Life::closed) chart->take({Kind::close});
  if (wanted.life == Life::erased) chart->take({Kind::erase});
  if (chart->stage() != wanted) chart.reset();
  return chart;
}

/// What the chart answered to every step in every stage.
struct Table {
  static constexpr std::uint16_t kNothing = kStages;

  std::array<std::array<std::uint16_t, kSteps>, kStages> next;
  std::array<Stage, kStages> stages;
  std::array<bool, kStages> exists;
};

/// Only a want of memory could throw in here, and then "not allowed" would be a false answer: that ends the program.
Table explored() noexcept {
  Table table{};
  for (std::size_t from = 0; from < kStages; ++from) {
    table.stages[from] = stage_of(from);
    table.next[from].fill(Table::kNothing);
    if (plain(table.stages[from]) != table.stages[from]) continue;
    auto chart = driven_to(table.stages[from]);
    table.exists[from] = chart.has_value();
    if (!chart) continue;
    for (std::size_t step = 0; step < kSteps; ++step) {
      if (!chart->take(step_of(step))) continue;
      table.next[from][step] = static_cast<std::uint16_t>(number_of(chart->stage()));
      chart = driven_to(table.stages[from]);
    }
  }
  return table;
}

const Table& table() {
  static const Table kTable = explored();
  return kTable;
}

}  // namespace

std::optional<Stage> next(const Stage& from, const Step& step) {
  const auto stage_number = number_of(from);
  const auto step_number = number_of(step);
  if (stage_number == kStages || step_number == kSteps) return std::nullopt;
  const auto& known = table();
  const auto to = known.next[stage_number][step_number];
  if (to == Table::kNothing) return std::nullopt;
  return known.stages[to];
}

std::optional<Stage> next_by_chart(const Stage& from, const Step& step) {
  if (number_of(from) == kStages) return std::nullopt;
  auto chart = driven_to(plain(from));
  if (!chart || !chart->take(step)) return std::nullopt;
  return chart->stage();
}

std::vector<Stage> all_stages() {
  std::vector<Stage> stages;
  for (std::size_t number = 0; number < kStages; ++number)
    if (table().exists[number]) stages.push_back(table().stages[number]);
  return stages;
}

std::vector<Step> all_steps() {
  std::vector<Step> steps;
  for (std::size_t number = 0; number < kSteps; ++number) steps.push_back(step_of(number));
  return steps;
}

}  // namespace casus::lifecycle
