// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/case.hpp"
#include "core/service/service.hpp"
#include "core/store/store.hpp"

namespace casus::service {

/// What lists and agendas need of a case; personal text goes into the sealed summary.
store::IndexRow index_row(const Case& state);

/// And back.
CaseLine case_line(const store::IndexRow& row);

}  // namespace casus::service
