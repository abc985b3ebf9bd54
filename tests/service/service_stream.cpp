// SPDX-License-Identifier: EUPL-1.2
// The one stream service: ids that belong to a command, bounded retries, threads, and what the store is asked.
#include "core/service/commands/command_content.hpp"
#include "tests/service/house.hpp"
#include "tests/service/watched_store.hpp"
#include "tests/support/open_service.hpp"

#include <atomic>
#include <cstdint>
#include <optional>
#include <string>
#include <thread>

using namespace casus;
using namespace casus::test;

namespace {

Command says(const std::string& text, const std::string& id = {}) {
  return {id, "c-1", "Noor Bakker", {}, std::nullopt, title(text)};
}

std::size_t lines_in(OpenService& service) { return service.open("c-1").contributions.size(); }

}  // namespace

TEST_CASE("an id belongs to one command: with another sender, case or content it is refused", "[service]") {
  House house;
  Desk desk(house, some_store(house));
  desk.begin("c-1");
  desk.begin("c-2");
  const auto version = desk.does("Noor Bakker", title("Het ontbijt"), "k-1").version;
  const auto refused = [](const service::Answer& answer) {
    return answer.refusal && answer.refusal->name == "IdOfAnother" && !answer.repeated && answer.events.empty();
  };
  CHECK(refused(desk.does("Noor Bakker", title("De avond"), "k-1")));
  CHECK(refused(desk.does("Bram", title("Het ontbijt"), "k-1")));
  CHECK(refused(desk.does("Noor Bakker", title("Het ontbijt"), "k-1", "c-2")));
  CHECK(refused(desk.does("Bram", NextStep{}, "k-1")));
  CHECK(refused(desk.does("Noor Bakker", EraseCase{"termijn", "Bram"}, "k-1")));
  CHECK(refused(desk.service.handle(TeamCommand{"k-1", {}, FoundTeam{"Noord", 90, Mode::strict, {}, {}}})));
  CHECK(desk.service.open("c-1").version == version);
  CHECK_FALSE(desk.service.team());
  // The moment and the version that was seen are no part of it.
  house.clock.advance(std::chrono::hours(2));
  CHECK(desk.does("Noor Bakker", title("Het ontbijt"), "k-1").repeated);
  CHECK(desk.service.handle(Command{"k-1", "c-1", "Noor Bakker", house.clock.now(), 1, title("Het ontbijt")}).repeated);
  // Nor in one transaction, nor in the next process.
  const auto both = desk.service.handle_together({says("De avond", "k-1"), says("De middag", "k-2")});
  CHECK(refused(both[0]));
  CHECK(both[1].done());
  CHECK(lines_in(desk.service) == 2);
}

TEST_CASE("a command that is sent again in other words is the same command", "[service]") {
  House house;
  Desk desk(house, some_store(house));
  desk.begin();
  REQUIRE(desk.does("Noor Bakker", title("Het ontbijt"), "k-1").done());
  auto dutch = title("Het ontbijt");
  dutch.kind = "Titel";
  CHECK(desk.does("Noor Bakker", dutch, "k-1").repeated);
  CHECK(desk.does("noor bakker", dutch, "k-1").repeated);
  AddAction action{
      {.what = "de post samen openen", .who = "Noor Bakker", .by_when = date_from("2026-04-01"), .checks = "Bram"}};
  REQUIRE(desk.does("Noor Bakker", action, "k-2").done());
  action.who = "noor bakker";
  action.checks = " bram";
  CHECK(desk.does("Noor Bakker", action, "k-2").repeated);
  // Not what is kept as it was typed, another kind, or another person.
  const auto is_another = [](const service::Answer& answer) {
    return answer.refusal && answer.refusal->name == "IdOfAnother";
  };
  CHECK(is_another(desk.does("Noor Bakker", title("het ontbijt"), "k-1")));
  auto note = title("Het ontbijt");
  note.kind = "aantekening";
  CHECK(is_another(desk.does("Noor Bakker", note, "k-1")));
  action.checks = "Noor Bakker";
  CHECK(is_another(desk.does("Noor Bakker", action, "k-2")));
  CHECK(desk.service.open("c-1").actions.size() == 1);
}

TEST_CASE("what a program of before kept of a command still tells it from another", "[service]") {
  constexpr std::int64_t kKeptThen = 27'992;  // by "Noor Bakker", a title, in those very words
  const auto is = [](const std::string& by, const std::string& text) {
    const Command command{"k-1", "c-1", by, {}, std::nullopt, title(text)};
    return service::is_content(kKeptThen, service::content_of(command), command);
  };
  CHECK(is("Noor Bakker", "Het ontbijt"));
  CHECK_FALSE(is("Noor Bakker", "De avond"));
  CHECK_FALSE(is("Bram", "Het ontbijt"));
}

TEST_CASE("a line for the team that comes under an id of another is not kept", "[service][R15]") {
  const House house;
  Desk desk(house, some_store(house));
  desk.begin();
  const auto note = [&](const std::string& text, const std::string& id) {
    return desk.service.note({id, "c-1", "Bram", {}, std::nullopt, CountLearning{"gesprek"}},
                             {{}, {}, NoteLearning{text, "gesprek"}});
  };
  REQUIRE(note("Vraag langer door", "k-1").done());
  CHECK(note("Vraag langer door", "k-1").repeated);
  CHECK(note("Iets heel anders", "k-1").refusal->name == "IdOfAnother");
  REQUIRE(desk.does("Noor Bakker", title("Het ontbijt"), "k-2").done());
  CHECK(note("Luister eerst", "k-2").refusal->name == "IdOfAnother");
  CHECK(desk.store->head("team/main") == 1);
}

TEST_CASE("an erasure goes through while two others write", "[service]") {
  const House house;
  Desk desk(house);
  for (const std::string id : {"c-1", "c-2", "c-3"}) desk.begin(id);
  std::atomic<bool> stop = false;
  std::atomic<int> faults = 0;
  const auto writer = [&] {
    const auto fault = fault_of([&] {
      Desk other(house);
      while (!stop)
        for (const std::string id : {"c-1", "c-2", "c-3"}) other.does("Noor Bakker", title("Nog iets"), {}, id);
    });
    if (!fault.empty()) ++faults;
  };
  std::thread one(writer), two(writer);
  for (const std::string id : {"c-1", "c-2", "c-3"}) {
    const auto answer = desk.does("Noor Bakker", EraseCase{"termijn voorbij", "Bram"}, {}, id);
    CHECK_FALSE(answer.conflict);
    CHECK(answer.done());
  }
  stop = true;
  one.join();
  two.join();
  CHECK(faults == 0);
  for (const std::string id : {"c-1", "c-2", "c-3"}) CHECK(desk.service.open(id).stage.life == Life::erased);
  CHECK(desk.store->verify().findings.empty());
}

TEST_CASE("others who keep being first hold up neither an addition nor a look", "[service]") {
  const House house;
  Desk desk(house);
  desk.begin();
  Desk other(house);
  WatchedStore between(*desk.store);
  OpenService mine(between, desk.methods, desk.workflows, house.clock);
  int others = 0;
  std::function<void()> work;
  const std::function<void()> first = [&] {
    if (++others == 4) return;  // after this nobody can be: the store is held
    work();
    between.meanwhile = first;
  };
  work = [&] { REQUIRE(other.does("Noor Bakker", title("Van daar")).done()); };
  between.meanwhile = first;
  CHECK(mine.handle(says("Van hier")).done());
  CHECK(others == 4);
  CHECK(lines_in(mine) == 4);

  others = 0;
  work = [&] { CHECK(other.service.look("c-1", {"Bram", CasePart::dossier, ""})); };
  between.meanwhile = first;
  CHECK(mine.look("c-1", {"Bram", CasePart::dossier, ""}));
  CHECK(others == 4);
  CHECK(mine.looks("c-1").size() == 4);
}

TEST_CASE("saying something asks the store three things at most", "[service]") {
  const House house;
  Desk desk(house, some_store(house));
  desk.begin();
  WatchedStore store(*desk.store);
  OpenService mine(store, desk.methods, desk.workflows, house.clock);
  REQUIRE(mine.exists("c-1"));
  REQUIRE(mine.handle(says("Het ontbijt", "k-1")).done());
  CHECK(store.asked == 3);
  store.asked = 0;
  REQUIRE(mine.handle(says("De avond", "k-2")).done());
  CHECK(store.asked == 2);
  // What is in memory is no answer to somebody who is refused.
  REQUIRE(desk.does("Noor Bakker", AddParticipant{"Ria", {Role::member}, true, false, {}}).done());
  CHECK(mine.handle(Command{{}, "c-1", "Ria", {}, std::nullopt, SetReview{*date_from("2026-05-01")}}).done());
}

TEST_CASE("a disk that fails once is read again before anybody is told that a file is damaged", "[service]") {
  const House house;
  Desk desk(house);
  desk.begin();
  WatchedStore store(*desk.store);
  OpenService mine(store, desk.methods, desk.workflows, house.clock);
  store.unreadable = 1;
  CHECK(mine.open("c-1").version == 4);
  store.unreadable = 2;
  CHECK(fault_of([&] { mine.open("c-1"); }) == "disk I/O error");
  CHECK(mine.open("c-1").version == 4);
}

TEST_CASE("several threads work through one service", "[service][threads]") {
  constexpr int kThreads = 4;
  constexpr int kEach = 12;
  const House house;
  Desk desk(house, some_store(house));
  desk.begin();
  std::atomic<int> done = 0;
  std::atomic<int> seen = 0;
  const auto worker = [&](int number) {
    for (int i = 0; i < kEach; ++i) {
      const auto text = std::to_string(number) + "-" + std::to_string(i);
      done += desk.service.handle(says(text, "k-" + text)).done() ? 1 : 0;
      done += desk.service.handle(says(text, "k-" + text)).repeated ? 1 : 0;
      seen += desk.service.look("c-1", {"Bram", CasePart::dossier, ""}) ? 1 : 0;
      const auto state = desk.service.open("c-1");
      const auto& library = desk.service.library();
      if (library.pinned_method(state.method(state.stage.phase)) == nullptr) --seen;
      (void)library.own_phrases("werf/aandacht");
      (void)library.in_team("Bram");
      desk.service.handle(TeamCommand{{}, {}, AddMember{"Lid " + text, {}}});
    }
  };
  std::vector<std::thread> threads;
  for (int i = 0; i < kThreads; ++i) threads.emplace_back(worker, i);
  for (auto& thread : threads) thread.join();
  CHECK(done == 2 * kThreads * kEach);
  CHECK(seen == kThreads * kEach);
  CHECK(lines_in(desk.service) == kThreads * kEach);
  CHECK(desk.service.looks("c-1").size() == kThreads * kEach);
}
