// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/workflow/workflow.hpp"

#include <span>
#include <string>
#include <vector>

/// Terms of law in a case: which run, and until when. Each belongs to a ground, and is never cited without its law.
namespace casus::workflow {

/// The day on which a term ends that begins on `from`; in a month that is too short it ends on the last day.
Date end_of(const Term& term, Date from);

struct Running {
  const Term* term = nullptr;
  std::optional<Basis> basis;  ///< nothing: a term whatever the ground
  Date end{};
};

/// Terms that run from the report, each from the day of its own ground, in the order of the workflow; a term without a
/// ground of its own runs from the first that has a day. Points into the workflow.
std::vector<Running> running_terms(const Workflow& workflow, std::span<const GroundSince> grounds);

/// Of these, for each law, those that end today or later; of a law without one the last that is over.
std::vector<Running> open_terms(const Workflow& workflow, std::span<const GroundSince> grounds, Date today);

/// Terms that count from the end of the help and belong to one of the grounds: how long what was written is kept.
std::vector<const Term*> keeping_terms(const Workflow& workflow, std::span<const GroundSince> grounds);

/// The law and the name of a term, as it is cited: "Wmo 2015: onderzoek klaar".
Text cited(const Term& term);

}  // namespace casus::workflow
