// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/training/runs.hpp"

#include "core/base/fault.hpp"
#include "core/desk/definitions.hpp"
#include "core/desk/places.hpp"
#include "core/desk/training/kept_definitions.hpp"
#include "core/store/files/files.hpp"
#include "core/store/files/output_file.hpp"
#include "core/text/problem_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <mutex>

namespace casus::desk {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLogLimit = 16 * 1024 * 1024;

fs::path runs_folder(Desk& desk) { return desk.beside_store() + ".runs"; }

std::string kept_of(const training::Scenario& scenario) {
  auto bytes = scenario.source;
  std::erase(bytes, '\r');  // a log holds no signs that a terminal obeys
  return bytes;
}

std::vector<std::string_view> looks(const std::vector<std::string>& texts) { return {texts.begin(), texts.end()}; }

}  // namespace

const std::vector<training::ScenarioFile>& scenario_files() {
  // Read once for each list of folders, by whoever comes first of those who serve a team each: what is handed out
  // stays.
  static std::mutex reading;
  const std::scoped_lock lock(reading);
  static std::map<std::vector<std::string>, std::vector<training::ScenarioFile>> by_folders;
  const auto [found, fresh] = by_folders.try_emplace(scenario_folders());
  if (fresh) found->second = training::scan_scenarios(found->first);
  return found->second;
}

const training::Scenario* scenario_here(const std::string& id) {
  for (const auto& file : scenario_files())
    if (file.problems.empty() && file.scenario.id == id) return &file.scenario;
  return nullptr;
}

const training::Scenario& scenario_of(Desk& desk, const std::string& id) {
  std::vector<std::string> ids;
  for (const auto& file : scenario_files()) {
    if (!file.problems.empty()) continue;
    if (file.scenario.id == id) return file.scenario;
    ids.push_back(file.scenario.id);
  }
  throw Usage{desk.say("runs.scenario_look", "list"_is = text::way("train list"), "id"_is = id,
                       "ids"_is = hint_in(desk.voice(), id, looks(ids)))};
}

std::string log_path_of(Desk& desk, const std::string& run) { return (runs_folder(desk) / (run + ".jsonl")).string(); }

bool has_log(Desk& desk, const std::string& run) { return store::file_exists(log_path_of(desk, run)); }

std::vector<std::string> runs_of(Desk& desk) {
  std::vector<std::string> all;
  std::error_code error;
  for (fs::directory_iterator entry(runs_folder(desk), error), end; !error && entry != end; entry.increment(error))
    if (entry->path().extension() == ".jsonl") all.push_back(entry->path().stem().string());
  std::ranges::sort(all);
  return all;
}

service::PlayLog open_log(Desk& desk, const std::string& run_or_path) {
  const auto own = is_id(run_or_path) ? log_path_of(desk, run_or_path) : std::string();
  const auto path = !own.empty() && store::file_exists(own) ? own : run_or_path;
  if (!is_there(desk, path)) {
    const auto runs = runs_of(desk);
    throw Usage{desk.say("runs.training_look", "list"_is = text::way("train list"), "run_or_path"_is = run_or_path,
                         "runs"_is = hint_in(desk.voice(), run_or_path, looks(runs)))};
  }
  auto log = service::read_play_log(read_file(desk, path, kLogLimit));
  if (log.problems.empty()) return log;
  std::string wrong;
  for (const auto& line : log.problems)
    for (const auto& problem : line.problems)
      wrong += '\n' + desk.say("runs.line", "line"_is = line.line,
                               "pointer"_is = problem.pointer.empty() ? std::string("/") : problem.pointer,
                               "message"_is = text::problem_line(problem, desk.voice()));
  throw Fault(Fault::Kind::definition, desk.say("runs.cannot_read_nothing_done", "path"_is = path, "wrong"_is = wrong));
}

Usage played_otherwise(Desk& desk, const training::Setup& setup, const std::string& other) {
  return Usage{desk.say("runs.training_played_another_version_put",
                        "play"_is = text::way("train play", "scenario"_is = setup.scenario), "run"_is = setup.run,
                        "other"_is = other)};
}

std::unique_ptr<service::Replay> replay_of(Desk& desk, const training::Setup& setup) {
  auto definitions = definitions_of(desk, setup);
  const auto* here = scenario_here(setup.scenario);
  // What a run keeps is what it is played by, also where this machine has the same: no change to it goes unseen.
  const bool as_here = here != nullptr && here->hash == setup.scenario_hash &&
                       (setup.kept_scenario.empty() || setup.kept_scenario == kept_of(*here));
  if (as_here)
    return std::make_unique<service::Replay>(*here, setup, desk.methods(), desk.workflows(), std::move(definitions));
  if (setup.kept_scenario.empty()) {
    (void)scenario_of(desk, setup.scenario);
    throw played_otherwise(desk, setup, setup.scenario);
  }
  auto [kept, problems] = training::parse(setup.kept_scenario);
  if (!problems.empty())
    throw Fault(Fault::Kind::definition,
                desk.say("runs.kept_scenario_wrong", "run"_is = setup.run, "pointer"_is = problems.front().pointer,
                         "message"_is = text::problem_words(problems.front(), desk.voice())));
  return std::make_unique<service::Replay>(std::move(kept), setup, desk.methods(), desk.workflows(),
                                           std::move(definitions));
}

training::Debrief looked_back(Desk& desk, service::Replay& replay) {
  auto seen = training::debrief(replay.play(), replay.library());
  seen.notices = changed_since(desk, replay);
  return seen;
}

std::unique_ptr<service::Replay> played_again(Desk& desk, const service::PlayLog& log) {
  auto replay = replay_of(desk, log.setup);
  for (const auto& move : log.moves) replay->play().take(move);
  return replay;
}

training::Setup new_setup(Desk& desk, const training::Scenario& scenario, const std::string& method) {
  desk.require_method(method);
  training::Setup setup{.scenario = scenario.id,
                        .scenario_hash = scenario.hash,
                        .method = method,
                        .kept_scenario = kept_of(scenario),
                        .keeps_heard = true};
  keep_definitions(desk, setup);
  setup.lang = desk.voice();
  setup.at = *time_from("2026-03-02T09:00:00Z");  // a Monday: the same for every run
  return setup;
}

std::string free_run(Desk& desk, const std::string& scenario) {
  for (int number = 1;; ++number) {
    auto run = fmt::format("{}-{}", scenario, number);
    if (!store::file_exists(log_path_of(desk, run))) return run;
  }
}

void require_run_name(const Desk& desk, const std::string& name) {
  if (store::names_a_citizen(name)) throw Usage{text::msg("output.citizen_number").in(desk.voice())};
  if (!is_id(name)) throw Usage{desk.say("runs.cannot_name_training_take_z", "name"_is = name)};
}

std::string branch_off(Desk& desk, const service::PlayLog& log, int moves, const std::string& name) {
  if (moves < 0 || moves > static_cast<int>(log.moves.size()))
    throw Usage{desk.say("runs.training_has_moves_give_0", "run"_is = log.setup.run,
                         "moves"_is = text::msg("count.moves", "count"_is = log.moves.size()),
                         "moves2"_is = log.moves.size())};
  auto setup = log.setup;
  setup.run = name.empty() ? free_run(desk, log.setup.scenario) : name;
  require_run_name(desk, setup.run);
  const auto path = log_path_of(desk, setup.run);
  if (store::file_exists(path)) throw Usage{desk.say("runs.training_already_give_another_name", "run"_is = setup.run)};
  setup.from = log.setup.run;
  setup.from_moves = moves;
  const auto replay = replay_of(desk, setup);
  for (int i = 0; i < moves; ++i) replay->play().take(log.moves[static_cast<std::size_t>(i)]);
  service::PlayRoom(desk.service(Desk::Make::yes), replay->play(), replay->kept()).keep();
  store::make_folder_of(path);
  write_file(desk, {path, false, true}, replay->log());
  return setup.run;
}

}  // namespace casus::desk
