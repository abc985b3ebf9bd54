// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/one_of.hpp"
#include "core/model/meeting/agenda.hpp"
#include "core/model/meeting/meeting_aside.hpp"
#include "core/model/typist.hpp"

#include <cstdint>
#include <variant>

/// A weekly meeting: the commands and events that run it, and the value that they make. Its id is its day, 2026-03-02.
/// People are named by their name, as in the team. What is said of a case is kept in that case alone.
namespace casus {

/// Command. The meeting begins.
struct StartMeeting {
  static constexpr std::string_view kName = "StartMeeting";

  std::vector<std::string> present;
  std::string chair;       ///< empty: as planned
  std::string note_taker;  ///< empty: as planned, when there

  static void fields(auto& self, auto&& visit) {
    visit.required("present", self.present);
    visit.optional("chair", self.chair);
    visit.optional("note_taker", self.note_taker);
  }
};

struct MeetingStarted {
  static constexpr std::string_view kName = "MeetingStarted";
  static constexpr int kVersion = 1;

  std::vector<std::string> present;
  std::string chair;
  std::string note_taker;  ///< empty without one

  static void fields(auto& self, auto&& visit) {
    visit.required("present", self.present);
    visit.optional("chair", self.chair);
    visit.optional("note_taker", self.note_taker);
  }
};

struct AttendanceFields {
  std::string name;

  static void fields(auto& self, auto&& visit) { visit.required("name", self.name); }
};

/// Command. Somebody comes in later, or goes.
struct Arrive : AttendanceFields {
  static constexpr std::string_view kName = "Arrive";
};

struct Arrived : AttendanceFields {
  static constexpr std::string_view kName = "Arrived";
  static constexpr int kVersion = 1;
};

struct LeaveMeeting : AttendanceFields {
  static constexpr std::string_view kName = "LeaveMeeting";
};

struct LeftMeeting : AttendanceFields {
  static constexpr std::string_view kName = "LeftMeeting";
  static constexpr int kVersion = 1;
};

struct ChairFields {
  std::string name;  ///< empty: the one who does it

  static void fields(auto& self, auto&& visit) { visit.optional("name", self.name); }
};

/// Command. Another chair: a swap before the meeting, a takeover in it. Never the presenter of the item at hand (R3).
struct TakeChair : ChairFields {
  static constexpr std::string_view kName = "TakeChair";
};

struct ChairTaken : ChairFields {
  static constexpr std::string_view kName = "ChairTaken";
  static constexpr int kVersion = 1;
};

/// Command. The table turns to an item, again when it was on it before.
struct TakeItem {
  static constexpr std::string_view kName = "TakeItem";

  std::string item;   ///< id of the item or of its case; empty: the next that is planned
  std::string chair;  ///< for this item; empty: the chair, or another who is there when the chair presents it (R3)

  static void fields(auto& self, auto&& visit) {
    visit.optional("item", self.item);
    visit.optional("chair", self.chair);
  }
};

/// Version 1 had no version of the case.
struct ItemTaken {
  static constexpr std::string_view kName = "ItemTaken";
  static constexpr int kVersion = 2;

  std::string item;
  std::string chair;              ///< who chairs it
  std::string presenter;          ///< whose case it is now; empty without one
  std::int64_t case_version = 0;  ///< of the case when the table turned to it; 0 without one

  static void fields(auto& self, auto&& visit) {
    visit.required("item", self.item);
    visit.required("chair", self.chair);
    visit.optional("presenter", self.presenter);
    visit.optional("case_version", self.case_version);
  }
};

/// Command. The item at hand waits, or goes to the next meeting.
struct ParkItem {
  static constexpr std::string_view kName = "ParkItem";

  std::string because;

  static void fields(auto& self, auto&& visit) { visit.optional("because", self.because); }
};

struct ItemParked {
  static constexpr std::string_view kName = "ItemParked";
  static constexpr int kVersion = 1;

  std::string item;
  std::string because;

  static void fields(auto& self, auto&& visit) {
    visit.required("item", self.item);
    visit.optional("because", self.because);
  }
};

/// Command. The item at hand is done.
struct FinishItem {
  static constexpr std::string_view kName = "FinishItem";

  static void fields(auto&, auto&&) {}
};

/// Version 1 did not say whether anything was said, version 2 not whether the talk came to its end.
struct ItemFinished {
  static constexpr std::string_view kName = "ItemFinished";
  static constexpr int kVersion = 3;

  std::string item;
  bool untouched = false;   ///< nothing was said of it, so that its question stays asked
  bool unfinished = false;  ///< the talk stopped half-way and nothing brings it back: its question stays asked too

  static void fields(auto& self, auto&& visit) {
    visit.required("item", self.item);
    visit.optional("untouched", self.untouched);
    visit.optional("unfinished", self.unfinished);
  }
};

struct MeetingSignalFields {
  std::string theme;

  static void fields(auto& self, auto&& visit) { visit.required("theme", self.theme); }
};

/// Command. A signal or a line of learning came up. Its text lies with the team (R15); here it is only counted.
struct CountMeetingSignal : MeetingSignalFields {
  static constexpr std::string_view kName = "CountMeetingSignal";
};

struct MeetingSignalCounted : MeetingSignalFields {
  static constexpr std::string_view kName = "MeetingSignalCounted";
  static constexpr int kVersion = 1;
};

struct MeetingLearningFields {
  std::string theme;

  static void fields(auto& self, auto&& visit) { visit.optional("theme", self.theme); }
};

struct CountMeetingLearning : MeetingLearningFields {
  static constexpr std::string_view kName = "CountMeetingLearning";
};

struct MeetingLearningCounted : MeetingLearningFields {
  static constexpr std::string_view kName = "MeetingLearningCounted";
  static constexpr int kVersion = 1;
};

/// Command. The meeting ends, and with it the item at hand. What was not reached comes first next time.
struct FinishMeeting {
  static constexpr std::string_view kName = "FinishMeeting";

  static void fields(auto&, auto&&) {}
};

/// Version 1 did not say what was on the table.
struct MeetingFinished {
  static constexpr std::string_view kName = "MeetingFinished";
  static constexpr int kVersion = 2;

  std::string item;  ///< on the table when it ended; empty without one

  static void fields(auto& self, auto&& visit) { visit.optional("item", self.item); }
};

struct ReopeningFields {
  std::string because;

  static void fields(auto& self, auto&& visit) { visit.required("because", self.because); }
};

/// Command. It was ended too soon: it goes on, on the same day.
struct ReopenMeeting : ReopeningFields {
  static constexpr std::string_view kName = "ReopenMeeting";
};

struct MeetingReopened : ReopeningFields {
  static constexpr std::string_view kName = "MeetingReopened";
  static constexpr int kVersion = 1;
};

using MeetingVariant =
    std::variant<PlanMeeting, AddItem, DropItem, MoveItem, SetItemMinutes, MakeRound, StartMeeting, Arrive,
                 LeaveMeeting, TakeChair, TakeItem, ParkItem, FinishItem, CountMeetingSignal, CountMeetingLearning,
                 FinishMeeting, ReopenMeeting, SetLineAside, TakeLineUp, RewordItem>;
extern template class OneOf<MeetingVariant>;
struct MeetingBody : OneOf<MeetingVariant> {
  using OneOf::OneOf;
};
using MeetingEventVariant =
    std::variant<MeetingPlanned, ItemAdded, ItemDropped, ItemMoved, ItemMinutesSet, RoundMade, MeetingStarted, Arrived,
                 LeftMeeting, ChairTaken, ItemTaken, ItemParked, ItemFinished, MeetingSignalCounted,
                 MeetingLearningCounted, MeetingFinished, MeetingReopened, LineSetAside, LineTakenUp, ItemReworded>;
extern template class OneOf<MeetingEventVariant>;
struct MeetingEventBody : OneOf<MeetingEventVariant> {
  using OneOf::OneOf;
};

struct MeetingCommand {
  std::string id;       ///< sent twice, done once
  std::string meeting;  ///< its day
  std::string by;       ///< name of who does it
  Time at{};
  std::optional<std::int64_t> expect;  ///< version of the meeting that the sender saw
  MeetingBody body;
  std::optional<Typist> seat{};  ///< who sat at the keys; nothing: the one who does it
};

struct MeetingEvent {
  Time at{};
  std::string by;
  MeetingEventBody body;
  std::optional<Typist> seat{};  ///< who sat at the keys, when that was somebody else
};

using MeetingEvents = std::vector<MeetingEvent>;

std::string_view name_of(const MeetingEventBody& body);

enum class ItemState { planned, at_hand, parked, finished, untouched, dropped };

constexpr std::array<Named<ItemState>, 6> names_of(ItemState) {
  return {{{ItemState::planned, "planned", "word.item_state.planned"},
           {ItemState::at_hand, "at_hand", "word.item_state.at_hand"},
           {ItemState::parked, "parked", "word.item_state.parked"},
           {ItemState::finished, "finished", "word.item_state.finished"},
           {ItemState::untouched, "untouched", "word.item_state.untouched"},
           {ItemState::dropped, "dropped", "word.item_state.dropped"}}};
}

/// A longer sitting says nothing about the table: somebody forgot to end it.
inline constexpr std::chrono::hours kLongestSitting{4};

/// Where somebody stands in a rota: see core/meeting/rota.hpp.
struct RotaPlace {
  std::string name;
  std::int64_t owed = 0;  ///< in shares of a turn; the most owed is next
  int turns = 0;
  std::optional<Date> last;
  bool away = false;  ///< on the day that is planned
};

/// Once that the table turned to an item.
struct Sitting {
  Time from{};
  std::optional<Time> to;
  std::int64_t case_version = 0;  ///< of the case when it began; 0: not known
};

struct AgendaItem {
  AgendaLine line;
  ItemState state = ItemState::planned;
  std::string chair;      ///< who chaired it last
  std::string presenter;  ///< as it was when it was taken
  std::vector<Sitting> sittings;
  std::string because;                     ///< why it was parked or dropped
  bool unfinished = false;                 ///< the talk stopped half-way the last time it ended
  std::string round{};                     ///< of which quick round: the id of its first item; empty: of none
  std::vector<std::int64_t> subject_in{};  ///< numbers of the events that hold its subject
  std::vector<std::int64_t> because_in{};  ///< numbers of the events that say why it waits or fell off

  /// Seconds that the table spent on it up to `now`; a sitting over the longest counts as nothing.
  std::chrono::seconds spent(Time now) const;
};

/// A meeting as its events made it. `meeting::evolve` alone changes it.
struct Meeting {
  std::string id;
  std::int64_t version = 0;
  Time changed_at{};

  int minutes = 90;
  std::string chair;
  std::string note_taker;
  std::vector<std::string> away;
  std::vector<std::string> present;  ///< now; those who left are in `were_there`
  std::vector<std::string> were_there;
  std::vector<AgendaItem> items;  ///< in the order of the agenda, dropped ones too
  std::vector<AgendaLine> left_off;
  std::optional<Time> started_at;
  std::optional<Time> finished_at;
  std::string cut_off;                ///< the item on the table when it ended: waits again when it is opened again
  std::chrono::seconds ended_for{0};  ///< that it was over before it was opened again
  int signals = 0;
  int learning = 0;
  std::vector<LineAside> aside;  ///< what is in no case yet
  int last_aside = 0;
  std::vector<LineLetGo> let_go;          ///< with a reason, each
  std::vector<std::int64_t> reopened_in;  ///< numbers of the events that say why it was opened again

  bool exists() const { return version > 0; }
  bool running() const { return started_at && !finished_at; }
  Date on() const { return date_from(id).value_or(Date{}); }

  const AgendaItem* at_hand() const;
  /// The item with this id, or with this case: the first that waits or is at hand, else the last.
  const AgendaItem* item(std::string_view id_or_case) const;
  /// The first that is planned and not yet taken; nullptr when there is none.
  const AgendaItem* next() const;
  /// As it is written in the list of those present, without regard to case; nullptr when not there.
  const std::string* present_as(std::string_view name) const;
  /// Who chairs now: of the item at hand, else of the meeting.
  const std::string& chair_now() const;
  /// Minutes of the plan that are not dropped. A case that was done and comes again counts what it took, and then what
  /// it may take.
  int planned_minutes() const;
};

}  // namespace casus
