// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/phase.hpp"
#include "core/base/time.hpp"

#include <optional>
#include <string>

/// Safety, rounds, pausing, closing, erasing. Commands and their events.
namespace casus {

namespace detail {

/// Most of these carry one sentence.
template <class Self, class Visitor>
void sentence(Self& self, Visitor&& visit) {
  visit.required("text", self.text);
}

template <class Self, class Visitor>
void reason(Self& self, Visitor&& visit) {
  visit.optional("because", self.because);
}

}  // namespace detail

/// Command. A worry about safety: the meldcode begins, step 1 (R14).
struct RaiseConcern {
  static constexpr std::string_view kName = "RaiseConcern";

  std::string text;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    detail::sentence(self, visit);
  }
};

struct ConcernRaised : RaiseConcern {
  static constexpr std::string_view kName = "ConcernRaised";
};

/// Command. Somebody is in danger now: every protocol stops until it is handled (R14).
struct RaiseAcute {
  static constexpr std::string_view kName = "RaiseAcute";

  std::string text;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    detail::sentence(self, visit);
  }
};

struct AcuteRaised : RaiseAcute {
  static constexpr std::string_view kName = "AcuteRaised";
};

/// Command. A step of the meldcode, with its day; the person is the one who types it, or `who`.
struct TakeMeldcodeStep {
  static constexpr std::string_view kName = "TakeMeldcodeStep";

  int step = 0;  ///< 1 map signals, 2 consult, 3 talk, 4 weigh, 5 decide on help and on reporting [PRI]
  std::string text;
  std::string who;
  std::optional<Date> on;             ///< nothing: today
  std::optional<bool> report_needed;  ///< step 5 asks two decisions [RKM]: is reporting necessary ...
  std::optional<bool> help_possible;  ///< ... and is helping (also) possible

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit.required("step", self.step);
    visit.required("text", self.text);
    visit.optional("who", self.who);
    visit.optional("on", self.on);
    visit.optional("report_needed", self.report_needed);
    visit.optional("help_possible", self.help_possible);
  }
};

struct MeldcodeStepTaken : TakeMeldcodeStep {
  static constexpr std::string_view kName = "MeldcodeStepTaken";
};

/// Command. What was done about the acute danger; the concern stays until the meldcode is through.
struct HandleAcute {
  static constexpr std::string_view kName = "HandleAcute";

  std::string text;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    detail::sentence(self, visit);
  }
};

struct AcuteHandled : HandleAcute {
  static constexpr std::string_view kName = "AcuteHandled";
};

/// Command. The concern is over: after step 5, or earlier with the reason why it was unfounded.
struct ClearSafety {
  static constexpr std::string_view kName = "ClearSafety";

  std::string because;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    detail::reason(self, visit);
  }
};

struct SafetyCleared : ClearSafety {
  static constexpr std::string_view kName = "SafetyCleared";
};

/// Command. From evaluation into the next round.
struct StartRound {
  static constexpr std::string_view kName = "StartRound";

  std::optional<Phase> phase;  ///< nothing: the workflow's first
  std::string because;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit.optional("phase", self.phase);
    detail::reason(self, visit);
  }
};

struct RoundStarted {
  static constexpr std::string_view kName = "RoundStarted";

  Phase phase{};
  std::string because;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit.required("phase", self.phase);
    detail::reason(self, visit);
  }
};

struct PauseCase {
  static constexpr std::string_view kName = "PauseCase";

  std::string because;
  std::optional<Date> until;  ///< when to look again; becomes the review date (R10)

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    detail::reason(self, visit);
    visit.optional("until", self.until);
  }
};

struct CasePaused : PauseCase {
  static constexpr std::string_view kName = "CasePaused";
};

struct ResumeCase {
  static constexpr std::string_view kName = "ResumeCase";

  template <class Self, class Visitor>
  static void fields(Self&, Visitor&&) {}
};

struct CaseResumed : ResumeCase {
  static constexpr std::string_view kName = "CaseResumed";
};

struct CloseCase {
  static constexpr std::string_view kName = "CloseCase";

  std::string because;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    detail::reason(self, visit);
  }
};

struct CaseClosed : CloseCase {
  static constexpr std::string_view kName = "CaseClosed";
};

struct ReopenCase {
  static constexpr std::string_view kName = "ReopenCase";

  std::string because;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    detail::reason(self, visit);
  }
};

struct CaseReopened {
  static constexpr std::string_view kName = "CaseReopened";

  Phase phase{};
  std::string because;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit.required("phase", self.phase);
    detail::reason(self, visit);
  }
};

/// Command. Destroys what can be read of one person in the case: the name, contact and relation. It takes two: who owns
/// the case, and who stands beside that.
struct ErasePerson {
  static constexpr std::string_view kName = "ErasePerson";

  std::string person;
  std::string because;
  std::string with;  ///< the second person; a name

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit.required("person", self.person);
    detail::reason(self, visit);
    visit.optional("with", self.with);
  }
};

struct PersonErased : ErasePerson {
  static constexpr int kVersion = 2;  ///< 2: with whom
  static constexpr std::string_view kName = "PersonErased";
};

/// Command. Destroys the whole case, in every backup too: nothing of it can be read again. It takes two, as above; who
/// they were and why stays with the log of who looked (see Erasure).
struct EraseCase {
  static constexpr std::string_view kName = "EraseCase";

  std::string because;
  std::string with;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    detail::reason(self, visit);
    visit.optional("with", self.with);
  }
};

struct CaseErased : EraseCase {
  static constexpr int kVersion = 2;  ///< 2: with whom
  static constexpr std::string_view kName = "CaseErased";
};

}  // namespace casus
