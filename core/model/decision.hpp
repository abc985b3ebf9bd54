// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/time.hpp"
#include "core/model/words.hpp"

#include <optional>
#include <string>
#include <vector>

/// Decisions, the plan of the circle, the day to look back, what the resident was told, evaluation. Commands and their
/// events.
namespace casus {

/// Command. A decision to take; a heavy one asks everybody's first opinion before the talk (R17).
struct RaiseDecision {
  static constexpr std::string_view kName = "RaiseDecision";

  std::string question;
  bool heavy = false;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit.required("question", self.question);
    visit.optional("heavy", self.heavy);
  }
};

struct DecisionRaised : RaiseDecision {
  static constexpr std::string_view kName = "DecisionRaised";

  std::string id;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit.required("id", self.id);
    RaiseDecision::fields(self, visit);
  }
};

/// Command. A first opinion; nobody sees it before the decision is taken.
struct GiveOpinion {
  static constexpr std::string_view kName = "GiveOpinion";

  std::string decision;
  Stance stance = Stance::unsure;
  std::string text;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit.required("decision", self.decision);
    visit.required("stance", self.stance);
    visit.optional("text", self.text);
  }
};

struct OpinionGiven : GiveOpinion {
  static constexpr std::string_view kName = "OpinionGiven";
};

/// Command. The decision, why, and who sees it otherwise.
struct TakeDecision {
  static constexpr std::string_view kName = "TakeDecision";

  std::string decision;
  std::string outcome;
  std::string because;
  std::vector<std::string> dissent;  ///< other views, each a sentence; none is also an answer
  std::string without_opinions;      ///< reason for deciding before everyone gave a first opinion

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit.required("decision", self.decision);
    visit.required("outcome", self.outcome);
    visit.required("because", self.because);
    visit.optional("dissent", self.dissent);
    visit.optional("without_opinions", self.without_opinions);
  }
};

struct DecisionTaken : TakeDecision {
  static constexpr std::string_view kName = "DecisionTaken";
};

/// Command. The circle presents its own plan.
struct PresentPlan {
  static constexpr std::string_view kName = "PresentPlan";

  std::string text;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit.required("text", self.text);
  }
};

struct PlanPresented : PresentPlan {
  static constexpr std::string_view kName = "PlanPresented";
};

/// Command. The answer to the circle's plan: the same day, refused only for safety or law, with text (R12).
struct AnswerPlan {
  static constexpr std::string_view kName = "AnswerPlan";

  bool accepted = true;
  Ground ground = Ground::none;
  std::string because;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit.required("accepted", self.accepted);
    visit.optional("ground", self.ground);
    visit.optional("because", self.because);
  }
};

struct PlanAnswered : AnswerPlan {
  static constexpr std::string_view kName = "PlanAnswered";
};

/// Command. The day to look back (R10).
struct SetReview {
  static constexpr std::string_view kName = "SetReview";

  Date on{};

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit.required("on", self.on);
  }
};

struct ReviewSet : SetReview {
  static constexpr std::string_view kName = "ReviewSet";
};

/// Command. The resident was told what was discussed (R16). The one who types it did it, unless `who` says otherwise.
struct TellResident {
  static constexpr std::string_view kName = "TellResident";

  std::string what;
  std::string who;
  std::optional<Date> on;  ///< nothing: today

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit.required("what", self.what);
    visit.optional("who", self.who);
    visit.optional("on", self.on);
  }
};

struct ResidentTold : TellResident {
  static constexpr std::string_view kName = "ResidentTold";
};

/// Command. Looking back: first what is better, then what to keep, change and stop.
struct Evaluate {
  static constexpr std::string_view kName = "Evaluate";

  std::string better;
  std::string keep;
  std::string change;
  std::string stop;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit.required("better", self.better);
    visit.optional("keep", self.keep);
    visit.optional("change", self.change);
    visit.optional("stop", self.stop);
  }
};

struct Evaluated : Evaluate {
  static constexpr std::string_view kName = "Evaluated";
};

}  // namespace casus
