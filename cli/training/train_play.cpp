// SPDX-License-Identifier: EUPL-1.2
#include "cli/training/train_play.hpp"
#include "cli/screen/line_editor.hpp"
#include "core/desk/training/replayed.hpp"
#include "core/desk/training/runs.hpp"
#include "core/desk/training/sitting.hpp"
#include "core/desk/training/typed_verbs.hpp"

/// Sitting down to play: which scenario or run, by which method; and the lines that are typed.
namespace casus::cli {
namespace {

/// Until the last line or "stop"; the exit code.
int play_at_the_table(Context& context, const service::PlayLog& log) {
  const desk::TypedVerbs verbs(context, desk::TypedVerbs::Files::here);
  desk::TrainingSitting sitting(context, log, verbs);
  auto welcome = sitting.welcome();
  if (!context.json()) {
    welcome.line(context.say("sitting.type_help_words_look_see"), desk::Tone::quiet);
    welcome.line(sitting.whose_bare_lines(), desk::Tone::quiet);
  }
  context.draw(welcome);
  TypedLines lines(context.screen(), !context.json(),
                   [&](const std::string& beginning) { return sitting.completions(beginning); });
  while (!sitting.stopped()) {
    const auto line = lines.next(sitting.speaker() + "> ");
    if (!line) break;
    context.draw(sitting.take(*line));
    context.screen().flush();
  }
  context.draw(sitting.farewell());
  return kDone;
}

}  // namespace

void TrainPlay::shape(Slots& slots) {
  slots.maybe("SCENARIO", scenario_, "train_play.which_scenario_see");
  slots.option("method", method_, "train_play.which_method_see");
  slots.option("run", run_, "train_play.name_training_one_goes");
  slots.option("seed", seed_, "train_play.another_chance_when_events_come");
  slots.option("mode", mode_, "train_play.strict_coaching_soft_rules_turn");
}

int TrainPlay::run(Context& context) {
  context.use_training_store();
  if (!run_.empty()) require_run_name(context, run_);
  if (!run_.empty() && has_log(context, run_)) {
    auto log = open_log(context, run_);
    if (!scenario_.empty() && scenario_ != log.setup.scenario)
      throw Usage{context.say("train_play.training_about_give_one_another", "run"_is = run_,
                              "scenario"_is = log.setup.scenario)};
    return play_at_the_table(context, log);
  }
  if (scenario_.empty())
    throw Usage{context.say("train_play.say_which_scenario_scenario_method",
                            "play"_is = text::way("train play", "scenario"_is = text::gap("gap.scenario"),
                                                  "method"_is = text::gap("gap.method")),
                            "list"_is = text::way("train list"))};
  const auto& scenario = scenario_of(context, scenario_);
  if (method_.empty())
    throw Usage{context.say(
        "train_play.say_which_method_train_choose",
        "play"_is = text::way("train play", "scenario"_is = scenario_, "method"_is = context.methods().ids().front()),
        "ids"_is = joined(context.methods().ids()))};
  service::PlayLog log{.setup = new_setup(context, scenario, method_)};
  log.setup.run = run_.empty() ? free_run(context, scenario.id) : run_;
  log.setup.seed = seed_;
  log.setup.mode = mode_;
  return play_at_the_table(context, log);
}

void TrainApply::shape(Slots& slots) { slots.word("FILE", path_, "train.log_setup_then_one_move"); }

int TrainApply::run(Context& context) {
  for (const auto& reply : desk::replayed(context, path_)) context.draw(reply);
  return kDone;
}

Entries playing_verbs() {
  return {
      {"train play", "train.play_scenario_group_acts_case", "train.train_play_debts_shame_method", fresh<TrainPlay>},
      {"train apply", "train.play_log_same_moves_same", "train.train_apply_debts_shame_1", fresh<TrainApply>},
  };
}

}  // namespace casus::cli
