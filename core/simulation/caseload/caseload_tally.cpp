// SPDX-License-Identifier: EUPL-1.2
#include "core/simulation/caseload/caseload_tally.hpp"

#include "core/engine/explain/fidelity_tally.hpp"

namespace casus::simulation {

void Tally::first_review(double days) {
  wait_days_ += days;
  ++reviewed_;
  const auto whole = static_cast<std::size_t>(days);
  if (waits_.size() <= whole) waits_.resize(whole + 1);
  ++waits_[whole];
}

void Tally::closed(const CaseLife& life, double minutes, const engine::Library& library) {
  const auto& state = life.state();
  ++closed_;
  minutes_ += minutes;
  rounds_ += state.round;
  supporters_ += life.supporters();
  for (const auto& action : state.actions) {
    ++actions_;
    if (action.plan.rung && (*action.plan.rung == Rung::self || *action.plan.rung == Rung::network)) ++own_;
  }
  for (const auto& visit : state.visits) explained_ += static_cast<double>(visit.explained.size());
  const auto fidelity = engine::fidelity_tally(state, library);
  kept_ += static_cast<double>(fidelity.kept);
  judged_ += static_cast<double>(fidelity.judged);
}

double Tally::within(double share) const {
  double sum = 0;
  for (std::size_t day = 0; day < waits_.size(); ++day) {
    sum += waits_[day];
    if (sum >= share * reviewed_) return static_cast<double>(day + 1);
  }
  return 0;
}

Measures Tally::measures(const Assumptions& a, int waiting) const {
  Measures out;
  const auto set = [&](Measure measure, double sum, double of) { out[static_cast<std::size_t>(measure)] = {sum, of}; };
  set(Measure::wait_days, wait_days_, reviewed_);
  if (reviewed_ > 0) set(Measure::wait_p90, within(0.9), 1);
  set(Measure::waiting_at_end, waiting, 1);
  set(Measure::within_terms, 100 * kept_terms, terms);
  set(Measure::minutes_per_case, minutes_, closed_);
  set(Measure::meeting_used, 100 * used, time);
  set(Measure::missed_follow_ups, 100 * missed, follow_ups);
  set(Measure::network_share, 100 * own_, actions_);
  set(Measure::supporters, supporters_, closed_);
  set(Measure::fidelity, 100 * kept_, judged_);
  set(Measure::explained, explained_, closed_);
  set(Measure::rounds, rounds_, closed_);
  set(Measure::open_per_worker, open, meetings);
  set(Measure::busiest_worker, busiest, meetings);
  set(Measure::minutes_per_worker, (used + meetings * a.fixed_minutes.value) * (1 - a.absence.value), meetings);
  set(Measure::reviewed, reviewed_, 1);
  set(Measure::closed, closed_, 1);
  return out;
}

}  // namespace casus::simulation
