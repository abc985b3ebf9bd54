// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/text.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

/// Texts of a command in which there is nothing to see. Internal to core/service.
namespace casus::service {

/// Walks over the texts that somebody typed, those inside others too, and empties each that holds spaces alone: it says
/// no more than a text that was left out, and where one is asked for it does not do. In a list there is none of it.
class BlankTexts {
 public:
  template <class T>
  void required(std::string_view, T& value) {
    look(value);
  }
  template <class T>
  void optional(std::string_view, T& value) {
    look(value);
  }

 private:
  static void look(std::string& text) {
    if (!text.empty() && trimmed(text).empty()) text.clear();
  }
  static void look(std::vector<std::string>& texts) {
    std::erase_if(texts, [](const std::string& text) { return trimmed(text).empty(); });
  }
  static void look(std::optional<std::string>& text) {
    if (text) look(*text);
  }
  template <class T>
  void look(T& value) {
    if constexpr (requires { T::fields(value, *this); }) T::fields(value, *this);
  }
};

/// In any command: of a case, a meeting, the team, a session of learning.
template <class Body>
void leave_out_blanks(Body& body) {
  BlankTexts blanks;
  std::visit([&](auto& one) { std::decay_t<decltype(one)>::fields(one, blanks); }, body);
}

}  // namespace casus::service
