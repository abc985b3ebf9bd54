// SPDX-License-Identifier: EUPL-1.2
#include "core/base/text.hpp"
#include "core/engine/decide/deciding.hpp"
#include "core/text/label.hpp"

#include <functional>
#include <map>
#include <string>

/// Roles in words, and the role that a word stands for.
namespace casus::engine {

namespace {

using RolesByWord = std::map<std::string, Role, std::less<>>;

/// What `text::typed_as<Role>` knows, folded once: every name that comes into a case is held against it.
const RolesByWord& roles_by_word() {
  static const RolesByWord kRoles = [] {
    RolesByWord all;
    for (const auto& name : names_of(Role{})) {
      all.emplace(name.key, name.value);
      if (const auto entry = text::find(name.word))
        for (const auto lang : text::languages()) all.emplace(folded(entry->text(lang)), name.value);
    }
    return all;
  }();
  return kRoles;
}

std::optional<Role> role_of_word(std::string_view word) {
  const auto found = roles_by_word().find(word);
  return found == roles_by_word().end() ? std::nullopt : std::optional(found->second);
}

}  // namespace

std::optional<Role> role_meant(std::string_view text) {
  const auto wanted = folded(trimmed(text));
  if (const auto role = role_of_word(wanted)) return role;
  for (const std::string_view article : {"de ", "het ", "the "})
    if (wanted.starts_with(article)) return role_of_word(std::string_view(wanted).substr(article.size()));
  return std::nullopt;
}

Message role_name(const method::Definition* method, Role role) {
  if (method != nullptr)
    for (const auto& use : method->roles)
      if (use.role == role && !use.name.empty()) return use.name;
  return text::label(role);
}

Message role_words(const method::Definition* method, const std::vector<Role>& roles) {
  std::vector<Message> names;
  for (const auto role : roles) names.push_back(role_name(method, role));
  return Message::listed(text::any_of(std::move(names)));
}

}  // namespace casus::engine
