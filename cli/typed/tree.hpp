// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/context.hpp"
#include "cli/verbs.hpp"
#include "core/desk/typed/typed_line.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace casus::cli {

/// What was typed, understood or not.
struct Parsed {
  enum class Outcome {
    run,
    help,
    usage,
    bare,  ///< no noun, no verb and nothing wrong
  };

  Outcome outcome = Outcome::usage;
  std::string path;            ///< of the group or verb that was reached: "", "case", "case say"
  std::unique_ptr<Verb> verb;  ///< of a verb that was reached, with its values
  Globals globals;
  std::vector<std::string> problems;  ///< with `usage`: everything that is wrong, in the language of the user

  using Lack = desk::Lack;
  std::vector<Lack> lacks;  ///< what must be given and was not; each is one of the problems too
};

/// Reads the arguments (without the program's name) into a verb. `globals` are the values for what is not typed.
Parsed parse(const std::vector<std::string>& arguments, const Globals& globals, const Spelling& how);

/// How far the names of a line lead, and the words behind the verb; nothing is understood yet.
struct Walk {
  std::string path;
  std::vector<std::string> words;
};
Walk walk_of(const std::vector<std::string>& arguments);

/// Names directly below a path: "case" has "open", "list", ...
std::vector<std::string_view> names_below(std::string_view path);

const Entry* entry_of(std::string_view path);

/// What the program (""), a noun or a verb is for.
Words about_of(std::string_view path);

}  // namespace casus::cli
