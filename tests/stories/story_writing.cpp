// SPDX-License-Identifier: EUPL-1.2
// What `casus method` tells whoever writes a method, beside what is wrong with it.
#include "tests/stories/program.hpp"
#include "tests/support/catch.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace casus::test {

TEST_CASE("a method is shown and drawn from its folder or its file, as it is by its name", "[stories]") {
  const Home home;
  REQUIRE(home.type("casus method new --id buurt/kringgesprek").exit == 0);
  const auto shown = home.type("CASUS_PLUGINS=. casus method show buurt/kringgesprek");
  REQUIRE(shown.exit == 0);
  const auto of_folder = home.type("casus method show buurt");
  CHECK(of_folder.exit == 0);
  CHECK(of_folder.out == shown.out);
  const auto drawn = home.type("casus method diagram buurt/kringgesprek.json --format dot");
  CHECK(drawn.exit == 0);
  CHECK(drawn.out == home.type("CASUS_PLUGINS=. casus method diagram buurt/kringgesprek --format dot").out);
}

TEST_CASE("what stands beside a new method is in the language of who makes it", "[stories]") {
  const Home home;
  REQUIRE(home.type("casus method new --id buurt/een").exit == 0);
  REQUIRE(home.type("casus method new --id hood/one --lang en").exit == 0);
  const auto dutch = content_of(home.folder() / "buurt/README.md");
  const auto english = content_of(home.folder() / "hood/README.md");
  CHECK(dutch.find("Verander iets, en kijk elke keer:") != std::string::npos);
  CHECK(dutch.find("Change") == std::string::npos);
  CHECK(english.find("Change something, and look each time:") != std::string::npos);
  CHECK(english.find("Verander") == std::string::npos);
  // The same rows, each about the same fields.
  const auto fields = [](const std::string& text) {
    std::vector<std::string> found;
    for (auto at = text.find("\n| `"); at != std::string::npos; at = text.find("\n| `", at + 1))
      found.push_back(text.substr(at, text.find(" |", at + 3) - at));
    return found;
  };
  CHECK(fields(dutch).size() == 13);
  CHECK(fields(dutch) == fields(english));
}

TEST_CASE("a folder of which one method cannot be told is not shown", "[stories]") {
  const Home home;
  REQUIRE(home.type("casus method new --id buurt/een").exit == 0);
  REQUIRE(home.type("casus method new --id buurt/twee").exit == 0);
  const auto two = home.type("casus method show buurt --lang en");
  CHECK(two.exit == 2);
  CHECK(two.err.find("holds more than one method; give one of these files: ") != std::string::npos);
  CHECK(two.err.find("twee.json") != std::string::npos);
  home.folder().write("buurt/twee.json", "{\"format\": 2}");
  const auto broken = home.type("casus method diagram buurt/twee.json --lang en");
  CHECK(broken.exit == 3);
  CHECK(broken.err.find("missing 'id'") != std::string::npos);
  CHECK(broken.out.empty());
}

TEST_CASE("playing a method tells which steps were passed over, and which repeat only its bound ended", "[stories]") {
  using nlohmann::json;
  const Home home;
  REQUIRE(home.type("casus method new --id trial/m").exit == 0);
  auto method = json::parse(content_of(home.folder() / "trial/m.json"));
  auto& steps = method["phases"]["analysis"];
  const json text{{"nl", "Er is een idee genoemd."}, {"en", "An idea was named."}};
  const json idea{{"count", "contributions"}, {"where", {{"kind", "strength"}}}, {"at_least", 3}};
  auto sometimes = steps[1];
  sometimes["id"] = "sometimes";
  sometimes["name"] = {{"nl", "Soms"}, {"en", "Sometimes"}};
  sometimes["when"] = {{"text", text}, {"holds", idea}, {"mark", "own"}};
  steps[1]["repeat"] = {{"until", {{"text", text}, {"holds", idea}}}, {"at_most", 2}, {"mark", "own"}};
  steps.push_back(sometimes);
  const auto write = [&] {
    auto rest = method;
    rest.erase("format");
    home.folder().write("trial/m.json", "{\"format\": 2," + rest.dump(1).substr(1));
  };
  write();
  const auto told = [&](const std::string& pointer, const std::string& words) {
    const auto ran = home.type("casus method play trial --json --lang en");
    INFO(ran.out << ran.err);
    REQUIRE(ran.exit == 0);
    const auto notes = json::parse(ran.out)["methods"][0]["warnings"];
    return std::ranges::any_of(notes, [&](const json& one) {
      return one["pointer"] == pointer && one["message"].get<std::string>().find(words) != std::string::npos;
    });
  };
  CHECK(told("/phases/analysis/2/when", "step 'sometimes' was passed over"));
  CHECK(told("/phases/analysis/1/repeat/until", "'ask' came 2 times"));
  // Where it is so the first time, there is nothing to tell.
  steps[2]["when"]["holds"] = {{"count", "contributions"}, {"where", {{"kind", "wish"}}}, {"at_least", 1}};
  steps[1]["repeat"]["until"]["holds"] = {
      {"count", "contributions"}, {"where", {{"kind", "question"}}}, {"at_least", 1}};
  write();
  CHECK_FALSE(told("/phases/analysis/2/when", ""));
  CHECK_FALSE(told("/phases/analysis/1/repeat/until", ""));
}

}  // namespace casus::test
