// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace casus {

/// Bytes as text (RFC 4648, with padding, on one line).
std::string to_base64(std::string_view bytes);
/// Nothing for what that would not have written.
std::optional<std::string> from_base64(std::string_view text);

}  // namespace casus
