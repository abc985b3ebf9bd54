// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/json/strict_json.hpp"
#include "core/base/outcome.hpp"
#include "core/base/problem.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace casus {

/// A definition that a person wrote is some tens of kilobytes; a file beyond this is a mistake or an attack.
inline constexpr std::size_t kMostDefinitionBytes = std::size_t{1} << 20;

/// The format stands first, so that a reader of another format sees it at once.
inline constexpr JsonBounds kDefinitionBounds{kMostDefinitionBytes, 64, "format"};

/// Absolute and without "." and "..", so that it is the same file whatever the working folder becomes.
std::string absolute_path(const std::string& path);

/// The folders that exist, absolute, each once, in the order asked: a folder named twice, also by another road, is not
/// read twice.
std::vector<std::string> existing_folders(const std::vector<std::string>& folders);

/// Paths of the definitions that lie directly in a folder, by name: *.json except *.schema.json. A problem when the
/// folder cannot be read.
Outcome<std::vector<std::string>, Problem> definition_files(const std::string& folder);

/// Paths of the folders that lie directly in a folder, by name, and of what stands in the place of one: a link to
/// nothing, a pipe, a device. Files and what is hidden are left out.
Outcome<std::vector<std::string>, Problem> folders_in(const std::string& folder);

/// The whole of a regular file. A pipe or a device is refused, not waited for.
Outcome<std::string, Problem> read_definition(const std::string& path, std::size_t most = kMostDefinitionBytes);

}  // namespace casus
