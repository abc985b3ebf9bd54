// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/store/sqlite/database.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace casus::store {

/// Event types by a small number, so that an event does not carry its name on disk.
class TypeTable {
 public:
  explicit TypeTable(Database& db);

  /// Adds the name when it is new; inside the caller's transaction.
  std::int64_t number_of(std::string_view name);

  /// Nothing for a number that is in no table.
  const std::string* name_of(std::int64_t number);

  /// What was added may have been rolled back.
  void forget();

 private:
  void load();

  Statement select_;
  Statement insert_;
  std::map<std::string, std::int64_t, std::less<>> numbers_;
  std::map<std::int64_t, std::string> names_;
};

}  // namespace casus::store
