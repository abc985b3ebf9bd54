// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/time.hpp"
#include "core/model/words.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// The second half of a circle of learning: the walk along a scale, the harvest, and the report that is settled after
/// feedback. The cards stand in circle.hpp.
namespace casus {

/// Command. Where somebody stands on a line, from 0 to 10. Hidden until it is shown; after that it is the second time.
struct StandOnLine {
  static constexpr std::string_view kName = "StandOnLine";

  std::string line;
  int place = 0;
  int guest = 0;  ///< which of the unnamed others, from 1, typed for them; 0: of who does it

  static void fields(auto& self, auto&& visit) {
    visit.required("line", self.line);
    visit.required("place", self.place);
    visit.optional("guest", self.guest);
  }
};

struct StoodOnLine {
  static constexpr std::string_view kName = "StoodOnLine";
  static constexpr int kVersion = 1;

  std::string person;
  std::string line;
  bool second = false;
  std::string place;  ///< sealed

  static void fields(auto& self, auto&& visit) {
    visit.required("person", self.person);
    visit.required("line", self.line);
    visit.optional("second", self.second);
    visit.secret("place", self.person, self.place);
  }
};

/// Command. Where the table stands on a line. The second time: who moved, and the one step that was named.
struct ShowLine {
  static constexpr std::string_view kName = "ShowLine";

  std::string line;
  std::string step;

  static void fields(auto& self, auto&& visit) {
    visit.required("line", self.line);
    visit.optional("step", self.step);
  }
};

/// So many stand from one place to another; never fewer than three.
struct LineBand {
  int from = 0;
  int to = 0;
  int count = 0;

  bool operator==(const LineBand&) const = default;

  static void fields(auto& self, auto&& visit) {
    visit.required("from", self.from);
    visit.required("to", self.to);
    visit.required("count", self.count);
  }
};

struct LineShown {
  static constexpr std::string_view kName = "LineShown";
  static constexpr int kVersion = 1;

  std::string line;
  bool second = false;
  std::vector<LineBand> spread;  ///< empty when fewer than four stood, or when it says where one or two stood
  int up = 0;                    ///< who moved up; 0 for fewer than three
  int down = 0;
  std::string step;

  static void fields(auto& self, auto&& visit) {
    visit.required("line", self.line);
    visit.optional("second", self.second);
    visit.optional("spread", self.spread);
    visit.optional("up", self.up);
    visit.optional("down", self.down);
    visit.optional("step", self.step);
  }
};

struct HarvestFields {
  std::string item;  ///< of the instrument: a question of 5V, or one of the four of a community of practice
  std::string text;

  static void fields(auto& self, auto&& visit) {
    visit.required("item", self.item);
    visit.required("text", self.text);
  }
};

/// Command. What the table says to a question of the instrument; the text of an empty place too.
struct NoteHarvest : HarvestFields {
  static constexpr std::string_view kName = "NoteHarvest";
};

struct HarvestNoted : HarvestFields {
  static constexpr std::string_view kName = "HarvestNoted";
  static constexpr int kVersion = 1;
};

struct CircleStepFields {
  std::string who;
  std::string what;
  Date by_when{};

  static void fields(auto& self, auto&& visit) {
    visit.required("who", self.who);
    visit.required("what", self.what);
    visit.required("by_when", self.by_when);
  }
};

/// Command. Who does what, by when; `who` is the team, an organisation or a colleague.
struct AgreeCircleStep : CircleStepFields {
  static constexpr std::string_view kName = "AgreeCircleStep";
};

struct CircleStepAgreed : CircleStepFields {
  static constexpr std::string_view kName = "CircleStepAgreed";
  static constexpr int kVersion = 1;
};

/// Command. What came of an agreement: it is done, done in part and goes on, or will not be done. Said again, it
/// replaces what was said.
struct AnswerCircleStep {
  static constexpr std::string_view kName = "AnswerCircleStep";

  std::string step;
  Done state = Done::done;
  std::string outcome;

  static void fields(auto& self, auto&& visit) {
    visit.required("step", self.step);
    visit.optional("state", self.state);
    visit.required("outcome", self.outcome);
  }
};

struct CircleStepAnswered {
  static constexpr std::string_view kName = "CircleStepAnswered";
  static constexpr int kVersion = 2;

  std::string step;
  Done state{};
  std::string outcome;

  static void fields(auto& self, auto&& visit) {
    visit.required("step", self.step);
    visit.required("state", self.state);
    visit.required("outcome", self.outcome);
  }
};

struct CircleStrikeFields {
  std::string what;

  static void fields(auto& self, auto&& visit) { visit.required("what", self.what); }
};

/// Command. A line of the harvest ("h1") or an agreement ("a1") was a mistake, and is out before the report goes out.
struct StrikeFromCircle : CircleStrikeFields {
  static constexpr std::string_view kName = "StrikeFromCircle";
};

struct StruckFromCircle : CircleStrikeFields {
  static constexpr std::string_view kName = "StruckFromCircle";
  static constexpr int kVersion = 1;
};

struct CircleCancelFields {
  std::string because;

  static void fields(auto& self, auto&& visit) { visit.required("because", self.because); }
};

/// Command. The circle does not go on: what people gave to it goes for good.
struct CancelCircle : CircleCancelFields {
  static constexpr std::string_view kName = "CancelCircle";
};

struct CircleCancelled : CircleCancelFields {
  static constexpr std::string_view kName = "CircleCancelled";
  static constexpr int kVersion = 1;
};

struct ReportCircleFields {
  Date until{};

  static void fields(auto& self, auto&& visit) { visit.required("until", self.until); }
};

/// Command. The report goes round for feedback until a day.
struct ReportCircle : ReportCircleFields {
  static constexpr std::string_view kName = "ReportCircle";
};

struct CircleReported : ReportCircleFields {
  static constexpr std::string_view kName = "CircleReported";
  static constexpr int kVersion = 1;
};

/// Command. Somebody sees it otherwise; it stands in the report with the name. Said again, it replaces what they said.
struct ObjectToCircle {
  static constexpr std::string_view kName = "ObjectToCircle";

  std::string text;
  bool withdraw = false;  ///< what they said is taken back, for good

  static void fields(auto& self, auto&& visit) {
    visit.optional("text", self.text);
    visit.optional("withdraw", self.withdraw);
  }
};

struct CircleObjected {
  static constexpr std::string_view kName = "CircleObjected";
  static constexpr int kVersion = 1;

  std::string person;
  std::string text;
  bool withdrawn = false;
  std::vector<std::int64_t> events{};  ///< with what they said before; destroyed with this one

  static void fields(auto& self, auto&& visit) {
    visit.required("person", self.person);
    visit.secret("text", self.person, self.text);
    visit.optional("withdrawn", self.withdrawn);
    visit.optional("events", self.events);
  }
};

/// Command. The report is settled, with who objected.
struct SettleCircle {
  static constexpr std::string_view kName = "SettleCircle";

  static void fields(auto&, auto&&) {}
};

struct CircleSettled {
  static constexpr std::string_view kName = "CircleSettled";
  static constexpr int kVersion = 1;

  static void fields(auto&, auto&&) {}
};

}  // namespace casus
