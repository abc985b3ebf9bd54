// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/store/store.hpp"
#include "tests/store/child.hpp"

#include <cstdint>
#include <random>
#include <string>

namespace casus::test {

/// Draws by a seed; the same on every machine.
class Draws {
 public:
  explicit Draws(std::uint32_t seed) : numbers_(seed) {}
  int below(int end) { return static_cast<int>(numbers_() % static_cast<std::uint32_t>(end)); }

 private:
  std::mt19937 numbers_;
};

/// The commands of one writer from number `from` up to and without `until`. Each is the same whenever it is asked for,
/// so that a program which is started again goes on with the one that nobody answered.
struct Writing {
  int writer = 0;
  int from = 0;
  int until = 0;
  int hour = 0;  ///< of its clock, after that of the first round
  std::uint32_t seed = 0;
};

/// What stands in the text of this command, and in nothing else; its id too.
std::string mark_of(int writer, int number);

/// What stands before such a mark in a text, and after it.
inline constexpr char kBeforeMark = '#';
inline constexpr char kAfterMark = ';';

/// Reported for each fault that a writer met; a command that was answered is reported by its number.
inline constexpr std::int64_t kFaultMet = -1;

/// The team, and the case in which all writers talk.
void begin_team(const store::Options& place);

/// The work of one program that serves a team: by the service, as every face does it. Its clock jumps, forward and
/// back, and its disk is full for a while. What faults is done again under the same id, for a minute at most; then the
/// fault is thrown.
void write_on(const store::Options& place, const Writing& work, const store::Child::Report& report);

}  // namespace casus::test
