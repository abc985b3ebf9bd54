// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/time.hpp"
#include "core/model/case/mending.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Words of a meeting that are put right, and words that belong elsewhere.
///
/// What was said in a meeting and is in no case yet: danger told with nothing on the table, words that the screen asked
/// about and nobody took up. It is kept with the meeting until somebody puts it in a case, and then its words go from
/// here for good: what is said of a case is kept in that case alone.
namespace casus {

struct AsideFields {
  std::string text;     ///< the line as it was typed
  bool danger = false;  ///< it tells of danger
  std::string case_id;  ///< the case that it seems to belong to, which could not take it; empty when nobody said

  static void fields(auto& self, auto&& visit) {
    visit.required("text", self.text);
    visit.optional("danger", self.danger);
    visit.optional("case", self.case_id);
  }
};

/// Command. Keeps a line that is in no case yet; also when the meeting has not begun.
struct SetLineAside : AsideFields {
  static constexpr std::string_view kName = "SetLineAside";
};

struct LineSetAside : AsideFields {
  static constexpr std::string_view kName = "LineSetAside";
  static constexpr int kVersion = 1;

  std::string id;  ///< "w1", "w2", ...

  static void fields(auto& self, auto&& visit) {
    visit.required("id", self.id);
    AsideFields::fields(self, visit);
  }
};

/// Command. The line is in a case now, or nobody needs it; also when the meeting is over. Nobody lets go of somebody
/// else's words alone: who leads does, or two together. Danger is never let go of without a reason.
struct TakeLineUp {
  static constexpr std::string_view kName = "TakeLineUp";

  std::string line;
  std::string case_id;    ///< where it is now; empty: nowhere
  std::string because{};  ///< why nobody needs it
  std::string with{};     ///< the second person

  static void fields(auto& self, auto&& visit) {
    visit.required("line", self.line);
    visit.optional("case", self.case_id);
    visit.optional("because", self.because);
    visit.optional("with", self.with);
  }
};

/// Version 1 did not say what remains, and version 2 not why and with whom.
struct LineTakenUp {
  static constexpr std::string_view kName = "LineTakenUp";
  static constexpr int kVersion = 3;

  std::string line;
  std::string case_id;
  std::int64_t event = 0;          ///< number of the event that held its words; its key is destroyed with this
  std::vector<Remains> remains{};  ///< when an earlier event said what is left of it; put in by who keeps the event
  std::string because{};           ///< why nobody needs it
  std::string with{};              ///< the second person, who agreed

  static void fields(auto& self, auto&& visit) {
    visit.required("line", self.line);
    visit.optional("case", self.case_id);
    visit.optional("because", self.because);
    visit.optional("with", self.with);
    visit.required("event", self.event);
    visit.optional("remains", self.remains);
  }
};

struct RewordingFields {
  std::string item;                     ///< id of the item; "reopening": why the meeting was opened again; "w1": why
                                        ///< that line was let go of
  std::string text;                     ///< other words for what was typed there; empty: without words
  std::optional<DestroyGround> ground;  ///< what was there may not be kept: it is destroyed

  static void fields(auto& self, auto&& visit) {
    visit.required("item", self.item);
    visit.optional("text", self.text);
    visit.optional("ground", self.ground);
  }
};

/// Command. Puts right what was typed with an item: its subject, or why it waits or fell off. Also when the meeting is
/// over.
struct RewordItem : RewordingFields {
  static constexpr std::string_view kName = "RewordItem";
};

/// Version 1 did not say what remains.
struct ItemReworded : RewordingFields {
  static constexpr std::string_view kName = "ItemReworded";
  static constexpr int kVersion = 2;

  bool why = false;  ///< of why it waits or fell off; else of its subject
  std::vector<std::int64_t>
      events;  ///< numbers of those that held the words; destroyed with this, when there is a ground
  std::vector<Remains> remains{};  ///< of each that is destroyed; put in by whoever keeps the event

  static void fields(auto& self, auto&& visit) {
    RewordingFields::fields(self, visit);
    visit.optional("why", self.why);
    visit.optional("events", self.events);
    visit.optional("remains", self.remains);
  }
};

/// What stands for the reason of a reopening, which is no item.
inline constexpr std::string_view kReopening = "reopening";

/// What stands for a guest whose name is no longer there, because that person was erased in a case that was discussed.
/// Nobody types it: it follows from the erasure.
inline constexpr std::string_view kGuest = "guest";
/// The same for a colleague who left the team and was erased there.
inline constexpr std::string_view kColleague = "colleague";

/// A line that was let go of with a reason.
struct LineLetGo {
  std::string line;
  std::string because;
  std::vector<std::int64_t> because_in;  ///< numbers of the events that say why
};

/// A line that waits.
struct LineAside {
  LineSetAside kept;
  std::int64_t event = 0;
  std::string by;
  Time at{};
};

}  // namespace casus
