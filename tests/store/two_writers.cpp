// SPDX-License-Identifier: EUPL-1.2
// Several programs on one store.
#include "tests/store/child.hpp"
#include "tests/store/stores.hpp"

#include <map>

using namespace casus;
using namespace casus::store;

TEST_CASE("of two writers on one stream the loser is told, and only the winners' events are there", "[store]") {
  constexpr int kWins = 40;
  test::TempDir folder;
  const std::string path = (folder / "casus.db").string();
  { open_sqlite({path, true}); }
  const auto writer = [&](const std::string& who) {
    return [&path, who](const Child::Report& report) {
      auto store = open_sqlite({path, false});
      for (int won = 0; won < kWins;) {
        const auto name = who + std::to_string(won);
        // Reading first, as the service does: between the two the other may write.
        const auto at = static_cast<std::int64_t>(store->read("case/1").size());
        const auto answer = store->append("case/1", at, name, {event(name, {{who, "naam " + who}})}, nullptr);
        if (!answer) continue;
        report(answer->first);
        ++won;
      }
    };
  };
  Child anna(writer("a"));
  Child bram(writer("b"));
  const auto of_anna = anna.rest();
  const auto of_bram = bram.rest();
  CHECK(anna.wait() == 0);
  CHECK(bram.wait() == 0);

  auto store = open_sqlite({path, false});
  const auto texts = payloads(*store, "case/1");
  REQUIRE(texts.size() == 2 * kWins);
  REQUIRE(of_anna.size() == kWins);
  REQUIRE(of_bram.size() == kWins);
  for (std::size_t i = 0; i < kWins; ++i) {
    CHECK(texts[static_cast<std::size_t>(of_anna[i]) - 1] == "a" + std::to_string(i));
    CHECK(texts[static_cast<std::size_t>(of_bram[i]) - 1] == "b" + std::to_string(i));
  }
  CHECK(findings(*store) == Texts{});
}

TEST_CASE("a writer that lost can read what won, and write after it", "[store]") {
  test::TempDir folder;
  const std::string path = (folder / "casus.db").string();
  auto one = open_sqlite({path, true});
  auto two = open_sqlite({path, false});
  put(*one, "case/1", 0, "c1", {event("een")});
  const auto lost = two->append("case/1", 0, "c2", {{"OtherType", 1, moment(0), "twee", {}}}, nullptr);
  REQUIRE_FALSE(lost.has_value());
  CHECK(lost.error().actual == 1);
  CHECK(payloads(*two, "case/1") == Texts{"een"});
  put(*two, "case/1", 1, "c2", {{"OtherType", 1, moment(0), "twee", {}}});
  CHECK(one->read("case/1")[1].type == "OtherType");
  CHECK(one->receipt("c2")->first == 2);
  CHECK(put(*one, "case/1", 1, "c2", {event("twee")}).first == 2);
}

TEST_CASE("several programs can make the same store at once", "[store]") {
  // Whoever comes late meets a store in any state of being made: many tries, so that each is met.
  for (int round = 0; round < 25; ++round) {
    test::TempDir folder;
    const std::string path = (folder / "team/casus.db").string();
    std::map<int, std::unique_ptr<Child>> makers;
    for (int i = 0; i < 4; ++i)
      makers[i] = std::make_unique<Child>([&path, i](const Child::Report&) {
        auto store = open_sqlite({path, true});
        const std::string name = "case/" + std::to_string(i);
        if (!store->append(name, 0, name, {event(name)}, nullptr)) ::_exit(9);
      });
    for (auto& [i, maker] : makers) CHECK(maker->wait() == 0);
    auto store = open_sqlite({path, false});
    REQUIRE(store->streams("") == Texts{"case/0", "case/1", "case/2", "case/3"});
    for (int i = 0; i < 4; ++i)
      CHECK(payloads(*store, "case/" + std::to_string(i)) == Texts{"case/" + std::to_string(i)});
    CHECK(findings(*store) == Texts{});
  }
}
