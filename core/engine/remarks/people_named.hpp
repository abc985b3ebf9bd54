// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/engine/remarks/remarks.hpp"

#include <optional>
#include <string>
#include <string_view>

/// Names that a case itself knows, which no list has. Internal to core/engine.
namespace casus::engine {

/// The name of the resident as a text has it, first or last name alone too; empty when it is not there, or is no more
/// than a role word.
std::string resident_named(const Case& c, std::string_view text);

/// Somebody new comes into the case under a part of the name of another, or under that with more: "Petra" beside "Petra
/// de Wit". They may be one person.
std::optional<Remark> called_nearly(const Case& before, const Command& command);

}  // namespace casus::engine
