// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/rules.hpp"

namespace casus::engine {

const std::array<Rule, 18>& rules() {
  using enum method::Level;
  static constexpr std::array<Rule, 18> kRules{{
      {"R1", hard, "rule.r1", "core/engine/explain/requirements.cpp"},
      {"R2", hard, "rule.r2", "core/engine/decide/decide_opening.cpp"},
      {"R3", hard, "rule.r3", "core/engine/decide/decide_joining.cpp"},
      {"R4", hard, "rule.r4", "core/engine/floor/floor.cpp"},
      {"R5", soft, "rule.r5", "core/engine/decide/decide_steps.cpp"},
      {"R6", soft, "rule.r6", "core/engine/floor/floor.cpp"},
      {"R7", soft, "rule.r7", "core/engine/explain/requirements.cpp"},
      {"R8", hard, "rule.r8", "core/engine/decide/decide_plan.cpp"},
      {"R9", soft, "rule.r9", "core/engine/explain/requirements.cpp"},
      {"R10", hard, "rule.r10", "core/engine/explain/requirements.cpp"},
      {"R11", hard, "rule.r11", "core/engine/decide/decide_scores.cpp"},
      {"R12", hard, "rule.r12", "core/engine/decide/decide_plan.cpp"},
      {"R13", hard, "rule.r13", "core/engine/decide/decide.cpp"},
      {"R14", hard, "rule.r14", "core/engine/decide/decide.cpp"},
      {"R15", hard, "rule.r15", "core/engine/team/team.cpp"},
      {"R16", soft, "rule.r16", "core/engine/explain/requirements.cpp"},
      {"R17", soft, "rule.r17", "core/engine/decide/decide_decisions.cpp"},
      {"R18", hard, "rule.r18", "core/report/cards.cpp"},
  }};
  return kRules;
}

}  // namespace casus::engine
