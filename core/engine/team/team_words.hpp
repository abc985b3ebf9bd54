// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/team/team.hpp"

#include <string>

/// What somebody wrote in an event of the team. Internal to core/engine and core/service.
namespace casus::engine {

/// The words beside something that was done and stays so when they are destroyed: what the team is called and where it
/// is phoned, why it stopped or went on, what a member does. nullptr for an event that has none.
const std::string* words_beside(const TeamEventBody& body);

/// Every text of a line gone, and its names; of what was done the words beside it alone. Whoever destroys where the
/// team can be phoned takes it away: the number of before that one does not come back.
void take_out_words(TeamEventBody& body);

}  // namespace casus::engine
