// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

/// Going over what described structs hold (core/base/json/json_fields.hpp), without reading or writing them.
namespace casus::fields {

/// Several functions as one, for a walk that takes more than one type.
template <class... Takes>
struct Taking : Takes... {
  using Takes::operator()...;
};
template <class... Takes>
Taking(Takes...) -> Taking<Takes...>;

template <class T>
inline constexpr bool kMayBeLeftOut = false;
template <class T>
inline constexpr bool kMayBeLeftOut<std::optional<T>> = true;

template <class T>
inline constexpr bool kIsList = false;
template <class T>
inline constexpr bool kIsList<std::vector<T>> = !std::same_as<T, bool>;

/// Calls `each(key, value)` with every value that it takes, in the order of the fields. What it does not take is gone
/// into: a struct, what may be left out when it is there, and a list, of which each has the key of the list. What is
/// sealed apart for somebody is passed by.
template <class Each>
class Walk {
 public:
  explicit Walk(Each& each) : each_(each) {}

  void required(std::string_view key, auto& value) { look(key, value); }
  template <class T>
  void optional(std::string_view key, T& value) {
    look(key, value);
  }
  void secret(std::string_view, const std::string&, auto&) {}

  template <class T>
  void look(std::string_view key, T& value) {
    if constexpr (std::invocable<Each&, std::string_view, T&>) each_(key, value);
    else if constexpr (kMayBeLeftOut<std::remove_const_t<T>>) look_if_there(key, value);
    else if constexpr (kIsList<std::remove_const_t<T>>) look_at_each(key, value);
    else if constexpr (requires { T::fields(value, *this); }) T::fields(value, *this);
  }

 private:
  void look_if_there(std::string_view key, auto& value) {
    if (value) look(key, *value);
  }
  void look_at_each(std::string_view key, auto& list) {
    for (auto& one : list) look(key, one);
  }

  Each& each_;
};

/// One described struct, or a list of them.
template <class T, class Each>
void walk(T& described, Each&& each) {
  Walk<std::remove_reference_t<Each>>(each).look({}, described);
}

}  // namespace casus::fields
