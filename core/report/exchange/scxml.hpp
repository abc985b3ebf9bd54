// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/method/definition.hpp"
#include "core/workflow/workflow.hpp"

#include <string>

/// A definition as a chart that another program can run: SCXML [W3C 2015], null data model.
///
/// The chart holds the whole life of a case as core/lifecycle has it: alive with two parallel regions, how far it is
/// (intake, open in a phase, paused with history) and safety; closed; erased. An event has the name of a lifecycle
/// step, with what goes with it after a dot: "enter_phase.evaluation", "meldcode.3", "pause". With a method inside, the
/// steps stand in the phases, and "next" and "back" walk them in the order of the workflow.
///
/// What must hold before a step may be left (criteria, floor, native rules) is not in it: SCXML has no words for that.
/// A test runs the chart in an interpreter of others beside the lifecycle and the engine.
namespace casus::report {

/// `inside`: the method of which the steps are drawn within the phases; nullptr leaves them out.
std::string scxml(const workflow::Workflow& workflow, const method::Definition* inside, Lang lang);

/// The steps of a method alone, the phases in the order in which it is usually worked.
std::string scxml(const method::Definition& method, Lang lang);

}  // namespace casus::report
