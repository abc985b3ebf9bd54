// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/outcome.hpp"
#include "core/engine/library.hpp"
#include "core/model/refusal.hpp"

#include <string_view>

/// What was named and is not to be had on this machine. Internal to core/engine.
namespace casus::engine {

/// Refuses because there is no such method here, or its file is broken; with the nearest that is there.
tl::unexpected<Refusal> unknown_method(const Library& library, std::string_view id);
tl::unexpected<Refusal> unknown_workflow(const Library& library, std::string_view id);

}  // namespace casus::engine
