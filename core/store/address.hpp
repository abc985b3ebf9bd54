// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

namespace casus::store {

/// Whether a store lies in a database server: "postgresql://..." (or "postgres://..."), and not in a file.
bool in_database(std::string_view store);

/// What small files that belong to a store are named after: its own path, and that of its key file when it lies in a
/// database.
std::string stem_of(std::string_view store, std::string_view keys);

/// Meant as the address of a database, and none that can be read: "postgres:/host/db", "http://host/db", a port that is
/// no number, a percent sign without two hexadecimal digits. Whether a server is there is asked elsewhere.
bool is_mangled_address(std::string_view store);

/// To be shown where it could not be read: without what may have been meant as a password.
std::string without_password(std::string_view store);

/// Such an address, taken apart: "postgresql://HOST/DATABASE?team=NAME". `team` is ours; all else is libpq's.
struct DatabaseAddress {
  std::string server;  ///< without the team
  std::string team;
  std::string shown;      ///< for messages: as it was given
  std::string file_name;  ///< what small files that belong to it are called: host, database and team
};

/// Throws Fault(store) for one that cannot be meant so: a name of a team that is none, a password in it (everybody on
/// the machine sees what a program was called with).
DatabaseAddress address_from(std::string_view store);

/// Host, port, database and team: the same for two addresses of one team, whatever user, options and usual values each
/// of them writes out. Of two names of one machine only the database tells (identity_in_database), but for those
/// of this machine itself. Throws as above.
std::string place_in_database(std::string_view store);

}  // namespace casus::store
