// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/store/store.hpp"

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace casus::store {

class Connection;

/// For who keeps the database, on a connection of the role that owns the tables: makes them where there are none, and
/// lets `role` (which exists, and owns nothing of it) work in the team of the address and in no other that it was not
/// let into. Done again it takes back what the role was given beyond that, and changes nothing else.
void prepare_database(Connection& owner, std::string_view role);

/// For who keeps the database, as the role that owns the tables: brings those of an earlier format to this one, while
/// programs work. All of it is one transaction, and two who do it at once do it once. The format that it was of, which
/// is this one when there was nothing to do. Throws Fault(store) when there are no tables, they are of a newer program,
/// or somebody had them open for so long that it was given up, which names who; nothing was changed then. No role that
/// works in a team can keep it waiting for longer. The connection is closed.
int migrate_database(Connection& owner, std::chrono::seconds waits = std::chrono::seconds(10));

/// Throws Fault(store) with the way on when tables of this format are not for this program.
void require_format(const std::string& shown, std::int64_t format);
/// The same, of the tables that are there, or are not.
void require_tables(Connection& connection);

/// Throws Fault(store) with the way on when there are no tables, they are of another format, or the role that the
/// program came as owns them, is above their rules, or may not work in this team.
void require_prepared(Connection& connection);

/// What is not as it was made and could change or tell what a write does; one sentence each.
std::vector<text::Message> strange_in_database(Connection& connection);

/// First of every transaction: which team it is in, and how long it waits. Forgotten at its end, so that nobody who is
/// given the same connection is in a team by accident.
inline constexpr const char* kEnterTeam =
    "SELECT set_config('casus.team', $1, true), set_config('lock_timeout', '5s', true), "
    "set_config('idle_in_transaction_session_timeout', '5min', true), set_config('synchronous_commit', "
    "CASE current_setting('synchronous_commit') WHEN 'off' THEN 'on' ELSE current_setting('synchronous_commit') END, "
    "true)";

}  // namespace casus::store
