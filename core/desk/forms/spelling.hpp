// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/decimal.hpp"
#include "core/base/names.hpp"
#include "core/base/role.hpp"
#include "core/base/text.hpp"
#include "core/base/time.hpp"
#include "core/desk/typed/words.hpp"
#include "core/text/label.hpp"
#include "core/text/voice.hpp"

#include <concepts>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

/// How values are typed: `read_typed` takes what somebody typed (a sentence when it cannot), `spelled` writes the value
/// so that it reads back the same.
namespace casus::desk {

/// What reading needs to know: in which language to complain, which day is today ("+14d", "morgen"), and how methods
/// call a role.
struct Spelling {
  text::Voice voice = Lang::nl;
  Date today{};
  std::function<std::optional<Role>(std::string_view)> role_called{};
  /// Gets what was typed with a value and is not kept (the hour beside a day), for the face to say. Null: such a value
  /// is not taken.
  std::vector<text::Message>* beside = nullptr;
};

std::string read_typed(const std::string& typed, std::string& value, const Spelling& how);
std::string read_typed(const std::string& typed, int& value, const Spelling& how);
std::string read_typed(const std::string& typed, std::int64_t& value, const Spelling& how);
/// With a point or a comma: 1.5 or 1,5.
std::string read_typed(const std::string& typed, double& value, const Spelling& how);
std::string read_typed(const std::string& typed, bool& value, const Spelling& how);
/// In the notation of either language.
std::string read_typed(const std::string& typed, Decimal& value, const Spelling& how);
/// As people say it: `read_day`. What comes again ("elke woensdag") is no single day.
std::string read_typed(const std::string& typed, Date& value, const Spelling& how);
/// 2026-03-02T09:30:00Z; or a day as people say it with the time on the wall there: "gisteren 14:05". A day without a
/// year is the last, since a moment was; a day alone is no moment.
std::string read_typed(const std::string& typed, Time& value, const Spelling& how);

/// "'x' ken ik hier niet; kies uit a, b, c (bedoelde je 'a'?)".
std::string not_among(std::string_view typed, const std::vector<std::string_view>& known, const text::Voice& voice);

/// One value of a closed list: the key of files and the words for people, which are both taken.
struct Choice {
  std::string_view key;
  Words words;
};
using Choices = std::vector<Choice>;

/// The same for a closed list: in the words of the language; a key is near too. `guess`: the nearest one is named.
std::string not_among(std::string_view typed, const Choices& choices, const text::Voice& voice, bool guess = true);
/// "voor, tegen, twijfel".
std::string in_words(const Choices& choices, const text::Voice& voice);

/// " (bedoelde je 'x'?)", or nothing.
std::string hint_in(const text::Voice& voice, std::string_view typed, const std::vector<std::string_view>& known);

/// The key of the choice that people also call so: "maatschappij" for society, "kennis" for acquaintances, "buurt" for
/// volunteers; empty for none. What is shown is one word, what is taken are more.
std::string_view also_called(std::string_view typed, const Choices& choices);

/// "de samenleving" as "samenleving", "een collega" as "collega", in any language: what is chosen is often said with
/// its article. Empty where the text has none, or holds nothing else.
std::string behind_article(std::string_view typed);

template <class T>
struct Bare {
  using Type = T;
};
template <class T>
struct Bare<std::optional<T>> : Bare<T> {};
template <class T>
struct Bare<std::vector<T>> : Bare<T> {};

/// The closed list of values of a type; empty when anything will do.
template <class T>
Choices choices_of() {
  using B = typename Bare<T>::Type;
  if constexpr (std::same_as<B, Lang>) {
    Choices all;  // as everybody types them
    for (const auto lang : text::languages()) all.push_back({text::code(lang), Words::verbatim(text::code(lang))});
    return all;
  } else if constexpr (NamedEnum<B>) {
    Choices all;
    for (const auto& name : names_of(B{})) all.push_back({name.key, Words::of(name.word)});
    return all;
  } else if constexpr (std::same_as<B, bool>) {
    return {{"yes", "text.yes"}, {"no", "text.no"}};
  } else {
    return {};
  }
}

/// The only value of which the word for people begins so, as a whole word ("nabespreking" of "nabespreking van een
/// oefening"); nothing where no guess is allowed.
template <NamedEnum E>
std::optional<E> begun_as(std::string_view typed) {
  std::optional<E> only;
  if (!guessed<E>() || typed.empty()) return only;
  for (const auto& name : names_of(E{})) {
    if (!text::begins_word(name.word, std::string(typed) + ' ')) continue;
    if (only) return std::nullopt;
    only = name.value;
  }
  return only;
}

/// Keys are what files and commands use; the words for people are taken too, whole or as they begin, with their article
/// or without.
template <NamedEnum E>
std::string read_typed(const std::string& typed, E& value, const Spelling& how) {
  const auto wanted = folded(trimmed(typed));
  for (const auto& name : names_of(E{}))
    if (wanted == name.key || text::is_word(name.word, wanted)) {
      value = name.value;
      return {};
    }
  std::string dashed = wanted;  // "plan-of-action" for "plan_of_action"
  for (char& c : dashed)
    if (c == '-') c = '_';
  if (const auto found = from_key<E>(dashed)) {
    value = *found;
    return {};
  }
  const auto choices = choices_of<E>();
  if (const auto found = from_key<E>(also_called(wanted, choices))) {
    value = *found;
    return {};
  }
  if (const auto begun = begun_as<E>(wanted)) {
    value = *begun;
    return {};
  }
  if constexpr (std::same_as<E, Role>)
    if (const auto called = how.role_called ? how.role_called(wanted) : std::nullopt) {
      value = *called;
      return {};
    }
  if (const auto bare = behind_article(wanted); !bare.empty() && read_typed(bare, value, how).empty()) return {};
  return not_among(typed, choices, how.voice, guessed<E>());
}

template <class T>
std::string read_typed(const std::string& typed, std::optional<T>& value, const Spelling& how) {
  return read_typed(typed, value.emplace(), how);
}

template <class T>
std::string read_typed(const std::string& typed, std::vector<T>& value, const Spelling& how) {
  return read_typed(typed, value.emplace_back(), how);
}

using Typed = std::vector<std::string>;

Typed spelled(const std::string& value);  ///< nothing for an empty text
Typed spelled(std::int64_t value);
inline Typed spelled(int value) { return spelled(static_cast<std::int64_t>(value)); }
Typed spelled(double value);
Typed spelled(bool value);
Typed spelled(Decimal value);
Typed spelled(Date value);
Typed spelled(Time value);

template <NamedEnum E>
Typed spelled(E value) {
  return {std::string(key(value))};
}

template <class T>
Typed spelled(const std::optional<T>& value) {
  return value ? spelled(*value) : Typed{};
}

template <class T>
Typed spelled(const std::vector<T>& value) {
  Typed all;
  for (const auto& item : value)
    for (auto& word : spelled(item)) all.push_back(std::move(word));
  return all;
}

template <class T>
inline constexpr bool is_list = false;
template <class T>
inline constexpr bool is_list<std::vector<T>> = true;

}  // namespace casus::desk
