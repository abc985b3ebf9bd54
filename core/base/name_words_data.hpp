// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>

namespace casus {

/// The words of titles.txt and of between.txt, each between spaces.
extern const std::string_view kTitles;
extern const std::string_view kBetween;

}  // namespace casus
