// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/desk/meeting/meetings_meant.hpp"
#include "core/desk/reply.hpp"
#include "core/desk/words/line.hpp"
#include "core/desk/words/meeting_word.hpp"
#include "core/service/meetings/room.hpp"
#include "core/service/table/table.hpp"
#include "core/text/voice.hpp"

#include <algorithm>
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
  std::optional<std::string> unasked{};  ///< where `text` says what to type: the same without that, for a face with
                                         ///< buttons; empty when those say it all
};

/// Something that one press does: a line that was asked about, to send as it was probably meant, or what is done with
/// the meeting itself. Each face writes it in its own form: beside the line that is typed, or as a button.
struct Offer {
  std::string line;                      ///< as it is typed
  std::optional<SteerMeeting> steers{};  ///< of the meeting itself: what it does
};

/// One way to report what a line tells of danger: as danger now, or as a concern about safety.
struct ReportWay {
  Ask what{};
  std::string line;  ///< can be sent as it stands
};

/// A line that waits for an answer, or has no place yet, with what it could become.
struct AskedLine {
  std::string line;
  std::string way{};      ///< as it was probably meant, when that can be sent as it stands
  std::string case_id{};  ///< that it belongs to; empty: none in particular
  std::string by{};       ///< whose words these look to be: somebody at the table; empty: of nobody in particular. Of a
                          ///< report: who made it
  std::string words{};    ///< what was said in it
  bool earlier = false;   ///< kept without a place an earlier time
  bool danger = false;    ///< it may tell of danger
  std::vector<ReportWay> reports{};  ///< if so, how it is reported: `way` among them where that is what was meant
  bool report = false;  ///< of danger for sure: it waits for its case on the table, and `way` reports it there
};

/// Something to read instead of the step.
struct Opened {
  Ask what = Ask::help;  ///< said, people, step and agenda stand in the table and the room, and have no lines here
  std::string title;
  std::vector<std::string> lines;
  std::vector<std::string> unasked{};  ///< the same for a face with buttons, where `lines` say what to type
};

/// The last words, when they were taken as an answer to a question or could be one; or when they were noted, and can
/// count as more than a note.
struct Answering {
  std::string ref;  ///< the id of those words in their case
  bool answered = false;
  std::string as{};   ///< the kind that they can count as, as people say it; empty: an answer
  bool help = false;  ///< they can be what was done about the danger that stands
};

/// The last words that were kept, when they may tell of danger: they can be reported as they stand.
struct Worry {
  std::string words;
  std::string by;        ///< whose they are
  bool danger = false;   ///< and not a worry alone
  bool hidden = false;   ///< nobody else sees them before the step is over, so no message asks about them
  bool unnamed = false;  ///< nobody reads whose they are, also later: a report of them does say it
};

struct Guided {
  text::Voice voice = Lang::nl;
  std::optional<service::Room> room;    ///< nothing when one case is led without a meeting around it
  std::optional<service::Table> table;  ///< of the case at hand, when who sits at the keys may see it
  std::optional<MeetingChoice> choice;  ///< which meeting this is, and which others could be meant
  std::vector<Message> messages;
  std::optional<Opened> page;
  std::optional<Offer> offer;        ///< the likely next thing; an empty line takes it
  std::optional<std::string> back;   ///< a line to go on editing, for who asks for it
  std::vector<std::string> waiting;  ///< lines that were asked about and not answered
  std::vector<AskedLine>
      asked;  ///< the same, and reports of danger that are in no case; not to be shown while `conceals`
  std::optional<Answering> answers;       ///< can be put right by `GuidedMeeting::answer_otherwise`
  std::optional<Worry> worry;             ///< only for who typed it to see, where it is hidden
  std::optional<std::string> taken_back;  ///< the id of what was taken back just now, and can be put back
  bool noted = false;                     ///< "ongedaan" takes back what was noted for the team, wherever the table is
  std::vector<std::string> aside;         ///< what is in no case yet, and lies with the meeting
  std::vector<std::string> unkept;        ///< what is in no case and lies nowhere
  bool done = true;                       ///< whether the last command was done; a form keeps what was typed if not
  int told = 0;                           ///< another number after each thing that was taken
  bool guest = false;                     ///< who looks is here for one case, and sees nothing beside it
  bool over = false;                      ///< the meeting has ended
  bool stopped = false;                   ///< somebody wants to stop looking

  /// What is offered, as a line to type; nothing when nothing is.
  std::optional<std::string> offered_line() const { return offer ? std::optional(offer->line) : std::nullopt; }
  /// Somebody may write what the others read later: when the step is over, or when it is told. Where one kind of
  /// several is told later it holds for all: until the line is read nobody knows of which kind it is, or that it is of
  /// none.
  bool unseen() const {
    const auto later = [](const service::SaidKind& kind) { return !kind.told_in.empty(); };
    return table && (table->hidden || std::ranges::any_of(table->kinds, later));
  }
  /// What is typed now must not be seen by who looks on.
  bool conceals() const { return unseen() || (table && table->private_time); }
};

}  // namespace casus::desk
