// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/mending/looking_back.hpp"

#include "tests/engine/story.hpp"

using namespace casus;
using namespace casus::test;

TEST_CASE("a case can be seen as it was at the end of a day", "[engine][looking_back]") {
  auto story = ready();
  story.does("Noor", AddNetworkPerson{"Tante Els", "tante", Shell::intimate, Quadrant::family, false});
  story.now = at("2026-03-20T09:00:00Z");
  story.does("Noor", AddNetworkPerson{"Joke", "buurvrouw", Shell::friend_, Quadrant::society, false});
  CHECK(engine::as_of("2026-001", story.history, on("2026-03-19")).person("Joke") == nullptr);
  CHECK(engine::as_of("2026-001", story.history, on("2026-03-02")).person("Tante Els") != nullptr);
  CHECK(engine::as_of("2026-001", story.history, on("2026-03-20")).version == story.c.version);
  CHECK_FALSE(engine::as_of("2026-001", story.history, on("2026-03-01")).exists());
}

TEST_CASE("an evaluation looks back to the one before, else to the day the network was drawn",
          "[engine][looking_back]") {
  const auto happened = [](const char* day, EventBody body) {
    return Event{at((std::string(day) + "T09:00:00Z").c_str()), "p1", std::move(body)};
  };
  CHECK(engine::looks_back_to({}) == Date{});
  Events history{happened("2026-03-02", CaseOpened{})};
  CHECK(engine::looks_back_to(history) == on("2026-03-02"));
  history.push_back(happened("2026-03-09", NetworkPersonAdded{}));
  history.push_back(happened("2026-03-16", NetworkPersonAdded{}));
  CHECK(engine::looks_back_to(history) == on("2026-03-09"));
  history.push_back(happened("2026-04-13", Evaluated{}));
  CHECK(engine::looks_back_to(history) == on("2026-03-09"));
  history.push_back(happened("2026-06-08", Evaluated{}));
  CHECK(engine::looks_back_to(history) == on("2026-04-13"));
}
