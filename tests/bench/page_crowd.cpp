// SPDX-License-Identifier: EUPL-1.2
// The server of the page alone, with a thousand meetings of ten streams each: what the network costs, and its memory.
#include "tests/bench/hello.hpp"
#include "tests/bench/http_client.hpp"
#include "tests/bench/samples.hpp"

#include <benchmark/benchmark.h>
#include <fcntl.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

namespace casus::bench {
namespace {

double resident_bytes(pid_t process) {
  std::ifstream file("/proc/" + std::to_string(process) + "/statm");
  double pages = 0;
  file >> pages >> pages;
  return pages * static_cast<double>(::sysconf(_SC_PAGESIZE));
}

/// The server in a process of its own, so that its memory is its own: told by a byte, it tells all topics.
class Crowd {
 public:
  Crowd(int meetings) {
    std::array<int, 2> up{}, down{};
    if (::pipe(up.data()) != 0 || ::pipe(down.data()) != 0) give_up("no pipe");
    child_ = ::fork();
    if (child_ == 0) {
      ::close(down[1]);  // else it never sees the end of its orders
      ::close(up[0]);
      serve(down[0], up[1], meetings);
    }
    ::close(up[1]);
    ::close(down[0]);
    out_ = up[0];
    in_ = down[1];
    if (::read(out_, &port, sizeof port) != sizeof port) give_up("the crowd has no server");
  }
  ~Crowd() {
    ::close(in_);
    ::waitpid(child_, nullptr, 0);
    ::close(out_);
  }
  Crowd(const Crowd&) = delete;
  Crowd& operator=(const Crowd&) = delete;

  void tell() const {
    if (::write(in_, "t", 1) != 1) give_up("the crowd is gone");
  }
  double memory() const { return resident_bytes(child_); }

  unsigned short port = 0;

 private:
  [[noreturn]] static void serve(int in, int out, int meetings) {
    Hello site;
    web::Listening how;
    how.port = 0;
    how.bounds.connections = 20'000;
    how.bounds.work_waiting = 20'000;
    web::Server server(how, site);
    const auto port = server.port();
    if (::write(out, &port, sizeof port) != sizeof port) ::_exit(1);
    std::thread network([&] { server.run(); });
    for (char order = 0; ::read(in, &order, 1) == 1;)
      for (int i = 0; i < meetings; ++i) server.streams().tell("/m/" + std::to_string(i), "data: 1\n\n");
    server.stop();
    network.join();
    ::_exit(0);
  }

  pid_t child_ = 0;
  int in_ = -1;
  int out_ = -1;
};

void crowd(benchmark::State& run) {
  constexpr int kMeetings = 1000;
  constexpr int kStreams = kMeetings * kBrowsers;
  rlimit files{};
  ::getrlimit(RLIMIT_NOFILE, &files);
  if (files.rlim_max < kStreams + 200U) {
    run.SkipWithError("this machine lets a process open too few files");
    return;
  }
  files.rlim_cur = files.rlim_max;
  ::setrlimit(RLIMIT_NOFILE, &files);
  const Crowd server(kMeetings);
  const auto empty = server.memory();
  std::vector<HttpClient> browsers;
  const int waiting = ::epoll_create1(EPOLL_CLOEXEC);
  for (int i = 0; i < kStreams; ++i) {
    browsers.emplace_back(server.port);
    browsers.back().listen("/m/" + std::to_string(i % kMeetings));
    epoll_event event{EPOLLIN, {}};
    event.data.u32 = static_cast<std::uint32_t>(i);
    ::epoll_ctl(waiting, EPOLL_CTL_ADD, browsers.back().socket(), &event);
  }
  run.counters["memory"] = server.memory();
  run.counters["of_one"] = (server.memory() - empty) / kStreams;
  std::vector<double> told;
  for (auto _ : run)
    for (int round = 0; round < 5; ++round) {
      const auto begin = std::chrono::steady_clock::now();
      server.tell();
      std::array<epoll_event, 512> events{};
      for (int left = kStreams; left > 0;) {
        const int some = ::epoll_wait(waiting, events.data(), events.size(), 10'000);
        if (some <= 0) give_up("somebody of the crowd was not told");
        const std::chrono::duration<double> since = std::chrono::steady_clock::now() - begin;
        for (int i = 0; i < some; ++i) {
          (void)browsers[events[static_cast<std::size_t>(i)].data.u32].take();
          told.push_back(since.count());
          --left;
        }
      }
    }
  ::close(waiting);
  std::ranges::sort(told);
  run.counters["p50"] = told[told.size() / 2];
  run.counters["p99"] = told[told.size() * 99 / 100];
}

BENCHMARK(crowd)->Name("page/crowd")->Iterations(1)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace casus::bench
