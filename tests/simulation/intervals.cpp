// SPDX-License-Identifier: EUPL-1.2
#include "core/simulation/intervals.hpp"

#include "core/simulation/caseload/caseload_text.hpp"
#include "core/simulation/settling.hpp"
#include "tests/simulation/lists.hpp"
#include "tests/support/catch.hpp"

#include <cmath>

namespace casus::test {
namespace {

using simulation::Bound;
using simulation::mean_of;
using simulation::Part;

/// How many of the intervals of so many seeds hold the truth, and on which side the others miss it.
struct Coverage {
  int seeds = 0, held = 0, too_high = 0, too_low = 0;
};

Coverage coverage(double arrivals, int seeds) {
  Coverage out;
  const double truth = waiting_days(arrivals);
  for (int seed = 1; seed <= seeds; ++seed) {
    const auto answer = answered(arrivals, static_cast<std::uint64_t>(seed));
    // What says that it does not know, says nothing that could be wrong.
    if (answer.settling.rest != simulation::Rest::settled) continue;
    ++out.seeds;
    if (answer.wait.low > truth) ++out.too_high;
    else if (answer.wait.high < truth) ++out.too_low;
    else ++out.held;
  }
  return out;
}

}  // namespace

TEST_CASE("of two hundred intervals of a mean that is known, 93 to 97 in a hundred hold it", "[training][coverage]") {
  for (const auto arrivals : {0.3, 0.5, 0.7, 0.85}) {
    const auto it = coverage(arrivals, 200);
    INFO("load " << arrivals << ": " << it.held << " of " << it.seeds << ", " << it.too_high << " too high, "
                 << it.too_low << " too low");
    CHECK(it.seeds >= 170);
    CHECK(it.held >= 0.93 * it.seeds);
    CHECK(it.held <= 0.97 * it.seeds);
    CHECK(it.too_high > 0);
    CHECK(it.too_low > 0);
  }
}

TEST_CASE("close to its limit a list is not called at rest", "[training][coverage]") {
  int settled = 0, growing = 0;
  for (int seed = 1; seed <= 20; ++seed) {
    settled += answered(0.97, static_cast<std::uint64_t>(seed)).settling.rest == simulation::Rest::settled ? 1 : 0;
    growing += answered(0.97, static_cast<std::uint64_t>(seed)).settling.rest == simulation::Rest::growing ? 1 : 0;
  }
  CHECK(settled <= 4);
  CHECK(growing == 0);  // it comes to rest, only not while anybody looks
}

TEST_CASE("a list that gets more than it can take grows by the difference", "[training][coverage]") {
  for (int seed = 1; seed <= 20; ++seed) {
    const auto it = answered(1.25, static_cast<std::uint64_t>(seed)).settling;
    INFO(seed << ": " << it.growth.low << " to " << it.growth.high);
    CHECK(it.rest == simulation::Rest::growing);
    CHECK(it.growth.mean == Approx(0.25).margin(0.1));
  }
}

TEST_CASE("with few paths the interval is Student's, on the scale of what it bounds", "[training]") {
  // By hand: mean 4, deviation sqrt(8.5), n 5, t(4) = 2.776445.
  const std::vector<Part> few{{0, 1}, {3, 1}, {4, 1}, {5, 1}, {8, 1}};
  const auto any = *mean_of(few, Bound::any);
  const double error = std::sqrt(8.5) / std::sqrt(5);
  CHECK(any.mean == 4);
  CHECK(any.high - any.mean == Approx(2.776445 * error));
  CHECK(any.mean - any.low == Approx(2.776445 * error));
  const auto count = *mean_of(few, Bound::count);
  CHECK(std::log(count.high / 4) == Approx(2.776445 * error / 4));
  CHECK(mean_of({{2, 1}}, Bound::count) == simulation::Interval{2, 2, 2});
  CHECK_FALSE(mean_of({{0, 0}, {0, 0}}, Bound::count));
  CHECK_FALSE(mean_of({}, Bound::count));
}

TEST_CASE("a few paths that came to the same are no proof that others would", "[training]") {
  const auto few = *mean_of({{15, 4}, {15, 4}}, Bound::count);
  CHECK(few.mean == 3.75);
  CHECK_FALSE(few.known);
  CHECK_FALSE(simulation::difference_of({{15, 4}, {15, 4}}, {{12, 4}, {12, 4}})->known);
  // What never happened has the bound of its count, and a path alone claims nothing.
  CHECK(mean_of({{0, 4}, {0, 4}}, Bound::count)->known);
  CHECK(mean_of({{0, 4}, {0, 4}}, Bound::count)->high > 0);
  CHECK(mean_of({{15, 4}, {16, 4}}, Bound::count)->known);
  CHECK(mean_of(std::vector<Part>(20, Part{15, 4}), Bound::count)->known);
  CHECK(simulation::shown_interval(few, 2, Lang::nl) == "3,75");
  CHECK(simulation::shown_interval({3.75, 2, 5}, 2, Lang::nl) == "3,75 (2,00 – 5,00)");
}

TEST_CASE("no interval leaves what can be", "[training]") {
  for (const std::size_t paths : {2U, 3U, 12U, 40U}) {
    std::vector<Part> rare, often;
    for (std::size_t i = 0; i < paths; ++i) {
      rare.push_back({i % 3 == 0 ? 1.0 : 0.0, 5});
      often.push_back({i % 3 == 0 ? 480.0 : 500.0, 5});
    }
    CHECK(mean_of(rare, Bound::count)->low > 0);
    const auto share = *mean_of(often, Bound::share);
    CHECK(share.high < 100);
    CHECK(share.low > 0);
    CHECK(share.low < share.mean);
  }
}

TEST_CASE("what never happened in a hundred times can still happen in three", "[training]") {
  const std::vector<Part> never{{0, 50}, {0, 50}};
  CHECK(mean_of(never, Bound::share)->high == Approx(3.62).margin(0.01));  // Clopper and Pearson
  CHECK(mean_of(never, Bound::count)->high == Approx(0.0369).margin(0.0001));
  const auto always = *mean_of({{5000, 50}, {5000, 50}}, Bound::share);
  CHECK(always.mean == 100);
  CHECK(always.low == Approx(96.38).margin(0.01));
}

TEST_CASE("a difference is taken in pairs", "[training]") {
  std::vector<Part> one, other;
  for (int i = 0; i < 20; ++i) {
    one.push_back({10.0 * i, 1});
    other.push_back({10.0 * i + 3 + i % 2, 1});
  }
  const auto it = *simulation::difference_of(other, one);
  CHECK(it.mean == Approx(3.5));
  CHECK(it.low > 3.1);
  CHECK(it.high < 3.9);
}

TEST_CASE("MSER-5 leaves out what is unlike the rest, in fives", "[training]") {
  std::vector<double> line(100, 4.0);
  for (std::size_t i = 0; i < 100; ++i) line[i] += i % 2 == 0 ? 0.5 : -0.5;
  CHECK(simulation::mser5(line) == 0);
  for (std::size_t i = 0; i < 23; ++i) line[i] = 0;
  CHECK(simulation::mser5(line) == 25);
  for (std::size_t i = 0; i < 70; ++i) line[i] = 0;
  CHECK(simulation::mser5(line) == line.size());  // more than half: too little is left to say so
}

}  // namespace casus::test
