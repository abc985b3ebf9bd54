// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/typed/way_on.hpp"

namespace casus::test {

/// How the command line speaks: ways on are lines to type.
inline text::Voice typed_in(Lang lang) {
  static const cli::TypedWays kWays;
  return {lang, nullptr, &kWays};
}

}  // namespace casus::test
