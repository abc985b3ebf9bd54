// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/commands.hpp"
#include "core/model/made.hpp"

#include <optional>
#include <string>
#include <vector>

/// Of a case: what was said in it, in which turns, and what the table chose.
namespace casus {

struct Contribution : Made {
  std::string id;
  std::string kind;
  std::string text;
  std::string to;
  std::string re;
  std::optional<Answer> answer;
  std::optional<Date> on;
  bool hidden = false;
  std::vector<Noticed> noticed;
  std::string told_in{};  ///< step in which what is hidden is told; empty: it is shown when its step is left
  std::string group{};    ///< id of the group of who said it; of an answer from elsewhere that of the question
  std::string speaker{};  ///< key of the place that they had there then, or "others"; empty: there is none
  int typed_visit = -1;   ///< the earlier stay in which it was typed; -1: that in which it was said
  std::vector<RecordedValue>
      values{};  ///< of a record of a declared type, whose kind is that type; `text` is its first

  bool is_record() const { return !values.empty(); }
};

/// A turn in a step: contributions in a row by one person, or a pass.
struct Turn : Made {
  bool passed = false;
  int count = 0;
  std::string group{};  ///< id of the group whose floor it is; empty: of the whole table
};

/// A branch that was chosen from the menu of the step where it was said.
struct TakenBranch : Made {
  std::string branch;
};

/// What somebody voted for in a step; once for each stay.
struct Ballot : Made {
  std::vector<VoteFor> choices;
  bool hidden = false;  ///< shown when its step is left
};

/// What somebody asked as the presenter, kept while another presents: it is theirs again when they do in that round.
struct AskedBefore {
  std::string person;
  int round = 0;
  std::string question;
  std::string hoped_for;
};

}  // namespace casus
