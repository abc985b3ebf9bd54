// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/names.hpp"
#include "core/method/definition.hpp"
#include "core/workflow/workflow.hpp"

#include <array>
#include <string>

/// A definition as a chart that another program can run: SCXML [W3C 2015].
///
/// The chart holds the whole life of a case as core/lifecycle has it: alive with two parallel regions, how far it is
/// (intake, open in a phase, paused with history) and safety; closed; erased. An event has the name of a lifecycle
/// step, with what goes with it after a dot: "enter_phase.evaluation", "meldcode.3", "pause". With a method inside, the
/// steps stand in the phases, and "next" and "back" walk them in the order of the workflow; "back_to.STATE" leads to a
/// step before.
///
/// Where the case decides to which of several steps an event leads, the event says so: "next.STATE". An interpreter
/// takes that for "next" where there is one way.
///
/// What must hold before a step may be left (criteria, floor, native rules) is not in it: SCXML has no words for that.
/// A test runs the chart in an interpreter of others beside the lifecycle and the engine.
namespace casus::report {

/// For which interpreters a chart is written. Both are the same chart.
enum class DataModel {
  null,  ///< conditions as In(STATE), names with dots
  /// For an interpreter that has this one only: conditions as In('STATE'), letters, digits and "_" in every name, no
  /// attribute beside those of SCXML, and each event also under a whole name of its own ("next_STATE"), so that nothing
  /// is asked of an interpreter about names that begin alike.
  ecmascript
};

constexpr std::array<Named<DataModel>, 2> names_of(DataModel) {
  return {{{DataModel::null, "null", "word.datamodel.null"},
           {DataModel::ecmascript, "ecmascript", "word.datamodel.ecmascript"}}};
}

/// `inside`: the method of which the steps are drawn within the phases; nullptr leaves them out.
std::string scxml(const workflow::Workflow& workflow, const method::Definition* inside, Lang lang,
                  DataModel model = DataModel::null);

/// The steps of a method alone, the phases in the order in which it is usually worked.
std::string scxml(const method::Definition& method, Lang lang, DataModel model = DataModel::null);

/// The name that an event or a state of the chart has in this profile.
std::string chart_name(std::string name, DataModel model);

}  // namespace casus::report
