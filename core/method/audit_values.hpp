// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/method/audit_rules.hpp"

#include <string>
#include <vector>

/// What a rule of a method is compared with; of the audit only.
namespace casus::method {

/// Values that no row can have: a branch that no menu offers, a number off its scale, more than a vote can count for.
/// Each at its own place. Whether there was one: then what the rule comes to says nothing more.
bool audit_values(const Definition& definition, const Criterion& rule, const std::string& pointer, const RuleHere* here,
                  std::vector<Remark>& remarks);

/// The kinds of rows that come of one key of a step (votes, branches, groups): that key where no step has it, else
/// empty.
std::string_view key_without_rows(const Definition& definition, Collection rows);

}  // namespace casus::method
