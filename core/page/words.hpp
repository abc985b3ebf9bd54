// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/text/voice.hpp"

#include <string>
#include <string_view>

namespace casus::page {

/// A number as fmt writes it, with the sign for decimals of the language.
std::string decimal(std::string text, const text::Voice& voice);

/// "3", "2,5" or "2.5".
std::string number(double value, const text::Voice& voice);

}  // namespace casus::page
