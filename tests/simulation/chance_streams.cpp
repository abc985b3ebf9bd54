// SPDX-License-Identifier: EUPL-1.2
#include "core/simulation/chance.hpp"
#include "tests/support/catch.hpp"

#include <cmath>
#include <set>

namespace casus::simulation {
namespace {

TEST_CASE("a stream of chance is a function of its place alone", "[training]") {
  Chance first(7, {1, 2, 3, 4}, Purpose::review);
  std::vector<double> numbers;
  for (int i = 0; i < 9; ++i) numbers.push_back(first.uniform());
  Chance other(7, {1, 2, 4, 4}, Purpose::review);
  for (int i = 0; i < 1000; ++i) (void)other.uniform();
  Chance again(7, {1, 2, 3, 4}, Purpose::review);
  for (const auto number : numbers) CHECK(again.uniform() == number);
  // A copy goes on by itself, from where it was copied.
  auto fork = again;
  CHECK(fork.uniform() == again.uniform());
}

TEST_CASE("streams of other places, purposes and seeds do not meet", "[training]") {
  std::set<double> seen;
  int streams = 0;
  for (std::uint64_t seed : {1ULL, 2ULL, 1ULL << 40U})
    for (std::uint32_t run : {0U, 1U})
      for (std::uint32_t team : {0U, 1U, 41U})
        for (std::uint32_t item : {0U, 1U, 2U, 300U})
          for (std::uint32_t turn : {0U, 1U, 255U})
            for (const auto purpose : {Purpose::arrivals, Purpose::review, Purpose::outcome}) {
              Chance chance(seed, {run, team, item, turn}, purpose);
              seen.insert(chance.uniform());
              ++streams;
            }
  CHECK(seen.size() == static_cast<std::size_t>(streams));
}

TEST_CASE("what chance gives has the mean that was asked for", "[training]") {
  constexpr int kDraws = 20'000;
  Chance chance(3, {}, Purpose::profile);
  double uniform = 0, round = 0, poisson = 0, squares = 0, large = 0;
  std::array<int, 3> picked{};
  std::array<int, 4> whole{};
  for (int i = 0; i < kDraws; ++i) {
    const auto u = chance.uniform();
    REQUIRE((u >= 0 && u < 1));
    uniform += u;
    const auto around = chance.around_one(0.3);
    REQUIRE((around >= 0.7 && around <= 1.3));
    round += around;
    const auto count = chance.count(1.5);
    poisson += count;
    squares += (count - 1.5) * (count - 1.5);
    large += chance.count(70);
    ++picked[chance.pick({1, 0, 3})];
    ++whole[static_cast<std::size_t>(chance.whole(0, 3))];
  }
  // Five standard errors: with this seed either inside or not, and never by luck of the day.
  const auto near = [](double sum, double mean, double deviation) {
    return std::abs(sum / kDraws - mean) < 5 * deviation / std::sqrt(kDraws);
  };
  CHECK(near(uniform, 0.5, 0.289));
  CHECK(near(round, 1, 0.123));
  CHECK(near(poisson, 1.5, std::sqrt(1.5)));
  CHECK(near(squares, 1.5, 2.5));
  CHECK(near(large, 70, std::sqrt(70)));
  CHECK(picked[1] == 0);
  CHECK(near(picked[2], 0.75, 0.43));
  for (const auto number : whole) CHECK(near(number, 0.25, 0.43));
}

}  // namespace
}  // namespace casus::simulation
