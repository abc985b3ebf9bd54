// SPDX-License-Identifier: EUPL-1.2
#include "core/base/csv.hpp"
#include "tests/support/catch.hpp"

using namespace casus;

namespace {

using Cells = std::vector<std::vector<std::string>>;

Cells cells_of(std::string_view bytes) {
  const auto rows = csv::read(bytes);
  REQUIRE(rows.has_value());
  Cells all;
  for (const auto& row : *rows) all.push_back(row.cells);
  return all;
}

}  // namespace

TEST_CASE("a file of a spreadsheet is read with the separator it has", "[base]") {
  CHECK(cells_of("a,b\r\n1,2\r\n") == Cells{{"a", "b"}, {"1", "2"}});
  CHECK(cells_of("a;b;c,d\n1;2,5;\n") == Cells{{"a", "b", "c,d"}, {"1", "2,5", ""}});
  CHECK(cells_of("a\tb\n1\t2") == Cells{{"a", "b"}, {"1", "2"}});
  CHECK(cells_of("\xEF\xBB\xBF"
                 "a,b\n\n,\n") == Cells{{"a", "b"}, {"", ""}});
  CHECK(cells_of("").empty());
}

TEST_CASE("quoted cells keep separators, quotes and line ends, and lines are counted through them", "[base]") {
  CHECK(cells_of("a,b\n\"x, \"\"y\"\"\",\"een\r\ntwee\"\n") == Cells{{"a", "b"}, {"x, \"y\"", "een\r\ntwee"}});
  const auto rows = csv::read("a\n\"een\ntwee\"\nb\n");
  REQUIRE(rows.has_value());
  CHECK(rows->at(1).line == 2);
  CHECK(rows->at(2).line == 4);
}

TEST_CASE("what is no table is told with its line", "[base]") {
  const auto broken = [](std::string_view bytes) {
    const auto rows = csv::read(bytes);
    REQUIRE_FALSE(rows.has_value());
    return rows.error();
  };
  CHECK(broken("a\n\"open\n").line == 2);
  CHECK(broken("a\n\"open\n").kind == csv::Broken::Kind::open_quote);
  CHECK(broken("a\nb\nx\"y\n").line == 3);
  CHECK(broken("a\nb\nx\"y\n").kind == csv::Broken::Kind::quote_inside);
  CHECK(broken("a\n\"x\"y\n").kind == csv::Broken::Kind::after_quote);
}

TEST_CASE("what is written reads back the same, and no cell is a formula", "[base]") {
  const Cells rows{{"kop", "tekst"}, {"met, \"alles\"", "twee\r\nregels; en meer"}, {"", " rand "}};
  for (const char separator : {',', ';'})
    for (const bool mark : {false, true}) {
      const auto bytes = csv::written(rows, {separator, mark});
      CHECK(cells_of(bytes) == rows);
      CHECK(bytes.starts_with("\xEF\xBB\xBF") == mark);
      CHECK(bytes.ends_with("\r\n"));
    }
  CHECK(csv::written({{"=1+1", "+31", "-x", "@SUM(A1)", "\tx", "\rx", "1=1"}}) ==
        "'=1+1,'+31,'-x,'@SUM(A1),'\tx,\"'\rx\",1=1\r\n");
}
