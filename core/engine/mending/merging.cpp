// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/mending/merging.hpp"

#include <algorithm>

namespace casus::engine {

namespace {

void merge_persons(Person& gone, Person& stays) {
  if (gone.has_seat()) {
    // Of two seats the one without a last day holds, else the later day.
    if (!stays.has_seat()) stays.until = gone.until;
    else if (!gone.until || !stays.until) stays.until.reset();
    else stays.until = std::max(*stays.until, *gone.until);
    stays.away = gone.away && !stays.at_table();
    if (!stays.has_seat()) stays.roles.clear();
    for (const auto role : gone.roles)
      if (!stays.has(role)) stays.roles.push_back(role);
    stays.left = false;
  }
  if (gone.absent && (stays.roles.empty() || stays.absent)) {
    for (const auto role : gone.roles)
      if (!stays.has(role)) stays.roles.push_back(role);
    stays.absent = true;
    stays.left = false;
  }
  stays.team_member = stays.team_member || gone.team_member;
  stays.caseload = stays.caseload || gone.caseload;
  if (stays.contact.empty()) stays.contact = gone.contact;
  if (!stays.network) stays.network = gone.network;
  if (gone.listed && !stays.listed) {
    stays.listed = true;
    stays.listed_relation = gone.listed_relation;
  }
  gone.roles.clear();
  gone.network.reset();
  gone.listed = false;
  gone.listed_relation.clear();
  gone.left = true;
  gone.merged = true;
}

/// Walks over all that names a person.
struct Rewording {
  const std::string& from;
  const std::string& to;

  void one(std::string& id) const {
    if (id == from) id = to;
  }
  void made(auto& records) const {
    for (Made& record : records) one(record.by);
  }
};

void reword_family(Family& family, const Rewording& with) {
  const bool both = family.find(with.from) != nullptr && family.find(with.to) != nullptr;
  if (both) std::erase_if(family.members, [&](const FamilyMember& it) { return it.person == with.from; });
  for (auto& member : family.members) with.one(member.person);
  const auto parents = std::exchange(family.parents, {});
  for (auto link : parents) {
    with.one(link.parent);
    with.one(link.child);
    if (link.parent != link.child) family.add(link);
  }
  const auto partners = std::exchange(family.partners, {});
  for (auto link : partners) {
    with.one(link.one);
    with.one(link.other);
    if (link.one != link.other) family.add(link);
  }
}

}  // namespace

void reword_person(Case& c, const std::string& from, const std::string& to) {
  const Rewording with{from, to};
  with.made(c.contributions);
  with.made(c.turns);
  with.made(c.votes);
  with.made(c.domains);
  with.made(c.scores);
  with.made(c.goals);
  with.made(c.goal_marks);
  with.made(c.actions);
  with.made(c.agreed);
  with.made(c.ties);
  with.made(c.decisions);
  with.made(c.opinions);
  with.made(c.plans);
  with.made(c.safety_notes);
  with.made(c.meldcode);
  with.made(c.told);
  with.made(c.evaluations);
  with.made(c.learning);
  with.made(c.signals);
  with.made(c.rounds);
  with.made(c.endings);
  with.made(c.requests);
  with.made(c.more_bases);
  with.made(c.role_turns);
  for (auto& it : c.contributions) {
    with.one(it.to);
    for (auto& value : it.values)
      if (value.type == RecordFieldType::person) with.one(value.value);
  }
  for (auto& it : c.actions) {
    with.one(it.plan.who);
    with.one(it.plan.checks);
  }
  for (auto& it : c.meldcode) with.one(it.taken.who);
  for (auto& it : c.told) with.one(it.told.who);
  for (auto& it : c.ties) {
    with.one(it.tie.from);
    with.one(it.tie.to);
  }
  std::erase_if(c.ties, [](const Tie& it) { return it.tie.from == it.tie.to; });
  for (auto& it : c.role_turns) {
    with.one(it.person);
    with.one(it.from);
  }
  for (auto& it : c.roles_until) with.one(it.person);
  if (c.place_asked) with.one(c.place_asked->by);
  reword_family(c.family, with);
}

void merge(Case& c, const Made& here, Person& gone, Person& stays) {
  merge_persons(gone, stays);
  reword_person(c, gone.id, stays.id);
  c.merged.push_back({here, gone.id, stays.id});
}

}  // namespace casus::engine
