// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/mending/once_in.hpp"

#include "core/base/fault.hpp"
#include "core/engine/engine.hpp"

namespace casus::engine {

std::optional<Person> once_in(const Case& now, const Events& history, std::string_view called) {
  if (now.taken_back.empty()) return std::nullopt;
  // As if nothing had been taken back: each event followed from those before it when it was kept.
  Case then{.id = now.id};
  try {
    for (const auto& event : history) evolve(then, event);
  } catch (const Fault&) {
    return std::nullopt;
  }
  const auto* found = then.person(called);
  if (found == nullptr || now.entry(found->id) != nullptr) return std::nullopt;
  return *found;
}

}  // namespace casus::engine
