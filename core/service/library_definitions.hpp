// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/engine/library.hpp"
#include "core/report/definitions.hpp"

namespace casus::service {

/// What reports ask of definitions, from the library that cases are decided with: as pinned where a pin is exact, else
/// what is there under that id.
class LibraryDefinitions final : public report::Definitions {
 public:
  explicit LibraryDefinitions(const engine::Library& library) : library_(library) {}

  const method::Definition* method(const Pin& pin) const override {
    return pin.hash.empty() ? library_.method(pin.id) : library_.pinned_method(pin);
  }
  const workflow::Workflow* workflow(const Pin& pin) const override {
    return pin.hash.empty() ? library_.workflow(pin.id) : library_.pinned_workflow(pin);
  }

 private:
  const engine::Library& library_;
};

}  // namespace casus::service
