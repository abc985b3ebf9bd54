// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/case.hpp"
#include "core/text/message.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace casus::engine {

/// A place where the free text of a case names somebody.
struct NamedPlace {
  text::Message where;  ///< as somebody would look it up: "de titel", "b3", "g1"
  std::string ref;      ///< what is meant by it (mending.hpp)

  bool operator==(const NamedPlace&) const = default;
};

/// Each place once. Erasing a person destroys who it was, not what others wrote: that is destroyed place by place.
std::vector<NamedPlace> where_named(const Case& state, std::string_view name);

}  // namespace casus::engine
