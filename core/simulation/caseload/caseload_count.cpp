// SPDX-License-Identifier: EUPL-1.2
#include "core/simulation/caseload/caseload_weeks.hpp"

/// What is counted of the weeks of a simulated team.
namespace casus::simulation {

void TeamPath::Weeks::first_review(CaseEntry& entry, const Playbook& book, double now, int week) {
  entry.begun = true;
  entry.life->sit_down(book, moment_at(now), result_.doings);
  if (counts(week)) tally_.first_review((now - entry.reported) / kDay);
}

void TeamPath::Weeks::looked_back(const CaseEntry& entry, double now) {
  if (!entry.due || !counts_at(*entry.due)) return;
  ++tally_.follow_ups;
  if (now > *entry.due + a_.late_after_days.value * kDay) ++tally_.missed;
}

void TeamPath::Weeks::look_at_term(CaseEntry& entry, double now) {
  if (entry.counted_term || !entry.begun) return;
  for (const auto& term : terms_) {
    if (term.basis != entry.problem->basis || term.workflow != entry.life->book().workflow) continue;
    const auto& state = entry.life->state();
    const auto& steps = entry.life->book().first;
    const bool left = state.round > 1 || entry.life->round_over() ||
                      std::ranges::none_of(steps.begin() + (&entry.life->next_step() - steps.data()), steps.end(),
                                           [&](const StepScript& step) { return step.phase == term.left; });
    if (!left) continue;
    entry.counted_term = true;
    count_term(entry.reported + term.days * kDay, now);
  }
}

void TeamPath::Weeks::count_term(double deadline, double now) {
  if (!counts_at(deadline)) return;
  ++tally_.terms;
  if (now <= deadline) ++tally_.kept_terms;
}

void TeamPath::Weeks::closed(CaseEntry& entry, double now) {
  --held_[entry.worker];
  if (counts_at(now)) tally_.closed(*entry.life, entry.used, library_);
  keep(entry);
}

void TeamPath::Weeks::keep(CaseEntry& entry) {
  if (scale_.keep_events && entry.life != nullptr)
    result_.histories.emplace_back(entry.life->state().id, entry.life->take_events());
}

void TeamPath::Weeks::count_week() {
  tally_.open += static_cast<double>(open_.back()) / static_cast<double>(workers_);
  tally_.busiest += *std::ranges::max_element(held_);
  const int counted = week_ + 1 - scale_.warm_up;
  // The last one ends when the path does: what was never done is counted in it.
  if (counted % scale_.weeks == 0 && counted / scale_.weeks < kPeriods) end_period();
}

void TeamPath::Weeks::end_period() {
  result_.periods.push_back(tally_.measures(a_, waiting_.back()));
  const auto& waits = tally_.waits();
  if (result_.waits.size() < waits.size()) result_.waits.resize(waits.size());
  for (std::size_t day = 0; day < waits.size(); ++day) result_.waits[day] += waits[day];
  tally_ = {};
}

void TeamPath::Weeks::finish() {
  const double end = meeting_at(week_ - 1);
  for (auto& entry : entries_) {
    // A day to look back that passed without anybody looking, and a term that ran out without a plan.
    if (entry.waits == Waits::follow_up && entry.due && counts_at(*entry.due) &&
        *entry.due + a_.late_after_days.value * kDay < end) {
      ++tally_.follow_ups;
      ++tally_.missed;
    }
    for (const auto& term : terms_) {
      if (entry.counted_term || term.basis != entry.problem->basis) continue;
      const auto* method = library_.method(entry.use->method);
      if (method == nullptr || method->workflow != term.workflow || entry.reported + term.days * kDay > end) continue;
      entry.counted_term = true;
      count_term(entry.reported + term.days * kDay, end + kDay * 365);
    }
    keep(entry);
  }
  std::ranges::sort(result_.histories, {}, [](const auto& it) { return std::pair(it.first.size(), it.first); });
}

}  // namespace casus::simulation
