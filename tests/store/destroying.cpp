// SPDX-License-Identifier: EUPL-1.2
// One sentence destroyed for good, the rest of the stream as it was.
#include "core/store/sqlite/database.hpp"
#include "tests/store/stores.hpp"

using namespace casus;
using namespace casus::store;

namespace {

void talk(Store& store) {
  const auto row = line("case/1", "titel met een BSN");
  put(store, "case/1", 0, "c1", {event("een"), event("BSN 123456782", {{"p1", "Anna"}}), event("drie")}, &row);
}

std::string all_bytes(const std::filesystem::path& folder) {
  std::string all;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) all += test::content_of(entry.path());
  return all;
}

}  // namespace

TEST_CASE("a destroyed event keeps its number, type and moment, and the others are read on", "[store]") {
  Subject store(each_store());
  talk(*store);
  store->destroy_event("case/1", 2);
  const auto events = store->read("case/1");
  REQUIRE(events.size() == 3);
  CHECK(payloads(*store, "case/1") == Texts{"een", "(erased)", "drie"});
  CHECK(events[1].type == "ContributionMade");
  CHECK(events[1].secrets.empty());
  put(*store, "case/1", 3, "c2", {event("vier", {{"p1", "Anna"}})});
  CHECK(payloads(*store, "case/1") == Texts{"een", "(erased)", "drie", "vier"});
  CHECK(store->read("case/1", 3)[0].secrets == std::vector<Secret>{{"p1", "Anna"}});
  const auto proof = store->verify();
  CHECK(findings(*store) == Texts{});
  CHECK(proof.destroyed_events == 1);
  CHECK(proof.erased_streams == 0);
  CHECK(store->unfinished().empty());
}

TEST_CASE("destroying an event empties the line in the index, and a later line is kept", "[store]") {
  Subject store(each_store());
  talk(*store);
  store->destroy_event("case/1", 2);
  REQUIRE(store->list({}).size() == 1);
  CHECK(store->list({})[0].summary.empty());
  CHECK_FALSE(store->list({})[0].locked);
  store->put_index(line("case/1", "titel"));
  CHECK(store->list({})[0].summary == "titel");
}

TEST_CASE("destroying what is not there, or again, changes nothing", "[store]") {
  Subject store(each_store());
  talk(*store);
  for (const std::int64_t number : {-1, 0, 4, 99}) store->destroy_event("case/1", number);
  store->destroy_event("case/none", 1);
  CHECK(payloads(*store, "case/1") == Texts{"een", "BSN 123456782", "drie"});
  store->destroy_event("case/1", 2);
  store->destroy_event("case/1", 2);
  store->erase_keys("case/1");
  store->destroy_event("case/1", 3);
  CHECK(payloads(*store, "case/1") == Texts{"(erased)", "(erased)", "(erased)"});
  CHECK(store->verify().destroyed_events == 0);
  CHECK(findings(*store) == Texts{});
}

TEST_CASE("destroying inside a group holds from there on, and not when the group is not kept", "[store]") {
  Subject store(each_store());
  talk(*store);
  const auto group = [&] {
    store->destroy_event("case/1", 2);
    CHECK(payloads(*store, "case/1") == Texts{"een", "(erased)", "drie"});
    throw std::runtime_error("no");
  };
  CHECK_THROWS_AS(store->together(group), std::runtime_error);
  CHECK(payloads(*store, "case/1") == Texts{"een", "BSN 123456782", "drie"});
  CHECK(store->list({})[0].summary == "titel met een BSN");
  store->together([&] {
    put(*store, "case/1", 3, "c2", {{"ContributionDestroyed", 1, moment(9), "{}", {}}});
    store->destroy_event("case/1", 2);
  });
  CHECK(payloads(*store, "case/1") == Texts{"een", "(erased)", "drie", "{}"});
  CHECK(findings(*store) == Texts{});
}

TEST_CASE("what is left of an event is read in its place from the group on that destroys it", "[store]") {
  Subject store(each_store());
  talk(*store);
  const auto left = [&] {
    const auto now = store->read("case/1")[1].left;
    return now ? now->payload : std::string("niets");
  };
  const auto lost = [&] {
    store->destroy_event("case/1", 2, Husk{1, "eerst"});
    CHECK(left() == "eerst");
    throw std::runtime_error("no");
  };
  CHECK_THROWS_AS(store->together(lost), std::runtime_error);
  CHECK(left() == "niets");
  store->together([&] {
    store->destroy_event("case/1", 2, Husk{1, "eerst"});
    store->destroy_event("case/1", 2, Husk{1, "later"});
    CHECK(left() == "later");
  });
  CHECK(left() == "later");
  store->destroy_event("case/1", 2, Husk{1, "nog later"});
  CHECK(left() == "nog later");
  store->destroy_event("case/1", 3);
  CHECK_FALSE(store->read("case/1")[2].left);
  CHECK(findings(*store) == Texts{});
}

TEST_CASE("an event destroyed by one program is not read from memory by another", "[store]") {
  test::TempDir folder;
  const std::string path = (folder / "casus.db").string();
  auto one = open_sqlite({path, true});
  auto two = open_sqlite({path, false});
  talk(*one);
  REQUIRE(payloads(*two, "case/1")[1] == "BSN 123456782");
  one->destroy_event("case/1", 2);
  CHECK(payloads(*two, "case/1") == Texts{"een", "(erased)", "drie"});
}

TEST_CASE("a destroyed event is in no byte of any file, nor to be read in an older copy of the database", "[store]") {
  test::TempDir folder;
  const std::string path = (folder / "casus.db").string();
  { talk(*open_sqlite({path, true})); }
  std::filesystem::copy_file(path, folder / "backup.db");
  {
    auto store = open_sqlite({path, false});
    store->destroy_event("case/1", 2);
    CHECK(all_bytes(folder.path()).find("123456782") == std::string::npos);
  }
  CHECK(all_bytes(folder.path()).find("123456782") == std::string::npos);

  std::filesystem::copy_file(folder / "backup.db", path, std::filesystem::copy_options::overwrite_existing);
  auto store = open_sqlite({path, false});
  CHECK(payloads(*store, "case/1") == Texts{"een", "(erased)", "drie"});
  REQUIRE(store->list({}).size() == 1);
  CHECK(store->list({})[0].summary.empty());
  CHECK(
      findings(*store) ==
      Texts{" 0: this database is older than its keys: put the newest one back, or do 'store restore' with this one"});
  store->accept_backup(moment(500));
  CHECK(findings(*store) == Texts{});
  put(*store, "case/1", 3, "c9", {event("vier")});
  CHECK(payloads(*store, "case/1").back() == "vier");
}

TEST_CASE("neither the root nor a destroyed key is left in the key file or its journal", "[store]") {
  test::TempDir folder;
  const std::string path = (folder / "casus.db").string();
  auto store = open_sqlite({path, true});
  talk(*store);
  std::string root;
  {
    Database keys(path + ".keys");
    Statement select(keys, "SELECT key FROM keys WHERE stream = 'case/1' AND person = ''");
    Rows rows = select.rows();
    REQUIRE(rows.next());
    root = rows.bytes(0);
  }
  REQUIRE(root.size() == 32);
  CHECK(all_bytes(folder.path()).find(root) != std::string::npos);
  store->destroy_event("case/1", 2);
  CHECK(all_bytes(folder.path()).find(root) == std::string::npos);
  CHECK(payloads(*store, "case/1")[2] == "drie");
}

TEST_CASE("an older key file brings nothing back that was erased since, and is brought up to it", "[store]") {
  test::TempDir folder;
  const std::string path = (folder / "casus.db").string();
  {
    auto store = open_sqlite({path, true});
    talk(*store);
    put(*store, "case/2", 0, "d1", {event("los", {{"p1", "Bram"}})});
    put(*store, "case/3", 0, "e1", {event("weg")});
  }
  std::filesystem::copy_file(path + ".keys", folder / "older.keys");
  {
    auto store = open_sqlite({path, false});
    store->destroy_event("case/1", 2);
    store->erase_person("case/2", "p1");
    store->erase_keys("case/3");
  }
  std::filesystem::copy_file(folder / "older.keys", path + ".keys", std::filesystem::copy_options::overwrite_existing);
  const auto as_erased = [&](Store& store) {
    CHECK(payloads(store, "case/1") == Texts{"een", "(erased)", "drie"});
    CHECK(store.read("case/2")[0].secrets.empty());
    CHECK(payloads(store, "case/3") == Texts{"(erased)"});
  };
  {
    auto store = open_sqlite({path, false});
    as_erased(*store);
    const auto proof = store->verify();
    CHECK(proof.findings.empty());
    CHECK(in_english(proof.finished) == Texts{"event 2 of stream 'case/1': erased, and its key wiped only now",
                                              "person 'p1' of stream 'case/2': erased, and its key wiped only now",
                                              "stream 'case/3': erased, and its key wiped only now"});
  }
  auto store = open_sqlite({path, false});
  as_erased(*store);
  CHECK(store->verify().finished.empty());
}

TEST_CASE("what was erased stays erased with an older database, and later an older key file", "[store]") {
  test::TempDir folder;
  const std::string path = (folder / "casus.db").string();
  { talk(*open_sqlite({path, true})); }
  std::filesystem::copy_file(path, folder / "older.db");
  std::filesystem::copy_file(path + ".keys", folder / "older.keys");
  { open_sqlite({path, false})->destroy_event("case/1", 2); }
  std::filesystem::copy_file(folder / "older.db", path, std::filesystem::copy_options::overwrite_existing);
  {
    auto store = open_sqlite({path, false});
    CHECK(in_english(store->verify().finished) ==
          Texts{"this database is older than its keys; what was erased since is on its list again"});
  }
  std::filesystem::copy_file(folder / "older.keys", path + ".keys", std::filesystem::copy_options::overwrite_existing);
  CHECK(payloads(*open_sqlite({path, false}), "case/1") == Texts{"een", "(erased)", "drie"});
}

TEST_CASE("a command is kept when the wiping of keys fails after it, and the wiping is finished later", "[store]") {
  test::TempDir folder;
  const std::string path = (folder / "casus.db").string();
  auto store = open_sqlite({path, true});
  talk(*store);
  {
    // Somebody holds the key file for longer than we wait.
    Database holder(path + ".keys");
    holder.run("BEGIN EXCLUSIVE");
    store->together([&] {
      put(*store, "case/1", 3, "c2", {{"CaseErased", 1, moment(9), "{}", {}}});
      store->erase_keys("case/1");
    });
    CHECK_THAT(store->unfinished().in(Lang::en), Catch::Contains("another program is writing to it"));
    CHECK_THAT(store->unfinished().in(Lang::nl), Catch::Contains("casus.db.keys': een ander programma"));
    CHECK(payloads(*store, "case/1") == Texts(4, "(erased)"));
    CHECK(store->receipt("c2").has_value());
  }
  CHECK(findings(*store) == Texts{"case/1 0: it was erased, and its key is still in the vault"});
  store.reset();
  store = open_sqlite({path, false});
  CHECK(store->unfinished().empty());
  CHECK(findings(*store) == Texts{});
  CHECK(in_english(store->verify().finished) == Texts{"stream 'case/1': erased, and its key wiped only now"});
}

TEST_CASE("a list of erased things that was changed is found", "[store]") {
  test::TempDir folder;
  const std::string path = (folder / "casus.db").string();
  {
    auto store = open_sqlite({path, true});
    talk(*store);
    store->destroy_event("case/1", 1);
    store->destroy_event("case/1", 2);
  }
  Database(path).run("UPDATE erased SET number = 3 WHERE id = 1");
  CHECK(findings(*open_sqlite({path, false})) == Texts{"case/1 3: the list of what was erased was changed here",
                                                       "case/1 1: the vault has it as destroyed, and nothing says that "
                                                       "it was",
                                                       "case/1 3: it was destroyed, and the vault does not say so any "
                                                       "more"});
}
