// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/simulation/caseload/caseload_agenda.hpp"
#include "core/simulation/caseload/caseload_entry.hpp"
#include "core/simulation/caseload/caseload_tally.hpp"
#include "core/simulation/caseload/caseload_terms.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

/// The weeks of a simulated team. Internal to its sources: who comes and what is done elsewhere (`caseload.cpp`), the
/// weekly meeting (`caseload_meeting.cpp`), what is counted (`caseload_count.cpp`).
namespace casus::simulation {

inline constexpr double kDay = 24 * 60;

/// Moments are counted in minutes from the Monday on which the simulation begins.
inline Time moment_at(double minutes) {
  static const Time kStart = *time_from("2026-01-05T00:00:00Z");
  return kStart + std::chrono::seconds(static_cast<std::int64_t>(std::llround(minutes * 60)));
}

/// The weekly meeting is on Tuesday at nine.
inline double meeting_at(int week) { return (week * 7 + 1) * kDay + 9 * 60; }

class TeamPath::Weeks {
 public:
  Weeks(const engine::Library& library, const Setting& setting, const Playbooks& books, const Scale& scale, Unit unit);

  void go_on(int weeks);
  const std::vector<int>& waiting() const { return waiting_; }
  const std::vector<int>& open() const { return open_; }
  UnitResult end();

 private:
  using Waits = CaseEntry::Waits;

  bool counts(int week) const { return week >= scale_.warm_up; }
  bool counts_at(double minutes) const { return minutes >= meeting_at(scale_.warm_up) - kDay; }
  Place place(int item) const { return {result_.unit.run, result_.unit.team, static_cast<std::uint32_t>(item), 0}; }

  void arrivals(int week);
  void arrive(double reported);
  /// Who is through the intake is opened, and its owner asks for a place on the agenda.
  void ask_for_places(double until);
  /// Phases that are not done in the meeting, up to a moment.
  void outside(double until);
  void drop_closed();
  double planned(const CaseEntry& entry) const;
  /// What a case waits for after a sitting or an outside phase.
  void wait_for_next(CaseEntry& entry, double now);

  void meeting(int week);
  /// A line of the agenda, from `now` on; the moment that the table is done with it.
  double take(CaseEntry& entry, const AgendaLine& line, double now, double end, int week);
  struct Sitting {
    double until = 0;
    bool done = false;  ///< what the line was for; else the meeting was over before
  };
  /// One case on the table, until it leaves: outside, to look back later, closed, or broken off at the end of the
  /// meeting. What is there to look back alone takes one step.
  Sitting sit(CaseEntry& entry, double now, double end, bool one_step, Chance& chance);

  void first_review(CaseEntry& entry, const Playbook& book, double now, int week);
  void looked_back(const CaseEntry& entry, double now);
  /// Whether a term that runs from the report was kept, once for each case: when its phase is left, or at the end.
  void look_at_term(CaseEntry& entry, double now);
  void count_term(double deadline, double now);
  void closed(CaseEntry& entry, double now);
  void keep(CaseEntry& entry);
  void count_week();
  void end_period();
  void finish();

  const engine::Library& library_;
  const Assumptions& a_;
  const Playbooks& books_;
  const Scale& scale_;
  std::vector<RunningTerm> terms_;
  Agenda agenda_;
  int week_ = 0;  ///< the next
  std::size_t workers_;
  UnitResult result_;
  std::vector<CaseEntry> entries_;
  std::vector<int> held_;  ///< cases that each worker carries
  std::vector<int> waiting_, open_;
  int numbers_ = 0;
  Tally tally_;
};

}  // namespace casus::simulation
