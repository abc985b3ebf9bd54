// SPDX-License-Identifier: EUPL-1.2
// What somebody changes behind the program's back is found, at the event where it was done.
#include "core/store/sqlite/database.hpp"
#include "tests/store/stores.hpp"

#include <algorithm>

using namespace casus;
using namespace casus::store;

namespace {

struct Victim {
  test::TempDir folder;
  std::string path = (folder / "casus.db").string();

  Victim() {
    auto store = open_sqlite({path, true});
    const auto row = line("case/1", "kort");
    for (int i = 0; i < 6; ++i)
      put(*store, "case/1", i, "c" + std::to_string(i), {event("tekst " + std::to_string(i + 1), {{"p1", "Anna"}})},
          &row);
    put(*store, "case/2", 0, "d", {event("een"), {"GoalSet", 1, moment(0), "twee", {}}, event("drie")});
    CHECK(findings(*store) == Texts{});
  }

  void sql(const std::string& text) { Database(path).run(text.c_str()); }

  /// Flips one bit of a blob of event `number` of case/1.
  void flip(const std::string& column, int number, std::size_t byte) {
    Database db(path);
    std::string blob;
    {
      Statement select(db, "SELECT " + column + " FROM events WHERE stream = 1 AND version = ?1");
      Rows rows = select.rows(number);
      REQUIRE(rows.next());
      blob = rows.bytes(0);
    }
    REQUIRE(byte < blob.size());
    blob[byte] = static_cast<char>(blob[byte] ^ 0x10);
    Statement(db, "UPDATE events SET " + column + " = ?2 WHERE stream = 1 AND version = ?1").run(number, Blob{blob});
  }

  Texts found() { return findings(*open_sqlite({path, false})); }
  std::string read_fault() {
    auto store = open_sqlite({path, false});
    return fault_of([&] { store->read("case/1"); });
  }
};

const std::string kChanged = ": digest does not match: the event was changed, moved or put in another's place";

}  // namespace

TEST_CASE("a flipped bit in a sealed payload is found, and is not read", "[store]") {
  for (const std::size_t byte : {0U, 23U, 24U, 60U}) {
    Victim victim;
    victim.flip("sealed", 3, byte);
    CHECK(victim.found() == Texts{"case/1 3" + kChanged});
    CHECK(victim.read_fault() == "store file '" + victim.path +
                                     "': event 3 of stream 'case/1' is damaged: its payload does not open; run 'store "
                                     "verify' and restore a backup");
  }
}

TEST_CASE("a flipped bit in a digest is found at its event only", "[store]") {
  for (const int number : {1, 4}) {
    Victim victim;
    victim.flip("digest", number, 31);
    CHECK(victim.found() == Texts{"case/1 " + std::to_string(number) + kChanged});
  }
  Victim victim;
  victim.flip("digest", 6, 0);
  CHECK(victim.found() ==
        Texts{"case/1 6" + kChanged, "case/1 6: the recorded end of the stream does not match its last event"});
}

TEST_CASE("a changed type, version or moment is found", "[store]") {
  for (const std::string change : {"type = 2", "type_version = 2", "at = at + 60"}) {
    INFO(change);
    Victim victim;
    victim.sql("UPDATE events SET " + change + " WHERE stream = 1 AND version = 2");
    CHECK(victim.found() == Texts{"case/1 2" + kChanged});
  }
}

TEST_CASE("an event taken out of the middle is found", "[store]") {
  Victim victim;
  victim.sql("DELETE FROM events WHERE stream = 1 AND version IN (3, 4)");
  CHECK(victim.found() == Texts{"case/1 3: events 3 to 4 are missing"});
  CHECK_THAT(victim.read_fault(), Catch::Contains("event 3 of stream 'case/1' is missing"));
}

TEST_CASE("swapped payloads are found at both places", "[store]") {
  Victim victim;
  victim.sql(
      "CREATE TEMP TABLE kept AS SELECT version, sealed FROM events WHERE stream = 1;"
      "UPDATE events SET sealed = (SELECT sealed FROM kept WHERE version = 7 - events.version) "
      "WHERE stream = 1 AND version IN (2, 5)");
  CHECK(victim.found() == Texts{"case/1 2" + kChanged, "case/1 5" + kChanged});
}

TEST_CASE("whole events that change places are found", "[store]") {
  Victim victim;
  victim.sql(
      "UPDATE events SET version = 99 WHERE stream = 1 AND version = 2;"
      "UPDATE events SET version = 2 WHERE stream = 1 AND version = 3;"
      "UPDATE events SET version = 3 WHERE stream = 1 AND version = 99");
  const auto found = victim.found();
  REQUIRE(found.size() >= 2);
  CHECK(found[0] == "case/1 2" + kChanged);
  CHECK(found[1] == "case/1 3" + kChanged);
}

TEST_CASE("a tail that was cut off is found, also when the end of the stream was set back with it", "[store]") {
  Victim victim;
  victim.sql("DELETE FROM events WHERE stream = 1 AND version > 4");
  CHECK(victim.found() == Texts{"case/1 5: events 5 to 6 are missing"});
  CHECK_THAT(victim.read_fault(), Catch::Contains("event 5 of stream 'case/1' is missing"));
  victim.sql(
      "DELETE FROM commands WHERE stream = 1 AND last > 4;"
      "UPDATE streams SET head = 4, digest = (SELECT digest FROM events WHERE stream = 1 AND version = 4) WHERE id = "
      "1");
  CHECK(victim.found() == Texts{"case/1 4: the recorded end of the stream does not match its last event"});
}

TEST_CASE("an event added behind the end is found", "[store]") {
  Victim victim;
  victim.sql(
      "INSERT INTO events(stream, version, type, type_version, at, sealed, digest) "
      "SELECT 1, 7, type, type_version, at, sealed, digest FROM events WHERE stream = 1 AND version = 6");
  CHECK(victim.found() == Texts{"case/1 7" + kChanged, "case/1 7: the stream should end at event 6"});
}

TEST_CASE("a stream without its row, or without its name, is found", "[store]") {
  Victim victim;
  victim.sql("UPDATE streams SET name = 'case/9' WHERE id = 2");
  const auto renamed = victim.found();
  REQUIRE_FALSE(renamed.empty());
  CHECK(renamed[0] == "case/9 1" + kChanged);
  victim.sql("DELETE FROM streams WHERE id = 2");
  CHECK(victim.found() == Texts{"#2 1: 3 events of a stream that is not in the table of streams",
                                "#2 3: a command was answered with events that are not there"});
}

TEST_CASE("what somebody else writes on the list of what was erased destroys no key", "[store]") {
  for (const auto* what : {"'', 0", "'p1', 0", "'', 3"}) {
    CAPTURE(what);
    Victim victim;
    victim.sql(std::string("INSERT INTO erased(id, stream, person, number, mark) VALUES(1, 'case/1', ") + what +
               ", zeroblob(32))");
    const auto found = victim.found();
    CHECK(std::ranges::any_of(found, [](const auto& one) {
      return one.find("the list of what was erased was changed here") != std::string::npos;
    }));
    CHECK_FALSE(open_sqlite({victim.path, false})->unfinished().empty());
    victim.sql("DELETE FROM erased");
    CHECK(victim.found() == Texts{});
    const auto kept = open_sqlite({victim.path, false})->read("case/1");
    REQUIRE(kept.size() == 6);
    CHECK(kept[2].payload == "tekst 3");
    CHECK(kept[2].secrets.size() == 1);
  }
}

TEST_CASE("a lost type name, a wrong receipt and a damaged index line are found", "[store]") {
  Victim victim;
  victim.sql("UPDATE commands SET last = 60 WHERE stream = 1 AND first = 6");
  CHECK(victim.found() == Texts{"case/1 60: a command was answered with events that are not there",
                                "case/1 0: what its commands were answered with was changed, or some of it is gone"});
  victim.sql("UPDATE commands SET last = 6 WHERE stream = 1 AND first = 6");
  victim.sql("UPDATE case_index SET summary = zeroblob(60)");
  CHECK(victim.found() == Texts{"case/1 0: its line in the index does not open"});
  try {
    open_sqlite({victim.path, false})->list({});
    FAIL("a damaged line of the index was read");
  } catch (const Fault& fault) {
    CHECK(fault.way() == "store rebuild");
  }
  victim.sql("DELETE FROM case_index; DELETE FROM types WHERE name = 'GoalSet'");
  CHECK(victim.found() == Texts{"case/2 2: its event type is not in the table of types"});
}

TEST_CASE("a key that was lost is not taken for one that was erased", "[store]") {
  Victim victim;
  Database(victim.path + ".keys").run("DELETE FROM keys WHERE stream = 'case/1' AND person = ''");
  CHECK(victim.found() == Texts{" 0: the key file was changed by something else than this program",
                                "case/1 0: its key is not in '" + victim.path + ".keys', and was not erased"});
  CHECK_THAT(victim.read_fault(), Catch::Contains("it is older than the store; put the newest one back"));
  auto store = open_sqlite({victim.path, false});
  CHECK_FALSE(fault_of([&] { put(*store, "case/1", 6, "x", {event("x")}); }).empty());
  CHECK(payloads(*store, "case/2").size() == 3);
  CHECK(store->list({}).size() == 1);
}

TEST_CASE("another key in the place of the right one is found at every event", "[store]") {
  Victim victim;
  Database(victim.path + ".keys").run("UPDATE keys SET key = zeroblob(32) WHERE stream = 'case/1' AND person = 'p1'");
  const auto found = victim.found();
  REQUIRE(found.size() == 7);
  CHECK(found[6] == "case/1 6: the secret of person 'p1' does not open with their key");
}

TEST_CASE("damaged pages give findings or a clear fault, never silence", "[store]") {
  Victim victim;
  auto bytes = test::content_of(victim.path);
  const std::string whole = bytes;
  int told = 0, places = 0;
  for (std::size_t at = 4096; at + 512 < whole.size(); at += 4096) {
    bytes = whole;
    for (std::size_t i = at; i < at + 512; ++i) bytes[i] = static_cast<char>(bytes[i] ^ 0x5a);
    victim.folder.write("casus.db", bytes);
    ++places;
    try {
      told += findings(*open_sqlite({victim.path, false})).empty() ? 0 : 1;
    } catch (const Fault& fault) {
      CHECK_THAT(fault.what(), Catch::Contains(victim.path));
      ++told;
    }
  }
  CHECK(places >= 10);
  CHECK(told == places);
}
