// SPDX-License-Identifier: EUPL-1.2
#include "core/base/name_words_data.hpp"
#include "core/engine/remarks/word_lists.hpp"
#include "core/text/catalogue.hpp"
#include "core/text/day_words.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temp_dir.hpp"

#include <sstream>

// One list says who is of the family, a friend or a neighbour; whoever needs other words beside them has only those.

namespace casus::test {

TEST_CASE("a relative is one in every list that asks, and no word of a profession is", "[base]") {
  for (const std::string word : {"oma", "schoonzus", "buurmeisje", "ex-man", "stepfather", "granny"}) {
    CAPTURE(word);
    CHECK(is_relative(word));
    CHECK(kRelations.find(' ' + word + ' ') != std::string_view::npos);
    CHECK(engine::word_lists().is_role_word(word));
  }
  for (const std::string word : {"huisarts", "juf", "", "oma opa", "noor"}) {
    CAPTURE(word);
    CHECK_FALSE(is_relative(word));
  }
}

TEST_CASE("no relative stands in a second list", "[base]") {
  const std::filesystem::path root(CASUS_SOURCE_DIR);
  std::istringstream relations(content_of(root / "core/base/lists/relations.txt"));
  for (std::string word; std::getline(relations, word);) {
    CAPTURE(word);
    CHECK_FALSE(is_relative(word));
  }
  for (const auto lang : text::languages())
    for (const auto& list : {text::msg("line.family_words"), text::msg("discreet.role_words")})
      for (const auto& use : text::day_words(list.in(lang)))
        for (const auto& word : use.said) {
          CAPTURE(word);
          // Some are a last name as well, with a capital.
          CHECK((use.value == "small" || !is_relative(word)));
        }
  const auto words = content_of(root / "core/engine/remarks/words.json");
  std::istringstream roles(words.substr(words.find("\"role_words\"")));
  for (std::string word; std::getline(roles, word, '"');) {
    CAPTURE(word);
    CHECK_FALSE(is_relative(word));
  }
}

}  // namespace casus::test
