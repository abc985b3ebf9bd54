// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/commands.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace casus::simulation {

namespace detail {

template <class Each>
struct TextVisitor {
  Each& each;

  void look(std::string& text) { each(text); }
  void look(std::vector<std::string>& texts) {
    for (auto& text : texts) each(text);
  }
  template <class T>
  void look(T&) {}
  template <class T>
  void required(std::string_view, T& value) {
    look(value);
  }
  template <class T>
  void optional(std::string_view, T& value) {
    look(value);
  }
};

}  // namespace detail

/// Calls `each` with every text of a command, in the order of its fields.
template <class Each>
void each_text(CommandBody& body, Each each) {
  detail::TextVisitor<Each> visitor{each};
  std::visit([&](auto& command) { std::decay_t<decltype(command)>::fields(command, visitor); }, body);
}

}  // namespace casus::simulation
