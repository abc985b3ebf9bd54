// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/desk/seat.hpp"
#include "core/desk/today/own_words.hpp"
#include "core/model/refusal.hpp"
#include "core/service/meetings/room.hpp"

#include <optional>
#include <string>
#include <vector>

/// A meeting with a device for each: who may lead it, and what somebody sees of the own words alone.
namespace casus::desk {

class Desk;

/// Whether somebody of this name is there now.
bool is_present(const service::Room& room, const std::string& name);

/// Who has a seat in the case and is not at its table for now, as the name is written there; nullptr for anybody else.
const std::string* away_as(const service::Table& table, const std::string& name);

/// Why this seat may not lead: it is neither who chairs now, nor who chairs the meeting, nor the note-taker. Whoever
/// sits at the team's own computer (`named`, `table`) may, as on a shared screen.
std::optional<Refusal> may_not_lead(const service::Room& room, const Seat& seat);

/// Why this seat may not take over the chair for itself: it is not among those present.
std::optional<Refusal> may_not_take_chair(const service::Room& room, const Seat& seat);

/// What the seat at this desk said itself in the step that is going on, what is hidden too; nothing of a case that this
/// seat may not see, and nothing in private time.
std::vector<OwnWord> own_words(Desk& desk, const service::Table& table);

/// The same of before that step, the newest first, as much as is looked back at: putting that right takes a reason.
std::vector<OwnWord> own_words_before(Desk& desk, const service::Table& table);

/// What was reported of danger, and by whom.
struct ReportedDanger {
  std::string who;
  std::string what;
};

/// Of the case on the table, while there is danger in it: what was reported since that was last handled, in its order;
/// in private time too, as it goes before all else (R14). Nothing of a case that this seat may not see.
std::vector<ReportedDanger> reported_danger(Desk& desk, const service::Table& table);

/// Another text whenever the meeting, or the case on its table, has become another; it says nothing else of them.
std::string meeting_pulse(Desk& desk, const std::string& day);

}  // namespace casus::desk
