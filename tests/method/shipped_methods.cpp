// SPDX-License-Identifier: EUPL-1.2
#include "core/method/definition.hpp"
#include "tests/method/files.hpp"
#include "tests/support/catch.hpp"

#include <set>

namespace casus::method {
namespace {

TEST_CASE("every shipped method parses without a problem and lies where its id says", "[method]") {
  std::set<std::string> ids;
  for (const auto& file : method_files()) {
    const auto [method, problems] = parse(source_file(file));
    INFO(file);
    CHECK(lines_of(problems) == std::vector<std::string>{});
    CHECK(file == "plugins/" + method.id + ".json");
    ids.insert(method.id);
  }
  CHECK(ids == std::set<std::string>{"action-learning/advice-round", "action-learning/learning-set",
                                     "eigen-kracht/conference", "eigen-kracht/lens", "incident/short", "kort/ronde",
                                     "solution-focused/reflecting-team", "werf/werf"});
}

}  // namespace
}  // namespace casus::method
