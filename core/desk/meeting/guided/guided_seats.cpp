// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/meeting/guided/guided_meeting.hpp"
#include "core/desk/meeting/leading.hpp"
#include "core/desk/reading.hpp"
#include "core/desk/typed/completed.hpp"
#include "core/text/label.hpp"

#include <algorithm>
#include <string>
#include <utility>

/// Who leads, comes or goes by a word of the meeting, and how that is put back as it was.
namespace casus::desk {

using text::msg;

void GuidedMeeting::change_seats(const SteerMeeting& steer, const std::string& line) {
  auto before = seated();
  seats_undone_.reset();
  if (steer.what == Ask::chair)
    tell(desk_.meetings().handle(completed(desk_, meeting_command(TakeChair{steer.about}))), line);
  else if (steer.what == Ask::leave && !steer.next_chair.empty()) hands_over(steer, line);
  else if (steer.what == Ask::leave) each_leaves(steer.about, line);
  else if (steer.resident) seat_resident(steer.about, line);
  else each_arrives(steer.about, line);
  mind_seats(std::move(before));
}

void GuidedMeeting::hands_over(const SteerMeeting& steer, const std::string& line) {
  if (give_one(TakeChair{steer.next_chair}, steer.next_chair, line); !shown_.done) return;
  refresh();  // whoever leads now notes who goes
  if (give_one(LeaveMeeting{{steer.about}}, steer.about, line); !shown_.done) return;
  (void)leaves_table(steer.about, line);
  if (shown_.done) say(desk_.say("guided.turned_how", "undo"_is = name_of(Ask::undo, desk_.voice())), {}, Tone::quiet);
}

Seated GuidedMeeting::seated() const {
  if (!shown_.room) return {};
  Seated all{shown_.room->chair, shown_.room->present};
  if (!shown_.table) return all;
  all.case_id = shown_.table->case_id;
  const auto role = folded(label(Role::resident, desk_.voice()));
  for (const auto& seat : shown_.table->seats)
    if (folded(seat.roles).find(role) != std::string::npos) all.resident = seat.name;
  const auto before = looked_at_ == all.case_id ? ground_ : Sight::table;  // it is looked at already
  const auto reading = read_again(desk_, all.case_id, CasePart::overview, place_.because, before);
  for (const auto& person : reading ? reading->state().people : std::vector<Person>()) {
    const bool beside = person.at_table() && !person.has(Role::resident) && !is_present(*shown_.room, person.name) &&
                        is_of_no_team(person.name);
    if (beside) all.beside.push_back({person.name, person.id, person.roles, person.until});
  }
  return all;
}

void GuidedMeeting::mind_seats(Seated before) {
  refresh();
  const auto now = seated();
  seats_before_.reset();
  const bool same = now.chair == before.chair && now.present == before.present && now.resident == before.resident &&
                    now.beside == before.beside;
  if (!same) seats_before_ = std::move(before);
}

void GuidedMeeting::seats_before_were(const Meant& meant) {
  const auto* steers = std::get_if<SteerMeeting>(&meant);
  const bool seats =
      steers != nullptr && (steers->what == Ask::chair || steers->what == Ask::arrive || steers->what == Ask::leave);
  if (!seats && !std::holds_alternative<LookAt>(meant)) seats_before_ = std::exchange(seats_undone_, std::nullopt);
}

/// As with a line, the next "ongedaan" makes this undone, and takes back nothing that was said before it.
void GuidedMeeting::put_seats_back() {
  const auto before = *std::exchange(seats_before_, std::nullopt);
  const auto now = seated();
  const auto id = sent_.id;
  int number = 0;
  const auto next = [&] {
    if (!id.empty()) sent_.id = id + '/' + std::to_string(++number);
    refresh();
  };
  const auto is_in = [](const std::vector<std::string>& all, const std::string& name) {
    return std::ranges::find(all, name) != all.end();
  };
  const auto sits_in = [](const std::vector<SeatBeside>& all, const std::string& name) {
    return std::ranges::find(all, name, &SeatBeside::name) != all.end();
  };
  // Of another case that came on the table meanwhile it says nothing.
  const bool other_resident = now.case_id == before.case_id && now.resident != before.resident;
  // Whoever came as a guest and became the resident is a guest again.
  if (other_resident && !now.resident.empty()) {
    next();
    if (!leaves_table(now.resident, {}) || !shown_.done) return;
  }
  if (now.case_id == before.case_id)
    for (const auto& one : now.beside) {
      if (sits_in(before.beside, one.name)) continue;
      next();
      if (!leaves_table(one.name, {}) || !shown_.done) return;
    }
  for (const auto& name : before.present) {
    if (is_in(now.present, name)) continue;
    next();
    // A guest is asked about once more.
    const auto line = is_of_no_team(name) ? name_of(Ask::arrive, desk_.voice()) + ' ' + name : std::string();
    if (each_arrives(name, line); !shown_.done) return;
  }
  if (!before.chair.empty() && before.chair != now.chair) {
    next();
    if (give_one(TakeChair{before.chair}, {}, {}); !shown_.done) return;
  }
  for (const auto& name : now.present) {
    if (is_in(before.present, name)) continue;
    next();
    if (each_leaves(name, {}); !shown_.done) return;
  }
  if (other_resident && !before.resident.empty()) {
    next();
    if (seat_resident(before.resident, {}); !shown_.done) return;
  }
  if (now.case_id == before.case_id)
    for (const auto& one : before.beside) {
      if (sits_in(now.beside, one.name)) continue;
      next();
      AddParticipant joins{.name = one.id, .roles = one.roles, .team_member = false, .until = one.until};
      if (give_to_case(std::move(joins), {}); !shown_.done) return;
    }
  seats_undone_ = now;
}

}  // namespace casus::desk
