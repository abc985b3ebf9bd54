// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <vector>

/// The one reader of names in a row, as people type them. A pure function of the text and of who there is.
namespace casus::desk {

struct NamesRead {
  std::vector<std::string> known;    ///< as they are called, each once
  std::vector<std::string> unknown;  ///< as they were typed

  std::vector<std::string> all() const;
};

/// "samira, noor daan en ria": whose names those are. A name that is whole is one person, whatever stands in it; what
/// is nobody's stays as it was typed, and never makes one person of two.
NamesRead read_names(std::string_view typed, const std::vector<std::string_view>& people);

}  // namespace casus::desk
