// SPDX-License-Identifier: EUPL-1.2
#include "core/store/sqlite/type_table.hpp"

namespace casus::store {

TypeTable::TypeTable(Database& db)
    : select_(db, "SELECT id, name FROM types"), insert_(db, "INSERT INTO types(name) VALUES(?1)") {}

void TypeTable::forget() {
  numbers_.clear();
  names_.clear();
}

void TypeTable::load() {
  forget();
  Rows rows = select_.rows();
  while (rows.next()) {
    numbers_.emplace(rows.bytes(1), rows.integer(0));
    names_.emplace(rows.integer(0), rows.bytes(1));
  }
}

std::int64_t TypeTable::number_of(std::string_view name) {
  auto at = numbers_.find(name);
  if (at != numbers_.end()) return at->second;
  load();  // another process may have added it
  at = numbers_.find(name);
  if (at != numbers_.end()) return at->second;
  insert_.run(name);
  load();
  return numbers_.find(name)->second;
}

const std::string* TypeTable::name_of(std::int64_t number) {
  auto at = names_.find(number);
  if (at == names_.end()) {
    load();
    at = names_.find(number);
  }
  return at == names_.end() ? nullptr : &at->second;
}

}  // namespace casus::store
