// SPDX-License-Identifier: EUPL-1.2
#include "core/simulation/caseload/caseload_run.hpp"

#include <algorithm>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <thread>

namespace casus::simulation {

Unit CaseloadPlan::unit(std::size_t number) const {
  const auto each = settings.size();
  const auto team = number / each;
  return {static_cast<std::uint32_t>(number % each), static_cast<std::uint32_t>(team / static_cast<std::size_t>(teams)),
          static_cast<std::uint32_t>(team % static_cast<std::size_t>(teams))};
}

namespace {

/// Results that are done but whose turn has not come; workers wait when they are too far ahead, so memory stays small.
class Queue {
 public:
  Queue(std::size_t begin, std::size_t end, std::size_t ahead)
      : next_(begin), hand_over_(begin), end_(end), ahead_(ahead) {}

  /// The number of the next unit to do; nothing when there is no more.
  std::optional<std::size_t> take(const std::atomic<bool>& stop) {
    std::unique_lock lock(mutex_);
    room_.wait(lock, [&] { return failed_ || next_ >= end_ || next_ < hand_over_ + ahead_; });
    if (failed_ || stop || next_ >= end_) {
      end_ = std::min(end_, next_);
      ready_.notify_one();
      return std::nullopt;
    }
    return next_++;
  }

  void put(std::size_t number, UnitResult result) {
    const std::lock_guard lock(mutex_);
    done_.emplace(number, std::move(result));
    ready_.notify_one();
  }

  void fail(std::exception_ptr why) {
    const std::lock_guard lock(mutex_);
    if (!failed_) failed_ = std::move(why);
    ready_.notify_one();
    room_.notify_all();
  }

  /// The next result in order; nothing when all are handed over. Throws what a worker threw.
  std::optional<UnitResult> next() {
    std::unique_lock lock(mutex_);
    ready_.wait(lock, [&] { return failed_ || hand_over_ >= end_ || done_.contains(hand_over_); });
    if (failed_) std::rethrow_exception(failed_);
    if (hand_over_ >= end_) return std::nullopt;
    auto found = done_.extract(hand_over_++);
    room_.notify_all();
    return std::move(found.mapped());
  }

  std::size_t handed_over() const { return hand_over_; }

 private:
  std::mutex mutex_;
  std::condition_variable ready_, room_;
  std::map<std::size_t, UnitResult> done_;
  std::size_t next_, hand_over_, end_, ahead_;
  std::exception_ptr failed_;
};

}  // namespace

std::size_t run_caseload(const engine::Library& library, const CaseloadPlan& plan, std::size_t begin, int threads,
                         const std::atomic<bool>& stop, const std::function<void(UnitResult)>& each) {
  std::vector<Playbooks> books;
  books.reserve(plan.settings.size());
  for (const auto& setting : plan.settings)
    books.emplace_back(library, setting.assumptions,
                       plan.books      ? &*plan.books
                       : books.empty() ? nullptr
                                       : &books.front());
  Queue queue(begin, plan.units(), static_cast<std::size_t>(threads) * 4);
  const auto work = [&] {
    try {
      while (const auto number = queue.take(stop)) {
        const auto unit = plan.unit(*number);
        queue.put(*number, simulate_team(library, plan.settings[unit.setting], books[unit.setting], plan.scale, unit));
      }
    } catch (...) {
      queue.fail(std::current_exception());
    }
  };
  std::vector<std::jthread> workers;  // before anything that can throw: joined when left
  for (int i = 0; i < threads; ++i) workers.emplace_back(work);
  try {
    while (auto result = queue.next()) each(std::move(*result));
  } catch (...) {
    queue.fail(std::current_exception());
    throw;
  }
  return queue.handed_over();
}

}  // namespace casus::simulation
