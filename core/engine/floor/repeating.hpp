// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/engine/library.hpp"
#include "core/method/course.hpp"
#include "core/model/case.hpp"

#include <optional>
#include <string>
#include <vector>

/// Steps that come again in this case: what about, and how often. Each time is a stay of its own, so limits and
/// criteria of a step count within it; which time it is stands in its event.
namespace casus::engine {

/// One time of a repeat.
struct Repetition {
  std::string about;  ///< id of a contribution or a person; empty for a repeat that lasts until something
  int again = 0;      ///< how often it came before
};

/// The repeat of a phase that a step belongs to, with the steps around it.
struct InRepeat {
  Phase phase{};
  const std::vector<method::Step>* steps = nullptr;
  method::Repeated places;
};

/// Coming in from a step before it: over people or contributions the first that was not gone through yet in this round,
/// and nothing when there is none left.
std::optional<Repetition> first_time(const Case& state, const InRepeat& repeat);

/// Behind its last step, where the case is: the next time, or nothing when it ends here.
std::optional<Repetition> next_time(const Case& state, Time at, const Library& library, const InRepeat& repeat);

/// Whether it can come again behind the time that is going on: there is something left to go through, or it may.
bool may_come_again(const Case& state, const InRepeat& repeat);

/// The latest stay of this round in one of its steps; nullptr when there was none.
const Visit* latest_in(const Case& state, const InRepeat& repeat);
/// The same in the time before the one that is going on.
const Visit* latest_before(const Case& state, const InRepeat& repeat);

/// Whether the case was in this step of it in the time that is going on.
bool came_this_time(const Case& state, const InRepeat& repeat, const method::Step& step);

/// How often it still comes: behind the time that is going on when the case is in it, else in all. `more`: what it goes
/// through can still be said. `people`: how many there are, while nobody is known.
int times_to_come(const Case& state, const InRepeat& repeat, bool more, int people);

/// The time that is going on, for who looks: the second of four, what about, and what does not come as there are more
/// than it may go through.
struct TimeNow {
  Repetition which;
  int of = 0;                           ///< how many there are, or at most
  bool sure = false;                    ///< as many as there is to go through; else at most
  std::vector<std::string> left_out{};  ///< ids, in the order in which they would have come
};
TimeNow time_now(const Case& state, const InRepeat& repeat);

/// What it goes through and did not come up in this round; nothing of a repeat that lasts until something.
std::vector<std::string> not_gone_through(const Case& state, const InRepeat& repeat);

}  // namespace casus::engine
