// SPDX-License-Identifier: EUPL-1.2
// A group of many appends, which a second thread writes, comes to the same as one that is written on the way.
#include "tests/store/child.hpp"
#include "tests/store/killer.hpp"
#include "tests/store/stores.hpp"

#include <fmt/format.h>

#include <random>
#include <stdexcept>

using namespace casus;
using namespace casus::store;

namespace {

constexpr int kStreams = 6;
constexpr int kCommands = 150;

std::string stream_at(int number) { return fmt::format("case/{}", number); }
std::string command_at(int number) { return fmt::format("k-{}", number); }

/// What somebody knows beforehand of the groups below; of a third of the commands nobody said anything.
Coming coming_here() {
  Coming coming;
  for (int i = 0; i < kStreams; ++i) coming.streams.push_back(stream_at(i));
  for (int i = 0; i < kCommands; ++i)
    if (i % 3 != 0) coming.commands.push_back(command_at(i));
  return coming;
}

std::string in_words(const Outcome<Receipt, Conflict>& answer) {
  if (!answer)
    return fmt::format("lost {} {} {}", answer.error().stream, answer.error().expected, answer.error().actual);
  return fmt::format("{} {}-{} {}", answer->stream, answer->first, answer->last, answer->content);
}

std::string in_words(const std::optional<Receipt>& receipt) {
  return receipt ? in_words(Outcome<Receipt, Conflict>(*receipt)) : "none";
}

/// All that can be read of a store.
Texts everything(Store& store) {
  Texts all;
  for (const auto& name : store.streams(""))
    for (const auto& one : store.read(name)) {
      auto text = fmt::format("{} {} {} {}", name, one.number, one.type, one.payload.value_or("(gone)"));
      for (const auto& secret : one.secrets) text += " " + secret.person + "=" + secret.text;
      all.push_back(std::move(text));
    }
  for (const auto& row : store.list({})) all.push_back(row.stream + " says " + row.summary);
  for (int i = 0; i < kCommands; ++i) all.push_back(in_words(store.receipt(command_at(i))));
  const auto info = store.info();
  all.push_back(fmt::format("{} {} {}", info.streams, info.events, info.commands));
  return all;
}

/// One step of a group, by chance: mostly an append, which may come again, or late; now and then something is asked.
Texts some_step(Store& store, std::mt19937& chance) {
  const auto below = [&](int end) { return std::uniform_int_distribution(0, end - 1)(chance); };
  const auto name = stream_at(below(kStreams));
  const int what = below(60);
  if (what == 0) return everything(store);
  if (what == 1) return payloads(store, name);
  if (what == 2) return store.streams("case/");
  if (what == 3) return {in_words(store.receipt(command_at(below(kCommands))))};
  if (what == 4) {
    const auto row = line(name, "changed");
    if (store.head(name) > 0) store.put_index(row);
    return {};
  }
  if (what == 5) {
    store.erase_person(name, "p1");
    return {};
  }
  if (what == 6) {
    store.destroy_event(name, below(9));
    return {};
  }
  const auto type = below(4) == 0 ? "NoteMade" : "ContributionMade";
  const auto text = std::to_string(below(1'000'000));
  std::vector<NewEvent> events;
  for (int i = below(4); i > 0; --i) {
    const std::string person = below(3) == 0 ? "p2" : "p3";
    events.push_back({type, 1, moment(i), text, {}});
    if (below(2) == 0) events.back().secrets.push_back({person, "naam " + text});
  }
  const auto row = line(name, text);
  const auto id = below(10) == 0 ? std::string() : command_at(below(kCommands));
  const auto expected = store.head(name) + (below(8) == 0 ? 1 : 0);
  return {in_words(store.append(name, expected, id, std::move(events), below(3) == 0 ? &row : nullptr, below(50)))};
}

}  // namespace

TEST_CASE("many appends come to the same, whoever writes them", "[store]") {
  const auto kind = each_store();
  const Coming coming = coming_here();
  for (std::uint32_t seed = 1; seed <= 25; ++seed) {
    INFO("seed " << seed);
    Subject plain(kind), behind(kind);
    std::mt19937 one(seed), other(seed);
    for (int group = 0; group < 3; ++group) {
      Texts told, told_behind;
      const auto steps = [&](Store& store, std::mt19937& chance, Texts& out) {
        for (int i = 0; i < (group == 0 ? 12 : 90); ++i)
          for (auto& text : some_step(store, chance)) out.push_back(std::move(text));
      };
      plain->together([&] { steps(*plain, one, told); });
      behind->together(coming, [&] { steps(*behind, other, told_behind); });
      REQUIRE(told_behind == told);
    }
    REQUIRE(everything(*behind) == everything(*plain));
    REQUIRE(findings(*behind) == Texts{});
  }
}

TEST_CASE("many appends are written in their order, and are there when the group is over", "[store]") {
  test::TempDir folder;
  const std::string path = (folder / "casus.db").string();
  Coming coming{{"case/1", "case/2"}, {}};
  for (int i = 0; i < 1000; ++i) coming.commands.push_back(command_at(i));
  auto store = open_sqlite({path, true});
  put(*store, "case/1", 0, "k-5", {event("was er")});
  store->together(coming, [&] {
    for (int i = 0; i < 1000; ++i) {
      const auto name = stream_at(1 + i % 2);
      const auto answer = put(*store, name, store->head(name), command_at(i), {event(std::to_string(i))});
      if (i == 5) CHECK(in_words(std::optional(answer)) == "case/1 1-1 0");
    }
  });
  const auto other = open_sqlite({path, false});
  CHECK(other->head("case/1") == 501);
  CHECK(other->head("case/2") == 499);
  CHECK(payloads(*other, "case/1")[500] == "998");
  CHECK(in_words(other->receipt("k-999")) == "case/2 499-499 0");
  CHECK(findings(*other) == Texts{});
}

TEST_CASE("a fault in writing many appends is told as it is, and none of them is kept", "[store]") {
  Subject store(each_store());
  put(*store, "case/1", 0, "k-1", {event("blijft", {{"p1", "Els"}})});
  put(*store, "case/2", 0, "k-2", {event("weg")});
  store->erase_person("case/1", "p1");
  const auto appends = [&](bool nameless) {
    for (int i = 0; i < 200; ++i) put(*store, "case/3", i, command_at(3 + i), {event("erbij")});
    put(*store, "case/1", 1, "", {event("over", {{nameless ? "" : "p1", "Els"}})});
    for (int i = 0; i < 200; ++i) put(*store, "case/4", i, "", {event("erbij")});
  };
  for (const bool nameless : {false, true}) {
    const auto plain = fault_of([&] { store->together([&] { appends(nameless); }); });
    const auto behind = fault_of([&] { store->together(coming_here(), [&] { appends(nameless); }); });
    CHECK_FALSE(plain.empty());
    CHECK(behind == plain);
    CHECK(store->streams("") == Texts{"case/1", "case/2"});
    CHECK_FALSE(store->receipt("k-3").has_value());
  }
  // Nor when it was caught inside.
  const auto caught = fault_of([&] {
    store->together(coming_here(), [&] {
      CHECK_FALSE(fault_of([&] {
                    appends(false);
                    store->streams("");
                  }).empty());
      put(*store, "case/2", 1, "", {event("daarna")});
    });
  });
  CHECK_THAT(caught, Catch::Contains("so none of it was kept"));
  CHECK(store->head("case/2") == 1);
  put(*store, "case/3", 0, "k-3", {event("opnieuw")});
  CHECK(findings(*store) == Texts{});
}

TEST_CASE("many appends of which somebody thinks better are not kept", "[store]") {
  Subject store(each_store());
  put(*store, "case/1", 0, "k-1", {event("blijft")});
  const auto group = [&] {
    for (int i = 0; i < 500; ++i) put(*store, "case/2", i, command_at(2 + i), {event("erbij", {{"p1", "Els"}})});
    throw std::runtime_error("no");
  };
  CHECK_THROWS_AS(store->together(coming_here(), group), std::runtime_error);
  CHECK(store->streams("") == Texts{"case/1"});
  CHECK(put(*store, "case/2", 0, "k-2", {event("opnieuw", {{"p1", "Els"}})}).last == 1);
  CHECK(findings(*store) == Texts{});
}

TEST_CASE("killed at 100 moments of many appends, all of them are there or none", "[store][kills]") {
  const test::TempDir folder{test::in_memory()};
  const std::string path = (folder / "casus.db").string();
  { put(*open_sqlite({path, true}), "case/0", 0, "begin", {event("begin")}); }
  Killer killer(7);
  std::int64_t groups = 0;
  int nothing = 0;
  for (int round = 0; round < 100; ++round) {
    INFO("round " << round);
    killer.kill_during([&] {
      auto store = open_sqlite({path, false});
      store->together(coming_here(), [&] {
        for (int i = 0; i < 300; ++i) {
          const auto name = fmt::format("case/{}-{}", round, i / 30);
          put(*store, name, i % 30, fmt::format("{} {}", round, i), {event("een", {{"p1", "Els"}})});
        }
      });
    });
    auto store = open_sqlite({path, false});
    const auto streams = static_cast<std::int64_t>(store->streams("case/").size()) - 1;
    REQUIRE((streams == 10 * groups || streams == 10 * (groups + 1)));
    nothing += streams == 10 * groups ? 1 : 0;
    groups = streams / 10;
    REQUIRE(store->info().events == 1 + 300 * groups);
    REQUIRE(findings(*store) == Texts{});
  }
  CHECK(groups >= 10);
  CHECK(nothing >= 10);
}
