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

/// Of a file: that method, with the folder around it as its plugin. Throws Usage when it is neither, or holds no
/// method.
MethodFolder open_folder(Desk& desk, const std::string& path);

}  // namespace casus::desk
