// SPDX-License-Identifier: EUPL-1.2
#include "cli/play_session.hpp"
#include "core/service/play_log.hpp"
#include "core/store/files.hpp"

/// Sitting down to play: which scenario or run, by which method; and a run that branches off.
namespace casus::cli {

namespace {

/// Throws Usage for what could not be the name of a file.
void require_run_name(const Context& context, const std::string& name) {
  if (!is_id(name))
    throw Usage{context.say({"'{}' kan geen oefening heten; neem a-z, 0-9 en '-'",
                             "'{}' cannot be the name of a training; take a-z, 0-9 and '-'"},
                            name)};
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
  if (!run_.empty() && casus::store::file_exists(log_path_of(context, run_))) {
    auto log = open_log(context, run_);
    if (!scenario_.empty() && scenario_ != log.setup.scenario)
      throw Usage{context.say({"oefening {} gaat over {}; geef deze een andere naam met --run",
                               "training {} is about {}; give this one another name with --run"},
                              run_, log.setup.scenario)};
    return play_at_the_table(context, std::move(log));
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
  return play_at_the_table(context, std::move(log));
}

std::string branch_off(Context& context, const service::PlayLog& log, int moves, const std::string& name) {
  if (moves < 0 || moves > static_cast<int>(log.moves.size()))
    throw Usage{context.say({"oefening {} heeft {} zetten; geef 0 tot {}", "training {} has {} moves; give 0 to {}"},
                            log.setup.run, log.moves.size(), log.moves.size())};
  auto setup = log.setup;
  setup.run = name.empty() ? free_run(context, log.setup.scenario) : name;
  require_run_name(context, setup.run);
  const auto path = log_path_of(context, setup.run);
  if (casus::store::file_exists(path))
    throw Usage{context.say(
        {"er is al een oefening {}; geef een andere naam", "there is a training {} already; give another name"},
        setup.run)};
  setup.from = log.setup.run;
  setup.from_moves = moves;
  const auto replay = replay_of(context, setup);
  for (int i = 0; i < moves; ++i) replay->play().take(log.moves[static_cast<std::size_t>(i)]);
  service::PlayRoom(context.service(Context::Make::yes), replay->play()).keep();
  casus::store::make_folder_of(path);
  write_file(context, {path}, replay->log());
  return setup.run;
}

}  // namespace casus::cli
