// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/access.hpp"
#include "core/model/case.hpp"
#include "core/page/layout.hpp"
#include "core/report/definitions.hpp"
#include "core/text/voice.hpp"

#include <string>
#include <vector>

/// Who looked at a case, in words. Looks at the same part by the same person on the same day, on the same ground and
/// for the same reason, are one line. Where a log has looks from more than one account of computers, each line says
/// which, but not to the resident.
namespace casus::report {

enum class LooksFor {
  team,
  numbered,  ///< for the team, with the number by which a reason that was given is put right
  resident,  ///< without the roles that only the team has, and without numbers that only the team puts right by
};

/// Day, who, what, why. `state` gives the names that a person has now; a role is called as the method of that moment
/// calls it, and without `definitions` as everybody does.
std::vector<page::Row> looks_rows(const Looks& looks, const Case& state, const text::Voice& voice,
                                  LooksFor reader = LooksFor::team, const Definitions* definitions = nullptr);
page::Row looks_header(const text::Voice& voice);

/// What was erased, by whom, with whom and why, a line each; with the sentence for when nobody looked.
std::string erasures_text(const Erasures& erasures, const text::Voice& voice, LooksFor reader = LooksFor::numbered);
/// Looks whose term had ended, a line for each time.
std::string looks_gone_text(const std::vector<LooksGone>& gone, const text::Voice& voice);
std::string nobody_looked(const text::Voice& voice);

}  // namespace casus::report
