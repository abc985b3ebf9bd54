// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/access/no_name.hpp"

#include "core/engine/decide/deciding.hpp"
#include "core/engine/remarks/readable.hpp"
#include "core/model/person_name.hpp"

#include <algorithm>

namespace casus::engine {

namespace {

/// A letter and a number, or a number alone: what people, lines and agreements of a case are called by.
bool is_a_number(std::string_view key) {
  if (!key.empty() && key.front() >= 'a' && key.front() <= 'z') key.remove_prefix(1);
  return !key.empty() && std::ranges::all_of(key, [](char c) { return c >= '0' && c <= '9'; });
}

/// Whether a name may end in this word with a stop of its own.
bool is_cut_short(std::string_view word, bool alone) {
  const auto is_sign = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; };
  const auto signs = std::ranges::count_if(word, is_sign);
  return signs < 2 || word.find('.') != std::string_view::npos || (!alone && signs < 3);
}

}  // namespace

std::string new_name(std::string_view name) {
  auto kept = kept_name(name);
  if (!kept.ends_with('.')) return kept;
  const auto space = kept.rfind(' ');
  const bool alone = space == std::string::npos;
  auto last = std::string_view(kept).substr(alone ? 0 : space + 1);
  last.remove_suffix(1);
  if (!is_cut_short(last, alone)) kept.pop_back();
  return kept;
}

const Person* person_called(const Case& state, std::string_view name) {
  const auto* known = state.person(name);
  return known == nullptr ? state.person(new_name(name)) : known;
}

std::optional<Refusal> no_name(std::string_view name, const std::vector<Role>& roles, NameAlso also) {
  const auto kept = new_name(name);
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

std::optional<Refusal> nobodys_name(std::string_view name) {
  ReadableTexts texts;
  texts.look("by", std::string(name));
  if (auto refusal = std::move(texts).refusal()) return refusal;
  return no_name(name, {}, NameAlso::role_word);
}

}  // namespace casus::engine
