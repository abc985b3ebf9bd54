// SPDX-License-Identifier: EUPL-1.2
// The page in a browser, over loopback: the program itself with a team in a meeting, beside a bare hello of the same
// server library.
#include "core/web/server/server.hpp"
#include "tests/bench/hello.hpp"
#include "tests/bench/http_client.hpp"
#include "tests/bench/samples.hpp"
#include "tests/support/temp_dir.hpp"

#include <benchmark/benchmark.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <functional>
#include <optional>
#include <string>
#include <thread>
#include <vector>

extern "C" char** environ;

namespace casus::bench {
namespace {

constexpr int kConnections = 8;
constexpr double kSeconds = 1.5;

/// `casus` with these words; its output when it is to be read, else its end.
class Program {
 public:
  explicit Program(const std::vector<std::string>& words) {
    std::vector<char*> arguments;
    for (const auto& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) give_up("no pipe");
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], 1);
    if (posix_spawn(&child_, arguments[0], &actions, nullptr, arguments.data(), environ) != 0)
      give_up("cannot start " + words[0]);
    posix_spawn_file_actions_destroy(&actions);
    ::close(ends[1]);
    out_ = ends[0];
  }
  ~Program() {
    if (child_ > 0) {
      ::kill(child_, SIGTERM);
      end();
    }
    ::close(out_);
  }
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  bool end() {
    int status = 0;
    ::waitpid(child_, &status, 0);
    child_ = 0;
    return status == 0;
  }
  /// Reads its output up to the end of the line that holds these words.
  std::string line_with(const std::string& words) {
    std::string all;
    char c = 0;
    while (::read(out_, &c, 1) == 1) {
      all += c;
      if (c == '\n' && all.find(words) != std::string::npos) return all;
    }
    give_up("the page did not start");
  }
  pid_t child() const { return child_; }

 private:
  pid_t child_ = 0;
  int out_ = -1;
};

/// A team of two with a case on the table, served by the program.
class ServedTeam {
 public:
  ServedTeam() {
    types("Noor", {"team", "init", "Bench"});
    for (const auto* name : {"Noor", "Samira"}) types("Noor", {"team", "add", name});
    types("Noor", {"case", "open", "Moeder met twee kinderen", "--id", "c1", "--privacy", "anonymous", "--basis", "wmo",
                   "--purpose", "Een stap", "--method", "kort/ronde", "--mode", "coaching"});
    types("Noor", {"meeting", "ask", "c1", "Hoe verder?"});
    types("Noor", {"meeting", "plan", "--chair", "Samira"});
    for (const auto* verb : {"start", "take", "done", "take"}) types("Noor", {"meeting", verb});
    types("Samira", {"case", "next", "c1", "--because", "begin"});
    served_.emplace(words("Noor", {"serve", "--listen", "127.0.0.1:0"}));
    const auto said = served_->line_with("/in/");
    const auto at = said.find("http://127.0.0.1:");
    port = static_cast<unsigned short>(std::stoi(said.substr(at + 17)));
    const auto link = said.find("/in/");
    const auto path = said.substr(link, said.find_first_of(" \n", link) - link);
    HttpClient browser(port);
    const auto page = browser.get(path);
    if (browser.post(path, {{"token", hidden_value(page.body, "link-form", "token")}}).status != 303)
      give_up("nobody came in");
    cookie = browser.cookie;
  }

  HttpClient browser() const {
    HttpClient it(port);
    it.cookie = cookie;
    return it;
  }

  unsigned short port = 0;
  std::string cookie;

 private:
  std::vector<std::string> words(const std::string& by, std::vector<std::string> all) const {
    all.insert(all.begin(), CASUS_BINARY);
    for (const auto& more : std::vector<std::string>{"--as", by, "--store", (folder_ / "casus.db").string()})
      all.push_back(more);
    return all;
  }
  void types(const std::string& by, const std::vector<std::string>& command) {
    Program program(words(by, command));
    if (!program.end()) give_up("this did not end well: " + command[0] + ' ' + command[1]);
  }

  const test::TempDir folder_;
  std::optional<Program> served_;
};

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

void needs(const HttpClient::Answer& answer, int status) {
  if (answer.status != status) give_up("the page answered " + std::to_string(answer.status));
}

std::vector<std::pair<std::string, std::string>> contribution(const std::string& token, int number) {
  return {{"token", token},
          {"command", "bench-" + std::to_string(::getpid()) + '-' + std::to_string(number)},
          {"do", "say"},
          {"kind", "fact"},
          {"text", "Zij belt haar zus elke week, nummer " + std::to_string(number)}};
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
