// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/meeting/guest_of.hpp"

#include "core/desk/desk.hpp"
#include "core/desk/seat.hpp"
#include "core/engine/refusing.hpp"

namespace casus::desk {

std::optional<std::string> guest_of(Desk& desk, const std::string& day, const std::string& name) {
  const auto team = desk.service().team();
  if (!team || team->members.empty() || !team->members_meant(name).empty()) return std::nullopt;
  const auto now = desk.meetings().find(day);
  if (!now) return std::string();
  std::string on_table;
  std::string let_in;
  const auto case_of = [&](const std::string& item) {
    const auto* line = now->item(item);
    return line == nullptr ? std::string() : line->line.case_id;
  };
  for (const auto& event : desk.meetings().history(day)) {
    const auto& body = event.body;
    if (const auto* taken = std::get_if<ItemTaken>(&body)) on_table = case_of(taken->item);
    if (std::holds_alternative<ItemParked>(body) || std::holds_alternative<ItemFinished>(body) ||
        std::holds_alternative<MeetingFinished>(body))
      on_table.clear();
    if (const auto* came = std::get_if<Arrived>(&body); came != nullptr && same_name(came->name, name))
      let_in = on_table;
    if (const auto* went = std::get_if<LeftMeeting>(&body); went != nullptr && same_name(went->name, name))
      let_in.clear();
  }
  return let_in;
}

bool has_gone(Desk& desk, const std::string& day, const std::string& name) {
  bool gone = false;
  for (const auto& event : desk.meetings().history(day)) {
    if (const auto* came = std::get_if<Arrived>(&event.body); came != nullptr && same_name(came->name, name))
      gone = false;
    if (const auto* went = std::get_if<LeftMeeting>(&event.body); went != nullptr && same_name(went->name, name))
      gone = true;
  }
  return gone;
}

Refusal not_for_guest() {
  return engine::no("GuestOfAnother", "", text::msg("guided.guest_of_another"),
                    text::msg("guided.guest_of_another_do"));
}

}  // namespace casus::desk
