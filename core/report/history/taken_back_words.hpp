// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/case.hpp"
#include "core/text/message.hpp"

namespace casus::report {

/// What was taken back, by the type of its event: "een doel". A contribution is called by its kind, by who knows the
/// method.
text::Message taken_back_words(const TakenBack& mark);

}  // namespace casus::report
