// SPDX-License-Identifier: EUPL-1.2
#include "core/base/text.hpp"
#include "core/engine/access/around.hpp"
#include "core/engine/decide/deciding.hpp"
#include "core/engine/floor/course.hpp"
#include "core/engine/floor/floor.hpp"
#include "core/engine/refusing.hpp"
#include "core/engine/remarks/remarks.hpp"
#include "core/model/ref_words.hpp"

#include <algorithm>
#include <optional>

/// What is noticed of who comes, leads, votes or is named as who said it; the texts themselves are looked at elsewhere.
namespace casus::engine {

std::optional<Remark> leads_nothing(const Case& before, const Command& command, const Library& library) {
  const auto* joins = std::get_if<AddParticipant>(&command.body);
  if (joins == nullptr || std::ranges::find(joins->roles, Role::chair) == joins->roles.end()) return std::nullopt;
  const auto* method = library.pinned_method(before.method(before.stage.phase));
  if (method == nullptr || std::ranges::any_of(method->roles, [](const auto& it) { return it.role == Role::chair; }))
    return std::nullopt;
  std::vector<Role> lead;
  for (const auto phase : kAllPhases)
    for (const auto& step : method->steps(phase))
      for (const auto role : step.led_by)
        if (std::ranges::find(lead, role) == lead.end()) lead.push_back(role);
  if (lead.empty()) return std::nullopt;
  return Remark{"R3", msg("remark.leads_nothing", "name"_is = joins->name, "method"_is = method->name,
                          "who"_is = role_words(method, lead))};
}

std::optional<Remark> too_few(const Case& before, const Command& command, const Library& library) {
  if (!std::holds_alternative<NextStep>(command.body) || before.here() != nullptr) return std::nullopt;
  const auto* method = library.pinned_method(before.method(before.stage.phase));
  if (method == nullptr) return std::nullopt;
  const auto there = [&](std::optional<Role> role) {
    return static_cast<int>(std::ranges::count_if(
        before.people, [&](const Person& person) { return person.at_table() && (!role || person.has(*role)); }));
  };
  const auto join = [&](Role role) {
    return way("case join", "case"_is = before.id, "name"_is = gap("gap.name"), "role"_is = key(role));
  };
  if (const auto have = there({}); have < method->people.min)
    return Remark{"R3", msg("remark.too_few", "method"_is = method->name, "least"_is = method->people.min,
                            "have"_is = have, "join"_is = join(Role::member))};
  for (const auto& use : method->roles)
    if (const auto have = there(use.role); have < use.min)
      return Remark{"R3", msg("remark.too_few_in_role", "method"_is = method->name, "least"_is = use.min,
                              "role"_is = role_name(method, use.role), "have"_is = have, "join"_is = join(use.role))};
  return std::nullopt;
}

std::optional<Remark> votes_beside(const Case& before, const Command& command, const Library& library) {
  const auto* here = before.here();
  const auto* said = std::get_if<Say>(&command.body);
  if (before.mode != Mode::coaching || here == nullptr ||
      (said == nullptr && !std::holds_alternative<Vote>(command.body)))
    return std::nullopt;
  Deciding d{before, command, library};
  d.actor = before.person(command.by);
  d.method = library.pinned_method(before.method(here->phase));
  d.step = step_here(before, library);
  if (d.actor == nullptr || d.step == nullptr || !d.step->vote) return std::nullopt;
  if (said != nullptr && method::kind_meant(d.method, said->kind) != kVoteKind) return std::nullopt;
  auto broken = judge(d, Say{{.kind = std::string(kVoteKind)}}).broken;
  if (broken.empty()) return std::nullopt;
  return Remark{broken.front().rule, msg("remark.vote_counts", "why"_is = std::move(broken.front().reason))};
}

std::optional<Remark> named_as_colleague(const Case& before, const Command& command, const Library& library) {
  std::string_view name;
  if (const auto* listed = std::get_if<NameForNetwork>(&command.body)) name = listed->name;
  if (const auto* added = std::get_if<AddNetworkPerson>(&command.body); added != nullptr && !added->professional)
    name = added->name;
  if (const auto* joins = std::get_if<AddParticipant>(&command.body))
    if (std::ranges::all_of(joins->roles, [](Role it) { return it == Role::resident || it == Role::circle; }))
      name = joins->name;
  if (blank(name) || before.person(name) != nullptr) return std::nullopt;
  const auto members = library.members_meant(name);
  if (members.empty() || !same_name(members.front(), name)) return std::nullopt;
  return Remark{"", msg("remark.named_as_colleague", "name"_is = trimmed(name),
                        "correct"_is = way("case correct", "case"_is = before.id, "ref"_is = trimmed(name),
                                           "text"_is = gap("gap.full_name")))};
}

namespace {

/// The way by which words go back to whoever had said them. Those around the resident give nobody words, so whoever the
/// case is of does it for them.
text::Way words_given_back(const Case& c, const Command& command, const Person& sayer, const Person* was,
                           const std::string& ref) {
  if (was == nullptr || was->erased) return way("case history", "case"_is = c.id);
  if (!is_no_colleague(sayer))
    return way("case correct", "case"_is = c.id, "ref"_is = ref, "whose"_is = was->name, "as"_is = sayer.name);
  const auto* owner = c.owner();
  return way("case correct", "case"_is = c.id, "ref"_is = ref, "whose"_is = was->name, "because"_is = gap(),
             "as"_is = owner == nullptr ? command.by : owner->name);
}

}  // namespace

std::optional<Remark> named_as_sayer(const Case& before, const Command& command) {
  const auto* correct = std::get_if<Correct>(&command.body);
  if (correct == nullptr || blank(correct->whose)) return std::nullopt;
  const auto meant = before.people_meant(correct->whose);
  const auto* sayer = before.person(correct->whose);
  if (sayer == nullptr && meant.size() == 1) sayer = meant.front();
  if (sayer == nullptr || sayer->erased || sayer == before.person(command.by)) return std::nullopt;
  const auto ref = ref_typed(correct->ref);
  if (before.is_anonymous(ref)) return std::nullopt;
  const auto* said = before.record(ref);
  const auto* was = said == nullptr ? nullptr : before.person(said->by);
  return Remark{"", msg("remark.named_as_sayer", "name"_is = sayer->name,
                        "back"_is = words_given_back(before, command, *sayer, was, ref))};
}

}  // namespace casus::engine
