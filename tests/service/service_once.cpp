// SPDX-License-Identifier: EUPL-1.2
#include "core/base/fault.hpp"
#include "tests/service/house.hpp"
#include "tests/service/watched_store.hpp"
#include "tests/support/open_service.hpp"

using namespace casus;
using namespace casus::test;

namespace {

std::vector<std::string> said(OpenService& service) {
  std::vector<std::string> texts;
  for (const auto& it : service.open("c-1").contributions) texts.push_back(it.text);
  return texts;
}

}  // namespace

TEST_CASE("a command sent twice is done once", "[service]") {
  const House house;
  Desk desk(house, some_store(house));
  desk.begin();
  const auto first = desk.does("Noor Bakker", title("Het ontbijt"), "k-1");
  CHECK_FALSE(first.repeated);
  CHECK(first.events.size() == 1);
  const auto again = desk.does("Noor Bakker", title("Het ontbijt"), "k-1");
  CHECK(again.done());
  CHECK(again.repeated);
  CHECK(again.events.empty());
  CHECK(again.version == first.version);
  CHECK(said(desk.service) == std::vector<std::string>{"Het ontbijt"});
  // A refused command was not done: sent again it is looked at again.
  CHECK(desk.does("Niemand", NextStep{}, "k-2").refusal->name == "NotAtTheTable");
  CHECK(desk.does("Noor Bakker", title("Nog een"), "k-2").done());
}

TEST_CASE("the clock never runs behind the case", "[service]") {
  House house;
  Desk desk(house, some_store(house));
  desk.begin();
  house.clock.set("2026-03-01T09:00:00Z");
  CHECK(desk.does("Noor Bakker", title("Het ontbijt")).done());
  CHECK(desk.service.open("c-1").changed_at == *time_from("2026-03-02T09:00:00Z"));
}

TEST_CASE("two at once: additions of both are kept, a second move is told", "[service]") {
  const House house;
  Desk here(house);
  here.begin();
  Desk there(house);
  CHECK(there.service.open("c-1").version == 4);
  CHECK(here.does("Noor Bakker", title("Van hier")).done());
  CHECK(there.does("Noor Bakker", title("Van daar")).done());
  CHECK(here.does("Bram", SetReview{*date_from("2026-05-01")}).done());
  CHECK(said(here.service) == std::vector<std::string>{"Van hier", "Van daar"});
  CHECK(said(there.service) == said(here.service));

  // Who says what they saw is told when it has changed.
  Command late{"k-9", "c-1", "Bram", {}, 4, SetReview{*date_from("2026-06-01")}};
  const auto answer = there.service.handle(late);
  REQUIRE(answer.conflict.has_value());
  CHECK_FALSE(answer.done());
  CHECK(answer.conflict->expected == 4);
  CHECK(answer.conflict->actual == 7);
  CHECK(there.service.open("c-1").review_on == *date_from("2026-05-01"));
}

TEST_CASE("somebody writes between reading and writing: an addition follows, a move does not", "[service]") {
  const House house;
  Desk other(house, store::open_memory());
  other.begin();
  WatchedStore between(*other.store);
  OpenService mine(between, other.methods, other.workflows, house.clock);
  CHECK(mine.open("c-1").version == 4);

  between.meanwhile = [&] { REQUIRE(other.does("Noor Bakker", title("Eerst")).done()); };
  CHECK(mine.handle(Command{"k-1", "c-1", "Noor Bakker", {}, std::nullopt, title("Daarna")}).version == 6);
  CHECK(said(mine) == std::vector<std::string>{"Eerst", "Daarna"});

  between.meanwhile = [&] { REQUIRE(other.does("Bram", BackStep{}).refusal.has_value()); };
  CHECK(mine.handle(Command{"k-2", "c-1", "Bram", {}, std::nullopt, NextStep{"haast"}}).refusal->name == "StepNotDone");
  Say choice = title("Ik kies het ontbijt");
  choice.kind = "choice";
  choice.to = "Noor Bakker";
  REQUIRE(other.does("Noor Bakker", choice).done());
  between.meanwhile = [&] { REQUIRE(other.does("Bram", NextStep{"klaar"}).done()); };
  const auto told = mine.handle(Command{"k-3", "c-1", "Bram", {}, std::nullopt, NextStep{"klaar"}});
  REQUIRE(told.conflict.has_value());
  CHECK(told.events.empty());
  CHECK(mine.open("c-1").here()->step == "tell");
}

TEST_CASE("commands together are one transaction, each with its answer", "[service]") {
  const House house;
  Desk desk(house, some_store(house));
  desk.begin();
  const auto command = [](const std::string& by, CommandBody body) {
    return Command{{}, "c-1", by, {}, std::nullopt, std::move(body)};
  };
  const auto answers = desk.service.handle_together(
      {command("Noor Bakker", title("Eén")), command("Niemand", NextStep{}), command("Noor Bakker", title("Twee"))});
  REQUIRE(answers.size() == 3);
  CHECK(answers[0].done());
  CHECK(answers[1].refusal->name == "NotAtTheTable");
  CHECK(answers[2].done());
  CHECK(said(desk.service) == std::vector<std::string>{"Eén", "Twee"});
}

TEST_CASE("a fault in a group takes it all back, in memory too", "[service]") {
  const House house;
  Desk desk(house, store::open_memory());
  WatchedStore between(*desk.store);
  OpenService mine(between, desk.methods, desk.workflows, house.clock);
  OpenCase open{
      .title = "Gezin", .privacy = Privacy::anonymous, .basis = Basis::wmo, .purpose = "hulp", .method = "werf/werf"};
  const Command opening{"k-1", "c-1", "Noor", {}, std::nullopt, open};
  // The definitions are kept first, then the case: the third append is the command that fails.
  int appends = 0;
  std::function<void()> count = [&] {
    if (++appends == 4) throw Fault(Fault::Kind::store, "disk full");
    between.meanwhile = count;
  };
  between.meanwhile = count;
  const Command second{"k-2", "c-1", "Noor", {}, std::nullopt, SetReview{*date_from("2026-05-01")}};
  CHECK(fault_of([&] { mine.handle_together({opening, second}); }) == "disk full");
  between.meanwhile = nullptr;
  CHECK_FALSE(mine.exists("c-1"));
  CHECK(fault_of([&] { mine.open("c-1"); }) == "there is no case 'c-1'");
  // Done again, the definitions are kept again.
  CHECK(mine.handle(opening).done());
  CHECK(desk.store->streams("definition/").size() == 2);
}

TEST_CASE("the list is in order and says what an agenda needs, and a rebuild gives the same", "[service]") {
  House house;
  Desk desk(house, some_store(house));
  for (const char* id : {"c-1", "c-2", "c-3", "c-4"}) {
    desk.begin(id);
    house.clock.advance(std::chrono::hours(1));
  }
  CHECK(desk.does("Bram", SetReview{*date_from("2026-05-01")}, {}, "c-2").done());
  CHECK(desk.does("Bram", AddAction{"Bellen", "Bram", date_from("2026-03-09"), "Noor Bakker", {}, false, {}}, {}, "c-3")
            .done());
  CHECK(desk.does("Noor Bakker", EraseCase{"termijn", "Bram"}, {}, "c-4").done());
  CHECK(desk.does("Bram", CloseCase{"verhuisd"}, {}, "c-1").done());
  const auto ids = [&](const store::IndexQuery& query) {
    std::vector<std::string> out;
    for (const auto& line : desk.service.cases(query)) out.push_back(line.id);
    return out;
  };
  const auto shown = [&] {
    std::string out;
    for (const auto& line : desk.service.cases({}))
      out += line.id + "|" + line.title + "|" + std::string(key(line.stage.life)) + "|" +
             std::string(key(line.stage.phase)) + "|" + line.step + "|" + line.method + "|" + line.workflow + "|" +
             (line.review_on ? to_string(*line.review_on) : "") + "|" +
             (line.action_due ? to_string(*line.action_due) : "") + "|" + to_string(line.opened_on) + "|" +
             to_string(line.changed_at) + "\n";
    return out;
  };
  store::IndexQuery open;
  open.life = Life::open;
  open.by_due = true;
  CHECK(ids(open) == std::vector<std::string>{"c-3", "c-2"});
  CHECK(ids(store::IndexQuery{.due_by = *date_from("2026-03-31")}) == std::vector<std::string>{"c-3"});
  const auto before = shown();
  CHECK(before.find("c-4||erased|analysis||||||2026-03-02|") != std::string::npos);
  std::int64_t last = 0;
  CHECK(desk.service.rebuild([&](std::int64_t done, std::int64_t of) {
    CHECK(of == 4);
    last = done;
  }) == 4);
  CHECK(last == 4);
  CHECK(shown() == before);
  CHECK(desk.service.free_case_id(*date_from("2026-03-02")) == "2026-001");
  desk.begin("2026-041");
  desk.begin("2026-041b");
  CHECK(desk.service.free_case_id(*date_from("2026-03-02")) == "2026-042");
}

TEST_CASE("learning lies with the team and leaves only a count with the case", "[service][R15]") {
  const House house;
  Desk desk(house, some_store(house));
  desk.begin();
  const auto note = [&](const std::string& text, const std::string& id, const std::string& by = "Bram") {
    return desk.service.note({id, "c-1", by, {}, std::nullopt, CountLearning{"gesprek"}},
                             {{}, {}, NoteLearning{text, "gesprek"}});
  };
  CHECK(note("Vraag langer door", "k-1").done());
  CHECK(note("Vraag langer door", "k-1").repeated);
  CHECK(note("noor bakker praat te snel", "k-2").refusal->name == "PersonalData");
  CHECK(note("Vraag langer door", "k-3", "Niemand").refusal->name == "NotAtTheTable");
  CHECK(desk.service.open("c-1").learning.size() == 1);
  REQUIRE(desk.store->read("team/main", 0).size() == 1);
  for (const auto& event : desk.store->read("case/c-1", 0))
    CHECK(event.payload->find("langer door") == std::string::npos);
  CHECK(desk.store->read("team/main", 0).front().payload->find("c-1") == std::string::npos);

  CHECK_FALSE(
      desk.service.handle(TeamCommand{"t-1", {}, FoundTeam{"Noord", 90, Mode::strict, "intervision", {}}}).refusal);
  CHECK(desk.service.handle(TeamCommand{"t-1", {}, FoundTeam{"Noord", 90, Mode::strict, "intervision", {}}}).repeated);
  CHECK(desk.service.team()->name == "Noord");
  CHECK(desk.service.team()->learning.front().text == "Vraag langer door");
}
