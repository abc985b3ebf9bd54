// SPDX-License-Identifier: EUPL-1.2
// A file of a method or workflow that breaks under a running case: the case goes on by what was kept, and says so.
#include "tests/stories/program.hpp"
#include "tests/support/catch.hpp"

#include <nlohmann/json.hpp>

namespace casus::test {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

const std::string kKeptInUse =
    "Het bestand van buurt/kring op deze computer is stuk of weg. Deze casus gaat verder met versie 0.1.0, zoals die "
    "bij "
    "de casus bewaard is.";

/// Somebody's own method and workflow, and a case that has begun by both.
struct Running {
  Running() {
    fs::create_directories(home.folder() / "werk");
    fs::copy_file(fs::path(CASUS_SOURCE_DIR) / "workflows/weekly-review.json", home.folder() / "werk/eigen.json");
    change("werk/eigen.json", "\"weekly-review\"", "\"eigen-week\"");
    REQUIRE(home.type("casus method new --id buurt/kring").exit == 0);
    home.set("CASUS_PLUGINS", home.folder().path().string());
    home.set("CASUS_WORKFLOWS", (home.folder() / "werk").string());
    const auto begun = home.type(
        "export CASUS_AS=Noor; casus case open Post --id k --privacy anonymous --basis wmo --purpose doel --method "
        "buurt/kring --workflow eigen-week && casus case join k Bram --role chair && casus case join k Ria --role "
        "member "
        "&& casus case join k Daan --role member && casus case question k 'Hoe nu?' --hoped-for Rust && casus case "
        "next k "
        "--as Bram");
    INFO(begun.out << begun.err);
    REQUIRE(begun.exit == 0);
    home.set("CASUS_AS", "Bram");
  }

  void change(const std::string& file, const std::string& from, const std::string& to) const {
    auto text = content_of(home.folder() / file);
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    home.folder().write(file, text.replace(at, from.size(), to));
  }

  /// Shown, said in, moved on, explained and exported; and every step says what is in use.
  void check_goes_on(const std::string& said) const {
    const auto shown = home.type("casus case show k");
    CHECK(shown.exit == 0);
    CHECK(shown.out.find(said) != std::string::npos);
    CHECK(home.type("casus case say k wens 'Rust in huis' --as Noor").exit == 0);
    CHECK(home.type("casus case why k").exit == 0);
    CHECK(home.type("casus case suggest k").exit == 0);
    const auto next = home.type("casus case next k");
    INFO(next.out << next.err);
    CHECK(next.exit == 0);
    CHECK(next.out.find(said) != std::string::npos);
    home.folder().write("on.jsonl", R"({"do":"BackStep","case":"k","by":"Bram","because":"Nog even"})"
                                    "\n"
                                    R"({"do":"Say","case":"k","by":"Noor","kind":"wish","text":"Dat het rustig is"})"
                                    "\n"
                                    R"({"do":"NextStep","case":"k","by":"Bram"})"
                                    "\n");
    const auto applied = home.type("casus apply on.jsonl --json");
    INFO(applied.out << applied.err);
    CHECK(applied.exit == 0);
    CHECK(applied.out.find(said) != std::string::npos);
    CHECK(home.type("casus case export k --format md").exit == 0);
  }

  Home home;
};

}  // namespace

TEST_CASE("a slip in the file of a method stops no case that goes by it", "[stories]") {
  const Running running;
  CHECK(running.home.type("casus case show k").out.find("stuk of weg") == std::string::npos);
  running.change("buurt/kring.json", "\"phases\"", "\"fasen\"");
  CHECK(running.home.type("casus method list").exit == 3);
  running.check_goes_on(kKeptInUse);
  const auto other = running.home.type(
      "casus case open Twee --id k2 --privacy anonymous --basis wmo --purpose doel --method buurt/kring --as Noor");
  CHECK(other.exit == 2);  // a new case has nothing kept to go by
}

TEST_CASE("a method whose folder is gone stops no case that goes by it", "[stories]") {
  const Running running;
  fs::remove_all(running.home.folder() / "buurt");
  running.check_goes_on(kKeptInUse);
}

TEST_CASE("a workflow that is no JSON any more stops no case that goes by it", "[stories]") {
  const Running running;
  running.home.folder().write("werk/eigen.json", "{\"format\": 1, ");
  running.check_goes_on("Het bestand van eigen-week op deze computer is stuk of weg.");
}

}  // namespace casus::test
