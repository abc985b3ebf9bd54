// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/case.hpp"

#include <string>

/// Two entries of one person become one. Internal to core/engine.
namespace casus::engine {

/// What the entry that goes has, the other has from now on: seat, roles, place in the network, and all that names it.
/// What both have stays as the other has it.
void merge(Case& c, const Made& here, Person& gone, Person& stays);

/// Everything in the case that names `from` names `to`: what was said, scored, agreed, tied and drawn.
void reword_person(Case& c, const std::string& from, const std::string& to);

}  // namespace casus::engine
