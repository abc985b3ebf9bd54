// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/case.hpp"

namespace casus::test {

/// A case with a resident, a plan and talk; the same closed; the same opened again.
Case zgw_open_case();
Case zgw_ended_case();
Case zgw_reopened_case();

}  // namespace casus::test
