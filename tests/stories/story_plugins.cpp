// SPDX-License-Identifier: EUPL-1.2
// A method whose library is gone, cut off or of another make: said which field differs, and no case is lost.
#include "core/method/plugin_api.hpp"
#include "tests/stories/program.hpp"
#include "tests/support/catch.hpp"

#include <nlohmann/json.hpp>

#include <cstring>

namespace casus::test {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

const std::string kMethod = "solution-focused/reflecting-team";

/// A home with plugins of its own, and a case in the middle of a review by the method that is about to suffer.
struct Bench {
  Bench() {
    home.own_kit({"solution-focused", "eigen-kracht", "action-learning", "werf"});
    home.folder().write("given.jsonl", content_of(fs::path(CASUS_SOURCE_DIR) / "tests/stories/given/affirming.jsonl"));
    REQUIRE(home.type("casus apply given.jsonl").exit == 0);
    REQUIRE(home.type("casus method list").exit == 0);
  }

  fs::path library() const { return home.folder() / "kit/plugins/solution-focused/solution-focused.so"; }

  void rewrite(const std::string& bytes) const {
    // A new file: the bytes of an opened library may not change under its reader.
    fs::remove(library());
    home.folder().write("kit/plugins/solution-focused/solution-focused.so", bytes);
  }

  /// Changes one field of the stamp in the library.
  void restamp(const auto& change) const {
    auto bytes = content_of(library());
    const auto at = bytes.find("CASUSPLG");
    REQUIRE(at != std::string::npos);
    method::Stamp stamp{};
    REQUIRE(at + sizeof stamp <= bytes.size());
    std::memcpy(&stamp, bytes.data() + at, sizeof stamp);
    change(stamp);
    std::memcpy(bytes.data() + at, &stamp, sizeof stamp);
    rewrite(bytes);
  }

  void check_method_list(const std::string& why) const {
    const auto ran = home.type("casus method list");
    CHECK(ran.exit == 3);
    CHECK(ran.err == kMethod + ": de bibliotheek solution-focused.so" + why + "\n");
    const auto document = json::parse(home.type("casus method list --json").out);
    CHECK(document["methods"].size() == 6);
    for (const auto& method : document["methods"]) CHECK(method["unusable"].is_null() == (method["method"] != kMethod));
  }

  /// Shown, exported, not moved on by the method that is missing, moved to another and then on.
  void check_case_lives() const {
    for (const auto* verb : {"case suggest", "method fidelity"}) {
      const auto looked = home.type("casus " + std::string(verb) + " 2026-001 --as Noor");
      INFO(verb << "\n" << looked.err);
      CHECK(looked.exit == 0);
    }
    const auto shown = home.type("casus case show 2026-001 --as Noor");
    CHECK(shown.exit == 0);
    CHECK(shown.out.find("Ik wil weer durven kijken wat er ligt") != std::string::npos);
    const auto exported = home.type("casus case export 2026-001 --format md --as Noor");
    CHECK(exported.exit == 0);
    CHECK(exported.out.find("Ik wil weer durven kijken wat er ligt") != std::string::npos);
    CHECK(home.type("casus case list").exit == 0);

    const auto refused = home.type("casus case next 2026-001 --because 'Tijd' --as Samira");
    CHECK(refused.exit == 1);
    CHECK(refused.err.find(kMethod) != std::string::npos);
    CHECK(refused.err.find("casus case method 2026-001") != std::string::npos);

    const auto moved = home.type("casus case method 2026-001 action-learning/advice-round --as Samira");
    INFO(moved.err);
    CHECK(moved.exit == 0);
    CHECK(home.type("casus case next 2026-001 --because 'Tijd' --as Samira").exit == 0);
    CHECK(home.type("casus store verify").exit == 0);
  }

  Home home;
};

}  // namespace

TEST_CASE("a method without its library is named, and its case goes on by another", "[stories]") {
  const Bench bench;
  fs::remove(bench.library());
  bench.check_method_list(" is er niet; bouw de plugin, of haal \"library\" weg uit het methodebestand");
  bench.check_case_lives();
}

TEST_CASE("a library that was copied half is named, and its case goes on by another method", "[stories]") {
  const Bench bench;
  const auto bytes = content_of(bench.library());
  bench.rewrite(bytes.substr(0, bytes.size() / 2));
  bench.check_method_list(" is niet compleet: het einde ontbreekt; kopieer solution-focused.so opnieuw");
  bench.check_case_lives();
}

TEST_CASE("a library of another make is refused by the field that differs", "[stories]") {
  const Bench bench;
  bench.restamp([](method::Stamp& stamp) { stamp.api = 99; });
  bench.check_method_list(": het nummer van de koppeling (api) is 99, verwacht " + std::to_string(method::kApi) +
                          "; bouw de plugin opnieuw tegen deze versie van casus");
  bench.check_case_lives();
}

TEST_CASE("other fields of the stamp are told as well", "[stories]") {
  const Bench bench;
  bench.restamp([](method::Stamp& stamp) { std::strcpy(stamp.flavour, "tsan-x"); });
  const auto ran = bench.home.type("casus method list --lang en");
  CHECK(ran.exit == 3);
  CHECK(ran.err == kMethod + ": library solution-focused.so: the kind of build (flavour) is 'tsan-x', expected '" +
                       CASUS_FLAVOUR + "'; rebuild the plugin in the same kind of build as casus\n");
}

TEST_CASE("a case is readable without any method or workflow on the machine", "[stories]") {
  const Bench bench;
  fs::remove_all(bench.home.folder() / "kit/plugins");
  fs::remove_all(bench.home.folder() / "kit/workflows");
  const auto shown = bench.home.type("casus case show 2026-001 --as Noor");
  CHECK(shown.exit == 0);
  CHECK(shown.out.find("Ik wil weer durven kijken wat er ligt") != std::string::npos);
  CHECK(bench.home.type("casus case export 2026-001 --format html --as Noor").exit == 0);
  CHECK(bench.home.type("casus case history 2026-001 --as Noor").exit == 0);
  CHECK(bench.home.type("casus case list").exit == 0);
  const auto listed = bench.home.type("casus method list");
  CHECK(listed.exit == 0);
  CHECK(listed.out == "geen methoden gevonden; zet CASUS_PLUGINS op de map met methoden\n");
}

}  // namespace casus::test
