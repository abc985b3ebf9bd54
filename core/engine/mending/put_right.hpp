// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/case.hpp"
#include "core/model/events.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string_view>

namespace casus::engine {

/// A history as it was put right later on: which events read otherwise, which count no more. A case is the fold of
/// this, so criteria, views and reports count what stands now without knowing of it. Cheap when nothing was put right.
class PutRight {
 public:
  /// Keeps the history by reference.
  explicit PutRight(const Events& history);

  std::size_t size() const { return history_.size(); }
  /// The event at this place (from 0) as it reads now; of what is destroyed the texts are empty.
  const Event& event(std::size_t place) const;
  bool taken_back(std::size_t place) const { return taken_back_.contains(place); }
  /// Whether it is a withdrawal that no longer holds.
  bool undone(std::size_t place) const { return undone_.contains(place); }
  /// The withdrawal at this place, when it holds; nullptr for anything else.
  const Withdrawn* withdrawal(std::size_t place) const {
    return undone(place) ? nullptr : std::get_if<Withdrawn>(&event(place).body);
  }
  /// The place of the last withdrawal of this record, or of the event with this number, that holds.
  std::optional<std::size_t> withdrawal_of(std::string_view ref) const;
  /// Whether it was destroyed as a whole: nothing brings it back.
  bool gone(std::size_t place) const { return gone_.contains(place); }
  /// Whether its key was destroyed.
  bool destroyed(std::size_t place) const { return destroyed_.contains(place); }

  /// Brings the case from this event to the next.
  void evolve(Case& state, std::size_t place) const;

 private:
  Event& other(std::size_t place);
  void put_right(const Corrected& how);
  void put_right(const Restored& how);
  void put_right(const TextDestroyed& how);

  const Events& history_;
  std::map<std::size_t, Event> other_;  ///< those that read otherwise
  std::set<std::size_t> taken_back_;
  std::set<std::size_t> destroyed_;
  std::set<std::size_t> gone_;
  std::set<std::size_t> undone_;
};

/// The history as it reads now, without what was taken back: for views that go by events. Places shift.
Events as_it_reads(const Events& history);

/// Words that lie with the team, and are only counted in the case (R15).
bool is_of_the_team(const EventBody& body);

/// The last line typed in the step that is going on and not taken back, of `by` or, empty, of anybody: what was said,
/// agreed, passed or reported. Nothing without a step or without a line.
std::optional<std::size_t> last_line(const PutRight& right, std::string_view by = {});

/// A line of safety: it belongs to how the case went, and is never taken back (R14).
bool stays(const EventBody& body);

/// What an event that counts no more does to a case: it leaves a mark in its place.
void leave_out(Case& state, const Event& event);

/// A withdrawal that no longer holds leaves nothing but its place in the history.
void pass_over(Case& state, const Event& event);

}  // namespace casus::engine
