// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/forms/picture_handles.hpp"

#include "core/desk/desk.hpp"
#include "core/desk/outsider.hpp"
#include "core/desk/reading.hpp"
#include "core/report/pictures/genogram.hpp"
#include "core/report/pictures/network_words.hpp"
#include "core/text/label.hpp"

#include <fmt/format.h>

namespace casus::desk {
namespace {

PictureHandles within(const report::Frame& frame) {
  PictureHandles handles;
  handles.left = frame.left;
  handles.top = frame.top;
  handles.width = frame.width;
  handles.height = frame.height;
  return handles;
}

}  // namespace

Outcome<PictureHandles, Refusal> network_handles(Desk& desk, const std::string& case_id) {
  if (auto refusal = missing_case(desk, case_id)) return failure(std::move(*refusal));
  const auto let_in = read_again(desk, case_id, CasePart::overview, {}, Sight::table);
  if (!let_in) return failure(let_in.error());
  const auto& state = let_in->state();
  const auto places = report::placed(state, desk.lang());
  auto handles = within(report::frame_of(places));
  for (const auto& one : places.people) {
    if (one.person->erased) continue;
    const auto& place = *one.person->network;
    handles.people.push_back({one.person->id, one.person->name, report::in_words(state, *one.person, desk.lang()),
                              one.at.x, one.at.y, std::string(key(place.shell)), std::string(key(place.quadrant)),
                              place.relation, place.professional});
  }
  std::size_t ring = 0;
  for (const auto& shell : names_of(Shell{})) handles.rings.emplace_back(shell.key, places.rings.at(ring++));
  for (const auto& quadrant : names_of(Quadrant{})) {
    const auto side = report::side_of(quadrant.value);
    handles.sides.push_back({std::string(quadrant.key), side.x < 0 ? -1 : 1, side.y < 0 ? -1 : 1});
  }
  return handles;
}

Outcome<PictureHandles, Refusal> family_handles(Desk& desk, const std::string& case_id) {
  if (auto refusal = missing_case(desk, case_id)) return failure(std::move(*refusal));
  const auto let_in = read_again(desk, case_id, CasePart::overview, {}, Sight::table);
  if (!let_in) return failure(let_in.error());
  const auto& state = let_in->state();
  const auto voice = desk.voice();
  const auto places = report::genogram_places(state.family);
  auto handles = within(report::frame_of(places));
  for (const auto& one : places) {
    const auto& member = *one.member;
    const auto name =
        member.person == "resident" ? voice.say("picture.resident") : state.name_of(member.person, desk.lang());
    handles.people.push_back(
        {member.person,
         name,
         fmt::format("{} ({}, {})", name, voice.say(text::label(member.symbol)), voice.say(text::label(member.state))),
         one.at.x,
         one.at.y,
         {},
         {},
         {},
         false});
  }
  return handles;
}

}  // namespace casus::desk
