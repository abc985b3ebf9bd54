// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/json/json_fields.hpp"
#include "core/base/problem.hpp"

#include <functional>
#include <string_view>

/// Small files in which who looks after a machine says how things are here.
namespace casus {

/// Reads one: its format, its fields and that there is nothing else; then, when all of that is well, what they have to
/// hold. What is wrong is placed in the file.
Problems read_settings(std::string_view bytes, int format, const std::function<void(fields::ObjectReader&)>& read,
                       const std::function<void(Problems&)>& check);

void check_not_empty(std::string pointer, const std::string& text, Problems& problems);

}  // namespace casus
