// SPDX-License-Identifier: EUPL-1.2
// A method that somebody works on: beside the installed one, after it was installed, twice in a folder, broken.
#include "tests/stories/program.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/has.hpp"

#include <nlohmann/json.hpp>

namespace casus::test {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

/// A computer on which the method of its user is installed, with the folder that it was packed from still there.
struct MakersHome {
  MakersHome() {
    const auto ran = home.type(
        "casus method new --id buurt/kring && casus method pack buurt && casus method install buurt.casus-method");
    INFO(ran.err);
    REQUIRE(ran.exit == 0);
  }

  void rename(const std::string& file) {
    auto text = content_of(home.folder() / file);
    const std::string before = "Mijn methode";
    const auto at = text.find(before);
    REQUIRE(at != std::string::npos);
    home.folder().write(file, text.replace(at, before.size(), "Onze methode"));
  }

  std::string installed() const { return (home.folder() / "data/casus/plugins/buurt/kring.json").string(); }

  Home home;
};

}  // namespace

TEST_CASE("an installed method that was edited is not said to be what its maker signed", "[stories]") {
  MakersHome at;
  CHECK(has(at.home.type("casus method where --format md").out, "geïnstalleerd op "));
  at.rename("data/casus/plugins/buurt/kring.json");
  const auto where = at.home.type("casus method where --format md").out;
  CAPTURE(where);
  CHECK(has(where, "gewijzigd sinds de installatie op "));
  CHECK_FALSE(has(where, "geïnstalleerd op "));
}

TEST_CASE("a folder without a method says how to make one, as a line that can be typed", "[stories]") {
  const Home home;
  REQUIRE(home.type("mkdir leeg").exit == 0);
  const auto told = home.type("casus method check leeg --store 'mijn register.db'").err;
  CAPTURE(told);
  CHECK(has(told, "maak er een met: casus method new --id leeg/mijn-methode --store '/"));
}

TEST_CASE("a dry run says of a file with the same version that its contents changed", "[stories]") {
  MakersHome at;
  REQUIRE(at.home
              .type("casus case open Post --id k --privacy anonymous --basis wmo --purpose doel --method buurt/kring "
                    "--as Noor")
              .exit == 0);
  at.rename("data/casus/plugins/buurt/kring.json");
  const auto dry = at.home.type("casus case method k --adopt --dry-run --as Noor");
  CAPTURE(dry.out, dry.err);
  CHECK(has(dry.out, "  buurt/kring: nog steeds versie 0.1.0, maar de inhoud is anders"));
  CHECK_FALSE(has(dry.out, "naar versie"));
  // It is no newer one.
  CHECK_FALSE(has(at.home.type("casus case show k --as Noor").out, "nieuwere versie"));
}

TEST_CASE("a method in a folder of CASUS_PLUGINS goes before the installed one, and that is no fault", "[stories]") {
  MakersHome at;
  at.rename("buurt/kring.json");
  at.home.set("CASUS_PLUGINS", at.home.folder().path().string());
  const auto own = (at.home.folder() / "buurt/kring.json").string();
  const auto listed = at.home.type("casus method list");
  CAPTURE(listed.out, listed.err);
  CHECK(listed.exit == 0);
  const auto document = json::parse(at.home.type("casus method list --json").out);
  CHECK(has(document["methods"].dump(), "Onze methode"));
  CHECK_FALSE(has(document["methods"].dump(), "Mijn methode"));
  CHECK(document["broken"].empty());
  REQUIRE(document["hidden"].size() == 1);
  CHECK(document["hidden"][0]["file"] == at.installed());
  CHECK(document["hidden"][0]["hidden_by"] == own);
  const auto where = at.home.type("casus method where --format md").out;
  CHECK(has(where, "verborgen door "));
  CHECK_FALSE(has(where, "het bestand is stuk"));
}

TEST_CASE("a folder of CASUS_PLUGINS that is not there is said", "[stories]") {
  Home home;
  home.set("CASUS_PLUGINS", "/niet/hier");
  const auto where = home.type("casus method where --format md");
  CHECK(where.exit == 0);
  CHECK(has(where.out, "methoden: /niet/hier (deze map is er niet)"));
}

TEST_CASE("a method by its id is checked with the other file that gives it too", "[stories]") {
  MakersHome at;
  const auto copied = content_of(at.home.folder() / "data/casus/plugins/buurt/kring.json");
  at.home.folder().write("data/casus/plugins/buurt/a-copy.json", copied);
  const auto ran = at.home.type("casus method check buurt/kring");
  CAPTURE(ran.out, ran.err);
  CHECK(ran.exit == 3);
  CHECK(has(ran.err, "methode 'buurt/kring' staat al in "));
}

TEST_CASE("a method whose file is broken is said to be there, with what is wrong", "[stories]") {
  MakersHome at;
  at.home.folder().write("data/casus/plugins/buurt/kring.json", "{");
  const auto open =
      "casus case open Post --id k --privacy anonymous --basis wmo --purpose doel --method buurt/kring "
      "--as Noor";
  const auto broken = at.home.type(open);
  CAPTURE(broken.err);
  CHECK(broken.exit == 2);
  CHECK(has(broken.err, "methode 'buurt/kring' staat er wel, maar is niet te gebruiken: "));
  CHECK(has(broken.err, "kring.json:1:"));
  const auto check = at.home.type("casus method check buurt/kring");
  CHECK(check.exit == 3);
  CHECK(has(check.err, "kring.json:1:"));
  // A link to nothing is a file that cannot be read.
  fs::remove(at.installed());
  fs::create_symlink("nergens", at.installed());
  CHECK(has(at.home.type(open).err, "methode 'buurt/kring' staat er wel, maar is niet te gebruiken: "));
}

TEST_CASE("a link to nothing in the place of a method's folder is told, not passed over", "[stories]") {
  Home home;
  fs::create_directories(home.folder() / "data/casus/plugins");
  fs::create_symlink("/nergens", home.folder() / "data/casus/plugins/buurt");
  const std::string why = "deze map is niet te lezen: het bestaat niet";
  CHECK(has(home.type("casus method where --format md").out, why));
  const auto list = home.type("casus method list");
  CHECK(list.exit == 3);
  CHECK(has(list.err, why));
  const auto check = home.type("casus method check buurt");
  CAPTURE(check.err);
  CHECK(check.exit == 2);
  CHECK(has(check.err, "methode 'buurt' staat er wel, maar is niet te gebruiken: "));
  CHECK(has(check.err, why));
}

TEST_CASE("what a new method says of following it is what was written down, never what was meant", "[stories]") {
  const Home home;
  REQUIRE(home.type("casus method new --id trial/m").exit == 0);
  const auto method = nlohmann::json::parse(content_of(home.folder() / "trial/m.json"));
  REQUIRE(method["fidelity"].size() == 2);
  for (const auto& item : method["fidelity"]) {
    INFO(item.dump());
    CHECK(item["text"]["nl"].get<std::string>().find("opgeschreven") != std::string::npos);
    CHECK(item["text"]["en"].get<std::string>().find("written down") != std::string::npos);
  }
  // Nothing written is not a step that was kept to.
  CHECK(method["fidelity"][1]["holds"]["all"][0]["at_least"] == 1);
}

TEST_CASE("a vote that nothing asks for is told when a method is checked and played", "[stories]") {
  const Home home;
  auto method = nlohmann::ordered_json::parse(
      content_of(fs::path(CASUS_SOURCE_DIR) / "plugins/examples/nominal-group/round.json"));
  auto& step = method["phases"]["plan_of_action"][3];
  step["kinds"] = {"vote"};
  step["floor"].erase("per_person");
  step.erase("done_when");
  step["vote"] = nlohmann::ordered_json::parse(
      R"({"kinds": ["idea"], "step": "list", "how": "choose", "most": 3, "mark": "own"})");
  method["fidelity"].erase(2);
  const std::string told = "/phases/plan_of_action/3/vote: bij het spelen stemde niemand in stap 'vote'";
  const auto says_so = [&](const std::string& command) {
    home.folder().write("nominal-group/round.json", method.dump(1));
    const auto ran = home.type("casus method " + command + " nominal-group");
    INFO(ran.out << ran.err);
    CHECK(ran.exit == 0);
    return has(ran.out + ran.err, told);
  };
  CHECK(says_so("check"));
  CHECK(says_so("play"));
  step["done_when"] =
      nlohmann::ordered_json::parse(R"([{"id": "voted", "level": "soft", "mark": "own", "who": ["member"],
    "text": {"nl": "Ieder stemt.", "en": "Everybody votes."},
    "holds": {"every": "participants", "where": {"role": "member", "present": true},
              "has": {"in": "votes", "on": "by", "scope": "step"}}}])");
  CHECK_FALSE(says_so("check"));
  CHECK_FALSE(says_so("play"));
}

TEST_CASE("made-up people of a method that is played are called as the method calls their role", "[stories]") {
  const Home home;
  const auto nl = home.type("casus method play eigen-kracht/conference").out;
  CHECK(has(nl, "zette hoofdpersoon 1 aan tafel: hoofdpersoon"));
  CHECK_FALSE(has(nl, "inwoner 1"));
  CHECK(has(home.type("casus method play eigen-kracht/conference --lang en").out, "central person 1"));
}

TEST_CASE("a method that is played goes on by its chair, where one sits", "[stories]") {
  const Home home;
  const auto led = home.type("casus method play solution-focused/reflecting-team").out;
  CHECK(has(led, "gespreksleider 1 rondde de stap af"));
  CHECK(has(led, "gespreksleider 1 begon met de stap"));
  CHECK_FALSE(has(led, "Noor rondde de stap af"));
}

}  // namespace casus::test
