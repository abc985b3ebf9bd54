// SPDX-License-Identifier: EUPL-1.2
// Who left the team is erased: what still says the name is printed with the line that mends it. Here they are typed.
#include "tests/stories/program.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>

namespace casus::test {
namespace {

/// Bram is named on the agenda with a case, as a subject, beside both, in why the meeting went on and in the paper; and
/// he sat in a case of Daan.
void bram_was_here(const Home& home) {
  for (const auto& line : std::vector<std::string>{
           "casus team init Noord --as Noor",
           "casus team add Noor --as Noor",
           "casus team add Samira --as Noor",
           "casus team add Daan --as Noor",
           "casus team add Bram --as Noor",
           "casus case open Huur --id 2026-001 --privacy anonymous --basis wmo --purpose doel --as Daan",
           "casus case join 2026-001 Samira --role chair --as Daan",
           "casus case join 2026-001 Bram --role member --as Daan",
           "casus meeting plan --as Noor --date " + today(),
           "casus meeting agenda add 2026-001 --minutes 5 --because 'Bram vroeg erom' --as Noor",
           "casus meeting agenda add --minutes 5 --because 'Het rooster van Bram' --as Noor",
           "casus meeting start --as Noor",
           "casus meeting keep 'Bram belt de school' --as Noor",
           "casus meeting keep 'Opa was boos' --danger --as Noor",
           "casus meeting taken-up w2 --because 'Bram zag dat het niet zo was' --as Noor",
           "casus meeting finish --as Noor",
           "casus meeting reopen --because 'Bram was nog niet klaar' --as Noor",
           "casus meeting finish --as Noor",
           "casus team line wij 'Bram belt eerst' --as Noor",
           "casus team leave Bram --as Noor"}) {
    const auto ran = home.type(line);
    INFO(line << "\n" << ran.out << ran.err);
    REQUIRE(ran.exit == 0);
  }
}

/// What stands between brackets, with words of one's own in the open places.
std::vector<std::string> printed(const std::string& text) {
  std::vector<std::string> lines;
  for (auto at = text.find("(casus "); at != std::string::npos; at = text.find("(casus ", at + 1)) {
    auto line = text.substr(at + 1, text.find(')', at) - at - 1);
    for (const auto& [gap, words] :
         {std::pair<std::string, std::string>{"\"...\"", "'Wat er was'"}, {"NAAM", "Samira"}})
      if (const auto open = line.find(gap); open != std::string::npos) line.replace(open, gap.size(), words);
    lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace

TEST_CASE("each line that is printed where the name of who was erased still stands works as it is",
          "[stories][erasing]") {
  const Home home;
  bram_was_here(home);
  const auto erased = home.type("casus team erase Bram --with Samira --yes --as Noor");
  INFO(erased.out << erased.err);
  REQUIRE(erased.exit == 0);
  const auto lines = printed(erased.out + erased.err);
  REQUIRE(lines.size() == 7);
  const auto is_of_the_case = [](const std::string& line) {
    return line.find("case erase 2026-001") != std::string::npos;
  };
  const auto of_the_case = std::ranges::find_if(lines, is_of_the_case);
  REQUIRE(of_the_case != lines.end());
  CHECK(of_the_case->ends_with("--as Daan"));  // Noor may not: the case is his
  for (const auto& line : lines) {
    auto ran = home.type(line);
    if (ran.exit == 2) ran = home.type(line + " --yes");  // on a screen it is asked
    INFO(line << "\n" << ran.out << ran.err);
    CHECK(ran.exit == 0);
  }
  for (const auto& page :
       std::vector<std::string>{"casus meeting show --as Noor --date " + today(), "casus team paper --as Noor",
                                "casus team history --as Noor", "casus case show 2026-001 --as Daan"}) {
    const auto shown = home.type(page);
    INFO(page);
    CHECK(shown.exit == 0);
    CHECK_THAT(shown.out, !Catch::Contains("Bram"));
  }
}

TEST_CASE("who erases a case is told which words about it still stand at the meeting, and each line printed works",
          "[stories][erasing]") {
  const Home home;
  for (const auto& line : std::vector<std::string>{
           "casus team init Noord --as Noor", "casus team add Noor --as Noor", "casus team add Samira --as Noor",
           "casus case open Huur --id 2026-001 --privacy anonymous --basis wmo --purpose doel --as Noor",
           "casus case question 2026-001 'Hoe verder?' --hoped-for rust --as Noor",
           "casus case join 2026-001 Samira --role chair --as Noor", "casus meeting plan --as Noor",
           "casus meeting agenda add 2026-001 --minutes 5 --as Noor", "casus meeting start --as Noor",
           "casus meeting take 2026-001 --as Noor", "casus meeting park --because 'Moeder is weg' --as Noor",
           "casus meeting keep 'Zij belde de school' --about 2026-001 --as Noor",
           "casus meeting keep 'De koffie is op' --as Noor"}) {
    const auto ran = home.type(line);
    INFO(line << "\n" << ran.out << ran.err);
    REQUIRE(ran.exit == 0);
  }
  // Asked nothing, as who typed --yes at once: told all the same.
  const auto erased = home.type("casus case erase 2026-001 --because weg --with Samira --yes --as Noor");
  INFO(erased.out << erased.err);
  REQUIRE(erased.exit == 0);
  const auto lines = printed(erased.out);
  REQUIRE(lines.size() == 2);
  CHECK_THAT(lines[0], Catch::Contains("meeting reword "));
  CHECK_THAT(lines[1], Catch::Contains("meeting taken-up w1 "));
  for (const auto& line : lines) {
    const auto ran = home.type(line);
    INFO(line << "\n" << ran.out << ran.err);
    CHECK(ran.exit == 0);
  }
}

}  // namespace casus::test
