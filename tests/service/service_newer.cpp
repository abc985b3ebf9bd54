// SPDX-License-Identifier: EUPL-1.2
#include "core/base/fault.hpp"
#include "core/store/codec/codec.hpp"
#include "tests/service/house.hpp"

using namespace casus;
using namespace casus::test;

TEST_CASE("an event that a newer casus made says so, and nothing changes", "[service]") {
  const House house;
  {
    Desk desk(house);
    desk.begin();
    auto event = store::encode(Event{*time_from("2026-03-02T09:30:00Z"), "p1", ReviewSet{{*date_from("2026-04-13")}}});
    event.type_version = 2;
    REQUIRE(desk.store->append("case/c-1", desk.store->head("case/c-1"), "", {event}, nullptr));
  }
  Desk desk(house);
  const auto before = desk.store->info();
  const std::string expected =
      "event 5 (ReviewSet version 2) cannot be read: it was made by a newer casus; install that one";
  CHECK(fault_of([&] { (void)desk.service.open("c-1"); }).find(expected) != std::string::npos);
  CHECK(fault_of([&] { (void)desk.does("Noor Bakker", SetReview{{*date_from("2026-05-04")}}); }).find(expected) !=
        std::string::npos);
  CHECK(desk.store->info().events == before.events);
  CHECK(desk.store->info().commands == before.commands);
  CHECK(desk.store->verify().findings.empty());
}
