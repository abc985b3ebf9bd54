// SPDX-License-Identifier: EUPL-1.2
#include "core/simulation/caseload/caseload.hpp"

#include "core/simulation/caseload/caseload_weeks.hpp"

#include <algorithm>
#include <limits>
#include <memory>
#include <numeric>

namespace casus::simulation {

bool CaseEntry::is_outside(Phase phase) const { return std::ranges::find(use->outside, phase) != use->outside.end(); }

TeamPath::Weeks::Weeks(const engine::Library& library, const Setting& setting, const Playbooks& books,
                       const Scale& scale, Unit unit)
    : library_(library),
      a_(setting.assumptions),
      books_(books),
      scale_(scale),
      terms_(running_terms_of(library, setting.assumptions)),
      agenda_(library, setting.assumptions),
      workers_(static_cast<std::size_t>(a_.workers.value)) {
  result_.unit = unit;
  held_.resize(workers_);
}

void TeamPath::Weeks::go_on(int weeks) {
  for (const int end = week_ + weeks; week_ < end; ++week_) {
    arrivals(week_);
    ask_for_places(meeting_at(week_));
    outside(meeting_at(week_));
    meeting(week_);
    waiting_.push_back(
        static_cast<int>(std::ranges::count_if(entries_, [](const CaseEntry& entry) { return !entry.begun; })));
    open_.push_back(std::accumulate(held_.begin(), held_.end(), 0));
    if (counts(week_)) count_week();
  }
}

UnitResult TeamPath::Weeks::end() {
  finish();
  if (week_ > scale_.warm_up) end_period();
  return std::move(result_);
}

void TeamPath::Weeks::arrivals(int week) {
  Chance chance(scale_.seed, place(week), Purpose::arrivals);
  const int count = chance.count(a_.cases_per_week.value);
  std::vector<double> days;
  for (int i = 0; i < count; ++i) days.push_back(chance.uniform() * 7);
  std::ranges::sort(days);
  for (const auto day : days) arrive((week * 7 + day) * kDay);
}

void TeamPath::Weeks::arrive(double reported) {
  auto& entry = entries_.emplace_back();
  entry.number = ++numbers_;
  Chance profile(scale_.seed, place(entry.number), Purpose::profile);
  std::vector<double> weights;
  for (const auto& it : a_.problems) weights.push_back(it.weight.value);
  entry.problem = &a_.problems[profile.pick(weights)];
  weights.clear();
  for (const auto& it : a_.methods) weights.push_back(it.weight.value);
  entry.use = &a_.methods[profile.pick(weights)];
  entry.reported = reported;
  entry.ready = reported + profile.between(a_.intake_days.from, a_.intake_days.to) * kDay;
  // Whoever carries the fewest takes the next one.
  entry.worker = static_cast<std::size_t>(std::ranges::min_element(held_) - held_.begin());
  ++held_[entry.worker];
}

void TeamPath::Weeks::ask_for_places(double until) {
  for (auto& entry : entries_) {
    if (entry.life != nullptr || entry.ready > until) continue;
    // How many sit at the table is known when the table turns to it; opening is the same for any number.
    const auto* book = books_.find(entry.use->method, std::numeric_limits<int>::max());
    if (book == nullptr) continue;
    entry.life = std::make_unique<CaseLife>(library_, a_, *entry.problem, *book, scale_.seed, place(entry.number),
                                            scale_.keep_events);
    ++result_.lives;
    entry.life->open(moment_at(entry.ready), date_of(moment_at(entry.reported)), result_.doings);
    entry.life->ask_for_place(moment_at(entry.ready), result_.doings);
  }
}

void TeamPath::Weeks::outside(double until) {
  for (auto& entry : entries_) {
    while (entry.waits == Waits::outside && entry.ready <= until) {
      const auto phase = entry.life->next_step().phase;
      double at = entry.ready;
      while (!entry.life->round_over() && entry.life->next_step().phase == phase) {
        const auto minutes = planned(entry);
        entry.life->do_step(moment_at(at), minutes, result_.doings);
        at += minutes;
      }
      look_at_term(entry, at);
      if (entry.life->round_over() && entry.life->end_round(moment_at(at), result_.doings)) {
        closed(entry, at);
        break;
      }
      wait_for_next(entry, at);
    }
  }
  drop_closed();
}

void TeamPath::Weeks::drop_closed() {
  std::erase_if(entries_, [&](const CaseEntry& entry) {
    if (entry.life == nullptr || entry.life->state().stage.life != Life::closed) return false;
    agenda_.forget(entry.life->state().id);
    return true;
  });
}

double TeamPath::Weeks::planned(const CaseEntry& entry) const {
  const auto minutes = entry.life->next_step().minutes;
  return (minutes > 0 ? minutes : a_.untimed_minutes.value) * entry.problem->size.value;
}

void TeamPath::Weeks::wait_for_next(CaseEntry& entry, double now) {
  const auto phase = entry.life->next_step().phase;
  if (entry.is_outside(phase)) {
    Chance chance(
        scale_.seed,
        {result_.unit.run, result_.unit.team, static_cast<std::uint32_t>(entry.number),
         static_cast<std::uint32_t>(entry.life->state().round) * 4U + static_cast<std::uint32_t>(index_of(phase))},
        Purpose::outside);
    entry.waits = Waits::outside;
    entry.ready = now + chance.between(entry.use->outside_days.from, entry.use->outside_days.to) * kDay;
    return;
  }
  entry.ready = now;
  const auto& review = entry.life->state().review_on;
  if (phase == Phase::evaluation && review) {
    entry.waits = Waits::follow_up;
    entry.ready = std::max(now, days_between(date_of(moment_at(0)), *review) * kDay);
    entry.due = entry.ready;
    return;
  }
  entry.waits = Waits::goes_on;
  entry.life->ask_for_place(moment_at(now), result_.doings);
}

TeamPath::TeamPath(const engine::Library& library, const Setting& setting, const Playbooks& books, const Scale& scale,
                   Unit unit)
    : weeks_(std::make_unique<Weeks>(library, setting, books, scale, unit)) {}
TeamPath::~TeamPath() = default;

void TeamPath::go_on(int weeks) { weeks_->go_on(weeks); }
const std::vector<int>& TeamPath::waiting() const { return weeks_->waiting(); }
const std::vector<int>& TeamPath::open() const { return weeks_->open(); }
UnitResult TeamPath::end() { return weeks_->end(); }

UnitResult simulate_team(const engine::Library& library, const Setting& setting, const Playbooks& books,
                         const Scale& scale, Unit unit) {
  TeamPath path(library, setting, books, scale, unit);
  path.go_on(scale.warm_up + kPeriods * scale.weeks);
  return path.end();
}

}  // namespace casus::simulation
