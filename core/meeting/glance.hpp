// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/basis.hpp"
#include "core/engine/library.hpp"
#include "core/model/case.hpp"

#include <optional>
#include <string>
#include <vector>

namespace casus::meeting {

struct Memory;

/// What an agenda must know of a case before anybody opens it, beside what the columns of the index say. It lies in the
/// sealed summary of the case's line.
struct Glance {
  struct Ground {
    Basis basis{};
    Date reported_on{};

    bool operator==(const Ground&) const = default;

    template <class Self, class Visitor>
    static void fields(Self& self, Visitor&& visit) {
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

    template <class Self, class Visitor>
    static void fields(Self& self, Visitor&& visit) {
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

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
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

/// The same with the columns: all that decides whether a case can come on an agenda.
struct Seen {
  std::string case_id;
  Stage stage;
  bool in_step = false;
  std::optional<Date> review_on;
  std::optional<Date> action_due;
  Date changed_on{};
  Glance glance;
};

Seen seen_of(const Case& state);

/// The first day, `from` or later, on which something that comes with a day may be a reason for `line_of`: looking
/// back, an action, a term, a silence. Nothing when no day is known. What is asked for, and danger, wait for no day.
std::optional<Date> day_of_reason(const Seen& seen, Date from, const engine::Library& library);

/// False only when no reason of `line_of` holds for the case on that day; a case that is worth a look is opened.
bool may_come_on(const Seen& seen, Date on, const Memory& memory, const engine::Library& library);

}  // namespace casus::meeting
