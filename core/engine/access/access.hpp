// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/outcome.hpp"
#include "core/engine/library.hpp"
#include "core/model/access.hpp"
#include "core/model/case.hpp"
#include "core/model/commands.hpp"
#include "core/model/refusal.hpp"
#include "core/model/typist.hpp"

#include <optional>
#include <string>

namespace casus::engine {

/// Somebody wants to look at a part of a case.
struct LookWanted {
  std::string by;  ///< name or id; empty: nobody said
  CasePart part{};
  std::string because;
  bool whole = false;  ///< as the table sees it: of a part that the resident has an extract of, not that extract
  Sureness sureness = Sureness::named;  ///< of the seat; one that came as the resident or the circle is nothing else
  std::string to{};                     ///< of what will be sent on: to which machine
  std::string account{};                ///< of the seat

  static void fields(auto& self, auto&& visit) {
    visit.optional("as", self.by);
    visit.optional("because", self.because);
  }
};

struct LookDecided {
  Sight sight = Sight::refused;
  std::optional<CaseSeen> seen;    ///< what there is to log, of a refusal too
  std::optional<Refusal> refusal;  ///< says whom to ask, and the way in with a reason
};

/// Need to know [ROT]: who works at the table sees all of the case; the resident the own extract; the circle the plan;
/// anybody else nothing but that the case exists, unless a reason is given. Who does not say who they are is anybody
/// else, and gives no reason either.
/// A name says nothing of a seat that came as the resident or the circle, and a keeper sees no case by any name.
LookDecided decide_look(const Case& state, const LookWanted& wanted);

/// What there is to log of somebody who was turned away before it was clear whom of the case they are: the name as it
/// was typed, and no reason.
CaseSeen turned_away(const LookWanted& wanted);

/// Whether a list may say the title of a case: to who may see the case without giving a reason. Of a case that is
/// discussed anonymously nobody can be known by the title, so the team may see it too: it plans its agenda by it.
bool may_know_title(const Case& state, const LookWanted& wanted, bool of_the_team);

/// Name of the refusal to who types in another's name and is neither of the team nor at the table of the case. Kept
/// with the looks.
constexpr std::string_view kTypedByStranger = "TypedByStranger";
/// Refuses an erasure that nobody else stands beside; who asked may do it.
constexpr std::string_view kSecondPersonNeeded = "SecondPersonNeeded";

/// Puts the reason of a look in other words, or destroys it: `Correct` by who looked, `Destroy` by the owner. `seen`:
/// that look, nullptr when there is none of that number. Nothing of the reason before is left.
Outcome<CaseSeen, Refusal> mend_look(const Case& state, const Command& command, const CaseSeen* seen,
                                     const Library& library);

/// Destroys why the case, or somebody of it, was erased: it outlives the case, and nobody could put it right. By who
/// did it or stood beside it, and by whoever answers for a case that is nobody's; two of them, as it took to erase it,
/// of whom nobody came since, today. That it was erased, when and by whom stays. Returns the name of the second.
Outcome<std::string, Refusal> forget_why(const Case& state, const Command& command, const ErasureRecorded& erased,
                                         Time erased_at, const Library& library);

/// Somebody wants what is the team's, and is not of it; `by` empty: nobody said who.
Refusal not_of_the_team(const std::string& by);

/// Who looks after the store wants to see a case or a meeting.
Refusal keeper_reads_no_case();

}  // namespace casus::engine
