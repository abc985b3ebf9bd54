// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <vector>

namespace casus {

/// What the program speaks. Others, which a definition may speak too, are values beyond these: `other_language`.
enum class Lang : int { nl, en };

/// A language of a definition that the program itself does not speak, by its code of two letters ("de"); nothing for
/// one that it does, or what is no code.
constexpr std::optional<Lang> other_language(std::string_view code) {
  constexpr int kBeyond = 256, kLetters = 26;
  const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
  if (code.size() != 2 || !is_letter(code[0]) || !is_letter(code[1]) || code == "nl" || code == "en")
    return std::nullopt;
  return static_cast<Lang>(kBeyond + (code[0] - 'a') * kLetters + (code[1] - 'a'));
}

/// One value of a closed vocabulary: the key that files and commands use, and the id of the word that a person reads
/// (core/text), empty when nobody does. An enum joins in by a free function `constexpr std::array<Named<E>, N>
/// names_of(E)` beside it; reading, writing, help, near-miss hints and translations all come from that one table.
template <class E>
struct Named {
  E value;
  std::string_view key;
  std::string_view word = {};
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

/// Whether a mistyped word is answered with the nearest one: not where the words must not be mixed up, which an enum
/// says by a free function `constexpr bool is_guessed(E)` beside it.
template <NamedEnum E>
constexpr bool guessed() {
  if constexpr (requires { is_guessed(E{}); }) return is_guessed(E{});
  else return true;
}

constexpr std::array<Named<Lang>, 2> names_of(Lang) {
  return {{{Lang::nl, "nl", "word.lang.nl"}, {Lang::en, "en", "word.lang.en"}}};
}

}  // namespace casus
