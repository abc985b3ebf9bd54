// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/phase.hpp"
#include "core/base/role.hpp"
#include "core/base/text.hpp"
#include "core/base/time.hpp"
#include "core/model/words.hpp"

#include <optional>
#include <string>
#include <vector>

/// Steps, turns, contributions and scores. Commands and the events they lead to.
namespace casus {

/// A rule that had something to say, written into the event so that replay needs no plugin.
struct Noticed {
  std::string rule;
  Text message;

  bool operator==(const Noticed&) const = default;

  static void fields(auto& self, auto&& visit) {
    visit.required("rule", self.rule);
    visit.required("message", self.message);
  }
};

/// Command. Goes on: from intake into the first phase, from step to step, from phase to phase.
struct NextStep {
  static constexpr std::string_view kName = "NextStep";

  std::string because;  ///< why soft requirements are passed (comply or explain)

  static void fields(auto& self, auto&& visit) { visit.optional("because", self.because); }
};

/// Command. Returns to the step before, or to `step` of this phase or an earlier one.
struct BackStep {
  static constexpr std::string_view kName = "BackStep";

  std::string step;
  std::string because;

  static void fields(auto& self, auto&& visit) {
    visit.optional("step", self.step);
    visit.optional("because", self.because);
  }
};

/// A step that was not entered, as what it is for was not so when the step before it was left.
struct PassedStep {
  Phase phase{};
  std::string step;

  bool operator==(const PassedStep&) const = default;

  static void fields(auto& self, auto&& visit) {
    visit.required("phase", self.phase);
    visit.required("step", self.step);
  }
};

/// Version 1 knew no steps that are passed over or come again, version 2 none without names.
struct StepEntered {
  static constexpr std::string_view kName = "StepEntered";
  static constexpr int kVersion = 3;

  Phase phase{};
  std::string step;
  std::string method;
  std::string because;                    ///< only out of intake, where no step is left that could carry it
  std::vector<std::string> explained;     ///< ids of the soft requirements passed with this reason
  std::vector<PassedStep> passed_over{};  ///< on the way here, in their order
  std::string about{};                    ///< the contribution that a repeated step is about this time
  int again = 0;                          ///< how often a repeated step came up before, in the same row
  bool anonymous = false;                 ///< nobody reads who said what in this stay

  static void fields(auto& self, auto&& visit) {
    visit.required("phase", self.phase);
    visit.required("step", self.step);
    visit.required("method", self.method);
    visit.optional("because", self.because);
    visit.optional("explained", self.explained);
    visit.optional("passed_over", self.passed_over);
    visit.optional("about", self.about);
    visit.optional("again", self.again);
    visit.optional("anonymous", self.anonymous);
  }
};

struct StepLeft {
  static constexpr std::string_view kName = "StepLeft";
  static constexpr int kVersion = 1;

  int seconds = 0;             ///< time spent in the step
  double planned_minutes = 0;  ///< 0: no timer; longer than planned is an overrun (R5)
  std::string because;
  std::vector<std::string> explained;  ///< ids of the soft requirements passed with this reason
  bool back = false;

  static void fields(auto& self, auto&& visit) {
    visit.required("seconds", self.seconds);
    visit.optional("planned_minutes", self.planned_minutes);
    visit.optional("because", self.because);
    visit.optional("explained", self.explained);
    visit.optional("back", self.back);
  }
};

struct ContributionFields {
  std::string kind;
  std::string text;
  std::string to;  ///< a person: name or id
  std::string re;  ///< id of the contribution it refers to
  std::optional<Answer> answer;
  std::optional<Date> on;
  std::string typed_in{};  ///< id of the step of an earlier stay in which it was typed; empty: of the one at hand

  static void fields(auto& self, auto&& visit) {
    visit.required("kind", self.kind);
    visit.required("text", self.text);
    visit.optional("to", self.to);
    visit.optional("re", self.re);
    visit.optional("answer", self.answer);
    visit.optional("on", self.on);
    visit.optional("typed_in", self.typed_in);
  }
};

/// Command. A contribution to the current step.
struct Say : ContributionFields {
  static constexpr std::string_view kName = "Say";
};

/// What a contribution is in the order of turns: it begins one, goes on with one, or is an answer beside it.
enum class TurnUse { begins, continues, aside };

constexpr std::array<Named<TurnUse>, 3> names_of(TurnUse) {
  return {{{TurnUse::begins, "begins", "word.turn_use.begins"},
           {TurnUse::continues, "continues", "word.turn_use.continues"},
           {TurnUse::aside, "aside", "word.turn_use.aside"}}};
}

/// Version 1 knew no step in which it is told, and moved no role; version 2 knew no step in which it was typed before.
struct Contributed : ContributionFields {
  static constexpr std::string_view kName = "Contributed";
  static constexpr int kVersion = 3;

  std::string id;
  TurnUse turn = TurnUse::begins;
  bool hidden = false;  ///< not shown before the step is left, or with `told_in` before it is told there
  std::vector<Noticed> noticed;
  std::string told_in{};        ///< id of the later step in which what is hidden is told
  std::optional<Role> moves{};  ///< a choice: whom it names, by `to` or as who said `re`, has this role from now on

  static void fields(auto& self, auto&& visit) {
    visit.required("id", self.id);
    ContributionFields::fields(self, visit);
    visit.optional("turn", self.turn);
    visit.optional("hidden", self.hidden);
    visit.optional("noticed", self.noticed);
    visit.optional("told_in", self.told_in);
    visit.optional("moves", self.moves);
  }
};

/// Command. Gives up the turn.
struct Pass {
  static constexpr std::string_view kName = "Pass";

  static void fields(auto&, auto&&) {}
};

struct TurnPassed {
  static constexpr std::string_view kName = "TurnPassed";
  static constexpr int kVersion = 1;

  static void fields(auto&, auto&&) {}
};

/// Something was noted in one's turn, where it stands under the floor; it comes right behind.
struct TurnTaken {
  static constexpr std::string_view kName = "TurnTaken";
  static constexpr int kVersion = 1;

  TurnUse turn = TurnUse::begins;

  static void fields(auto& self, auto&& visit) { visit.optional("turn", self.turn); }
};

/// Command. Which branch of the menu at hand the table takes; said again before the step is left, the last one counts.
struct ChooseBranch {
  static constexpr std::string_view kName = "ChooseBranch";

  std::string branch;

  static void fields(auto& self, auto&& visit) { visit.required("branch", self.branch); }
};

struct BranchChosen {
  static constexpr std::string_view kName = "BranchChosen";
  static constexpr int kVersion = 1;

  std::string branch;

  static void fields(auto& self, auto&& visit) { visit.required("branch", self.branch); }
};

struct DomainFields {
  std::string domain;
  std::string because;

  static void fields(auto& self, auto&& visit) {
    visit.required("domain", self.domain);
    visit.required("because", self.because);
  }
};

/// Command. A life domain may be scored in this case, for this reason (domain.md finding 8).
struct OptInDomain : DomainFields {
  static constexpr std::string_view kName = "OptInDomain";
};

struct DomainOptedIn : DomainFields {
  static constexpr std::string_view kName = "DomainOptedIn";
  static constexpr int kVersion = 1;
};

struct ScoreFields {
  Scale scale = Scale::scale_0_10;
  int value = 0;
  std::string evidence;            ///< what makes it this and not lower
  std::string domain;              ///< with domain_1_5
  std::string next_point;          ///< what is different one point higher
  std::optional<int> good_enough;  ///< the value that would do

  static void fields(auto& self, auto&& visit) {
    visit.optional("scale", self.scale);
    visit.required("value", self.value);
    visit.optional("evidence", self.evidence);
    visit.optional("domain", self.domain);
    visit.optional("next_point", self.next_point);
    visit.optional("good_enough", self.good_enough);
  }
};

/// Command. A score with its evidence (R11).
struct GiveScore : ScoreFields {
  static constexpr std::string_view kName = "GiveScore";
};

/// Version 1 was always seen at once.
struct Scored : ScoreFields {
  static constexpr std::string_view kName = "Scored";
  static constexpr int kVersion = 2;

  std::string id;
  bool hidden = false;  ///< not shown before the step is left

  static void fields(auto& self, auto&& visit) {
    visit.required("id", self.id);
    ScoreFields::fields(self, visit);
    visit.optional("hidden", self.hidden);
  }
};

struct LearningCountFields {
  std::string theme;

  static void fields(auto& self, auto&& visit) { visit.optional("theme", self.theme); }
};

/// Command. A line of learning was noted. Its text never comes here: it lies with the team, without personal data
/// (R15).
struct CountLearning : LearningCountFields {
  static constexpr std::string_view kName = "CountLearning";
};

struct LearningCounted : LearningCountFields {
  static constexpr std::string_view kName = "LearningCounted";
  static constexpr int kVersion = 1;
};

struct SignalCountFields {
  std::string theme;

  static void fields(auto& self, auto&& visit) { visit.required("theme", self.theme); }
};

/// Command. A signal for the area was noted; its text lies with the team (R15).
struct CountSignal : SignalCountFields {
  static constexpr std::string_view kName = "CountSignal";
};

struct SignalCounted : SignalCountFields {
  static constexpr std::string_view kName = "SignalCounted";
  static constexpr int kVersion = 1;
};

}  // namespace casus
