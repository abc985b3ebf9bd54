// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/training/replayed.hpp"

#include "core/desk/definitions.hpp"
#include "core/desk/training/came_out.hpp"
#include "core/desk/training/runs.hpp"
#include "core/service/play/play_log.hpp"
#include "core/service/play/play_room.hpp"
#include "core/store/files/files.hpp"

#include <nlohmann/json.hpp>

namespace casus::desk {
namespace {

constexpr std::size_t kReplayLimit = 16 * 1024 * 1024;

std::vector<Reply> replies_of(Desk& desk, service::Replay& replay) {
  const auto& play = replay.play();
  std::vector<Reply> replies;
  if (!desk.json()) {
    auto& reply = replies.emplace_back();
    tell_came_out(desk, reply, play, play.opening());
    for (const auto& beat : play.beats()) tell_beat(desk, reply, desk.voice(), replay, beat);
    return replies;
  }
  auto opening = nlohmann::json::array();
  for (const auto& out : play.opening()) opening.push_back(service::came_out_json(out, desk.voice()));
  replies.emplace_back().json({{"run", play.setup().run}, {"opening", std::move(opening)}});
  for (const auto& beat : play.beats()) replies.emplace_back().json(service::beat_json(beat, desk.voice()));
  return replies;
}

}  // namespace

std::vector<Reply> replayed(Desk& desk, const std::string& path) {
  desk.use_training_store();
  const auto log = open_log(desk, path);
  // Played in memory first: a log that another run has the name of must not be mixed with it.
  const auto replay = played_again(desk, log);
  const auto own = log_path_of(desk, log.setup.run);
  auto& service = desk.service(Desk::Make::yes);
  if (store::file_exists(own) && read_file(desk, own, kReplayLimit) != replay->log())
    throw Usage{desk.say("train.another_training_called_give_one", "run"_is = log.setup.run)};
  service::PlayRoom(service, replay->play(), replay->kept()).keep();
  if (!store::file_exists(own)) {
    store::make_folder_of(own);
    write_file(desk, {own, false, true}, replay->log());
  }
  return replies_of(desk, *replay);
}

}  // namespace casus::desk
