// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/engine/mending/put_right.hpp"

namespace casus::engine {

/// What was done last in the step that is going on: a line (`last_line`); something corrected, taken back or put back;
/// or something that is gone for good.
struct LastDone {
  enum class How { line, mended, gone };

  std::size_t place = 0;
  How how = How::line;
};

/// By `by` or, empty, by anybody. What the program itself said again, or took a name out of, is not among it.
std::optional<LastDone> last_done(const PutRight& right, std::string_view by = {});

}  // namespace casus::engine
