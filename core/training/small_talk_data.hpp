// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>

namespace casus::training {

/// The bytes of small_talk.txt.
extern const std::string_view kSmallTalk;

}  // namespace casus::training
