// SPDX-License-Identifier: EUPL-1.2
#include "core/page/safe_text.hpp"

#include "core/base/text.hpp"
#include "core/page/layout.hpp"
#include "tests/report/sample.hpp"
#include "tests/support/catch.hpp"

namespace casus::test {

using namespace page;

TEST_CASE("a text on one line has no control signs, no turned reading direction and no broken bytes", "[report]") {
  CHECK(one_line(" a\t\r\n b ") == "a b");
  CHECK(one_line("\x1b[31mrood\x07") == "[31mrood");
  CHECK(one_line("a\xe2\x80\xaez") == "az");
  CHECK(one_line("x\xffy") == "x\xef\xbf\xbdy");
  CHECK(one_line("\xf0\x9f\x91\xa9") == "\xf0\x9f\x91\xa9");
  CHECK(is_utf8(one_line(kHostile)));
  CHECK(lines_of("een\n\n twee \r\ndrie") == std::vector<std::string>{"een", "twee", "drie"});
}

TEST_CASE("an answer on a terminal keeps its lines, and nothing in it moves the others", "[report]") {
  CHECK(page::terminal_safe("  een  regel\n\ten nog een") == "  een  regel\n\ten nog een");
  CHECK(page::terminal_safe("é “ja” €5 👍") == "é “ja” €5 👍");
  CHECK(page::terminal_safe("rood\x1B[31m, \u202Eomgekeerd\u2066 en\x07 stil\r") == "rood[31m, omgekeerd en stil");
  CHECK(page::terminal_safe("\xC2") == "\uFFFD");
}

TEST_CASE("text for Markdown begins nothing and ends nothing", "[report]") {
  CHECK(markdown_safe("# kop") == "\\# kop");
  CHECK(markdown_safe("- punt") == "\\- punt");
  CHECK(markdown_safe("2. tweede") == "2\\. tweede");
  CHECK(markdown_safe("2) tweede") == "2\\) tweede");
  CHECK(markdown_safe("2 is genoeg.") == "2 is genoeg.");
  CHECK(markdown_safe("=====") == "\\=====");
  CHECK(markdown_safe("a | b") == "a &#124; b");
  CHECK(markdown_safe("a \\| b") == "a &#92;&#124; b");
  CHECK(markdown_safe("<b>&amp;") == "&lt;b&gt;&amp;amp;");
  CHECK(markdown_safe("[x](y) `z` *w* _v_ ~~u~~") == "\\[x\\](y) \\`z\\` \\*w\\* \\_v\\_ \\~\\~u\\~\\~");
  CHECK(markdown_safe("een\n# twee") == "een \\# twee");
  CHECK(markdown_safe("") == "");
}

TEST_CASE("text for XML, Mermaid and DOT cannot leave its place", "[report]") {
  CHECK(xml_safe("<a b='c' d=\"e\">&\x01") == "&lt;a b=&#39;c&#39; d=&quot;e&quot;&gt;&amp;");
  CHECK(mermaid_safe("\"; } %% #1\n:x") == "#34;#59; #125; #37;#37; #35;1 #58;x");
  CHECK(dot_safe("\"a\\\" & <b>\nc") == "\\\"a\\\\\\\" &amp; <b> c");
}

TEST_CASE("columns are counted as a terminal shows them", "[report]") {
  CHECK(columns("café") == 4);
  CHECK(columns("cafe\xcc\x81") == 4);
  CHECK(columns("\xf0\x9f\x91\xa9") == 2);
  CHECK(clipped("Wilhelmina", 6) == "Wilhe…");
  CHECK(clipped("Wil", 6) == "Wil");
  CHECK(clipped("één twee", 5) == "één…");
}

TEST_CASE("paragraphs and tables keep to their width", "[report]") {
  CHECK(paragraph("- ", "een twee drie vier", 12) == "- een twee\n  drie vier\n");
  CHECK(wrapped("aaaaaaaaaa bb", 4) == std::vector<std::string>{"aaaa", "aaaa", "aa", "bb"});
  CHECK(wrapped("", 4).empty());
  const auto shown = table({"Wat", "Wie"}, {{"Een lange zin over een afspraak", "Joke"}, {"Kort"}}, 24);
  CHECK(shown == "Wat                 Wie\n------------------  ----\nEen lange zin over  Joke\neen afspraak\nKort\n");
  for (const auto& line : wrapped(kHostile, 20)) CHECK(columns(line) <= 20);
}

TEST_CASE("a line to type is never broken in a paragraph, wherever it stands", "[report]") {
  // At the end, with what is before it on a line of its own, and wider than there is room.
  CHECK(paragraph("- ", "Kies een dag: casus case review 2026-001 +6w --as Noor", 30) ==
        "- Kies een dag:\n  casus case review 2026-001 +6w --as Noor\n");
  // It stays in the line where it fits.
  CHECK(paragraph("", "Kies: casus case list --as Noor", 40) == "Kies: casus case list --as Noor\n");
  // In the middle: the sentence goes on behind its comma, its bracket or its full stop.
  CHECK(paragraph("", "Zet hem terug (casus method list --as Noor) of kies een andere", 30) ==
        "Zet hem terug\n(casus method list --as Noor)\nof kies een andere\n");
  CHECK(paragraph("", "Nog een: casus case round 1 --because \"...\". Klaar: casus case close 1 --because \"...\".",
                  34) ==
        "Nog een:\ncasus case round 1 --because \"...\".\nKlaar:\ncasus case close 1 --because \"...\".\n");
  // What is in quotation marks is no end of it, and neither is an open place.
  CHECK(paragraph(
            "", "Typ: casus plan action 1 'Een brief, samen. Morgen' --who ... --store '/mnt/d'\\''or/een register.db'",
            20) ==
        "Typ:\ncasus plan action 1 'Een brief, samen. Morgen' --who ... --store '/mnt/d'\\''or/een register.db'\n");
  // Without an option it is one where the sentence has come to it, or in brackets.
  CHECK(paragraph("", "Wat er nog mist, zie je met: casus case why 2026-001", 40) ==
        "Wat er nog mist, zie je met:\ncasus case why 2026-001\n");
  CHECK(paragraph("", "Begin de bespreking (casus case why 1), of wacht", 30) ==
        "Begin de bespreking\n(casus case why 1), of wacht\n");
  CHECK(paragraph("", "let op: casus 1 heeft dezelfde titel", 16) == "let op: casus 1\nheeft dezelfde\ntitel\n");
  // "casus" is an ordinary word too, and in a column there is no room for a whole line.
  CHECK(paragraph("", "de casus van Noor is een hele lange", 12) == "de casus van\nNoor is een\nhele lange\n");
  CHECK(wrapped("casus case list --as Noor", 12) == std::vector<std::string>{"casus case", "list --as", "Noor"});
}

}  // namespace casus::test
