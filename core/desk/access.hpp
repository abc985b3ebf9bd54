// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/access.hpp"
#include "core/text/message.hpp"

#include <optional>

namespace casus::desk {

/// Who may ask for something at a face, as far as that hangs on who they are; the rules of the case ask for more.
enum class Ground {
  anybody,  ///< there is nothing of people in it
  self,     ///< whoever says who they are
  team,     ///< of the team; anybody while the store has none
  house,    ///< the same, and who looks after the store: there is nothing of a case in it
  meeting,  ///< of the team, or present at the meeting
  table,    ///< at the table of the case
  need,     ///< need to know: at its table or with a reason, the resident and the circle what is theirs
  erasing,  ///< the owner of the case with a second person, or two of the team
  store,    ///< who looks after the store, and reads no case
};

/// What a verb does and for whom it is. Every verb says it: one that does not, does not compile.
struct Access {
  Ground ground{};
  bool reads = false;              ///< a page: it shows something of a case, a meeting or the team, and changes nothing
  std::optional<CasePart> part{};  ///< of a page of one case: what is looked at, and logged
  bool here = false;  ///< on the computer of the store only: it reads or makes files there, or keeps it busy for long
};

/// A page of one case.
inline Access reads(CasePart part) { return {Ground::need, true, part}; }
/// A page of more than one.
inline Access reads(Ground ground) { return {ground, true, std::nullopt}; }
inline Access does(Ground ground) { return {ground, false, std::nullopt}; }
/// Not at a distance.
inline Access here(Access access) {
  access.here = true;
  return access;
}

/// "wie aan de tafel van de casus zit".
text::Message in_words(Ground ground);

}  // namespace casus::desk
