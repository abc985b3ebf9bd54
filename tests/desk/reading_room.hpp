// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/desk/forms/form.hpp"
#include "core/report/exchange/zgw_types.hpp"
#include "core/service/unlogged.hpp"
#include "tests/desk/room.hpp"

#include <string>

namespace casus::test {

/// A team, two cases, a meeting and a session of learning: everything that a page of the catalogue can be asked for.
struct ReadingRoom : TeamRoom {
  ReadingRoom() {
    sits_down();
    begin_meeting({"Samira", "Noor", "Daan", "Ria"});
    begin_learning();
  }

  Looks looks() {
    auto it = desk("Samira");
    Looks all;
    for (const auto* id : {"2026-001", "2026-002"})
      for (auto& look : service::Unlogged(it.service()).accountability(id).looks) all.push_back(std::move(look));
    return all;
  }

  desk::Desk at(const desk::Seat& seat, desk::Form form) {
    desk::Setting setting{.form = form, .seat = seat, .store = (folder / "casus.db").string(), .clock = &clock};
    return desk::Desk(std::move(setting));
  }

  /// Asks for a page, with what must be given for it.
  void ask(desk::Desk& at, const desk::Entry& entry, desk::Reply& reply) {
    const auto verb = entry.fresh();
    desk::Slots slots;
    verb->shape(slots);
    for (const auto& slot : slots.all()) {
      if (slot.name == "--overwrite") REQUIRE(slot.set({}, {Lang::nl, at.today()}).empty());
      else if (slot.required) REQUIRE(slot.set(value_of(slot), {Lang::nl, at.today()}).empty());
    }
    perform(at, *verb, reply);
  }

 private:
  /// What a page asks for that must be given.
  std::string value_of(const desk::Slot& slot) {
    const auto& values = values_of_pages();
    const auto name = desk::field_name(slot);
    if (name == "types") return folder.write("zgw.json", report::zgw_draft()).string();
    if (slot.input == desk::Input::file) return (folder / "page.out").string();
    const auto found = values.find(name);
    INFO("a page needs a value for " << name);
    REQUIRE(found != values.end());
    return found->second;
  }
};

}  // namespace casus::test
