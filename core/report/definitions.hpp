// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/method/definition.hpp"
#include "core/model/case/opening.hpp"
#include "core/workflow/workflow.hpp"

namespace casus::report {

/// Where reports find the names of steps, kinds and rules. nullptr means that this machine does not have it: then ids
/// are shown and one line says what is missing. A report never fails for that.
///
/// A pin without version and hash asks for whatever is there under that id: a visit remembers the id of its method
/// only, and the case may have moved to another method since.
struct Definitions {
  virtual ~Definitions() = default;
  virtual const method::Definition* method(const Pin& pin) const = 0;
  virtual const workflow::Workflow* workflow(const Pin& pin) const = 0;

 protected:
  Definitions() = default;
  Definitions(const Definitions&) = default;
  Definitions& operator=(const Definitions&) = default;
};

}  // namespace casus::report
