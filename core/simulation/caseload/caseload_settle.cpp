// SPDX-License-Identifier: EUPL-1.2
#include "core/simulation/caseload/caseload_run.hpp"

#include <algorithm>
#include <exception>
#include <mutex>
#include <thread>

namespace casus::simulation {

namespace {

/// A team that no plan has: what is looked at is not what is counted.
constexpr std::uint32_t kLookTeam = 200'000;

/// Calls `each` with 0, 1, ... below `count`, on so many threads; ends early once `stop` is true. Throws what it threw.
void spread(std::size_t count, int threads, const std::atomic<bool>& stop,
            const std::function<void(std::size_t)>& each) {
  std::atomic<std::size_t> next = 0;
  std::mutex mutex;
  std::exception_ptr failed;
  const auto work = [&] {
    try {
      for (auto at = next++; at < count && !stop; at = next++) each(at);
    } catch (...) {
      const std::lock_guard lock(mutex);
      failed = std::current_exception();
      next = count;
    }
  };
  {
    std::vector<std::jthread> others;
    for (int i = 1; i < threads; ++i) others.emplace_back(work);
    work();
  }
  if (failed) std::rethrow_exception(failed);
}

}  // namespace

bool settle(const engine::Library& library, CaseloadPlan& plan, int threads, const std::atomic<bool>& stop,
            const std::function<void(int, int)>& looked) {
  const int most = kLastLook * static_cast<int>(plan.settings.size());
  plan.scale.warm_up = 0;
  const auto take_in = [&plan](std::size_t setting) {
    const auto asked = static_cast<int>(plan.settings[setting].assumptions.warm_up_weeks.value);
    plan.scale.warm_up = std::max({plan.scale.warm_up, plan.settling[setting].warm_up, asked});
  };
  for (std::size_t known = 0; known < plan.settling.size(); ++known) take_in(known);
  if (!plan.settling.empty() && !plan.books) plan.books.emplace(library, plan.settings.front().assumptions);
  for (auto setting = static_cast<std::uint32_t>(plan.settling.size()); setting < plan.settings.size(); ++setting) {
    const Playbooks books(library, plan.settings[setting].assumptions, plan.books ? &*plan.books : nullptr);
    if (!plan.books) plan.books = books;
    Scale scale = plan.scale;
    scale.warm_up = kLastLook;  // nothing is counted
    scale.keep_events = false;
    std::vector<std::unique_ptr<TeamPath>> paths;
    for (std::uint32_t i = 0; i < kLookPaths; ++i)
      paths.push_back(
          std::make_unique<TeamPath>(library, plan.settings[setting], books, scale, Unit{setting, i, kLookTeam}));
    std::optional<Settling> found;
    for (int done = 0, until = kFirstLook; !found; done = until, until *= 2) {
      // In steps of a quarter of a year, so that somebody who stops it need not wait.
      for (int from = done; from < until; from += 13) {
        spread(paths.size(), threads, stop, [&](std::size_t i) { paths[i]->go_on(std::min(13, until - from)); });
        if (stop) return false;
        looked(static_cast<int>(setting) * kLastLook + from, most);
      }
      WeekPaths waiting, open;
      for (const auto& path : paths) {
        waiting.push_back(path->waiting());
        open.push_back(path->open());
      }
      found = settling(waiting, open, until >= kLastLook);
    }
    plan.settling.push_back(std::move(*found));
    take_in(setting);
    for (const auto& path : paths) {
      const auto work = path->end();
      plan.looked_lives += work.lives;
      plan.looked_doings.commands += work.doings.commands;
    }
  }
  return true;
}

}  // namespace casus::simulation
