// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace casus::simulation {

/// What a stream of chance is for. Each purpose of each thing draws from its own stream, so that asking for one number
/// more in one place moves no number in another, and two settings meet the same fate where they are the same.
enum class Purpose : std::uint8_t {
  arrivals,
  absence,
  profile,
  person,
  sitting,
  outside,
  review,
  network,
  actions,
  outcome,
  style,
  drawing_again,
  session
};

/// Where a stream stands in the simulation. `item` is a case or a week of that team, `turn` a round of that case.
struct Place {
  std::uint32_t run = 0;
  std::uint32_t team = 0;
  std::uint32_t item = 0;
  std::uint32_t turn = 0;
};

/// Random numbers by counting: the n-th number of a stream is a function of seed, place, purpose and n, of nothing else
/// (Philox4x32-10). So neither threads nor the order of work change a number. A value: copying it forks it.
class Chance {
 public:
  /// `place.run` below 2^24, `place.turn` below 2^8.
  Chance(std::uint64_t seed, Place place, Purpose purpose);

  double uniform();  ///< in [0, 1)
  bool happens(double probability) { return uniform() < probability; }
  double between(double low, double high) { return low + (high - low) * uniform(); }
  /// A whole number from `low` to `high`, both possible.
  int whole(int low, int high);
  /// How many of something with this mean happen (Poisson).
  int count(double mean);
  /// Index by weight; the weights are not negative and not all zero.
  std::size_t pick(const std::vector<double>& weights);
  /// Around one, symmetric, between 1 - spread and 1 + spread (triangular).
  double around_one(double spread) { return 1 + spread * (uniform() + uniform() - 1); }

 private:
  std::array<std::uint32_t, 4> counter_;
  std::array<std::uint32_t, 2> key_;
  std::array<std::uint32_t, 4> block_{};
  int left_ = 0;
};

}  // namespace casus::simulation
