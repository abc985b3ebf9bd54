// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/decide/deciding.hpp"
#include "core/engine/floor/course.hpp"
#include "core/method/course.hpp"

#include <algorithm>

/// Choosing from the menu of a step.
namespace casus::engine {
namespace {

/// Who chooses; where nobody at the table is one of those, it is whoever is there.
bool may_choose(const Deciding& d, const std::vector<Role>& who) {
  return d.actor->has_any(who) || std::ranges::none_of(d.c.people, [&](const Person& person) {
           return person.at_table() && person.has_any(who);
         });
}

Refusal no_such_branch(const Deciding& d, const std::string& typed) {
  std::vector<Message> known;
  for (const auto& branch : d.step->menu->branches) known.emplace_back(branch.name);
  return no("BranchUnknown", "", msg("branches.unknown", "branch"_is = typed, "step"_is = d.step->name),
            msg("branches.unknown_do", "known"_is = Message::listed(text::any_of(std::move(known)))));
}

}  // namespace

Decided decide_on(const Deciding& d, const ChooseBranch& command) {
  if (d.step == nullptr || !d.step->menu)
    return refuse("NothingToChoose", "",
                  msg("branches.nothing_to_choose", "step"_is = d.step == nullptr ? Text{} : d.step->name),
                  msg("branches.nothing_to_choose_do", "why"_is = way("case why", "case"_is = d.c.id)));
  const auto who = who_choose(*d.step->menu);
  if (!may_choose(d, who))
    return refuse("NotYoursToChoose", "", msg("branches.not_yours", "who"_is = role_words(d.method, who)),
                  msg("branches.not_yours_do", "who"_is = role_words(d.method, who)));
  const auto* branch = method::branch_meant(*d.step->menu, command.branch);
  if (branch == nullptr) return failure(no_such_branch(d, command.branch));
  if (branch->id == method::kAgain && !offers_choice(d.c, *d.method, *d.step))
    return refuse("LastTime", "",
                  msg("branches.last_time", "step"_is = d.step->name, "times"_is = d.c.here()->again + 1),
                  msg("branches.last_time_do", "next"_is = way("case next", "case"_is = d.c.id)));
  return d.one(BranchChosen{branch->id});
}

}  // namespace casus::engine
