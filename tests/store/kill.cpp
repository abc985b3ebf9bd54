// SPDX-License-Identifier: EUPL-1.2
// Killed at any instant: what was acknowledged is there.
#include "tests/store/child.hpp"
#include "tests/store/stores.hpp"

#include <thread>

using namespace casus;
using namespace casus::store;

namespace {

constexpr int kRounds = 20;

std::string name_of(int round, std::int64_t step) { return std::to_string(round) + ":" + std::to_string(step); }

/// Every fifth step opens a case, with new keys; every seventh is a group; the others add to one stream.
void write_on(const std::string& path, int round, const Child::Report& report) {
  auto store = open_sqlite({path, true});
  for (std::int64_t step = 0;; ++step) {
    const auto text = name_of(round, step);
    const auto add = [&](const std::string& stream, const std::string& command, std::vector<Secret> secrets = {}) {
      const auto row = line(stream, text);
      if (!store->append(stream, store->head(stream), command, {event(text, std::move(secrets))}, &row)) std::abort();
    };
    if (step % 5 == 0) add("case/" + text, text, {{"p1", "naam " + text}});
    else if (step % 7 == 0)
      store->together([&] {
        add("case/all", text);
        add("case/" + text, text + " too");
      });
    else add("case/all", text);
    report(step);
  }
}

/// How many of the acknowledged steps are not to be found.
int lost_of(Store& store, int round, const std::vector<std::int64_t>& acknowledged) {
  int lost = 0;
  for (const auto step : acknowledged) {
    const auto text = name_of(round, step);
    const auto receipt = store.receipt(text);
    if (!receipt) {
      ++lost;
      continue;
    }
    const auto events = store.read(receipt->stream, receipt->first - 1);
    lost += events.empty() || events[0].payload != text;
    if (step % 5 == 0) lost += events.empty() || events[0].secrets != std::vector<Secret>{{"p1", "naam " + text}};
    if (step % 5 != 0 && step % 7 == 0) lost += store.head("case/" + text) != 1;
  }
  return lost;
}

}  // namespace

TEST_CASE("a store whose program is killed again and again keeps every acknowledged event", "[store]") {
  test::TempDir folder;
  const std::string path = (folder / "casus.db").string();
  std::size_t total = 0;
  for (int round = 0; round < kRounds; ++round) {
    INFO("round " << round);
    Child child([&](const Child::Report& report) { write_on(path, round, report); });
    std::vector<std::int64_t> acknowledged;
    // The first rounds are cut short while the store is being made or opened; later ones in the middle of the work.
    if (round >= 5)
      for (int i = 0; i < round; ++i)
        if (const auto step = child.next()) acknowledged.push_back(*step);
    std::this_thread::sleep_for(std::chrono::microseconds(700 * round));
    child.kill();
    CHECK(child.wait() == -1);
    for (const auto step : child.rest()) acknowledged.push_back(step);
    total += acknowledged.size();

    auto store = open_sqlite({path, true});
    CHECK(lost_of(*store, round, acknowledged) == 0);
    CHECK(findings(*store) == Texts{});
  }
  CHECK(total >= 100);
}
