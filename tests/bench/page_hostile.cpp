// SPDX-License-Identifier: EUPL-1.2
// Ten thousand requests that mean harm, as fast as they go, while somebody of the team asks for a page and says
// something: what the others notice of it.
#include "tests/bench/samples.hpp"
#include "tests/bench/served_team.hpp"

#include <arpa/inet.h>
#include <benchmark/benchmark.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <memory>
#include <string>
#include <thread>
#include <vector>

namespace casus::bench {
namespace {

constexpr int kHostile = 10'000;
constexpr int kAttackers = 4;
constexpr int kSlow = 200;  ///< connections that never come to an end by themselves

/// A connection that sends whatever it is told, and gives up on nothing: the other side may hang up.
class Raw {
 public:
  explicit Raw(unsigned short port) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(port);
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const timeval patience{1, 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    if (::connect(socket_, reinterpret_cast<const sockaddr*>(&to), sizeof to) != 0) give_up("the page let nobody in");
  }
  ~Raw() { ::close(socket_); }
  Raw(const Raw&) = delete;
  Raw& operator=(const Raw&) = delete;

  void send(const std::string& bytes) const { (void)!::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL); }
  /// The status of the answer; 0 when it was hung up on without one.
  int status() const {
    std::string read(4096, '\0');
    const auto n = ::recv(socket_, read.data(), read.size(), 0);
    return n > 12 ? std::atoi(read.c_str() + 9) : 0;
  }

 private:
  int socket_;
};

std::string posted(const std::string& head, const std::string& path, const std::string& body,
                   const std::string& type = "application/x-www-form-urlencoded") {
  return "POST " + path + " HTTP/1.1\r\n" + head + "Content-Type: " + type +
         "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

/// Of each kind some: broken encodings, huge headers, path tricks, forged tokens, requests within requests.
std::vector<std::string> hostile_requests(const ServedTeam& team) {
  const auto host = "Host: 127.0.0.1:" + std::to_string(team.port) + "\r\n";
  const auto ours = host + "Cookie: casus=" + team.cookie + "\r\n";
  const auto forged = host + "Cookie: casus=" + std::string(43, 'A') + "\r\n";
  const auto get = [](const std::string& path, const std::string& head) {
    return "GET " + path + " HTTP/1.1\r\n" + head + "\r\n";
  };
  std::string fields;
  for (int i = 0; i < 20'000; ++i) fields += "a" + std::to_string(i) + "=%zz&";
  return {
      get("/" + std::string(3000, '%'), ours),
      get("/case/%ff%fe%c0%af", ours),
      get("/case/c1%00.html", ours),
      get("/..%2f..%2fetc%2fpasswd", ours),
      get("/assets/../../casus.db", ours),
      get("//case//c1/../c1", ours),
      get("/case/" + std::string(12'000, 'a'), ours),
      get("/case/c2", ours),
      get("/case/c1", forged),
      get("/in/" + std::string(43, 'A'), host),
      get("/kaart/" + std::string(43, 'A'), host),
      get("/mine", host + "X-Long: " + std::string(20'000, 'x') + "\r\n"),
      get("/mine", host + host),
      get("/mine", host + "A b: c\r\n"),
      get("http://elsewhere.example/mine", ours),
      "GET /mine HTTP/9.9\r\n" + ours + "\r\n",
      std::string(400, '\0') + "\r\n\r\n",
      "\x16\x03\x01\x02 not http\r\n\r\n",
      posted(ours, "/mine", "token=" + std::string(43, 'A') + "&command=x&do=say&kind=fact&text=forged"),
      posted(forged, "/mine", "token=" + std::string(43, 'A') + "&command=x&do=say&kind=fact&text=forged"),
      posted(ours, "/mine", fields),
      posted(ours, "/case/c1", "--x\r\nContent-Disposition: form-data; name=\"a", "multipart/form-data; boundary=x"),
      "POST /mine HTTP/1.1\r\n" + ours + "Content-Length: 99999999999999999999\r\n\r\n",
      "POST /mine HTTP/1.1\r\n" + ours + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /case/c1",
      "POST /mine HTTP/1.1\r\n" + ours + "Transfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n",
  };
}

/// Seconds from asking to the answer, of a page and of a contribution in turns, until it is told to stop or had so
/// many.
std::vector<double> waits(const ServedTeam& team, const std::string& token, int& number, const std::atomic<bool>& stop,
                          int most) {
  auto phone = team.browser();
  std::vector<double> all;
  while (!stop && static_cast<int>(all.size()) < most) {
    all.push_back(seconds_of([&] { needs(phone.get("/case/c1"), 200); }));
    all.push_back(seconds_of([&] { needs(phone.post("/mine", contribution(token, ++number)), 303); }));
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  std::ranges::sort(all);
  return all;
}

double p99(const std::vector<double>& sorted) { return sorted[sorted.size() * 99 / 100]; }

void hostile(benchmark::State& run) {
  const ServedTeam team;
  const auto token = hidden_value(team.browser().get("/mine").body, "say", "token");
  const auto requests = hostile_requests(team);
  int number = 200'000;
  for (auto _ : run) {
    const std::atomic<bool> never = false;
    const auto quiet = waits(team, token, number, never, 400);
    std::vector<std::unique_ptr<Raw>> slow;
    for (int i = 0; i < kSlow; ++i) {
      slow.push_back(std::make_unique<Raw>(team.port));
      slow.back()->send(i % 2 == 0 ? "GET /mi" : "POST /mine HTTP/1.1\r\nContent-Length: 100\r\n\r\nab");
    }
    std::atomic<bool> stop = false;
    std::atomic<int> next = 0, let_in = 0;
    std::vector<std::thread> attackers;
    std::vector<double> busy;
    const auto seconds = seconds_of([&] {
      for (int i = 0; i < kAttackers; ++i)
        attackers.emplace_back([&] {
          for (int mine = next++; mine < kHostile; mine = next++) {
            const Raw one(team.port);
            one.send(requests[static_cast<std::size_t>(mine) % requests.size()]);
            const auto status = one.status();
            if (status == 200 || status == 500 || status == 303) ++let_in;
          }
        });
      std::thread ends([&] {
        for (auto& attacker : attackers) attacker.join();
        stop = true;
      });
      busy = waits(team, token, number, stop, kHostile);
      ends.join();
    });
    if (busy.size() < 20) give_up("hardly anybody of the team was served");
    run.counters["let_in"] = static_cast<double>(let_in);
    run.counters["rate"] = kHostile / seconds;
    run.counters["quiet"] = p99(quiet);
    run.counters["p50"] = busy[busy.size() / 2];
    run.counters["p99"] = p99(busy);
    run.counters["slowest"] = busy.back();
  }
}

BENCHMARK(hostile)->Name("page/hostile")->Iterations(1)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace casus::bench
