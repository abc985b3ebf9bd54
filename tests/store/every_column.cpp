// SPDX-License-Identifier: EUPL-1.2
// Whatever is changed, taken out or added by SQL, in either file, in whatever table and column: it is found. The lines
// of the index are compared with the events by the service (tests/service/service_index.cpp).
#include "core/store/checkpoint.hpp"
#include "core/store/sqlite/database.hpp"
#include "tests/store/stores.hpp"

#include <set>

using namespace casus;
using namespace casus::store;

namespace {

namespace fs = std::filesystem;

/// A store with a row in every table, and copies of its files.
struct Whole {
  test::TempDir folder;
  std::string path = (folder / "casus.db").string();

  Whole() {
    {
      auto store = open_sqlite({path, true});
      const auto row = line("case/1", "kort");
      put(*store, "case/1", 0, "c1", {event("een", {{"p1", "Anna"}}), event("twee"), event("drie")}, &row);
      put(*store, "case/2", 0, "c2", {{"GoalSet", 1, moment(0), "vier", {{"p1", "Bram"}}}});
      put(*store, "case/3", 0, "c3", {event("vijf")});
      put(*store, "case/1", 3, "c4", {event("zes")});
      store->destroy_event("case/1", 2, Husk{1, "{}"});
      store->erase_person("case/2", "p1");
      store->erase_keys("case/3");
      store->put_index(row);
      store->checkpoint(moment(50));
      put(*store, "case/1", 4, "c5", {event("zeven")});
      store->checkpoint(moment(100));
      CHECK(findings(*store) == Texts{});
    }
    Database(path).run("PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE");
    fs::copy_file(path, folder / "then.db");
    fs::copy_file(path + ".keys", folder / "then.keys");
  }

  void as_it_was() const {
    for (const auto* end : {"-wal", "-shm", "-journal"}) fs::remove(path + end);
    fs::copy_file(folder / "then.db", path, fs::copy_options::overwrite_existing);
    fs::copy_file(folder / "then.keys", path + ".keys", fs::copy_options::overwrite_existing);
  }

  /// Whether somebody is told: refused at opening, or found by verify.
  bool is_told() const {
    try {
      return !findings(*open_sqlite({path, false})).empty();
    } catch (const Fault&) {
      return true;
    }
  }
};

Texts column(Database& db, const std::string& sql) {
  Texts all;
  Statement select(db, sql);
  for (Rows rows = select.rows(); rows.next();) all.emplace_back(rows.bytes(0));
  return all;
}

Texts tables_in(Database& db) {
  return column(db, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name");
}

Texts columns_of(Database& db, const std::string& table) {
  return column(db, "SELECT name FROM pragma_table_info('" + table + "') ORDER BY cid");
}

std::string quoted(const std::string& name) { return '"' + name + '"'; }

/// Another value of the same type.
std::string another(const std::string& column) {
  const auto name = quoted(column);
  return "CASE typeof(" + name + ") WHEN 'integer' THEN " + name + " + 1000 WHEN 'text' THEN " + name +
         " || 'x' ELSE CAST(" + name + " || 'x' AS BLOB) END";
}

/// What may be changed and is not told, with the reason.
const std::set<std::string>& harmless() {
  static const std::set<std::string> all{
      // It says that the key file has its seal, and the seal is there.
      "casus.db: meta: keys_sealed changed",
      "casus.db: meta: keys_sealed taken out",
  };
  return all;
}

struct Change {
  std::string name;
  std::string sql;
};

std::vector<Change> changes_of(const std::string& file, const std::string& path) {
  std::vector<Change> all;
  Database db(path);
  for (const auto& table : tables_in(db)) {
    const auto place = file + ": " + table + ": ";
    const auto columns = columns_of(db, table);
    const auto first = quoted(columns.front());
    for (const auto& name : columns) {
      if (table == "meta" && name == "value") continue;  // each of them below
      if (table == "case_index" && name != "due" && name != "stream" && name != "summary") continue;
      const auto it = quoted(name);
      all.push_back({place + name + " changed", "UPDATE " + quoted(table) + " SET " + it + " = " + another(name) +
                                                    " WHERE " + it + " IS (SELECT max(" + it + ") FROM " +
                                                    quoted(table) + ")"});
    }
    for (const std::string which : {"min", "max"})
      if (table != "case_index" && table != "meta")
        all.push_back({place + (which == "min" ? "the first" : "the last") + " row taken out",
                       "DELETE FROM " + quoted(table) + " WHERE " + first + " IS (SELECT " + which + "(" + first +
                           ") FROM " + quoted(table) + ")"});
    if (table == "meta")
      for (const auto& name : column(db, "SELECT name FROM meta")) {
        all.push_back({place + name + " changed", "UPDATE meta SET value = value || 'x' WHERE name = '" + name + "'"});
        all.push_back({place + name + " taken out", "DELETE FROM meta WHERE name = '" + name + "'"});
      }
    std::string rest;
    for (std::size_t i = 1; i < columns.size(); ++i) rest += ", " + quoted(columns[i]);
    all.push_back({place + "a row added", "INSERT INTO " + quoted(table) + " SELECT " + another(columns.front()) +
                                              rest + " FROM " + quoted(table) + " LIMIT 1"});
  }
  return all;
}

}  // namespace

TEST_CASE("whatever is changed, taken out or added in either file is told", "[store][every_column]") {
  const Whole whole;
  CHECK_FALSE(whole.is_told());
  int tried = 0;
  for (const std::string file : {"casus.db", "casus.db.keys"}) {
    const auto path = (whole.folder / file).string();
    whole.as_it_was();
    for (const auto& [name, sql] : changes_of(file, path)) {
      INFO(name << "\n" << sql);
      whole.as_it_was();
      {
        Database db(path);
        db.run("PRAGMA foreign_keys = OFF");
        const auto before = db.number("SELECT total_changes()");
        try {
          db.run(sql.c_str());
        } catch (const Fault&) {
          continue;  // the tables themselves do not take it
        }
        if (db.number("SELECT total_changes()") == before) continue;  // nothing in it, as in `waiting`
      }
      ++tried;
      CHECK(whole.is_told() != harmless().contains(name));
    }
  }
  CHECK(tried > 80);
}

TEST_CASE("what is added to the tables of either file is named, and nothing is written while it is there", "[store]") {
  const Whole whole;
  const std::vector<std::pair<std::string, std::string>> added{
      {"CREATE TABLE stash(s); CREATE TRIGGER keep BEFORE UPDATE ON keys BEGIN INSERT INTO stash VALUES(old.key); END",
       "key file has a table stash"},
      {"CREATE VIEW all_keys AS SELECT * FROM keys", "key file has a view all_keys"}};
  for (const auto& [sql, told] : added) {
    whole.as_it_was();
    Database(whole.path + ".keys").run(sql.c_str());
    auto store = open_sqlite({whole.path, false});
    const auto found = findings(*store);
    REQUIRE_FALSE(found.empty());
    CHECK_THAT(found.front(), Catch::Contains(told));
    CHECK_THAT(fault_of([&] { put(*store, "case/1", 5, "x", {event("x")}); }), Catch::Contains(told));
    CHECK(payloads(*store, "case/1").size() == 5);
  }
  whole.as_it_was();
  Database(whole.path).run("CREATE TRIGGER quiet AFTER INSERT ON events BEGIN SELECT 1; END");
  auto store = open_sqlite({whole.path, false});
  CHECK_THAT(fault_of([&] { put(*store, "case/1", 5, "x", {event("x")}); }), Catch::Contains("trigger quiet"));
}

TEST_CASE("a trigger in the key file does nothing, also when somebody erases", "[store]") {
  const Whole whole;
  auto store = open_sqlite({whole.path, false});
  {
    // Put there by somebody while the program is at work, so that no opening has seen it.
    Database keys(whole.path + ".keys");
    keys.run(
        "CREATE TABLE stash(s, k); CREATE TRIGGER keep BEFORE UPDATE ON keys BEGIN INSERT INTO stash "
        "VALUES(old.stream, old.key); END");
  }
  store->erase_keys("case/1");
  CHECK(payloads(*store, "case/1") == Texts(5, "(erased)"));
  CHECK(Database(whole.path + ".keys").number("SELECT count(*) FROM stash") == 0);
  CHECK_FALSE(findings(*store).empty());
}

TEST_CASE("a key that was taken out of the key file is no erasure", "[store]") {
  const Whole whole;
  Database(whole.path + ".keys").run("UPDATE keys SET key = NULL WHERE stream = 'case/1' AND person = ''");
  auto store = open_sqlite({whole.path, false});
  const auto found = store->verify();
  CHECK(found.erased_streams == 1);  // case/3, which was
  const auto texts = findings(*store);
  CHECK(std::ranges::find(texts, "case/1 0: its key was taken out of '" + whole.path +
                                     ".keys', and nothing says that it was erased") != texts.end());
  CHECK_THROWS_AS(store->read("case/1"), KeyMissing);
  CHECK_FALSE(fault_of([&] { put(*store, "case/1", 5, "x", {event("x")}); }).empty());
  CHECK(payloads(*store, "case/3") == Texts{"(erased)"});
}

TEST_CASE("a command whose receipt was taken away stays to be seen, also when the stream goes on", "[store]") {
  const Whole whole;
  Database(whole.path)
      .run("DELETE FROM commands WHERE first = 1 AND stream = (SELECT id FROM streams WHERE name = 'case/1')");
  const auto gone = "case/1 0: what its commands were answered with was changed, or some of it is gone";
  {
    auto store = open_sqlite({whole.path, false});
    CHECK(findings(*store) == Texts{gone});
    put(*store, "case/1", 5, "c9", {event("acht")});
    CHECK(findings(*store) == Texts{gone});
  }
  // Nor does it help to take the mark away with it.
  Database(whole.path).run("UPDATE streams SET mark = zeroblob(32) WHERE name = 'case/1'");
  auto store = open_sqlite({whole.path, false});
  put(*store, "case/1", 6, "c10", {event("negen")});
  CHECK(findings(*store) == Texts{"case/1 7: the recorded end of the stream does not match its last event"});
}
