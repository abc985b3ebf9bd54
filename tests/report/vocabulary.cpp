// SPDX-License-Identifier: EUPL-1.2
#include "core/report/vocabulary_page.hpp"

#include "core/method/vocabulary.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/guide_block.hpp"

#include <nlohmann/json.hpp>

namespace casus::test {

TEST_CASE("the guide of methods names all that a method can be written with", "[report]") {
  check_block("plugins/README.md", "vocabulary", page::page_markdown(report::vocabulary_page(Lang::en)));
}

TEST_CASE("the vocabulary is said in both languages, every row with its fields", "[report]") {
  for (const auto lang : {Lang::nl, Lang::en}) {
    const auto text = page::page_text(report::vocabulary_page(lang));
    const auto document = report::vocabulary_json(lang);
    REQUIRE(document["rows"].size() == method::names_of(method::Collection{}).size());
    for (const auto& rows : document["rows"]) {
      INFO(rows.dump());
      CHECK(text.find(rows["word"].get<std::string>().substr(0, 12)) != std::string::npos);
      CHECK_FALSE(rows["fields"].empty());
    }
    CHECK(document["kinds"].size() == method::core_kinds().size());
  }
  CHECK(page::page_text(report::vocabulary_page(Lang::nl)).find("wens van de inwoner") != std::string::npos);
  CHECK(page::page_text(report::vocabulary_page(Lang::en)).find("wish of the resident") != std::string::npos);
}

}  // namespace casus::test
