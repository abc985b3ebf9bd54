// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/case.hpp"
#include "core/model/events.hpp"
#include "core/text/message.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace casus::engine {

/// A place where the free text of a case names somebody.
struct NamedPlace {
  text::Message where;  ///< as somebody would look it up: "de titel", "b3", "regel 12"
  std::string ref;      ///< what is meant by it (mending.hpp)

  bool operator==(const NamedPlace&) const = default;
};

/// Each place once, as it was written at any time: of what was put right and of what was taken back too, since the
/// history shows how it read. Also where somebody else's contact or relation names them. What is destroyed is not
/// among them.
std::vector<NamedPlace> where_named(const Case& state, const Events& history, std::string_view name);

}  // namespace casus::engine
