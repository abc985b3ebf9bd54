// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>

namespace casus::training {

/// The bytes of small_talk.txt.
extern const std::string_view kSmallTalk;

/// The bytes of table_words.txt: words, in small letters, of what is on and around any table.
extern const std::string_view kTableWords;

}  // namespace casus::training
