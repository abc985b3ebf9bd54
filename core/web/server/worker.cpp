// SPDX-License-Identifier: EUPL-1.2
#include "core/web/server/worker.hpp"

namespace casus::web {

Worker::Worker(std::size_t most_waiting) : most_(most_waiting), thread_([this] { run(); }) {}

Worker::~Worker() { stop(); }

bool Worker::ask(Work work) {
  {
    const std::lock_guard lock(mutex_);
    if (stopped_ || waiting_.size() >= most_) return false;
    waiting_.push_back(std::move(work));
  }
  wakes_.notify_one();
  return true;
}

void Worker::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
  }
  wakes_.notify_one();
  if (thread_.joinable()) thread_.join();
}

void Worker::run() {
  std::unique_lock lock(mutex_);
  for (;;) {
    wakes_.wait(lock, [this] { return stopped_ || !waiting_.empty(); });
    if (waiting_.empty()) return;
    const auto work = std::move(waiting_.front());
    waiting_.pop_front();
    lock.unlock();
    work();
    lock.lock();
  }
}

}  // namespace casus::web
