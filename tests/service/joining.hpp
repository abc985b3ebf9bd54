// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/service/commands/taking_in.hpp"
#include "tests/service/house.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

/// Two teams of which one takes in the other.
namespace casus::test {

inline void is_team(Desk& desk, const std::string& name, const std::vector<std::string>& members) {
  FoundTeam found{{.name = name}};
  REQUIRE(desk.service.handle(TeamCommand{{}, {}, found}).done());
  for (const auto& member : members) REQUIRE(desk.service.handle(TeamCommand{{}, {}, AddMember{{member, {}}}}).done());
}

/// Noord goes on, with Samira and Bram. Zuid goes there: Noor has case c-1, and c-2 that is closed, with a Bram at both
/// tables.
struct Joining {
  House noord, zuid;
  std::string noord_at, zuid_at;  ///< in a database; empty: a file
  service::TakeInWanted wanted;

  explicit Joining(std::string here_at = {}, std::string there_at = {})
      : noord_at(std::move(here_at)), zuid_at(std::move(there_at)) {
    Desk here(noord, opened(noord)), there(zuid, opened(zuid));
    is_team(here, "Wijkteam Noord", {"Samira", "Bram"});
    is_team(there, "Wijkteam Zuid", {"Noor Bakker", "Bram"});
    there.begin("c-1");
    there.begin("c-2");
    AddAction action{
        {.what = "de post samen openen", .who = "Noor Bakker", .by_when = date_from("2026-04-01"), .checks = "Bram"}};
    REQUIRE(there.does("Noor Bakker", action).done());
    REQUIRE(there.does("Bram", CloseCase{"verhuisd"}, {}, "c-2").done());
    wanted.by = "Samira";
    wanted.seat = {"Samira", {}, {}};
    wanted.with = {"Noor Bakker"};
    wanted.told = "De inwoners weten het";
    wanted.because = "een team voor de hele wijk";
    wanted.closing = "De casussen zijn nu bij Wijkteam Noord";
    wanted.same = {{"Bram", ""}};
  }

  Outcome<service::TakingInPlan, Refusal> done(service::Service& here, service::Service& there) const {
    return service::TakingIn(here, there, wanted).run([](std::int64_t, std::int64_t) {});
  }
  std::unique_ptr<store::Store> opened(const House& house) const {
    const auto& at = &house == &noord ? noord_at : zuid_at;
    if (at.empty()) return store::open_sqlite({(house.folder / "casus.db").string(), true});
    return store::open_postgres({at, true, store::Purpose::cases, (house.folder / "casus.keys").string()});
  }
  Outcome<service::TakingInPlan, Refusal> done() const {
    Desk here(noord, opened(noord)), there(zuid, opened(zuid));
    return done(here.service, there.service);
  }
  Outcome<service::TakingInPlan, Refusal> planned() const {
    Desk here(noord), there(zuid);
    return service::TakingIn(here.service, there.service, wanted).plan();
  }
};

inline std::string refusal_of(const Outcome<service::TakingInPlan, Refusal>& outcome) {
  return outcome ? std::string() : outcome.error().name;
}

inline std::vector<std::string> refused_cases(const service::TakingInPlan& plan) {
  std::vector<std::string> all;
  for (const auto& one : plan.cases)
    if (one.refusal) all.push_back(one.id + ' ' + one.refusal->name);
  return all;
}

}  // namespace casus::test
