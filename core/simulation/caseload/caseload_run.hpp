// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/simulation/caseload/caseload.hpp"
#include "core/simulation/settling.hpp"

#include <atomic>
#include <functional>

namespace casus::simulation {

/// A whole simulation: every setting, every run, every team; each of them a path.
struct CaseloadPlan {
  std::vector<Setting> settings;
  std::vector<Settling> settling;  ///< of each setting, once that was looked for
  std::optional<Playbooks> books;  ///< of the first setting, once they were written: the others take theirs from it
  std::uint64_t looked_lives = 0;  ///< that looking took, and what the engine did in them; of this time alone
  Doings looked_doings;
  Scale scale;
  int teams = 1;
  int runs = 1;

  std::size_t units() const {
    return settings.size() * static_cast<std::size_t>(teams) * static_cast<std::size_t>(runs);
  }
  /// Settings change fastest, so that what was done before a stop can be compared.
  Unit unit(std::size_t number) const;
};

/// Looks for rest in every setting, on paths of their own so that no figure is chosen by its own chance, and sets the
/// warm-up: what the slowest setting needs, and at least what its assumptions ask. What stands in `plan.settling`
/// already was found before, and is not looked for again. False when `stop` came first; what was found till then stands
/// there. `looked(weeks done, weeks at most)` is called on the thread that called.
bool settle(const engine::Library& library, CaseloadPlan& plan, int threads, const std::atomic<bool>& stop,
            const std::function<void(int, int)>& looked);

/// Does the units from number `begin` on, on so many threads, and hands each result over in the order of the numbers,
/// on the thread that called. Ends early, between units, once `stop` is true. Returns how many are done, from 0 on.
/// Throws what a unit threw.
std::size_t run_caseload(const engine::Library& library, const CaseloadPlan& plan, std::size_t begin, int threads,
                         const std::atomic<bool>& stop, const std::function<void(UnitResult)>& each);

}  // namespace casus::simulation
