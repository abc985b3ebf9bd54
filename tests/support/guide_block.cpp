// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/guide_block.hpp"

#include "tests/support/catch.hpp"

#include <cstdlib>
#include <fstream>
#include <sstream>

namespace casus::test {

void check_block(const std::string& file, std::string_view name, const std::string& lines) {
  const auto path = std::string(CASUS_SOURCE_DIR) + '/' + file;
  std::stringstream read;
  read << std::ifstream(path).rdbuf();
  auto text = read.str();
  const auto begin = "<!-- " + std::string(name) + " -->\n";
  const auto from = text.find(begin);
  const auto to = text.find("<!-- /" + std::string(name) + " -->", from == std::string::npos ? 0 : from);
  INFO(file << " has no block '" << name << "'");
  REQUIRE(from != std::string::npos);
  REQUIRE(to != std::string::npos);
  const auto start = from + begin.size();
  const auto there = text.substr(start, to - start);
  const char* const update = std::getenv("CASUS_UPDATE_GOLDEN");
  if (update != nullptr && *update != '\0') std::ofstream(path) << text.replace(start, to - start, lines);
  else CHECK(there == lines);
}

}  // namespace casus::test
