// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/case/attachment.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace casus::store {

/// What a file is by what is in it, whatever its name says.
struct SeenInFile {
  std::optional<FileKind> kind;  ///< nothing: none that is kept
  std::string words;             ///< what it is, technical: "application/x-executable"
};

SeenInFile kind_of_file(std::string_view bytes);

/// A whole file; nothing when it cannot be read, or is no ordinary file. Of a larger one no more than `most` and one
/// byte is read.
std::optional<std::string> read_file(const std::string& path, std::size_t most);

}  // namespace casus::store
