// SPDX-License-Identifier: EUPL-1.2
// A store that the program before this one made (golden/format_1.db: four cases, one erased, one person erased).
#include "core/store/codec/codec.hpp"
#include "core/store/sqlite/database.hpp"
#include "tests/store/killer.hpp"
#include "tests/store/stores.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <map>

using namespace casus;
using namespace casus::store;

namespace {

namespace fs = std::filesystem;

struct Old {
  test::TempDir folder;
  std::string path = (folder / "casus.db").string();
  std::string keys = path + ".keys";

  explicit Old(const fs::path& in = fs::temp_directory_path()) : folder(in) { put_back(); }

  void put_back() const {
    for (const char* const part : {"-wal", "-shm", ".keys-journal"}) fs::remove(path + part);
    for (const char* const part : {"", ".keys"}) {
      const auto from = fs::path(CASUS_SOURCE_DIR) / "tests/store/golden" / (std::string("format_1.db") + part);
      fs::copy_file(from, path + part, fs::copy_options::overwrite_existing);
      REQUIRE(::chmod((path + part).c_str(), 0600) == 0);
    }
  }
  std::int64_t format() const { return Database(path).number("PRAGMA user_version"); }
};

/// Everything that can be read, so that two stores can be held beside each other.
std::map<std::string, Texts> contents(Store& store) {
  std::map<std::string, Texts> all;
  for (const auto& name : store.streams("")) {
    auto& lines = all[name];
    for (const auto& event : store.read(name)) {
      lines.push_back(event.type + " " + event.payload.value_or("(erased)"));
      for (const auto& secret : event.secrets) lines.push_back(secret.person + "=" + secret.text);
    }
  }
  for (const auto& row : store.list({})) all["line of " + row.stream] = {row.summary, row.step, row.method};
  return all;
}

}  // namespace

TEST_CASE("a store of format 1 is brought to format 2 when it is opened, and says the same", "[store]") {
  const Old old;
  REQUIRE(old.format() == 1);
  std::map<std::string, Texts> first;
  {
    auto store = open_sqlite({old.path, false});
    first = contents(*store);
    CHECK(store->info().schema == 2);
    CHECK(findings(*store) == Texts{});
    const auto proof = store->verify();
    CHECK(proof.streams == 9);
    CHECK(proof.events == 26);
    CHECK(proof.erased_streams == 1);
    CHECK(proof.finished.empty());
    CHECK(store->info().commands == 24);
  }
  CHECK(first.at("line of case/a")[0] == R"({"title":"T"})");
  CHECK(first.at("line of case/b")[0].empty());
  CHECK(first.at("case/b") == Texts{"CaseOpened (erased)", "ParticipantAdded (erased)", "ParticipantAdded (erased)",
                                    "QuestionAsked (erased)", "StepEntered (erased)", "CaseErased (erased)"});
  int names = 0;
  for (const auto& text : first.at("case/a")) {
    names += text.find("Jolanda") != std::string::npos ? 1 : 0;
    CHECK(text.find("Gerrit") == std::string::npos);
  }
  CHECK(names == 1);
  auto again = open_sqlite({old.path, false});
  CHECK(contents(*again) == first);
  for (const auto& stored : again->read("case/a")) CHECK_NOTHROW(decode(stored));
}

TEST_CASE("a migrated store takes new events, and its old ones can be destroyed and erased", "[store]") {
  const Old old;
  auto store = open_sqlite({old.path, false});
  const auto head = store->head("case/a");
  put(*store, "case/a", head, "new", {event("nieuw", {{"p1", "Noor"}})});
  store->destroy_event("case/a", 4);
  const auto texts = payloads(*store, "case/a");
  CHECK(texts[3] == "(erased)");
  CHECK(texts[4] != "(erased)");
  CHECK(texts.back() == "nieuw");
  store->erase_keys("case/c");
  CHECK(payloads(*store, "case/c") == Texts(5, "(erased)"));
  CHECK(findings(*store) == Texts{});
}

TEST_CASE("a command that format 1 did is known after the migration", "[store]") {
  const Old old;
  // The id of a command is kept as a digest: this one was done by the program of then.
  std::int64_t before = 0;
  {
    Database db(old.path);
    before = db.number("SELECT count(DISTINCT substr(mark, 1, 8)) FROM commands");
  }
  auto store = open_sqlite({old.path, false});
  CHECK(store->info().commands == before);
}

TEST_CASE("what was tampered with in format 1 is still found after the migration", "[store]") {
  const Old old;
  {
    Database db(old.path);
    db.run(
        "UPDATE events SET at = at + 60 WHERE version = 3 AND stream = (SELECT id FROM streams WHERE name = 'case/a');"
        "DELETE FROM events WHERE version = 5 AND stream = (SELECT id FROM streams WHERE name = 'case/c')");
  }
  auto store = open_sqlite({old.path, false});
  const auto found = findings(*store);
  REQUIRE(found.size() == 2);
  CHECK(found[0] == "case/a 3: digest does not match: the event was changed, moved or put in another's place");
  CHECK(found[1] == "case/c 5: event is missing");
  CHECK_FALSE(fault_of([&] { store->read("case/a"); }).empty());
}

TEST_CASE("a stream whose key is not there waits for it, and the others go on", "[store]") {
  const Old old;
  fs::copy_file(old.keys, old.folder / "whole.keys");
  Database(old.keys).run("DELETE FROM keys WHERE stream = 'case/a'");
  {
    auto store = open_sqlite({old.path, false});
    CHECK(store->read("case/c").size() == 5);
    CHECK_THAT(fault_of([&] { store->read("case/a"); }), Catch::Contains("it is older than the store"));
    for (const auto& row : store->list({})) CHECK(row.locked == (row.stream == "case/a"));
  }
  fs::copy_file(old.folder / "whole.keys", old.keys, fs::copy_options::overwrite_existing);
  auto store = open_sqlite({old.path, false});
  CHECK(store->read("case/a").size() == 9);
  CHECK(findings(*store) == Texts{});
}

TEST_CASE("a copy of format 1 is refused when something of it was destroyed since", "[store]") {
  const Old old;
  {
    auto store = open_sqlite({old.path, false});
    store->destroy_event("case/a", 4);
  }
  fs::copy_file(fs::path(CASUS_SOURCE_DIR) / "tests/store/golden/format_1.db", old.path,
                fs::copy_options::overwrite_existing);
  fs::permissions(old.path, fs::perms::owner_read | fs::perms::owner_write);
  CHECK_THAT(fault_of([&] {
               open_sqlite({old.path, false});
             }),
             Catch::Contains("is of format 1, and something in its stream 'case/a' was destroyed since"));
  CHECK(old.format() == 1);
}

TEST_CASE("killed at 400 moments of the migration, a store is of format 1 or 2, whole", "[store][kills]") {
  const Old old(test::in_memory());
  std::map<std::string, Texts> right;
  {
    auto store = open_sqlite({old.path, false});
    right = contents(*store);
  }
  Killer killer(11);
  std::map<std::int64_t, int> seen;
  for (int round = 0; round < 400; ++round) {
    old.put_back();
    killer.kill_during([&] { open_sqlite({old.path, false}); });
    ++seen[old.format()];
    auto store = open_sqlite({old.path, false});
    REQUIRE(contents(*store) == right);
    REQUIRE(findings(*store) == Texts{});
  }
  CHECK(seen.size() == 2);
  CHECK(std::min(seen[1], seen[2]) >= 20);  // it was killed in the middle, not before or after
}
