// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/names.hpp"
#include "core/base/problem.hpp"
#include "core/method/definition.hpp"
#include "core/method/plugin_api.hpp"

#include <array>

namespace casus::plugin {

/// Cases that no team would make, and that native rules have to bear.
enum class Hostile { empty, huge, no_text, odd };

constexpr std::array<Named<Hostile>, 4> names_of(Hostile) {
  return {{{Hostile::empty, "empty"}, {Hostile::huge, "huge"}, {Hostile::no_text, "no_text"}, {Hostile::odd, "odd"}}};
}
/// tell("wrong.huge_case"), for whoever makes a plugin.
Telling about(Hostile hostile);

/// Calls every function of the rules on such a case: in every step of the method and in one that it does not have, with
/// every kind of contribution of that step. Each twice. Throws Fault(plugin) when the second answer differs; what the
/// rules themselves do wrong passes through, so call it in a process apart, with guarded rules.
void withstand(const method::Rules& rules, const method::Definition& method, Hostile hostile);

}  // namespace casus::plugin
