// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/web/page_room.hpp"

#include <string>

namespace casus::test {

/// A training that somebody of the team began on their page, of the first scenario or the one that is named.
struct TrainingRoom : PageRoom {
  explicit TrainingRoom(std::string scenario = {}, const std::string& trainer = "Noor") : noor(leader(trainer)) {
    noor.get("/train");
    if (scenario.empty()) scenario = value_behind(noor.page().body, "name=\"scenario\"");
    begun = noor.submit("begin-training", {{"scenario", scenario}, {"method", "kort/ronde"}});
    run = where(begun);
  }
  /// Of the team, or of it from now on.
  Browser leader(const std::string& trainer) {
    if (trainer != "Noor") REQUIRE(desk("Samira").service().handle(TeamCommand{{}, {}, AddMember{trainer, ""}}).done());
    return worker(trainer);
  }
  std::string training_code() {
    const auto page = noor.get(run).body;
    const auto at = page.find("Code om mee te doen: <strong>");
    REQUIRE(at != std::string::npos);
    return page.substr(at + 29, 6);
  }
  /// Somebody with a phone, by the code on the screen of who leads.
  Browser player(const std::string& name) {
    auto it = browser();
    it.get("/join");
    it.submit("join-form", {{"code", training_code()}});
    REQUIRE(it.submit("name-form", {{"name", name}}).status == 303);
    return it;
  }
  Browser noor;  ///< or whoever else leads
  Got begun;
  std::string run;
};

}  // namespace casus::test
