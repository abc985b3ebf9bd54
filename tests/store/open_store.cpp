// SPDX-License-Identifier: EUPL-1.2
// Opening: every fault names the file, what is wrong with it and what to do.
#include "core/store/sqlite/database.hpp"
#include "tests/store/child.hpp"
#include "tests/store/stores.hpp"

#include <sys/stat.h>

using namespace casus;
using namespace casus::store;

namespace {

struct Made {
  test::TempDir folder;
  std::string path = (folder / "casus.db").string();
  std::string keys = path + ".keys";

  Made() { put(*open_sqlite({path, true}), "case/1", 0, "c1", {event("x")}); }
  std::string fault(bool create = true) const {
    return fault_of([&] { open_sqlite({path, create}); });
  }
};

}  // namespace

TEST_CASE("a store is still there when it is opened again", "[store]") {
  Made made;
  auto store = open_sqlite({made.path, false});
  CHECK(payloads(*store, "case/1") == Texts{"x"});
  CHECK(store->receipt("c1")->last == 1);
  const auto info = store->info();
  CHECK(info.path == made.path);
  CHECK(info.keys_path == made.keys);
  CHECK(info.schema == 2);
  CHECK(info.bytes >= static_cast<std::int64_t>(std::filesystem::file_size(made.path)));
}

TEST_CASE("a store that does not exist is not made unless asked", "[store]") {
  test::TempDir folder;
  const std::string path = (folder / "deep/casus.db").string();
  CHECK(fault_of([&] { open_sqlite({path, false}); }) == "store file '" + path + "' does not exist; check the path");
  CHECK_FALSE(std::filesystem::exists(folder / "deep"));
  CHECK_FALSE(fault_of([] { open_sqlite({"", true}); }).empty());
  CHECK_THAT(fault_of([&] {
               open_sqlite({folder.path().string(), true});
             }),
             Catch::Contains("is not a file; give the path of a file"));
  folder.write("empty.db", "");
  CHECK_THAT(fault_of([&] { open_sqlite({(folder / "empty.db").string(), false}); }), Catch::Contains("is empty"));
}

TEST_CASE("a store without its key file is refused, and left as it is", "[store]") {
  Made made;
  std::filesystem::rename(made.keys, made.folder / "elsewhere");
  CHECK(made.fault() == "key file '" + made.keys +
                            "' is missing, and without it nothing in the store can be read; put it back from where you "
                            "keep it");
  CHECK_FALSE(std::filesystem::exists(made.keys));
  std::filesystem::rename(made.folder / "elsewhere", made.keys);
  CHECK(payloads(*open_sqlite({made.path, false}), "case/1") == Texts{"x"});
}

TEST_CASE("the key file of another store is refused", "[store]") {
  Made made;
  Made other;
  std::filesystem::copy_file(other.keys, made.keys, std::filesystem::copy_options::overwrite_existing);
  CHECK(made.fault() == "key file '" + made.keys + "' belongs to another store; put the right one back");
}

TEST_CASE("a key file that others can read is refused, with the command that mends it", "[store]") {
  for (const unsigned mode : {0640U, 0604U, 0620U}) {
    Made made;
    REQUIRE(::chmod(made.keys.c_str(), mode) == 0);
    const std::string shown = mode == 0640U ? "640" : mode == 0604U ? "604" : "620";
    CHECK(made.fault() ==
          "key file '" + made.keys + "' can be read by others (mode " + shown + "); do: chmod 600 " + made.keys);
    REQUIRE(::chmod(made.keys.c_str(), 0600) == 0);
    CHECK(made.fault().empty());
  }
}

TEST_CASE("an empty or foreign key file is refused", "[store]") {
  Made made;
  std::filesystem::resize_file(made.keys, 0);
  CHECK_THAT(made.fault(), Catch::Contains("key file '" + made.keys + "' is empty"));
  std::filesystem::copy_file(made.path, made.keys, std::filesystem::copy_options::overwrite_existing);
  CHECK_THAT(made.fault(), Catch::Contains(made.keys + "' is a database, but not a key file of casus"));
  made.folder.write("casus.db.keys", std::string(5000, 'x'));
  CHECK_THAT(made.fault(), Catch::Contains(made.keys) && Catch::Contains("not a database"));
}

TEST_CASE("keys whose store is gone are not given to a new one", "[store]") {
  Made made;
  std::filesystem::remove(made.path);
  CHECK(made.fault() == "key file '" + made.keys +
                            "' belongs to a store that is gone; put the store back from a backup, or move the key file "
                            "away to begin a new store");
  CHECK_FALSE(std::filesystem::exists(made.path));
  // Nor is it told that there is no store yet, to who only reads or verifies.
  CHECK_THAT(fault_of([&] { open_sqlite({made.path, false}); }), Catch::Contains("belongs to a store that is gone"));
  CHECK_FALSE(std::filesystem::exists(made.path));
  made.folder.write("casus.db", "");
  CHECK_THAT(made.fault(), Catch::Contains("belongs to a store that is gone"));
}

TEST_CASE("beside a file that holds no keys of cases there is no store yet, and that file is left as it is",
          "[store]") {
  test::TempDir folder;
  const std::string path = (folder / "casus.db").string(), keys = path + ".keys";
  const auto told = "store file '" + path + "' does not exist; check the path";
  { open_sqlite({path, true}); }
  std::filesystem::remove(path);  // cut short after the key file was made
  CHECK(fault_of([&] { open_sqlite({path, false}); }) == told);
  folder.write("casus.db.keys", "geen sleutels");
  CHECK(fault_of([&] { open_sqlite({path, false}); }) == told);
  CHECK(test::content_of(keys) == "geen sleutels");
}

TEST_CASE("a making that was cut short is done again", "[store]") {
  test::TempDir folder;
  const std::string path = (folder / "casus.db").string();
  { open_sqlite({path, true}); }
  std::filesystem::resize_file(path, 0);  // the key file came first, and has no keys of cases yet
  CHECK(findings(*open_sqlite({path, false})) == Texts{});
  std::filesystem::resize_file(path, 0);
  auto store = open_sqlite({path, true});
  put(*store, "case/1", 0, "c1", {event("x")});
  CHECK(findings(*store) == Texts{});
}

TEST_CASE("what is no store is refused and not touched", "[store]") {
  test::TempDir folder;
  const std::string text =
      "dit is een brief, geen database, en hij is lang genoeg om een kop te lijken " + std::string(200, '.');
  const std::string letter = folder.write("brief.txt", text).string();
  CHECK(fault_of([&] {
          open_sqlite({letter, true});
        }) ==
        "store file '" + letter +
            "': file is not a database; the file is not a database of casus; give the right file, or restore a backup");
  CHECK(test::content_of(letter) == text);

  const std::string other = folder.write("other.db", "").string();
  Database(other).run("CREATE TABLE kept(x); INSERT INTO kept VALUES(1)");
  const auto before = test::content_of(other);
  CHECK(fault_of([&] {
          open_sqlite({other, true});
        }) == "store file '" + other + "' is a database, but not a store of casus; give the right file");
  CHECK(test::content_of(other) == before);
  CHECK_FALSE(std::filesystem::exists(other + ".keys"));
}

TEST_CASE("a store of a newer program is refused", "[store]") {
  Made made;
  Database(made.path).run("PRAGMA user_version = 3");
  CHECK(made.fault() == "store file '" + made.path + "' has format 3 and this program knows 1 to 2; use a newer casus");
  Database(made.path).run("PRAGMA user_version = 2");
  // A key file of format 3 is one that is locked.
  Database(made.keys).run("PRAGMA user_version = 4");
  CHECK(made.fault() == "store file '" + made.keys + "' has format 4 and this program knows 1 to 3; use a newer casus");
}

TEST_CASE("a store that may not be written is refused when it is opened", "[store]") {
  Made made;
  // Root may write everywhere, so the child becomes somebody else; then the rights are as on a read-only disk.
  const uid_t nobody = 65534;
  const bool root = ::geteuid() == 0;
  for (const auto& file : {made.path, made.keys, made.folder.path().string()})
    if (root) REQUIRE(::chown(file.c_str(), nobody, nobody) == 0);
  const auto exit_code = [&](const std::string& path, const std::string& expected) {
    Child child([&](const Child::Report&) {
      if (root && ::setuid(nobody) != 0) ::_exit(9);
      const auto fault = fault_of([&] { open_sqlite({path, true}); });
      ::_exit(fault.find(path) != std::string::npos && fault.find(expected) != std::string::npos ? 7 : 8);
    });
    return child.wait();
  };
  REQUIRE(::chmod(made.path.c_str(), 0400) == 0);
  CHECK(exit_code(made.path, "it cannot be written; check the rights on the file and its folder") == 7);
  CHECK(exit_code(made.path, "copy the store and its key file to a folder where you may write") == 7);
  REQUIRE(::chmod(made.path.c_str(), 0600) == 0);
  REQUIRE(::chmod(made.folder.path().c_str(), 0500) == 0);
  CHECK(exit_code(made.path, "it cannot be written; check the rights on the file and its folder") == 7);
  CHECK(exit_code((made.folder / "new.db").string(), "check the rights on its folder") == 7);
  CHECK(exit_code((made.folder / "new/x.db").string(), "make the folder, or give another path") == 7);
  REQUIRE(::chmod(made.folder.path().c_str(), 0700) == 0);
}
