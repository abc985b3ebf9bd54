// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/service/commands/case_package.hpp"
#include "core/store/checkpoint.hpp"
#include "core/store/keys/seal.hpp"
#include "tests/service/house.hpp"

#include <string>
#include <utility>
#include <vector>

namespace casus::test::transfer {

inline const std::string kPhrase = "paard batterij nietje juist";

inline void be_team(Desk& desk, const std::string& name, const std::vector<std::string>& members) {
  FoundTeam found;
  found.name = name;
  REQUIRE(desk.service.handle(TeamCommand{{}, {}, found}).done());
  for (const auto& member : members) REQUIRE(desk.service.handle(TeamCommand{{}, {}, AddMember{member, {}}}).done());
}

/// Noord has Noor's case c-1 with Bram as the chair; Zuid has a Bram of its own, and Samira.
struct TwoTeams {
  House north_house, south_house;
  Desk north, south;
  std::string bytes;

  TwoTeams() : north(north_house), south(south_house) {
    be_team(north, "Wijkteam Noord", {"Noor Bakker", "Bram"});
    be_team(south, "Wijkteam Zuid", {"Samira", "Bram"});
    north.begin();
  }

  /// A case of Zuid has this number.
  void takes_number(const std::string& id) {
    OpenCase open;
    open.title = "Een ander gezin";
    open.privacy = Privacy::anonymous;
    open.basis = Basis::wmo;
    open.purpose = "een eerste stap";
    open.method = "werf/werf";
    done(south, "Samira", open, id);
  }

  service::Answer done(Desk& desk, const std::string& by, auto body, const std::string& id = "c-1") {
    auto answer = desk.does(by, std::move(body), {}, id);
    if (answer.refusal) FAIL(answer.refusal->name << ": " << answer.refusal->reason.in(Lang::en));
    REQUIRE(answer.done());
    return answer;
  }

  service::Answer hands_out(const std::string& by = "Noor Bakker", const std::string& id = "c-1") {
    const TransferCase over{"Wijkteam Zuid", "De inwoner weet het", "verhuisd"};
    return north.service.hand_out(Command{{}, id, by, {}, std::nullopt, over}, kPhrase,
                                  [&](const std::string& sealed) { bytes = sealed; });
  }

  service::CasePackage package() const {
    const auto text = store::unseal_with_passphrase(kPhrase, bytes);
    REQUIRE(text);
    auto package = service::case_package_from(*text);
    REQUIRE(package);
    return std::move(*package);
  }

  std::string code() const { return store::code_of(store::hash_of(bytes)); }

  service::Answer takes(const std::string& by = "Samira") { return takes(by, package()); }
  service::Answer takes(const std::string& by, const service::CasePackage& package) {
    return south.service.take_over(Command{{}, {}, by, {}, std::nullopt, TransferCase{}}, package, code());
  }

  /// Goes from one store to the next, by whose case it is there and for who takes it here.
  Case goes_on(Desk& from, Desk& to, const std::string& id, const std::string& by, const std::string& team,
               const std::string& taker) {
    const TransferCase over{team, "De inwoner weet het", "verhuisd"};
    const auto handed = from.service.hand_out(Command{{}, id, by, {}, std::nullopt, over}, kPhrase,
                                              [&](const std::string& sealed) { bytes = sealed; });
    if (handed.refusal) FAIL(handed.refusal->reason.in(Lang::en));
    const auto taken =
        to.service.take_over(Command{{}, {}, taker, {}, std::nullopt, TransferCase{}}, package(), code());
    if (taken.refusal) FAIL(taken.refusal->reason.in(Lang::en));
    return to.service.open(taken.case_id);
  }
};

inline std::string named(const service::Answer& answer) { return answer.refusal ? answer.refusal->name : "done"; }

}  // namespace casus::test::transfer
