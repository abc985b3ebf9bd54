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

/// The same, and besides of a method of this computer by its id ("werf/werf"), or of a whole plugin by its name. What
/// is there as a file or a folder goes before.
MethodFolder open_method(Desk& desk, const std::string& named);

/// What is wrong with one method, and what is doubtful: its file, what it says, how it plays, how its library answers.
/// Each with its place.
struct CheckedMethod {
  Problems wrong, doubtful;
};
CheckedMethod check_method(Desk& desk, const plugin::Catalogue& methods, const plugin::Entry& entry);

}  // namespace casus::desk
