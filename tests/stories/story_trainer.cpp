// SPDX-License-Identifier: EUPL-1.2
// What a trainer does around a training: look ahead, step in, look back on one run or two, with scenarios of one's own.
#include "tests/stories/program.hpp"
#include "tests/support/catch.hpp"

#include <nlohmann/json.hpp>

#include <fstream>

namespace casus::test {
namespace {

namespace fs = std::filesystem;

fs::path kept_log(const Home& home, const std::string& run) {
  return home.folder() / "data/casus/training.db.runs" / (run + ".jsonl");
}

}  // namespace

TEST_CASE("a trainer with a laptop of their own brings something in; the group hears it with its next line",
          "[stories]") {
  const Home home;
  const auto at = home.in_terminal({"train", "play", "debts-and-shame", "--method", "solution-focused/reflecting-team",
                                    "--run", "samen", "--mode", "coaching"},
                                   50);
  const auto play = [&](const std::string& typed, const std::string& answer) {
    at->type(typed + "\r");
    const bool answered = at->shows(answer);
    INFO(typed << "\n" << at->window());
    REQUIRE(answered);
  };
  play("Bram: verder", "Bram begon met de stap Voorbereiden");
  const auto told = home.type("casus train inject samen 'De bel gaat.' --as Ineke");
  CHECK(told.exit == 0);
  CHECK_THAT(told.out, Catch::Contains("Ineke (trainer) bracht een bericht in: De bel gaat.") &&
                           Catch::Contains("casus train play --run samen"));
  CHECK(home.type("casus train inject samen --fact sister --as Ineke").exit == 0);
  play("kijk", "De bel gaat.");
  CHECK(at->shows("Er is een zus, Anja."));
  play("gebeurt nee zus Ik heb zelf genoeg.", "Anja zegt: nee. Ik heb zelf genoeg.");
  play("gebeurt Er komt een brief.", "Er komt een brief.");
  play("terug", "nam zetten terug: 1");
  play("spreek zus Wil je meedoen?", "sprak met Anja");
  at->type("stop\r");
  CHECK(at->finish() == 0);
  const auto debrief = home.type("casus train debrief samen").out;
  CHECK_THAT(debrief, Catch::Contains("- Ineke bracht in (feit): Er is een zus, Anja.") &&
                          Catch::Contains("verteld door de trainer, niet gevonden: Er is een zus, Anja.") &&
                          Catch::Contains("Noor bracht in (antwoord): Anja zegt: nee. Ik heb zelf genoeg."));
  CHECK_THAT(debrief, !Catch::Contains("bracht in (bericht): Er komt een brief."));
  // What cannot be brought in is said with what can.
  const auto refused = home.type("casus train inject samen --fact sister --as Ineke");
  CHECK(refused.exit == 1);
  CHECK_THAT(refused.err, Catch::Contains("De groep weet 'sister' al.") && Catch::Contains("exception"));
  CHECK(home.type("casus train inject samen --fact wish --event letter --as Ineke").exit == 2);
  CHECK(home.type("casus train inject samen --as Ineke").exit == 1);
}

TEST_CASE("a scenario is laid open for who leads it, also one's own by its file", "[stories]") {
  const Home home;
  const auto document = nlohmann::json::parse(home.type("casus train preview circle-says-no --json").out);
  CHECK(document.at("facts").size() == 9);
  CHECK(document.at("decisions").at(1).at("options").at(2).at("quality") == 3);
  CHECK(document.at("facts").at(8).at("origin").at("mark") == "documented");
  CHECK_THAT(home.type("casus train preview circle-says-no --lang en").out, Catch::Contains("This tells everything."));
  CHECK(home.type("casus train preview circle-says-no --format html --out vooraf.html").exit == 0);
  CHECK_THAT(content_of(home.folder() / "vooraf.html"), Catch::Contains("<svg"));
  home.folder().write("kapot.json", R"({"format": 2})");
  const auto broken = home.type("casus train preview kapot.json");
  CHECK(broken.exit == 3);
  CHECK_THAT(broken.err, Catch::Contains("kapot.json: missing"));
  CHECK(home.type("casus train preview circle-says-yes").exit == 2);
}

}  // namespace casus::test
