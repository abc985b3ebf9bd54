// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

namespace casus::desk {

class Desk;

/// Something that somebody said in the step that is going on.
struct OwnWord {
  std::string id;
  std::string kind;  ///< in words
  std::string text;
  bool hidden = false;  ///< nobody else sees it before the step is over
};

/// What the seat at this desk said itself in a case and stands there now, the newest first, to be put right. It stands
/// beside a page of the case that was asked for and logged; nothing for who neither works at its table
/// nor has a link of their own.
std::vector<OwnWord> own_words_of(Desk& desk, const std::string& case_id);

/// The same of the step that is going on alone, in the order in which it was said.
std::vector<OwnWord> own_words_in_step(Desk& desk, const std::string& case_id);

/// The seat was refused to change or take back something of this case: when it is not its own, the log of looks keeps
/// that. What is written in silence has a number that can be guessed.
void refused_to_mend(Desk& desk, const std::string& case_id, const std::string& ref);

}  // namespace casus::desk
