// SPDX-License-Identifier: EUPL-1.2
#include "cli/train_play.hpp"
#include "cli/line_editor.hpp"
#include "cli/play_verbs.hpp"
#include "core/desk/training/replayed.hpp"
#include "core/desk/training/runs.hpp"
#include "core/desk/training/sitting.hpp"

/// Sitting down to play: which scenario or run, by which method; and the lines that are typed.
namespace casus::cli {
namespace {

/// Until the last line or "stop"; the exit code.
int play_at_the_table(Context& context, const service::PlayLog& log) {
  const PlayVerbs verbs(context);
  desk::TrainingSitting sitting(context, log, verbs);
  context.draw(sitting.welcome());
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
  slots.maybe("SCENARIO", scenario_, {"welk scenario; zie casus train list", "which scenario; see casus train list"});
  slots.option("method", method_,
               {"met welke methode; zie casus method list", "by which method; see casus method list"});
  slots.option(
      "run", run_,
      {"naam van de oefening; een die er al is gaat verder", "name of the training; one that is there goes on"});
  slots.option("seed", seed_, {"ander toeval: wanneer gebeurtenissen komen", "another chance: when events come"});
  slots.option("mode", mode_,
               {"strikt, of oefenend met zachte spreekregels", "strict, or coaching with soft rules of turn"});
}

int TrainPlay::run(Context& context) {
  context.use_training_store();
  if (!run_.empty()) require_run_name(context, run_);
  if (!run_.empty() && has_log(context, run_)) {
    auto log = open_log(context, run_);
    if (!scenario_.empty() && scenario_ != log.setup.scenario)
      throw Usage{context.say({"oefening {} gaat over {}; geef deze een andere naam met --run",
                               "training {} is about {}; give this one another name with --run"},
                              run_, log.setup.scenario)};
    return play_at_the_table(context, log);
  }
  if (scenario_.empty())
    throw Usage{
        context.say({"zeg welk scenario: casus train play SCENARIO --method METHODE; kijk met: casus train list",
                     "say which scenario: casus train play SCENARIO --method METHOD; look with: casus train list"})};
  const auto& scenario = scenario_of(context, scenario_);
  if (method_.empty())
    throw Usage{context.say({"zeg met welke methode jullie oefenen; kies uit: {}\nzo: casus train play {} --method {}",
                             "say by which method you train; choose: {}\nso: casus train play {} --method {}"},
                            joined(context.methods().ids()), scenario_, context.methods().ids().front())};
  service::PlayLog log;
  log.setup = new_setup(context, scenario, method_);
  log.setup.run = run_.empty() ? free_run(context, scenario.id) : run_;
  log.setup.seed = seed_;
  log.setup.mode = mode_;
  return play_at_the_table(context, log);
}

void TrainApply::shape(Slots& slots) {
  slots.word("FILE", path_,
             {"een logboek: de opzet, en dan een zet per regel (JSON)",
              "a log: the setup, and then one move on each line (JSON)"});
}

int TrainApply::run(Context& context) {
  for (const auto& reply : desk::replayed(context, path_)) context.draw(reply);
  return kDone;
}

Entries playing_verbs() {
  return {
      {"train play",
       {"een scenario spelen: de groep doet iets, de casus antwoordt",
        "play a scenario: the group acts, the case answers"},
       {"train play debts-and-shame --method solution-focused/reflecting-team",
        "train play debts-and-shame --method solution-focused/reflecting-team"},
       fresh<TrainPlay>},
      {"train apply",
       {"een logboek afspelen: dezelfde zetten, dezelfde uitkomst", "play a log: the same moves, the same outcome"},
       {"train apply debts-and-shame-1", "train apply debts-and-shame-1"},
       fresh<TrainApply>},
  };
}

}  // namespace casus::cli
