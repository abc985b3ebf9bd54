// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/method/definition.hpp"
#include "core/text/voice.hpp"
#include "core/workflow/workflow.hpp"

#include <string>
#include <vector>

/// Pictures of definitions as text for other programs: Mermaid (stateDiagram-v2) and Graphviz DOT. Labels come from
/// files that people wrote and are made safe for the place where they stand.
namespace casus::report {

/// The phases in the order of the workflow with its requirements counted, the next round, pause, closing and reopening.
/// `inside`: the steps of this method are drawn within the phases; nullptr leaves them out.
std::string mermaid(const workflow::Workflow& workflow, const method::Definition* inside, const text::Voice& voice);
std::string dot(const workflow::Workflow& workflow, const method::Definition* inside, const text::Voice& voice);

/// The steps of a method alone, phase by phase.
std::string mermaid(const method::Definition& method, const text::Voice& voice);
std::string dot(const method::Definition& method, const text::Voice& voice);

}  // namespace casus::report
