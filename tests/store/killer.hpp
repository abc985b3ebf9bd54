// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/store/child.hpp"

#include <algorithm>
#include <chrono>
#include <functional>
#include <random>
#include <thread>

namespace casus::store {

/// Kills children at moments spread over the whole of their work, and a little beyond. How long the work takes is what
/// the children report: one that was just forked is many times slower than the process that it came from, and how many
/// times differs by machine and by what else runs there.
class Killer {
 public:
  explicit Killer(std::uint32_t seed) : chance_(seed) {}

  /// A child does the work and is killed meanwhile, unless it was done before that. The first one is left to finish.
  void kill_during(const std::function<void()>& work) {
    Child child([&](const Child::Report& report) {
      const auto begun = Clock::now();
      report(0);
      work();
      report(Micros(std::chrono::duration_cast<Micros>(Clock::now() - begun)).count());
    });
    REQUIRE(child.next() == 0);
    const bool first = takes_ == Micros{};
    const auto moment = first ? Micros{} : some_moment();
    std::this_thread::sleep_for(moment);
    if (!first) child.kill();
    const auto took = child.next();
    if (first) REQUIRE(took.has_value());
    const int code = child.wait();
    REQUIRE((code == 0 || code == -1));  // it ended well or was killed: it did not fail
    if (took) takes_ = first ? Micros(*took) : (takes_ * 7 + Micros(*took)) / 8;
    else if (moment > takes_) takes_ += takes_ / 8;  // no child is that quick at present
  }

 private:
  using Clock = std::chrono::steady_clock;
  using Micros = std::chrono::microseconds;

  Micros some_moment() {
    return Micros(std::uniform_int_distribution<std::int64_t>(0, takes_.count() * 3 / 2)(chance_));
  }

  std::mt19937 chance_;
  Micros takes_{};
};

}  // namespace casus::store
