// SPDX-License-Identifier: EUPL-1.2
// From "sign in" to the page of today, by the sign-in of a municipality. The provider answers from memory, with real
// signatures: what is measured is our half, over loopback.
#include "core/web/page_site.hpp"
#include "core/web/server/server.hpp"
#include "tests/bench/http_client.hpp"
#include "tests/bench/program.hpp"
#include "tests/bench/samples.hpp"
#include "tests/support/temp_dir.hpp"
#include "tests/web/openid_provider.hpp"

#include <benchmark/benchmark.h>

#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace casus::bench {

namespace {

/// A team with the page of this process on it, as long as this lives.
class SignInTeam {
 public:
  SignInTeam() {
    const auto store = (folder_ / "casus.db").string();
    for (const auto& words : std::vector<std::vector<std::string>>{
             {"team", "init", "Wijkteam Voorbeeld"}, {"team", "add", "Samira"}, {"team", "add", "Noor"}}) {
      std::vector<std::string> all{CASUS_BINARY};
      all.insert(all.end(), words.begin(), words.end());
      all.insert(all.end(), {"--as", "Samira", "--store", store});
      if (!Program(all).end()) give_up("this did not end well: " + words[0] + ' ' + words[1]);
    }
    web::PageSite::Setting setting;
    setting.desk.seat = {"Samira", Sureness::named, "bench", {}};
    setting.desk.store = store;
    setting.sign_in = test::OpenidProvider::settings();
    setting.fetch = provider_.fetch();
    site_.emplace(std::move(setting));
    web::Listening listening;
    listening.port = 0;
    server_.emplace(std::move(listening), *site_);
    site_->at(server_->origin(), server_->streams());
    thread_ = std::thread([this] { server_->run(); });
  }
  SignInTeam(const SignInTeam&) = delete;
  ~SignInTeam() {
    server_->stop();
    thread_.join();
  }

  HttpClient browser() const { return HttpClient(server_->port()); }

  /// Somebody of the team, from the first click to the page that they come to; false when they do not come in.
  bool signs_in(HttpClient& browser) {
    const auto sent = browser.get("/sign-in");
    if (sent.status != 303) return false;
    const auto now = service::system_clock().now();
    return browser.get(provider_.answer_to(place_in(sent.head), now)).status == 303 && sees_today(browser);
  }
  static bool sees_today(HttpClient& browser) { return browser.get("/today").status == 200; }

 private:
  /// Where an answer sends a browser.
  static std::string place_in(const std::string& head) {
    const std::string mark = "\r\nLocation: ";
    const auto at = head.find(mark);
    if (at == std::string::npos) give_up("an answer sends nobody anywhere");
    const auto from = at + mark.size();
    return head.substr(from, head.find("\r\n", from) - from);
  }

  const test::TempDir folder_;
  test::OpenidProvider provider_;
  std::optional<web::PageSite> site_;
  std::optional<web::Server> server_;
  std::thread thread_;
};

void sign_in(benchmark::State& run) {
  constexpr int kPeople = 60;
  SignInTeam team;
  std::vector<double> ways, pages;
  for (auto _ : run)
    for (int i = 0; i < kPeople; ++i) {
      auto browser = team.browser();
      bool came = true;
      ways.push_back(seconds_of([&] { came = team.signs_in(browser); }));
      if (came) pages.push_back(seconds_of([&] { came = SignInTeam::sees_today(browser); }));
      if (!came) {
        run.SkipWithError("nobody came in by the provider");
        return;
      }
    }
  run.counters["page"] = median(pages);
  run.counters["whole"] = median(ways);
}

BENCHMARK(sign_in)->Name("page/sign_in")->Iterations(1)->UseRealTime()->Unit(benchmark::kSecond);

}  // namespace

}  // namespace casus::bench
