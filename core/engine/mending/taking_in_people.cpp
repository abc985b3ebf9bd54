// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/mending/taking_in.hpp"

#include "core/engine/access/around.hpp"
#include "core/engine/access/owning.hpp"
#include "core/model/access.hpp"

#include <algorithm>

/// Who comes along with a case, and how they are tied.
namespace casus::engine {

namespace {

bool stands_for_nobody(const Person& person) { return person.roles.empty() && !person.network; }

/// Whose case it is stays as it was; so does who leads its table.
std::vector<Role> roles_that_come(const Person& person) {
  std::vector<Role> roles;
  for (const auto role : person.roles)
    if (role != Role::presenter && role != Role::case_manager && role != Role::coordinator && role != Role::chair &&
        role != Role::note_taker)
      roles.push_back(role);
  if (roles.empty()) roles.push_back(Role::member);
  return roles;
}

}  // namespace

const Person* Taking::met_here(const Person& it) const {
  if (it.erased) return nullptr;
  const Person* here = nullptr;
  for (const auto& one : stays_.people)
    if (!one.erased && !one.merged && same_name(one.name, it.name)) here = &one;
  if (here != nullptr || !it.team_member) return here;
  return seat_of_member(stays_, library_, it.name);
}

std::optional<Refusal> Taking::one_person(const Person& it) {
  if (it.merged) return std::nullopt;
  const auto* here = met_here(it);
  if (here != nullptr && is_around(it) != is_around(*here) && !stands_for_nobody(it) && !stands_for_nobody(*here))
    return no(
        "TwoOfOneName", "",
        msg("merging.two_of_one_name", "name"_is = it.name, "case"_is = stays_.id, "other"_is = gone_.id),
        msg("merging.two_of_one_name_do", "correct"_is = way("case correct", "case"_is = gone_.id, "ref"_is = it.id,
                                                             "text"_is = gap("gap.full_name"), "because"_is = gap())));
  const auto id = here != nullptr ? here->id : next('p', stays_.people.size());
  people_[it.id] = id;
  const bool sits = it.has_seat() && (here == nullptr || !here->has_seat());
  const bool known_by_place = it.network || it.listed;
  if (sits || (here == nullptr && !known_by_place)) {
    ParticipantAdded added{.person = id,
                           .name = it.name,
                           .team_member = it.team_member,
                           .caseload = it.caseload,
                           .contact = it.contact,
                           .absent = it.absent};
    if (!it.erased && !it.roles.empty()) added.roles = roles_that_come(it);
    add(std::move(added));
    if (sits && it.until) add(SeatLimited{id, *it.until});
    const bool left = !sits && !it.absent && !it.erased && !it.roles.empty();
    if (left || (sits && it.away)) add(ParticipantLeft{{id, sits}});
  }
  place(it, here, id);
  return std::nullopt;
}

void Taking::place(const Person& it, const Person* here, const std::string& id) {
  if (it.network && (here == nullptr || !here->network)) {
    NetworkPersonAdded added{.person = id,
                             .name = it.name,
                             .relation = it.network->relation,
                             .shell = it.network->shell,
                             .quadrant = it.network->quadrant,
                             .professional = it.network->professional};
    add(std::move(added));
    if (it.network->asked_on) {
      PersonAsked asked{{.person = id,
                         .answer = it.network->answer,
                         .in_person = it.network->spoken_on.has_value(),
                         .note = it.network->note,
                         .on = it.network->asked_on}};
      add(std::move(asked));
    }
  }
  if (it.listed && (here == nullptr || !here->listed))
    add(NamedForNetwork{.person = id, .name = it.name, .relation = it.listed_relation});
}

void Taking::around() {
  for (const auto& it : gone_.ties) {
    auto tie = it.tie;
    tie.from = person(tie.from);
    tie.to = person(tie.to);
    const auto same = [&](const Tie& one) { return one.tie.from == tie.from && one.tie.to == tie.to; };
    if (tie.from != tie.to && std::ranges::none_of(stays_.ties, same)) add(it, std::move(tie));
  }
}

std::optional<Refusal> Taking::family() {
  auto after = stays_.family;
  for (const auto& it : gone_.family.members) {
    const auto id = person(it.person);
    if (after.find(id) != nullptr) continue;
    after.members.push_back({id, it.symbol, it.state, it.rank});
    FamilyMemberPlaced placed{.person = id};
    if (const auto* who = gone_.person(it.person)) placed.name = who->name;
    placed.symbol = it.symbol;
    placed.state = it.state;
    if (it.rank != 0) placed.rank = it.rank;
    add(std::move(placed));
  }
  for (auto link : gone_.family.parents) {
    link.parent = person(link.parent);
    link.child = person(link.child);
    const auto same = [&](const ParentLink& one) { return one.parent == link.parent && one.child == link.child; };
    if (std::ranges::any_of(after.parents, same)) continue;
    after.add(link);
    add(ParentLinked{link});
  }
  for (auto link : gone_.family.partners) {
    link.one = person(link.one);
    link.other = person(link.other);
    const auto same = [&](const PartnerLink& one) {
      return (one.one == link.one && one.other == link.other) || (one.one == link.other && one.other == link.one);
    };
    if (std::ranges::any_of(after.partners, same)) continue;
    after.add(link);
    add(PartnersLinked{link});
  }
  if (generations(after)) return std::nullopt;
  return no("FamilyGoesRound", "", msg("merging.family_goes_round", "case"_is = stays_.id, "other"_is = gone_.id),
            msg("merging.family_goes_round_do",
                "cut"_is = way("network family cut", "case"_is = gone_.id, "one"_is = gap("gap.name"))));
}

}  // namespace casus::engine
