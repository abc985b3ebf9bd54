// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/simulation/caseload_life.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

/// A year (or any number of weeks) of one team: cases come, the weekly meeting takes what fits, follow-ups come back.
/// A pure function of its settings: the same for any number of threads, in any order.
namespace casus::simulation {

/// What is measured of a team over the weeks that count.
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
      {Measure::wait_days, "wait_days", "dagen van melding tot eerste bespreking", "days from report to first review"},
      {Measure::wait_p90, "wait_p90", "  negen van de tien casussen binnen (dagen)",
       "  nine cases in ten within (days)"},
      {Measure::waiting_at_end, "waiting_at_end", "casussen die nog wachten aan het eind",
       "cases still waiting at the end"},
      {Measure::within_terms, "within_terms", "binnen de termijn (%)", "within the term (%)"},
      {Measure::minutes_per_case, "minutes_per_case", "overlegminuten per afgesloten casus",
       "meeting minutes per closed case"},
      {Measure::meeting_used, "meeting_used", "van de tijd voor casussen gebruikt (%)",
       "of the time for cases used (%)"},
      {Measure::missed_follow_ups, "missed_follow_ups", "terugblikken te laat of niet (%)",
       "follow-ups late or missed (%)"},
      {Measure::network_share, "network_share", "acties van inwoner en netwerk (%)",
       "actions by resident and network (%)"},
      {Measure::supporters, "supporters", "naasten die ja zeiden, per casus",
       "people of the network who joined, per case"},
      {Measure::fidelity, "fidelity", "methode gevolgd (% van de punten)", "method kept (% of its points)"},
      {Measure::explained, "explained", "overgeslagen met een reden, per casus", "left out with a reason, per case"},
      {Measure::rounds, "rounds", "rondes per afgesloten casus", "rounds per closed case"},
      {Measure::open_per_worker, "open_per_worker", "lopende casussen per medewerker", "open cases per worker"},
      {Measure::busiest_worker, "busiest_worker", "  bij wie het drukst is", "  of the busiest worker"},
      {Measure::minutes_per_worker, "minutes_per_worker", "overlegminuten per medewerker per week",
       "meeting minutes per worker a week"},
      {Measure::reviewed, "reviewed", "casussen voor het eerst besproken", "cases reviewed for the first time"},
      {Measure::closed, "closed", "casussen afgesloten", "cases closed"},
  }};
}

/// One setting of a simulation. `assumptions` holds what was asked for in place of the file's own numbers.
struct Setting {
  std::string name;  ///< "minutes=90"; empty for the only one
  Assumptions assumptions;
};

/// The playbooks that a setting needs, by method and number of people at the table.
class Playbooks {
 public:
  /// Writes all of them: after that they are only read. Throws Fault(definition) for a method that is not there, that
  /// asks for more people than there are, or that the engine finds no way through.
  Playbooks(const engine::Library& library, const Assumptions& assumptions);

  /// Nothing when too few people are there for this method.
  const Playbook* find(const std::string& method, int present) const;

 private:
  struct Seats {
    int least = 0, most = 0;
    std::vector<Playbook> by_people;
  };
  std::map<std::string, Seats> seats_;
};

/// Which team-year.
struct Unit {
  std::uint32_t setting = 0;
  std::uint32_t run = 0;
  std::uint32_t team = 0;
};

/// What came of it. Small: a million lives leave some megabytes.
struct UnitResult {
  Unit unit;
  std::array<std::optional<double>, kMeasures> measures;  ///< nothing: it did not happen in these weeks
  std::vector<int> queue;                                 ///< waiting for a first review after each meeting that counts
  std::vector<int> waits;                                 ///< how many were first reviewed after 0, 1, 2, ... days
  std::uint64_t lives = 0;                                ///< cases that began, also in the weeks that do not count
  Doings doings;
  /// Histories, in the order of the cases' numbers; only when asked for.
  std::vector<std::pair<std::string, Events>> histories;
};

struct Scale {
  int weeks = 52;
  std::uint64_t seed = 1;
  bool keep_events = false;
};

UnitResult simulate_team(const engine::Library& library, const Setting& setting, const Playbooks& books,
                         const Scale& scale, Unit unit);

}  // namespace casus::simulation
