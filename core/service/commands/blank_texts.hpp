// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/json/field_walk.hpp"
#include "core/base/text.hpp"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// Texts of a command in which there is nothing to see. Internal to core/service.
namespace casus::service {

/// Empties each text of a command that holds spaces alone, those inside others too: it says no more than a text that
/// was left out, and where one is asked for it does not do. In a list there is none of it. In any command: of a case, a
/// meeting, the team, a session of learning.
void leave_out_blanks(auto& body) {
  const auto is_blank = [](const std::string& text) { return trimmed(text).empty(); };
  fields::Taking blanks{[&](std::string_view, std::string& text) {
                          if (is_blank(text)) text.clear();
                        },
                        [&](std::string_view, std::vector<std::string>& texts) { std::erase_if(texts, is_blank); }};
  std::visit([&](auto& one) { fields::walk(one, blanks); }, body);
}

}  // namespace casus::service
