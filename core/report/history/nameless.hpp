// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/events.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace casus::report {

/// Which events of a history have no name, and where they stand for whoever reads along: together at the end of their
/// stay and at its moment, whatever puts them right later too. In the place and at the moment where they were kept
/// people wrote one after another, and who put something right can be known by when. Told by the events alone, as
/// `is_unnamed` (event_shown.hpp) tells it with the case. Holds a reference: no longer than its argument.
class Nameless {
 public:
  explicit Nameless(const Events& history);

  bool contains(std::size_t place) const { return group_[place] != kNone; }
  /// The moment of its stay; of all else its own.
  Time at(std::size_t place) const;
  /// All places, from 0, in the order of reading: each by itself, and those of one stay without names in one run. The
  /// order within a run is that of writing, so whoever shows it gives it another.
  std::vector<std::vector<std::size_t>> runs() const;
  /// The event as it may be read: by somebody, at the moment of its stay, and without numbers of what has no name.
  Event as_read(std::size_t place) const;

 private:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  struct Group {
    Time at;              ///< when the stay was left; entered, as long as it goes on
    std::size_t end = 0;  ///< it stands before the event in this place
  };

  bool has_number(std::int64_t number) const {
    return number > 0 && number <= static_cast<std::int64_t>(group_.size()) &&
           contains(static_cast<std::size_t>(number - 1));
  }

  const Events& history_;
  std::vector<Group> groups_;
  std::vector<std::size_t> group_;  ///< of each event
};

}  // namespace casus::report
