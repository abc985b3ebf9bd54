// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/team/team_erasing.hpp"

#include "core/engine/mending/reason_kept.hpp"
#include "core/engine/refusing.hpp"
#include "core/model/person_name.hpp"

#include <algorithm>
#include <cstddef>
#include <variant>

namespace casus::engine {

namespace {

bool was_called(const Member& one, std::string_view name) {
  return same_name(one.name, name) ||
         std::ranges::any_of(one.formerly, [&](const std::string& once) { return same_name(once, name); });
}

/// Came only today, with the leaver there already: perhaps for this. By tomorrow others can have seen who came.
bool came_for_this(const Member& one, const Leaver& leaver, const TeamCommand& command) {
  return one.since > leaver.since && date_of(one.since) >= date_of(command.at);
}

Refusal too_new(const Member& one) {
  return no("SecondPersonNeeded", "", msg("erasing.came_today", "with"_is = one.name), msg("team.erase_came_today_do"));
}

/// Why this is not who may do it; nothing when it is. Whoever looks after the store may, and is of no team.
std::optional<Refusal> may_not_do_it(const TeamCommand& command, const Team& team) {
  if (blank(command.by)) return no("WhoIsThis", "", msg("access.unclear_who"), msg("remedy.say_who_you_are"));
  const auto& seat = command.seat;
  if (seat && !blank(seat->name) && !same_name(seat->name, command.by))
    return no("TypedForAnother", "", msg("erasing.typed_for_another", "seat"_is = seat->name, "by"_is = command.by),
              msg("erasing.typed_for_another_do", "by"_is = command.by));
  if (seat && seat->sureness == Sureness::keeper) return std::nullopt;
  if ((seat && comes_from_outside(seat->sureness)) || team.member(command.by) == nullptr)
    return no("NotYoursToErase", "", msg("team.erase_not_yours", "by"_is = command.by), msg("team.erase_who_may"));
  return std::nullopt;
}

Outcome<const Member*, Refusal> second_of_the_team(const TeamCommand& command, std::string_view with, const Team& team,
                                                   const Leaver& leaver) {
  const auto needed = [](Message reason) {
    return refuse("SecondPersonNeeded", "", std::move(reason),
                  msg("erasing.second_person_needed_do", "names"_is = Message()));
  };
  if (blank(with)) return needed(msg("erasing.takes_two"));
  const auto meant = team.members_meant(with);
  if (meant.size() != 1) return needed(msg("team.erase_second_not_member", "with"_is = with));
  const auto* second = meant.front();
  if (second == team.member(command.by)) return needed(msg("erasing.somebody_else"));
  if (came_for_this(*second, leaver, command)) return failure(too_new(*second));
  return second;
}

}  // namespace

Outcome<Leaver, Refusal> leaver_meant(const Team& team, std::string_view name) {
  std::vector<const Member*> meant;
  for (const auto& one : team.left)
    if (was_called(one, name)) meant.push_back(&one);
  std::vector<std::string_view> names;
  for (const auto& one : team.left) names.push_back(one.name);
  if (meant.empty()) {
    if (const auto still = team.members_meant(name); !still.empty())
      return refuse("StillInTeam", "", msg("team.erase_still_there", "name"_is = still.front()->name),
                    msg("team.erase_still_there_do", "leave"_is = way("team leave", "name"_is = still.front()->name)));
    for (const auto place : who_is_meant(name, names)) meant.push_back(&team.left[place]);
    const auto is_another = [&](const Member* one) { return !same_name(one->name, meant.front()->name); };
    if (std::ranges::any_of(meant, is_another)) {
      std::vector<std::string_view> several;
      for (const auto* one : meant) several.push_back(one->name);
      return failure(which_one(name, several));
    }
  }
  if (meant.empty())
    return refuse("NotALeaver", "",
                  msg("team.erase_nobody_left", "name"_is = name, "near"_is = did_you_mean(nearest(name, names))),
                  msg("team.erase_nobody_left_do", "history"_is = way("team history")));
  Leaver leaver{.since = meant.front()->since};
  const auto add = [&](const Member& one) {
    leaver.names.push_back(one.name);
    leaver.names.insert(leaver.names.end(), one.formerly.begin(), one.formerly.end());
    leaver.since = std::min(leaver.since, one.since);
  };
  for (const auto* one : meant) add(*one);
  const auto shares_a_name = [&](const Member& one) {
    return std::ranges::any_of(leaver.names, [&](const std::string& name) { return was_called(one, name); });
  };
  for (std::size_t known = 0; known != leaver.names.size();) {
    known = leaver.names.size();
    for (const auto& one : team.left)
      if (shares_a_name(one)) add(one);
    std::ranges::sort(leaver.names);
    leaver.names.erase(std::unique(leaver.names.begin(), leaver.names.end()), leaver.names.end());
  }
  for (const auto& one : team.members)
    for (const auto& gone : leaver.names)
      if (was_called(one, gone))
        return refuse("StillInTeam", "", msg("team.erase_name_in_use", "name"_is = gone, "member"_is = one.name),
                      msg("team.erase_name_in_use_do"));
  return leaver;
}

Outcome<std::vector<TeamEvent>, Refusal> decide_erasing(const TeamCommand& command, const EraseMember& wanted,
                                                        const Team& team) {
  if (name_key(wanted.name).empty()) return empty_text(msg("team.needs_name_team_member"));
  // Who left is told to nobody else.
  if (auto refusal = may_not_do_it(command, team)) return failure(std::move(*refusal));
  const auto leaver = leaver_meant(team, wanted.name);
  if (!leaver) return failure(leaver.error());
  const bool keeps = command.seat && command.seat->sureness == Sureness::keeper;
  if (const auto* actor = keeps ? nullptr : team.member(command.by);
      actor != nullptr && came_for_this(*actor, *leaver, command))
    return failure(too_new(*actor));
  const auto second = second_of_the_team(command, wanted.with, team, *leaver);
  if (!second) return failure(second.error());
  return std::vector<TeamEvent>{{command.at, TeamEventBody(MemberErased{(*second)->name, {}})}};
}

bool forget_names(TeamEvent& event, const std::vector<std::string>& names) {
  const auto gone = [&](std::string& name) {
    const auto is_it = [&](const std::string& one) { return same_name(one, name); };
    if (name.empty() || name == kNameGone || std::ranges::none_of(names, is_it)) return false;
    name = kNameGone;
    return true;
  };
  bool any = gone(event.by);
  if (event.seat && gone(event.seat->name)) {
    event.seat->account.clear();
    any = true;
  }
  const auto member = [&](auto& body) {
    if (!gone(body.name)) return;
    body.profession.clear();
    any = true;
  };
  const auto named = [&](auto& body) { any = gone(body.name) || any; };
  if (auto* added = std::get_if<MemberAdded>(&event.body)) member(*added);
  else if (auto* renamed = std::get_if<MemberRenamed>(&event.body)) {
    any = gone(renamed->to) || any;
    member(*renamed);
  } else if (auto* left = std::get_if<MemberLeft>(&event.body)) named(*left);
  else if (auto* away = std::get_if<AbsenceSet>(&event.body)) named(*away);
  else if (auto* back = std::get_if<AbsenceEnded>(&event.body)) named(*back);
  else if (auto* erased = std::get_if<MemberErased>(&event.body)) any = gone(erased->with) || any;
  return any;
}

}  // namespace casus::engine
