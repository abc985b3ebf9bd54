// SPDX-License-Identifier: EUPL-1.2
#include "core/simulation/chance.hpp"

#include <Random123/philox.h>

#include <algorithm>
#include <cmath>

namespace casus::simulation {

Chance::Chance(std::uint64_t seed, Place place, Purpose purpose)
    : counter_{0, place.item, place.team, (place.run << 8U) | place.turn},
      key_{static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32U)} {
  // The first word counts blocks; a stream is never asked for 2^24 of them, so its top byte tells the purposes apart.
  counter_[0] = static_cast<std::uint32_t>(purpose) << 24U;
}

double Chance::uniform() {
  if (left_ == 0) {
    r123::Philox4x32 philox;
    r123::Philox4x32::ctr_type counter{{counter_[0], counter_[1], counter_[2], counter_[3]}};
    r123::Philox4x32::ukey_type key{{key_[0], key_[1]}};
    const auto made = philox(counter, key);
    for (std::size_t i = 0; i < block_.size(); ++i) block_[i] = made[i];
    ++counter_[0];
    left_ = 4;
  }
  // Two words give the 53 bits of a double.
  const auto high = block_[static_cast<std::size_t>(4 - left_)];
  const auto low = block_[static_cast<std::size_t>(5 - left_)];
  left_ -= 2;
  const auto bits = (static_cast<std::uint64_t>(high) << 21U) | (low >> 11U);
  return static_cast<double>(bits) * 0x1p-53;
}

int Chance::whole(int low, int high) {
  if (high <= low) return low;
  return std::min(high, low + static_cast<int>(uniform() * (high - low + 1)));
}

int Chance::count(double mean) {
  // By products of uniform numbers; in parts, as the product of a large mean would be too small to hold.
  int all = 0;
  while (mean > 0) {
    const double part = std::min(mean, 16.0);
    mean -= part;
    const double limit = std::exp(-part);
    for (double product = uniform(); product > limit; product *= uniform()) ++all;
  }
  return all;
}

std::size_t Chance::pick(const std::vector<double>& weights) {
  double sum = 0;
  for (const auto weight : weights) sum += weight;
  double at = uniform() * sum;
  std::size_t last = 0;  // rounding can leave a rest at the end, which never falls to a weight of zero
  for (std::size_t i = 0; i < weights.size(); ++i) {
    if (weights[i] <= 0) continue;
    last = i;
    at -= weights[i];
    if (at < 0) break;
  }
  return last;
}

}  // namespace casus::simulation
