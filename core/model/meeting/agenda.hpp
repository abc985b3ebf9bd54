// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/phase.hpp"
#include "core/base/time.hpp"

#include <optional>
#include <string>
#include <vector>

/// The agenda of a weekly meeting: its lines, and the commands and events that plan and adjust it. A line names a case
/// by its id alone; title and question are looked up where it is shown, so that erasing a case reaches them.
namespace casus {

/// The parts of the standard agenda, in their order (domain.md 6.1). Acute danger goes before everything (R14).
enum class AgendaPart { opening, acute, follow_up, safety, review, consult, learning, closing };

constexpr std::array<Named<AgendaPart>, 8> names_of(AgendaPart) {
  return {{{AgendaPart::opening, "opening", "word.agenda_part.opening"},
           {AgendaPart::acute, "acute", "word.agenda_part.acute"},
           {AgendaPart::follow_up, "follow_up", "word.agenda_part.follow_up"},
           {AgendaPart::safety, "safety", "word.agenda_part.safety"},
           {AgendaPart::review, "review", "word.agenda_part.review"},
           {AgendaPart::consult, "consult", "word.agenda_part.consult"},
           {AgendaPart::learning, "learning", "word.agenda_part.learning"},
           {AgendaPart::closing, "closing", "word.agenda_part.closing"}}};
}

/// Why a line is on the agenda, in the order in which the proposal looks.
enum class Why {
  standard,
  acute,
  review_due,
  action_due,
  concern,
  legal_term,
  workflow_term,
  asked,
  evaluation_due,
  quiet,
  right_due,
  by_hand,
};

constexpr std::array<Named<Why>, 12> names_of(Why) {
  return {{{Why::standard, "standard", "word.why.standard"},
           {Why::acute, "acute", "word.why.acute"},
           {Why::review_due, "review_due", "word.why.review_due"},
           {Why::action_due, "action_due", "word.why.action_due"},
           {Why::concern, "concern", "word.why.concern"},
           {Why::legal_term, "legal_term", "word.why.legal_term"},
           {Why::workflow_term, "workflow_term", "word.why.workflow_term"},
           {Why::asked, "asked", "word.why.asked"},
           {Why::evaluation_due, "evaluation_due", "word.why.evaluation_due"},
           {Why::quiet, "quiet", "word.why.quiet"},
           {Why::right_due, "right_due", "word.why.right_due"},
           {Why::by_hand, "by_hand", "word.why.by_hand"}}};
}

/// Why a line fell off a proposal.
enum class Off { none, no_time, presenter_away };

constexpr std::array<Named<Off>, 3> names_of(Off) {
  return {{{Off::none, "none", "word.off.none"},
           {Off::no_time, "no_time", "word.off.no_time"},
           {Off::presenter_away, "presenter_away", "word.off.presenter_away"}}};
}

/// One reason more for a line that is on the agenda already: a case comes once, with every reason that holds.
struct AgendaReason {
  Why why{};
  std::optional<Date> since;
  std::vector<std::string> about;

  bool operator==(const AgendaReason&) const = default;

  static void fields(auto& self, auto&& visit) {
    visit.required("why", self.why);
    visit.optional("since", self.since);
    visit.optional("about", self.about);
  }
};

/// Behind the ground in `about` of a line on a term of law: it has ended.
inline constexpr std::string_view kTermGone = "gone";

struct AgendaLine {
  std::string id;  ///< "i1", "i2", ...; given when it is planned
  AgendaPart part = AgendaPart::review;
  Why why = Why::by_hand;
  std::string case_id;               ///< empty for a part without a case
  std::optional<Date> since;         ///< the day that `why` speaks of: due on, asked on, ends on, last changed on
  std::vector<std::string> about{};  ///< ids of the actions that are due; the ground whose term it is
  int minutes = 0;
  bool by_method = false;      ///< the method gives the length; otherwise it is our own
  std::string method;          ///< by which it would be discussed
  std::optional<Phase> phase;  ///< where the case is
  std::string step;
  std::string presenter;
  std::string chair;                 ///< who chairs this line, when not the chair of the meeting (R3)
  bool carried = false;              ///< it fell off, was parked or was not reached before
  Off off = Off::none;               ///< only of a line that fell off
  std::string because;               ///< in words, of a line added by hand; no personal data
  std::vector<AgendaReason> also{};  ///< what else holds, less grave than `why`, the gravest first

  bool has(Why reason) const;
  bool operator==(const AgendaLine&) const = default;

  static void fields(auto& self, auto&& visit) {
    visit.optional("id", self.id);
    visit.required("part", self.part);
    visit.required("why", self.why);
    visit.optional("case", self.case_id);
    visit.optional("since", self.since);
    visit.optional("about", self.about);
    visit.required("minutes", self.minutes);
    visit.optional("by_method", self.by_method);
    visit.optional("method", self.method);
    visit.optional("phase", self.phase);
    visit.optional("step", self.step);
    visit.optional("presenter", self.presenter);
    visit.optional("chair", self.chair);
    visit.optional("carried", self.carried);
    visit.optional("off", self.off);
    visit.optional("because", self.because);
    visit.optional("also", self.also);
  }
};

struct AgendaFields {
  int minutes = 90;
  std::string chair;
  std::string note_taker;
  std::vector<AgendaLine> lines;
  std::vector<AgendaLine> left_off;
  std::vector<std::string> away;  ///< of the team, on that day
  bool again = false;

  static void fields(auto& self, auto&& visit) {
    visit.required("minutes", self.minutes);
    visit.optional("chair", self.chair);
    visit.optional("note_taker", self.note_taker);
    visit.required("lines", self.lines);
    visit.optional("left_off", self.left_off);
    visit.optional("away", self.away);
    visit.optional("again", self.again);
  }
};

/// Command. The agenda as it was proposed, or made by hand. Of a meeting that was planned already only with
/// `again`, and never of one that has started.
struct PlanMeeting : AgendaFields {
  static constexpr std::string_view kName = "PlanMeeting";
};

/// In version 1 a line had one reason.
struct MeetingPlanned : AgendaFields {
  static constexpr std::string_view kName = "MeetingPlanned";
  static constexpr int kVersion = 2;
};

/// Command. A line by hand, also while the meeting goes on.
struct AddItem {
  static constexpr std::string_view kName = "AddItem";

  std::string case_id;  ///< empty: a subject of its own, in `because`
  int minutes = 0;
  std::string because;
  AgendaPart part = AgendaPart::review;
  std::string method;
  std::string presenter;  ///< empty: the presenter of the case
  std::string before;     ///< an item; empty: after the cases that are there

  static void fields(auto& self, auto&& visit) {
    visit.optional("case", self.case_id);
    visit.required("minutes", self.minutes);
    visit.optional("because", self.because);
    visit.optional("part", self.part);
    visit.optional("method", self.method);
    visit.optional("presenter", self.presenter);
    visit.optional("before", self.before);
  }
};

/// In version 1 a line had one reason.
struct ItemAdded {
  static constexpr std::string_view kName = "ItemAdded";
  static constexpr int kVersion = 2;

  AgendaLine line;
  std::string before;  ///< empty: at the end

  static void fields(auto& self, auto&& visit) {
    visit.required("line", self.line);
    visit.optional("before", self.before);
  }
};

struct ItemDropFields {
  std::string item;  ///< id of the item or of its case
  std::string because;

  static void fields(auto& self, auto&& visit) {
    visit.required("item", self.item);
    visit.optional("because", self.because);
  }
};

/// Command. An item goes off the agenda; it comes first next time when a rule asks for it.
struct DropItem : ItemDropFields {
  static constexpr std::string_view kName = "DropItem";
};

struct ItemDropped : ItemDropFields {
  static constexpr std::string_view kName = "ItemDropped";
  static constexpr int kVersion = 1;
};

struct ItemPlaceFields {
  std::string item;
  std::string before;  ///< another item; empty: after the other cases

  static void fields(auto& self, auto&& visit) {
    visit.required("item", self.item);
    visit.optional("before", self.before);
  }
};

/// Command. Another place on the agenda.
struct MoveItem : ItemPlaceFields {
  static constexpr std::string_view kName = "MoveItem";
};

struct ItemMoved : ItemPlaceFields {
  static constexpr std::string_view kName = "ItemMoved";
  static constexpr int kVersion = 1;
};

struct ItemMinutesFields {
  std::string item;
  int minutes = 0;

  static void fields(auto& self, auto&& visit) {
    visit.required("item", self.item);
    visit.required("minutes", self.minutes);
  }
};

/// Command. Another length.
struct SetItemMinutes : ItemMinutesFields {
  static constexpr std::string_view kName = "SetItemMinutes";
};

struct ItemMinutesSet : ItemMinutesFields {
  static constexpr std::string_view kName = "ItemMinutesSet";
  static constexpr int kVersion = 1;
};

struct RoundFields {
  std::vector<std::string> items;  ///< two or more, in the order of the round
  int minutes = 0;                 ///< of all together

  static void fields(auto& self, auto&& visit) {
    visit.required("items", self.items);
    visit.required("minutes", self.minutes);
  }
};

/// Command. Several cases as one line of the agenda: a quick round, in the place of the first, in which they share the
/// time. Each is still taken by itself, so that what is said lies in its own case.
struct MakeRound : RoundFields {
  static constexpr std::string_view kName = "MakeRound";
};

/// `items` are ids of items.
struct RoundMade : RoundFields {
  static constexpr std::string_view kName = "RoundMade";
  static constexpr int kVersion = 1;
};

}  // namespace casus
