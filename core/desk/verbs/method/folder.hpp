// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/desk/catalogue.hpp"
#include "core/plugin/catalogue.hpp"

#include <string>
#include <vector>

namespace casus::desk {

/// The methods in one folder, found as any plugin is.
struct MethodFolder {
  plugin::Catalogue methods;
  std::vector<const plugin::Entry*> entries;
};

/// Throws Usage when it is no folder, or holds no method.
MethodFolder open_folder(Desk& desk, const std::string& path);

}  // namespace casus::desk
