// SPDX-License-Identifier: EUPL-1.2
#include "core/store/sealed/work_queue.hpp"
#include "tests/store/stores.hpp"

#include <atomic>
#include <thread>
#include <vector>

using namespace casus;
using namespace casus::store;

TEST_CASE("what a queue is given is done in order, and read by who waited", "[store]") {
  std::vector<int> done;
  WorkQueue queue;
  queue.wait();  // for nothing
  for (int round = 0; round < 20; ++round) {
    for (int i = 0; i < 50; ++i) queue.give([&done, number = round * 50 + i] { done.push_back(number); });
    queue.wait();
    REQUIRE(done.size() == static_cast<std::size_t>(50 * (round + 1)));
  }
  for (int i = 0; i < 1000; ++i) REQUIRE(done[static_cast<std::size_t>(i)] == i);
}

TEST_CASE("who gives work to a queue goes on meanwhile", "[store]") {
  if (std::thread::hardware_concurrency() < 2) return;
  WorkQueue queue;
  std::atomic<bool> free = false;
  queue.give([&] {
    while (!free) std::this_thread::yield();
  });
  free = true;  // was never to be reached if it waited for the work
  queue.wait();
}

TEST_CASE("after a task of a queue that throws nothing is done, and all who ask are told why", "[store]") {
  WorkQueue queue;
  std::atomic<int> done = 0;
  const auto give = [&](bool throws) {
    return fault_of([&] {
      queue.give([&done, throws] {
        if (throws) throw Fault(Fault::Kind::store, "disk full");
        ++done;
      });
    });
  };
  CHECK(give(false).empty());
  give(true);
  for (int i = 0; i < 10; ++i) give(false);
  CHECK(fault_of([&] { queue.wait(); }) == "disk full");
  CHECK(fault_of([&] { queue.wait(); }) == "disk full");
  CHECK(give(false) == "disk full");
  CHECK(done == 1);
}

TEST_CASE("a queue that ends does not begin what waits", "[store]") {
  if (std::thread::hardware_concurrency() < 2) return;
  std::atomic<int> done = 0;
  std::atomic<bool> begun = false, free = false;
  std::thread later;
  {
    WorkQueue queue;
    queue.give([&] {
      begun = true;
      while (!free) std::this_thread::yield();
      ++done;
    });
    for (int i = 0; i < 5; ++i) queue.give([&] { ++done; });
    while (!begun) std::this_thread::yield();
    later = std::thread([&] {
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
      free = true;
    });
  }
  later.join();
  CHECK(done == 1);
}
