// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/person_name.hpp"
#include "core/service/unlogged.hpp"
#include "tests/service/house.hpp"

namespace casus::test {

/// Noor's case c-1 and Bram's case c-2, both in their first step.
struct TwoCases {
  House house;
  Desk desk;

  explicit TwoCases(std::unique_ptr<store::Store> store) : desk(house, std::move(store)) {
    desk.begin("c-1");
    OpenCase open{.title = "Gezin in de Lindestraat",
                  .privacy = Privacy::anonymous,
                  .basis = Basis::wgs,
                  .purpose = "rust in de schulden",
                  .method = "werf/werf",
                  .reported_on = date_from("2026-02-02")};
    done("Bram", open);
    done("Bram", AddParticipant{"Noor Bakker", {Role::chair}, true, false, {}});
    done("Bram", AddParticipant{"Samira", {Role::resident}, false, false, {}});
    done("Bram", AskQuestion{"Wie helpt met de post?", "een stap"});
    done("Noor Bakker", NextStep{});
    done("Bram", title("de post ligt ongeopend"));
    done("Bram", AddNetworkPerson{"Els", "buurvrouw", Shell::friend_, Quadrant::peers, false});
    AddAction action{
        {.what = "de post samen openen", .who = "Els", .by_when = date_from("2026-04-01"), .checks = "Bram"}};
    done("Bram", action);
    done("Samira", AskRight{Right::access, "", date_from("2026-03-01"), "", {}});
  }

  service::Answer says(const std::string& by, auto body, const std::string& id = "c-2") {
    return desk.does(by, std::move(body), {}, id);
  }
  service::Answer done(const std::string& by, auto body, const std::string& id = "c-2") {
    auto answer = says(by, std::move(body), id);
    if (answer.refusal) FAIL(answer.refusal->name << ": " << answer.refusal->reason.in(Lang::en));
    REQUIRE(answer.done());
    return answer;
  }
  std::string refused(const std::string& by, auto body, const std::string& id = "c-2") {
    const auto answer = says(by, std::move(body), id);
    return answer.refusal ? answer.refusal->name : std::string("done");
  }
  Case at(const std::string& id) { return desk.service.open(id); }
  std::string bytes_of(const std::string& stream) {
    std::string all;
    for (const auto& event : desk.store->read(stream)) all += event.payload.value_or("");
    return all;
  }
};

inline MergeCase into(const std::string& id, const std::string& with = {}) { return {id, "twee keer aangemeld", with}; }

}  // namespace casus::test
