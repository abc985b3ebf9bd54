// SPDX-License-Identifier: EUPL-1.2
#include "core/service/meetings/room.hpp"

#include "core/base/first_that.hpp"
#include "core/page/safe_text.hpp"
#include "core/report/history/naming.hpp"
#include "core/text/label.hpp"
#include "core/text/voice.hpp"

#include <nlohmann/json.hpp>

namespace casus::service {

namespace {

const RoomItem* first_in(const std::vector<RoomItem>& items, ItemState state) {
  return first_with(items, state, &RoomItem::state);
}

std::string what_of(const AgendaLine& line, const text::Voice& voice,
                    const std::function<std::string(const std::string&)>& title_of) {
  if (!line.case_id.empty()) return page::one_line(title_of(line.case_id));
  return line.because.empty() ? report::capital(label(line.part, voice)) : page::one_line(line.because);
}

}  // namespace

const RoomItem* Room::at_hand() const { return first_in(items, ItemState::at_hand); }
const RoomItem* Room::next() const { return first_in(items, ItemState::planned); }

Room room(Service& service, const Meeting& meeting, Time now, const text::Voice& voice,
          const std::function<std::string(const std::string& case_id)>& title_of) {
  Room out{.meeting = meeting.id, .version = meeting.version};
  if (const auto team = service.team()) out.team = team->name;
  out.started = meeting.started_at.has_value();
  out.finished = meeting.finished_at.has_value();
  out.chair = meeting.chair_now();
  out.note_taker = meeting.note_taker;
  out.present = meeting.present;
  for (const auto& item : meeting.items) {
    if (item.state == ItemState::dropped) continue;
    RoomItem shown{.id = item.line.id,
                   .case_id = item.line.case_id,
                   .what = what_of(item.line, voice, title_of),
                   .why = label(item.line.why, voice),
                   .state = item.state,
                   .minutes = item.line.minutes,
                   .presenter = item.presenter.empty() ? item.line.presenter : item.presenter,
                   .chair = item.chair,
                   .because = page::one_line(item.because),
                   .time = countdown(item.line.minutes, item.spent(now)),
                   .round = item.round};
    if (item.state == ItemState::planned) out.minutes_to_do += item.line.minutes;
    out.items.push_back(std::move(shown));
  }
  if (meeting.running()) {
    out.time = countdown(meeting.minutes, now - *meeting.started_at - meeting.ended_for);
    out.fits = out.time.pace == Countdown::Pace::stale || out.time.left >= std::chrono::minutes(out.minutes_to_do);
  }
  return out;
}

nlohmann::json room_json(const Room& room) {
  auto items = nlohmann::json::array();
  for (const auto& item : room.items)
    items.push_back({{"id", item.id},
                     {"case", item.case_id},
                     {"what", item.what},
                     {"why", item.why},
                     {"state", key(item.state)},
                     {"minutes", item.minutes},
                     {"presenter", item.presenter},
                     {"chair", item.chair},
                     {"because", item.because},
                     {"round", item.round},
                     {"time", countdown_json(item.time)}});
  return {{"meeting", room.meeting},
          {"version", room.version},
          {"team", room.team},
          {"started", room.started},
          {"finished", room.finished},
          {"chair", room.chair},
          {"note_taker", room.note_taker},
          {"present", room.present},
          {"time", countdown_json(room.time)},
          {"minutes_to_do", room.minutes_to_do},
          {"fits", room.fits},
          {"items", std::move(items)}};
}

}  // namespace casus::service
