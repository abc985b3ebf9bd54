// SPDX-License-Identifier: EUPL-1.2
// One server shows a team in a database, over all machines; who does not serve works beside it.
#include "tests/store/served.hpp"

#include <signal.h>
#include <sys/types.h>

#include <chrono>
#include <cstdint>
#include <memory>
#include <thread>
#include <utility>

namespace casus::store {
namespace {

constexpr const char* kServedAlready = "is served by another server on the machine of the database already";

/// Waits until the database has seen every connection go that served a team.
void nobody_serves(const Served& served) {
  Connection looking(address_from(Cluster::as("keeper", served.address)));
  looking.connect();
  for (int again = 0; again < 500; ++again) {
    if (looking.ask("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'").integer(0, 0) == 0) return;
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  FAIL("a connection that was ended serves still");
}

/// The process of the database that holds the lock of who serves a team.
pid_t serving_at(const Served& served) {
  Connection looking(address_from(Cluster::as("keeper", served.address)));
  looking.connect();
  const auto found = looking.ask(
      "SELECT DISTINCT pid::bigint FROM pg_locks WHERE locktype = 'advisory' AND database = "
      "(SELECT oid FROM pg_database WHERE datname = current_database())");
  REQUIRE(found.rows() == 1);
  return static_cast<pid_t>(found.integer(0, 0));
}

/// Gives no answer as long as this is there.
struct Stopped {
  explicit Stopped(pid_t process) : process_(process) { REQUIRE(::kill(process_, SIGSTOP) == 0); }
  ~Stopped() { ::kill(process_, SIGCONT); }
  Stopped(const Stopped&) = delete;

 private:
  pid_t process_;
};

}  // namespace

TEST_CASE("a second server of a team is refused as long as the first is there, and a program that types is not",
          "[store]") {
  Served served;
  if (!served) return;
  prepare_postgres(Cluster::as("keeper", Cluster::of_team("oost", served.address)), "desk");
  auto first = served.open();
  const auto second = served.open(), typed = served.open();
  first->serve_alone();
  first->serve_alone();
  CHECK_THAT(fault_of([&] { second->serve_alone(); }), Catch::Contains(kServedAlready));
  // It was to be a server, and writes nothing as long as it may not.
  CHECK_THAT(fault_of([&] { put(*second, "case/1", 0, "c1", {event("a")}); }), Catch::Contains(kServedAlready));
  put(*typed, "case/1", 0, "c2", {event("a")});
  put(*first, "case/1", 1, "c3", {event("b")});
  CHECK(payloads(*second, "case/1") == Texts{"a", "b"});
  // Each team by itself.
  served.open(Cluster::of_team("oost", served.address))->serve_alone();
  first.reset();
  nobody_serves(served);
  CHECK_NOTHROW(second->serve_alone());
  put(*second, "case/1", 2, "c4", {event("c")});
}

TEST_CASE("a server whose connection was lost is the only one again, or says that another took its place", "[store]") {
  Served served;
  if (!served) return;
  const auto first = served.open(), second = served.open();
  first->serve_alone();
  served.cluster->cut_off();
  nobody_serves(served);
  put(*first, "case/1", 0, "c1", {event("a")});
  CHECK(first->reconnects() == 1);
  CHECK_THAT(fault_of([&] { second->serve_alone(); }), Catch::Contains(kServedAlready));
  served.cluster->cut_off();
  nobody_serves(served);
  CHECK_NOTHROW(second->serve_alone());
  // It did not know yet that its connection is gone, and writes nothing all the same.
  CHECK_THAT(fault_of([&] { put(*first, "case/1", 1, "c2", {event("b")}); }), Catch::Contains(kServedAlready));
  CHECK_THAT(fault_of([&] { first->serve_alone(); }), Catch::Contains(kServedAlready));
  CHECK(payloads(*first, "case/1") == Texts{"a"});
  put(*second, "case/1", 1, "c3", {event("c")});
}

TEST_CASE("a server that got no answer is not kept out by its own connection of before, and others still are",
          "[store]") {
  Served served;
  if (!served) return;
  put(*served.open(), "case/1", 0, "c1", {event("a")});
  auto connection =
      std::make_unique<Connection>(address_from(served.address), Patience{.answering = std::chrono::seconds(1)});
  connection->connect();
  PostgresLog first(std::move(connection), 1, "", Purpose::cases);
  first.serve_alone();
  {
    const Stopped before(serving_at(served));
    CHECK_THAT(fault_of([&] { first.begin(); }), Catch::Contains("gave no answer"));
    CHECK_NOTHROW(first.begin());
    first.rollback();
    CHECK_THAT(fault_of([&] { served.open()->serve_alone(); }), Catch::Contains(kServedAlready));
  }
  nobody_serves(served);
  CHECK_NOTHROW(first.begin());
  first.rollback();
  CHECK(serving_at(served) > 0);  // it has it again
}

TEST_CASE("a role of another team keeps no server from its team", "[store]") {
  Served served;
  if (!served) return;
  prepare_postgres(Cluster::as("keeper", Cluster::of_team("zuid", served.address)), "other");
  Connection holding(address_from(Cluster::as("other", served.address)));
  holding.connect();
  for (std::int64_t team = 1; team <= 3; ++team)
    holding.ask("SELECT pg_advisory_lock($1)", {std::int64_t{0x63617375} << 32 | team});
  const auto store = served.open(), second = served.open();
  CHECK_NOTHROW(store->serve_alone());
  put(*store, "case/1", 0, "c1", {event("a")});
  // Nor does it let two of them in.
  CHECK_THAT(fault_of([&] { second->serve_alone(); }), Catch::Contains(kServedAlready));
  put(*store, "case/1", 1, "c2", {event("b")});
}

TEST_CASE("two roles of one team keep each other's server out of it", "[store]") {
  Served served;
  if (!served) return;
  prepare_postgres(Cluster::as("keeper", served.address), "other");
  const auto as_other = Cluster::as("other", served.address);
  auto first = served.open();
  const auto second = served.open(as_other);
  first->serve_alone();
  CHECK_THAT(fault_of([&] { second->serve_alone(); }),
             Catch::Contains("is served by another server already, as role desk (connection "));
  CHECK_THAT(fault_of([&] { put(*second, "case/1", 0, "c1", {event("a")}); }), Catch::Contains("as role desk"));
  put(*first, "case/1", 0, "c2", {event("a")});
  first.reset();
  nobody_serves(served);
  CHECK_NOTHROW(second->serve_alone());
  CHECK_THAT(fault_of([&] { served.open()->serve_alone(); }), Catch::Contains("as role other (connection "));
  put(*second, "case/1", 1, "c3", {event("b")});
  // Another team of theirs is another server's.
  prepare_postgres(Cluster::as("keeper", Cluster::of_team("oost", served.address)), "other");
  CHECK_NOTHROW(served.open(Cluster::of_team("oost", as_other))->serve_alone());
}

TEST_CASE("a role of another team that takes over the locks of a server keeps nobody out with them", "[store]") {
  Served served;
  if (!served) return;
  prepare_postgres(Cluster::as("keeper", Cluster::of_team("zuid", served.address)), "other");
  auto first = served.open();
  first->serve_alone();
  Connection holding(address_from(Cluster::as("other", served.address)));
  holding.connect();
  const auto seen = holding.ask(
      "SELECT classid::bigint, objid::bigint FROM pg_locks WHERE locktype = 'advisory' AND database = "
      "(SELECT oid FROM pg_database WHERE datname = current_database())");
  REQUIRE(seen.rows() == 2);
  first.reset();
  nobody_serves(served);
  for (int row = 0; row < seen.rows(); ++row)
    holding.ask("SELECT pg_advisory_lock_shared($1)", {seen.integer(row, 0) << 32 | seen.integer(row, 1)});
  const auto next = served.open(), second = served.open();
  CHECK_NOTHROW(next->serve_alone());
  put(*next, "case/1", 0, "c1", {event("a")});
  CHECK_THAT(fault_of([&] { second->serve_alone(); }), Catch::Contains(kServedAlready));
}

}  // namespace casus::store
