// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/case.hpp"
#include "core/model/events.hpp"
#include "core/model/redaction.hpp"
#include "core/text/message.hpp"

#include <cstdint>
#include <string>
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
/// `names`: all that they were called in the case.
std::vector<NamedPlace> where_named(const Case& state, const Events& history, const std::vector<HiddenName>& names);

/// The numbers of the events of a history in whose texts somebody is named.
std::vector<std::int64_t> lines_naming(const Events& history, const std::vector<HiddenName>& names);

}  // namespace casus::engine
