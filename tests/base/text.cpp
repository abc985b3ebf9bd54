// SPDX-License-Identifier: EUPL-1.2
#include "core/base/text.hpp"

#include "tests/support/catch.hpp"

namespace casus {

using Keys = std::vector<std::string_view>;
using namespace std::string_view_literals;

TEST_CASE("white space is taken from both ends and nowhere else", "[base]") {
  CHECK(trimmed("  een  plan \r\n\t") == "een  plan");
  CHECK(trimmed("plan") == "plan");
  CHECK(trimmed(" \n\v\f ").empty());
  CHECK(trimmed("").empty());
}

TEST_CASE("what nobody can see is no text, and is taken from both ends as white space is", "[base]") {
  for (const char* nothing : {"\u200B", "\u200B\u200E", "\u202E \u202C", "\u2066\u2069", "\u00A0\u00AD", "\u2028",
                              "\u3000\u3164", "\uFEFF", "\u2060", "\u180E", "\u115F\u1160", "\u2800", "\u061C"}) {
    CAPTURE(nothing);
    CHECK(trimmed(nothing).empty());
  }
  CHECK(trimmed("\u202Aoma\u202C") == "oma");
  CHECK(trimmed("\u00A0 twee\u200Bdelig \uFEFF") == "twee\u200Bdelig");
  for (const char* kept : {"één", "❤\uFE0F", "👍", "…", "“ja”", "–", "à", "ß", "Ÿ", "ع", "中"}) {
    CAPTURE(kept);
    CHECK(trimmed(kept) == kept);
  }
  CHECK(trimmed("\xE2\x80") == "\xE2\x80");  // cut in the middle of a sign
}

TEST_CASE("folding makes the capitals of Dutch small and leaves the rest", "[base]") {
  CHECK(folded("CASUS Ÿ 12") == "casus Ÿ 12");
  CHECK(folded("ÉËÏÖÜÀÇ") == "éëïöüàç");
  CHECK(folded("één × twee") == "één × twee");  // the multiplication sign lies between the capitals
  CHECK(folded("€ ß") == "€ ß");
  CHECK(folded("\xC3") == "\xC3");  // cut in the middle of a letter
}

TEST_CASE("well-formed UTF-8 is told from what only looks like it", "[base]") {
  for (const auto good :
       {""sv, "ascii"sv, "\0"sv, "één €5 𝄞"sv, "\xC2\x80"sv, "\xDF\xBF"sv, "\xE0\xA0\x80"sv, "\xED\x9F\xBF"sv,
        "\xEE\x80\x80"sv, "\xEF\xBF\xBF"sv, "\xF0\x90\x80\x80"sv, "\xF4\x8F\xBF\xBF"sv}) {
    INFO(good);
    CHECK(is_utf8(good));
  }
}

TEST_CASE("overlong forms, surrogates, and points past the last are not UTF-8", "[base]") {
  for (const auto bad : {"\xC0\x80"sv,          // overlong NUL
                         "\xC1\xBF"sv,          // overlong U+007F
                         "\xE0\x80\x80"sv,      // overlong NUL in three
                         "\xE0\x9F\xBF"sv,      // overlong U+07FF
                         "\xF0\x80\x80\x80"sv,  // overlong NUL in four
                         "\xF0\x8F\xBF\xBF"sv,  // overlong U+FFFF
                         "\xED\xA0\x80"sv,      // first surrogate
                         "\xED\xBF\xBF"sv,      // last surrogate
                         "\xF4\x90\x80\x80"sv,  // U+110000
                         "\xF7\xBF\xBF\xBF"sv, "\xF8\x88\x80\x80\x80"sv, "\xFE"sv, "\xFF"sv}) {
    INFO(static_cast<int>(static_cast<unsigned char>(bad[0])));
    CHECK_FALSE(is_utf8(bad));
    CHECK_FALSE(is_utf8(std::string("voor ") + std::string(bad) + " na"));
  }
}

TEST_CASE("a letter that is cut off or has no beginning is not UTF-8", "[base]") {
  for (const auto bad : {"\x80"sv, "\xBF"sv, "\xC3"sv, "\xE2\x82"sv, "\xF0\x9D\x84"sv, "\xC3("sv, "\xE2(\xAC"sv,
                         "\xE2\x82("sv, "\xF0\x9D\x84("sv})
    CHECK_FALSE(is_utf8(bad));
}

TEST_CASE("a question has words and ends in a question mark", "[base]") {
  CHECK(is_question("Wat gaat er al goed?"));
  CHECK(is_question("  wie? \n"));
  CHECK_FALSE(is_question("Wat gaat er al goed"));
  CHECK_FALSE(is_question("Wie? Dat weet ik niet."));
  CHECK_FALSE(is_question("?"));
  CHECK_FALSE(is_question("...?"));
  CHECK_FALSE(is_question(""));
}

TEST_CASE("an id is safe in a shell, a file name and a URL", "[base]") {
  CHECK(is_id("a"));
  CHECK(is_id("2026-001.b"));
  CHECK(is_id(std::string(64, 'x')));
  for (const auto bad :
       {""sv, "A"sv, "-rf"sv, ".."sv, ".hidden"sv, "a b"sv, "a/b"sv, "a_b"sv, "é"sv, "a\n"sv, "a\0"sv}) {
    INFO(bad);
    CHECK_FALSE(is_id(bad));
  }
  CHECK_FALSE(is_id(std::string(65, 'x')));
}

TEST_CASE("the nearest name forgives a slip, a capital and a beginning", "[base]") {
  const Keys phases{"analysis", "plan_of_action", "network_involvement", "evaluation"};
  CHECK(nearest("analisys", phases) == "analysis");
  CHECK(nearest("EVALUATION", phases) == "evaluation");
  CHECK(nearest("network", phases) == "network_involvement");
  CHECK(nearest("werf", {"eigen-kracht/lens", "werf/werf"}) == "werf/werf");
}

TEST_CASE("no name is offered when none is near", "[base]") {
  const Keys known{"case", "plan", "network"};
  CHECK(nearest("fietsenstalling", known).empty());
  CHECK(nearest("", known).empty());
  CHECK(nearest("case", {}).empty());
  CHECK(nearest(std::string(5000, 'c'), known).empty());
}

TEST_CASE("of a short name no more than one letter may be another", "[base]") {
  const Keys people{"Ria", "Bram", "Noor", "Mo", "Samira", "Оля"};
  CHECK(nearest("Opa", people).empty());
  CHECK(nearest("Mia", people) == "Ria");
  CHECK(nearest("Mi", people).empty());
  CHECK(nearest("Hans", people).empty());
  CHECK(nearest("Roos", people).empty());
  CHECK(nearest("Noro", people) == "Noor");
  CHECK(nearest("Bran", people) == "Bram");
  CHECK(nearest("Samria", people) == "Samira");
  CHECK(nearest("Tamara", people).empty());
  CHECK(nearest("vraach", {"vraag", "wens"}) == "vraag");
  CHECK(nearest("Оле", {"Оля"}) == "Оля");
  CHECK(nearest("Ира", people).empty());
  // Whatever two letters differ in a name of three or four.
  for (const std::string name : {"ria", "bram"})
    for (std::size_t i = 0; i < name.size(); ++i)
      for (std::size_t j = i + 1; j < name.size(); ++j) {
        auto other = name;
        other[i] = 'x';
        other[j] = 'y';
        INFO(other);
        CHECK(nearest(other, {name}).empty());
      }
}

TEST_CASE("a hint is half a sentence or nothing", "[base]") {
  CHECK(hint("cse", {"case", "plan"}) == " (did you mean 'case'?)");
  CHECK(hint("fietsenstalling", {"case", "plan"}).empty());
}

TEST_CASE("names are joined with commas, or with what is asked for", "[base]") {
  CHECK(joined({"a", "b", "c"}) == "a, b, c");
  CHECK(joined({"a", "b"}, " | ") == "a | b");
  CHECK(joined({"a"}) == "a");
  CHECK(joined({}).empty());
}

TEST_CASE("a text is given in the language of the reader", "[base]") {
  const Text text{"plan van aanpak", "plan of action"};
  CHECK(text.in(Lang::nl) == "plan van aanpak");
  CHECK(text.in(Lang::en) == "plan of action");
  CHECK_FALSE(text.empty());
  CHECK(Text{}.empty());
}

}  // namespace casus
