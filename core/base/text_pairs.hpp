// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/problem.hpp"

#include <string_view>

namespace casus {

/// Texts of a definition, of whatever kind, that do not say the same in both languages as far as a program can see:
/// whole sentences that are the same, a question in one that is none in the other, other numbers, one that is far
/// longer. With their places. Nothing for what is no JSON.
Problems uneven_texts(std::string_view bytes);

}  // namespace casus
