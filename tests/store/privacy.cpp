// SPDX-License-Identifier: EUPL-1.2
// What the files give away to somebody without the keys: nothing that a person said or is called.
#include "tests/store/stores.hpp"

#include <sys/stat.h>

using namespace casus;
using namespace casus::store;

namespace {

unsigned mode_of(const std::filesystem::path& file) {
  struct stat found {};
  REQUIRE(::stat(file.c_str(), &found) == 0);
  return found.st_mode & 0777U;
}

}  // namespace

TEST_CASE("no sentence, name or command id is in any file of the store", "[store]") {
  test::TempDir folder;
  const std::string path = (folder / "casus.db").string();
  auto store = open_sqlite({path, true});
  const auto row = line("case/1", "kort: Jolanda Bakkerink slaapt slecht");
  put(*store, "case/1", 0, "opdracht-van-Jolanda-0001",
      {event("de buurvrouw kookt elke donderdag", {{"p1", "Jolanda Bakkerink"}})}, &row);
  store->together(
      [&] { put(*store, "case/1", 1, "opdracht-van-Jolanda-0002", {event("zij belt zelf de woningbouw")}); });

  const auto scan = [&] {
    int scanned = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
      const auto bytes = test::content_of(entry.path());
      ++scanned;
      INFO(entry.path().filename().string());
      for (const std::string clear :
           {"Jolanda", "Bakkerink", "buurvrouw", "donderdag", "woningbouw", "slaapt", "opdracht"})
        CHECK(bytes.find(clear) == std::string::npos);
    }
    return scanned;
  };
  CHECK(std::filesystem::exists(path + "-wal"));
  CHECK(scan() >= 4);  // database, WAL, shared memory, keys
  CHECK(test::content_of(path + "-wal").find("ContributionMade") !=
        std::string::npos);  // the scan does see what is clear
  store.reset();
  CHECK(scan() == 2);
  CHECK(test::content_of(path).find("case/1") != std::string::npos);
}

TEST_CASE("all files of the store are for their owner only, whatever the umask", "[store]") {
  test::TempDir folder;
  const auto path = folder / "nieuw/hier/casus.db";
  const auto before = ::umask(0);
  {
    auto store = open_sqlite({path.string(), true});
    put(*store, "case/1", 0, "c1", {event("x")});
    for (const char* suffix : {"", "-wal", "-shm", ".keys"}) {
      INFO(suffix);
      CHECK(mode_of(path.string() + suffix) == 0600);
    }
  }
  ::umask(before);
  CHECK(mode_of(folder / "nieuw") == 0700);
  CHECK(mode_of(folder / "nieuw/hier") == 0700);
}

TEST_CASE("a destroyed key is overwritten in the key file", "[store]") {
  test::TempDir folder;
  const std::string path = (folder / "casus.db").string();
  auto store = open_sqlite({path, true});
  put(*store, "case/1", 0, "c1", {event("x", {{"p1", "Jolanda"}})});
  const auto before = test::content_of(path + ".keys");
  store->erase_keys("case/1");
  const auto after = test::content_of(path + ".keys");
  CHECK_FALSE(std::filesystem::exists(path + ".keys-journal"));
  // A row is: stream, person, 32 bytes of key. The bytes behind the names were keys and are so no longer.
  int seen = 0;
  for (const std::string name : {"case/1", "case/1p1"}) {
    for (auto at = before.find(name); at != std::string::npos; at = before.find(name, at + 1)) {
      const auto key = before.substr(at + name.size(), 32);
      ++seen;
      CHECK(after.find(key) == std::string::npos);
    }
  }
  CHECK(seen >= 2);
}
