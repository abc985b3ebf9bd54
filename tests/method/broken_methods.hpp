// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/method/files.hpp"

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace casus::method {

/// One mistake from tests/method/broken.json, made in the good file round.json.
struct BrokenMethod {
  std::string why;
  std::string bytes;
  std::vector<std::string> problems;
  bool shape = false;  ///< the schema can see it too; otherwise only the meaning is wrong
};

inline std::vector<BrokenMethod> broken_methods() {
  // Ordered: "format" stays the first key.
  const auto good = nlohmann::ordered_json::parse(source_file("tests/method/round.json"));
  std::vector<BrokenMethod> out;
  for (const auto& line : nlohmann::ordered_json::parse(source_file("tests/method/broken.json")))
    out.push_back({line.at("why").get<std::string>(), good.patch(line.at("patch")).dump(),
                   line.at("problems").get<std::vector<std::string>>(), line.value("shape", false)});
  return out;
}

}  // namespace casus::method
