// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/engine/library.hpp"
#include "core/simulation/caseload/caseload_request.hpp"
#include "tests/support/temp_dir.hpp"

#include <map>
#include <string>

/// What simulations in tests run on: the shipped methods and workflows, and the light ones of the bench.
namespace casus::test {

const engine::Library& simulated_library();

/// The shipped file of assumptions.
std::string shipped_assumptions();

/// The same with other numbers, by their paths.
std::string assumptions_with(const std::map<std::string, double>& numbers);

/// Assumptions of a single thing that queueing theory knows: cases of ten minutes by the light method, nothing else in
/// the meeting, nobody absent, nothing left to chance but the arrivals.
std::string one_queue(double cases_per_week, double meeting_minutes);

/// Everything of a plan, in order.
std::vector<simulation::UnitResult> simulated(const simulation::CaseloadPlan& plan, int threads);

}  // namespace casus::test
