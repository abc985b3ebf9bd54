// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/engine/engine.hpp"

#include <map>
#include <string>
#include <string_view>

/// A case that goes to another team with a store of its own. Pure, as `decide` is.
namespace casus::engine {

/// What the service knows of the file in which the case goes.
struct HandedOut {
  std::string code;     ///< of the file
  std::string receipt;  ///< digest of the receipt in it
};

/// Decides TransferCase. Refused while there is acute danger, while the step keeps something hidden, and for who does
/// not own the case. Not: an open meldcode, which goes along.
Outcome<Events, Refusal> hand_out(const Case& state, const Command& command, const Library& library,
                                  const HandedOut& file);

/// Decides ConfirmTransfer. `receipt`: digest of what was typed.
Outcome<Events, Refusal> confirm(const Case& state, const Command& command, const Library& library,
                                 std::string_view receipt);

/// What the team that gets it adds to the history that came along: that it was received, from whom; its colleagues of
/// before under the name of their team (one name of a team is enough), away from the table; what was the owner's for
/// who takes it over, `command.by`. That must be somebody of this team. `members`: colleagues of before who are of this
/// team now, by their id in the case, with their name here. They keep their seats, and what is theirs: nothing of it is
/// for whoever takes the case over.
Outcome<Events, Refusal> receive(const Case& state, const Command& command, const Library& library,
                                 const CaseReceived& received, const std::map<std::string, std::string>& members = {});

/// Why nothing is done any more in a case that another team has.
Refusal transferred_away(const Case& c);

}  // namespace casus::engine
