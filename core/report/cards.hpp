// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/method/definition.hpp"
#include "core/text/voice.hpp"
#include "core/workflow/workflow.hpp"

#include <string>

/// Definitions as a person reads them on a terminal: 80 columns, plain text.
namespace casus::report {

/// What `casus method show` prints: what it is and how well that is documented (R18), for how many people, who does
/// what, the steps with minutes, floor, prompts and "done when", the sources, and what the sources do not say.
std::string method_card(const method::Definition& method, const text::Voice& voice);

/// What `casus workflow show` prints: the phases with their requirements, closing, and terms with their sources.
std::string workflow_card(const workflow::Workflow& workflow, const text::Voice& voice);

}  // namespace casus::report
