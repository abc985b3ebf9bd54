// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/service/unlogged.hpp"
#include "tests/web/page_room.hpp"

#include <string>

namespace casus::test {

/// Noor's case by the short round is on the table, in the step in which she tells; Samira leads from the laptop.
struct ShortRoundPage : PageRoom {
  ShortRoundPage() {
    opens_coached("2026-003", {{"Samira", Role::chair}, {"Daan", Role::member}, {"Ria", Role::member}});
    AddItem asks{.case_id = "2026-003", .minutes = 20};
    begin_meeting();
    meets(day(), asks);
    laptop_ = laptop();
    for (const auto* line : {"neem 2026-003", "verder"}) types(line);
  }

  /// A line on the page of who leads.
  void types(const std::string& line) {
    laptop_->get("/lead");
    INFO(line);
    REQUIRE(laptop_->submit("line-form", {{"do", "line"}, {"line", line}}).status == 303);
  }
  Case now() {
    auto it = desk("Samira");
    return service::Unlogged(it.service()).open("2026-003");
  }
};

}  // namespace casus::test
