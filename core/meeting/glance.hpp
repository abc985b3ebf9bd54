// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/basis.hpp"
#include "core/model/case.hpp"

#include <optional>
#include <string>
#include <vector>

namespace casus::meeting {

/// What an agenda must know of a case before anybody opens it, beside what the columns of the index say. It lies in the
/// sealed summary of the case's line.
struct Glance {
  struct Ground {
    Basis basis{};
    Date reported_on{};

    bool operator==(const Ground&) const = default;

    static void fields(auto& self, auto&& visit) {
      visit.required("basis", self.basis);
      visit.required("reported_on", self.reported_on);
    }
  };

  /// What the resident asked for and the team has not answered: the month that the law gives ends on `due`.
  struct Request {
    std::string request;
    Right right{};
    Date due{};

    bool operator==(const Request&) const = default;

    static void fields(auto& self, auto&& visit) {
      visit.required("request", self.request);
      visit.required("right", self.right);
      visit.required("due", self.due);
    }
  };

  bool asks = false;  ///< for a place, or for an answer to a request of the resident; or it took another case in
  std::vector<Ground> grounds{};
  std::optional<Date> phase_from{};  ///< since when the case is in its phase, in this round
  Pin workflow{};
  std::vector<Request> requests{};
  std::optional<Date> acts_on{};  ///< the next day of an action, when a request is to be answered before it

  static void fields(auto& self, auto&& visit) {
    visit.optional("asks", self.asks);
    visit.optional("grounds", self.grounds);
    visit.optional("phase_from", self.phase_from);
    visit.required("workflow", self.workflow);
    visit.optional("requests", self.requests);
    visit.optional("acts_on", self.acts_on);
  }
};

Glance glance_of(const Case& state);

/// The first day on which an open action must be done.
std::optional<Date> next_action_day(const Case& state);

/// Since when the case is in its phase, in this round.
std::optional<Date> phase_from(const Case& state);

}  // namespace casus::meeting
