// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/desk/desk.hpp"
#include "core/engine/explain/explain.hpp"

#include <string>

namespace casus::desk {

struct Explained {
  engine::Explanation found;
  std::string fault;  ///< what the rules of a plugin did when they were asked; empty when they answered
};

/// What keeps the case here, and the way on, for who acts. Where rules do harm once they are asked: what can be done
/// without them, as with a library that cannot be used.
Explained explained(Desk& desk, const Case& state, const std::string& by);

}  // namespace casus::desk
