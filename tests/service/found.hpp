// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/store/store.hpp"
#include "tests/service/house.hpp"

#include <filesystem>
#include <string>

/// Looking for words in all that a store leaves behind.
namespace casus::test {

/// Whatever can be opened in a store file with the keys that lie beside it.
inline std::string all_that_opens(const std::string& file) {
  const auto store = store::open_sqlite({file, false});
  std::string all;
  for (const auto& name : store->streams(""))
    for (const auto& event : store->read(name)) {
      all += event.payload.value_or("");
      for (const auto& one : event.secrets) all += one.text;
    }
  for (const auto& row : store->list({})) all += row.summary;
  return all;
}

/// The first place where it stands, with what is around it; empty when nowhere.
inline std::string found_in(const std::string& all, const std::string& word) {
  const auto at = all.find(word);
  return at == std::string::npos ? std::string() : all.substr(at > 60 ? at - 60 : 0, 160);
}

inline std::string bytes_of_store(const House& house) {
  std::string all;
  for (const auto* name : {"casus.db", "casus.db-wal", "casus.db.keys", "casus.db.keys-wal", "backup.db"})
    if (std::filesystem::exists(house.folder / name)) all += content_of(house.folder / name);
  return all;
}

}  // namespace casus::test
