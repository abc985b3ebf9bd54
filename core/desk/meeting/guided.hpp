// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/desk/meeting/meetings_meant.hpp"
#include "core/desk/reply.hpp"
#include "core/desk/words/meeting_word.hpp"
#include "core/service/room.hpp"
#include "core/service/table.hpp"
#include "core/text/voice.hpp"

#include <optional>
#include <string>
#include <vector>

/// A guided meeting as those in the room see it now: one value for every face. A face draws it, and hands over what is
/// typed or chosen.
namespace casus::desk {

/// Something that came of the last thing that was typed.
struct Message {
  std::string text;
  Tone tone = Tone::plain;
};

/// Something to read instead of the step.
struct Opened {
  Ask what = Ask::help;  ///< said, people, step and agenda stand in the table and the room, and have no lines here
  std::string title;
  std::vector<std::string> lines;
};

struct Guided {
  text::Voice voice = Lang::nl;
  std::optional<service::Room> room;    ///< nothing when one case is led without a meeting around it
  std::optional<service::Table> table;  ///< of the case at hand, when who sits at the keys may see it
  std::optional<MeetingChoice> choice;  ///< which meeting this is, and which others could be meant
  std::vector<Message> messages;
  std::optional<Opened> page;
  std::optional<std::string> offer;  ///< the likely next line; an empty line takes it
  std::optional<std::string> back;   ///< a line to go on editing, for who asks for it
  std::vector<std::string> waiting;  ///< lines that were asked about and not answered
  std::vector<std::string> aside;    ///< what is in no case yet, and lies with the meeting
  std::vector<std::string> unkept;   ///< what is in no case and lies nowhere
  bool done = true;                  ///< whether the last command was done; a form keeps what was typed if not
  int told = 0;                      ///< another number after each thing that was taken
  bool over = false;                 ///< the meeting has ended
  bool stopped = false;              ///< somebody wants to stop looking

  /// What is typed now must not be seen by who looks on.
  bool conceals() const { return table && (table->hidden || table->private_time); }
};

}  // namespace casus::desk
