// SPDX-License-Identifier: EUPL-1.2
#include "core/method/audit/audit_voices.hpp"

#include <algorithm>

namespace casus::method {
namespace {

bool is_one_of(const auto& list, const auto& wanted) { return std::ranges::find(list, wanted) != list.end(); }

bool knows_role(const Definition& definition, std::string_view word) {
  return std::ranges::any_of(definition.roles, [&](const RoleUse& use) { return key(use.role) == word; });
}

/// What is noted beside the talk asks no floor.
bool is_noted_beside(const std::vector<std::string>& kinds, const std::vector<Role>& roles) {
  const auto beside = [](const std::string& kind) { return kind == "note" || kind == "fact" || kind == "answer"; };
  const auto notes = [](Role role) {
    return role == Role::chair || role == Role::note_taker || role == Role::coordinator;
  };
  return std::ranges::any_of(kinds, beside) || (kinds.empty() && std::ranges::any_of(roles, notes));
}

}  // namespace

void audit_voices(const Definition& definition, const Criterion& rule, const RuleHere* here, const std::string& pointer,
                  std::vector<Remark>& remarks) {
  if (rule.op != Criterion::Op::count) return;
  const bool votes = rule.collection == Collection::votes;
  if (!votes && rule.collection != Collection::contributions && rule.collection != Collection::records) return;
  const auto warn = [&](Telling message) {
    remarks.push_back({Remark::Weight::warning, {pointer + "/where/role", std::move(message)}});
  };
  const auto words = words_of(rule.where, Field::role);
  std::vector<Role> roles;
  for (const auto& word : words) {
    if (!knows_role(definition, word)) warn(tell("wrong.role_not_added", {{"role", word}}));
    else if (const auto role = from_key<Role>(word)) roles.push_back(*role);
  }
  if (rule.at_least.value_or(0) <= 0 || roles.empty() || roles.size() < words.size()) return;
  const auto kinds = words_of(rule.where, Field::kind);
  if (!votes && is_noted_beside(kinds, roles)) return;
  const auto steps = steps_of(definition, rule.where, rule.scope, here);
  const auto lets_speak = [&](const Step& step) {
    const auto& floor = step.floor;
    return (steps.empty() || is_one_of(steps, step.id)) && (!votes || step.vote) &&
           (kinds.empty() || std::ranges::any_of(kinds, [&](const std::string& kind) { return step.fits(kind); })) &&
           std::ranges::any_of(
               roles, [&](Role role) { return is_one_of(floor.speakers, role) || is_one_of(floor.answers, role); });
  };
  if (std::ranges::none_of(definition.phases, [&](const auto& all) { return std::ranges::any_of(all, lets_speak); }))
    warn(tell("wrong.role_without_floor", {{"role", words.front()}}));
}

}  // namespace casus::method
