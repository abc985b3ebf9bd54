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

struct DecisionFields {
  std::string question;
  bool heavy = false;

  static void fields(auto& self, auto&& visit) {
    visit.required("question", self.question);
    visit.optional("heavy", self.heavy);
  }
};

/// Command. A decision to take; a heavy one asks everybody's first opinion before the talk (R17).
struct RaiseDecision : DecisionFields {
  static constexpr std::string_view kName = "RaiseDecision";
};

struct DecisionRaised : DecisionFields {
  static constexpr std::string_view kName = "DecisionRaised";
  static constexpr int kVersion = 1;

  std::string id;

  static void fields(auto& self, auto&& visit) {
    visit.required("id", self.id);
    DecisionFields::fields(self, visit);
  }
};

struct OpinionFields {
  std::string decision;
  Stance stance = Stance::unsure;
  std::string text;

  static void fields(auto& self, auto&& visit) {
    visit.required("decision", self.decision);
    visit.required("stance", self.stance);
    visit.optional("text", self.text);
  }
};

/// Command. A first opinion; nobody sees it before the decision is taken.
struct GiveOpinion : OpinionFields {
  static constexpr std::string_view kName = "GiveOpinion";
};

struct OpinionGiven : OpinionFields {
  static constexpr std::string_view kName = "OpinionGiven";
  static constexpr int kVersion = 1;
};

struct DecisionOutcomeFields {
  std::string decision;
  std::string outcome;
  std::string because;
  std::vector<std::string> dissent;  ///< other views, each a sentence; none is also an answer
  std::string without_opinions;      ///< reason for deciding before everyone gave a first opinion

  static void fields(auto& self, auto&& visit) {
    visit.required("decision", self.decision);
    visit.required("outcome", self.outcome);
    visit.required("because", self.because);
    visit.optional("dissent", self.dissent);
    visit.optional("without_opinions", self.without_opinions);
  }
};

/// Command. The decision, why, and who sees it otherwise.
struct TakeDecision : DecisionOutcomeFields {
  static constexpr std::string_view kName = "TakeDecision";
};

struct DecisionTaken : DecisionOutcomeFields {
  static constexpr std::string_view kName = "DecisionTaken";
  static constexpr int kVersion = 1;
};

struct CirclePlanFields {
  std::string text;

  static void fields(auto& self, auto&& visit) { visit.required("text", self.text); }
};

/// Command. The circle presents its own plan.
struct PresentPlan : CirclePlanFields {
  static constexpr std::string_view kName = "PresentPlan";
};

struct PlanPresented : CirclePlanFields {
  static constexpr std::string_view kName = "PlanPresented";
  static constexpr int kVersion = 1;
};

struct PlanAnswerFields {
  bool accepted = true;
  Ground ground = Ground::none;
  std::string because;

  static void fields(auto& self, auto&& visit) {
    visit.required("accepted", self.accepted);
    visit.optional("ground", self.ground);
    visit.optional("because", self.because);
  }
};

/// Command. The answer to the circle's plan: the same day, refused only for safety or law, with text (R12).
struct AnswerPlan : PlanAnswerFields {
  static constexpr std::string_view kName = "AnswerPlan";
};

struct PlanAnswered : PlanAnswerFields {
  static constexpr std::string_view kName = "PlanAnswered";
  static constexpr int kVersion = 1;
};

struct ReviewFields {
  Date on{};

  static void fields(auto& self, auto&& visit) { visit.required("on", self.on); }
};

/// Command. The day to look back (R10).
struct SetReview : ReviewFields {
  static constexpr std::string_view kName = "SetReview";
};

struct ReviewSet : ReviewFields {
  static constexpr std::string_view kName = "ReviewSet";
  static constexpr int kVersion = 1;
};

/// Command. The resident was told what was discussed (R16). The one who types it did it, unless `who` says otherwise.
/// On a day to come it is an action: who tells it, to be ticked when it is done. So it is today, when it is `later`.
struct TellResident {
  static constexpr std::string_view kName = "TellResident";

  std::string what;
  std::string who;
  std::optional<Date> on;  ///< nothing: today
  bool later = false;      ///< still to be told, also when that is today

  static void fields(auto& self, auto&& visit) {
    visit.required("what", self.what);
    visit.optional("who", self.who);
    visit.optional("on", self.on);
    visit.optional("later", self.later);
  }
};

/// Version 1 could leave out the day.
struct ResidentTold {
  static constexpr std::string_view kName = "ResidentTold";
  static constexpr int kVersion = 2;

  std::string what;
  std::string who;  ///< empty: who did it
  Date on{};

  static void fields(auto& self, auto&& visit) {
    visit.required("what", self.what);
    visit.optional("who", self.who);
    visit.required("on", self.on);
  }
};

struct EvaluationFields {
  std::string better;
  std::string keep;
  std::string change;
  std::string stop;

  static void fields(auto& self, auto&& visit) {
    visit.required("better", self.better);
    visit.optional("keep", self.keep);
    visit.optional("change", self.change);
    visit.optional("stop", self.stop);
  }
};

/// Command. Looking back: first what is better, then what to keep, change and stop.
struct Evaluate : EvaluationFields {
  static constexpr std::string_view kName = "Evaluate";
};

struct Evaluated : EvaluationFields {
  static constexpr std::string_view kName = "Evaluated";
  static constexpr int kVersion = 1;
};

}  // namespace casus
