// SPDX-License-Identifier: EUPL-1.2
// The backup of every night that the package ships: off until somebody says so, shut in as the service is, and loud.
#include "tests/house/tree.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temp_dir.hpp"

#include <cstdlib>
#include <filesystem>
#include <set>
#include <string>
#include <utility>

namespace casus::test {
namespace {

namespace fs = std::filesystem;

std::string in_package(const std::string& name) { return content_of(fs::path(CASUS_SOURCE_DIR) / ".ci/debian" / name); }

/// Stands in for the program: what it was asked is a line in `asked`, and a store called bad.db is none.
constexpr const char* kProgram = R"(#!/bin/sh
echo "$*" >>"$ASKED"
case "$*" in *bad.db*) exit 4 ;; esac
case "$2" in
  backup) : >"$3" ;;
  keys) cat >"$4" ;;
esac
)";

/// A machine with the script of the package, a program that stands in, and a passphrase for the copies of keys.
struct Night {
  TempDir folder;

  Night() {
    fs::permissions(folder.write("bin/casus", kProgram), fs::perms::owner_all);
    folder.write("secrets/casus.backup", "een lange wachtzin\n");
  }
  /// Runs one; whether all of it could be done.
  bool goes(const std::string& setting = {}) const {
    const auto at = folder.path().string();
    const auto line = "cd '" + at + "' && env PATH=\"" + at +
                      "/bin:$PATH\" ASKED=asked CREDENTIALS_DIRECTORY=secrets " +
                      "CASUS_BACKUP_STORES=stores CASUS_BACKUP_KEYS=keys CASUS_BACKUP_KEEP=2 " + setting + " sh '" +
                      (fs::path(CASUS_SOURCE_DIR) / ".ci/debian/casus-backup").string() + "' >said 2>&1";
    return std::system(line.c_str()) == 0;
  }
  std::string text(const std::string& name) const { return content_of(folder / name); }
  /// What lies in a folder, by name.
  std::set<std::string> in(const std::string& name) const {
    std::set<std::string> all;
    if (!fs::exists(folder / name)) return all;
    for (const auto& entry : fs::directory_iterator(folder / name)) all.insert(entry.path().filename().string());
    return all;
  }
};

/// Copies of earlier nights, and a file of somebody else between them.
void had_nights(const Night& night, const std::string& where, const std::string& ending,
                const std::string& year = "2026") {
  for (const auto* day : {"-03-01", "-03-02", "-03-03"})
    night.folder.write(where + "/" + year + day + "T023000Z." + ending, "");
  night.folder.write(where + "/bewaren." + ending, "");
}

}  // namespace

TEST_CASE("the backup of every night is off until somebody says so, and shut in as the service is", "[house]") {
  const auto rules = in_package("rules");
  CHECK(rules.find("dh_installsystemd -p casus-server --name=casus-backup --no-enable --no-start") !=
        std::string::npos);
  CHECK(rules.find("debian/casus-backup debian/casus-server/usr/libexec/casus-backup\n") != std::string::npos);
  const auto service = in_package("casus-server.casus.service"),
             backup = in_package("casus-server.casus-backup.service");
  CHECK(backup.find("\nExecStart=/usr/libexec/casus-backup\n") != std::string::npos);
  CHECK(backup.find("\nUser=casus\n") != std::string::npos);
  // At its end the folder with the socket of the service would be taken away.
  CHECK(backup.find("RuntimeDirectory") == std::string::npos);
  const auto from = service.find("CapabilityBoundingSet="), to = service.find("\n[Install]");
  REQUIRE(from < to);
  int shut = 0;
  for (auto at = from; at < to; at = service.find('\n', at) + 1) {
    const auto line = service.substr(at, service.find('\n', at) - at);
    if (line.empty() || line.starts_with('#')) continue;
    CAPTURE(line);
    CHECK(backup.find('\n' + line + '\n') != std::string::npos);
    ++shut;
  }
  CHECK(shut > 20);
  CHECK(in_package("casus-server.casus-backup.timer").find("\nPersistent=yes\n") != std::string::npos);
  const auto settings = in_package("casus.default"),
             guide = content_of(fs::path(CASUS_SOURCE_DIR) / "cli/server/README.md");
  for (const auto* name : {"CASUS_BACKUP_KEEP", "CASUS_BACKUP_STORES", "CASUS_BACKUP_KEYS"}) {
    CAPTURE(name);
    CHECK(settings.find(name) != std::string::npos);
    CHECK(guide.find(name) != std::string::npos);
    CHECK(in_package("casus-backup").find("${" + std::string(name) + ":-") != std::string::npos);
  }
  CHECK(guide.find("systemctl enable --now casus-backup.timer") != std::string::npos);
}

TEST_CASE("a night leaves a copy of the store and of the keys, and as many as are to stay", "[house]") {
  const Night night;
  had_nights(night, "stores/casus", "db");
  had_nights(night, "keys/casus", "keys");
  REQUIRE(night.goes());
  const auto stores = night.in("stores/casus"), keys = night.in("keys/casus");
  CHECK(stores.size() == 3);
  CHECK(keys.size() == 3);
  CHECK(stores.contains("2026-03-03T023000Z.db"));
  CHECK_FALSE(stores.contains("2026-03-02T023000Z.db"));
  CHECK(stores.contains("bewaren.db"));
  CHECK(keys.contains("bewaren.keys"));
  for (const auto& name : keys)
    if (!name.starts_with("2026-03-03") && name != "bewaren.keys")
      CHECK(night.text("keys/casus/" + name) == "een lange wachtzin\neen lange wachtzin\n");
  CHECK(night.text("asked").find("een lange") == std::string::npos);
}

TEST_CASE("a night copies the store that the service was told to show, in whichever way that was told", "[house]") {
  const std::pair<const char*, const char*> kTold[] = {
      {"--store noord.db --listen 127.0.0.1:8080", "--store noord.db"},
      {"--listen 127.0.0.1:8080 --store=noord.db --keys=a.keys", "--store noord.db --keys a.keys"},
      {"--keys a.keys --listen 127.0.0.1:8080 --under noord", "--keys a.keys"},
      {"--name casus.example.org --listen 127.0.0.1:8080", ""}};
  for (const auto& [options, named] : kTold) {
    CAPTURE(options);
    const Night night;
    REQUIRE(night.goes("CASUS_SERVE_OPTIONS='" + std::string(options) + "'"));
    const auto asked = night.text("asked");
    const auto made = "stores/casus/" + *night.in("stores/casus").begin();
    CHECK(asked.find("store backup " + made + (*named == 0 ? "" : " ") + named + "\n") != std::string::npos);
    CHECK((asked.find("--store") != std::string::npos) == (std::string(named).find("--store") != std::string::npos));
    CHECK((asked.find("--keys") != std::string::npos) == (std::string(named).find("--keys") != std::string::npos));
  }
}

TEST_CASE("a night in which something fails is told as failed, and takes no older copy away", "[house]") {
  const Night night;
  night.folder.write("teams.json", R"({"format": 1, "teams": [{"name": "zuid", "store": "bad.db"},
    {"name": "noord", "store": "noord.db", "keys": "/elders/noord.keys"},
    {"name": "oost", "store": "postgresql://casus@db/casus?team=oost"}]})");
  const auto at = night.folder.path().string();
  const auto setting = "CASUS_SERVE_OPTIONS='--listen 127.0.0.1:8080 --teams " + at + "/teams.json --name x'";
  if (std::system("command -v jq >/dev/null") != 0) {
    WARN("SKIP: jq is not installed here");
    return;
  }
  had_nights(night, "stores/zuid", "db");
  CHECK_FALSE(night.goes(setting));
  CHECK(night.in("stores/zuid").size() == 4);
  CHECK(night.text("said").find("<3>casus-backup: zuid: no copy was made of the store\n") != std::string::npos);
  CHECK(night.text("said").find("noord: ") == std::string::npos);
  CHECK(night.in("stores/noord").size() == 1);
  CHECK(night.in("keys/noord").size() == 1);
  CHECK(night.in("keys/oost").size() == 1);
  CHECK(night.text("asked").find("--store " + at + "/noord.db --keys /elders/noord.keys\n") != std::string::npos);
  CHECK(night.text("asked").find("--store postgresql://casus@db/casus?team=oost\n") != std::string::npos);
  // Which teams there are is not to be read: nothing is copied, and that is told.
  night.folder.write("teams.json", "{");
  CHECK_FALSE(night.goes(setting));
  CHECK(night.text("said").find("which teams there are cannot be read") != std::string::npos);
}

TEST_CASE("a night after which the clock went back keeps the copy that it made", "[house]") {
  const Night night;
  for (const auto* day : {"2098-03-01", "2098-03-02", "2098-03-03"})
    night.folder.write("stores/casus/" + std::string(day) + "T023000Z.db", "");
  REQUIRE(night.goes("CASUS_BACKUP_KEYS=none"));
  const auto stores = night.in("stores/casus");
  CHECK(stores.size() == 2);
  CHECK(stores.contains("2098-03-03T023000Z.db"));
  CHECK(night.goes("CASUS_BACKUP_KEYS=none CASUS_BACKUP_KEEP=1"));
  REQUIRE(night.in("stores/casus").size() == 1);
  CHECK_FALSE(night.in("stores/casus").begin()->starts_with("2098"));
}

TEST_CASE("a team without a folder for its copies, or whose name is none, keeps no other from the backup", "[house]") {
  if (std::system("command -v jq >/dev/null") != 0) {
    WARN("SKIP: jq is not installed here");
    return;
  }
  const Night night;
  night.folder.write("teams.json", R"({"format": 1, "teams": [{"name": "zuid", "store": "zuid.db"},
    {"name": "../elders", "store": "elders.db"}, {"name": "noord", "store": "noord.db"}]})");
  night.folder.write("stores/zuid", "a file where its folder is to be");
  CHECK_FALSE(night.goes("CASUS_SERVE_OPTIONS='--teams=teams.json'"));
  CHECK(night.text("said").find("<3>casus-backup: zuid: no copy was made of the store\n") != std::string::npos);
  CHECK(night.in("keys/zuid").size() == 1);
  CHECK(night.text("said").find("<3>casus-backup: '../elders' in teams.json is no name of a team\n") !=
        std::string::npos);
  CHECK(night.in("elders").empty());
  CHECK(night.text("asked").find("elders.db") == std::string::npos);
  CHECK(night.in("stores/noord").size() == 1);
  CHECK(night.in("keys/noord").size() == 1);
}

TEST_CASE("of a team that is shown no more the copies go as the nights pass, but for the newest, and that is told",
          "[house]") {
  if (std::system("command -v jq >/dev/null") != 0) {
    WARN("SKIP: jq is not installed here");
    return;
  }
  const Night night;
  night.folder.write("teams.json", R"({"format": 1, "teams": [{"name": "zuid", "store": "bad.db"},
    {"name": "noord", "store": "noord.db"}]})");
  for (const auto* team : {"oost", "zuid", "casus"}) {
    had_nights(night, "stores/" + std::string(team), "db", "2020");
    had_nights(night, "keys/" + std::string(team), "keys", "2020");
  }
  night.folder.write("stores/oost/2098-03-01T023000Z.db", "");  // not older than so many days
  night.folder.write("stores/oost/2098-03-02T023000Z.db", "");
  // What somebody put aside is not ours to take away.
  had_nights(night, "stores/voor-de-nieuwe-versie", "db", "2020");
  for (const auto* place : {"stores", "keys"}) night.folder.write(std::string(place) + "/.made", "oost\nzuid\ncasus\n");
  night.folder.write("stores/van een ander/2020-03-01T023000Z.db", "");
  night.folder.write("stores/leeg/bewaren.db", "");
  const std::string setting = "CASUS_SERVE_OPTIONS='--teams teams.json'";
  CHECK_FALSE(night.goes(setting));  // for zuid
  CHECK(night.in("stores/oost") ==
        std::set<std::string>{"2098-03-01T023000Z.db", "2098-03-02T023000Z.db", "bewaren.db"});
  CHECK(night.in("keys/oost") == std::set<std::string>{"2020-03-03T023000Z.keys", "bewaren.keys"});
  // Also of a server that showed one team before.
  CHECK(night.in("stores/casus") == std::set<std::string>{"2020-03-03T023000Z.db", "bewaren.db"});
  CHECK(night.in("stores/zuid").size() == 4);  // it is shown, and its copies failed
  CHECK(night.in("stores/van een ander").size() == 1);
  CHECK(night.in("stores/voor-de-nieuwe-versie").size() == 4);
  // A team that is there now is known when it is shown no more.
  CHECK(night.text("stores/.made") == "oost\nzuid\ncasus\nnoord\n");
  const auto said = night.text("said");
  const auto told = [&](const std::string& folder) {
    return said.find("<4>casus-backup: " + folder + " is of no team that is shown") != std::string::npos;
  };
  for (const auto* folder :
       {"stores/oost", "keys/oost", "stores/casus", "keys/casus", "stores/voor-de-nieuwe-versie"}) {
    CAPTURE(folder);
    CHECK(told(folder));
  }
  for (const auto* folder : {"stores/zuid", "stores/noord", "stores/leeg", "stores/van een ander"}) {
    CAPTURE(folder);
    CHECK_FALSE(told(folder));
  }
  // A list that cannot be read says of no team that it is gone.
  had_nights(night, "stores/oost", "db", "2020");
  night.folder.write("teams.json", "{");
  CHECK_FALSE(night.goes(setting));
  CHECK(night.in("stores/oost").size() == 6);
}

TEST_CASE("a night without a passphrase for the keys, or with a number that is none, is told as failed", "[house]") {
  const Night night;
  fs::remove(night.folder / "secrets/casus.backup");
  CHECK_FALSE(night.goes());
  CHECK(night.in("stores/casus").size() == 1);
  CHECK(night.in("keys").empty());
  CHECK(night.text("said").find("/etc/credstore/casus.backup") != std::string::npos);
  CHECK(night.goes("CASUS_BACKUP_KEYS=none"));
  for (const auto* keep : {"0", "-1", "veel", "''", "1.5"}) {
    CAPTURE(keep);
    const bool stands = std::string(keep) == "''";  // as if nobody said how many
    CHECK(night.goes("CASUS_BACKUP_KEYS=none CASUS_BACKUP_KEEP=" + std::string(keep)) == stands);
  }
}

}  // namespace casus::test
