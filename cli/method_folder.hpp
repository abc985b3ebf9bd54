// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/context.hpp"
#include "core/plugin/catalogue.hpp"

#include <string>
#include <vector>

namespace casus::cli {

/// The methods in one folder, found as any plugin is.
struct MethodFolder {
  plugin::Catalogue methods;
  std::vector<const plugin::Entry*> entries;
};

/// Throws Usage when it is no folder, or holds no method.
MethodFolder open_folder(Context& context, const std::string& path);

}  // namespace casus::cli
