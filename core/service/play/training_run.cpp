// SPDX-License-Identifier: EUPL-1.2
#include "core/service/play/training_run.hpp"

#include "core/service/definitions.hpp"
#include "core/service/play/play_log.hpp"
#include "core/store/files/files.hpp"
#include "core/text/problem_words.hpp"
#include "core/text/said_fault.hpp"

#include <algorithm>
#include <cerrno>
#include <fstream>

namespace casus::service {
namespace {

/// Facts that came out of themselves; what the trainer told is in the move.
std::vector<std::string> came_out_of_scenario(const training::Beat& beat) {
  std::vector<std::string> ids;
  for (const auto& out : beat.came_out)
    if (out.what == training::CameOut::What::fact && out.by.empty()) ids.push_back(out.id);
  return ids;
}

}  // namespace

PlayLog read_play_log(std::string_view bytes) {
  PlayLog log{.bytes = bytes.size()};
  int number = 0;
  bool begun = false;
  while (!bytes.empty()) {
    const auto end = std::min(bytes.find('\n'), bytes.size());
    const auto line = bytes.substr(0, end);
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
    ++number;
    if (trimmed(line).empty()) continue;
    if (!begun) {
      begun = true;
      auto setup = setup_from(line);
      if (setup) log.setup = std::move(*setup);
      else log.problems.push_back({number, std::move(setup.error())});
      continue;
    }
    auto move = move_from(line);
    if (move) log.moves.push_back(std::move(*move));
    else log.problems.push_back({number, std::move(move.error())});
  }
  if (!begun) log.problems.push_back({1, {{"", tell("wrong.no_setup")}}});
  return log;
}

struct Replay::State {
  State(training::Scenario&& scenario, training::Setup setup, const plugin::Catalogue& methods,
        const workflow::Catalogue& workflows, KeptDefinitions kept_ones)
      : own(std::make_unique<training::Scenario>(std::move(scenario))),
        kept(std::move(kept_ones)),
        memory(store::open_memory()),
        library(*memory, methods, workflows),
        play(*own, std::move(setup), by_what_is_kept()) {}
  State(const training::Scenario& scenario, training::Setup setup, const plugin::Catalogue& methods,
        const workflow::Catalogue& workflows, KeptDefinitions kept_ones)
      : kept(std::move(kept_ones)),
        memory(store::open_memory()),
        library(*memory, methods, workflows),
        play(scenario, std::move(setup), by_what_is_kept()) {}

  /// The library, ready for a play: that asks it from the moment that it begins.
  const engine::Library& by_what_is_kept() {
    library.go_by(&kept);
    return library;
  }

  std::unique_ptr<training::Scenario> own;  ///< null when somebody else keeps it
  KeptDefinitions kept;
  std::unique_ptr<store::Store> memory;
  Definitions library;
  training::Play play;
};

Replay::Replay(const training::Scenario& scenario, training::Setup setup, const plugin::Catalogue& methods,
               const workflow::Catalogue& workflows, KeptDefinitions kept)
    : state_(std::make_unique<State>(scenario, std::move(setup), methods, workflows, std::move(kept))) {}
Replay::Replay(training::Scenario&& scenario, training::Setup setup, const plugin::Catalogue& methods,
               const workflow::Catalogue& workflows, KeptDefinitions kept)
    : state_(std::make_unique<State>(std::move(scenario), std::move(setup), methods, workflows, std::move(kept))) {}
Replay::~Replay() = default;

training::Play& Replay::play() { return state_->play; }
const engine::Library& Replay::library() const { return state_->library; }
const KeptDefinitions& Replay::kept() const { return state_->kept; }

std::string Replay::log() const {
  auto out = setup_line(state_->play.setup()) + '\n';
  for (const auto& beat : state_->play.beats()) out += move_line(beat.move, beat.at) + '\n';
  return out;
}

TrainingRun::TrainingRun(Service& service, Replay& replay, std::string log_path)
    : replay_(replay), room_(service, replay.play(), replay.kept()), log_path_(std::move(log_path)) {
  if (!store::file_exists(log_path_)) {
    store::make_folder_of(log_path_);
    store::make_private_file(log_path_);
    write(setup_line(replay_.play().setup()));
  }
  room_.keep();
}

void TrainingRun::again(const PlayLog& log) {
  for (const auto& move : log.moves) replay_.play().take(move);
  read_ = std::max(read_, log.bytes);  // a new run has its setup written already
  room_.keep();
}

std::vector<int> TrainingRun::catch_up() {
  if (store::size_of(log_path_) == static_cast<std::int64_t>(read_)) return {};
  const store::FileHeld held(log_path_);
  return catch_up_held();
}

std::vector<int> TrainingRun::catch_up_held() {
  std::vector<int> numbers;
  std::ifstream in(log_path_, std::ios::binary);
  in.seekg(static_cast<std::streamoff>(read_));
  for (std::string line; std::getline(in, line);) {
    auto move = move_from(line);
    if (!in || !move)
      throw text::SaidFault(Fault::Kind::store, text::msg("fault.play_log_changed", "path"_is = log_path_));
    numbers.push_back(replay_.play().take(std::move(*move)).number);
    read_ += line.size() + 1;
  }
  if (!numbers.empty()) room_.keep();
  return numbers;
}

const training::Beat& TrainingRun::take(training::Move move) {
  const store::FileHeld held(log_path_);
  catch_up_held();
  const auto& beat = replay_.play().take(std::move(move));
  auto kept = beat.move;
  if (replay_.play().setup().keeps_heard) kept.heard = came_out_of_scenario(beat);
  write(move_line(kept, beat.at));
  room_.keep();
  return beat;
}

void TrainingRun::write(const std::string& line) {
  std::ofstream out(log_path_, std::ios::binary | std::ios::app);
  out << line << '\n' << std::flush;
  if (!out)
    throw text::SaidFault(Fault::Kind::store, text::msg("fault.play_log_not_written", "path"_is = log_path_,
                                                        "error"_is = text::system_words_of_making(errno)));
  read_ += line.size() + 1;
}

}  // namespace casus::service
