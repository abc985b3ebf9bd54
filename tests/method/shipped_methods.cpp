// SPDX-License-Identifier: EUPL-1.2
#include "core/method/definition.hpp"
#include "tests/method/files.hpp"
#include "tests/support/catch.hpp"

#include <set>

namespace casus::method {
namespace {

std::vector<std::string> shipped() {
  const std::filesystem::path root(CASUS_SOURCE_DIR);
  std::vector<std::string> out;
  for (const auto& folder : std::filesystem::directory_iterator(root / "plugins"))
    if (folder.is_directory())
      for (const auto& file : std::filesystem::directory_iterator(folder))
        if (file.path().extension() == ".json") out.push_back(file.path().lexically_relative(root).generic_string());
  return out;
}

TEST_CASE("every shipped method parses without a problem and lies where its id says", "[method]") {
  std::set<std::string> ids;
  for (const auto& file : shipped()) {
    const auto [method, problems] = parse(source_file(file));
    INFO(file);
    CHECK(lines_of(problems) == std::vector<std::string>{});
    CHECK(file == "plugins/" + method.id + ".json");
    ids.insert(method.id);
  }
  CHECK(ids == std::set<std::string>{"action-learning/advice-round", "action-learning/learning-set",
                                     "eigen-kracht/conference", "eigen-kracht/lens", "incident/short",
                                     "solution-focused/reflecting-team", "werf/werf"});
}

}  // namespace
}  // namespace casus::method
