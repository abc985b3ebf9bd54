// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/problem.hpp"

#include <system_error>

namespace casus {

/// That a file could not be read, and why.
Problem unread_file(Telling why);

/// What the system said; the usual ones in the catalogue.
Telling system_said(const std::error_code& error);

}  // namespace casus
