// SPDX-License-Identifier: EUPL-1.2
#include "core/simulation/caseload_tally.hpp"

#include "core/engine/guidance.hpp"

namespace casus::simulation {

void Tally::first_review(double days, UnitResult& result) {
  wait_days_ += days;
  ++reviewed_;
  const auto whole = static_cast<std::size_t>(days);
  if (result.waits.size() <= whole) result.waits.resize(whole + 1);
  ++result.waits[whole];
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
  for (const auto& kept : engine::fidelity(state, library)) {
    kept_ += static_cast<double>(kept.fidelity.kept());
    judged_ += static_cast<double>(kept.fidelity.judged());
  }
}

double Tally::within(double share, const UnitResult& result) const {
  double sum = 0;
  for (std::size_t day = 0; day < result.waits.size(); ++day) {
    sum += result.waits[day];
    if (sum >= share * reviewed_) return static_cast<double>(day + 1);
  }
  return 0;
}

void Tally::tell(const Assumptions& a, UnitResult& result) const {
  const auto set = [&](Measure measure, double value) { result.measures[static_cast<std::size_t>(measure)] = value; };
  const auto share = [&](Measure measure, double part, double of, double times = 1) {
    if (of > 0) set(measure, times * part / of);
  };
  share(Measure::wait_days, wait_days_, reviewed_);
  if (reviewed_ > 0) set(Measure::wait_p90, within(0.9, result));
  set(Measure::waiting_at_end, result.queue.empty() ? 0 : result.queue.back());
  share(Measure::within_terms, kept_terms, terms, 100);
  share(Measure::minutes_per_case, minutes_, closed_);
  share(Measure::meeting_used, used, time, 100);
  share(Measure::missed_follow_ups, missed, follow_ups, 100);
  share(Measure::network_share, own_, actions_, 100);
  share(Measure::supporters, supporters_, closed_);
  share(Measure::fidelity, kept_, judged_, 100);
  share(Measure::explained, explained_, closed_);
  share(Measure::rounds, rounds_, closed_);
  share(Measure::open_per_worker, open, meetings);
  share(Measure::busiest_worker, busiest, meetings);
  share(Measure::minutes_per_worker, used + meetings * a.fixed_minutes.value, meetings, 1 - a.absence.value);
  set(Measure::reviewed, reviewed_);
  set(Measure::closed, closed_);
}

}  // namespace casus::simulation
