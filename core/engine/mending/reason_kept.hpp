// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/case.hpp"
#include "core/model/redaction.hpp"

#include <string>
#include <string_view>
#include <vector>

/// Why somebody or a case was erased outlives what was erased, so it is kept without the names that go.
namespace casus::engine {

/// What stands where a name stood, or a whole reason; in no language.
inline constexpr std::string_view kNameGone = "[\u2026]";

/// Whom an erasure takes the name of: that person and who turned out to be the same, or of the whole case, with nobody
/// given, all who do not work in it.
std::vector<HiddenName> names_erased(const Case& c, const Person* person);

/// Empty when nothing else than a name was said.
std::string reason_kept(const Case& c, const Person* person, std::string_view because);

}  // namespace casus::engine
