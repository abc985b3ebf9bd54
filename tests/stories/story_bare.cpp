// SPDX-License-Identifier: EUPL-1.2
// Nothing but the name of the program, as somebody types it who sits down at a terminal for the first time.
#include "tests/stories/program.hpp"
#include "tests/support/catch.hpp"

#include <filesystem>

namespace casus::test {
namespace {

bool window_holds(const PseudoTerminal& at, const std::string& text) {
  return at.window().find(text) != std::string::npos;
}

}  // namespace

TEST_CASE("casus alone founds a team where there is none, and else shows today to who says who they are",
          "[stories][today]") {
  Home home;
  {
    auto at = home.in_terminal({});
    REQUIRE(at->shows("Hoe heet je team?"));
    at->type("\r");  // nothing: the commands, and no team
    CHECK(at->finish() == 0);
    CHECK_FALSE(std::filesystem::exists(home.store()));
  }
  {
    auto at = home.in_terminal({});
    REQUIRE(at->shows("Hoe heet je team?"));
    at->type("Wijkteam Zuid\r");
    CHECK(at->finish() == 0);
    INFO(at->window());
    CHECK(std::filesystem::exists(home.store()));
    CHECK(window_holds(*at, "Wijkteam Zuid"));
  }
  REQUIRE(home.type("casus team add Noor").exit == 0);
  {
    auto at = home.in_terminal({}, 60);
    REQUIRE(at->shows("Wie ben je?"));
    at->type("Noor\r");
    CHECK(at->finish() == 0);
    INFO(at->window());
    CHECK(window_holds(*at, "Noor, Wijkteam Zuid"));
    CHECK(window_holds(*at, "Je casussen"));
  }
  for (const auto& who : {std::vector<std::string>{"--as", "Noor"}, std::vector<std::string>{}}) {
    if (who.empty()) home.set("CASUS_AS", "Noor");
    auto at = home.in_terminal(who, 60);
    CHECK(at->finish() == 0);
    INFO(at->window());
    CHECK(window_holds(*at, "Je casussen"));
  }
}

}  // namespace casus::test
