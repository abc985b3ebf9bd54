// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/call.hpp"
#include "tests/desk/room.hpp"
#include "tests/support/has.hpp"

#include <filesystem>
#include <string>
#include <utility>

// A team that begins: who founds it, who comes in first, and names as they were copied.

namespace casus::test {
namespace {

struct EmptyHouse {
  TempDir folder;
  ManualClock clock;
  std::string store = "casus.db";

  desk::Desk desk(const std::string& name) {
    desk::Setting setting{
        .seat = {name, Sureness::named, "balie", {}}, .store = (folder / store).string(), .clock = &clock};
    return desk::Desk(std::move(setting));
  }

  /// All that is said.
  std::string does(const std::string& who, const std::string& path, std::vector<desk::GivenField> given) {
    auto at = desk(who);
    const auto reply = desk::call(at, {path, std::move(given)});
    std::string all;
    for (const auto& saying : reply.sayings()) all += saying.text + '\n';
    return all;
  }

  std::vector<std::string> names() {
    std::vector<std::string> all;
    const auto team = desk("Ria").service().team().value_or(Team{});
    for (const auto& one : team.members) all.push_back(one.name);
    return all;
  }
};

}  // namespace

TEST_CASE("who founds a team hears that they are not of it, before the door closes and when it does", "[desk]") {
  EmptyHouse house;
  CHECK(has(house.does("Fatima", "team init", {{"name", "Noord"}}), "Hoor je er zelf bij, Fatima?"));
  const auto first = house.does("Fatima", "team add", {{"name", "Ria"}, {"profession", "maatschappelijk werker"}});
  CHECK(has(first, "Ria hoort nu bij het team"));
  CHECK(has(first, "Fatima staat zelf niet in het team"));
  // What it says to type lets her in.
  CHECK_FALSE(has(house.does("Ria", "team add", {{"name", "Fatima"}, {"profession", "coach"}}), "niet in het team"));
  CHECK(has(house.does("Fatima", "team list", {}), "Fatima"));
  CHECK(house.names() == std::vector<std::string>{"Ria", "Fatima"});
}

TEST_CASE("who founds a team and adds themselves first hears nothing of a door", "[desk]") {
  EmptyHouse house;
  house.does("Fatima", "team init", {{"name", "Noord"}});
  for (const auto* name : {"Fatima", "Ria"}) {
    CAPTURE(name);
    CHECK_FALSE(has(house.does("Fatima", "team add", {{"name", name}, {"profession", "coach"}}), "niet in het team"));
  }
}

TEST_CASE("a name that was copied with its full stop is the name without it", "[desk][identity]") {
  EmptyHouse house;
  house.does("", "team init", {{"name", "Noord"}});
  CHECK(has(house.does("Ria", "team add", {{"name", "Ria."}, {"profession", "coach"}}), "Ria hoort nu bij het team"));
  house.does("Ria", "team add", {{"name", "Noor B."}, {"profession", "coach"}});
  CHECK(has(house.does("Ria", "team rename", {{"name", "Noor B."}, {"to", "Noor Bakker."}}), "Noor Bakker"));
  CHECK(house.names() == std::vector<std::string>{"Ria", "Noor Bakker"});
  CHECK(has(house.does("Ria", "team add", {{"name", "Ria."}, {"profession", "coach"}}), "Ria"));
  CHECK(house.names() == std::vector<std::string>{"Ria", "Noor Bakker"});
}

TEST_CASE("a name that nobody knows has nothing to hand over, and is not said to be done with it", "[desk]") {
  TeamRoom room;
  const auto asked = [&](const std::string& name) {
    auto desk = room.desk("Noor");
    const auto reply = desk::call(desk, {"team handover", {{"name", name}}});
    return std::pair{reply.status, reply.sayings().empty() ? std::string() : reply.sayings().front().text};
  };
  const auto nobody = asked("Norman");
  CHECK(nobody.first == desk::Status::refused);
  CHECK(has(nobody.second, "Norman"));
  CHECK_FALSE(has(nobody.second, "niets meer over te dragen"));
  CHECK(asked("Ria") == std::pair{desk::Status::done, std::string("Ria heeft niets meer over te dragen")});
  const auto left = room.desk("Samira").service().handle(TeamCommand{{}, {}, TeamBody(LeaveTeam{"Ria"}), "Samira"});
  REQUIRE(left.done());
  CHECK(asked("Ria").first == desk::Status::done);
}

TEST_CASE("what belongs to something that was not begun says how it is begun", "[desk][learning]") {
  TeamRoom room;
  const auto said = [&](const desk::Wish& wish) {
    auto desk = room.desk("Noor");
    const auto reply = desk::call(desk, wish);
    std::string all;
    for (const auto& saying : reply.sayings()) all += saying.text + '\n';
    CHECK(reply.status != desk::Status::done);
    return all;
  };
  CHECK(has(said({"learn circle card", {{"text", "De Linde"}}}), "learn circle start"));
  CHECK(has(said({"learn scan close", {}}), "learn scan start"));
  CHECK(has(said({"learn scan show", {}}), "learn scan start"));
  const auto other = said({"learn scan show", {{"scan", "q9"}}});
  CHECK(has(other, "\"q9\""));
  CHECK(has(other, "learn scan show"));
}

TEST_CASE("a backup for which no file was named is called as its store is, dots and all", "[desk]") {
  // As the key file of a team in a database is called.
  const std::pair<const char*, const char*> kStores[] = {{"casus.db", "casus-"},
                                                         {"10.0.0.7-5432-casus-noord", "10.0.0.7-5432-casus-noord-"},
                                                         {"noord.2026", "noord.2026-"}};
  for (const auto& [store, name] : kStores) {
    CAPTURE(store);
    EmptyHouse house;
    house.store = store;
    house.does("Ria", "team init", {{"name", "Noord"}});
    const auto folder = house.folder / (std::string(store) + ".backups");
    house.does("Ria", "store backup", {});
    REQUIRE(std::filesystem::is_directory(folder));
    const auto made = std::filesystem::directory_iterator(folder)->path().filename().string();
    CHECK(made.starts_with(std::string(name) + "20"));
  }
}

}  // namespace casus::test
