// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/phase.hpp"
#include "core/base/time.hpp"
#include "core/model/words.hpp"

#include <optional>
#include <string>
#include <vector>

/// Safety, rounds, pausing, closing, erasing. Commands and their events.
namespace casus {

/// One sentence, or one reason, is all that many of these hold.
struct Sentence {
  std::string text;

  static void fields(auto& self, auto&& visit) { visit.required("text", self.text); }
};

struct Reason {
  std::string because;

  static void fields(auto& self, auto&& visit) { visit.optional("because", self.because); }
};

/// Command. A worry about safety: the meldcode begins, step 1 (R14).
struct RaiseConcern : Sentence {
  static constexpr std::string_view kName = "RaiseConcern";
};

struct ConcernRaised : Sentence {
  static constexpr std::string_view kName = "ConcernRaised";
  static constexpr int kVersion = 1;
};

/// Command. Somebody is in danger now: every protocol stops until it is handled (R14).
struct RaiseAcute : Sentence {
  static constexpr std::string_view kName = "RaiseAcute";
};

struct AcuteRaised : Sentence {
  static constexpr std::string_view kName = "AcuteRaised";
  static constexpr int kVersion = 1;
};

struct MeldcodeFields {
  int step = 0;  ///< 1 map signals, 2 consult, 3 talk, 4 weigh, 5 decide on help and on reporting [PRI]
  std::string text;
  std::string who;
  std::optional<Date> on;              ///< nothing: today
  std::optional<bool> report_needed;   ///< step 5 asks two decisions [RKM]: is reporting necessary ...
  std::optional<bool> help_possible;   ///< ... and is helping (also) possible
  std::vector<Consulted> consulted{};  ///< step 2: at least one
  NotHeld not_held = NotHeld::held;    ///< step 3: passed, on this ground
  std::optional<bool> children{};      ///< by step 4 at the latest: do children depend on those involved
  // Step 4 weighs by the five questions of the public framework [NJM], each asked when the one before leads to it.
  std::optional<bool> suspicion{};     ///< is there, after the steps before, a suspicion
  std::optional<bool> unsafe{};        ///< is it acutely or structurally unsafe: then it is always reported
  std::optional<bool> help_works{};    ///< can we give or arrange effective help
  std::optional<bool> help_taken{};    ///< do those involved accept it
  std::optional<bool> safe_in_time{};  ///< will it lead to lasting safety within the set time

  static void fields(auto& self, auto&& visit) {
    visit.required("step", self.step);
    visit.required("text", self.text);
    visit.optional("who", self.who);
    visit.optional("on", self.on);
    visit.optional("report_needed", self.report_needed);
    visit.optional("help_possible", self.help_possible);
    visit.optional("consulted", self.consulted);
    visit.optional("not_held", self.not_held);
    visit.optional("children", self.children);
    visit.optional("suspicion", self.suspicion);
    visit.optional("unsafe", self.unsafe);
    visit.optional("help_works", self.help_works);
    visit.optional("help_taken", self.help_taken);
    visit.optional("safe_in_time", self.safe_in_time);
  }
};

/// Command. A step of the meldcode, with its day; the person is the one who types it, or `who`.
struct TakeMeldcodeStep : MeldcodeFields {
  static constexpr std::string_view kName = "TakeMeldcodeStep";
};

/// Version 1 had no more than the two decisions of step 5.
struct MeldcodeStepTaken : MeldcodeFields {
  static constexpr std::string_view kName = "MeldcodeStepTaken";
  static constexpr int kVersion = 2;
};

/// Command. What was done about the acute danger; the concern stays until the meldcode is through.
struct HandleAcute : Sentence {
  static constexpr std::string_view kName = "HandleAcute";
};

struct AcuteHandled : Sentence {
  static constexpr std::string_view kName = "AcuteHandled";
  static constexpr int kVersion = 1;
};

/// Command. The concern is over, always with the outcome: what came of it, or why it was unfounded.
struct ClearSafety : Reason {
  static constexpr std::string_view kName = "ClearSafety";
};

struct SafetyCleared : Reason {
  static constexpr std::string_view kName = "SafetyCleared";
  static constexpr int kVersion = 1;
};

/// Command. From evaluation into the next round.
struct StartRound {
  static constexpr std::string_view kName = "StartRound";

  std::optional<Phase> phase;  ///< nothing: the workflow's first
  std::string because;

  static void fields(auto& self, auto&& visit) {
    visit.optional("phase", self.phase);
    visit.optional("because", self.because);
  }
};

struct RoundStarted {
  static constexpr std::string_view kName = "RoundStarted";
  static constexpr int kVersion = 1;

  Phase phase{};
  std::string because;

  static void fields(auto& self, auto&& visit) {
    visit.required("phase", self.phase);
    visit.optional("because", self.because);
  }
};

struct PauseFields {
  std::string because;
  std::optional<Date> until;  ///< when to look again; becomes the review date (R10)

  static void fields(auto& self, auto&& visit) {
    visit.optional("because", self.because);
    visit.optional("until", self.until);
  }
};

struct PauseCase : PauseFields {
  static constexpr std::string_view kName = "PauseCase";
};

struct CasePaused : PauseFields {
  static constexpr std::string_view kName = "CasePaused";
  static constexpr int kVersion = 1;
};

struct ResumeCase {
  static constexpr std::string_view kName = "ResumeCase";

  static void fields(auto&, auto&&) {}
};

struct CaseResumed {
  static constexpr std::string_view kName = "CaseResumed";
  static constexpr int kVersion = 1;

  static void fields(auto&, auto&&) {}
};

struct CloseCase : Reason {
  static constexpr std::string_view kName = "CloseCase";

  bool long_ago = false;  ///< the moment lies years back, and that is meant: terms of keeping are counted from it

  static void fields(auto& self, auto&& visit) {
    Reason::fields(self, visit);
    visit.optional("long_ago", self.long_ago);
  }
};

struct CaseClosed : Reason {
  static constexpr std::string_view kName = "CaseClosed";
  static constexpr int kVersion = 1;
};

struct ReopenCase : Reason {
  static constexpr std::string_view kName = "ReopenCase";
};

struct CaseReopened {
  static constexpr std::string_view kName = "CaseReopened";
  static constexpr int kVersion = 1;

  Phase phase{};
  std::string because;

  static void fields(auto& self, auto&& visit) {
    visit.required("phase", self.phase);
    visit.optional("because", self.because);
  }
};

struct ErasureFields {
  std::string person;
  std::string because;
  std::string with;  ///< the second person; a name

  static void fields(auto& self, auto&& visit) {
    visit.required("person", self.person);
    visit.optional("because", self.because);
    visit.optional("with", self.with);
  }
};

/// Command. Destroys what can be read of one person in the case: the name, contact and relation. It takes two: who owns
/// the case, and who stands beside that.
struct ErasePerson : ErasureFields {
  static constexpr std::string_view kName = "ErasePerson";
};

/// Version 1 had no second person.
struct PersonErased : ErasureFields {
  static constexpr std::string_view kName = "PersonErased";
  static constexpr int kVersion = 2;
};

struct CaseErasureFields {
  std::string because;
  std::string with;  ///< the second person; a name

  static void fields(auto& self, auto&& visit) {
    visit.optional("because", self.because);
    visit.optional("with", self.with);
  }
};

/// Command. Destroys the whole case, in every backup too: nothing of it can be read again. It takes two, as above; who
/// they were and why stays with the log of who looked (see Erasure).
struct EraseCase : CaseErasureFields {
  static constexpr std::string_view kName = "EraseCase";
};

/// Command. Erases a case whose term of keeping is over: from the list of what is due, by two of the team or the keeper
/// with one of them. The ground is the law that set the term.
struct EraseDue {
  static constexpr std::string_view kName = "EraseDue";

  std::string with;  ///< the second person; a name

  static void fields(auto& self, auto&& visit) { visit.required("with", self.with); }
};

/// Version 1 had no second person.
struct CaseErased : CaseErasureFields {
  static constexpr std::string_view kName = "CaseErased";
  static constexpr int kVersion = 2;
};

}  // namespace casus
