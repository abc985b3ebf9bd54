// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <tl/expected.hpp>

namespace casus {

/// A value, or the reason why there is none. The one place that names the library, so that std::expected can follow.
template <class Value, class Error>
using Outcome = tl::expected<Value, Error>;

template <class Error>
auto failure(Error error) {
  return tl::unexpected<Error>(std::move(error));
}

}  // namespace casus
