// SPDX-License-Identifier: EUPL-1.2
// Durable appends a second of one team and of many at once, a writer each: in files, in a PostgreSQL server on this
// machine, and as bare rows in that server. In turns, so that all three meet the same disk.
#include "core/store/address.hpp"
#include "core/store/postgres/connection.hpp"
#include "core/store/store.hpp"
#include "tests/bench/samples.hpp"
#include "tests/store/cluster.hpp"
#include "tests/support/temp_dir.hpp"

#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <atomic>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <exception>
#include <functional>
#include <memory>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace casus::bench {

namespace {

constexpr int kMostTeams = 32;

/// One durable transaction of one team, which only one thread asks for.
using Append = std::function<void()>;
using Teams = std::vector<Append>;

/// About what somebody says.
const std::string& said() {
  static const std::string kText(400, 'x');
  return kText;
}

/// An event in a stream of this store, and its command.
Append to_store(std::shared_ptr<store::Store> store) {
  return [store = std::move(store), head = std::int64_t{0}]() mutable {
    const store::NewEvent event{"ContributionMade", 1, Time{}, said(), {}};
    if (!store->append("case/1", head, "k" + std::to_string(head), {event}, nullptr)) give_up("an append was lost");
    ++head;
  };
}

Teams in_files(const test::TempDir& folder) {
  Teams teams;
  for (int team = 0; team < kMostTeams; ++team)
    teams.push_back(to_store(store::open_sqlite({(folder / fmt::format("team-{}.db", team)).string(), true})));
  return teams;
}

Teams in_database(test::Cluster& cluster, const test::TempDir& folder) {
  Teams teams;
  const auto database = cluster.database();
  for (int team = 0; team < kMostTeams; ++team) {
    const auto address = test::Cluster::of_team(fmt::format("team-{}", team), database);
    store::prepare_postgres(test::Cluster::as("keeper", address), "desk");
    const auto keys = (folder / fmt::format("team-{}.keys", team)).string();
    teams.push_back(to_store(store::open_postgres({address, true, store::Purpose::cases, keys})));
  }
  return teams;
}

/// The rows of such an append and no more, by libpq: the whole transaction is sent in one pipeline, and answered once.
Teams as_bare_rows(test::Cluster& cluster) {
  const auto address = test::Cluster::as("postgres", cluster.database());
  store::Connection maker(store::address_from(address));
  maker.run(
      "CREATE SCHEMA bare; "
      "CREATE TABLE bare.teams(team int8 PRIMARY KEY, position int8 NOT NULL); "
      "CREATE TABLE bare.streams(team int8 PRIMARY KEY, head int8 NOT NULL, digest bytea NOT NULL); "
      "CREATE TABLE bare.events(team int8 NOT NULL, position int8 NOT NULL, version int8 NOT NULL, type text NOT NULL, "
      "digest bytea NOT NULL, sealed bytea NOT NULL, PRIMARY KEY(team, position), UNIQUE(team, version)); "
      "CREATE TABLE bare.commands(team int8 NOT NULL, mark int8 NOT NULL, first int8 NOT NULL, "
      "PRIMARY KEY(team, mark))");
  Teams teams;
  for (int team = 0; team < kMostTeams; ++team) {
    maker.run(fmt::format("INSERT INTO bare.teams VALUES({0}, 0); INSERT INTO bare.streams VALUES({0}, 0, '')", team));
    auto connection = std::make_shared<store::Connection>(store::address_from(address));
    connection->connect();
    teams.push_back([connection = std::move(connection), team, last = std::int64_t{0}]() mutable {
      static const std::string kDigest(32, 'd');
      ++last;
      connection->post("BEGIN");
      connection->post("SELECT position FROM bare.teams WHERE team = $1 FOR UPDATE", {team});
      connection->post("INSERT INTO bare.commands VALUES($1, $2, $3)", {team, last * 7919, last});
      connection->post("INSERT INTO bare.events VALUES($1, $2, $2, $3, $4, $5)",
                       {team, last, "ContributionMade", store::Bytes{kDigest}, store::Bytes{said()}});
      connection->post("UPDATE bare.streams SET head = $2, digest = $3 WHERE team = $1",
                       {team, last, store::Bytes{kDigest}});
      connection->post("UPDATE bare.teams SET position = $2 WHERE team = $1", {team, last});
      connection->ask("COMMIT");
    });
  }
  return teams;
}

/// Of the first `count` teams together, each in a thread of its own.
double appends_a_second(Teams& teams, int count) {
  constexpr std::chrono::milliseconds kTurn{600};
  std::atomic<bool> over = false;
  std::atomic<std::int64_t> done = 0;
  std::vector<std::thread> writers;
  const auto spent = seconds_of([&] {
    for (int team = 0; team < count; ++team)
      writers.emplace_back([&, append = std::ref(teams[static_cast<std::size_t>(team)])] {
        try {
          for (; !over; ++done) append();
        } catch (const std::exception& thrown) {
          give_up(thrown.what());
        }
      });
    std::this_thread::sleep_for(kTurn);
    over = true;
    for (auto& writer : writers) writer.join();
  });
  return static_cast<double>(done) / spent;
}

void many_teams(benchmark::State& run) {
  constexpr int kTurns = 5;
  std::unique_ptr<test::Cluster> cluster;
  std::string why = "no PostgreSQL server is installed here";
  try {
    cluster = test::Cluster::durable();
  } catch (
      const std::exception& thrown) {  // a folder that its user may not enter, a path that is too long for a socket
    why = thrown.what();
  }
  if (!cluster) {
    std::fprintf(stderr, "left out store/many_teams: %s\n", why.c_str());
    run.SkipWithError(why.c_str());
    return;
  }
  const test::TempDir folder;
  auto files = in_files(folder);
  auto database = in_database(*cluster, folder);
  auto bare = as_bare_rows(*cluster);
  for (auto _ : run)
    for (const int count : {1, 8, kMostTeams}) {
      std::vector<double> of_files, of_database, of_bare;
      for (int turn = 0; turn < kTurns; ++turn) {
        of_files.push_back(appends_a_second(files, count));
        of_database.push_back(appends_a_second(database, count));
        of_bare.push_back(appends_a_second(bare, count));
      }
      run.counters[fmt::format("files_{}", count)] = median(of_files);
      run.counters[fmt::format("database_{}", count)] = median(of_database);
      run.counters[fmt::format("bare_{}", count)] = median(of_bare);
    }
}

BENCHMARK(many_teams)->Name("store/many_teams")->Iterations(1)->UseRealTime()->Unit(benchmark::kSecond);

}  // namespace

}  // namespace casus::bench
