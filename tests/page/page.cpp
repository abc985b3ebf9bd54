// SPDX-License-Identifier: EUPL-1.2
#include "core/page/page.hpp"

#include "core/base/text.hpp"
#include "core/page/safe_text.hpp"
#include "tests/report/golden.hpp"
#include "tests/report/sample.hpp"
#include "tests/support/catch.hpp"

namespace casus::test {

using Catch::Matchers::Contains;

namespace {

page::Page everything(const std::string& text) {
  page::Page page;
  page.title = text;
  page.paragraph(text);
  page.section(text);
  page.bullet(text);
  page.detail(text);
  page.table({text, text}, {{text, text}});
  page.bars({{text, 1, 0.25}});
  page.figure("<svg xmlns=\"http://www.w3.org/2000/svg\"><title>t</title></svg>", text);
  page.paragraph(text);
  return page;
}

}  // namespace

TEST_CASE("a page says the same on a terminal and in Markdown", "[report][page]") {
  page::Page page;
  page.title = "Titel";
  page.section("Kop");
  page.bullet("een");
  page.detail("daaronder");
  page.table({"Naam", "Wat"}, {{"Joke", "belt"}});
  page.bars({{"Zelf", 1, 0.25}, {"Netwerk", 3, 0.75}});
  page.figure("<svg/>", "Doel (werker)\n    0 +1\n");
  CHECK(page::page_text(page) ==
        "Titel\n\nKop\n---\n- een\n    - daaronder\n\nNaam  Wat\n----  ----\nJoke  belt\n\n"
        "  Zelf     #####...............   1  25%\n"
        "  Netwerk  ###############.....   3  75%\n\n  Doel (werker)\n      0 +1\n");
  CHECK(page::page_markdown(page) ==
        "# Titel\n\n## Kop\n\n- een\n  - daaronder\n\n| Naam | Wat |\n|---|---|\n| Joke | belt |\n\n- Zelf: 1 (25%)\n- "
        "Netwerk: 3 (75%)\n\n- Doel (werker): 0 +1\n");
}

TEST_CASE("a page is well-formed HTML with its pictures in place, whatever was typed", "[report][page]") {
  for (const auto& text : {std::string("gewoon"), kHostile, std::string()}) {
    const auto page = everything(text);
    const auto html = page::page_html(page, Lang::nl);
    CHECK(accepted_by("xmllint", "--noout", html));
    CHECK(has_no_html_errors(html));
    CHECK_THAT(html, Contains("<figure>") && !Contains("<script"));
    CHECK(html.find("<figure>") < html.rfind("<p>") + (text.empty() ? html.size() : 0));
    const auto terminal = page::page_text(page);
    CHECK(is_utf8(terminal));
    CHECK_THAT(terminal, !Contains("\x1b"));
    CHECK(is_utf8(page::page_markdown(page)));
  }
}

}  // namespace casus::test
