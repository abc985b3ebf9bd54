// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/simulation/caseload/caseload_life.hpp"
#include "core/simulation/intervals.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

/// One team, week by week: cases come, the weekly meeting takes what fits, follow-ups come back. A pure function of its
/// settings: the same for any number of threads, in any order.
namespace casus::simulation {

/// What is measured of a team in a period.
enum class Measure {
  wait_days,
  wait_p90,
  waiting_at_end,
  within_terms,
  minutes_per_case,
  meeting_used,
  missed_follow_ups,
  network_share,
  supporters,
  fidelity,
  explained,
  rounds,
  open_per_worker,
  busiest_worker,
  minutes_per_worker,
  reviewed,
  closed,
};

inline constexpr std::size_t kMeasures = 17;

constexpr std::array<Named<Measure>, kMeasures> names_of(Measure) {
  return {{
      {Measure::wait_days, "wait_days", "word.measure.wait_days"},
      {Measure::wait_p90, "wait_p90", "word.measure.wait_p90"},
      {Measure::waiting_at_end, "waiting_at_end", "word.measure.waiting_at_end"},
      {Measure::within_terms, "within_terms", "word.measure.within_terms"},
      {Measure::minutes_per_case, "minutes_per_case", "word.measure.minutes_per_case"},
      {Measure::meeting_used, "meeting_used", "word.measure.meeting_used"},
      {Measure::missed_follow_ups, "missed_follow_ups", "word.measure.missed_follow_ups"},
      {Measure::network_share, "network_share", "word.measure.network_share"},
      {Measure::supporters, "supporters", "word.measure.supporters"},
      {Measure::fidelity, "fidelity", "word.measure.fidelity"},
      {Measure::explained, "explained", "word.measure.explained"},
      {Measure::rounds, "rounds", "word.measure.rounds"},
      {Measure::open_per_worker, "open_per_worker", "word.measure.open_per_worker"},
      {Measure::busiest_worker, "busiest_worker", "word.measure.busiest_worker"},
      {Measure::minutes_per_worker, "minutes_per_worker", "word.measure.minutes_per_worker"},
      {Measure::reviewed, "reviewed", "word.measure.reviewed"},
      {Measure::closed, "closed", "word.measure.closed"},
  }};
}

/// Between what the mean of a measure can lie.
constexpr Bound bound_of(Measure measure) {
  switch (measure) {
    case Measure::within_terms:
    case Measure::missed_follow_ups:
    case Measure::network_share:
    case Measure::fidelity: return Bound::share;
    default: return Bound::count;
  }
}

/// Whether a measure follows the length of the list: where the list grows, it has no mean. Nearly all do. The longer
/// the list, the more of a meeting goes to one kind of line, and the fewer long cases are closed yet: minutes, rounds
/// and what is reviewed or closed in a year come out otherwise by the weeks that are left out. What is left is of an
/// action, or of who was asked in a case.
constexpr bool follows_list(Measure measure) {
  return measure != Measure::network_share && measure != Measure::supporters;
}

/// That a setting is the first one but for one number.
struct Turn {
  std::string path;
  bool up = false;
  double value = 0;  ///< of a span its first
};

/// One setting of a simulation. `assumptions` holds what was asked for in place of the file's own numbers.
struct Setting {
  std::string name;  ///< "minutes=90"; empty for the only one
  Assumptions assumptions;
  std::optional<Turn> turn{};  ///< of a plan that looks for what answers hang on
};

/// So many people have to be at the table for a method to be simulated.
int fewest_at_table(const method::Definition& method);

/// The playbooks that a setting needs, by method and number of people at the table.
class Playbooks {
 public:
  /// Writes all of them: after that they are only read. Throws Fault(definition) for a method that is not there, that
  /// asks for more people than there are, or that the engine finds no way through. `written`: those of another setting,
  /// of which the same ones are taken; writing one costs as much as some hundreds of lives.
  Playbooks(const engine::Library& library, const Assumptions& assumptions, const Playbooks* written = nullptr);

  /// Nothing when too few people are there for this method.
  const Playbook* find(const std::string& method, int present) const;

 private:
  const Playbook* of(const std::string& method, int people) const;

  struct Seats {
    int least = 0, most = 0;
    std::vector<Playbook> by_people;
  };
  std::map<std::string, Seats> seats_;
};

/// Which path: one team, from an empty list on.
struct Unit {
  std::uint32_t setting = 0;
  std::uint32_t run = 0;
  std::uint32_t team = 0;
};

/// What a measure came to in one period; `of` is 0 when it did not happen.
using Measures = std::array<Part, kMeasures>;

/// What came of a path. Small: a million lives leave some megabytes.
struct UnitResult {
  Unit unit;
  std::vector<Measures> periods;  ///< that count, one after the other
  std::vector<int> waits;         ///< how many were first reviewed after 0, 1, 2, ... days, in the periods
  std::uint64_t lives = 0;        ///< cases that began, also in the weeks that do not count
  Doings doings;
  /// Histories, in the order of the cases' numbers; only when asked for.
  std::vector<std::pair<std::string, Events>> histories;
};

/// Periods that a path goes on for after its warm-up: getting to rest is paid for once.
inline constexpr int kPeriods = 4;

struct Scale {
  int weeks = 52;   ///< of a period
  int warm_up = 0;  ///< weeks before the first
  std::uint64_t seed = 1;
  bool keep_events = false;
};

/// A team that goes on week by week. What it is made of must outlive it.
class TeamPath {
 public:
  TeamPath(const engine::Library& library, const Setting& setting, const Playbooks& books, const Scale& scale,
           Unit unit);
  ~TeamPath();

  void go_on(int weeks);
  /// After each week so far: who waits for a first review, and all cases that are not closed.
  const std::vector<int>& waiting() const;
  const std::vector<int>& open() const;

  /// Ends the path. Nothing else may be asked of it after that.
  UnitResult end();

 private:
  class Weeks;
  std::unique_ptr<Weeks> weeks_;
};

/// A whole path: its warm-up and its periods.
UnitResult simulate_team(const engine::Library& library, const Setting& setting, const Playbooks& books,
                         const Scale& scale, Unit unit);

}  // namespace casus::simulation
