// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/store/log.hpp"

#include <memory>
#include <string>

namespace casus::store {

/// The rows of a team, without its keys, for a copy of them.
struct TeamLog {
  std::unique_ptr<Log> log;
  std::string store_id;
};
TeamLog team_log(const std::string& address);

/// Of a team in which there is nothing yet, and which from now on is this store. One that was left empty by a copy that
/// did not end is used again.
std::unique_ptr<Log> empty_team(const std::string& address, const std::string& store_id, Purpose purpose);

}  // namespace casus::store
