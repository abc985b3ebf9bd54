// SPDX-License-Identifier: EUPL-1.2
#include "core/page/described.hpp"

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

TEST_CASE("what documents are made of has a form for each place", "[page]") {
  page::Page page;
  page.title = "Verslag";
  page.notice("De methode ontbreekt.");
  page.fact("Casus", "2026-001");
  page.fact("Leeg", "");
  page.section("Kop");
  page.section("Kleiner", 1);
  page.paragraph(page::Line().strong("Feit").plain(" - een *ster*"));
  page.number("eerst");
  page.number("dan");
  page.quote({"Wij koken", "om de beurt"});
  page.bullet(page::Line("gevonden").pointers({4, 12}));
  page.table({"Trede", "Aantal"}, {{"Zelf", "2"}}, {1});
  page.rule();
  page.section("Alleen een plaatje");
  page.figure("<svg/>", {}, "bijschrift");
  CHECK(page::page_markdown(page) ==
        "# Verslag\n\n> De methode ontbreekt.\n\n- **Casus:** 2026-001\n\n## Kop\n\n### Kleiner\n\n"
        "**Feit** \\- een \\*ster\\*\n\n1. eerst\n2. dan\n\n> Wij koken\n>\n> om de beurt\n>\n\n"
        "- gevonden [4] [12]\n\n| Trede | Aantal |\n|---|---:|\n| Zelf | 2 |\n\n---\n");
  CHECK(page::page_text(page) ==
        "Verslag\n\n! De methode ontbreekt.\n\n  Casus            2026-001\n\nKop\n---\n\nKleiner\n-------\n"
        "Feit - een *ster*\n\n1. eerst\n2. dan\n\n  > Wij koken\n  > om de beurt\n\n- gevonden [4] [12]\n\n"
        "Trede  Aantal\n-----  ------\nZelf   2\n\n---\n");
  const auto html = page::page_html(page, Lang::nl);
  CHECK(has_no_html_errors(html));
  for (const auto* part :
       {"<p class=\"notice\" role=\"note\">De methode ontbreekt.</p>", "<dt>Casus</dt><dd>2026-001</dd>",
        "<section>\n<h2>Kop</h2>\n<h3>Kleiner</h3>", "<p><strong>Feit</strong> - een *ster*</p>",
        "<ol>\n<li>eerst</li>\n<li>dan</li>\n</ol>", "<blockquote>",
        "gevonden <a href=\"#item-4\">[4]</a> <a href=\"#item-12\">[12]</a>",
        "<td role=\"cell\" class=\"number\" data-label=\"Aantal\">2</td>", "<figcaption>bijschrift</figcaption>"})
    CHECK_THAT(html, Contains(part));
}

TEST_CASE("in a browser a number leads to the item that it points at", "[page]") {
  page::Page page;
  page.bullet(page::Line("waar").pointers({4}));
  page.bullet(page::Line().anchor(4).plain(" hier"));
  CHECK_THAT(page::page_html(page, Lang::nl),
             Contains("<a href=\"#item-4\">[4]</a>") && Contains("<span id=\"item-4\">[4]</span> hier"));
  CHECK_THAT(page::page_markdown(page), Contains("- waar [4]\n- [4] hier"));
}

TEST_CASE("every page has one style, for light, dark, narrow and paper", "[page]") {
  const auto html = page::page_html(everything("gewoon"), Lang::en);
  for (const auto* part : {"prefers-color-scheme: dark", "@media print", "max-width: 40rem", "width=device-width"})
    CHECK_THAT(html, Contains(part));
  CHECK_THAT(html, !Contains("http-equiv") && !Contains("url(") && !Contains("@import"));
}

TEST_CASE("whoever goes over the texts of a page leaves titles alone", "[page]") {
  auto page = everything("naam");
  page.section("naam", 1);
  page::each_text(page, [](std::string& text) { text = "weg"; });
  CHECK(page.title == "naam");
  CHECK(page.sections.at(1).heading == "naam");
  CHECK(page.sections.back().heading == "weg");
  CHECK(page.sections.at(1).blocks.front().items.front().line.runs.front().text == "weg");
  CHECK(page.sections.at(1).blocks.at(1).rows.front().front().runs.front().text == "weg");
}

TEST_CASE("what is told to programs and to people is described once", "[page]") {
  page::Properties properties;
  properties.add({{"life", "open"}, {"round", 2}}, "Stand", "open, ronde 2");
  properties.add({{"purpose", "meedenken"}});
  properties.add({{"hoped_for", ""}}, "Hoopt op", "");
  nlohmann::json object;
  properties.into(object);
  CHECK(object == nlohmann::json{{"life", "open"}, {"round", 2}, {"purpose", "meedenken"}, {"hoped_for", ""}});
  page::Page page;
  properties.onto(page);
  CHECK_THAT(page::page_text(page), Contains("Stand            open, ronde 2") && !Contains("Hoopt"));
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
