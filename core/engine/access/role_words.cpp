// SPDX-License-Identifier: EUPL-1.2
#include "core/base/text.hpp"
#include "core/engine/decide/deciding.hpp"
#include "core/text/label.hpp"

/// Roles in words, and the role that a word stands for.
namespace casus::engine {

std::optional<Role> role_meant(std::string_view text) {
  const auto wanted = folded(trimmed(text));
  if (const auto role = text::typed_as<Role>(wanted)) return role;
  for (const std::string_view article : {"de ", "het ", "the "})
    if (wanted.starts_with(article)) return text::typed_as<Role>(wanted.substr(article.size()));
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
