// SPDX-License-Identifier: EUPL-1.2
// A copy of an earlier day, put back beside the keys of today: what was destroyed since stays so, and every stream goes
// on.
#include "core/store/checkpoint.hpp"
#include "core/store/files/files.hpp"
#include "tests/store/stores.hpp"

#include <algorithm>
#include <filesystem>

using namespace casus;
using namespace casus::store;

namespace {

namespace fs = std::filesystem;

void remove_database(const std::string& path) {
  for (const auto* end : {"", "-wal", "-shm"}) fs::remove(path + end);
}

/// The database at the path is an older copy from now on, beside the keys of today.
std::unique_ptr<Store> store_from(const std::string& copy, const std::string& path) {
  remove_database(path);
  restore_copy(copy, path, path + ".keys");
  return open_sqlite({path, false});
}

/// A copy was made, and then something was destroyed in every kind of stream; `newest` is the database after that.
struct CopyOfThen {
  test::TempDir folder;
  std::string path = (folder / "casus.db").string();
  std::string copy = (folder / "kopie.db").string();
  std::string newest = (folder / "nieuwste.db").string();
  std::string restored = (folder / "teruggezet.db").string();

  CopyOfThen() {
    auto store = open_sqlite({path, true});
    put(*store, "case/1", 0, "c1", {event("een"), event("twee")});
    for (const std::string name : {"access/1", "meeting/1", "team/main"}) put(*store, name, 0, name, {event("eerst")});
    store->backup(copy, moment(0));
    put(*store, "case/1", 2, "c2", {event("drie", {{"p1", "Anna"}}), event("BSN"), event("vijf")});
    store->destroy_event("case/1", 4, Husk{1, "wat ervan over is"});
    store->erase_person("case/1", "p1");
    for (const std::string name : {"access/1", "meeting/1", "team/main"}) {
      put(*store, name, 1, name + " weer", {event("tweede")});
      store->destroy_event(name, 2);
    }
    put(*store, "access/9", 0, "l9", {event("Noor keek"), event("Bram keek")});
    store->destroy_event("access/9", 1);
    put(*store, "case/9", 0, "d1", {event("weg")});
    store->erase_keys("case/9");
    store.reset();
    fs::copy_file(path, newest);
  }

  std::unique_ptr<Store> open() const { return open_sqlite({path, false}); }
  void take_away() const { remove_database(path); }
  void put_back() const {
    take_away();
    restore_copy(copy, path, path + ".keys");
  }
  void bring(const std::string& file) const {
    take_away();
    fs::copy_file(file, path);
  }
};

void go_on(Store& store) {
  put(store, "case/1", 2, "n1", {event("drie anders"), event("vier anders", {{"p1", "Bram"}}), event("vijf anders")});
  for (const std::string name : {"access/1", "meeting/1", "team/main"})
    put(store, name, 1, name + " anders", {event("anders"), event("en verder")});
  put(store, "access/9", 0, "n9", {event("Els keek"), event("Samira keek")});
  put(store, "case/9", 0, "n2", {event("een andere casus")});
}

void check_all_goes_on(Store& store) {
  CHECK(findings(store) == Texts{});
  CHECK(payloads(store, "case/1") == Texts{"een", "twee", "drie anders", "vier anders", "vijf anders"});
  CHECK(store.read("case/1", 3)[0].secrets == std::vector<Secret>{{"p1", "Bram"}});
  for (const std::string name : {"access/1", "meeting/1", "team/main"})
    CHECK(payloads(store, name) == Texts{"eerst", "anders", "en verder"});
  CHECK(payloads(store, "access/9") == Texts{"Els keek", "Samira keek"});
  CHECK(payloads(store, "case/9") == Texts{"een andere casus"});
}

Texts places(Store& store) {
  Texts lines;
  for (const auto& one : store.verify().begun_anew) lines.push_back(one.stream + " " + std::to_string(one.places));
  return lines;
}

}  // namespace

TEST_CASE("a copy of before something was destroyed goes on in every stream once it is put back", "[store]") {
  const CopyOfThen then;
  then.put_back();
  {
    auto store = then.open();
    Texts missing;
    for (const auto& one : store->accept_backup(moment(100)).missing)
      missing.push_back(one.stream + " " + std::to_string(one.events) + " " + std::to_string(one.destroyed) +
                        (one.erased ? " erased" : ""));
    CHECK(missing ==
          Texts{"access/1 1 1", "access/9 1 1", "case/1 2 1", "case/9 0 0 erased", "meeting/1 1 1", "team/main 1 1"});
    CHECK(findings(*store) == Texts{});
    go_on(*store);
    check_all_goes_on(*store);
  }
  auto store = then.open();
  check_all_goes_on(*store);
  CHECK(places(*store) == Texts{"access/1 1", "access/9 1", "case/1 1", "meeting/1 1", "team/main 1"});
  store->destroy_event("case/1", 4);
  CHECK(payloads(*store, "case/1")[3] == "(erased)");
  CHECK(findings(*store) == Texts{});
  CHECK(places(*store) == Texts{"access/1 1", "access/9 1", "meeting/1 1", "team/main 1"});
}

TEST_CASE("a copy in which nothing can be written further is told, until it is put back on purpose", "[store]") {
  const CopyOfThen then;
  then.put_back();
  for (int opening = 0; opening < 2; ++opening) {
    auto store = then.open();
    const auto found = findings(*store);
    REQUIRE_FALSE(found.empty());
    CHECK(found[0] ==
          " 0: this database is older than its keys: put the newest one back, or do 'store restore' with this one");
    CHECK(std::find(found.begin(), found.end(),
                    "case/1 4: this event was destroyed after this copy of the database was made, so nothing can be "
                    "written here; move this one away and do 'store restore' with it") != found.end());
  }
}

TEST_CASE("a putting back that was cut short is finished by the next, and one is done again", "[store]") {
  const CopyOfThen then;
  then.put_back();
  { then.open(); }  // and nobody said that it is meant
  then.put_back();
  then.open()->accept_backup(moment(100));
  { go_on(*then.open()); }
  then.put_back();
  auto store = then.open();
  store->accept_backup(moment(200));
  CHECK(findings(*store) == Texts{});
  go_on(*store);
  check_all_goes_on(*store);
}

TEST_CASE("a copy of a store that went on is put back with all that was written since", "[store]") {
  const CopyOfThen then;
  const auto later = (then.folder / "later.db").string();
  then.put_back();
  {
    auto store = then.open();
    store->accept_backup(moment(100));
    go_on(*store);
    store->backup(later, moment(200));
    put(*store, "case/1", 5, "n3", {event("zes")});
    store->destroy_event("case/1", 6);
    store->destroy_event("access/9", 1);
  }
  then.take_away();
  restore_copy(later, then.path, then.path + ".keys");
  auto store = then.open();
  store->accept_backup(moment(300));
  CHECK(findings(*store) == Texts{});
  CHECK(payloads(*store, "case/1") == Texts{"een", "twee", "drie anders", "vier anders", "vijf anders"});
  CHECK(payloads(*store, "access/9") == Texts{"(erased)", "Samira keek"});
  put(*store, "case/1", 5, "n3", {event("toch zes")});
  CHECK(payloads(*store, "case/1").back() == "toch zes");
}

TEST_CASE("the newest database after all: what was destroyed is gone in it, and neither takes from the other",
          "[store]") {
  const CopyOfThen then;
  then.put_back();
  {
    auto store = then.open();
    store->accept_backup(moment(100));
    go_on(*store);
  }
  fs::copy_file(then.path, then.restored);
  then.bring(then.newest);
  {
    auto store = then.open();
    CHECK(payloads(*store, "case/1") == Texts{"een", "twee", "drie", "(erased)", "vijf"});
    CHECK(store->read("case/1", 2)[0].secrets.empty());
    CHECK_FALSE(fault_of([&] { put(*store, "case/1", 5, "x1", {event("zes")}); }).empty());
    CHECK_FALSE(findings(*store).empty());
  }
  then.bring(then.restored);
  check_all_goes_on(*then.open());

  // Until somebody says which of the two it is to be.
  then.bring(then.newest);
  auto store = then.open();
  store->accept_backup(moment(300));
  CHECK(findings(*store) == Texts{});
  CHECK(payloads(*store, "case/1") == Texts{"een", "twee", "drie", "(erased)", "vijf"});
  put(*store, "case/1", 5, "x1", {event("zes")});
}

TEST_CASE("a copy of in between: what was erased after it stays so, also when an older one went on meanwhile",
          "[store]") {
  const test::TempDir folder;
  const auto path = (folder / "casus.db").string();
  const auto first = (folder / "eerste.db").string();
  const auto second = (folder / "tweede.db").string();
  {
    auto store = open_sqlite({path, true});
    put(*store, "case/1", 0, "c1", {event("een"), event("twee")});
    put(*store, "case/2", 0, "c2", {event("een casus")});
    put(*store, "case/3", 0, "c3", {event("met een mens", {{"p1", "Anna"}})});
    store->backup(first, moment(0));
    put(*store, "case/1", 2, "c4", {event("drie")});
    store->destroy_event("case/1", 3);
    store->backup(second, moment(10));
    store->destroy_event("case/1", 1);
    store->erase_keys("case/2");
    store->erase_person("case/3", "p1");
  }
  {
    auto store = store_from(first, path);
    store->accept_backup(moment(100));
    put(*store, "case/1", 2, "c5", {event("drie anders")});
  }
  {
    auto store = store_from(second, path);
    store->accept_backup(moment(200));
  }
  auto store = open_sqlite({path, false});
  CHECK(findings(*store) == Texts{});
  CHECK(payloads(*store, "case/1") == Texts{"(erased)", "twee", "(erased)"});
  CHECK(payloads(*store, "case/2") == Texts{"(erased)"});
  CHECK(store->read("case/3")[0].secrets.empty());
  put(*store, "case/1", 3, "c6", {event("vier")});
}

TEST_CASE("keys that went on with another copy are not told to be older than the one that is put back", "[store]") {
  const test::TempDir folder;
  const auto path = (folder / "casus.db").string();
  const auto first = (folder / "eerste.db").string();
  const auto later = (folder / "later.db").string();
  {
    auto store = open_sqlite({path, true});
    put(*store, "case/1", 0, "c1", {event("een")});
    store->backup(first, moment(0));
    for (int i = 1; i <= 3; ++i) {
      put(*store, "case/1", i, "c1-" + std::to_string(i), {event("verder")});
      store->checkpoint(moment(i));
    }
    store->backup(later, moment(10));
  }
  {
    auto store = store_from(first, path);
    store->accept_backup(moment(100));
    put(*store, "case/1", 1, "c2", {event("anders")});
    store->checkpoint(moment(101));
  }
  auto store = store_from(later, path);
  CHECK(store->older_keys().empty());
  CHECK_THAT(fault_of([&] { put(*store, "case/1", 4, "c3", {event("verder")}); }),
             Catch::Contains("with another copy of it these keys went on since"));  // until this one is meant
  store->accept_backup(moment(200));
  const auto accepted = store->accept_keys("access/", moment(200));
  CHECK_FALSE(accepted.older);
  CHECK(accepted.lost == Texts{});
  CHECK(findings(*store) == Texts{});
  put(*store, "case/1", 4, "c3", {event("verder")});
  CHECK(payloads(*store, "case/1") == Texts{"een", "verder", "verder", "verder", "verder"});
}

TEST_CASE("two copies put back one after the other, and no checkpoint between: neither file is called older",
          "[store]") {
  const test::TempDir folder;
  const auto path = (folder / "casus.db").string();
  const auto first = (folder / "eerste.db").string();
  const auto later = (folder / "later.db").string();
  {
    auto store = open_sqlite({path, true});
    put(*store, "case/1", 0, "c1", {event("een")});
    store->backup(first, moment(0));
    put(*store, "case/1", 1, "c2", {event("twee")});
    store->backup(later, moment(10));
    put(*store, "case/1", 2, "c3", {event("drie")});
    store->checkpoint(moment(20));
  }
  store_from(first, path)->accept_backup(moment(100));
  auto store = store_from(later, path);
  CHECK(store->older_keys().empty());
  CHECK(findings(*store) == Texts{" 2: these keys went on with another copy of this database; do 'store restore' with "
                                  "the one that is to count"});
  CHECK_FALSE(store->checkpoint_due(moment(30 * 24 * 3600)));
  CHECK_THAT(fault_of([&] { put(*store, "case/1", 2, "c4", {event("anders")}); }),
             Catch::Contains("with another copy of it these keys went on since"));
  store->accept_backup(moment(200));
  CHECK_FALSE(store->accept_keys("access/", moment(200)).older);
  CHECK(findings(*store) == Texts{});
  put(*store, "case/1", 2, "c4", {event("anders")});
  CHECK(payloads(*store, "case/1") == Texts{"een", "twee", "anders"});
}
