// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/web/server/message.hpp"

#include <string_view>

namespace casus::web {

/// Whether a program in front of this one may have taken this head for another request, or its body for one of another
/// length (RFC 9112, 5.2 and 6.3): a line that goes on in the next one, two lengths or two hosts, an encoding of the
/// body that is not just "chunked", or one where the version has none. `sent`: the head as it came; `version`: 11 for
/// HTTP/1.1. What is no head at all was refused before this is asked.
bool may_be_misread(const Request& request, unsigned version, std::string_view sent);

}  // namespace casus::web
