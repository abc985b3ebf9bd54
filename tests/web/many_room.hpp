// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/desk/store_pulse.hpp"
#include "core/web/server/server.hpp"
#include "core/web/teams/front_site.hpp"
#include "core/web/teams/team_site.hpp"
#include "tests/desk/room.hpp"
#include "tests/web/echo.hpp"
#include "tests/web/page_room.hpp"

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace casus::test {

/// Three teams on one server: noord, zuid, and oost, whose store is not there at first. Only zuid has a case 2026-777.
struct ManyRoom {
  static constexpr const char* kSecret = "Kwinkslag uit het zuiden";

  ManyRoom() {
    zuid.open("2026-777", "Daan", kSecret, "solution-focused/reflecting-team");
    std::filesystem::rename(oost.at_store, oost.at_store + ".weg");
  }
  ~ManyRoom() { stop(); }
  ManyRoom(const ManyRoom&) = delete;
  ManyRoom& operator=(const ManyRoom&) = delete;

  void serve() {
    news.clear();
    web::FrontSite::Setting at_front{.clock = &noord.clock, .sign_in = sign_in, .fetch = fetch, .by_header = by_header};
    front = std::make_unique<web::FrontSite>(at_front);
    std::vector<web::Part> parts{{{}, front.get()}};
    for (auto& [name, room] : rooms()) {
      web::PageSite::Setting setting{.base = "/" + name};
      setting.desk.seat = {"Samira", Sureness::named, "balie", {}};
      setting.desk.store = room->at_store;
      setting.desk.clock = &room->clock;
      setting.sign_in = sign_in;
      setting.everywhere = front->everywhere();
      setting.by_header = by_header;
      sites.push_back(std::make_unique<web::TeamSite>(std::move(setting), [this, name](const web::TeamSite::News& it) {
        const std::scoped_lock lock(mutex);
        news[name] = it;
      }));
      parts.push_back({name, sites.back().get()});
    }
    front->serves([this] {
      std::vector<web::FrontSite::Team> all;
      for (const auto& [name, room] : rooms())
        all.push_back({name, sites[all.size()]->team(), sites[all.size()]->waits()});
      return all;
    });
    web::Listening listening;
    listening.port = port;
    if (!socket_file.empty()) {
      listening.socket_file = socket_file;
      listening.names = {kNameOfPage};
    }
    listening.metrics.emplace();
    listening.log = [this](const std::string& line) {
      const std::scoped_lock lock(mutex);
      log += line;
    };
    server = std::make_unique<web::Server>(std::move(listening), std::move(parts));
    port = server->port();
    for (std::size_t i = 0; i < sites.size(); ++i) sites[i]->at(server->origin(), server->streams(i + 1));
    thread = std::thread([this] { server->run(); });
    REQUIRE(comes_true([&] { return !link_of("noord").empty() && !link_of("zuid").empty(); }));
  }
  void stop() {
    if (!server) return;
    server->stop();
    thread.join();
    server.reset();
    sites.clear();
  }

  std::map<std::string, TeamRoom*> rooms() { return {{"noord", &noord}, {"zuid", &zuid}, {"oost", &oost}}; }
  web::TeamSite::News news_of(const std::string& team) {
    const std::scoped_lock lock(mutex);
    return news[team];
  }
  std::string link_of(const std::string& team) { return news_of(team).link; }
  std::string log_so_far() {
    const std::scoped_lock lock(mutex);
    return log;
  }

  Browser browser() const { return socket_file.empty() ? Browser(port) : Browser(socket_file, kNameOfPage); }
  Browser by_link(const std::string& link) const {
    auto it = browser();
    REQUIRE(it.get(link.substr(server->origin().size())).status == 200);
    REQUIRE(it.submit("link-form", {}).status == 303);
    return it;
  }
  /// The own computer of this team; its link works once.
  Browser laptop(const std::string& team) { return by_link(link_of(team)); }
  /// Somebody of that team, by a link that its laptop made.
  Browser worker(Browser& laptop, const std::string& team, const std::string& name) const {
    laptop.get("/" + team + "/devices");
    const auto made = laptop.submit("invite", {{"name", name}});
    const auto from = made.body.find(server->origin(), made.body.find("<code>"));
    REQUIRE(from != std::string::npos);
    return by_link(made.body.substr(from, made.body.find('<', from) - from));
  }
  Got watch(const std::string& path) const {
    Wire wire(server->metrics_port());
    wire.send("GET " + path + " HTTP/1.1\r\nHost: watch\r\n\r\n");
    return wire.answer();
  }
  static std::int64_t events_of(TeamRoom& room) {
    auto it = room.desk("Samira");
    return desk::store_pulse(it).events;
  }

  TeamRoom noord, zuid, oost;
  std::optional<web::openid::Settings> sign_in;  ///< for who serves
  web::openid::Fetch fetch;
  std::optional<web::gateway::Settings> by_header;
  std::string socket_file;  ///< it listens here, behind a proxy, under `kNameOfPage`
  unsigned short port = 0;
  std::unique_ptr<web::FrontSite> front;
  std::vector<std::unique_ptr<web::TeamSite>> sites;
  std::unique_ptr<web::Server> server;
  std::thread thread;
  std::mutex mutex;  ///< of the next two
  std::map<std::string, web::TeamSite::News> news;
  std::string log;
};

}  // namespace casus::test
