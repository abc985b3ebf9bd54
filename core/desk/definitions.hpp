// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/desk/catalogue.hpp"

#include <nlohmann/json_fwd.hpp>

#include <array>
#include <string>

/// What the verbs about methods and workflows share.
namespace casus::desk {

enum class Drawing { mermaid, dot, scxml };

constexpr std::array<Named<Drawing>, 3> names_of(Drawing) {
  return {{{Drawing::mermaid, "mermaid", "word.drawing.mermaid"},
           {Drawing::dot, "dot", "word.drawing.dot"},
           {Drawing::scxml, "scxml", "word.drawing.scxml"}}};
}

nlohmann::json problems_json(const Problems& problems);

/// "<path>: <pointer>: <message>", one line each, on standard error.
void print_problems(Reply& reply, const std::string& path, const Problems& problems);

/// The whole file. Throws Usage with what to do when it cannot be read or is larger than `limit` bytes.
std::string read_file(Desk& desk, const std::string& path, std::size_t limit);

}  // namespace casus::desk
