// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <stdexcept>
#include <string>

namespace casus {

/// The statement must end: a disk, a damaged history, a broken plugin. Thrown by the shell around the engine, given
/// context on the way up, caught in cli/main.cpp and around plugin calls only. Domain answers are refusals, not faults.
class Fault : public std::runtime_error {
 public:
  enum class Kind { store, plugin, definition };

  Fault(Kind kind, const std::string& what) : std::runtime_error(what), kind_(kind) {}

  Kind kind() const { return kind_; }

 private:
  Kind kind_;
};

}  // namespace casus
