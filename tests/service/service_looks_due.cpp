// SPDX-License-Identifier: EUPL-1.2
#include "core/service/unlogged.hpp"
#include "tests/service/house.hpp"

using namespace casus;
using namespace casus::test;

namespace {

/// A team, and a case that Bram looked at in March and in November of 2026.
struct Looked {
  House house;
  Desk desk;

  explicit Looked(std::unique_ptr<store::Store> store) : desk(house, std::move(store)) {
    desk.begin();
    REQUIRE(desk.service.handle(TeamCommand{{}, {}, FoundTeam{"Wijkteam Voorbeeld", 90, Mode::strict, {}, {}}}).done());
    for (const char* name : {"Noor Bakker", "Bram"})
      REQUIRE(desk.service.handle(TeamCommand{{}, {}, AddMember{name, {}}}).done());
    look("Bram", "dossier bekeken");
    look("Mallory", "nieuwsgierig");
    house.clock.set("2026-11-20T09:00:00Z");
    look("Bram", "later nog eens");
  }

  void look(const std::string& by, const std::string& because) {
    REQUIRE(desk.service.look("c-1", {by, CasePart::history, because}));
  }
  std::string erase(const std::string& by, const std::string& with) {
    const auto done = desk.service.erase_looks(Command{{}, "c-1", by, {}, std::nullopt, {}}, with);
    return done ? std::to_string(done->count) : done.error().name;
  }
  std::string bytes() {
    std::string all;
    for (const auto& event : desk.store->read("access/c-1")) {
      all += event.payload.value_or("");
      for (const auto& secret : event.secrets) all += secret.text;
    }
    return all;
  }
};

}  // namespace

TEST_CASE("who looked has a term of its own: when it ends, two erase it, and it says so", "[service][access]") {
  const House house;
  Looked it(some_store(house));
  CHECK(it.erase("Noor Bakker", "Bram") == "NotDue");
  CHECK(it.erase("Mallory", "Bram") == "NotYoursToErase");
  it.house.clock.set("2031-03-02T09:00:00Z");
  CHECK(it.erase("Noor Bakker", "Bram") == "NotDue");  // the day itself is kept
  it.house.clock.set("2031-03-03T09:00:00Z");
  CHECK(it.erase("", "Bram") == "WhoIsThis");
  CHECK(it.erase("Mallory", "Bram") == "NotYoursToErase");
  CHECK(it.erase("Noor Bakker", "") == "SecondPersonNeeded");
  CHECK(it.erase("Noor Bakker", "noor") == "SecondPersonNeeded");
  CHECK(it.erase("Noor Bakker", "Mallory") == "SecondPersonNeeded");
  REQUIRE(it.bytes().find("nieuwsgierig") != std::string::npos);
  CHECK(it.erase("Noor Bakker", "Bram") == "2");
  CHECK(it.bytes().find("nieuwsgierig") == std::string::npos);
  CHECK(it.bytes().find("Mallory") == std::string::npos);
  const auto kept = service::Unlogged(it.desk.service).accountability("c-1");
  REQUIRE(kept.looks.size() == 1);
  CHECK(kept.looks[0].seen.because == "later nog eens");
  REQUIRE(kept.gone.size() == 1);
  CHECK(kept.gone[0].done.count == 2);
  CHECK(kept.gone[0].done.by == "Noor Bakker");
  CHECK(kept.gone[0].done.with == "Bram");
  CHECK(to_string(kept.gone[0].done.before) == "2026-03-03");
  CHECK(it.erase("Noor Bakker", "Bram") == "NotDue");
  const auto proof = it.desk.store->verify();
  CHECK(proof.findings.empty());
  CHECK(proof.destroyed_events == 2);
  CHECK(proof.destroyed_looks == 2);
  CHECK(proof.reworded_looks == 0);
}

TEST_CASE("the looks at a case that was erased are kept their own term, and then go", "[service][access]") {
  const House house;
  Looked it(some_store(house));
  REQUIRE(it.desk.does("Noor Bakker", EraseCase{{"op verzoek", "Bram"}}).done());
  CHECK(it.desk.service.days_looked("c-1").size() == 3);
  it.house.clock.set("2040-01-01T09:00:00Z");
  CHECK(it.erase("Noor Bakker", "Bram") == "3");
  CHECK(it.desk.service.days_looked("c-1").empty());
  const auto kept = service::Unlogged(it.desk.service).accountability("c-1");
  CHECK(kept.looks.empty());
  CHECK(kept.erasures.size() == 1);  // who erased it stays
  CHECK(it.desk.store->verify().findings.empty());
}
