// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/names.hpp"
#include "core/text/voice.hpp"

#include <string>
#include <string_view>

namespace casus::cli {

/// Help for the program (""), a noun ("case") or a verb ("case say"): what it does, what can be typed, an example.
std::string help_of(std::string_view path, const text::Voice& voice);

}  // namespace casus::cli
