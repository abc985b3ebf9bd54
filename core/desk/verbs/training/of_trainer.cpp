// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/catalogue.hpp"
#include "core/desk/training/runs.hpp"
#include "core/desk/training/words.hpp"
#include "core/desk/typed/answers.hpp"
#include "core/service/play/play_log.hpp"

#include <nlohmann/json.hpp>

/// What a trainer does in a run, during or after it: judge, overrule, remark, take that back, bring something in.
namespace casus::desk {
namespace {

/// Kept in the log of the run, and printed in the trainer's name.
class OfTrainer : public Verb {
 public:
  Access access() const override { return here(does(Ground::anybody)); }

  void shape(Slots& slots) final {
    slots.word("TRAINING", run_, "help.name_training");
    shape_deed(slots);
  }

  void run(Desk& desk, Reply& reply) override {
    desk.use_training_store();
    const auto log = open_log(desk, run_);
    auto replay = replay_of(desk, log.setup);
    service::TrainingRun training(desk.service(Desk::Make::yes), *replay, log_path_of(desk, log.setup.run));
    training.again(log);
    auto deed = body(desk, replay->play());
    if (training::leads(deed) && replay->play().has_place(desk.who()))
      throw Usage{desk.say("train.who_plays_leads_not", "name"_is = desk.who())};
    const auto& beat = training.take({desk.who(), std::nullopt, std::move(deed)});
    if (beat.refusal) {
      reply.status = Status::refused;
      reply.refusal = beat.refusal;
      if (desk.json()) reply.json(service::beat_json(beat, desk.voice()));
      else print_refusal(desk, reply, *beat.refusal);
      return;
    }
    if (desk.json()) return reply.json(service::beat_json(beat, desk.voice()));
    reply.line(training::beat_in_words(replay->play(), replay->library(), beat.number, desk.voice()), Tone::good);
    what_next(desk, reply);
  }

 protected:
  /// What stands behind the name of the training.
  virtual void shape_deed(Slots& slots) = 0;
  virtual training::PlayBody body(Desk& desk, const training::Play& play) const = 0;
  virtual void what_next(Desk&, Reply&) const {}

  std::string run_;
};

class TrainJudge final : public OfTrainer {
  void shape_deed(Slots& slots) override {
    slots.word("GOAL", judged_.goal, "train.goal_by_its_id");
    slots.needed("met", judged_.verdict, "train.met_yes_partly_no");
    slots.needed("because", judged_.because, "train.what_you_saw");
  }

  training::PlayBody body(Desk&, const training::Play&) const override { return judged_; }

  training::JudgeGoal judged_;
};

class TrainOverrule final : public OfTrainer {
  void shape_deed(Slots& slots) override {
    slots.word("FINDING", against_.finding, "train.finding_as_debrief_names");
    slots.needed("because", against_.because, "train.what_you_saw");
  }

  training::PlayBody body(Desk& desk, const training::Play& play) const override {
    if (const auto wrong = no_such_finding(play, against_.finding, desk.voice())) throw Usage{*wrong};
    return against_;
  }

  training::Overrule against_;
};

class TrainRemark final : public OfTrainer {
  void shape_deed(Slots& slots) override { slots.word("TEXT", remark_.text, "train.what_you_saw"); }

  training::PlayBody body(Desk&, const training::Play&) const override { return remark_; }

  training::Remark remark_;
};

/// Of an observer too, who takes back what stands on their sheet.
class TrainRetract final : public OfTrainer {
  void shape_deed(Slots& slots) override {
    slots.word("MOVE", back_.move, "train.move_to_retract");
    slots.needed("because", back_.because, "train.why_retracted");
  }

  training::PlayBody body(Desk&, const training::Play&) const override { return back_; }

  training::Retract back_;
};

class TrainInject final : public OfTrainer {
  void shape_deed(Slots& slots) override {
    slots.maybe("TEXT", text_, "train.inject_text");
    slots.option("fact", fact_, "train.inject_fact");
    slots.option("event", event_, "train.inject_event");
    slots.option("effect", decision_, "train.inject_effect");
    slots.option("person", person_, "train.inject_person");
    slots.option("answer", answer_, "train.inject_answer");
  }

  training::PlayBody body(Desk& desk, const training::Play& play) const override {
    const auto given = [](const std::string& value) { return value.empty() ? 0 : 1; };
    if (given(fact_) + given(event_) + given(decision_) + given(person_) > 1)
      throw Usage{desk.say("train.inject_one_at_a_time")};
    // A fact and an event are told in the words of the scenario: words beside them would be lost.
    if (given(fact_) + given(event_) > 0 && given(text_) > 0) throw Usage{desk.say("train.inject_has_its_words")};
    if (answer_ && person_.empty()) throw Usage{desk.say("train.inject_answer_of_whom")};
    using training::Injected;
    if (!fact_.empty()) return training::Inject{Injected::fact, fact_, text_, Answer::none};
    if (!event_.empty()) return training::Inject{Injected::event, event_, text_, Answer::none};
    if (!decision_.empty()) return training::Inject{Injected::effect, decision_, text_, Answer::none};
    if (!person_.empty()) return training::Inject{Injected::answer, person_, text_, answer_.value_or(Answer::no)};
    return told_to_group(play.scenario(), text_);
  }

  void what_next(Desk& desk, Reply& reply) const override {
    reply.line(
        desk.say("train.injected_next", "play"_is = text::way("train play", "run"_is = run_), "by"_is = desk.who()),
        Tone::quiet);
  }

  std::string text_, fact_, event_, decision_, person_;
  std::optional<Answer> answer_;
};

}  // namespace

Entries trainer_verbs() {
  return {
      {"train judge", "train.judge_goal", "train.judge_goal_example", fresh<TrainJudge>},
      {"train overrule", "train.overrule_finding", "train.overrule_finding_example", fresh<TrainOverrule>},
      {"train remark", "train.remark_about_run", "train.remark_about_run_example", fresh<TrainRemark>},
      {"train retract", "train.retract", "train.retract_example", fresh<TrainRetract>},
      {"train inject", "train.inject", "train.inject_example", fresh<TrainInject>},
  };
}

}  // namespace casus::desk
