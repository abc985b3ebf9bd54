// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/desk/call.hpp"
#include "core/service/unlogged.hpp"
#include "tests/desk/room.hpp"

#include <string>

namespace casus::test {

inline desk::Reply called(TeamRoom& room, const desk::Seat& seat, const desk::Wish& wish) {
  desk::Setting setting{
      .form = desk::Form::both, .seat = seat, .store = (room.folder / "casus.db").string(), .clock = &room.clock};
  desk::Desk desk(std::move(setting));
  return call(desk, wish);
}

inline desk::Seat named(const std::string& name) { return {name, Sureness::named, {}, {}}; }

inline std::size_t looks(TeamRoom& room, const std::string& id) {
  auto desk = room.desk("Samira");
  return service::Unlogged(desk.service()).accountability(id).looks.size();
}

}  // namespace casus::test
