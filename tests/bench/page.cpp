// SPDX-License-Identifier: EUPL-1.2
// The page in a browser, over loopback: the program itself with a team in a meeting, beside a bare hello of the same
// server library.
#include "core/web/server/server.hpp"
#include "tests/bench/hello.hpp"
#include "tests/bench/samples.hpp"
#include "tests/bench/served_team.hpp"

#include <benchmark/benchmark.h>
#include <poll.h>

#include <algorithm>
#include <atomic>
#include <functional>
#include <string>
#include <thread>
#include <vector>

namespace casus::bench {
namespace {

constexpr int kConnections = 8;
constexpr double kSeconds = 1.5;

/// Requests a second over some connections, each with one on its way.
double rate_of(const std::function<HttpClient()>& connect, const std::function<void(HttpClient&)>& ask) {
  std::atomic<bool> stop = false;
  std::atomic<long> done = 0;
  std::vector<HttpClient> clients;
  for (int i = 0; i < kConnections; ++i) clients.push_back(connect());
  std::vector<std::thread> threads;
  const auto seconds = seconds_of([&] {
    for (auto& client : clients)
      threads.emplace_back([&] {
        while (!stop) {
          ask(client);
          ++done;
        }
      });
    std::this_thread::sleep_for(std::chrono::duration<double>(kSeconds));
    stop = true;
    for (auto& thread : threads) thread.join();
  });
  return static_cast<double>(done) / seconds;
}

void hello(benchmark::State& run) {
  Hello site;
  web::Listening how;
  how.port = 0;
  web::Server server(how, site);
  std::thread network([&] { server.run(); });
  const auto connect = [&] { return HttpClient(server.port()); };
  for (auto _ : run) {
    run.counters["at_once"] = rate_of(connect, [](HttpClient& it) { needs(it.get("/"), 200); });
    run.counters["worked"] = rate_of(connect, [](HttpClient& it) { needs(it.get("/work"), 200); });
  }
  server.stop();
  network.join();
}

void pages(benchmark::State& run) {
  const ServedTeam team;
  const auto token = hidden_value(team.browser().get("/mine").body, "say", "token");
  std::atomic<int> number = 0;
  for (auto _ : run) {
    run.counters["case"] =
        rate_of([&] { return team.browser(); }, [](HttpClient& it) { needs(it.get("/case/c1"), 200); });
    run.counters["say"] = rate_of([&] { return team.browser(); },
                                  [&](HttpClient& it) { needs(it.post("/mine", contribution(token, ++number)), 303); });
  }
}

/// From the moment that a contribution is sent until each of ten browsers was told.
void live(benchmark::State& run) {
  constexpr int kRounds = 100;
  const ServedTeam team;
  auto phone = team.browser();
  const auto page = phone.get("/mine").body;
  const auto token = hidden_value(page, "say", "token");
  const auto at = page.find("data-live=\"") + 11;
  const auto path = page.substr(at, page.find('"', at) - at) + "&since=none";
  std::vector<HttpClient> browsers;
  for (int i = 0; i < kBrowsers; ++i) {
    browsers.push_back(team.browser());
    browsers.back().listen(path);
  }
  std::vector<double> told;
  for (auto _ : run)
    for (int round = 0; round < kRounds; ++round) {
      const auto begin = std::chrono::steady_clock::now();
      std::thread sends([&] { needs(phone.post("/mine", contribution(token, 100'000 + round)), 303); });
      std::vector<pollfd> waiting;
      for (const auto& browser : browsers) waiting.push_back({browser.socket(), POLLIN, 0});
      for (int left = kBrowsers; left > 0;) {
        if (::poll(waiting.data(), waiting.size(), 5'000) <= 0) give_up("a browser was not told");
        for (std::size_t i = 0; i < waiting.size(); ++i) {
          if ((waiting[i].revents & POLLIN) == 0) continue;
          if (browsers[i].take().find("data: ") == std::string::npos) continue;
          told.push_back(std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
          waiting[i].fd = -1;
          --left;
        }
      }
      sends.join();
    }
  std::ranges::sort(told);
  run.counters["p50"] = told[told.size() / 2];
  run.counters["p99"] = told[told.size() * 99 / 100];
}

BENCHMARK(hello)->Name("page/hello")->Iterations(1)->Unit(benchmark::kMillisecond);
BENCHMARK(pages)->Name("page/team")->Iterations(1)->Unit(benchmark::kMillisecond);
BENCHMARK(live)->Name("page/live")->Iterations(1)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace casus::bench
