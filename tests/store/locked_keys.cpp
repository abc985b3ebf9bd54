// SPDX-License-Identifier: EUPL-1.2
#include "core/store/keys/locked_keys.hpp"
#include "core/store/keys/saved_keys.hpp"
#include "tests/store/stores.hpp"

using namespace casus;
using namespace casus::store;

namespace {

namespace fs = std::filesystem;

constexpr const char* kFourWords = "vier woorden achter elkaar";

struct Locked {
  test::TempDir folder;
  std::string path = (folder / "casus.db").string();
  std::string keys = path + ".keys";

  Locked() {
    auto store = open_sqlite({path, true});
    put(*store, "case/1", 0, "a", {event("een", {{"p1", "Els"}}), event("twee")});
    put(*store, "case/2", 0, "b", {event("weg")});
    store->erase_keys("case/2");
  }

  Options with(const std::string& key) const {
    Options options{path, false};
    options.unlock = [key](const std::string&) { return key; };
    return options;
  }
};

}  // namespace

TEST_CASE("a key file that is locked opens with its passphrase, and with nothing else", "[store][locked]") {
  const Locked it;
  CHECK_FALSE(keys_are_locked(it.keys));
  const auto key = lock_keys(it.keys, kFourWords);
  CHECK(keys_are_locked(it.keys));
  CHECK_FALSE(fs::exists(it.keys + "-journal"));
  CHECK(unlocked_with(it.keys, kFourWords) == key);
  CHECK_FALSE(unlocked_with(it.keys, "drie andere woorden hier"));
  CHECK(unlocks(it.keys, key));
  CHECK_FALSE(unlocks(it.keys, std::string(32, 'x')));
  CHECK_THAT(fault_of([&] { open_sqlite({it.path, false}); }), Catch::Contains("is locked; give its passphrase"));
  CHECK_THAT(fault_of([&] { open_sqlite(it.with(std::string(32, 'x'))); }), Catch::Contains("is locked"));
  auto store = open_sqlite(it.with(key));
  CHECK(payloads(*store, "case/1") == Texts{"een", "twee"});
  CHECK(store->read("case/1")[0].secrets == std::vector<Secret>{{"p1", "Els"}});
  CHECK(payloads(*store, "case/2") == Texts{"(erased)"});
  CHECK(findings(*store) == Texts{});
  // What a case of today is sealed with lies under the lock too, and erasing reaches it.
  put(*store, "case/3", 0, "c", {event("nieuw", {{"p1", "Mo"}}), event("drie")});
  store->destroy_event("case/3", 2);
  store->erase_person("case/3", "p1");
  store.reset();
  store = open_sqlite(it.with(key));
  CHECK(payloads(*store, "case/3") == Texts{"nieuw", "(erased)"});
  CHECK(store->read("case/3")[0].secrets.empty());
  CHECK(findings(*store) == Texts{});
}

TEST_CASE("no key of before the lock is left in a byte of the key file", "[store][locked]") {
  const Locked it;
  {
    auto store = open_sqlite({it.path, false});
    for (int i = 10; i < 14; ++i) put(*store, "case/" + std::to_string(i), 0, std::to_string(i), {event("x")});
  }
  const auto before = test::content_of(it.keys);
  lock_keys(it.keys, kFourWords);
  const auto after = test::content_of(it.keys);
  // Sixteen bytes in a row that are no zeros, and stood in the cells of keys before, are nowhere.
  int looked_for = 0;
  for (const auto* name : {"case/10", "case/11", "case/12", "case/13"}) {
    const auto at = before.find(name);
    REQUIRE(at != std::string::npos);
    const auto piece = before.substr(at + std::string(name).size() + 8, 16);
    if (piece.find_first_not_of('\0') == std::string::npos) continue;
    ++looked_for;
    CHECK(after.find(piece) == std::string::npos);
  }
  CHECK(looked_for > 0);
}

TEST_CASE("another passphrase, and none", "[store][locked]") {
  const Locked it;
  const auto first = lock_keys(it.keys, kFourWords);
  const auto name = name_of_lock(it.keys);
  CHECK_THAT(fault_of([&] { lock_keys(it.keys, "een heel andere zin"); }), Catch::Contains("not by this key"));
  const auto second = lock_keys(it.keys, "een heel andere zin", first);
  CHECK_FALSE(unlocked_with(it.keys, kFourWords));
  CHECK_FALSE(unlocks(it.keys, first));
  CHECK(name_of_lock(it.keys) != name);
  CHECK_THAT(fault_of([&] { unlock_keys(it.keys, first); }), Catch::Contains("not by this key"));
  unlock_keys(it.keys, second);
  CHECK_FALSE(keys_are_locked(it.keys));
  auto store = open_sqlite({it.path, false});
  CHECK(payloads(*store, "case/1") == Texts{"een", "twee"});
  CHECK(findings(*store) == Texts{});
}

TEST_CASE("a program that is at work when the keys are locked writes no open key among them", "[store][locked]") {
  const Locked it;
  auto store = open_sqlite({it.path, false});
  CHECK(payloads(*store, "case/1").size() == 2);
  const auto key = lock_keys(it.keys, kFourWords);
  CHECK_THAT(fault_of([&] { put(*store, "case/9", 0, "z", {event("nieuw")}); }),
             Catch::Contains("locked or unlocked meanwhile"));
  store.reset();
  store = open_sqlite(it.with(key));
  CHECK(store->head("case/9") == 0);
  CHECK(findings(*store) == Texts{});
}

TEST_CASE("keys that were saved while they were locked come back locked", "[store][locked]") {
  const Locked it;
  const auto key = lock_keys(it.keys, kFourWords);
  const auto saved = saved_keys(it.keys, "de wachtzin van de kluis");
  fs::remove(it.keys);
  REQUIRE(restore_keys(saved, "de wachtzin van de kluis", it.keys, it.path));
  CHECK(keys_are_locked(it.keys));
  CHECK(payloads(*open_sqlite(it.with(key)), "case/1") == Texts{"een", "twee"});
}
