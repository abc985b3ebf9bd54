// SPDX-License-Identifier: EUPL-1.2
#include "tests/house/tree.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temp_dir.hpp"

#include <filesystem>
#include <regex>
#include <set>

// What is installed for who writes methods elsewhere: every header that a plugin sees, and none that it does not.

namespace casus::test {

namespace {

namespace fs = std::filesystem;

std::set<std::string> closure_of(const std::vector<std::string>& first) {
  std::set<std::string> all;
  std::vector<std::string> open = first;
  while (!open.empty()) {
    const auto path = open.back();
    open.pop_back();
    if (!all.insert(path).second) continue;
    for (const auto& include : includes_of(content_of(fs::path(CASUS_SOURCE_DIR) / path)))
      if (include.starts_with("core/")) open.push_back(include);
  }
  return all;
}

}  // namespace

TEST_CASE("the kit installs the headers that a plugin sees", "[house]") {
  const auto rules = content_of(fs::path(CASUS_SOURCE_DIR) / "plugins/kit/CMakeLists.txt");
  std::set<std::string> installed;
  static const std::regex kList(R"(set\(headers_(\w+) ([^)]*)\))");
  for (auto it = std::sregex_iterator(rules.begin(), rules.end(), kList); it != std::sregex_iterator(); ++it) {
    const std::string names = (*it)[2];
    static const std::regex kName(R"(\S+)");
    for (auto name = std::sregex_iterator(names.begin(), names.end(), kName); name != std::sregex_iterator(); ++name)
      installed.insert("core/" + (*it)[1].str() + "/" + name->str());
  }
  CHECK(installed == closure_of({"core/method/plugin_api.hpp", "core/method/reading.hpp", "core/method/plugin_c.h"}));
}

}  // namespace casus::test
