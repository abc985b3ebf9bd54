// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/team/team_people.hpp"
#include "core/engine/access/access.hpp"
#include "core/engine/access/no_name.hpp"
#include "core/engine/refusing.hpp"
#include "core/engine/remarks/readable.hpp"
#include "core/engine/team/team.hpp"
#include "core/model/person_name.hpp"

#include <algorithm>

namespace casus::engine {

namespace {

std::vector<std::string_view> names_of_members(const std::vector<const Member*>& members) {
  std::vector<std::string_view> names;
  for (const auto* one : members) names.push_back(one->name);
  return names;
}

/// Whether a new name could not be told from that of somebody else in the team.
const Member* taken_by(const Team& team, std::string_view name, const Member* except = nullptr) {
  const auto key = name_key(name);
  // Under a name of before somebody still sits at the tables of then.
  const auto was_called = [&](const Member& one) {
    return std::ranges::any_of(one.formerly, [&](const std::string& name) { return name_key(name) == key; });
  };
  for (const auto& one : team.members)
    if (&one != except && (name_key(one.name) == key || name_key(one.name).starts_with(key + ' ') || was_called(one)))
      return &one;
  return nullptr;
}

tl::unexpected<Refusal> name_taken(const Member& other, std::string_view name) {
  const bool was = std::ranges::any_of(other.formerly, [&](const std::string& one) { return same_name(one, name); });
  return refuse("NameTaken", "",
                was ? msg("team.name_of_before", "name"_is = name, "other"_is = other.name)
                    : msg("team.name_taken", "other"_is = other.name),
                msg("team.name_taken_do", "add"_is = way("team add", "name"_is = gap("gap.full_name")),
                    "rename"_is = way("team rename", "name"_is = other.name, "profession"_is = gap("gap.profession"))));
}

/// What is done before anybody has a name in the team, and what is kept without one.
bool needs_no_name(const TeamBody& body) {
  return std::holds_alternative<AddMember>(body) || std::holds_alternative<NoteLearning>(body) ||
         std::holds_alternative<NoteSignal>(body);
}

}  // namespace

Outcome<const Member*, Refusal> member_meant(const Team& team, std::string_view name) {
  const auto meant = team.members_meant(name);
  if (meant.size() == 1) return meant.front();
  if (meant.size() > 1) return failure(which_one(name, names_of_members(meant)));
  std::vector<std::string_view> names;
  for (const auto& member : team.members) names.push_back(member.name);
  return refuse("NotInTeam", "",
                msg("team.not_in_team", "name"_is = name, "near"_is = did_you_mean(nearest(name, names))),
                msg("team.not_in_team_do", "list"_is = way("team list")));
}

Outcome<MemberAdded, Refusal> member_added(const Team& team, const AddMember& command) {
  MemberAdded added{command};
  added.name = new_name(command.name);
  const auto* same = team.member(added.name);
  if (same != nullptr && same_name(same->name, added.name)) {
    // The same person again, who may have had no profession yet.
    if (added.profession.empty() || same->profession.empty() || same->profession == added.profession) {
      added.name = same->name;
      if (added.profession.empty()) added.profession = same->profession;
      return added;
    }
    return name_taken(*same, added.name);
  }
  if (const auto* other = taken_by(team, added.name)) return name_taken(*other, added.name);
  if (auto refusal = no_name(added.name)) return failure(std::move(*refusal));
  return added;
}

Outcome<MemberRenamed, Refusal> member_renamed(const Team& team, const RenameMember& command) {
  const auto member = member_meant(team, command.name);
  if (!member) return failure(member.error());
  MemberRenamed renamed{
      {.name = (*member)->name, .to = new_name(command.to), .profession = std::string(trimmed(command.profession))}};
  if (renamed.to.empty() && renamed.profession.empty()) return empty_text(msg("team.needs_new_name"));
  if (!renamed.to.empty())
    if (const auto* other = taken_by(team, renamed.to, *member)) return name_taken(*other, renamed.to);
  if (auto refusal = renamed.to.empty() ? std::nullopt : no_name(renamed.to)) return failure(std::move(*refusal));
  return renamed;
}

std::optional<Refusal> may_not_change(const Team& team, const TeamCommand& command) {
  const bool has_own_rule =
      std::holds_alternative<FoundTeam>(command.body) || std::holds_alternative<EraseMember>(command.body);
  if (team.members.empty() || has_own_rule) return std::nullopt;
  if (auto refusal = unreadable(command)) return refusal;
  const auto& seat = command.seat;
  if (seat && seat->sureness == Sureness::keeper) return std::nullopt;
  if (seat && comes_from_outside(seat->sureness)) return not_of_the_team(command.by);
  if (blank(command.by) && !needs_no_name(command.body))
    return no("WhoIsThis", "", msg("access.team_who_does_this"), msg("remedy.say_who_you_are"));
  for (const auto& name : {command.by, seat ? seat->name : std::string()})
    if (!blank(name) && team.members_meant(name).size() != 1) return not_of_the_team(name);
  return std::nullopt;
}

std::optional<Refusal> may_not_open(const Team& team, const Command& command) {
  if (team.members.empty() || blank(command.by) || !is_id(command.case_id)) return std::nullopt;
  if (unreadable(command, std::get<OpenCase>(command.body))) return std::nullopt;  // told where that is asked
  const auto& seat = command.seat;
  if (seat && comes_from_outside(seat->sureness)) return not_of_the_team(command.by);
  if (!team.members_meant(command.by).empty()) return std::nullopt;
  const auto by = kept_name(command.by);
  return no("OnlyTheTeamOpens", "", msg("identity.only_the_team_opens", "by"_is = by),
            msg("identity.only_the_team_opens_do", "by"_is = by,
                "add"_is = way("team add", "name"_is = by, "as"_is = gap("gap.name")),
                "join"_is = way("case join", "case"_is = command.case_id, "name"_is = by, "role"_is = "professional",
                                "as"_is = gap("gap.name"))));
}

}  // namespace casus::engine
