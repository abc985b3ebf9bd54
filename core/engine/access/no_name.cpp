// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/access/no_name.hpp"

#include "core/engine/decide/deciding.hpp"
#include "core/model/person_name.hpp"

#include <algorithm>

namespace casus::engine {

namespace {

/// A letter and a number, or a number alone: what people, lines and agreements of a case are called by.
bool is_a_number(std::string_view key) {
  if (!key.empty() && key.front() >= 'a' && key.front() <= 'z') key.remove_prefix(1);
  return !key.empty() && std::ranges::all_of(key, [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::optional<Refusal> no_name(std::string_view name, const std::vector<Role>& roles, NameAlso also) {
  const auto kept = kept_name(name);
  const auto remedy = msg("identity.no_name_do");
  if (is_a_number(name_key(kept)))
    return no("NotAName", "", msg("identity.name_is_a_number", "name"_is = kept), remedy);
  if (kept.size() > 1 && kept.front() == '(' && kept.back() == ')')
    return no("NotAName", "", msg("identity.name_is_a_mark", "name"_is = kept), remedy);
  const auto role = also == NameAlso::role_word ? std::nullopt : role_meant(kept);
  if (role && std::ranges::find(roles, *role) == roles.end())
    return no("NotAName", "", msg("identity.name_is_a_role", "name"_is = kept), remedy);
  return std::nullopt;
}

}  // namespace casus::engine
