// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/outcome.hpp"
#include "core/learning/lines.hpp"
#include "core/learning/session.hpp"
#include "core/model/refusal.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace casus::learning {

/// The meeting in which something is adopted: begun, and on that day.
struct MeetingThere {
  int present = 0;  ///< of the team
  int members = 0;
};

/// The scans there were.
struct ScanBefore {
  std::string going_on;            ///< one that is open; empty for none
  std::optional<Date> closed_on;   ///< of the last that was counted
  std::vector<Session> counted{};  ///< of CloseScan: those that were, the last one last
};

/// Where a sentence that is proposed was said.
struct SaidBefore {
  SentenceFrom from = SentenceFrom::hand;
  std::string line{};                ///< of the round or the circle, in these words; empty when nobody said it there
  std::vector<std::string> names{};  ///< of people there, that stand in no sentence of the team
};

/// What a decision needs to know beside the session.
struct Facts {
  const Team* team = nullptr;              ///< nothing while the store has none
  const Instrument* instrument = nullptr;  ///< that the command begins with; nothing when there is none of that id
  std::string_view definition{};           ///< its file
  std::optional<MeetingThere>
      meeting{};  ///< of today, or of the day that AdoptSentence names; nothing when there is none
  std::vector<std::string_view> instruments{};  ///< ids of all there are of that kind
  ScanBefore scan{};                            ///< of StartScan
  std::string circle_going_on{};                ///< of BeginCircle; empty for none
  std::vector<LineShown> lines_before{};        ///< of ShowLine: where people stood in other circles
  std::vector<std::string> items{};             ///< of SetOwnGoal: what a goal can hang on
  SaidBefore said{};                            ///< of ProposeSentence
  PaperBefore paper{};                          ///< of BeginPaper and PublishPaper
  PaperDrawn drawn{};                    ///< of ProofPaper and PublishPaper: what the edition takes from elsewhere
  AreaBefore area{};                     ///< of BeginAreaCycle
  std::vector<FocusThen> focuses{};      ///< of TurnAreaCycle: the focus points of the team
  std::vector<AreaCount> area_counts{};  ///< of BeginAreaCycle: of the period of `area_period`
  std::vector<SessionLine> lines{};      ///< of DestroySessionLine: what all read in the session
};

using LearningDecision = Outcome<LearningEvents, Refusal>;

/// Refuses, or gives events that `evolve` accepts. Only of the team (while there is one); a text with a telephone
/// number, an address or the number of a case in it is refused (R15).
LearningDecision decide(const Session& it, const LearningCommand& command, const Facts& facts);

/// The instrument that a command begins with; empty for any other.
std::string_view instrument_of(const LearningBody& body);
InstrumentKind kind_of(const LearningBody& body);

/// The first and the last day of a cycle that begins, with what was left out filled in: whole quarters up to the last
/// that is over, or the period of a cycle that was cancelled.
struct AreaPeriod {
  Date from{};
  Date to{};
};
AreaPeriod area_period(const BeginAreaCycle& begins, const AreaBefore& before, Date today);

/// The kind of session that a command is for, as its id begins ("scan"), and whether it begins one.
std::string_view session_kind(const LearningBody& body);
bool begins(const LearningBody& body);
/// How a session of this kind is begun; nothing for what is always there.
std::optional<text::Way> starts(std::string_view kind);

/// Words in a goal that say what should stop, and not what will be there; empty when there are none.
std::string absence_in(std::string_view text, const Instrument& goals);
/// Whether a goal begins with what there will be less of. It may be well meant, so it is told and not refused.
bool begins_with_absence(std::string_view text, const Instrument& goals);
/// Whether a sentence of the playbook says "we" (learning.md 5). It may be clear without, so it is told and not
/// refused.
bool says_we(std::string_view text, const Instrument& goals);

}  // namespace casus::learning
