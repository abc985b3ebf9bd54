// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/names.hpp"

#include <string>
#include <string_view>

namespace casus::page {

inline std::string_view pick(Lang lang, std::string_view nl, std::string_view en) { return lang == Lang::nl ? nl : en; }

/// "3", "2,5" or "2.5".
std::string number(double value, Lang lang);

}  // namespace casus::page
