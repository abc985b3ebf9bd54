// SPDX-License-Identifier: EUPL-1.2
#include "core/base/fault.hpp"
#include "core/plugin/catalogue.hpp"
#include "tests/plugin/trial.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/problems.hpp"

#include <sys/stat.h>

// What a scan of the plugin path finds, good or not.

namespace casus::test {
namespace {

using plugin::Catalogue;
using plugin::Native;

using Ids = std::vector<std::string_view>;

/// "trial/m.json" of each entry, as the scan found them.
std::vector<std::string> files_of(const Catalogue& catalogue, const TempDir& dir) {
  std::vector<std::string> files;
  for (const auto& entry : catalogue.entries())
    files.push_back(std::filesystem::path(entry.path).lexically_relative(dir.path()).string());
  return files;
}

}  // namespace

TEST_CASE("a scan finds every method file of every plugin, by name", "[plugin]") {
  const TempDir dir;
  dir.write("werf/werf.json", method_json("werf/werf"));
  dir.write("eigen-kracht/lens.json", method_json("eigen-kracht/lens"));
  dir.write("eigen-kracht/conference.json", method_json("eigen-kracht/conference"));
  dir.write("eigen-kracht/README.md", "# not a method");
  dir.write("eigen-kracht/deeper/x.json", method_json("eigen-kracht/x"));
  dir.write("eigen-kracht/.hidden.json", "{}");
  dir.write("eigen-kracht/folder.json/x", "");
  dir.write(".hidden/m.json", method_json("hidden/m"));
  dir.write("method.schema.json", "{}");
  dir.write("werf/werf.schema.json", "{}");
  dir.write("loose.json", method_json("loose/loose"));

  const auto catalogue = Catalogue::scan({dir.path().string()});
  CHECK(files_of(catalogue, dir) ==
        std::vector<std::string>{"eigen-kracht/conference.json", "eigen-kracht/lens.json", "werf/werf.json"});
  CHECK(catalogue.ids() == Ids{"eigen-kracht/conference", "eigen-kracht/lens", "werf/werf"});
  for (const auto& entry : catalogue.entries()) CHECK(entry.problems == Problems{});

  const auto* lens = catalogue.find("eigen-kracht/lens");
  REQUIRE(lens != nullptr);
  CHECK(lens->definition.name == Text{"Proef", "Trial"});
  CHECK(lens->bytes == method_json("eigen-kracht/lens"));
  CHECK(lens->folder == (dir / "eigen-kracht").string());
  CHECK(lens->native == Native::none);
  CHECK(catalogue.rules("eigen-kracht/lens") == nullptr);
  CHECK(catalogue.find("eigen-kracht") == nullptr);
}

TEST_CASE("folders that do not exist are skipped, and one named twice is read once", "[plugin]") {
  const TempDir dir;
  dir.write("plugins/werf/werf.json", method_json("werf/werf"));
  std::filesystem::create_directory_symlink(dir / "plugins", dir / "link");
  const auto folder = (dir / "plugins").string();
  CHECK(Catalogue::scan({}).entries().empty());
  CHECK(Catalogue::scan({(dir / "nowhere").string(), "", (dir / "plugins/werf/werf.json").string()}).entries().empty());
  CHECK(Catalogue::scan({folder, folder + "/../plugins/", (dir / "link").string()}).entries().size() == 1);
}

TEST_CASE("a method file that is no good is an entry with its problems", "[plugin]") {
  const TempDir dir;
  dir.write("werf/a.json", "{\"format\": 1,");
  dir.write("werf/b.json", std::string((1 << 20) + 1, ' '));
  dir.write("werf/c.json", method_json("eigen-kracht/c"));
  dir.write("werf/d.json", method_json("werf/d"));
  std::filesystem::create_symlink(dir / "nowhere", dir / "werf/e.json");
  REQUIRE(mkfifo((dir / "werf/f.json").c_str(), 0600) == 0);

  const auto catalogue = Catalogue::scan({dir.path().string()});
  const auto& entries = catalogue.entries();
  REQUIRE(entries.size() == 6);
  CHECK(catalogue.ids() == Ids{"werf/d"});
  CHECK(catalogue.find("eigen-kracht/c") == nullptr);
  CHECK(entries[0].problems.size() == 1);
  CHECK(entries[0].bytes == "{\"format\": 1,");
  CHECK(english(entries[1].problems) == Problems{{"", "cannot read this file: larger than 1048576 bytes"}});
  CHECK(english(entries[2].problems) ==
        Problems{{"/id", "expected an id that begins with its folder's name 'werf/', got 'eigen-kracht/c'"}});
  CHECK(entries[3].problems == Problems{});
  CHECK(english(entries[4].problems) == Problems{{"", "cannot read this file: No such file or directory"}});
  CHECK(english(entries[5].problems) == Problems{{"", "cannot read this file: not a regular file"}});
}

TEST_CASE("what stands in the place of a plugin's folder and is none is told, not passed over", "[plugin]") {
  const TempDir dir;
  dir.write("werf/d.json", method_json("werf/d"));
  dir.write("README.md", "Our methods.");
  std::filesystem::create_symlink(dir / "README.md", dir / "read-me");
  std::filesystem::create_symlink(dir / "nowhere", dir / "buurt");
  REQUIRE(mkfifo((dir / "pipe").c_str(), 0600) == 0);

  const auto catalogue = Catalogue::scan({dir.path().string()});
  REQUIRE(files_of(catalogue, dir) == std::vector<std::string>{"buurt", "pipe", "werf/d.json"});
  CHECK(english(catalogue.entries()[0].problems) ==
        Problems{{"", "cannot read this folder: No such file or directory"}});
  CHECK(english(catalogue.entries()[1].problems) == Problems{{"", "cannot read this folder: Not a directory"}});
  CHECK(catalogue.broken("buurt/kring") == &catalogue.entries()[0]);
  CHECK(catalogue.broken("werf/d") == nullptr);
  CHECK(catalogue.broken("werf/e") == nullptr);
}

TEST_CASE("of two methods with one id the first is used; another is told so, and a copy is passed over", "[plugin]") {
  const TempDir dir;
  const auto first = dir.write("own/werf/werf.json", method_json("werf/werf")).string();
  dir.write("own/werf/zz.json", method_json("werf/werf"));
  dir.write("shipped/werf/other.json", method_json("werf/werf", "werf"));
  dir.write("shipped/werf/werf.json", method_json("werf/werf"));
  const auto catalogue = Catalogue::scan({(dir / "own").string(), (dir / "shipped").string()});
  REQUIRE(catalogue.entries().size() == 3);
  CHECK(catalogue.find("werf/werf") == &catalogue.entries()[0]);
  CHECK(catalogue.find("werf/werf")->path == first);
  const Problems told{{"/id", "method 'werf/werf' is already given by " + first}};
  CHECK(english(catalogue.entries()[1].problems) == told);
  CHECK(english(catalogue.entries()[2].problems) == told);
  CHECK(catalogue.ids() == Ids{"werf/werf"});
}

TEST_CASE("a library that is not there makes its method's rules unusable, not the method unreadable", "[plugin]") {
  const TempDir dir;
  dir.write("werf/werf.json", method_json("werf/werf", "werf"));
  const auto catalogue = Catalogue::scan({dir.path().string()});
  const auto* entry = catalogue.find("werf/werf");
  REQUIRE(entry != nullptr);
  CHECK(entry->native == Native::unusable);
  CHECK(entry->why_not ==
        Text{"de bibliotheek werf.so is er niet; bouw de plugin, of haal \"library\" weg uit het methodebestand",
             "library werf.so is not there; build the plugin, or take \"library\" out of the method's file"});
  CHECK_THROWS_WITH(catalogue.rules("werf/werf"),
                    "plugin 'werf': library werf.so is not there; build the plugin, or take \"library\" out of the "
                    "method's file");
}

TEST_CASE("rules of a method that is not there are a fault with the nearest name", "[plugin]") {
  const TempDir dir;
  dir.write("werf/werf.json", method_json("werf/werf"));
  const auto catalogue = Catalogue::scan({dir.path().string()});
  CHECK_THROWS_AS(catalogue.rules("werf/wref"), Fault);
  CHECK_THROWS_WITH(catalogue.rules("werf/wref"), "no method 'werf/wref' on this machine (did you mean 'werf/werf'?)");
}

TEST_CASE("a plugin path relative to the working folder is made absolute", "[plugin]") {
  const TempDir dir;
  dir.write("plugins/trial/m.json", method_json("trial/m", "trial"));
  std::filesystem::copy_file(trial_library("good"), dir / "plugins/trial/trial.so");
  const auto before = std::filesystem::current_path();
  std::filesystem::current_path(dir.path());
  auto catalogue = Catalogue::scan({"plugins"});
  std::filesystem::current_path(before);
  CHECK(catalogue.find("trial/m")->path == (dir / "plugins/trial/m.json").string());
  const auto moved = std::move(catalogue);
  REQUIRE(moved.rules("trial/m") != nullptr);
  CHECK(moved.rules("trial/m")->assess(EmptyView()).size() == 1);
}

}  // namespace casus::test
