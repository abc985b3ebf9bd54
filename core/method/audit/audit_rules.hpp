// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/method/audit/audit.hpp"

#include <string>
#include <vector>

/// What a rule of a method can and cannot come to; of the audit only.
namespace casus::method {

/// Where a requirement stands; nothing for what is judged afterwards.
struct RuleHere {
  Phase phase;
  std::size_t step;
  bool hard;
  bool asked = false;  ///< of who stands in the step, before it is left
};

/// Rules that can never hold or never fail, that ask for what nobody can say, for what comes later, or for a part of
/// the history that they cannot see.
void audit_rule(const Definition& definition, const Criterion& rule, const std::string& pointer, const RuleHere* here,
                std::vector<Remark>& remarks);

/// What a step is entered for: that it can never be so, or always is, when the step before is left.
void audit_when(const Definition& definition, Phase phase, std::size_t step, std::vector<Remark>& remarks);

/// What ends a repeat: that it always or never holds when a time is over.
void audit_repeat(const Definition& definition, Phase phase, std::size_t step, std::vector<Remark>& remarks);

/// The words that a field must be one of; empty when any will do.
std::vector<std::string> words_of(const Filter& filter, Field field);

/// The steps whose rows are looked at: those that are named, or the one where it is asked; empty: any.
std::vector<std::string> steps_of(const Definition& definition, const Filter& filter, Scope scope,
                                  const RuleHere* here);

}  // namespace casus::method
