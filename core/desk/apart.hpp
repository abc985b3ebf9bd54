// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/plugin/apart/serve.hpp"

#include <optional>

namespace casus::desk {

/// Whether this process was started to be a plugin's helper; then its exit code. A face asks it before anything else.
inline std::optional<int> serve_plugin(int count, char** arguments) { return plugin::serve_plugin(count, arguments); }

}  // namespace casus::desk
