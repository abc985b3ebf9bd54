// SPDX-License-Identifier: EUPL-1.2
#include "core/base/text.hpp"
#include "core/method/check/definition_check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

/// What is wrong with a role that goes round.
namespace casus::method::checks {
namespace {

/// What somebody at the table can be for a while. Who somebody is - the resident, of the circle, a referrer - does not
/// go round, and being a member is what is left without such a role.
constexpr std::array kGoRound{Role::presenter, Role::chair, Role::note_taker, Role::coach, Role::observer};

bool goes_round(Role role) { return std::ranges::find(kGoRound, role) != kGoRound.end(); }

const Repeat* repeat_at(const Definition& definition, std::string_view id) {
  for (const auto& steps : definition.phases)
    for (const auto& step : steps)
      if (step.id == id && step.repeat) return &*step.repeat;
  return nullptr;
}

/// In a repeat over people, whom a time is about presents; so the role must be able to come to them.
void check_each(Check& check, const Rotation& one, const Repeat& repeat, const std::string& place) {
  if (one.role != Role::presenter || !repeat.for_each || !repeat.for_each->role) return;
  const auto role = *repeat.for_each->role;
  if (role != one.role && std::ranges::find(one.among, role) == one.among.end() && check.sound(place + "/among"))
    check.add(place + "/among", tell("wrong.rotation_each", {{"role", key(role)}}));
}

}  // namespace

void check_rotations(Check& check) {
  Seen seen;
  const auto& all = check.definition.rotations;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const auto& one = all[i];
    const auto place = fmt::format("/rotations/{}", i);
    check.unique(seen, key(one.role), tell("wrong.what_role"), place + "/role");
    check.role(one.role, place + "/role");
    if (!goes_round(one.role) && check.sound(place + "/role"))
      check.add(place + "/role", tell("wrong.never_goes_round", {{"role", key(one.role)}}));
    check.roles(one.among, place + "/among");
    if (one.among.empty() && check.sound(place + "/among")) check.add(place + "/among", tell("wrong.at_least_one"));
    for (std::size_t k = 0; k < one.among.size(); ++k)
      if (one.among[k] == one.role || (!goes_round(one.among[k]) && one.among[k] != Role::member))
        check.add(fmt::format("{}/among/{}", place, k), tell("wrong.not_among", {{"role", key(one.among[k])}}));
    check.origin(one.mark, one.source, tell("wrong.a_rotation"), place);
    if (one.per == Per::round && !one.step.empty()) check.add(place + "/step", tell("wrong.rotation_no_step"));
    if (one.per != Per::repeat) continue;
    if (const auto* repeat = repeat_at(check.definition, one.step)) check_each(check, one, *repeat, place);
    else check.add(one.step.empty() ? place : place + "/step", tell("wrong.rotation_step", {{"got", one.step}}));
  }
}

}  // namespace casus::method::checks
