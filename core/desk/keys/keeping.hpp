// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/outcome.hpp"
#include "core/base/time.hpp"
#include "core/model/refusal.hpp"
#include "core/page/page.hpp"
#include "core/text/voice.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// How the store is, for who looks after it: counts, days and codes; nothing of what stands in a case.
namespace casus::desk {

class Desk;

struct Keeping {
  /// The state of the whole store at a moment, by a code that can be kept on paper.
  struct Anchor {
    Time at{};
    std::string code;
    std::int64_t streams = 0;
  };
  /// A case that may not be kept any longer.
  struct Due {
    std::string case_id;
    Date since{};
    std::string law;
  };

  std::string store;  ///< where it lies
  std::string keys;
  std::int64_t streams = 0;
  std::int64_t events = 0;
  bool in_fives = false;  ///< for who reads no case: what changes by one tells when one began
  std::int64_t bytes = 0;
  std::vector<Anchor> anchors;  ///< the newest first, a few
  bool anchor_due = false;      ///< something was written since, and none was made today
  std::vector<Due> due;         ///< to be erased, by two
};

/// For who looks after the store; refused to all others.
Outcome<Keeping, Refusal> keeping_of(Desk& desk);

page::Page keeping_page(const Keeping& keeping, const text::Voice& voice);

}  // namespace casus::desk
