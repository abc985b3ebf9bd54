// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/desk/catalogue.hpp"
#include "core/plugin/catalogue.hpp"

#include <optional>
#include <string>
#include <vector>

namespace casus::desk {

/// The file that is used in the place of an installed one that gives the same method: that of a folder of
/// CASUS_PLUGINS, in which somebody works on it. nullptr for every other file: what ships is never hidden.
const plugin::Entry* goes_before(const plugin::Catalogue& methods, const plugin::Entry& installed);

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

/// One method, with the catalogue that holds it when it is not that of this computer. Not to be used when its entry has
/// problems.
struct OneMethod {
  std::optional<MethodFolder> folder;
  const plugin::Entry* entry = nullptr;
};

/// The method with this id; where `files`, of a file or of a folder with one method in it before that. Throws Usage
/// when there is none, or more than one.
OneMethod one_method(Desk& desk, const std::string& named, bool files);

/// What is wrong with one method, and what is doubtful: its file, what it says, how it plays, how its library answers.
/// Each with its place.
struct CheckedMethod {
  Problems wrong, doubtful;
};
CheckedMethod check_method(Desk& desk, const plugin::Catalogue& methods, const plugin::Entry& entry);

}  // namespace casus::desk
