// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/problem.hpp"
#include "tests/support/problems.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <vector>

namespace casus {

/// A file of the source tree, whole.
inline std::string source_file(const std::string& path) {
  std::ifstream in(std::filesystem::path(CASUS_SOURCE_DIR) / path, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + path);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// Paths of the methods that ship, from the root of the source tree.
inline std::vector<std::string> method_files() {
  const std::filesystem::path root(CASUS_SOURCE_DIR);
  std::vector<std::string> out;
  for (const auto& folder : std::filesystem::directory_iterator(root / "plugins"))
    if (folder.is_directory())
      for (const auto& file : std::filesystem::directory_iterator(folder))
        if (file.path().extension() == ".json") out.push_back(file.path().lexically_relative(root).generic_string());
  return out;
}

/// Problems as lines, so that a failing test shows them as a person would read them.
inline std::vector<std::string> lines_of(const Problems& problems) {
  std::vector<std::string> out;
  for (const auto& problem : problems) out.push_back(problem.pointer + ": " + test::english(problem));
  return out;
}

}  // namespace casus
