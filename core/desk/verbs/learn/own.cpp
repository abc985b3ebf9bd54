// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/verbs/learn/learn_verb.hpp"
#include "core/learning/decide/decide.hpp"

#include <nlohmann/json.hpp>

/// Somebody's own goals and log: nobody else sees them.
namespace casus::desk {
namespace {

using text::msg;

class OwnVerb : public LearnVerb {
 protected:
  OwnVerb() { session_ = std::string(kOwnSession); }
  bool is_private() const override { return true; }
};

void goal_slots(Slots& s, SetOwnGoal& c) {
  s.word(c.text, "learnhelp.goal_text");
  s.option(c.by_when, "learnhelp.goal_by_when");
  s.option(c.on, "learnhelp.goal_on");
  s.option(c.evidence, "learnhelp.evidence_text");
  s.option(c.source, "learnhelp.evidence_source");
}
text::Message goal_done(const SetOwnGoal& c, const Learned& answer) {
  std::string goal;
  for (const auto& event : answer.events)
    if (const auto* set = std::get_if<OwnGoalSet>(&event.body)) goal = set->id;
  if (!c.evidence.empty()) return msg("learn.own.set_with_evidence", "goal"_is = goal);
  return msg("learn.own.set", "goal"_is = goal,
             "evidence"_is = text::way("learn evidence", "goal"_is = goal, "text"_is = text::gap()));
}

/// "minder" and the like say what goes, and may still be meant: told, not refused.
class OwnGoalVerb final : public Gives<OwnVerb, SetOwnGoal, goal_slots, goal_done> {
 protected:
  void run(Desk& desk, Reply& reply) override {
    Gives::run(desk, reply);
    if (desk.json() || reply.status != Status::done || reply.refusal) return;
    const auto* goals = desk.instruments().of_kind(learning::InstrumentKind::goals);
    if (goals != nullptr && learning::begins_with_absence(body_.text, goals->instrument))
      reply.line(
          desk.voice().say("learn.own.says_what_goes",
                           "change"_is = text::way("learn change", "goal"_is = text::gap(), "text"_is = text::gap())),
          Tone::warning);
  }
};

void change_slots(Slots& s, ChangeOwnGoal& c) {
  s.word(c.goal, "help.id_goal_like_g1");
  s.option(c.text, "learnhelp.goal_text");
  s.option(c.by_when, "learnhelp.goal_by_when");
}
text::Message change_done(const ChangeOwnGoal& c, const Learned&) {
  return msg("learn.own.changed", "goal"_is = c.goal);
}

void evidence_slots(Slots& s, AddOwnEvidence& c) {
  s.word(c.goal, "help.id_goal_like_g1");
  s.word(c.text, "learnhelp.evidence_text");
  s.option(c.source, "learnhelp.evidence_source");
}
text::Message evidence_done(const AddOwnEvidence& c, const Learned&) {
  return msg("learn.own.evidence_added", "goal"_is = c.goal);
}

void review_slots(Slots& s, ReviewOwnGoal& c) {
  s.word(c.goal, "help.id_goal_like_g1");
  s.word(c.better, "learnhelp.better");
  s.option(c.course, "learnhelp.course");
  s.option(c.by_when, "learnhelp.goal_again");
  s.option(c.evidence, "learnhelp.evidence_text");
  s.option(c.source, "learnhelp.evidence_source");
}
text::Message review_done(const ReviewOwnGoal& c, const Learned&) {
  return msg("learn.own.reviewed", "goal"_is = c.goal);
}

void log_slots(Slots& s, WriteOwnLog& c) {
  s.word(c.text, "learnhelp.log_text");
  s.option(c.way, "learnhelp.log_way");
  s.option(c.on, "learnhelp.log_on");
}
text::Message log_done(const WriteOwnLog&, const Learned& answer) {
  return msg("learn.own.logged", "line"_is = made_in(answer),
             "strike"_is = text::way("learn strike", "entry"_is = made_in(answer)));
}

void strike_slots(Slots& s, StrikeOwn& c) { s.word(c.entry, "learnhelp.entry"); }
text::Message strike_done(const StrikeOwn& c, const Learned&) { return msg("learn.own.struck", "entry"_is = c.entry); }

/// What the questions of the scans are about: of the instruments, and of the last scan before all.
learning::OwnWords own_words(Desk& desk) {
  learning::OwnWords words;
  const auto add = [&](const learning::Instrument& instrument) {
    for (const auto& item : instrument.items) words.titles[item.id] = item.title;
  };
  for (const auto id : desk.instruments().ids(learning::InstrumentKind::scan))
    if (const auto* file = desk.instruments().find(id)) add(file->instrument);
  if (const auto last = desk.learning().current("scan"); !last.empty())
    if (const auto seen = desk.learning().look(last, {}); seen && seen->scan) add(seen->scan->instrument);
  if (const auto* goals = desk.instruments().of_kind(learning::InstrumentKind::goals)) words.goals = &goals->instrument;
  return words;
}

class Mine final : public Verb {
 public:
  Access access() const override { return reads(Ground::team); }
  void shape(Slots& slots) override { paper_.shape(slots); }

 protected:
  void run(Desk& desk, Reply& reply) override {
    if (const auto refusal = not_in_private(desk)) return show(desk, reply, *refusal);
    const auto& name = desk.who();
    auto seen = desk.learning().look(std::string(kOwnSession), name);
    const auto& own = seen ? *seen : learning::Session{};
    const auto words = own_words(desk);
    paper_.put(desk, reply, learning::own_page(own, name, words, desk.today(), desk.voice()),
               learning::own_json(own, words, desk.today()));
  }

 private:
  LearnPaper paper_;
};

/// All of one's own, in every session: as when one leaves the team.
class Erase final : public Verb {
 public:
  Access access() const override { return does(Ground::team); }
  void shape(Slots& slots) override { slots.flag("yes", yes_, "learnhelp.erase_yes"); }

 protected:
  void run(Desk& desk, Reply& reply) override {
    if (const auto refusal = not_in_private(desk)) return show(desk, reply, *refusal);
    const auto& name = desk.who();
    if (!yes_) {
      reply.status = Status::usage;
      reply.confirmation =
          Confirmation{desk.voice().say("learn.own.erase_ask"), name, "--yes",
                       desk.voice().say("learn.own.erase_unsure"), desk.voice().say("learn.own.erase_kept")};
      return;
    }
    const auto erased = desk.learning().forget(name, desk.typist(), command_id);
    if (erased.refusal) return show(desk, reply, *erased.refusal);
    if (desk.json()) reply.json({{"ok", true}, {"sessions", erased.sessions}});
    else reply.line(desk.voice().say("learn.own.erased", "count"_is = erased.sessions), Tone::good);
  }

 private:
  bool yes_ = false;
};

/// Of a circle, a paper, a course or a cycle.
class DestroyLearned final : public LearnVerb {
 public:
  void shape(Slots& slots) override {
    slots.of(body_);
    slots.word("session", session_, "learnhelp.which_session");
    slots.word(body_.line, "learnhelp.which_line_gone");
    slots.needed("ground", body_.ground, "learnhelp.why_destroyed");
    slots.flag("yes", yes_, "learnhelp.yes");
  }

 protected:
  LearningBody body() const override { return body_; }
  text::Message done(const Learned&) const override { return msg("mending.line_destroyed", "line"_is = body_.line); }
  std::optional<Confirmation> asks(Desk& desk, const LearningCommand&) const override {
    if (yes_) return std::nullopt;
    return sure_of(desk, msg("learn.gone.ask", "line"_is = body_.line), body_.line);
  }

 private:
  DestroySessionLine body_;
  bool yes_ = false;
};

}  // namespace

Entries learn_own_verbs() {
  return {
      {"learn mine", "learnhelp.mine", "learnhelp.mine_line", fresh<Mine>},
      {"learn goal", "learnhelp.goal", "learnhelp.goal_line", fresh<OwnGoalVerb>},
      {"learn change", "learnhelp.change", "learnhelp.change_line",
       fresh<Gives<OwnVerb, ChangeOwnGoal, change_slots, change_done>>},
      {"learn evidence", "learnhelp.evidence", "learnhelp.evidence_line",
       fresh<Gives<OwnVerb, AddOwnEvidence, evidence_slots, evidence_done>>},
      {"learn review", "learnhelp.review", "learnhelp.review_line",
       fresh<Gives<OwnVerb, ReviewOwnGoal, review_slots, review_done>>},
      {"learn log", "learnhelp.log", "learnhelp.log_line", fresh<Gives<OwnVerb, WriteOwnLog, log_slots, log_done>>},
      {"learn strike", "learnhelp.strike", "learnhelp.strike_line",
       fresh<Gives<OwnVerb, StrikeOwn, strike_slots, strike_done>>},
      {"learn destroy", "learnhelp.destroy", "learnhelp.destroy_line", fresh<DestroyLearned>},
      {"learn erase", "learnhelp.erase", "learnhelp.erase_line", fresh<Erase>},
  };
}

}  // namespace casus::desk
