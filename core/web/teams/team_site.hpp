// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/web/page_site.hpp"

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

namespace casus::web {

/// The pages of one team among those of a server. Its store is opened when the server runs, by the thread of its own
/// work, and tried again as long as that fails: what is wrong with it keeps no other team waiting. A team that another
/// server shows is waited for: when that one is gone, however it ended, this one takes its place.
class TeamSite final : public Site {
 public:
  /// What is told of it to who looks after the server, on the thread of its work.
  struct News {
    std::string link;     ///< its first link, when it was opened
    std::string trouble;  ///< else why it was not, in words; each time that this is another
    bool waits = false;   ///< that is no trouble: another server shows it
  };
  using Tell = std::function<void(const News& news)>;

  TeamSite(PageSite::Setting setting, Tell tell);
  ~TeamSite() override;

  /// As the team calls itself; empty as long as its store was never open. Any thread.
  std::string team() const;
  /// Whether another server shows it. Any thread.
  bool waits() const { return waits_; }
  /// Before the server runs.
  void at(std::string origin, Streams& streams);

  bool takes_file(const std::string& address) const override;
  std::optional<Response> at_once(const Request& request) override;
  Response answer(const Request& request) override;
  std::string_view route(const std::string& address) const override;
  Response refusal(const Request& request, Refused why) const override;
  SiteFigures tick(Streams& streams) override;

 private:
  /// Nothing when it cannot be opened, or could not a moment ago.
  PageSite* opened();
  Response closed(const Request& request) const;

  const PageSite::Setting setting_;
  const Tell tell_;
  std::string origin_;
  Streams* streams_ = nullptr;
  std::unique_ptr<PageSite> pages_;
  std::atomic<PageSite*> open_ = nullptr;  ///< the same, for every thread
  std::optional<std::chrono::steady_clock::time_point> tried_;
  std::string trouble_;              ///< that was told
  std::atomic<bool> waits_ = false;  ///< for another server that shows it
  mutable std::mutex mutex_;
  std::string called_;  ///< guarded by it
};

}  // namespace casus::web
