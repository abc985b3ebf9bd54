// SPDX-License-Identifier: EUPL-1.2
#include "core/base/stage.hpp"
#include "core/store/address.hpp"
#include "core/store/postgres/connection.hpp"
#include "core/store/postgres/schema.hpp"
#include "core/store/store.hpp"

#include <fmt/format.h>

/// The teams of a database, by what their rows tell without a key.
namespace casus::store {

std::vector<TeamInDatabase> teams_in_database(const std::string& address) {
  Connection connection(address_from(address));
  connection.connect();
  require_tables(connection);
  std::vector<TeamInDatabase> teams;
  const auto names = connection.ask("SELECT casus.my_teams()");
  for (int row = 0; row < names.rows(); ++row) teams.push_back({std::string(names.bytes(row, 0)), false, 0, 0});
  const auto counted = fmt::format(
      "SELECT (SELECT count(*) FROM casus.teams), count(*) FILTER (WHERE life IN ({}, {}, {})), "
      "count(*) FILTER (WHERE life = {}) FROM casus.case_index",
      static_cast<int>(Life::intake), static_cast<int>(Life::open), static_cast<int>(Life::paused),
      static_cast<int>(Life::closed));
  // Each in a transaction of its own: no team is seen from another, here neither.
  for (auto& team : teams) {
    connection.post("BEGIN READ ONLY");
    connection.post(kEnterTeam, {team.name});
    const auto found = connection.ask(counted);
    connection.ask("COMMIT");
    team.begun = found.integer(0, 0) > 0;
    team.in_work = found.integer(0, 1);
    team.closed = found.integer(0, 2);
  }
  return teams;
}

int migrate_postgres(const std::string& address) {
  Connection owner(address_from(address));
  return migrate_database(owner);
}

}  // namespace casus::store
