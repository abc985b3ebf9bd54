// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace casus::web {

/// One thread that does one thing at a time, in the order in which it was asked: the desk is for one face at a time.
class Worker {
 public:
  using Work = std::function<void()>;

  explicit Worker(std::size_t most_waiting);
  ~Worker();
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;

  /// False when too much waits already, or it was stopped: then it will not be done.
  bool ask(Work work);
  /// Takes no more; returns when what waited is done.
  void stop();

 private:
  void run();

  std::mutex mutex_;
  std::condition_variable wakes_;
  std::deque<Work> waiting_;
  const std::size_t most_;
  bool stopped_ = false;
  std::thread thread_;  ///< last: it uses the others
};

}  // namespace casus::web
