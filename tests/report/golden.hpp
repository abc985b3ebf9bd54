// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/support/catch.hpp"
#include "tests/support/temp_dir.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

namespace casus::test {

/// Compares with the file of that name in tests/report/golden. CASUS_UPDATE_GOLDEN=1 writes it instead: read the
/// difference before you keep it.
inline void check_golden(const std::string& name, const std::string& text) {
  const auto file = std::filesystem::path(CASUS_SOURCE_DIR) / "tests/report/golden" / name;
  const char* const update = std::getenv("CASUS_UPDATE_GOLDEN");
  if (update != nullptr && std::string(update) == "1") {
    std::ofstream out(file, std::ios::binary);
    out << text;
    REQUIRE(out.good());
    return;
  }
  INFO("golden file " << name);
  CHECK(text == content_of(file));
}

/// Whether a program says yes to a text in a file; true without it, with a warning.
inline bool accepted_by(const std::string& program, const std::string& options, const std::string& text) {
  if (std::system(("command -v " + program + " >/dev/null 2>&1").c_str()) != 0) {
    WARN(program << " is not on this machine: not checked");
    return true;
  }
  const TempDir folder;
  const auto file = folder.write("in", text);
  return std::system((program + " " + options + " '" + file.string() + "' >/dev/null").c_str()) == 0;
}

}  // namespace casus::test
