// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/problem.hpp"

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

/// Problems as lines, so that a failing test shows them as a person would read them.
inline std::vector<std::string> lines_of(const Problems& problems) {
  std::vector<std::string> out;
  for (const auto& problem : problems) out.push_back(problem.pointer + ": " + problem.message);
  return out;
}

}  // namespace casus
