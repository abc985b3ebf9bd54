// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/commands.hpp"
#include "core/model/team/team.hpp"
#include "core/training/scenario/scenario.hpp"

#include <optional>
#include <string>
#include <variant>

/// What a group does while it plays, beside the commands of the case itself.
namespace casus::training {

/// The virtual clock goes on; what comes due meanwhile happens.
struct Wait : Span {
  static constexpr std::string_view kName = "Wait";
};

/// One option of a decision point, with the reason.
struct Choose {
  static constexpr std::string_view kName = "Choose";

  std::string decision;
  std::string option;
  std::string because;

  static void fields(auto& self, auto&& visit) {
    visit.required("decision", self.decision);
    visit.required("option", self.option);
    visit.required("because", self.because);
  }
};

/// Somebody of the scenario's network is spoken to. In the case that person gets a place in the network and is asked.
struct Consult {
  static constexpr std::string_view kName = "Consult";

  std::string person;  ///< id or name
  std::string about;   ///< what is asked or said; counts as a question when it is one

  static void fields(auto& self, auto&& visit) {
    visit.required("person", self.person);
    visit.optional("about", self.about);
  }
};

/// A hint, counted.
struct TakeHint {
  static constexpr std::string_view kName = "TakeHint";

  static void fields(auto&, auto&&) {}
};

/// A line of the observation sheet (domain.md 9). Moment and step are those of the play.
struct Observe {
  static constexpr std::string_view kName = "Observe";

  std::string whom;
  std::string point;  ///< id of an observation point of the scenario; may be empty
  std::string said;   ///< what was said or done
  std::string effect;
  std::optional<int> score;  ///< 0-2
  std::string strength;
  std::string next_try;

  static void fields(auto& self, auto&& visit) {
    visit.required("whom", self.whom);
    visit.optional("point", self.point);
    visit.optional("said", self.said);
    visit.optional("effect", self.effect);
    visit.optional("score", self.score);
    visit.optional("strength", self.strength);
    visit.optional("next_try", self.next_try);
  }
};

/// What the team learned; the case only counts it (R15).
struct Learn : LearningFields {
  static constexpr std::string_view kName = "Learn";
};

/// As NoteSignal; the neighbourhood is that of the case, when none is said.
struct Signal : SignalFields {
  static constexpr std::string_view kName = "Signal";
};

/// The last so many moves that were done are taken back. They stay in the log: trying again is part of learning.
struct TakeBack {
  static constexpr std::string_view kName = "TakeBack";

  int moves = 1;

  static void fields(auto& self, auto&& visit) { visit.optional("moves", self.moves); }
};

/// What a trainer makes of a learning goal, where no program can judge.
enum class Verdict { yes, partly, no };

constexpr std::array<Named<Verdict>, 3> names_of(Verdict) {
  return {{{Verdict::yes, "yes", "word.verdict.yes"},
           {Verdict::partly, "partly", "word.verdict.partly"},
           {Verdict::no, "no", "word.verdict.no"}}};
}

/// By the trainer, during or after. The latest of each goal holds.
struct JudgeGoal {
  static constexpr std::string_view kName = "JudgeGoal";

  std::string goal;
  Verdict verdict = Verdict::partly;
  std::string because;

  static void fields(auto& self, auto&& visit) {
    visit.required("goal", self.goal);
    visit.required("verdict", self.verdict);
    visit.required("because", self.because);
  }
};

/// By the trainer: a finding of the program does not hold. It stays to be read, and counts no more.
struct Overrule {
  static constexpr std::string_view kName = "Overrule";

  std::string finding;  ///< as the debrief names it: "talk/questions", "person/ria", "goal/wish"
  std::string because;

  static void fields(auto& self, auto&& visit) {
    visit.required("finding", self.finding);
    visit.required("because", self.because);
  }
};

/// By the trainer: what he or she saw, and no line of the log shows.
struct Remark {
  static constexpr std::string_view kName = "Remark";

  std::string text;

  static void fields(auto& self, auto&& visit) { visit.required("text", self.text); }
};

/// Who wrote something about the play takes it back: a judgement, an overruling, a remark or an observation. It stays
/// in the log and in the transcript, and counts nowhere. With a judgement go that person's earlier ones of the same
/// goal, with an overruling those of the same finding: what was changed before does not come back.
struct Retract {
  static constexpr std::string_view kName = "Retract";

  int move = 0;  ///< number in the log of what was written
  std::string because;

  static void fields(auto& self, auto&& visit) {
    visit.required("move", self.move);
    visit.required("because", self.because);
  }
};

/// What a trainer can bring in.
enum class Injected { message, fact, event, effect, answer };

constexpr std::array<Named<Injected>, 5> names_of(Injected) {
  return {{{Injected::message, "message", "word.injected.message"},
           {Injected::fact, "fact", "word.injected.fact"},
           {Injected::event, "event", "word.injected.event"},
           {Injected::effect, "effect", "word.injected.effect"},
           {Injected::answer, "answer", "word.injected.answer"}}};
}

/// By the trainer: something happens now. The group has to do with it as with what the scenario brings, and the log and
/// the debrief say that it was the trainer's. It can be taken back, as a move can.
struct Inject {
  static constexpr std::string_view kName = "Inject";

  Injected what = Injected::message;
  std::string of;  ///< fact, event: its id; effect: id of the decision; answer: id or name in the network
  std::string
      text;  ///< in the trainer's words: a message, a fact or an effect of no scenario, what goes with an answer
  Answer answer = Answer::none;  ///< of somebody in the network; it also holds when they are asked later

  static void fields(auto& self, auto&& visit) {
    visit.required("what", self.what);
    visit.optional("of", self.of);
    visit.optional("text", self.text);
    visit.optional("answer", self.answer);
  }
};

/// What stays of a move with a citizen service number in it: which move it was, and in which field the number stood.
/// The texts themselves are nowhere. It is refused whenever the log is played.
struct Withheld {
  static constexpr std::string_view kName = "Withheld";

  std::string move;   ///< name of the move or command, as in the log
  std::string field;  ///< its key

  static void fields(auto& self, auto&& visit) {
    visit.required("move", self.move);
    visit.required("field", self.field);
  }
};

using PlayBody = std::variant<CommandBody, Wait, Choose, Consult, TakeHint, Observe, Learn, Signal, TakeBack, JudgeGoal,
                              Overrule, Remark, Inject, Retract, Withheld>;

/// What is said to the team beside the case, a line of learning or a signal, as a move.
PlayBody told_team(TeamBody line);

/// Whether somebody wrote this about the play, as its trainer or observer: no part of it, and so never taken back with
/// what was played. Who wrote it can retract it.
inline bool is_note(const PlayBody& body) {
  return std::holds_alternative<JudgeGoal>(body) || std::holds_alternative<Overrule>(body) ||
         std::holds_alternative<Remark>(body) || std::holds_alternative<Observe>(body);
}

/// Whether the trainer does this, and not the group.
inline bool is_of_trainer(const PlayBody& body) {
  return (is_note(body) && !std::holds_alternative<Observe>(body)) || std::holds_alternative<Retract>(body) ||
         std::holds_alternative<Inject>(body);
}

/// Whether only who leads the playing does this: the trainer, and what moves the whole group on or back. What was
/// written is retracted by whoever wrote it, an observer too.
inline bool leads(const PlayBody& body) {
  return (is_of_trainer(body) && !std::holds_alternative<Retract>(body)) || std::holds_alternative<Wait>(body) ||
         std::holds_alternative<Choose>(body) || std::holds_alternative<TakeHint>(body) ||
         std::holds_alternative<TakeBack>(body);
}

struct Move {
  std::string by;          ///< a name at the table
  std::optional<Time> at;  ///< nothing: now, by the virtual clock
  PlayBody body;
  /// In a log: the facts that came out when it was played. What was heard then is not heard otherwise by a later
  /// version, that knows other words. Nothing: the program hears now.
  std::optional<std::vector<std::string>> heard = {};
};

/// With what a run begins: the same setup and the same moves give the same run.
struct Setup {
  std::string run;       ///< name of the run; the case is called by it
  std::string scenario;  ///< id
  std::string scenario_hash;
  std::string method;
  std::string method_hash;
  Mode mode = Mode::strict;
  std::int64_t seed = 1;
  Time at{};             ///< where the virtual clock begins
  Lang lang = Lang::nl;  ///< of the texts with which the case is opened
  /// The scenario as its file was when the run began, so that the run can be played again when the file has changed or
  /// gone. Empty in a log of format 1, which had none; no field of the setup, but beside it in the first line.
  std::string kept_scenario;
  /// The method and its workflow, in the same way and for the same reason; empty in a log of format 1 or 2.
  std::string kept_method, kept_workflow;
  /// Each move says what was heard in it; not so in a log of format 1 to 3. No field either.
  bool keeps_heard = false;
  std::string from;    ///< the run that this one branched off from; empty for a run of its own
  int from_moves = 0;  ///< ... after so many of its moves

  static void fields(auto& self, auto&& visit) {
    visit.required("run", self.run);
    visit.required("scenario", self.scenario);
    visit.required("scenario_hash", self.scenario_hash);
    visit.required("method", self.method);
    visit.required("method_hash", self.method_hash);
    visit.optional("mode", self.mode);
    visit.required("seed", self.seed);
    visit.required("at", self.at);
    visit.required("lang", self.lang);
    visit.optional("from", self.from);
    visit.optional("from_moves", self.from_moves);
  }
};

}  // namespace casus::training
