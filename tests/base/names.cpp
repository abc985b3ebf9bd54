// SPDX-License-Identifier: EUPL-1.2
#include "core/base/names.hpp"

#include "core/base/role.hpp"
#include "core/base/stage.hpp"
#include "core/base/text.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <set>

namespace casus {

TEMPLATE_TEST_CASE("a vocabulary has one key, one Dutch and one English word for each value", "[base]", Lang, Phase,
                   Role, Life, Safety) {
  std::set<std::string_view> keys;
  std::set<std::string_view> dutch;
  std::set<std::string_view> english;
  int position = 0;
  for (const auto& name : names_of(TestType{})) {
    INFO(name.key);
    CHECK(static_cast<int>(name.value) == position++);
    CHECK_FALSE(name.key.empty());
    CHECK(std::ranges::all_of(name.key, [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; }));
    CHECK(keys.insert(name.key).second);
    CHECK(dutch.insert(name.nl).second);
    CHECK(english.insert(name.en).second);
    CHECK(is_utf8(name.nl));
    CHECK_FALSE(name.nl.empty());
    CHECK_FALSE(name.en.empty());
  }
}

TEMPLATE_TEST_CASE("every value of a vocabulary is found back by its key", "[base]", Lang, Phase, Role, Life, Safety) {
  for (const auto& name : names_of(TestType{})) {
    CHECK(key(name.value) == name.key);
    CHECK(from_key<TestType>(name.key) == name.value);
    CHECK(label(name.value, Lang::nl) == name.nl);
    CHECK(label(name.value, Lang::en) == name.en);
  }
  CHECK_FALSE(from_key<TestType>(""));
  CHECK_FALSE(from_key<TestType>("no_such_key"));
  CHECK(keys_of<TestType>().size() == names_of(TestType{}).size());
}

TEST_CASE("keys are exact: no capitals, no labels, no beginnings", "[base]") {
  CHECK(from_key<Phase>("plan_of_action") == Phase::plan_of_action);
  CHECK_FALSE(from_key<Phase>("Plan_of_action"));
  CHECK_FALSE(from_key<Phase>("plan of action"));
  CHECK_FALSE(from_key<Phase>("plan"));
}

TEST_CASE("a value outside its vocabulary is shown as a question mark", "[base]") {
  CHECK(key(static_cast<Phase>(7)) == "?");
  CHECK(label(static_cast<Phase>(7), Lang::nl) == "?");
}

TEST_CASE("the list of all phases follows their numbers", "[base]") {
  for (std::size_t i = 0; i < kPhases; ++i) CHECK(index_of(kAllPhases[i]) == i);
}

}  // namespace casus
