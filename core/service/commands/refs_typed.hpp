// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/one_of.hpp"
#include "core/model/ref_words.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <variant>

/// The ids that a command names. Internal to core/service.
namespace casus::service {

/// Walks over the fields that name a goal, an action, a question, ... by its id, and puts each as it is kept: "#A1 " is
/// a1. What cannot be an id stays as it was typed, for the refusal to quote.
class RefsTyped {
 public:
  template <class T>
  void required(std::string_view key, T& value) {
    read(key, value);
  }
  template <class T>
  void optional(std::string_view key, T& value) {
    read(key, value);
  }

 private:
  static bool names_a_record(std::string_view key) {
    constexpr std::array<std::string_view, 12> kKeys{"goal", "action", "line",     "decision", "re",        "request",
                                                     "card", "round",  "sentence", "promise",  "objection", "focus"};
    return std::ranges::find(kKeys, key) != kKeys.end();
  }
  static bool is_id(std::string_view ref) {
    const auto digits = ref.size() > 1 ? ref.substr(1) : std::string_view();
    return ref.size() > 1 && ref.front() >= 'a' && ref.front() <= 'z' && is_line_number(digits);
  }
  static void read(std::string_view key, std::string& value) {
    constexpr std::size_t kLongest = 12;  // texts are longer, and not looked at
    if (value.empty() || value.size() > kLongest || !names_a_record(key)) return;
    if (auto ref = ref_typed(value); is_id(ref)) value = std::move(ref);
  }
  template <class T>
  static void read(std::string_view, T&) {}
};

/// Reads the ids in any command: of a case, of the team, of a session of learning.
template <class Body>
void read_refs(Body& body) {
  std::visit([](auto& one) { std::decay_t<decltype(one)>::fields(one, RefsTyped()); }, body);
}

}  // namespace casus::service
