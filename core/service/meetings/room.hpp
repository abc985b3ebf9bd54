// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/meeting/meeting.hpp"
#include "core/service/service.hpp"
#include "core/service/table/table.hpp"
#include "core/text/voice.hpp"

#include <nlohmann/json_fwd.hpp>

#include <functional>
#include <string>
#include <vector>

/// A meeting as those in the room see it now: the agenda with the time that is left, and what is at hand. The case on
/// the table is in `Table`.
namespace casus::service {

struct RoomItem {
  std::string id;
  std::string case_id;  ///< empty for a part without a case
  std::string what;     ///< the title of the case, or what the part is called
  std::string why;      ///< why it is on the agenda, in words
  ItemState state = ItemState::planned;
  int minutes = 0;
  std::string presenter;
  std::string chair;
  std::string because;  ///< why it was parked or dropped
  Countdown time;       ///< of what the table spent on it so far
  std::string round;    ///< of which quick round: the id of its first item; empty: of none
  bool acute = false;   ///< danger was reported in the case, and nobody said yet what was done; set by who reads cases
};

struct Room {
  std::string meeting;  ///< its day
  std::int64_t version = 0;
  std::string team;
  bool started = false;
  bool finished = false;
  std::string chair;  ///< who chairs now
  std::string note_taker;
  std::vector<std::string> present;
  std::vector<RoomItem> items;  ///< in order, without what was dropped
  Countdown time;               ///< of the whole meeting
  int minutes_to_do = 0;        ///< of what is planned and was not taken yet
  bool fits = true;             ///< what is to do fits in what is left

  const RoomItem* at_hand() const;
  const RoomItem* next() const;
};

/// `title_of`: what may be said of a case by its id, to who looks.
Room room(Service& service, const Meeting& meeting, Time now, const text::Voice& voice,
          const std::function<std::string(const std::string& case_id)>& title_of);

nlohmann::json room_json(const Room& room);

}  // namespace casus::service
