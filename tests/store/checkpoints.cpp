// SPDX-License-Identifier: EUPL-1.2
// What the chain of one stream cannot show: a stream that is gone, a tail that is gone with its end, an older file.
#include "core/store/checkpoint.hpp"
#include "core/store/files/files.hpp"
#include "core/store/sqlite/database.hpp"
#include "core/store/sqlite/vault_seal.hpp"
#include "tests/store/stores.hpp"

#include <set>

using namespace casus;
using namespace casus::store;

namespace {

namespace fs = std::filesystem;

struct Checked {
  test::TempDir folder;
  std::string path = (folder / "casus.db").string();
  std::string code;

  Checked() {
    auto store = open_sqlite({path, true});
    for (int i = 0; i < 4; ++i) put(*store, "case/1", i, "c" + std::to_string(i), {event("tekst")});
    put(*store, "case/2", 0, "d", {event("een"), event("twee")});
    put(*store, "access/1", 0, "e", {event("Noor keek")});
    keep("before");
    put(*store, "case/1", 4, "c5", {event("tekst")});
    code = checkpoint_code(store->checkpoint(moment(100)));
    CHECK(findings(*store) == Texts{});
    store.reset();
    keep("then");
  }

  void keep(const std::string& name) const {
    Database(path).run("PRAGMA wal_checkpoint(TRUNCATE)");
    fs::copy_file(path, folder / (name + ".db"));
    fs::copy_file(path + ".keys", folder / (name + ".keys"));
  }
  void bring(const std::string& from, const std::string& to) const {
    fs::copy_file(folder / from, to, fs::copy_options::overwrite_existing);
  }
  void sql(const std::string& text) const { Database(path).run(text.c_str()); }
  Texts found() const { return findings(*open_sqlite({path, false})); }
};

}  // namespace

TEST_CASE("a checkpoint is made when something was written, and is due once a day", "[store]") {
  Subject store(each_store());
  CHECK_FALSE(store->checkpoint_due(moment(0)));
  put(*store, "case/1", 0, "c1", {event("een")});
  CHECK(store->checkpoint_due(moment(0)));
  const auto first = store->checkpoint(moment(0));
  CHECK(first.id == 1);
  CHECK(first.streams == 1);
  CHECK(store->checkpoint(moment(5)) == first);
  put(*store, "case/2", 0, "c2", {event("twee")});
  CHECK_FALSE(store->checkpoint_due(moment(60)));
  CHECK(store->checkpoint_due(moment(24 * 3600)));
  auto proof = store->verify();
  CHECK(proof.code == checkpoint_code(first));
  CHECK(proof.checked_at == moment(0));
  CHECK(proof.younger_events == 1);
  const auto second = store->checkpoint(moment(24 * 3600));
  CHECK(second.id == 2);
  CHECK(second.streams == 2);
  proof = store->verify();
  CHECK(proof.younger_events == 0);
  CHECK(findings(*store) == Texts{});
  CHECK_FALSE(fault_of([&] { store->together([&] { store->checkpoint(moment(0)); }); }).empty());
}

TEST_CASE("the code of a checkpoint can be typed from paper", "[store]") {
  Checkpoint it;
  for (std::size_t i = 0; i < it.mark.size(); ++i) it.mark[i] = static_cast<unsigned char>(i * 37 + 11);
  const auto code = checkpoint_code(it);
  CHECK(code.size() == 19);
  CHECK(code_from(code) == code);
  std::string typed;
  for (const char sign : code)
    if (sign != '-') typed += sign == '0' ? 'o' : sign == '1' ? 'l' : static_cast<char>(std::tolower(sign));
  CHECK(code_from(typed) == code);
  CHECK(code_from(code.substr(1)).empty());
  CHECK(code_from("hallo").empty());
  CHECK(code_from(code + "7").empty());
  std::set<std::string> codes;
  for (int i = 0; i < 100; ++i) {
    it.mark[0] = static_cast<unsigned char>(i);
    codes.insert(checkpoint_code(it));
  }
  CHECK(codes.size() == 100);
}

TEST_CASE("a stream that was taken away with all that belongs to it is found and named", "[store]") {
  const Checked checked;
  checked.sql(
      "DELETE FROM commands WHERE stream = (SELECT id FROM streams WHERE name = 'access/1');"
      "DELETE FROM events WHERE stream = (SELECT id FROM streams WHERE name = 'access/1');"
      "DELETE FROM streams WHERE name = 'access/1'");
  CHECK(checked.found() == Texts{"access/1 0: the whole stream was taken away: the last checkpoint has 1 event"});
}

TEST_CASE("a tail that is gone with its end, by the rows of before, is found", "[store]") {
  const Checked checked;
  checked.sql("ATTACH '" + (checked.folder / "before.db").string() +
              "' AS old;"
              "DELETE FROM commands WHERE stream = 1; DELETE FROM events WHERE stream = 1;"
              "INSERT INTO events SELECT * FROM old.events WHERE stream = 1;"
              "UPDATE streams SET (head, digest, mark) = (SELECT head, digest, mark FROM old.streams WHERE id = 1) "
              "WHERE id = 1");
  CHECK(checked.found() == Texts{"case/1 0: what its commands were answered with was changed, or some of it is gone",
                                 "case/1 5: its tail was cut off: the last checkpoint has 5 events"});
}

TEST_CASE("an older database with the keys of today is found", "[store]") {
  const Checked checked;
  checked.bring("before.db", checked.path);
  const auto found = checked.found();
  REQUIRE(found.size() == 2);
  CHECK(found[0] == " 1: the database is older than its keys: checkpoint 1 is not in it");
  CHECK(found[1] == "case/1 5: its tail was cut off: the last checkpoint has 5 events");
}

TEST_CASE("an older database is found when a checkpoint was made in between, and not before", "[store]") {
  const Checked checked;
  const auto write_on = [&](const char* command, bool anchors) {
    auto store = open_sqlite({checked.path, false});
    put(*store, "case/1", store->head("case/1"), command, {event("tekst")});
    if (anchors) store->checkpoint(moment(200));
  };
  write_on("c6", false);
  checked.bring("then.db", checked.path);
  CHECK(checked.found() == Texts{});
  write_on("c7", true);
  checked.bring("then.db", checked.path);
  CHECK(checked.found() == Texts{" 2: the database is older than its keys: checkpoint 2 is not in it",
                                 "case/1 6: its tail was cut off: the last checkpoint has 6 events"});
}

TEST_CASE("nothing is written in a database that is older than its keys, until it is put back on purpose", "[store]") {
  const Checked checked;
  checked.bring("before.db", checked.path);
  {
    auto store = open_sqlite({checked.path, false});
    CHECK_THAT(fault_of([&] { put(*store, "case/9", 0, "z1", {event("nieuw")}); }),
               Catch::Contains("is older than its keys (checkpoint 1 is not in it)"));
    CHECK(payloads(*store, "case/9").empty());
    store->accept_backup(moment(500));
    put(*store, "case/9", 0, "z1", {event("nieuw")});
  }
  auto store = open_sqlite({checked.path, false});
  put(*store, "case/9", 1, "z2", {event("en verder")});
  CHECK(payloads(*store, "case/9") == Texts{"nieuw", "en verder"});
}

TEST_CASE("an older key file with the database of today is found", "[store]") {
  const Checked checked;
  {
    auto store = open_sqlite({checked.path, false});
    put(*store, "case/2", 2, "d2", {event("drie")});
    store->checkpoint(moment(200));
  }
  checked.bring("before.keys", checked.path + ".keys");
  CHECK(checked.found() == Texts{" 2: the key file is older than its database: checkpoint 2 is not in it"});
  // It counts when somebody says so.
  {
    auto store = open_sqlite({checked.path, false});
    CHECK(store->accept_keys("access/", moment(300)).older);
    put(*store, "case/2", 3, "d3", {event("vier")});
    store->checkpoint(moment(300));
  }
  CHECK(checked.found() == Texts{});
}

TEST_CASE("a checkpoint that was changed in either file is found", "[store]") {
  const Checked checked;
  checked.sql("UPDATE checkpoints SET streams = 2");
  CHECK(checked.found() == Texts{" 1: checkpoint 1 in the database was changed",
                                 " 1: checkpoint 1 is not the same in database and vault"});
  checked.bring("then.db", checked.path);
  Database(checked.path + ".keys").run("UPDATE checkpoints SET at = at + 60");
  CHECK(checked.found() == Texts{" 0: the key file was changed by something else than this program",
                                 " 1: checkpoint 1 in the vault was changed",
                                 " 1: checkpoint 1 is not the same in database and vault"});
}

TEST_CASE("a case that is taken away with every checkpoint in both files is found", "[store]") {
  const Checked checked;
  checked.sql(
      "DELETE FROM checkpoints;"
      "DELETE FROM commands WHERE stream = (SELECT id FROM streams WHERE name = 'case/2');"
      "DELETE FROM events WHERE stream = (SELECT id FROM streams WHERE name = 'case/2');"
      "DELETE FROM streams WHERE name = 'case/2'");
  Database(checked.path + ".keys").run("DELETE FROM checkpoints; DELETE FROM ends");
  const Texts changed{" 0: the key file was changed by something else than this program"};
  auto store = open_sqlite({checked.path, false});
  CHECK(findings(*store) == changed);
  CHECK(store->verify().keys_alone == Texts{"case/2"});
  // Nor does a new checkpoint hide it, or giving the seal out for one of before, which knew no checkpoints.
  put(*store, "case/4", 0, "g", {event("daarna")});
  store->checkpoint(moment(500));
  CHECK(findings(*store) == changed);
  store.reset();
  Database(checked.path + ".keys").run("UPDATE meta SET value = substr(value, 3) WHERE name = 'seal'");
  CHECK(checked.found() == changed);
}

TEST_CASE("an older database is found, also when every checkpoint is taken out of both files", "[store]") {
  const Checked checked;
  checked.bring("before.db", checked.path);
  Database(checked.path + ".keys").run("DELETE FROM checkpoints; DELETE FROM ends");
  CHECK(checked.found() == Texts{" 0: the key file was changed by something else than this program"});
}

TEST_CASE("a key file whose seal knew no checkpoints gets one over all tables, once", "[store]") {
  const Checked checked;
  const auto keys = checked.path + ".keys";
  const auto seal = [&] {
    Database db(keys);
    Statement select(db, "SELECT value FROM meta WHERE name = 'seal'");
    Rows rows = select.rows();
    return rows.next() ? std::string(rows.bytes(0)) : std::string();
  };
  {
    // What such a seal is the sum of: all rows but those of checkpoints.
    Database db(keys);
    Statement select(db, "SELECT stream, key FROM keys");
    std::vector<std::pair<std::string, std::string>> rows;
    for (Rows all = select.rows(); all.next();) rows.emplace_back(all.bytes(0), all.bytes(1));
    const auto store_key = std::ranges::find(rows, "", &std::pair<std::string, std::string>::first);
    REQUIRE(store_key != rows.end());
    const StoreKeys store_keys(*Key::from(store_key->second));
    Digest sum{};
    for (const auto& [stream, key] : rows) add_to(sum, key_row_digest(store_keys, {stream, "", key}));
    Statement(db, "UPDATE meta SET value = ?1 WHERE name = 'seal'").run(std::string_view(hex_of(sum)));
  }
  const auto before = seal();
  CHECK(checked.found() == Texts{});
  const auto wide = seal();
  CHECK(wide != before);
  CHECK(checked.found() == Texts{});
  CHECK(seal() == wide);
  Database(keys).run("DELETE FROM ends");
  CHECK(checked.found().front() == " 0: the key file was changed by something else than this program");
}

TEST_CASE("a stream that was taken away before a checkpoint knew of it leaves its key, and that is said", "[store]") {
  const Checked checked;
  { put(*open_sqlite({checked.path, false}), "case/9", 0, "h", {event("jong")}); }
  CHECK(open_sqlite({checked.path, false})->verify().keys_alone.empty());
  checked.sql(
      "DELETE FROM commands WHERE stream = (SELECT id FROM streams WHERE name = 'case/9');"
      "DELETE FROM events WHERE stream = (SELECT id FROM streams WHERE name = 'case/9');"
      "DELETE FROM streams WHERE name = 'case/9'");
  auto store = open_sqlite({checked.path, false});
  CHECK(findings(*store) == Texts{});
  CHECK(store->verify().keys_alone == Texts{"case/9"});
}

TEST_CASE("what was added to the tables of the database is found", "[store]") {
  const Checked checked;
  checked.sql("CREATE TRIGGER quiet AFTER INSERT ON events BEGIN SELECT 1; END");
  CHECK(checked.found() == Texts{" 0: the database has a trigger quiet that does not belong there"});
  checked.sql("DROP TRIGGER quiet; CREATE VIEW all_events AS SELECT * FROM events; DROP INDEX case_by_due");
  CHECK(checked.found() == Texts{" 0: the database has a view all_events that does not belong there",
                                 " 0: the index case_by_due of the database is missing"});
}

TEST_CASE("a store is proved against the code that was kept on paper", "[store]") {
  Subject store(each_store());
  put(*store, "case/1", 0, "c1", {event("een"), event("twee")});
  const auto first = checkpoint_code(store->checkpoint(moment(0)));
  put(*store, "case/1", 2, "c2", {event("drie")});
  put(*store, "case/0", 0, "c3", {event("een")});
  store->destroy_event("case/1", 2);
  const auto second = checkpoint_code(store->checkpoint(moment(9)));
  put(*store, "case/0", 1, "c4", {event("twee")});
  CHECK(first != second);
  CHECK(store->verify_against(first).empty());
  CHECK(store->verify_against(second).empty());
  const auto none = store->verify_against("0000-0000-0000-0000");
  REQUIRE(none.size() == 1);
  CHECK(none[0].said.in(Lang::en) == "no checkpoint has the code 0000-0000-0000-0000: this store is older, or another");
}

TEST_CASE("both files put back to before it are found by the code on paper", "[store]") {
  const Checked checked;
  checked.bring("before.db", checked.path);
  checked.bring("before.keys", checked.path + ".keys");
  auto store = open_sqlite({checked.path, false});
  CHECK(findings(*store) == Texts{});
  CHECK(store->verify_against(checked.code).size() == 1);
  store.reset();
  checked.bring("then.db", checked.path);
  checked.bring("then.keys", checked.path + ".keys");
  CHECK(open_sqlite({checked.path, false})->verify_against(checked.code).empty());
}

TEST_CASE("no daily checkpoint hides that a file is older than the other", "[store]") {
  const Checked checked;
  checked.bring("before.db", checked.path);
  auto store = open_sqlite({checked.path, false});
  CHECK_FALSE(store->checkpoint_due(moment(30 * 24 * 3600)));
}

TEST_CASE("a backup of a store in use is whole, and can be put back", "[store]") {
  const Checked checked;
  const auto copy = (checked.folder / "copy.db").string();
  {
    auto store = open_sqlite({checked.path, false});
    auto other = open_sqlite({checked.path, false});
    put(*other, "case/3", 0, "f1", {event("net gezegd", {{"p1", "Anna"}})});
    store->backup(copy, moment(200));
    put(*other, "case/3", 1, "f2", {event("daarna")});
    store->destroy_event("case/1", 2);
    CHECK_FALSE(fault_of([&] { store->backup(copy, moment(300)); }).empty());
    CHECK_FALSE(fault_of([&] { store->backup(checked.path, moment(300)); }).empty());
    CHECK(findings(*store) == Texts{});
  }
  CHECK_FALSE(fs::exists(copy + ".casus-part"));
  fs::remove(checked.path);
  restore_copy(copy, checked.path, checked.path + ".keys");
  auto store = open_sqlite({checked.path, false});
  CHECK_FALSE(findings(*store).empty());  // older than its keys, until somebody says that this is meant
  store->accept_backup(moment(500));
  CHECK(findings(*store) == Texts{});
  CHECK(payloads(*store, "case/3") == Texts{"net gezegd"});
  CHECK(payloads(*store, "case/1") == Texts{"tekst", "(erased)", "tekst", "tekst", "tekst"});
  put(*store, "case/3", 1, "f3", {event("verder")});
  store->checkpoint(moment(400));
  CHECK(findings(*store) == Texts{});
}

TEST_CASE("a backup is put back beside its keys only, and never over a store", "[store]") {
  const Checked checked;
  const auto copy = (checked.folder / "copy.db").string();
  { open_sqlite({checked.path, false})->backup(copy, moment(200)); }
  const auto before = test::content_of(checked.path);
  CHECK_FALSE(fault_of([&] { restore_copy(copy, checked.path, checked.path + ".keys"); }).empty());
  CHECK(test::content_of(checked.path) == before);
  CHECK_THAT(fault_of([&] {
               restore_copy(copy, (checked.folder / "new.db").string(), (checked.folder / "new.db.keys").string());
             }),
             Catch::Contains("put it back first"));
}

TEST_CASE("hexadecimal is written in small letters, and what is none is no digest", "[store]") {
  const std::string bytes("\x00\x0f\xa0\xff", 4);
  CHECK(hex_of(bytes) == "000fa0ff");
  CHECK(hex_of("") == "");
  CHECK(bytes_of_hex("000fA0FF") == bytes);
  CHECK(bytes_of_hex("000fzz") == bytes.substr(0, 2));
  for (const auto* none : {"", "z", "0", "000"}) CHECK(bytes_of_hex(none) == "");
  Digest digest{};
  digest.back() = 0xab;
  const auto hex = hex_of(digest);
  CHECK(hex.ends_with("00ab"));
  CHECK(digest_from_hex(hex) == digest);
  for (const auto& none : {std::string(), hex.substr(1), hex.substr(2), hex + "00", 'z' + hex.substr(1), "zz" + hex})
    CHECK_FALSE(digest_from_hex(none));
}
