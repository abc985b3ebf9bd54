// SPDX-License-Identifier: EUPL-1.2
#include "core/base/fault.hpp"
#include "core/store/address.hpp"
#include "core/store/database_fault.hpp"
#include "core/store/files/files.hpp"
#include "core/store/files/output_file.hpp"
#include "core/store/files/snapshots.hpp"
#include "core/store/postgres/postgres_log.hpp"
#include "core/store/postgres/schema.hpp"
#include "core/store/postgres/team_log.hpp"
#include "core/store/sealed/sealed_store.hpp"
#include "core/store/sqlite/sqlite_vault.hpp"
#include "core/store/store.hpp"
#include "core/text/said_fault.hpp"

#include <fmt/format.h>

#include <chrono>
#include <memory>
#include <string>

namespace casus::store {

namespace {

struct Team {
  std::int64_t id = 0;
  std::string store_id;  ///< empty: nobody began it yet
  Purpose purpose = Purpose::cases;
};

/// As the row of the team says, which is there from its first opening on.
Team team_in(Connection& connection) {
  Team team;
  connection.post("BEGIN READ ONLY");
  connection.post(kEnterTeam, {connection.address().team});
  const auto found = connection.ask(
      "SELECT own.id, t.store_id, t.purpose FROM (SELECT casus.team() AS id) AS own LEFT JOIN casus.teams AS t ON "
      "t.team = own.id");
  connection.ask("COMMIT");
  team.id = found.integer(0, 0);
  if (!found.is_null(0, 1)) team.store_id = found.bytes(0, 1);
  if (!found.is_null(0, 2) && found.bytes(0, 2) == "training") team.purpose = Purpose::training;
  return team;
}

void insert_team(Connection& connection, std::int64_t team, const std::string& store_id, Purpose purpose) {
  connection.post(kEnterTeam, {connection.address().team});
  connection.ask("INSERT INTO casus.teams(team, store_id, purpose) VALUES($1, $2, $3) ON CONFLICT DO NOTHING",
                 {team, store_id, purpose == Purpose::training ? "training" : "cases"});
}

/// The keys first, as beside a file. Of two who begin a team at once one row is kept, and the other's keys are not
/// those of it, which they are told.
void make_team(Connection& connection, std::int64_t team, const Options& options) {
  if (names_a_citizen(options.keys)) throw OutputRefused(OutputRefused::Why::citizen_number, options.keys);
  require_nothing_left_of(options.keys);
  make_folder_of(options.keys);
  const auto store_id = SqliteVault::make(options.keys, [&] { return !team_in(connection).store_id.empty(); });
  insert_team(connection, team, store_id, options.purpose);
}

}  // namespace

std::string identity_in_database(const std::string& address) {
  using namespace std::chrono_literals;
  Connection connection(address_from(address), {2'000ms, 5'000ms});
  connection.connect();
  const auto& team = connection.address().team;
  const auto may_ask =
      connection.ask("SELECT has_function_privilege('pg_catalog.pg_control_system()', 'EXECUTE')::integer::bigint");
  if (may_ask.integer(0, 0) == 1) {
    const auto system =
        connection.ask("SELECT system_identifier, current_database()::text FROM pg_catalog.pg_control_system()");
    return fmt::format("server {}/{}?team={}", system.integer(0, 0), system.bytes(0, 1), team);
  }
  require_prepared(connection);
  const auto begun = team_in(connection).store_id;
  return begun.empty() ? begun : "store " + begun;
}

void prepare_postgres(const std::string& address, const std::string& role) {
  Connection owner(address_from(address));
  prepare_database(owner, role);
}

std::unique_ptr<Log> empty_team(const std::string& address, const std::string& store_id, Purpose purpose) {
  auto connection = std::make_unique<Connection>(address_from(address));
  connection->connect();
  require_prepared(*connection);
  auto team = team_in(*connection);
  if (team.store_id.empty()) {
    insert_team(*connection, team.id, store_id, purpose);
    team = team_in(*connection);
  }
  if (team.store_id != store_id)
    throw text::SaidFault(Fault::Kind::store, text::msg("fault.another_store_there", "address"_is = address));
  return std::make_unique<PostgresLog>(std::move(connection), team.id, store_id, purpose);
}

TeamLog team_log(const std::string& address) {
  auto connection = std::make_unique<Connection>(address_from(address));
  connection->connect();
  require_prepared(*connection);
  const auto team = team_in(*connection);
  return {std::make_unique<PostgresLog>(std::move(connection), team.id, team.store_id, team.purpose), team.store_id};
}

std::unique_ptr<Store> open_postgres(const Options& options) {
  if (options.keys.empty()) throw text::SaidFault(Fault::Kind::store, text::msg("fault.no_key_file_named"));
  auto connection = std::make_unique<Connection>(address_from(options.path));
  connection->connect();
  require_prepared(*connection);
  auto team = team_in(*connection);
  if (team.store_id.empty()) {
    if (!options.create)
      throw NoStore(fmt::format("there is nothing yet of team '{}' in database '{}'", connection->address().team,
                                connection->address().shown));
    make_team(*connection, team.id, options);
    team = team_in(*connection);
  }
  if (team.purpose != options.purpose) throw OtherPurpose(options.path, team.purpose);
  auto vault = std::make_unique<SqliteVault>(options.keys, team.store_id, [&] { return lock_key(options); });
  remove_unfinished_of(options.keys);
  return std::make_unique<SealedStore>(
      std::make_unique<PostgresLog>(std::move(connection), team.id, team.store_id, team.purpose), std::move(vault),
      Snapshots(options.keys + std::string(kSnapshots)));
}

}  // namespace casus::store
