// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/web/page_site.hpp"
#include "core/web/server/server.hpp"
#include "tests/desk/room.hpp"
#include "tests/web/wire.hpp"

#include <memory>
#include <optional>
#include <thread>

namespace casus::test {

/// Where an answer sends a browser; empty for nowhere.
inline std::string where(const Got& got) {
  const auto to = got.headers.find("location");
  return to == got.headers.end() ? std::string() : to->second;
}

constexpr const char* kNameOfPage = "casus.example";

/// The team of `TeamRoom` with its page, on a free port of loopback, as long as this lives. Samira started it.
struct PageRoom : TeamRoom {
  PageRoom() { serve(); }
  ~PageRoom() { stop(); }
  PageRoom(const PageRoom&) = delete;
  PageRoom& operator=(const PageRoom&) = delete;

  void serve() {
    web::PageSite::Setting setting;
    setting.desk.seat = {"Samira", Sureness::named, "balie", {}};
    setting.desk.store = at_store;
    setting.desk.keys = at_keys;
    setting.desk.clock = &clock;
    setting.base = base;
    setting.sign_in = sign_in;
    setting.fetch = fetch;
    setting.by_header = by_header;
    site = std::make_unique<web::PageSite>(std::move(setting));
    web::Listening listening;
    listening.port = port;
    if (!socket_file.empty()) {
      listening.socket_file = socket_file;
      listening.names = {kNameOfPage};
    }
    if (watched) listening.metrics.emplace();
    server = std::make_unique<web::Server>(std::move(listening), *site);
    port = server->port();
    site->at(server->origin(), server->streams());
    link = site->first_link();
    thread = std::thread([this] { server->run(); });
  }
  void stop() {
    if (!server) return;
    server->stop();
    thread.join();
    server.reset();
    site.reset();
  }

  Browser browser() const { return socket_file.empty() ? Browser(port) : Browser(socket_file, kNameOfPage); }
  /// The team's own computer.
  Browser laptop() const {
    auto it = browser();
    const auto path = link.substr(server->origin().size());
    REQUIRE(it.get(path).status == 200);
    const auto came_in = it.submit("link-form", {});
    REQUIRE(came_in.status == 303);
    return it;
  }
  /// As the screen in the room shows it.
  std::string code() const {
    auto it = screen_of(laptop_);
    const auto at = it.find("class=\"code\">") + std::string_view("class=\"code\">").size();
    return it.substr(at, it.find('<', at) - at);
  }
  std::string screen_of(std::optional<Browser>& who) const {
    if (!who) who = laptop();
    return who->get(base + "/screen").body;
  }
  /// Somebody with a phone, who has chosen this name.
  Browser phone(const std::string& name) const {
    auto it = browser();
    it.get("/join");
    it.submit("join-form", {{"code", code()}});
    REQUIRE(it.submit("name-form", {{"name", name}}).status == 303);
    return it;
  }

  /// Somebody of the team at a computer of their own, by a link that the laptop made.
  Browser worker(const std::string& name) const {
    if (!laptop_) laptop_ = laptop();
    laptop_->get(base + "/devices");
    const auto made = laptop_->submit("invite", {{"name", name}});
    auto from = made.body.find(server->origin(), made.body.find("<code>"));
    REQUIRE(from != std::string::npos);
    from += server->origin().size();
    return by_link(made.body.substr(from, made.body.find('<', from) - from));
  }
  Browser by_link(const std::string& path) const {
    auto it = browser();
    REQUIRE(it.get(path).status == 200);
    REQUIRE(it.submit("link-form", {}).status == 303);
    return it;
  }

  struct Card {
    std::string path, code;
  };
  /// A new card for somebody of the case, as its maker reads it from the page.
  static Card card_of(Browser& maker, const std::string& case_id, const std::string& name) {
    const auto place = "/cards?case=" + case_id;
    maker.get(place);
    const auto made = maker.post(place, {{"name", name}});
    REQUIRE(made.status == 200);
    const auto from = made.body.find("/card/");
    const auto code = made.body.find("class=\"code\">") + 13;
    return {made.body.substr(from, made.body.find('<', from) - from),
            made.body.substr(code, made.body.find('<', code) - code)};
  }
  Browser in(const Card& card) const {
    auto it = browser();
    it.get(card.path);
    REQUIRE(it.submit("card-form", {{"code", card.code}}).status == 303);
    return it;
  }

  std::string base;                              ///< under which it begins, for who serves anew
  std::optional<web::openid::Settings> sign_in;  ///< for who serves anew
  web::openid::Fetch fetch;
  std::optional<web::gateway::Settings> by_header;
  std::string socket_file;  ///< from the next `serve` on it listens here, behind a proxy, under `kNameOfPage`
  std::unique_ptr<web::PageSite> site;
  std::unique_ptr<web::Server> server;
  std::thread thread;
  std::string link;
  unsigned short port = 0;
  bool watched = false;  ///< from the next `serve` on, figures are told at a port of their own
  mutable std::optional<Browser> laptop_;
};

}  // namespace casus::test
