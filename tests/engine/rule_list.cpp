// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/rules.hpp"
#include "core/method/vocabulary.hpp"
#include "core/text/catalogue.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temp_dir.hpp"

#include <filesystem>

using namespace casus;

TEST_CASE("each of the rules R1-R18 is kept by a source that names it and held by a test", "[engine]") {
  const std::filesystem::path root(CASUS_SOURCE_DIR);
  std::string tests;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root / "tests/engine"))
    if (entry.path().extension() == ".cpp" && entry.path().filename() != "rule_list.cpp")
      tests += test::content_of(entry.path());
  int number = 0;
  for (const auto& rule : engine::rules()) {
    const std::string id(rule.id);
    CAPTURE(id);
    CHECK(id == "R" + std::to_string(++number));
    CHECK(method::is_rule(id));
    CHECK(text::find(rule.text));
    auto source = root / rule.kept_in;
    REQUIRE(std::filesystem::exists(source));
    auto code = test::content_of(source);
    if (source.replace_extension(".hpp"); std::filesystem::exists(source)) code += test::content_of(source);
    CHECK(code.find(id) != std::string::npos);
    CHECK(tests.find("[engine][" + id + "]") != std::string::npos);
  }
  CHECK(number == 18);
}
