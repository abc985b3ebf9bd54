// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/outsider.hpp"

#include "core/base/fault.hpp"
#include "core/desk/desk.hpp"
#include "core/desk/from_outside.hpp"
#include "core/engine/access/access.hpp"
#include "core/engine/refusing.hpp"
#include "core/store/store.hpp"

namespace casus::desk {
namespace {

/// Of a team that cannot be read nobody is known; what is done then is told by what is done.
std::optional<Team> team_that_reads(Desk& desk) {
  try {
    return desk.service().team();
  } catch (const Fault&) {
    return std::nullopt;
  }
}

}  // namespace

bool is_outsider(Desk& desk, const std::string& by) {
  const auto& seat = desk.seat();
  if (comes_from_outside(seat.sureness) || seat.sureness == Sureness::keeper) return false;
  const auto team = team_that_reads(desk);
  if (!team || team->members.empty()) return false;
  const auto& name = engine::blank(seat.name) ? by : seat.name;
  return engine::blank(name) || team->members_meant(name).empty();
}

bool can_be_read(Desk& desk, const std::string& case_id) {
  try {
    return desk.service().exists(case_id);
  } catch (const store::KeyMissing&) {
    return false;
  }
}

bool is_there_for(Desk& desk, const std::string& case_id, const std::string& by) {
  return is_outsider(desk, by) ? can_be_read(desk, case_id) : desk.service().exists(case_id);
}

Refusal hidden_from_view(const Desk& desk, const std::string& because) {
  auto refusal = engine::not_of_the_team(desk.who_or_nobody());
  // A reason is somebody's: without a name it lets nobody in.
  if (!engine::blank(desk.who_or_nobody()) && engine::blank(because))
    refusal.remedies = {{text::msg("access.ask_the_team_or_say_why")}};
  return refusal;
}

Refusal hidden_from_doing(const Desk& desk, const std::string& by) {
  const auto& name = engine::blank(desk.who_or_nobody()) ? by : desk.who_or_nobody();
  if (!engine::blank(name)) return engine::not_of_the_team(name);
  return engine::no("WhoIsThis", "", text::msg("access.team_who_does_this"), text::msg("remedy.say_who_you_are"));
}

std::optional<Refusal> missing_case(Desk& desk, const std::string& case_id, const std::string& because) {
  if (is_there_for(desk, case_id)) return std::nullopt;
  if (is_outsider(desk)) return hidden_from_view(desk, because);
  desk.require_case(case_id);
  return std::nullopt;
}

std::optional<Refusal> kept_out(Desk& desk, const std::string& case_id) {
  if (is_hidden(desk, case_id)) {
    turn_away(desk, case_id, CasePart::typing);
    return hidden_from_doing(desk);
  }
  desk.require_case(case_id);
  return std::nullopt;
}

}  // namespace casus::desk
