// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace casus::engine {

/// Walks over the texts that are filled in a command or a move, those inside others and in lists too. `Taker` has
/// `take(std::string_view key, const std::string& text)`, which gets each with its field, in their order.
template <class Taker>
class EachText {
 public:
  template <class T>
  void required(std::string_view key, const T& value) {
    look(key, value);
  }
  template <class T>
  void optional(std::string_view key, const T& value) {
    look(key, value);
  }

  void look(std::string_view key, const std::string& text) {
    if (!text.empty()) static_cast<Taker&>(*this).take(key, text);  // most fields of most commands are empty
  }

 private:
  EachText() = default;
  friend Taker;

  template <class T>
  void look(std::string_view, const T& value) {
    if constexpr (requires { T::fields(value, *this); }) T::fields(value, *this);
  }
  template <class T>
  void look(std::string_view key, const std::optional<T>& value) {
    if (value) look(key, *value);
  }
  template <class T>
  void look(std::string_view key, const std::vector<T>& values) {
    for (const auto& value : values) look(key, value);
  }
};

}  // namespace casus::engine
