// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/typed/way_on.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temp_dir.hpp"

#include <sys/wait.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

namespace casus::test {

/// As the command line speaks: ways on are lines to type.
inline text::Voice typed_voice(Lang lang) {
  static const cli::TypedWays ways;
  return {lang, nullptr, &ways};
}

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

/// Whether the HTML validator finds no error in a page; true without it, with a warning. What it only warns of are the
/// attributes of SVG, which it does not know.
inline bool has_no_html_errors(const std::string& page) {
  if (std::system("command -v tidy >/dev/null 2>&1") != 0) {
    WARN("tidy is not on this machine: not checked");
    return true;
  }
  const TempDir folder;
  const auto file = folder.write("in.html", page);
  const int ended = std::system(("tidy -quiet -errors --show-warnings no '" + file.string() + "' >/dev/null").c_str());
  return WIFEXITED(ended) && WEXITSTATUS(ended) < 2;
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
