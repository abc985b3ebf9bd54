// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/stage.hpp"
#include "core/model/commands.hpp"
#include "core/model/made.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// Of a case: who and what turned out to be one, what came with another case, and where the case went or came from.
namespace casus {

/// Two entries of one person: what was said under the first id is read as the second.
struct MergedPerson : Made {
  std::string person;
  std::string into;
};

/// The case ended in another one, which it is one with.
struct MergedAway : Made {
  std::string into;
  std::string because;
  Stage before{};  ///< where it was
};

/// The case was handed out to another team.
struct GivenOver : Made {
  CaseTransferred what;
  Stage before{};                   ///< where it was
  std::optional<Time> confirmed{};  ///< when the other team was known to have it
};

/// It came from another team.
struct CameFrom : Made {
  CaseReceived what;
};

/// Another case ended in this one.
struct TakenIn : Made {
  CaseTakenIn taken;
  bool given_back = false;                ///< they were two after all
  std::optional<Date> reported_before{};  ///< the day of the report before it

  /// Where the event with this number comes from; nullptr when it does not come from there.
  const TakenLine* line(std::int64_t number) const;
  /// Who somebody of that case is here; empty when nobody.
  std::string_view person(std::string_view was) const;
};

}  // namespace casus
