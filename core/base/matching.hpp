// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

namespace casus {

/// A text as it is compared when people type names and look for words: small letters, without accents, whether a sign
/// is one point or a letter with a mark behind it; one apostrophe for all of them, one space for all of those, and
/// nothing that is not seen. UTF-8 in and out.
std::string matched(std::string_view text);

}  // namespace casus
