// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/face.hpp"
#include "core/desk/spelling.hpp"

#include <string>
#include <string_view>
#include <vector>

/// CLI11 says that a line is wrong, in English and without a guess at what was meant. This says what, in the language
/// of the user, with the nearest known name.
namespace casus::cli {

/// How far the names of a line lead, and what is left.
struct Walk {
  std::string noun;                   ///< the first name, when it is known
  std::string path;                   ///< as far as the names are known
  std::string wrong_name;             ///< the sentence about the first that is not
  std::vector<std::string> words;     ///< behind the verb
  std::vector<std::string> options;   ///< names of all options that were typed
  std::vector<std::string> no_value;  ///< options at the end of the line whose value is missing
  bool help = false;
};

Walk walk_of(const std::vector<std::string>& arguments, const Spelling& how);

/// What is wrong with the words and options behind a verb that is known.
std::vector<std::string> diagnosis(const Walk& walk, const Spelling& how);

}  // namespace casus::cli
