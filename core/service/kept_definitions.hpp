// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/method/definition.hpp"
#include "core/workflow/workflow.hpp"

#include <optional>
#include <string>

namespace casus::service {

/// The definitions that a run of a training began with, where this machine offers others under their ids by now: read,
/// and as their files were. Nothing of one: what this machine offers.
struct KeptDefinitions {
  std::optional<method::Definition> method;
  std::string method_bytes;
  std::optional<workflow::Workflow> workflow;
  std::string workflow_bytes;

  bool empty() const { return !method && !workflow; }
};

}  // namespace casus::service
