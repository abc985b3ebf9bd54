// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/case.hpp"
#include "core/text/message.hpp"

#include <string>
#include <vector>

namespace casus::report {

/// What a line of the plan lacks, in plain words. Always soft: it is said, and keeps nobody back.
struct PlanRemark {
  std::string line;    ///< "g1", "a2", or empty for the plan as a whole
  std::string check;   ///< for programs: "presence", "observable", ...
  std::string source;  ///< a rule (R8), a key of the sources, or "own"
  text::Message says;
  text::Message how;  ///< what to do, as a question to ask or a line to type
};

/// Looks at each goal and action that is open, and at the plan as a whole: SMART [INS3] in fields (verb, number or
/// observable, date, agreed by the resident), goals as presence [MTM], complete actions (R8), the network-first ladder
/// (R9), the review date (R10), which is the date of the goals too. It knows signs, not meaning: a remark is a question
/// to the team.
std::vector<PlanRemark> plan_check(const Case& state, Date today);

}  // namespace casus::report
