// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/text.hpp"
#include "core/model/case/network.hpp"
#include "core/model/case/opening.hpp"
#include "core/training/scenario/scenario_condition.hpp"

#include <string>
#include <string_view>
#include <vector>

/// Who is in a scenario: the resident, the circle, and who plays.
namespace casus::training {

struct Persona {
  std::string name;
  int age = 0;
  Text story;  ///< what the presenter knows at the start
  Text wish;   ///< what the resident wants, in own words

  static void fields(auto& self, auto&& visit) {
    visit.required("name", self.name);
    visit.required("age", self.age);
    visit.required("story", self.story);
    visit.required("wish", self.wish);
  }
};

/// With what the case is opened (R1, R2).
struct Opening {
  Text title;
  Text purpose;
  Text question;
  Text hoped_for;
  Basis basis = Basis::wmo;
  std::string neighbourhood;
  int reported_days_ago = 0;

  static void fields(auto& self, auto&& visit) {
    visit.required("title", self.title);
    visit.required("purpose", self.purpose);
    visit.required("question", self.question);
    visit.required("hoped_for", self.hoped_for);
    visit.required("basis", self.basis);
    visit.required("neighbourhood", self.neighbourhood);
    visit.required("reported_days_ago", self.reported_days_ago);
  }
};

/// Another answer, when it is otherwise.
struct AnswerWhen {
  Condition when;
  Answer answer = Answer::none;

  static void fields(auto& self, auto&& visit) {
    visit.required("when", self.when);
    visit.required("answer", self.answer);
  }
};

/// Somebody around the resident who can be asked.
struct Acquaintance {
  std::string id;
  std::string name;
  Text relation;
  Shell shell{};
  Quadrant quadrant{};
  bool professional = false;
  bool speaks_for_self = true;      ///< a baby does not: can be spoken of, and not with
  bool told = false;                ///< named in the story; the others come into view when a fact about them comes out
  Answer answer = Answer::none;     ///< what they say when asked to join in
  std::vector<AnswerWhen> answers;  ///< the first that holds goes before it

  /// "Kers" of "meneer Kers": what people call them by too.
  std::string_view last_name() const { return std::string_view(name).substr(name.rfind(' ') + 1); }

  static void fields(auto& self, auto&& visit) {
    visit.required("id", self.id);
    visit.required("name", self.name);
    visit.required("relation", self.relation);
    visit.required("shell", self.shell);
    visit.required("quadrant", self.quadrant);
    visit.optional("professional", self.professional);
    visit.optional("speaks_for_self", self.speaks_for_self);
    visit.optional("told", self.told);
    visit.optional("answer", self.answer);
    visit.optional("answers", self.answers);
  }
};

/// A place at the table. Seated when the method gives one of the roles the word in the analysis; chair and presenter
/// always are. The observer sits beside the table: writes the observation sheet, and is not in the case.
struct Seat {
  std::string name;
  std::vector<Role> roles;
  bool team_member = true;
  bool caseload = false;
  std::vector<Text> knows;  ///< for this place alone: it stands on its card, and the others hear it when it is said

  static void fields(auto& self, auto&& visit) {
    visit.required("name", self.name);
    visit.required("roles", self.roles);
    visit.optional("team_member", self.team_member);
    visit.optional("caseload", self.caseload);
    visit.optional("knows", self.knows);
  }
};

}  // namespace casus::training
