// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/text/voice.hpp"

#include <string>
#include <vector>

namespace casus {

/// One thing that keeps a step or phase from being left.
struct Missing {
  std::string id;    ///< id of the requirement
  std::string rule;  ///< R1-R18 or a method's rule, may be empty
  bool hard = false;
  text::Message text;  ///< what must be there
  text::Message who;   ///< who can see to it
};

/// What to do now.
struct Remedy {
  text::Message hint;  ///< a sentence, in which the ways on stand as arguments
  std::vector<text::Way> ways() const { return hint.ways(); }
};

/// The domain says no. Nothing was changed. Not yet in words: who tells it says in which language, and how a way on is
/// written there.
struct Refusal {
  std::string name;      ///< the fact, for programs: "StepNotDone", "NotYourTurn"
  std::string rule;      ///< R1-R18, a method's rule, or empty for plain sense
  text::Message reason;  ///< what and why, one or two short sentences
  std::vector<Remedy> remedies;
  std::vector<Missing> missing;

  /// What to do now, in words; empty when there is nothing to do.
  std::string remedies_in(const text::Voice& voice) const;
};

}  // namespace casus
