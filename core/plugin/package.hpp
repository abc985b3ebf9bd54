// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/outcome.hpp"
#include "core/base/problem.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// A method as it goes from one house to another: the files of its folder in one text. Who made it stands around that
/// text (store/keys/minisign.hpp).
namespace casus::plugin {

struct PackedFile {
  std::string name;
  std::string bytes;

  bool operator==(const PackedFile&) const = default;
};

struct Package {
  std::string plugin;  ///< name of the folder, with which the ids of its methods begin
  std::vector<PackedFile> files;

  bool operator==(const Package&) const = default;
};

inline constexpr std::size_t kMostPackageBytes = std::size_t{16} << 20U;  ///< of the text
inline constexpr std::size_t kMostPackedFiles = 64;

/// Whether a file of this name belongs in a package: letters, digits, '.', '-' and '_', not hidden, at most 100, and a
/// method (.json), a library (.so) or something to read (.md, .txt).
bool is_packed_name(std::string_view name);

/// {"format": 1, "plugin": ..., "files": [{"name", "text"} or {"name", "base64"}, ...]}; the same for the same package.
std::string package_text(const Package& package);

/// All that is wrong with it, with places in the text. What it gives can be written in a new folder as it is: every
/// name is a plain one, and none stands twice.
Outcome<Package, Problems> package_from(std::string_view text);

/// The files that belong in a package, of a folder that a method lies in, in the order of their names; and what was
/// left out. A link is a problem, as is what is too large to be sent.
struct PackedFolder {
  Package package;
  std::vector<std::string> left_out;
};
Outcome<PackedFolder, Problems> packed_folder(const std::string& folder);

}  // namespace casus::plugin
