// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/desk/verbs/learn/learn_verb.hpp"

#include <string>

namespace casus::desk {

/// The course that is meant, or the last. Throws Usage when there is none. On a `shared` screen nobody's own.
learning::Session course_meant(Desk& desk, const std::string& given, bool shared);

}  // namespace casus::desk
