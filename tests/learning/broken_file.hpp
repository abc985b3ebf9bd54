// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/learning/instruments.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temp_dir.hpp"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <string>
#include <vector>

namespace casus::test {

using Lines = std::vector<std::string>;
using nlohmann::ordered_json;

inline std::string shipped(const std::string& name) {
  return content_of(std::filesystem::path(CASUS_SOURCE_DIR) / "workflows/learning" / (name + ".json"));
}

inline std::string patched(const std::string& name, const std::string& patch) {
  return ordered_json::parse(shipped(name)).patch(ordered_json::parse(patch)).dump(2);
}

/// "/items/0/scale: wat. doe dit", in Dutch; English must be there too.
inline Lines told(const std::string& bytes) {
  Lines lines;
  for (const auto& one : learning::parse_instrument(bytes).second) {
    CHECK_FALSE(one.what.in(Lang::en).empty());
    CHECK_FALSE(one.remedy.in(Lang::en).empty());
    CHECK((one.at.line > 0 || bytes.find('\n') == std::string::npos));
    lines.push_back(one.pointer + ": " + one.what.in(Lang::nl) + ". " + one.remedy.in(Lang::nl));
  }
  return lines;
}

/// Every case says something, and each shipped file is broken in at least ten ways that are told differently.
const std::vector<struct BrokenFile>& broken();
const std::vector<struct BrokenFile>& broken_more();

struct BrokenFile {
  std::string name;
  std::string patch;
  Lines lines;
};

}  // namespace casus::test
