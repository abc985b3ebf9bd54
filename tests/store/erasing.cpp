// SPDX-License-Identifier: EUPL-1.2
// Secrets of persons, and the destruction of keys.
#include "tests/store/stores.hpp"

using namespace casus;
using namespace casus::store;

namespace {

const std::vector<Secret> kAnna{{"p1", "Anna Verhoeven"}};
const std::vector<Secret> kBoth{{"p1", "Anna Verhoeven, 06-00000000"}, {"p2", "Bram Jansen"}};

void fill(Store& store) {
  const auto row = line("case/1", "Anna en Bram");
  put(store, "case/1", 0, "c1", {event("een", kAnna), event("twee", kBoth)}, &row);
  const auto other = line("case/2", "een ander");
  put(store, "case/2", 0, "c2", {event("los", kAnna)}, &other);
}

}  // namespace

TEST_CASE("secrets come back with the event that carried them", "[store]") {
  Subject store(each_store());
  fill(*store);
  const auto events = store->read("case/1");
  REQUIRE(events.size() == 2);
  CHECK(events[0].secrets == kAnna);
  CHECK(events[1].secrets == kBoth);
  CHECK(events[1].payload == "twee");
}

TEST_CASE("an erased person is gone from one stream, and nothing else is", "[store]") {
  Subject store(each_store());
  fill(*store);
  store->erase_person("case/1", "p1");
  const auto events = store->read("case/1");
  REQUIRE(events.size() == 2);
  CHECK(events[0].payload == "een");
  CHECK(events[0].secrets.empty());
  CHECK(events[1].secrets == std::vector<Secret>{{"p2", "Bram Jansen"}});
  CHECK(store->read("case/2")[0].secrets == kAnna);
  CHECK(findings(*store).empty());
  CHECK(store->verify().erased_streams == 0);

  put(*store, "case/1", 2, "c3", {event("drie", {{"p2", "Bram J."}})});
  const auto refused = fault_of([&] { put(*store, "case/1", 3, "c4", {event("vier", kAnna)}); });
  CHECK(refused == "stream 'case/1': the key of person 'p1' is erased, so nothing about them can be kept");
  CHECK(store->head("case/1") == 3);
}

TEST_CASE("an erased stream keeps its numbers, types and moments, and nothing that was said", "[store]") {
  Subject store(each_store());
  fill(*store);
  put(*store, "case/1", 2, "c3", {{"CaseErased", 1, moment(7), "{}", {}}});
  store->erase_keys("case/1");
  const auto events = store->read("case/1");
  REQUIRE(events.size() == 3);
  for (const auto& event : events) {
    CHECK_FALSE(event.payload.has_value());
    CHECK(event.secrets.empty());
  }
  CHECK(events[2].type == "CaseErased");
  CHECK(events[2].at == moment(7));
  CHECK(payloads(*store, "case/2") == Texts{"los"});

  const auto proof = store->verify();
  CHECK(proof.findings.empty());
  CHECK(proof.erased_streams == 1);
  CHECK(proof.streams == 2);
  const auto refused = fault_of([&] { put(*store, "case/1", 3, "c4", {event("vier")}); });
  CHECK(refused == "stream 'case/1': its key is erased, so nothing can be added");
  CHECK(store->head("case/1") == 3);
}

TEST_CASE("erasing empties the line in the index, and a later line keeps no text", "[store]") {
  Subject store(each_store());
  fill(*store);
  store->erase_person("case/1", "p1");
  const auto summary = [&](const std::string& stream) {
    for (const auto& row : store->list({}))
      if (row.stream == stream) return row.summary;
    return std::string("no line");
  };
  CHECK(summary("case/1").empty());
  CHECK(summary("case/2") == "een ander");
  store->put_index(line("case/1", "Bram"));
  CHECK(summary("case/1") == "Bram");
  store->erase_keys("case/1");
  CHECK(summary("case/1").empty());
  store->put_index(line("case/1", "weer een tekst"));
  CHECK(summary("case/1").empty());
  CHECK(summary("case/2") == "een ander");
}

TEST_CASE("erasing what is not there, or again, changes nothing", "[store]") {
  Subject store(each_store());
  fill(*store);
  store->erase_keys("case/none");
  store->erase_person("case/none", "p1");
  store->erase_person("case/1", "p9");
  put(*store, "case/1", 2, "c3", {event("drie", {{"p9", "Carla"}})});
  CHECK(store->read("case/1", 2)[0].secrets == std::vector<Secret>{{"p9", "Carla"}});
  store->erase_keys("case/1");
  store->erase_keys("case/1");
  CHECK(store->verify().erased_streams == 1);
  CHECK_FALSE(fault_of([&] { store->erase_person("case/1", ""); }).empty());
}

TEST_CASE("erasing inside a group holds from there on, and when the group is kept", "[store]") {
  Subject store(each_store());
  fill(*store);
  store->together([&] {
    put(*store, "case/1", 2, "c3", {event("drie")});
    store->erase_keys("case/1");
    CHECK(payloads(*store, "case/1") == Texts{"(erased)", "(erased)", "(erased)"});
    put(*store, "case/3", 0, "c4", {event("nieuw", kBoth)});
    store->erase_person("case/3", "p2");
  });
  CHECK(payloads(*store, "case/1") == Texts{"(erased)", "(erased)", "(erased)"});
  CHECK(store->read("case/3")[0].secrets == std::vector<Secret>{kBoth[0]});
  CHECK(findings(*store).empty());
}

TEST_CASE("a key destroyed by one program is not used from memory by another", "[store]") {
  test::TempDir folder;
  const std::string path = (folder / "casus.db").string();
  auto one = open_sqlite({path, true});
  auto two = open_sqlite({path, false});
  fill(*one);
  REQUIRE(two->read("case/1")[1].secrets == kBoth);
  one->erase_person("case/1", "p1");
  CHECK(two->read("case/1")[1].secrets == std::vector<Secret>{{"p2", "Bram Jansen"}});
  one->erase_keys("case/1");
  CHECK(payloads(*two, "case/1") == Texts{"(erased)", "(erased)"});
  CHECK_FALSE(fault_of([&] { put(*two, "case/1", 2, "c9", {event("x")}); }).empty());
  CHECK(payloads(*two, "case/2") == Texts{"los"});
}

TEST_CASE("erased text cannot be read in a backup either", "[store]") {
  test::TempDir folder;
  const std::string path = (folder / "casus.db").string();
  { fill(*open_sqlite({path, true})); }
  std::filesystem::copy_file(path, folder / "backup.db");
  open_sqlite({path, false})->erase_keys("case/1");

  std::filesystem::copy_file(folder / "backup.db", path, std::filesystem::copy_options::overwrite_existing);
  auto store = open_sqlite({path, false});
  CHECK(payloads(*store, "case/1") == Texts{"(erased)", "(erased)"});
  CHECK(payloads(*store, "case/2") == Texts{"los"});
  CHECK(store->list({}).size() == 2);
  CHECK(findings(*store).size() == 1);  // older than its keys
  store->accept_backup(moment(500));
  CHECK(findings(*store).empty());
  CHECK_FALSE(fault_of([&] { put(*store, "case/1", 2, "c9", {event("x")}); }).empty());
}
