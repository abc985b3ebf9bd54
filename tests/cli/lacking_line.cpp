// SPDX-License-Identifier: EUPL-1.2
// What a line lacks is told as that line, with it: a person types it over.
#include "cli/typed/lacking_line.hpp"

#include "cli/typed/way_on.hpp"
#include "cli/verbs.hpp"
#include "core/text/field_place.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temp_dir.hpp"

namespace casus::test {
namespace {

using LineWords = std::vector<std::string>;

std::string told_again(const LineWords& typed, std::string_view option, std::string_view gap, std::string as = {},
                       std::string store = {}) {
  const cli::TypedWays ways(std::move(as), std::move(store), "casus", typed);
  return ways.write(text::way_of({text::FieldPlace::Kind::field, option, gap}), text::Voice(Lang::nl, nullptr, &ways));
}

}  // namespace

TEST_CASE("a line that lacks something is told whole, with what it lacks", "[cli]") {
  CHECK(told_again({"case", "show", "2026-001", "--as", "Noor"}, "because", "\"...\"", "Noor") ==
        "casus case show 2026-001 --as Noor --because \"...\"");
  CHECK(told_again({"today"}, "as", "NAAM") == "casus today --as NAAM");
  CHECK(told_again({"case", "say", "c", "feit", "Oma's huis"}, "as", "NAAM") ==
        "casus case say c feit 'Oma'\\''s huis' --as NAAM");
  // What was given and will not do is left out.
  CHECK(told_again({"case", "show", "c", "--because", "", "--as=Noor"}, "because", "\"...\"", "Noor") ==
        "casus case show c '--as=Noor' --because \"...\"");
  CHECK(told_again({"case", "erase", "c", "--with=Noor", "--yes", "--as", "Noor"}, "with", "NAAM", "Noor") ==
        "casus case erase c --yes --as Noor --with NAAM");
  // Behind `--` there are words alone.
  CHECK(told_again({"case", "say", "--", "c", "feit", "-x"}, "as", "NAAM") == "casus case say --as NAAM -- c feit -x");
  // The name was asked for, and not typed.
  CHECK(told_again({"today"}, "because", "\"...\"", "Noor") == "--because \"...\"");
  CHECK(told_again({"case", "show", "c"}, "because", "\"...\"", "Noor") ==
        "casus case show c --because \"...\" --as Noor");
}

TEST_CASE("the store stands in that line once, so that it works from another folder", "[cli]") {
  const std::string store = " --store /srv/team.db";
  for (const LineWords& typed : {LineWords{"case", "show", "c", "--store", "team.db", "--as", "Noor"},
                                 LineWords{"case", "show", "--store=team.db", "c", "--as", "Noor"},
                                 LineWords{"case", "show", "c", "--as", "Noor", "--keys", "x", "--store", "team.db"}})
    CHECK(told_again(typed, "because", "\"...\"", "Noor", store) ==
          "casus case show c --as Noor --because \"...\" --store /srv/team.db");
  CHECK(told_again({"case", "say", "--store", "team.db", "--", "c", "feit", "-x"}, "as", "NAAM", {}, store) ==
        "casus case say --as NAAM --store /srv/team.db -- c feit -x");
}

TEST_CASE("a file stands in that line with its whole path, so that it works from another folder", "[cli]") {
  const TempDir folder;
  const auto file = folder.write("een brief.txt", "Hallo");
  const auto here = std::filesystem::relative(file).string();
  REQUIRE(here != file.string());
  const auto whole = std::filesystem::absolute(here).lexically_normal().string();
  CHECK(told_again({"case", "attach", "c", here}, "as", "NAAM") == "casus case attach c '" + whole + "' --as NAAM");
  CHECK(told_again({"case", "attach", "--", "c", here}, "as", "NAAM") ==
        "casus case attach --as NAAM -- c '" + whole + "'");
  // What is no file, or no place for one, stays as it was typed.
  CHECK(told_again({"case", "attach", "c", "weg.txt"}, "as", "NAAM") == "casus case attach c weg.txt --as NAAM");
  CHECK(told_again({"case", "show", here}, "as", "NAAM") == "casus case show '" + here + "' --as NAAM");
}

TEST_CASE("what can not be typed behind a line is told by itself, and no citizen service number is said back",
          "[cli][never_kept]") {
  CHECK(told_again({"case", "show", "c"}, "evidence", "\"...\"") == "--evidence \"...\"");
  CHECK(told_again({"apply", "lines.jsonl"}, "as", "NAAM") == "--as NAAM");
  CHECK(told_again({}, "as", "NAAM") == "--as NAAM");
  CHECK(told_again({"case", "say", "c", "feit", "BSN 123456782"}, "as", "NAAM") == "--as NAAM");
  // An address with a password is refused further on; until then it is not said again.
  for (const auto* address : {"postgresql://casus:geheim@server/zorg", "postgresql://server/zorg?password=geheim",
                              "postgres:geheim@server", "https://balie:geheim@zaken.voorbeeld.invalid"}) {
    CAPTURE(address);
    CHECK(told_again({"store", "copy", address}, "as", "NAAM") == "--as NAAM");
    CHECK(told_again({"case", "show", "c", "--store", address}, "as", "NAAM", {}, " --store geheim") == "--as NAAM");
    CHECK(told_again({"case", "show", "c", std::string("--store=") + address}, "as", "NAAM") == "--as NAAM");
  }
  CHECK(told_again({"store", "copy", "postgresql://casus@server/zorg"}, "as", "NAAM") ==
        "casus store copy postgresql://casus@server/zorg --as NAAM");
  // An example is no gap, and a value stands beside another.
  CHECK(told_again({"case", "pause", "c"}, "until", "vrijdag") == "--until vrijdag");
}

TEST_CASE("each page of one case can be asked for with a reason, as who is refused is told", "[cli]") {
  int pages = 0;
  for (const auto& entry : cli::all_verbs()) {
    const auto verb = entry.fresh();
    if (!verb->access().part) continue;
    desk::Slots slots;
    verb->shape(slots);
    CAPTURE(entry.path);
    CHECK(slots.has("--because"));
    ++pages;
  }
  CHECK(pages > 10);
}

}  // namespace casus::test
