// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/service/definitions.hpp"
#include "core/service/service.hpp"

#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

/// What a service holds in memory. Internal to core/service.
namespace casus::service {

/// Appending is tried again this often when others keep being first.
inline constexpr int kTries = 8;

struct Service::State {
  State(store::Store& store, const plugin::Catalogue& methods, const workflow::Catalogue& workflows,
        const Clock& the_clock)
      : definitions(store, methods, workflows), clock(the_clock) {}

  Definitions definitions;
  const Clock& clock;
  std::unordered_map<std::string, Case> cases;
  std::optional<Team> team;
  bool together = false;
  std::unordered_set<std::string> fresh;                      ///< cases read in the transaction that is going on
  std::vector<std::pair<std::string, std::string>> to_erase;  ///< stream and person ("" for the whole case)
};

}  // namespace casus::service
