// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/meeting/guided/guided_meeting.hpp"
#include "core/desk/meeting/leading.hpp"
#include "core/desk/today/own_words.hpp"
#include "core/text/label.hpp"

#include <algorithm>
#include <utility>

/// Who comes to the table of one case and is not of the team: the resident, and guests who leave.
namespace casus::desk {

using text::msg;

void GuidedMeeting::give_to_case(CommandBody body, const std::string& line) {
  Command command{.case_id = shown_.table->case_id, .by = acting(), .body = std::move(body), .seat = typist()};
  tell(handed_over(desk_, std::move(command)), line);
}

void GuidedMeeting::seat_resident(const std::string& name, const std::string& line) {
  if (!shown_.table) return not_done(msg("guided.resident_no_case").in(desk_.voice()));
  const auto role = folded(label(Role::resident, desk_.voice()));
  for (const auto& seat : shown_.table->seats)
    if (folded(seat.roles).find(role) != std::string::npos)
      return not_done(msg("guided.resident_there", "name"_is = seat.name).in(desk_.voice()));
  // "erbij inwoner", while a guest sits here: it may be that one.
  if (const auto guest = guest_at_table(); folded(name) == role && !guest.empty() && guest != asked_guest_) {
    asked_guest_ = guest;
    const auto voice = desk_.voice();
    const auto arrive = name_of(Ask::arrive, voice);
    not_done(msg("guided.guest_is_resident", "name"_is = guest, "again"_is = line).in(voice));
    shown_.offer = Offer{msg("guided.as_resident", "arrive"_is = arrive, "name"_is = guest).in(voice),
                         SteerMeeting{Ask::arrive, guest, {}, true}};
    return;
  }
  // Whoever came as a guest gets up first: nobody is both.
  if (is_present(*shown_.room, name)) {
    tell(desk_.meetings().handle(meeting_command(LeaveMeeting{{name}})), line);
    if (!shown_.done) return;
    refresh();
  }
  if (is_of_no_team(name) && leaves_table(name, line)) {
    if (!shown_.done) return;
    refresh();
  }
  give_to_case(AddParticipant{.name = name, .roles = {Role::resident}}, line);
}

bool GuidedMeeting::is_of_no_team(const std::string& name) const {
  const auto team = desk_.service().team();
  return team && !team->members.empty() && team->members_meant(name).empty();
}

std::string GuidedMeeting::guest_at_table() const {
  if (!shown_.table || !shown_.room) return {};
  for (const auto& seat : shown_.table->seats)
    if (is_present(*shown_.room, seat.name) && is_of_no_team(seat.name)) return seat.name;
  return {};
}

bool GuidedMeeting::comes_back(const std::string& name, const std::string& line) {
  if (!shown_.table || !is_present(*shown_.room, name)) return false;
  const auto* who = away_as(*shown_.table, name);
  if (who == nullptr) return false;
  give_to_case(AddParticipant{.name = *who, .roles = {Role::member}, .team_member = true}, line);
  return true;
}

bool GuidedMeeting::sits_as_resident(const std::string& name) {
  if (!shown_.table) return false;
  const auto role = folded(label(Role::resident, desk_.voice()));
  const bool sits = std::ranges::any_of(shown_.table->seats, [&](const service::Seat& seat) {
    return same_name(seat.name, name) && folded(seat.roles).find(role) != std::string::npos;
  });
  if (sits) not_done(msg("guided.sits_as_resident", "name"_is = name).in(desk_.voice()));
  return sits;
}

bool GuidedMeeting::leaves_table(const std::string& name, const std::string& line) {
  refresh();
  if (!shown_.table) return false;
  const auto seat =
      std::ranges::find_if(shown_.table->seats, [&](const auto& one) { return same_name(one.name, name); });
  const auto team = desk_.service().team();
  if (seat == shown_.table->seats.end() || (team && !team->members_meant(name).empty())) return false;
  give_to_case(RemoveParticipant{{.person = seat->name}}, line);
  return true;
}

}  // namespace casus::desk
