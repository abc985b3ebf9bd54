// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/web/html.hpp"

#include <string>

namespace casus::web {

/// The text as a square that a phone's camera reads: black on white, with a quiet edge. `label` says what it is for who
/// does not see it. Nothing when the text does not fit.
Html qr_picture(const std::string& text, const std::string& label);

}  // namespace casus::web
