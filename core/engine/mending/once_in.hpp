// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/case.hpp"
#include "core/model/events.hpp"

#include <optional>
#include <string_view>

namespace casus::engine {

/// Somebody who was entered in the case and taken back: they stand nowhere in it, but their name is kept all the same.
/// By id or name; nothing for who is in the case now, or never was.
std::optional<Person> once_in(const Case& now, const Events& history, std::string_view called);

}  // namespace casus::engine
