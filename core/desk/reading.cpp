// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/reading.hpp"

#include "core/desk/desk.hpp"
#include "core/engine/refusing.hpp"

#include <algorithm>

namespace casus::desk {

Outcome<Reading, Refusal> read(Desk& desk, const std::string& case_id, CasePart part, const std::string& because) {
  desk.require_case(case_id);
  Reading reading;
  if (auto refusal = desk.service().look(case_id, {desk.who_or_nobody(), part, because}, &reading.sight))
    return failure(std::move(*refusal));
  reading.state = desk.service().open(case_id);
  return reading;
}

std::optional<Reading> read_in_passing(Desk& desk, const std::string& case_id, CasePart part,
                                       const std::string& because) {
  if (!desk.service().exists(case_id)) return std::nullopt;
  Reading reading;
  if (desk.service().look(case_id, {desk.who_or_nobody(), part, because}, &reading.sight, true)) return std::nullopt;
  reading.state = desk.service().open(case_id);
  if (reading.state.stage.life == Life::erased) return std::nullopt;
  return reading;
}

bool is_erased(Desk& desk, const std::string& case_id) {
  return desk.service().exists(case_id) && desk.service().open(case_id).stage.life == Life::erased;
}

Events history_of(Desk& desk, const Case& let_in) { return desk.service().history(let_in.id); }

std::optional<Refusal> not_of_the_team(Desk& desk, const Meeting* meeting) {
  const auto team = desk.service().team();
  if (!team || team->members.empty()) return std::nullopt;
  const auto& who = desk.who_or_nobody();
  if (team->member(who) != nullptr) return std::nullopt;
  const auto is_it = [&](const std::string& name) { return folded(name) == folded(trimmed(who)); };
  if (meeting != nullptr && std::ranges::any_of(meeting->present, is_it)) return std::nullopt;
  if (engine::blank(who))
    return engine::no("WhoIsThis", "", text::msg("access.team_who_is_this"), text::msg("access.who_is_this_do"));
  return engine::no("NotOfTheTeam", "", text::msg("access.not_of_this_team", "by"_is = who),
                    text::msg("access.ask_the_team"));
}

}  // namespace casus::desk
