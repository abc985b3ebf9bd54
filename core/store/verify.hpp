// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/store/store.hpp"

namespace casus::store {

class Database;
class Keys;
class TypeTable;

/// Proves the whole store: SQLite's own check, every digest chain, every end of a stream, every payload whose key
/// exists. One tampered event gives one finding, at that event.
Verification verify_store(Database& db, Keys& keys, TypeTable& types);

}  // namespace casus::store
