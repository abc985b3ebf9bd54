// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <atomic>
#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>

namespace casus::store {

/// Does what it is given, in that order, on a thread of its own, while the one who gives it goes on. One thread gives
/// and waits. What a task wrote can be read by who waited for it.
///
/// When a task throws, those after it are not done, and from then on giving and waiting throw the same.
class WorkQueue {
 public:
  using Task = std::function<void()>;

  WorkQueue() = default;
  WorkQueue(const WorkQueue&) = delete;
  WorkQueue& operator=(const WorkQueue&) = delete;
  /// What was not begun is not done.
  ~WorkQueue();

  /// Where no thread is to be had, it is done before this returns.
  void give(Task task);
  /// Until all is done.
  void wait();

 private:
  void begin();
  void run();
  void linger() const;
  void done(std::unique_lock<std::mutex>& lock, const Task& task);

  std::mutex mutex_;
  std::condition_variable given_;
  std::condition_variable idle_;
  std::deque<Task> tasks_;
  std::exception_ptr fault_;
  std::atomic<bool> called_ = false;  ///< there is something to do, or no more
  bool busy_ = false;
  bool over_ = false;
  bool alone_ = false;  ///< there is no thread
  std::thread thread_;
};

}  // namespace casus::store
