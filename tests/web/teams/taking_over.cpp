// SPDX-License-Identifier: EUPL-1.2
// Two servers that list the same team: one shows it, and the other does from the moment that the first is gone.
#include "tests/web/many_room.hpp"

#include <mutex>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace casus::test {
namespace {

/// A second server beside that of the room, as another process on its machine is: it lists noord, and waits for it. It
/// lists oost too, whose store opens nowhere.
class SecondServer {
 public:
  explicit SecondServer(ManyRoom& room)
      : waiting_(noord_of(room),
                 [this](const web::TeamSite::News& it) {
                   const std::scoped_lock lock(mutex_);
                   told_ = it;
                 }),
        server_(on_a_free_port(), {{{}, &front_}, {"noord", &waiting_}}) {
    front_.serves([this] {
      return std::vector<web::FrontSite::Team>{{"noord", waiting_.team(), waiting_.waits()}, {"oost", {}, false}};
    });
    waiting_.at(server_.origin(), server_.streams(1));
    thread_ = std::thread([this] { server_.run(); });
  }
  ~SecondServer() {
    server_.stop();
    thread_.join();
  }
  SecondServer(const SecondServer&) = delete;
  SecondServer& operator=(const SecondServer&) = delete;

  web::TeamSite::News told() {
    const std::scoped_lock lock(mutex_);
    return told_;
  }
  /// What a browser gets that was led here with the cookie that it has.
  Got led_here(const Browser& browser, const std::string& path) const {
    Wire wire(server_.port());
    wire.send("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(server_.port()) +
              "\r\nCookie: casus=" + browser.cookie() + "\r\n\r\n");
    return wire.answer();
  }

 private:
  static web::PageSite::Setting noord_of(ManyRoom& room) {
    web::PageSite::Setting setting;
    setting.base = "/noord";
    setting.desk.seat = {"Samira", Sureness::named, "balie", {}};
    setting.desk.store = room.noord.at_store;
    setting.desk.clock = &room.noord.clock;
    return setting;
  }

  std::mutex mutex_;
  web::TeamSite::News told_;
  web::FrontSite front_{web::FrontSite::Setting{}};
  web::TeamSite waiting_;
  web::Server server_;
  std::thread thread_;
};

}  // namespace

TEST_CASE("a team that another server shows is passed by a proxy, and is here as soon as that one is gone", "[web]") {
  ManyRoom room;
  room.serve();
  auto laptop = room.laptop("noord");
  auto noor = room.worker(laptop, "noord", "Noor");
  SecondServer second(room);
  // 502 and no 503: with that a team that is here says that it can do nothing for now, and shows what was written.
  const auto passed = second.led_here(noor, "/noord/today");
  CHECK(passed.status == 502);
  CHECK(passed.has("Dit team staat nu op een andere server."));
  CHECK_FALSE(passed.has(room.noord.at_store));
  CHECK(second.told().waits);
  // So are the pages around the teams: who signed in there is known where the teams are.
  CHECK(second.led_here(noor, "/").status == 502);
  CHECK(room.browser().get("/").status == 200);
  CHECK(second.told().link.empty());
  CHECK(noor.get("/noord/today").status == 200);
  // A store that does not open at all is another thing.
  CHECK(room.browser().get("/oost/today").status == 503);
  CHECK_FALSE(room.news_of("oost").waits);
  room.stop();
  // Who was signed in is so here, without a new link.
  CHECK(comes_true([&] { return second.led_here(noor, "/noord/today").status == 200; }));
  CHECK_FALSE(second.told().waits);
  CHECK(second.led_here(noor, "/").status == 200);
  // It follows what is written from now on, as the first one did.
  room.noord.open("2026-888", "Noor", "Na de overname", "kort/ronde");
  CHECK(second.led_here(noor, "/noord/cases").has("2026-888"));
}

}  // namespace casus::test
