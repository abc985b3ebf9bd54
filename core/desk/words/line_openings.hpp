// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/case/talk.hpp"

#include <string>

/// With what a line begins, as it was understood. Internal to LineReader.
namespace casus::desk {

struct MeetingWord;

/// What stands above a list: "Mo:", "acties:".
struct ListHeading {
  std::string front;        ///< what goes before each line of the list: "Mo", "actie Noor", "idee"
  std::string kind;         ///< "actie", "idee", where nobody is named; else empty
  bool of_actions = false;  ///< then each line below it is one, with a sign of a list or without
};

/// What stands before a colon, with what is said behind it.
struct LineHead {
  std::string by;
  Say say;
  std::string kind;     ///< as it was typed
  std::string unknown;  ///< what is no name and no kind
};

/// A kind with which a line opens, as in "kracht, ze kookt elke dag".
struct KindOpening {
  std::string kind;  ///< as people say it
  std::string key{};
  std::string rest{};  ///< all that stands behind it
  bool sign = false;   ///< another sign stands for its colon
  bool fits = false;   ///< this step asks for it
};

/// The same of a word of the meeting.
struct WordOpening {
  const MeetingWord* word;
  std::string rest;
};

}  // namespace casus::desk
