// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/access.hpp"
#include "core/model/case.hpp"
#include "core/page/layout.hpp"

#include <string>
#include <vector>

/// Who looked at a case, in words. Looks at the same part by the same person on the same day, on the same ground and
/// for the same reason, are one line.
namespace casus::report {

/// Day, who, what, why. `state` gives the names that a person has now.
std::vector<page::Row> looks_rows(const Looks& looks, const Case& state, Lang lang);
page::Row looks_header(Lang lang);

/// The rows as a table for a terminal; a sentence when nobody looked.
/// The looks, and above them what was erased, by whom, with whom and why.
std::string looks_text(const Looks& looks, const Erasures& erasures, const Case& state, Lang lang);

}  // namespace casus::report
