// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/web/server/connection.hpp"
#include "core/web/server/shares.hpp"
#include "core/web/server/worker.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

/// What each part of a server has for itself. Internal to server.cpp, which alone includes it.
namespace casus::web {

/// One site, with a thread for its work, a queue with bounds, and those who listen: what it waits for keeps no other
/// waiting. All but `Streams` and what the worker does is on the network's thread.
class Line final : public Streams {
 public:
  using Told = std::function<void(const std::optional<SiteFigures>& figures)>;

  Line(asio::io_context& io, Part part, const Bounds& bounds)
      : site(*part.site), name(std::move(part.name)), turns(bounds), worker(bounds.work_waiting), io_(io), ticks_(io) {}

  void tell(std::string topic, std::string event) override {
    asio::post(io_, [this, topic = std::move(topic), event = std::make_shared<const std::string>(std::move(event))] {
      const auto found = listening_.find(topic);
      if (found == listening_.end()) return;
      const std::vector<std::shared_ptr<Connection>> all(found->second.begin(), found->second.end());
      for (const auto& one : all) one->event(event);  // may close, and so leave the set
    });
  }
  void end(std::string owner) override {
    asio::post(io_, [this, owner = std::move(owner)] {
      for (const auto& one : listening())
        if (one->owner == owner) one->close();
    });
  }
  std::size_t listeners() const override { return listener_count_; }

  std::vector<std::shared_ptr<Connection>> listening() const {
    std::vector<std::shared_ptr<Connection>> found;
    for (const auto& [topic, all] : listening_) found.insert(found.end(), all.begin(), all.end());
    return found;
  }
  void listens(const std::shared_ptr<Connection>& connection) {
    listening_[connection->topic].insert(connection);
    ++listener_count_;
  }
  void gone(const std::shared_ptr<Connection>& connection) {
    const auto at = listening_.find(connection->topic);
    if (at == listening_.end() || at->second.erase(connection) == 0) return;
    --listener_count_;
    if (at->second.empty()) listening_.erase(at);
  }

  /// Ticks from here on until `wind_up`, and hands over what came of each.
  void begin(Told told) {
    told_ = std::move(told);
    keep_ticking();
  }
  void wind_up() { winding_up_ = true; }

  Site& site;
  const std::string name;
  Turns turns;
  Shares files;  ///< on their way to it, by address
  Worker worker;

 private:
  static constexpr std::chrono::seconds kTick{1};
  static constexpr std::chrono::milliseconds kTickForListeners{100};
  static constexpr std::chrono::seconds kTickWhenAway{
      5};  ///< of a database that is away somebody else wants to hear too

  void keep_ticking() {
    if (!answers_) ticks_.expires_after(kTickWhenAway);
    else if (listener_count_ > 0) ticks_.expires_after(kTickForListeners);
    else ticks_.expires_after(kTick);
    ticks_.async_wait([this](Error error) {
      if (error || winding_up_) return;
      // When the work is behind, the next tick does for this one.
      if (!tick_waits_)
        tick_waits_ = worker.ask([this] {
          std::optional<SiteFigures> figures;
          try {
            figures = site.tick(*this);
          } catch (...) {
            // What is wrong with the store is told to whoever asks next.
          }
          asio::post(io_, [this, figures] {
            tick_waits_ = false;
            answers_ = figures.has_value();
            told_(figures);
          });
        });
      keep_ticking();
    });
  }

  asio::io_context& io_;
  asio::steady_timer ticks_;
  Told told_;
  std::unordered_map<std::string, std::set<std::shared_ptr<Connection>>> listening_;  ///< by topic
  std::atomic<std::size_t> listener_count_ = 0;
  bool tick_waits_ = false;
  bool answers_ = true;  ///< its store, at the last tick
  bool winding_up_ = false;
};

}  // namespace casus::web
