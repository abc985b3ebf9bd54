// SPDX-License-Identifier: EUPL-1.2
// A repeat that comes over nothing when a method is played: that is told, for who wrote the method sees it nowhere
// else.
#include "tests/stories/program.hpp"
#include "tests/support/catch.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <string>

namespace casus::test {
namespace {

using nlohmann::json;

json warned(const Home& home, const std::string& verb) {
  const auto ran = home.type("casus method " + verb + " trial --json --lang en");
  INFO(ran.out << ran.err);
  REQUIRE(ran.exit == 0);
  return json::parse(ran.out)["methods"][0]["warnings"];
}

}  // namespace

TEST_CASE("a repeat over people whom a method does not ask for is told when it is checked and played", "[stories]") {
  const Home home;
  REQUIRE(home.type("casus method new --id trial/m").exit == 0);
  auto method = json::parse(content_of(home.folder() / "trial/m.json"));
  method["roles"].push_back({{"role", "observer"}, {"mark", "own"}});
  method["roles"].back()["name"] = {{"nl", "luisteraar"}, {"en", "listener"}};
  auto heard = method["phases"]["analysis"][1];
  heard["id"] = "heard";
  heard["name"] = {{"nl", "Wat hoorde je"}, {"en", "What did you hear"}};
  heard["floor"] = {{"speakers", {"observer"}}};
  heard["repeat"] = {{"for_each", {{"role", "observer"}}}, {"at_most", 4}, {"mark", "own"}};
  heard.erase("done_when");
  method["phases"]["analysis"].push_back(heard);
  method.erase("format");
  home.folder().write("trial/m.json", "{\"format\": 2," + method.dump(1).substr(1));
  const auto tells = [](const json& notes) {
    return std::ranges::any_of(notes, [](const json& one) {
      return one["pointer"] == "/phases/analysis/2/repeat/for_each/role" &&
             one["message"].get<std::string>().find("nobody had the role 'observer'") != std::string::npos;
    });
  };
  CHECK(tells(warned(home, "check")));
  const auto played = home.type("casus method play trial --json --lang en");
  CHECK(played.exit == 0);
  CHECK(tells(json::parse(played.out)["methods"][0]["warnings"]));
  const auto shown = home.type("casus method play trial --lang en");
  CHECK((shown.out + shown.err).find("nobody had the role 'observer'") != std::string::npos);
}

TEST_CASE("a repeat over a kind that nothing asks for is told when it is checked and played", "[stories]") {
  const Home home;
  REQUIRE(home.type("casus method new --id trial/m").exit == 0);
  auto method = json::parse(content_of(home.folder() / "trial/m.json"));
  auto again = method["phases"]["analysis"][1];
  again["id"] = "again";
  again["name"] = {{"nl", "Elke kracht"}, {"en", "Each strength"}};
  again["repeat"] = {{"for_each", {{"kind", "strength"}}}, {"at_most", 4}, {"mark", "own"}};
  again.erase("done_when");
  method["phases"]["analysis"].push_back(again);
  method.erase("format");
  home.folder().write("trial/m.json", "{\"format\": 2," + method.dump(1).substr(1));
  const auto tells = [](const json& notes) {
    return std::ranges::any_of(notes, [](const json& one) {
      return one["pointer"] == "/phases/analysis/2/repeat/for_each/kind" &&
             one["message"].get<std::string>().find("nobody said a 'strength'") != std::string::npos;
    });
  };
  CHECK(tells(warned(home, "check")));
  CHECK(tells(warned(home, "play")));
  // What is asked for is said, and then it comes.
  method["phases"]["analysis"][0]["done_when"][0]["holds"]["where"]["kind"] = "strength";
  home.folder().write("trial/m.json", "{\"format\": 2," + method.dump(1).substr(1));
  CHECK_FALSE(tells(warned(home, "check")));
}

}  // namespace casus::test
