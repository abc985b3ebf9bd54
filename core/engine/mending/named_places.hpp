// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/case.hpp"
#include "core/model/events.hpp"
#include "core/model/redaction.hpp"
#include "core/text/message.hpp"

#include <cstdint>
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
/// `names`: all that they were called in the case.
std::vector<NamedPlace> where_named(const Case& state, const Events& history, const std::vector<HiddenName>& names);

/// Whether a history says that somebody was erased.
bool says_erased(const Events& history, std::string_view person);

/// Who has no name any more in a case, though nothing in its history says that they were erased: their key is gone, so
/// that was said after the copy of an earlier day that was put back here, and whatever hid their name in its texts was
/// said then too. Ids; not of an entry that is the same person as another, nor of who came along with a case that ended
/// in this one: what happened to them stands in that one.
std::vector<std::string> erased_since_copy(const Case& state, const Events& history);

/// The numbers of the events of a history in whose texts somebody is named.
std::vector<std::int64_t> lines_naming(const Events& history, const std::vector<HiddenName>& names);

}  // namespace casus::engine
