// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/web/page_room.hpp"

#include <string>

namespace casus::test {

/// A meeting that has begun with the first case on the table; each has a phone, and the laptop shows the screen.
struct MeetingRoom : PageRoom {
  MeetingRoom() {
    begin_meeting();
    laptop_ = laptop();
    laptop_->get("/lead");
    item = take_first();
  }

  std::string take_first() { return take("id=\"take-"); }
  /// The item whose form holds this mark, or the first after it.
  std::string take(const std::string& mark) {
    const auto form = laptop_->page().body.find("id=\"take-", laptop_->page().body.find(mark));
    REQUIRE(form != std::string::npos);
    const auto id = laptop_->page().body.substr(form + 4, laptop_->page().body.find('"', form + 4) - form - 4);
    REQUIRE(laptop_->submit(id, {{"do", "take"}}).status == 303);
    laptop_->get("/lead");
    return id;
  }
  /// The chair goes on, with a reason when one is asked.
  Got go_on() {
    laptop_->get("/lead");
    const bool soft = laptop_->page().has("id=\"next-because\"");
    auto got = laptop_->submit(soft ? "next-because" : "next", {{"do", "next"}, {"because", "Omdat het kan"}});
    laptop_->get("/lead");
    return got;
  }

  std::string item;
};

}  // namespace casus::test
