// SPDX-License-Identifier: EUPL-1.2
#include "core/base/fault.hpp"
#include "core/desk/desk.hpp"
#include "core/desk/from_outside.hpp"
#include "core/desk/reading.hpp"
#include "core/engine/access/access.hpp"
#include "core/engine/refusing.hpp"
#include "core/model/person_name.hpp"

#include <algorithm>

/// Whom a verb is not for, before it reads anything.
namespace casus::desk {

std::optional<Refusal> barred(Desk& desk, const Access& access) {
  const auto& seat = desk.seat();
  const bool holds_keys = seat.sureness == Sureness::named || seat.sureness == Sureness::table;
  const bool from_outside = comes_from_outside(seat.sureness);
  switch (access.ground) {
    case Ground::anybody: return std::nullopt;
    case Ground::store:
      if (holds_keys || seat.sureness == Sureness::keeper) return std::nullopt;
      return engine::no("KeeperOnly", "", text::msg("access.keeper_only"), text::msg("access.keeper_only_do"));
    case Ground::house:
      if (seat.sureness == Sureness::keeper) return std::nullopt;
      if (holds_keys && engine::blank(seat.name) && !access.reads) return std::nullopt;
      return not_of_the_team(desk);
    case Ground::team:
      if (seat.sureness == Sureness::keeper) break;
      return not_of_the_team(desk);
    case Ground::self:
      if (from_outside) return not_of_the_team(desk);
      break;
    default: break;
  }
  if (seat.sureness == Sureness::keeper) return engine::keeper_reads_no_case();
  return std::nullopt;
}

std::optional<Refusal> not_of_the_team(Desk& desk, const Meeting* meeting) {
  const auto team = desk.service().team();
  if (!team || team->members.empty()) return std::nullopt;
  const auto& seat = desk.seat();
  // A name is no proof for who came by a link of their own: that link says what they are.
  const bool from_outside = comes_from_outside(seat.sureness);
  if (!from_outside && team->members_meant(seat.name).size() == 1) return std::nullopt;
  const auto is_it = [&](const std::string& name) { return same_name(name, seat.name); };
  if (!from_outside && meeting != nullptr && std::ranges::any_of(meeting->present, is_it)) return std::nullopt;
  return engine::not_of_the_team(seat.name);
}

std::optional<Refusal> not_a_keeper(Desk& desk) {
  const auto& seat = desk.seat();
  if (seat.sureness != Sureness::named || engine::blank(seat.name) || !desk.has_store()) return std::nullopt;
  try {
    if (!not_of_the_team(desk)) return std::nullopt;
  } catch (const Fault&) {
    return std::nullopt;
  } catch (const Usage&) {  // a store of trainings
    return std::nullopt;
  }
  return engine::no("NotOfTheTeam", "", text::msg("store.not_by_a_stranger", "name"_is = seat.name),
                    text::msg("store.not_by_a_stranger_do"));
}

}  // namespace casus::desk
