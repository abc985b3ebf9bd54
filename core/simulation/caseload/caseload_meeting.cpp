// SPDX-License-Identifier: EUPL-1.2
#include "core/simulation/caseload/caseload_weeks.hpp"

/// The weekly meeting of a simulated team.
namespace casus::simulation {

void TeamPath::Weeks::meeting(int week) {
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
  for (const auto& line : agenda_.lines(date_of(moment_at(begin)), present, entries_)) {
    const auto entry = std::ranges::find_if(
        entries_, [&](const CaseEntry& it) { return it.life != nullptr && it.life->state().id == line.case_id; });
    if (there == 0 || now >= end - 1e-6) {
      agenda_.left(line);
      continue;
    }
    if (!entry->begun) {
      const auto* book = line.part == AgendaPart::review ? books_.find(entry->use->method, there) : nullptr;
      if (book == nullptr) {  // too few for its method, or no more than a word about its term
        if (line.part == AgendaPart::review) agenda_.left(line);
        else now += line.minutes;
        continue;
      }
      first_review(*entry, *book, now, week);
    }
    now = take(*entry, line, now, end, week);
  }
  if (counts(week)) {
    tally_.used += now - begin;
    tally_.time += end - begin;
    ++tally_.meetings;
  }
  drop_closed();
}

double TeamPath::Weeks::take(CaseEntry& entry, const AgendaLine& line, double now, double end, int week) {
  const auto from = moment_at(now);
  auto& life = *entry.life;
  Chance chance(scale_.seed,
                {result_.unit.run, result_.unit.team, static_cast<std::uint32_t>(entry.number),
                 static_cast<std::uint32_t>(week % 256)},
                Purpose::sitting);
  if (line.has(Why::concern)) life.go_on_with_code(from, result_.doings);
  if (line.has(Why::action_due)) life.look_at_actions(from, result_.doings);
  // As its length says: looking back begins with the first step; an evaluation that is open goes on to its end.
  const auto* here = life.state().here();
  const bool evaluating = here != nullptr && here->phase == Phase::evaluation;
  const bool begins = line.has(Why::review_due) && life.next_step().phase == Phase::evaluation;
  const bool one_step = line.part != AgendaPart::review && !evaluating;
  Sitting sitting{now + line.minutes * chance.around_one(a_.spread.value), true};
  if (line.part == AgendaPart::review || (line.part == AgendaPart::follow_up && (evaluating || begins)))
    sitting = sit(entry, now, end, one_step, chance);
  entry.used += sitting.until - now;
  if (sitting.done) agenda_.finished(line, from);
  else agenda_.left(line);
  return sitting.until;
}

TeamPath::Weeks::Sitting TeamPath::Weeks::sit(CaseEntry& entry, double now, double end, bool one_step, Chance& chance) {
  auto& life = *entry.life;
  if (entry.waits == Waits::follow_up) looked_back(entry, now);
  const bool looks_back = life.next_step().phase == Phase::evaluation;
  bool left = false;
  for (int steps = 0; !life.round_over() && !(one_step && steps > 0); ++steps) {
    const auto phase = life.next_step().phase;
    left = entry.is_outside(phase) || (phase == Phase::evaluation) != looks_back;
    if (left) break;
    if (now >= end + a_.overrun.value) break;
    const auto minutes = planned(entry) * chance.around_one(a_.spread.value);
    life.do_step(moment_at(now), minutes, result_.doings);
    now += minutes;
    if (life.wants_concern() && life.raise_concern(moment_at(now), result_.doings)) now += a_.concern_minutes.value;
    look_at_term(entry, now);
  }
  if (life.round_over()) {
    if (life.end_round(moment_at(now), result_.doings)) {
      closed(entry, now);
      return {now, true};
    }
    left = true;
  }
  if (left) {
    wait_for_next(entry, now);
  } else {  // it stays on the agenda: what was asked is not answered yet, or the
            // evaluation is open
    entry.waits = Waits::goes_on;
    entry.ready = now;
  }
  return {now, left || one_step};
}

}  // namespace casus::simulation
