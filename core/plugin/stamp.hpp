// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/outcome.hpp"
#include "core/base/text.hpp"
#include "core/method/plugin_api.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace casus::plugin {

/// The stamp of the library at `path`, read from the file without loading it, or why it cannot be used: which field
/// differs, what was expected and got, and what to do. `plugin` is the id of the plugin that it should be.
Outcome<method::Stamp, Text> stamp_of(const std::string& path, std::string_view plugin);

/// Holds a stamp against the one that this build makes: magic, size, api, view_size, finding_size, toolchain, flavour,
/// plugin, in that order. The version is the plugin's own affair. Gives the first difference, in words that continue
/// "the library x.so: ...".
std::optional<Text> difference(const method::Stamp& stamp, std::string_view plugin);

}  // namespace casus::plugin
