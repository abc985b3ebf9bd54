// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/method/audit/audit_rules.hpp"

#include <optional>
#include <string>
#include <vector>

/// What a rule of a method is compared with; of the audit only.
namespace casus::method {

/// Values that no row can have: a branch that no menu offers, a number off its scale, more than a vote can count for.
/// Each at its own place. Whether there was one: then what the rule comes to says nothing more.
bool audit_values(const Definition& definition, const Criterion& rule, const std::string& pointer, const RuleHere* here,
                  std::vector<Remark>& remarks);

/// How often one of these steps (none named: any) comes up in a row at most; 1 where none of them comes again.
int most_times(const Definition& definition, const std::vector<std::string>& in_steps);

/// Rows that come of one key of a step (votes, branches, groups), where none of these steps has it (none named: no step
/// at all): then a rule about them is never met, or with `holds` always. Nothing where such rows can be there.
enum class OverNone { never, holds };
std::optional<Telling> rows_lacking(const Definition& definition, Collection rows,
                                    const std::vector<std::string>& in_steps, OverNone then);

}  // namespace casus::method
