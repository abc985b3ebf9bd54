// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/engine/library.hpp"
#include "core/model/case.hpp"
#include "core/model/events.hpp"
#include "core/text/message.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace casus::engine {

/// Something in a command that deserves a second look while it is being typed. It is told with the answer and never
/// kept: a nudge of the program is no lasting mark beside a colleague's name, and does not repeat what should go.
struct Remark {
  std::string rule;  ///< "R2", the article of a law, or empty
  text::Message message;
};

/// Looks at every text of a command that the case takes. In a case without names: likely names, addresses and numbers
/// (R2). In every case: words that tell of special data (AVG 9 and 10), each asked about once in a case; and a day that
/// is far off for a review. Finds words, not meaning: no remark is no proof.
/// `before` is the case as it was when the command came; of a new case an empty one. `history`: its events, for
/// ErasePerson.
std::vector<Remark> remarks(const Case& before, const Command& command, const Events* history = nullptr);

/// Where the texts of a case name somebody who is erased from it, or is about to be, and how each place is destroyed;
/// nothing when nowhere. `whom`: an id, or what they are called.
std::optional<Remark> still_named(const Case& c, const std::string& whom, const Events& history);

/// Of the reason of a look at a case without names, which is kept beside the case: likely names and addresses (R2).
std::vector<Remark> of_look(const Case& c, std::string_view because);

/// Somebody comes to the table as chair where the method of the case has no chair: others lead its steps.
std::optional<Remark> leads_nothing(const Case& before, const Command& command, const Library& library);

/// The review begins with fewer people, or fewer in a role, than the method of the case asks for. It may: whoever is
/// there knows better than a number.
std::optional<Remark> too_few(const Case& before, const Command& command, const Library& library);

/// In coaching a vote counts also of who has not the floor or the turn, as all that is said does. An event of a vote
/// keeps no remark, so it is told here alone.
std::optional<Remark> votes_beside(const Case& before, const Command& command, const Library& library);

/// Somebody around the resident comes into the case under the name of a colleague: from then on the name alone is that
/// of two.
std::optional<Remark> named_as_colleague(const Case& before, const Command& command, const Library& library);

/// What was said gets the name of another: they should hear of it, and how it goes back.
std::optional<Remark> named_as_sayer(const Case& before, const Command& command);

}  // namespace casus::engine
