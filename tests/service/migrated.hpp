// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/store/store.hpp"
#include "tests/support/temp_dir.hpp"

#include <filesystem>
#include <memory>
#include <string>

namespace casus::test {

/// A store that was made by the program of format 1 and brought to format 2. Its cases a, c and d can be read; b is
/// erased.
inline std::unique_ptr<store::Store> migrated(const TempDir& folder) {
  namespace fs = std::filesystem;
  const auto path = folder / "casus.db";
  for (const char* const part : {"-wal", "-shm"}) fs::remove(path.string() + part);
  for (const char* const part : {"", ".keys"}) {
    const auto to = path.string() + part;
    fs::copy_file(fs::path(CASUS_SOURCE_DIR) / "tests/store/golden" / (std::string("format_1.db") + part), to,
                  fs::copy_options::overwrite_existing);
    fs::permissions(to, fs::perms::owner_read | fs::perms::owner_write);
  }
  return store::open_sqlite({path.string(), false});
}

}  // namespace casus::test
