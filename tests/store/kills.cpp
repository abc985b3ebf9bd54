// SPDX-License-Identifier: EUPL-1.2
// Killed in the middle of what may not be left half done: erasing and destroying, and making a backup.
#include "core/store/checkpoint.hpp"
#include "core/store/sqlite/database.hpp"
#include "tests/store/killer.hpp"
#include "tests/store/stores.hpp"

#include <numeric>
#include <string>

using namespace casus;
using namespace casus::store;

namespace {

namespace fs = std::filesystem;

constexpr int kKills = 300;

/// A store in memory that can be put back as it was, and a backup of then.
struct Killable {
  test::TempDir folder{test::in_memory()};
  std::string path = (folder / "casus.db").string();

  Killable() {
    auto store = open_sqlite({path, true});
    for (int i = 0; i < 4; ++i) {
      const auto name = "case/" + std::to_string(i);
      const auto row = line(name);
      put(*store, name, 0, name, {event("GEHEIM een", {{"p1", "GEHEIM Els"}}), event("GEHEIM twee"), event("blijft")},
          &row);
    }
    store->backup((folder / "backup.db").string(), moment(10));
    store.reset();
    Database(path).run("PRAGMA wal_checkpoint(TRUNCATE)");
    for (const auto* part : {"", ".keys"}) fs::copy_file(path + part, path + ".kept" + part);
  }

  void put_back() const {
    for (const auto* part : {"-wal", "-shm", ".keys-journal"}) fs::remove(path + part);
    for (const auto* part : {"", ".keys"})
      fs::copy_file(path + ".kept" + part, path + part, fs::copy_options::overwrite_existing);
  }
};

std::string all_texts(Store& store) {
  std::string all;
  for (const auto& name : store.streams(""))
    for (const auto& one : store.read(name)) {
      all += one.payload.value_or("-");
      for (const auto& secret : one.secrets) all += secret.text;
    }
  return all;
}

}  // namespace

TEST_CASE("killed at 300 moments of erasing, what was said to be erased is, and the rest is whole", "[store][kills]") {
  const Killable kept;
  const auto erase = [&] {
    auto store = open_sqlite({kept.path, false});
    store->together([&] {
      put(*store, "case/0", 3, "gone", {event("gewist")});
      store->erase_keys("case/0");
    });
    store->together([&] {
      put(*store, "case/1", 3, "one", {event("persoon gewist")});
      store->erase_person("case/1", "p1");
    });
    store->together([&] {
      put(*store, "case/2", 3, "text", {event("tekst vernietigd")});
      store->destroy_event("case/2", 2, Husk{1, "rest"});
    });
  };
  Killer killer(7);
  int in_the_middle = 0;
  for (int round = 0; round < kKills; ++round) {
    INFO("round " << round);
    kept.put_back();
    killer.kill_during(erase);
    auto store = open_sqlite({kept.path, false});
    REQUIRE(findings(*store) == Texts{});
    REQUIRE(store->unfinished().empty());
    const bool whole = store->head("case/0") == 4;
    const bool one = store->head("case/1") == 4;
    const bool text = store->head("case/2") == 4;
    REQUIRE((whole || !one));  // in that order
    REQUIRE((one || !text));
    in_the_middle += whole != text ? 1 : 0;
    const auto said = [&](const std::string& name) {
      const auto texts = payloads(*store, name);
      return std::accumulate(texts.begin(), texts.end(), std::string());
    };
    REQUIRE((said("case/0").find("GEHEIM") == std::string::npos) == whole);
    REQUIRE((said("case/2").find("GEHEIM twee") == std::string::npos) == text);
    REQUIRE(said("case/2").find("blijft") != std::string::npos);
    const auto left = store->read("case/2")[1].left;
    REQUIRE(left.has_value() == text);
    REQUIRE((!left || left->payload == "rest"));
    REQUIRE(store->read("case/1")[0].secrets.empty() == one);
    REQUIRE(said("case/3").find("GEHEIM twee") != std::string::npos);
    if (!whole) continue;
    // The backup of before it, with the keys of after.
    const auto old = (kept.folder / "old.db").string();
    for (const auto* part : {"", "-wal", "-shm", ".keys"}) fs::remove(old + part);
    fs::copy_file(kept.folder / "backup.db", old);
    store.reset();
    fs::copy_file(kept.path + ".keys", old + ".keys");
    auto before = open_sqlite({old, false});
    REQUIRE(payloads(*before, "case/0") == Texts(3, "(erased)"));
  }
  CHECK(in_the_middle >= 10);
}

TEST_CASE("killed at 300 moments of a backup, the copy is whole or not there, and the store goes on",
          "[store][kills]") {
  const Killable kept;
  const auto file = (kept.folder / "copy.db").string();
  const auto back_up = [&] {
    auto store = open_sqlite({kept.path, false});
    const auto head = store->head("case/3");
    put(*store, "case/3", head, "", {event("erbij")});
    store->backup(file, moment(100 + static_cast<int>(head)));
  };
  Killer killer(7);
  int whole = 0;
  for (int round = 0; round < kKills; ++round) {
    INFO("round " << round);
    kept.put_back();
    for (const auto* part : {"", "-wal", "-shm", ".keys"}) fs::remove(file + part);
    killer.kill_during(back_up);
    auto store = open_sqlite({kept.path, false});
    REQUIRE(findings(*store) == Texts{});
    const auto texts = all_texts(*store);
    store.reset();
    if (!fs::exists(file)) continue;
    ++whole;
    fs::copy_file(kept.path + ".keys", file + ".keys");
    auto copy = open_sqlite({file, false});
    REQUIRE(findings(*copy) == Texts{});
    REQUIRE(all_texts(*copy) == texts);
  }
  CHECK(whole >= 10);
  CHECK(kKills - whole >= 10);
}

TEST_CASE("killed at 300 moments of putting an older copy back, the next time finishes it", "[store][kills]") {
  const Killable kept;
  {
    auto store = open_sqlite({kept.path, false});
    put(*store, "case/0", 3, "later", {event("GEHEIM later"), event("erbij")});
    store->destroy_event("case/0", 4);
  }
  const auto old = (kept.folder / "old.db").string();
  const auto bring = [&] {
    for (const auto* part : {"", "-wal", "-shm"}) fs::remove(old + part);
    fs::copy_file(kept.folder / "backup.db", old);
  };
  const auto accept = [&] { open_sqlite({old, false})->accept_backup(moment(20)); };
  Killer killer(7);
  int cut_short = 0;
  for (int round = 0; round < kKills; ++round) {
    INFO("round " << round);
    bring();
    fs::remove(old + ".keys-journal");
    fs::copy_file(kept.path + ".keys", old + ".keys", fs::copy_options::overwrite_existing);
    killer.kill_during(accept);
    auto store = open_sqlite({old, false});
    if (!findings(*store).empty()) {
      ++cut_short;
      store.reset();
      bring();
      store = open_sqlite({old, false});
      store->accept_backup(moment(30));
    }
    REQUIRE(findings(*store) == Texts{});
    put(*store, "case/0", 3, "anew", {event("vier"), event("vijf")});
    REQUIRE(payloads(*store, "case/0") == Texts{"GEHEIM een", "GEHEIM twee", "blijft", "vier", "vijf"});
    REQUIRE(findings(*store) == Texts{});
  }
  CHECK(cut_short >= 10);
}
