// SPDX-License-Identifier: EUPL-1.2
// A store brought from a file into a database, and back: nothing is lost, and the same codes prove it.
#include "core/store/address.hpp"
#include "core/store/files/copy.hpp"
#include "core/store/files/files.hpp"
#include "core/store/memory/memory_log.hpp"
#include "tests/store/stores.hpp"

#include <filesystem>

namespace casus::store {

namespace {

Options beside(const test::TempDir& folder, const std::string& name) {
  return {(folder / name).string(), false, Purpose::cases, (folder / (name + ".keys")).string()};
}

/// Something of everything that a store holds; the code of its last checkpoint.
std::string write_everything(Store& store) {
  auto row = line("case/1", "samenvatting", 3);
  row.review_on = date_from("2026-03-02");
  put(store, "case/1", 0, "c1", {event("een", {{"p1", "naam"}}), event("twee")}, &row);
  put(store, "case/2", 0, "c2", {event("weg")});
  put(store, "case/1", 2, "c3", {event("drie"), event("vier", {{"p2", "nog een"}})});
  put(store, "team/1", 0, "looked", {});
  store.erase_person("case/1", "p1");
  store.destroy_event("case/1", 2);
  store.erase_keys("case/2");
  store.checkpoint(moment(10));
  put(store, "case/1", 4, "c4", {event("vijf")});
  return checkpoint_code(store.checkpoint(moment(20)));
}

void check_copy(Store& copy, const std::string& code) {
  CHECK(findings(copy).empty());
  CHECK(copy.verify_against(code).empty());
  CHECK(payloads(copy, "case/1") == Texts{"een", "(erased)", "drie", "vier", "vijf"});
  CHECK(payloads(copy, "case/2") == Texts{"(erased)"});
  CHECK(copy.read("case/1")[0].secrets.empty());
  CHECK(copy.receipt("c3")->first == 3);
  CHECK(copy.receipt("looked").has_value());
  REQUIRE(copy.list({}).size() == 1);
  CHECK(copy.list({})[0].review_on == date_from("2026-03-02"));
  CHECK(copy.info().events == 6);
}

}  // namespace

TEST_CASE("a store is copied to another file with its keys, and goes on there", "[store]") {
  const test::TempDir folder;
  const auto from = beside(folder, "een.db"), to = beside(folder, "twee.db");
  const auto code = write_everything(*open_sqlite({from.path, true}));
  copy_store(from, to);
  const auto copy = open_store(to);
  check_copy(*copy, code);
  put(*copy, "case/1", 5, "c5", {event("zes")});
  CHECK(findings(*copy).empty());
  CHECK_THAT(fault_of([&] { copy_store(from, to); }), Catch::Contains("already; move it away first"));
}

TEST_CASE("a store goes into a database and comes back the same", "[store]") {
  auto* const cluster = test::Cluster::shared();
  if (cluster == nullptr) {
    WARN("SKIP: no PostgreSQL server is installed here");
    return;
  }
  const test::TempDir folder;
  const auto from = beside(folder, "een.db"), back = beside(folder, "terug.db");
  const Options served{cluster->database(), false, Purpose::cases, (folder / "served.keys").string()};
  const auto code = write_everything(*open_sqlite({from.path, true}));
  copy_store(from, served);
  {
    const auto copy = open_store(served);
    check_copy(*copy, code);
    copy->backup((folder / "backup.db").string(), moment(20));
  }
  copy_store(served, back);
  check_copy(*open_store(back), code);
  // A backup of a team is such a file too.
  const Options backup{(folder / "backup.db").string(), false, Purpose::cases, back.keys};
  CHECK(payloads(*open_store(backup), "case/1") == Texts{"een", "(erased)", "drie", "vier", "vijf"});
  // Not over what is there, and then its keys do not stay behind.
  auto again = served;
  again.keys = (folder / "again.keys").string();
  CHECK_THAT(fault_of([&] { copy_store(from, again); }), Catch::Contains("a copy goes into an empty one"));
  CHECK_FALSE(file_exists(again.keys));
}

TEST_CASE("a database that was put back to an earlier day goes on as a file, and in a team of another name",
          "[store]") {
  auto* const cluster = test::Cluster::shared();
  if (cluster == nullptr) {
    WARN("SKIP: no PostgreSQL server is installed here");
    return;
  }
  const test::TempDir folder;
  const Options today{cluster->database(), true, Purpose::cases, (folder / "noord.keys").string()};
  const auto team = [&](const std::string& name) {
    const auto address = test::Cluster::of_team(name, today.path);
    prepare_postgres(test::Cluster::as("keeper", address), "desk");
    return Options{address, false, Purpose::cases, (folder / (name + ".keys")).string()};
  };
  put(*open_store(today), "case/1", 0, "c1", {event("een")});
  const auto then = beside(folder, "then.db");
  copy_store(today, then);
  {
    const auto store = open_store(today);
    put(*store, "case/1", 1, "c2", {event("twee")});
    store->checkpoint(moment(30));
  }
  // The rows of then beside the keys of today.
  const auto older = team("oud");
  copy_store(then, older);
  std::filesystem::copy_file(today.keys, older.keys, std::filesystem::copy_options::overwrite_existing);
  const auto file = (folder / "older.db").string();
  {
    const auto store = open_store(older);
    const auto said = fault_of([&] { put(*store, "case/1", 1, "c3", {event("drie")}); });
    CHECK_THAT(said, Catch::Contains("Put the newest database back") && Catch::Contains("'store backup'"));
    CHECK(said.find("give this file another name") == std::string::npos);
    store->backup(file, moment(40));
  }
  // As 'store restore' says: with the keys of that team, and then into an empty one.
  const Options again{(folder / "again.db").string(), false, Purpose::cases, older.keys};
  restore_copy(file, again.path, again.keys);
  {
    const auto store = open_store(again);
    store->accept_backup(moment(50));
    put(*store, "case/1", 1, "c3", {event("drie")});
  }
  CHECK_THAT(fault_of([&] { copy_store(again, older); }), Catch::Contains("already"));
  const auto fresh = team("nieuw");
  copy_store(again, fresh);
  const auto store = open_store(fresh);
  CHECK(payloads(*store, "case/1") == Texts{"een", "drie"});
  put(*store, "case/1", 2, "c4", {event("vier")});
  CHECK(findings(*store).empty());
}

TEST_CASE("what is no address of a database is known before anything is opened", "[store]") {
  for (const auto* mangled :
       {"postgres:", "postgresql:/server/wijk", "Postgresql://server/wijk", "http://server/wijk", "postgresql:///%zz",
        "postgresql://server:poort/wijk", "postgresql://a@een:5432,twee:543210/wijk", "postgresql://[::1]:x/wijk"}) {
    CAPTURE(mangled);
    CHECK(is_mangled_address(mangled));
  }
  for (const auto* store :
       {"wijk.db", "./a:b.db", "/srv/postgres/wijk.db", "postgresql://", "postgresql:///wijk", "postgres://server/wijk",
        "postgresql://casus@server:5432/wijk?team=noord", "postgresql://een:5432,twee/wijk?host=%2Ftmp",
        "postgresql://[::1]:5432/wijk", "postgresql://[::1]/wijk"}) {
    CAPTURE(store);
    CHECK_FALSE(is_mangled_address(store));
  }
}

TEST_CASE("a password in an address is refused by whatever name it is given, and shown in no message", "[store]") {
  for (const auto* option :
       {"password=geheim", "PASSWORD=geheim", "p%61ssword=geheim", "sslpassword=geheim", "PGPASSWORD=geheim"}) {
    const auto address = "postgresql://casus@server/wijk?connect_timeout=3&" + std::string(option) + "&team=noord";
    CAPTURE(address);
    const auto said = fault_of([&] { address_from(address); });
    CHECK_THAT(said, Catch::Contains("has a password in it"));
    CHECK(said.find("geheim") == std::string::npos);
  }
  CHECK(address_from("postgresql://casus@server/wijk?passfile=%2Fsrv%2Fpgpass&team=noord").team == "noord");
  for (const auto* mangled :
       {"Postgresql://casus:geheim@server/wijk", "postgresql://casus:geheim@server:poort/wijk",
        "postgresql:casus:geheim@server/wijk", "mysql://casus:geheim@server/wijk",
        "postgresql://casus:ge/heim:geheim@server:x/wijk", "postgresql://casus:ge?geheim@server/wijk",
        "http://server/wijk?password=geheim", "http://server/wijk?a=1&Password=geheim&b=2"}) {
    CAPTURE(mangled);
    const auto shown = without_password(mangled);
    CHECK(shown.find("geheim") == std::string::npos);
    CHECK_THAT(shown, Catch::Contains("..."));
    CHECK_THAT(shown, Catch::Contains("server"));
  }
  for (const std::string plain : {"http://server/wijk", "postgresql://casus@server:poort/wijk?team=noord",
                                  "postgresql:///%zz", "postgresql://een:5432,twee:543210/wijk", "postgres:"})
    CHECK(without_password(plain) == plain);
}

TEST_CASE("a log with one row more is told from its copy", "[store]") {
  MemoryLog one, two;
  const auto write = [](Log& log, const std::string& sealed) {
    log.begin();
    const auto stream = log.add_stream("case/1", {});
    log.add_event(stream, {1, "ContributionMade", 1, 0, sealed, std::string(32, 'd')});
    log.commit();
  };
  write(one, "a");
  write(two, "b");
  CHECK(contents_of(one) != contents_of(two));
  MemoryLog copy;
  copy_log(one, copy);
  CHECK(contents_of(copy) == contents_of(one));
}

}  // namespace casus::store
