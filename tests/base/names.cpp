// SPDX-License-Identifier: EUPL-1.2
#include "core/base/names.hpp"

#include "core/base/role.hpp"
#include "core/base/stage.hpp"
#include "core/base/text.hpp"
#include "core/text/label.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <set>

namespace casus {

TEMPLATE_TEST_CASE("a vocabulary has one key, and one word in each language, for each value", "[base]", Lang, Phase,
                   Role, Life, Safety) {
  std::set<std::string_view> keys;
  std::set<std::string> dutch;
  std::set<std::string> english;
  int position = 0;
  for (const auto& name : names_of(TestType{})) {
    INFO(name.key);
    CHECK(static_cast<int>(name.value) == position++);
    CHECK_FALSE(name.key.empty());
    CHECK(std::ranges::all_of(name.key, [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; }));
    CHECK(keys.insert(name.key).second);
    REQUIRE(text::find(name.word));
    CHECK(dutch.insert(label(name.value, Lang::nl)).second);
    CHECK(english.insert(label(name.value, Lang::en)).second);
    CHECK(is_utf8(label(name.value, Lang::nl)));
  }
}

TEMPLATE_TEST_CASE("every value of a vocabulary is found back by its key", "[base]", Lang, Phase, Role, Life, Safety) {
  for (const auto& name : names_of(TestType{})) {
    CHECK(key(name.value) == name.key);
    CHECK(from_key<TestType>(name.key) == name.value);
    CHECK(text::is_word(name.word, label(name.value, Lang::nl)));
    CHECK(text::is_word(name.word, label(name.value, Lang::en)));
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
