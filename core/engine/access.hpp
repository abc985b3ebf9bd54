// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/outcome.hpp"
#include "core/model/access.hpp"
#include "core/model/case.hpp"
#include "core/model/refusal.hpp"

#include <optional>
#include <string>

namespace casus::engine {

/// Somebody wants to look at a part of a case.
struct LookWanted {
  std::string by;  ///< name or id; empty: nobody said
  CasePart part{};
  std::string because;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit.optional("as", self.by);
    visit.optional("because", self.because);
  }
};

struct LookDecided {
  Sight sight = Sight::refused;
  std::optional<CaseSeen> seen;    ///< what there is to log, of a refusal too
  std::optional<Refusal> refusal;  ///< says whom to ask, and the way in with a reason
};

/// Need to know [ROT]: who works at the table sees all of the case; the resident the own extract; the circle the plan;
/// anybody else nothing but that the case exists, unless a reason is given. Who does not say who they are is anybody
/// else, and gives no reason either.
LookDecided decide_look(const Case& state, const LookWanted& wanted);

}  // namespace casus::engine
