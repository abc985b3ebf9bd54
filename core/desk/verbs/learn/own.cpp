// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/verbs/learn/learn_verb.hpp"

#include <nlohmann/json.hpp>

/// Somebody's own goals and log: nobody else sees them.
namespace casus::desk {
namespace {

using text::msg;

/// The id that the answer gave to what was made.
std::string made(const service::LearningAnswer& answer) {
  std::string id;
  for (const auto& event : answer.events)
    std::visit(
        [&](const auto& body) {
          if constexpr (requires { body.id; }) id = body.id;
        },
        event.body);
  return id;
}

class OwnVerb : public LearnVerb {
 protected:
  OwnVerb() { session_ = std::string(kOwnSession); }
  bool is_private() const override { return true; }
};

class Goal final : public OwnVerb {
 public:
  void shape(Slots& slots) override {
    slots.of(goal_);
    slots.word(goal_.text, "learnhelp.goal_text");
    slots.option(goal_.by_when, "learnhelp.goal_by_when");
    slots.option(goal_.on, "learnhelp.goal_on");
  }

 protected:
  LearningBody body() const override { return goal_; }
  text::Message done(const service::LearningAnswer& answer) const override {
    return msg("learn.own.set", "goal"_is = made(answer),
               "evidence"_is = text::way("learn evidence", "goal"_is = made(answer), "text"_is = text::gap()));
  }

 private:
  SetOwnGoal goal_;
};

class Change final : public OwnVerb {
 public:
  void shape(Slots& slots) override {
    slots.of(change_);
    slots.word(change_.goal, "learnhelp.which_goal");
    slots.option(change_.text, "learnhelp.goal_text");
    slots.option(change_.by_when, "learnhelp.goal_by_when");
  }

 protected:
  LearningBody body() const override { return change_; }
  text::Message done(const service::LearningAnswer&) const override {
    return msg("learn.own.changed", "goal"_is = change_.goal);
  }

 private:
  ChangeOwnGoal change_;
};

class Evidence final : public OwnVerb {
 public:
  void shape(Slots& slots) override {
    slots.of(evidence_);
    slots.word(evidence_.goal, "learnhelp.which_goal");
    slots.word(evidence_.text, "learnhelp.evidence_text");
    slots.option(evidence_.source, "learnhelp.evidence_source");
  }

 protected:
  LearningBody body() const override { return evidence_; }
  text::Message done(const service::LearningAnswer&) const override {
    return msg("learn.own.evidence_added", "goal"_is = evidence_.goal);
  }

 private:
  AddOwnEvidence evidence_;
};

class Review final : public OwnVerb {
 public:
  void shape(Slots& slots) override {
    slots.of(review_);
    slots.word(review_.goal, "learnhelp.which_goal");
    slots.word(review_.better, "learnhelp.better");
    slots.option(review_.course, "learnhelp.course");
    slots.option(review_.by_when, "learnhelp.goal_again");
  }

 protected:
  LearningBody body() const override { return review_; }
  text::Message done(const service::LearningAnswer&) const override {
    return msg("learn.own.reviewed", "goal"_is = review_.goal);
  }

 private:
  ReviewOwnGoal review_;
};

class Log final : public OwnVerb {
 public:
  void shape(Slots& slots) override {
    slots.of(log_);
    slots.word(log_.text, "learnhelp.log_text");
    slots.option(log_.way, "learnhelp.log_way");
    slots.option(log_.on, "learnhelp.log_on");
  }

 protected:
  LearningBody body() const override { return log_; }
  text::Message done(const service::LearningAnswer& answer) const override {
    return msg("learn.own.logged", "line"_is = made(answer));
  }

 private:
  WriteOwnLog log_;
};

class Strike final : public OwnVerb {
 public:
  void shape(Slots& slots) override {
    slots.of(strike_);
    slots.word(strike_.entry, "learnhelp.entry");
  }

 protected:
  LearningBody body() const override { return strike_; }
  text::Message done(const service::LearningAnswer&) const override {
    return msg("learn.own.struck", "entry"_is = strike_.entry);
  }

 private:
  StrikeOwn strike_;
};

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
    paper_.put(desk, reply, learning::own_page(own, name, desk.today(), desk.voice()),
               learning::own_json(own, desk.today()));
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

}  // namespace

Entries learn_own_verbs() {
  return {
      {"learn mine", "learnhelp.mine", "learnhelp.mine_line", fresh<Mine>},
      {"learn goal", "learnhelp.goal", "learnhelp.goal_line", fresh<Goal>},
      {"learn change", "learnhelp.change", "learnhelp.change_line", fresh<Change>},
      {"learn evidence", "learnhelp.evidence", "learnhelp.evidence_line", fresh<Evidence>},
      {"learn review", "learnhelp.review", "learnhelp.review_line", fresh<Review>},
      {"learn log", "learnhelp.log", "learnhelp.log_line", fresh<Log>},
      {"learn strike", "learnhelp.strike", "learnhelp.strike_line", fresh<Strike>},
      {"learn erase", "learnhelp.erase", "learnhelp.erase_line", fresh<Erase>},
  };
}

}  // namespace casus::desk
