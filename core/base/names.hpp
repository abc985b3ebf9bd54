// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <vector>

namespace casus {

enum class Lang { nl, en };

/// One value of a closed vocabulary: the key that files and commands use, and the word a person reads.
/// An enum joins in by a free function `constexpr std::array<Named<E>, N> names_of(E)` beside it; reading,
/// writing, help, near-miss hints and translations all come from that one table.
template <class E>
struct Named {
  E value;
  std::string_view key;
  std::string_view nl;
  std::string_view en;
};

template <class E>
concept NamedEnum = requires(E e) {
  names_of(e).size();
};

template <NamedEnum E>
constexpr std::string_view key(E value) {
  for (const auto& name : names_of(value))
    if (name.value == value) return name.key;
  return "?";
}

/// The word for people, in their language.
template <NamedEnum E>
constexpr std::string_view label(E value, Lang lang) {
  for (const auto& name : names_of(value))
    if (name.value == value) return lang == Lang::nl ? name.nl : name.en;
  return "?";
}

template <NamedEnum E>
constexpr std::optional<E> from_key(std::string_view text) {
  for (const auto& name : names_of(E{}))
    if (name.key == text) return name.value;
  return std::nullopt;
}

template <NamedEnum E>
std::vector<std::string_view> keys_of() {
  std::vector<std::string_view> keys;
  for (const auto& name : names_of(E{})) keys.push_back(name.key);
  return keys;
}

constexpr std::array<Named<Lang>, 2> names_of(Lang) {
  return {{{Lang::nl, "nl", "Nederlands", "Dutch"}, {Lang::en, "en", "Engels", "English"}}};
}

}  // namespace casus
