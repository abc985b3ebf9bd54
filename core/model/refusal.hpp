// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/text.hpp"

#include <string>
#include <vector>

namespace casus {

/// One thing that keeps a step or phase from being left.
struct Missing {
  std::string id;    ///< id of the requirement
  std::string rule;  ///< R1-R18 or a method's rule, may be empty
  bool hard = false;
  Text text;  ///< what must be there
  Text who;   ///< who can see to it
};

/// The domain says no. Nothing was changed.
struct Refusal {
  std::string name;  ///< the fact, for programs: "StepNotDone", "NotYourTurn"
  std::string rule;  ///< R1-R18, a method's rule, or empty for plain sense
  Text reason;       ///< what and why, one or two short sentences
  Text remedy;       ///< what to do now
  std::vector<Missing> missing;
};

}  // namespace casus
