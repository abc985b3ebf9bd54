// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/service/service.hpp"
#include "core/store/store.hpp"
#include "core/text/message.hpp"

#include <nlohmann/json_fwd.hpp>

#include <set>
#include <string>
#include <vector>

/// A copy of an earlier day that was put back: what is not in it, and where it began anew.
namespace casus::desk {

class Desk;
class Reply;

/// How people know a stream: a case, who looked at one, a meeting, the team.
text::Message where_in(const std::string& stream);

nlohmann::json in_json(const store::AcceptedBackup& copy);
nlohmann::json in_json(const std::vector<store::PlacesAnew>& anew);

nlohmann::json in_json(const std::set<service::Service::ErasedSince>& since);

/// Of a store whose events hold: what cannot be read all the same. The team, and cases that were met so far, of which
/// something was destroyed that these keys do not have the rest of; meetings and sessions in which so much is gone that
/// what is left says nothing any more.
void find_not_to_be_read(Desk& desk, store::Verification& found);

/// Of a store in a database: how a backup goes on there, by way of a new file and with the keys of this store, into a
/// team in which there is nothing yet.
std::string restored_by_way_of_file(const Desk& desk, const std::string& backup);

/// A line for each stream of which something is missing; nothing when nothing is known to be.
void say_not_in_copy(Desk& desk, Reply& reply, const store::AcceptedBackup& copy);

/// Cases in which a name may stand again that was hidden after the copy was made, and what to type in each; nothing
/// when there are none.
void say_names_to_check(Desk& desk, Reply& reply, const std::set<service::Service::ErasedSince>& since);

}  // namespace casus::desk
