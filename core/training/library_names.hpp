// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/engine/library.hpp"
#include "core/report/definitions.hpp"

namespace casus::training {

/// Names of methods and workflows for reports, as a library has them under that id: of a training and a review that is
/// shown, in which nothing is pinned.
class LibraryNames final : public report::Definitions {
 public:
  explicit LibraryNames(const engine::Library& library) : library_(library) {}

  const method::Definition* method(const Pin& pin) const override { return library_.method(pin.id); }
  const workflow::Workflow* workflow(const Pin& pin) const override { return library_.workflow(pin.id); }

 private:
  const engine::Library& library_;
};

}  // namespace casus::training
