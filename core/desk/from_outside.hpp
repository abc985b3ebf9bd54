// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/outcome.hpp"
#include "core/desk/call.hpp"
#include "core/desk/forms/form.hpp"
#include "core/desk/seat.hpp"
#include "core/desk/typed/known_in_case.hpp"
#include "core/model/access.hpp"
#include "core/model/refusal.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The resident, and people of the circle, who do not work in a case: what they can do by a link of their own, asked in
/// their words. Whether they may is the engine's to say (core/engine/access/from_outside.cpp).
namespace casus::desk {

/// Somebody of a case who does not work in it: the resident, or a person of the circle.
struct FromOutside {
  std::string person;  ///< id in the case
  std::string name;
  Sureness sureness = Sureness::resident;  ///< how a link of their own would seat them
};

/// Who of a case could have a page of their own, for who is at its table.
Outcome<std::vector<FromOutside>, Refusal> from_outside(Desk& desk, const std::string& case_id);

/// What a person of a case, by id (or by the name that an older list of cards has), is called there now; empty when the
/// case or the person was erased, or is not there. For who comes by a card of that person: no look at the case.
std::string name_in_case(Desk& desk, const std::string& case_id, const std::string& person);

/// Something that such a seat can do now, as a form of what is asked of them alone.
struct Deed {
  std::string name;  ///< "Ik wil iets zeggen"
  EntryForm form;
  std::vector<GivenField> begins_with{};  ///< what stands in it before it is filled in
};

/// What the seat at this desk can do in the case of which this is known, in the order in which it is offered. It stands
/// beside a page of the case that was asked for and logged.
std::vector<Deed> deeds_from_outside(Desk& desk, const KnownInCase& known);

/// The resident's own words and requests, newest first, each to be said better or taken back. A request that was made
/// on an earlier day stays (AVG 12), and so does one that was answered.
struct OwnWords {
  std::string text;
  Deed better;
  std::optional<Deed> back;
};
std::vector<OwnWords> words_from_outside(Desk& desk, const std::string& case_id);

/// The form of such a deed; nothing when a seat of this kind has none at this path.
std::optional<EntryForm> form_from_outside(std::string_view path, Sureness sureness, const text::Voice& voice);

/// The seat at this desk came in for something else (a card of one case, the code of a meeting, the care of the store),
/// asked for this case and was sent away: the log of looks keeps that. Nobody is looked up: a name that came by the
/// card of one case (`own_case`) says nothing in another, and is not told to the people of that one. In reading.cpp,
/// where every look is.
void turn_away(Desk& desk, const std::string& case_id, CasePart part, bool own_case = false);

/// Whether what somebody writes at home may tell of danger, or of a worry about safety. Nobody of the team reads along:
/// who writes it is told so, and whom to call; and it stands out where the team reads it.
bool may_tell_of_danger(std::string_view text);

/// Does it, for the seat at this desk; what the form did not ask follows from the seat. A refusal tells who is at home
/// what they can do, and not what the team could.
Reply call_from_outside(Desk& desk, const std::string& case_id, Wish wish);

}  // namespace casus::desk
