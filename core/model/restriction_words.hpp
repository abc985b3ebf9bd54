// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/case.hpp"
#include "core/text/message.hpp"

/// A case that is only kept (AVG 18), in words: for who is refused, and for a page. Of a case with a restriction only.
namespace casus {

/// Since when, and by which request.
text::Message restricted_since(const Case& c);
/// What may still be done, and how it ends.
text::Message while_restricted(const Case& c);

}  // namespace casus
