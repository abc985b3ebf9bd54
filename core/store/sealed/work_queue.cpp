// SPDX-License-Identifier: EUPL-1.2
#include "core/store/sealed/work_queue.hpp"

#include <chrono>
#include <system_error>
#include <utility>

namespace casus::store {

namespace {

/// To wake a thread that sleeps takes about as long on a virtual machine, and the next task is mostly there before.
constexpr std::chrono::microseconds kLinger{100};

}  // namespace

WorkQueue::~WorkQueue() {
  {
    const std::lock_guard lock(mutex_);
    tasks_.clear();
    over_ = called_ = true;
  }
  given_.notify_one();
  if (thread_.joinable()) thread_.join();
}

void WorkQueue::begin() {
  alone_ = std::thread::hardware_concurrency() == 1;  // two threads would only wait for each other
  if (alone_) return;
  try {
    thread_ = std::thread([this] { run(); });
  } catch (const std::system_error&) {
    alone_ = true;
  }
}

void WorkQueue::give(Task task) {
  if (!thread_.joinable() && !alone_) begin();
  std::unique_lock lock(mutex_);
  if (fault_) std::rethrow_exception(fault_);
  if (alone_) {
    done(lock, task);
    if (fault_) std::rethrow_exception(fault_);
    return;
  }
  tasks_.push_back(std::move(task));
  called_ = true;
  lock.unlock();
  given_.notify_one();
}

void WorkQueue::wait() {
  std::unique_lock lock(mutex_);
  idle_.wait(lock, [&] { return tasks_.empty() && !busy_; });
  if (fault_) std::rethrow_exception(fault_);
}

void WorkQueue::run() {
  std::unique_lock lock(mutex_);
  for (;;) {
    given_.wait(lock, [&] { return over_ || !tasks_.empty(); });
    if (tasks_.empty()) return;
    const auto task = std::move(tasks_.front());
    tasks_.pop_front();
    done(lock, task);
    if (!tasks_.empty()) continue;
    idle_.notify_one();
    called_ = over_;
    lock.unlock();
    linger();
    lock.lock();
  }
}

/// Somebody else may have the processor meanwhile.
void WorkQueue::linger() const {
  const auto end = std::chrono::steady_clock::now() + kLinger;
  while (!called_ && std::chrono::steady_clock::now() < end) std::this_thread::yield();
}

/// Without the lock while it goes on.
void WorkQueue::done(std::unique_lock<std::mutex>& lock, const Task& task) {
  busy_ = true;
  lock.unlock();
  std::exception_ptr fault;
  try {
    task();
  } catch (...) {
    fault = std::current_exception();
  }
  lock.lock();
  busy_ = false;
  if (!fault) return;
  fault_ = std::move(fault);
  tasks_.clear();
}

}  // namespace casus::store
