// SPDX-License-Identifier: EUPL-1.2
// The packages and what is written about them agree with the sources that they are made of.
#include "tests/house/tree.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temp_dir.hpp"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <regex>
#include <set>

namespace casus::test {

namespace {

namespace fs = std::filesystem;

std::string file_of_tree(const std::string& path) { return content_of(fs::path(CASUS_SOURCE_DIR) / path); }

/// What the first group of `pattern` takes, each time that it is found.
std::set<std::string> all_found(const std::string& text, const std::string& pattern) {
  const std::regex wanted(pattern);
  std::set<std::string> all;
  for (auto it = std::sregex_iterator(text.begin(), text.end(), wanted); it != std::sregex_iterator(); ++it)
    all.insert((*it)[1]);
  return all;
}

/// A paragraph of debian/control.
std::string paragraph_of(const std::string& control, const std::string& first) {
  const auto at = control.find(first);
  return at == std::string::npos ? std::string() : control.substr(at, control.find("\n\n", at) - at);
}

}  // namespace

TEST_CASE("a package is built with the libraries that the build is installed with", "[house]") {
  const auto install = file_of_tree(".ci/install");
  const auto needed = all_found(install.substr(0, install.find("\n)")), "([a-z0-9.+-]+-dev)\\b");
  REQUIRE(needed.size() > 15);
  CHECK(all_found(paragraph_of(file_of_tree(".ci/debian/control"), "Source: casus\n"), "\n ([a-z0-9.+-]+-dev)\\b") ==
        needed);
}

TEST_CASE("a library that is opened late is one that the package asks for", "[house]") {
  const auto control = file_of_tree(".ci/debian/control");
  std::set<std::string> late;
  for (const auto& file : files_in({"core"}))
    if (file.path.ends_with("CMakeLists.txt"))
      late.merge(all_found(file.text, "opened_late\\((lib[a-z]+) casus_core\\)"));
  CHECK(late.size() >= 4);
  const auto asked = all_found(paragraph_of(control, "Package: casus\n"), "\n (lib[a-z]+)[0-9]+,");
  for (const auto& library : late) {
    CAPTURE(library);
    CHECK(asked.contains(library));
  }
}

TEST_CASE("the package has the version of the program", "[house]") {
  CHECK(all_found(file_of_tree("CMakeLists.txt"), "project\\(casusberaad VERSION ([0-9.]+) ") ==
        all_found(file_of_tree(".ci/debian/changelog").substr(0, 40), "^casus \\(([0-9.]+)\\)"));
}

TEST_CASE("all that is installed belongs to a package", "[house]") {
  int rules = 0;
  for (const auto& file : files_in({"core", "plugins", "cli"})) {
    if (!file.path.ends_with("CMakeLists.txt")) continue;
    for (auto at = file.text.find("install("); at != std::string::npos; at = file.text.find("install(", at + 1)) {
      const auto rule = file.text.substr(at, file.text.find("\n", file.text.find(")\n", at)) - at);
      CAPTURE(file.path, rule);
      CHECK(rule.find(" COMPONENT ") != std::string::npos);
      ++rules;
    }
  }
  CHECK(rules >= 10);
}

TEST_CASE("a package takes away nothing that its first page links to, and has the licence once", "[house]") {
  const auto rules = file_of_tree(".ci/debian/rules");
  const auto linked = all_found(file_of_tree("README.md"), "\\]\\(([^)#]+)");
  REQUIRE(linked.contains("LICENSE"));
  for (const auto& gone : all_found(rules, "\n\trm [^\n]*usr/share/doc/casus/([^ \n]+)")) {
    CAPTURE(gone);
    CHECK_FALSE(linked.contains(gone));
  }
  CHECK(rules.find("\tln -sf copyright debian/casus/usr/share/doc/casus/LICENSE\n") != std::string::npos);
  CHECK(file_of_tree(".ci/package").find("LICENSE >>\"$tree/debian/copyright\"") != std::string::npos);
}

TEST_CASE("the data sheet names every table and every file beside a store", "[house]") {
  const auto sheet = file_of_tree("cli/server/data/README.md");
  std::set<std::string> kept;
  for (const auto& file : sources(files_in({"core/store"})))
    kept.merge(all_found(file.text, R"(CREATE TABLE (?:IF NOT EXISTS )?\\?"?(?:casus\.)?([a-z_]+))"));
  REQUIRE(kept.size() > 15);
  for (const auto& table : kept) {
    CAPTURE(table);
    CHECK(sheet.find('`' + table + '`') != std::string::npos);
  }
  const auto endings = all_found(file_of_tree("core/store/files/output_file.hpp"), "k[A-Z][a-z]+ = \"(\\.[a-z]+)\"");
  REQUIRE(endings.size() >= 3);
  for (const auto& ending : endings) {
    CAPTURE(ending);
    CHECK(sheet.find("`…" + ending + '`') != std::string::npos);
  }
}

TEST_CASE("the data sheet has every term with its law, its source and its mark", "[house]") {
  const auto sheet = file_of_tree("cli/server/data/README.md");
  const auto terms = nlohmann::json::parse(file_of_tree("core/model/retention/retention.json")).at("terms");
  REQUIRE(terms.size() >= 7);
  for (const auto& term : terms)
    for (const auto* lang : {"nl", "en"}) {
      std::string source;
      for (const auto& key : term.at("source")) source += (source.empty() ? "" : ", ") + key.get<std::string>();
      const std::string own = term.at("mark") != "own" ? "" : std::string(lang) == "nl" ? " (eigen)" : " (own)";
      const auto row = "| `" + term.at("basis").get<std::string>() + "` | " + term.at("law").get<std::string>() +
                       " | " + term.at("text").at(lang).get<std::string>() + own + " | " +
                       (source.empty() ? "-" : source) + " |\n";
      CAPTURE(row);
      CHECK(sheet.find(row) != std::string::npos);
    }
}

TEST_CASE("the service is what the guide of the server says", "[house]") {
  const auto guide = file_of_tree("cli/server/README.md"), unit = file_of_tree(".ci/debian/casus-server.casus.service");
  for (const auto* both : {"/etc/default/casus", "casus.passphrase", "/usr/bin/casus-serve serve"}) {
    CAPTURE(both);
    CHECK(guide.find(both) != std::string::npos);
    CHECK(unit.find(both) != std::string::npos);
  }
  const auto settings = file_of_tree(".ci/debian/casus.default");
  const auto options = all_found(guide, "\n(CASUS_SERVE_OPTIONS=[^\n]*)");
  REQUIRE(options.size() == 2);
  for (const auto& option : options) CHECK(settings.find(option) != std::string::npos);
}

}  // namespace casus::test
