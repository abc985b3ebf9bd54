// SPDX-License-Identifier: EUPL-1.2
// The log and the journal of a store hold its newest lines. One that was left beside a place is never read into what is
// put there, nor thrown away; one that was moved along with its store is not left out.
#include "core/store/checkpoint.hpp"
#include "core/store/files/copy.hpp"
#include "core/store/files/files.hpp"
#include "core/store/keys/saved_keys.hpp"
#include "tests/store/stores.hpp"

#include <filesystem>

using namespace casus;
using namespace casus::store;

namespace {

/// A store as a computer that went down left it: the newest line is in its log. And a backup of before that line.
struct WentDown {
  test::TempDir folder;
  std::string path = (folder / "casus.db").string();
  std::string backup = (folder / "kopie.db").string();
  std::string moved = (folder / "stick" / "casus.db").string();
  std::string saved;

  WentDown() {
    std::filesystem::create_directory(folder / "stick");
    auto store = open_sqlite({path, true});
    put(*store, "case/1", 0, "c1", {event("eerst")});
    store->backup(backup, moment(0));
    put(*store, "case/1", 1, "c2", {event("het nieuwste")});
    put(*store, "case/2", 0, "c3", {event("een nieuwe casus")});
    saved = saved_keys(path + ".keys", "paard batterij nietje juist");
    for (const auto* ending : {"", "-wal", ".keys"}) std::filesystem::copy_file(path + ending, moved + ending);
  }

  std::string log() const { return test::content_of(moved + "-wal"); }
  /// Leaves the log where its store was, as who moves one file does.
  void leave_log(const std::string& of) const { folder.write(std::filesystem::path(of).filename().string(), log()); }
};

}  // namespace

TEST_CASE("nothing is put beside the log of a store that was there, and that log stays as it was", "[store][log]") {
  const WentDown it;
  const auto keys = it.path + ".keys";
  const auto left = it.path + "-wal";
  REQUIRE(it.log().size() > 1000);
  std::filesystem::remove(it.path);
  it.leave_log(left);
  const auto refused = Catch::Contains("may hold its newest lines");
  CHECK_THAT(fault_of([&] { restore_copy(it.backup, it.path, keys); }), refused);
  CHECK_THAT(fault_of([&] { open_sqlite({it.path, true}); }), refused);  // a new store in its place
  CHECK_FALSE(std::filesystem::exists(it.path));
  CHECK(test::content_of(left) == it.log());

  // One that does not open may hold them too.
  std::filesystem::remove(left);
  std::filesystem::create_symlink(left, left);
  CHECK_THAT(fault_of([&] { restore_copy(it.backup, it.path, keys); }), refused);
  std::filesystem::remove(left);

  // An empty one holds nothing; nor does one that was taken to where its store is.
  it.folder.write("casus.db-wal", "");
  it.folder.write("casus.db-journal", std::string(512, '\0'));
  restore_copy(it.backup, it.path, keys);
  CHECK(payloads(*open_sqlite({it.path, false}), "case/1") == Texts{"eerst"});
}

TEST_CASE("a backup, a copy of the store and its keys are not put beside a log either", "[store][log]") {
  const WentDown it;
  const auto refused = Catch::Contains("may hold its newest lines");
  const auto other = (it.folder / "ander.db").string();
  it.leave_log(other + "-wal");
  CHECK_THAT(fault_of([&] { open_sqlite({it.path, false})->backup(other, moment(100)); }), refused);
  CHECK_THAT(fault_of([&] { copy_store({it.path, false}, {other, true}); }), refused);
  CHECK_FALSE(std::filesystem::exists(other));
  CHECK_FALSE(std::filesystem::exists(other + ".keys"));
  CHECK(test::content_of(other + "-wal") == it.log());

  const auto keys = it.path + ".keys";
  std::filesystem::remove(keys);
  const auto journal = it.folder.write("casus.db.keys-journal", "\xd9\xd5\x05\xf9 wat er stond").string();
  CHECK_THAT(fault_of([&] { restore_keys(it.saved, "paard batterij nietje juist", keys, it.path); }), refused);
  CHECK_FALSE(std::filesystem::exists(keys));
  std::filesystem::remove(journal);
  CHECK(restore_keys(it.saved, "paard batterij nietje juist", keys, it.path));
}

TEST_CASE("a store that was moved with its log is put back with what is in the log", "[store][log]") {
  const WentDown it;
  const auto again = (it.folder / "terug.db").string();
  std::filesystem::copy_file(it.moved + ".keys", again + ".keys");
  const auto as_it_was = test::content_of(it.moved), log = it.log();
  restore_copy(it.moved, again, again + ".keys");
  // What was put back may turn out to be no store; then the only other copy is here.
  CHECK(test::content_of(it.moved) == as_it_was);
  CHECK(it.log() == log);
  const auto store = open_sqlite({again, false});
  CHECK(payloads(*store, "case/1") == Texts{"eerst", "het nieuwste"});
  CHECK(payloads(*store, "case/2") == Texts{"een nieuwe casus"});
  CHECK(findings(*store) == Texts{});
}

TEST_CASE("a backup with a log beside it is not opened to see what a new one would go over", "[store][log]") {
  const WentDown it;
  const auto keys = it.path + ".keys", log = it.backup + "-wal";
  REQUIRE(backup_in(it.backup, keys));
  it.leave_log(log);
  const auto as_it_was = test::content_of(it.backup);
  CHECK_FALSE(backup_in(it.backup, keys));
  CHECK(test::content_of(it.backup) == as_it_was);
  CHECK(test::content_of(log) == it.log());
}
