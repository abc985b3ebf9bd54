// SPDX-License-Identifier: EUPL-1.2
// A key file of an earlier day beside the store of today: it is told, nothing is sealed with it, and it counts when
// somebody says that the newest is gone.
#include "core/store/keys/saved_keys.hpp"

#include "core/store/checkpoint.hpp"
#include "core/store/sqlite/database.hpp"
#include "tests/store/stores.hpp"

using namespace casus;
using namespace casus::store;

namespace {

namespace fs = std::filesystem;

struct Days {
  test::TempDir folder;
  std::string path = (folder / "casus.db").string();
  std::string keys = path + ".keys";

  Days() {
    auto store = open_sqlite({path, true});
    put(*store, "case/1", 0, "c1", {event("een")});
    put(*store, "access/1", 0, "l1", {event("Noor keek")});
    store->checkpoint(moment(0));
  }
  void keep(const std::string& name) const { fs::copy_file(keys, folder / name); }
  void bring(const std::string& name) const {
    fs::copy_file(folder / name, keys, fs::copy_options::overwrite_existing);
  }
  std::unique_ptr<Store> open() const { return open_sqlite({path, false}); }
};

}  // namespace

TEST_CASE("a key file one checkpoint older is told, and nothing is sealed with it", "[store]") {
  const Days days;
  days.keep("yesterday");
  {
    auto store = days.open();
    put(*store, "case/1", 1, "c2", {event("twee")});
    store->checkpoint(moment(100));
  }
  days.keep("today");
  days.bring("yesterday");
  {
    auto store = days.open();
    CHECK(findings(*store) == Texts{" 2: the key file is older than its database: checkpoint 2 is not in it"});
    CHECK(store->older_keys() == "checkpoint 2 is not in it");
    CHECK(payloads(*store, "case/1") == Texts{"een", "twee"});
    CHECK_THAT(fault_of([&] { put(*store, "case/1", 2, "c3", {event("drie")}); }),
               Catch::Contains("is older than its store (checkpoint 2 is not in it)"));
    // A checkpoint does not hide it.
    CHECK_FALSE(store->checkpoint_due(moment(30 * 24 * 3600)));
    store->checkpoint(moment(200));
    CHECK_FALSE(findings(*store).empty());
  }
  days.bring("today");
  auto store = days.open();
  put(*store, "case/1", 2, "c3", {event("drie")});
  CHECK(findings(*store) == Texts{});
}

TEST_CASE("a kill between the two files is not taken for an older key file", "[store]") {
  const Days days;
  days.keep("before");
  std::string begun;
  {
    auto store = days.open();
    put(*store, "case/1", 1, "c2", {event("twee")});
    store->checkpoint(moment(100));
    Database keys(days.keys);
    Statement select(keys, "SELECT value FROM meta WHERE name = 'begun'");
    Rows rows = select.rows();
    REQUIRE(rows.next());
    begun = rows.bytes(0);
  }
  // As it is left by one: begun in the key file, kept in the log alone.
  days.bring("before");
  Database(days.keys).run(("UPDATE meta SET value = '" + begun + "' WHERE name = 'begun'").c_str());
  auto store = days.open();
  CHECK(findings(*store) == Texts{});
  put(*store, "case/1", 2, "c3", {event("drie")});
  store->checkpoint(moment(200));
  CHECK(findings(*store) == Texts{});
  CHECK(Database(days.keys).number("SELECT count(*) FROM checkpoints") == 3);
}

TEST_CASE("an older key file that is accepted: looks go on, and what is lost is said", "[store]") {
  const Days days;
  const auto saved = saved_keys(days.keys, "paard batterij nietje juist");
  {
    auto store = days.open();
    put(*store, "case/1", 1, "c2", {event("twee")});
    put(*store, "access/1", 1, "l2", {event("p3 keek", {{"p3", "Els"}})});
    put(*store, "access/2", 0, "l3", {event("Daan keek")});
    put(*store, "case/2", 0, "d1", {event("nieuw")});
  }
  days.keep("today");
  fs::remove(days.keys);
  REQUIRE(restore_keys(saved, "paard batterij nietje juist", days.keys, days.path));
  {
    auto store = days.open();
    CHECK_FALSE(store->older_keys().empty());
    const auto accepted = store->accept_keys("access/", moment(100));
    CHECK(accepted.older);
    CHECK(accepted.begun_anew == Texts{"access/1", "access/2"});
    CHECK(accepted.lost == Texts{"case/2"});
    CHECK(store->older_keys().empty());
    CHECK(payloads(*store, "access/1") == Texts{"Noor keek", "(erased)"});
    CHECK(payloads(*store, "access/2") == Texts{"(erased)"});
    put(*store, "access/1", 2, "l4", {event("p3 keek weer", {{"p3", "Els"}})});
    put(*store, "access/2", 1, "l5", {event("Noor keek")});
  }
  auto store = days.open();
  CHECK(store->older_keys().empty());
  CHECK(payloads(*store, "access/2") == Texts{"(erased)", "Noor keek"});
  CHECK(payloads(*store, "access/1") == Texts{"Noor keek", "(erased)", "p3 keek weer"});
  put(*store, "case/1", 2, "c3", {event("drie")});
  put(*store, "case/3", 0, "e1", {event("een andere")});
  store->erase_keys("case/1");
  CHECK(payloads(*store, "case/1") == Texts(3, "(erased)"));
  CHECK_THROWS_AS(store->read("case/2"), KeyMissing);
  const auto found = store->verify();
  CHECK(found.lost_events == 2);
  CHECK(findings(*store) == Texts{"case/2 0: its key is not in '" + days.keys + "', and was not erased"});
  store.reset();

  // The newest after all: told from the one that counts, and nothing is sealed with it.
  days.keep("accepted");
  days.bring("today");
  store = days.open();
  CHECK_FALSE(store->older_keys().empty());
  CHECK_FALSE(fault_of([&] { put(*store, "access/2", 2, "l6", {event("Samira keek")}); }).empty());
  store.reset();
  days.bring("accepted");
  store = days.open();
  put(*store, "access/2", 2, "l6", {event("Samira keek")});
  CHECK(findings(*store).size() == 1);
}

TEST_CASE("keys that were saved before a key file had a seal are accepted as they are", "[store]") {
  const Days days;
  Database(days.keys).run("DELETE FROM meta WHERE name = 'seal'");
  auto store = days.open();
  CHECK(findings(*store) == Texts{" 0: the key file has no seal, and had one: it is older, or was changed"});
  CHECK_FALSE(fault_of([&] { put(*store, "case/1", 1, "c2", {event("twee")}); }).empty());
  CHECK(store->accept_keys("access/", moment(100)).older);
  put(*store, "case/1", 1, "c2", {event("twee")});
  CHECK(findings(*store) == Texts{});
}

TEST_CASE("that the key file does not say any more which checkpoint was begun is told", "[store]") {
  const Days days;
  days.keep("today");
  const Texts told{
      " 0: the key file does not say any more which checkpoint was begun last: it was taken out or changed by "
      "something "
      "else than this program"};
  for (const auto* change :
       {"DELETE FROM meta WHERE name = 'begun'", "UPDATE meta SET value = '' WHERE name = 'begun'"}) {
    days.bring("today");
    Database(days.keys).run(change);
    CHECK(findings(*days.open()) == told);
  }
  // The next checkpoint says it again.
  auto store = days.open();
  put(*store, "case/1", 1, "c2", {event("twee")});
  store->checkpoint(moment(100));
  CHECK(findings(*store) == Texts{});
}

TEST_CASE("keys of today have nothing to accept", "[store]") {
  const Days days;
  auto store = days.open();
  const auto accepted = store->accept_keys("access/", moment(100));
  CHECK_FALSE(accepted.older);
  CHECK(accepted.begun_anew.empty());
  CHECK(accepted.lost.empty());
  CHECK(store->checkpoints().size() == 1);
}

TEST_CASE("a database that is older than its keys is told until somebody says that it is meant", "[store]") {
  const Days days;
  Database(days.path).run("PRAGMA wal_checkpoint(TRUNCATE)");
  fs::copy_file(days.path, days.folder / "older.db");
  { days.open()->destroy_event("case/1", 1); }
  Database(days.path).run("PRAGMA wal_checkpoint(TRUNCATE)");
  fs::copy_file(days.path, days.folder / "newest.db");
  const auto put_back = [&](const std::string& name) {
    for (const auto* end : {"-wal", "-shm"}) fs::remove(days.path + end);
    fs::copy_file(days.folder / name, days.path, fs::copy_options::overwrite_existing);
  };
  put_back("older.db");
  const std::string older =
      " 0: this database is older than its keys: put the newest one back, or do 'store restore' with this one";
  for (int opening = 0; opening < 3; ++opening) CHECK(findings(*days.open()) == Texts{older});
  put_back("newest.db");
  CHECK(findings(*days.open()) == Texts{});
  put_back("older.db");
  auto store = days.open();
  store->accept_backup(moment(500));
  CHECK(findings(*store) == Texts{});
  CHECK(payloads(*store, "case/1") == Texts{"(erased)"});
}
