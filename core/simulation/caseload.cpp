// SPDX-License-Identifier: EUPL-1.2
#include "core/simulation/caseload.hpp"

#include "core/simulation/caseload_tally.hpp"
#include "core/simulation/caseload_terms.hpp"

#include <algorithm>
#include <cmath>
#include <memory>
#include <numeric>

namespace casus::simulation {

namespace {

constexpr double kDay = 24 * 60;

/// Moments are counted in minutes from the Monday on which the simulation begins.
Time moment_at(double minutes) {
  static const Time kStart = *time_from("2026-01-05T00:00:00Z");
  return kStart + std::chrono::seconds(static_cast<std::int64_t>(std::llround(minutes * 60)));
}

/// The weekly meeting is on Tuesday at nine.
double meeting_at(int week) { return (week * 7 + 1) * kDay + 9 * 60; }

}  // namespace

class TeamPath::Weeks {
 public:
  Weeks(const engine::Library& library, const Setting& setting, const Playbooks& books, const Scale& scale, Unit unit)
      : library_(library),
        a_(setting.assumptions),
        books_(books),
        scale_(scale),
        terms_(running_terms_of(library, setting.assumptions)),
        workers_(static_cast<std::size_t>(a_.workers.value)) {
    result_.unit = unit;
    held_.resize(workers_);
  }

  void go_on(int weeks) {
    for (const int end = week_ + weeks; week_ < end; ++week_) {
      arrivals(week_);
      outside(meeting_at(week_));
      meeting(week_);
      waiting_.push_back(
          static_cast<int>(std::ranges::count_if(entries_, [](const Entry& entry) { return entry.life == nullptr; })));
      open_.push_back(std::accumulate(held_.begin(), held_.end(), 0));
      if (counts(week_)) count_week();
    }
  }

  const std::vector<int>& waiting() const { return waiting_; }
  const std::vector<int>& open() const { return open_; }

  UnitResult end() {
    finish();
    if (week_ > scale_.warm_up) end_period();
    return std::move(result_);
  }

 private:
  enum class Waits { first, goes_on, follow_up, outside };

  struct Entry {
    int number = 0;
    std::unique_ptr<CaseLife> life;
    const ProblemKind* problem = nullptr;
    const MethodUse* use = nullptr;
    std::size_t worker = 0;
    double reported = 0;  ///< minutes
    double ready = 0;     ///< from when it may be on the agenda, or an outside phase is done
    Waits waits = Waits::first;
    std::optional<double> due;  ///< the day to look back
    double used = 0;            ///< meeting minutes
    bool broken_off = false;    ///< the meeting was over before the case was done
    bool counted_term = false;
  };

  bool counts(int week) const { return week >= scale_.warm_up; }
  bool counts_at(double minutes) const { return minutes >= meeting_at(scale_.warm_up) - kDay; }
  Place place(int item) const { return {result_.unit.run, result_.unit.team, static_cast<std::uint32_t>(item), 0}; }

  void arrivals(int week) {
    Chance chance(scale_.seed, place(week), Purpose::arrivals);
    const int count = chance.count(a_.cases_per_week.value);
    std::vector<double> days;
    for (int i = 0; i < count; ++i) days.push_back(chance.uniform() * 7);
    std::ranges::sort(days);
    for (const auto day : days) arrive((week * 7 + day) * kDay);
  }

  void arrive(double reported) {
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

  /// Phases that are not done in the meeting, up to a moment.
  void outside(double until) {
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

  void drop_closed() {
    std::erase_if(entries_, [](const Entry& entry) {
      return entry.life != nullptr && entry.life->state().stage.life == Life::closed;
    });
  }

  bool is_outside(const Entry& entry, Phase phase) const {
    return std::ranges::find(entry.use->outside, phase) != entry.use->outside.end();
  }

  double planned(const Entry& entry) const {
    const auto minutes = entry.life->next_step().minutes;
    return (minutes > 0 ? minutes : a_.untimed_minutes.value) * entry.problem->size.value;
  }

  /// What a case waits for after a sitting or an outside phase.
  void wait_for_next(Entry& entry, double now) {
    const auto phase = entry.life->next_step().phase;
    if (is_outside(entry, phase)) {
      Chance chance(
          scale_.seed,
          {result_.unit.run, result_.unit.team, static_cast<std::uint32_t>(entry.number),
           static_cast<std::uint32_t>(entry.life->state().round) * 4U + static_cast<std::uint32_t>(index_of(phase))},
          Purpose::outside);
      entry.waits = Waits::outside;
      entry.ready = now + chance.between(entry.use->outside_days.from, entry.use->outside_days.to) * kDay;
      return;
    }
    if (phase == Phase::evaluation) {
      entry.waits = Waits::follow_up;
      const auto& review = entry.life->state().review_on;
      entry.ready = now;
      if (review) entry.ready = std::max(now, days_between(date_of(moment_at(0)), *review) * kDay);
      entry.due = entry.ready;
      return;
    }
    entry.waits = Waits::goes_on;
    entry.ready = now;
  }

  /// Everything up to the next point where a case leaves the table, by plan: what the agenda reckons with.
  double estimate(const Entry& entry, const Playbook& book) const {
    const auto rest = [&](const std::vector<StepScript>& script, std::size_t from) {
      double sum = 0;
      if (from >= script.size()) return sum;
      const bool looks_back = script[from].phase == Phase::evaluation;
      for (auto i = from; i < script.size(); ++i) {
        if (is_outside(entry, script[i].phase) || (script[i].phase == Phase::evaluation) != looks_back) break;
        sum += (script[i].minutes > 0 ? script[i].minutes : a_.untimed_minutes.value) * entry.problem->size.value;
      }
      return sum;
    };
    if (entry.life == nullptr) return rest(book.first, 0);
    const auto& script = entry.life->state().round > 1 ? entry.life->book().again : entry.life->book().first;
    return rest(script, static_cast<std::size_t>(&entry.life->next_step() - script.data()));
  }

  /// The agenda: what was broken off, then follow-ups by their day, then rounds that go on and new cases by how long
  /// they wait. What does not fit is passed over for something that does; the first of all is taken even when it fits
  /// no meeting.
  std::vector<Entry*> agenda(double now) {
    std::vector<Entry*> all;
    for (auto& entry : entries_)
      if (entry.waits != Waits::outside && entry.ready <= now) all.push_back(&entry);
    const auto rank = [](const Entry& entry) { return entry.broken_off ? 0 : entry.waits == Waits::follow_up ? 1 : 2; };
    std::ranges::stable_sort(all, [&](const Entry* a, const Entry* b) {
      const auto by = [&](const Entry& it) {
        return std::pair(rank(it), it.waits == Waits::follow_up ? *it.due : it.ready);
      };
      return by(*a) < by(*b);
    });
    return all;
  }

  void meeting(int week) {
    const double begin = meeting_at(week);
    const double end = begin + a_.minutes.value - a_.fixed_minutes.value;
    Chance absence(scale_.seed, place(week), Purpose::absence);
    std::vector<bool> present(workers_);
    int there = 0;
    for (std::size_t i = 0; i < workers_; ++i) {
      present[i] = !absence.happens(a_.absence.value);
      there += present[i] ? 1 : 0;
    }
    double now = begin;
    bool any = false;
    for (auto* entry : agenda(begin)) {
      if (!present[entry->worker]) continue;
      const auto* book = entry->life == nullptr ? books_.find(entry->use->method, there) : &entry->life->book();
      if (book == nullptr) continue;
      const auto wants = estimate(*entry, *book);
      // The first case is taken whatever its size; else what is left must do, but for rounding.
      if (any && now + wants > end + 1e-6) continue;
      any = true;
      now = sit(*entry, *book, now, end, week);
    }
    if (counts(week)) {
      tally_.used += now - begin;
      tally_.time += end - begin;
      ++tally_.meetings;
    }
    drop_closed();
  }

  /// One case on the table, until it leaves: outside, to look back later, closed, or broken off at the end of the
  /// meeting.
  double sit(Entry& entry, const Playbook& book, double now, double end, int week) {
    const double begin = now;
    if (entry.life == nullptr) begin_review(entry, book, now, week);
    auto& life = *entry.life;
    if (entry.waits == Waits::follow_up) looked_back(entry, now);
    Chance chance(scale_.seed,
                  {result_.unit.run, result_.unit.team, static_cast<std::uint32_t>(entry.number),
                   static_cast<std::uint32_t>(week % 256)},
                  Purpose::sitting);
    const bool looks_back = life.next_step().phase == Phase::evaluation;
    bool left = false;
    while (!life.round_over()) {
      const auto phase = life.next_step().phase;
      left = is_outside(entry, phase) || (phase == Phase::evaluation) != looks_back;
      if (left) break;
      if (now >= end + a_.overrun.value) break;
      const auto minutes = planned(entry) * chance.around_one(a_.spread.value);
      life.do_step(moment_at(now), minutes, result_.doings);
      now += minutes;
      if (life.wants_concern() && life.raise_concern(moment_at(now), result_.doings)) now += a_.concern_minutes.value;
      look_at_term(entry, now);
    }
    entry.used += now - begin;
    if (life.round_over()) {
      if (life.end_round(moment_at(now), result_.doings)) {
        closed(entry, now);
        return now;
      }
      left = true;
    }
    entry.broken_off = !left;
    if (left) {
      wait_for_next(entry, now);
    } else {
      entry.waits = Waits::goes_on;
      entry.ready = now;
    }
    return now;
  }

  void begin_review(Entry& entry, const Playbook& book, double now, int week) {
    entry.life = std::make_unique<CaseLife>(library_, a_, *entry.problem, book, scale_.seed, place(entry.number),
                                            scale_.keep_events);
    ++result_.lives;
    const auto opened = std::min(entry.ready, now);
    entry.life->open(moment_at(opened), date_of(moment_at(entry.reported)), result_.doings);
    if (!counts(week)) return;
    tally_.first_review((now - entry.reported) / kDay);
  }

  void looked_back(const Entry& entry, double now) {
    if (!entry.due || !counts_at(*entry.due)) return;
    ++tally_.follow_ups;
    if (now > *entry.due + a_.late_after_days.value * kDay) ++tally_.missed;
  }

  /// Whether a term that runs from the report was kept, once for each case: when its phase is left, or at the end.
  void look_at_term(Entry& entry, double now) {
    if (entry.counted_term || entry.life == nullptr) return;
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

  void count_term(double deadline, double now) {
    if (!counts_at(deadline)) return;
    ++tally_.terms;
    if (now <= deadline) ++tally_.kept_terms;
  }

  void closed(Entry& entry, double now) {
    --held_[entry.worker];
    if (counts_at(now)) tally_.closed(*entry.life, entry.used, library_);
    keep(entry);
  }

  void keep(Entry& entry) {
    if (scale_.keep_events && entry.life != nullptr)
      result_.histories.emplace_back(entry.life->state().id, entry.life->take_events());
  }

  void count_week() {
    tally_.open += static_cast<double>(open_.back()) / static_cast<double>(workers_);
    tally_.busiest += *std::ranges::max_element(held_);
    const int counted = week_ + 1 - scale_.warm_up;
    // The last one ends when the path does: what was never done is counted in it.
    if (counted % scale_.weeks == 0 && counted / scale_.weeks < kPeriods) end_period();
  }

  void end_period() {
    result_.periods.push_back(tally_.measures(a_, waiting_.back()));
    const auto& waits = tally_.waits();
    if (result_.waits.size() < waits.size()) result_.waits.resize(waits.size());
    for (std::size_t day = 0; day < waits.size(); ++day) result_.waits[day] += waits[day];
    tally_ = {};
  }

  void finish() {
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

  const engine::Library& library_;
  const Assumptions& a_;
  const Playbooks& books_;
  const Scale& scale_;
  std::vector<RunningTerm> terms_;
  int week_ = 0;  ///< the next
  std::size_t workers_;
  UnitResult result_;
  std::vector<Entry> entries_;
  std::vector<int> held_;  ///< cases that each worker carries
  std::vector<int> waiting_, open_;
  int numbers_ = 0;
  Tally tally_;
};

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
