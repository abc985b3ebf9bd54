// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/store/checkpoint.hpp"

#include <optional>
#include <vector>

namespace casus::store {

class Database;

/// The table of checkpoints, the same in the database of the log and in that of the vault.
void insert_checkpoint(Database& db, const Checkpoint& checkpoint);
std::vector<Checkpoint> checkpoints_in(Database& db);
std::optional<Checkpoint> last_checkpoint_in(Database& db);

}  // namespace casus::store
