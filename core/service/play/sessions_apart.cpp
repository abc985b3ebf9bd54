// SPDX-License-Identifier: EUPL-1.2
#include "core/plugin/apart.hpp"
#include "core/plugin/misdeed.hpp"
#include "core/service/commands/command_json.hpp"
#include "core/service/play/sessions.hpp"
#include "core/text/problem_words.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <stdexcept>
#include <utility>

/// Sessions of chance in processes of their own.
namespace casus::service {
namespace {

using nlohmann::json;

constexpr int kAtOnce = 50;  ///< sessions in one process

json document(const Sessions& all) {
  json shown = json::array();
  for (const auto& one : all.shown) {
    json moves = json::array();
    for (const auto& command : one.moves) moves.push_back(command_json(command));
    shown.push_back(
        {{"fault", key(one.fault)}, {"seed", one.seed}, {"at", one.at}, {"why", one.why}, {"moves", std::move(moves)}});
  }
  return {{"sessions", all.played},
          {"moves", all.moves},
          {"bad", all.bad},
          {"not_reached", all.not_reached},
          {"shown", std::move(shown)}};
}

/// Adds what the sessions of one more process came to.
void add_to(json& all, json more) {
  if (all.is_null()) {
    all = std::move(more);
    return;
  }
  for (const auto* count : {"sessions", "moves", "bad"})
    all[count] = all[count].get<std::int64_t>() + more[count].get<std::int64_t>();
  for (auto& one : more["shown"])
    if (all["shown"].size() < kMostShown) all["shown"].push_back(std::move(one));
  const auto& nor_these = more["not_reached"];
  auto both = json::array();
  for (const auto& place : all["not_reached"])
    if (std::find(nor_these.begin(), nor_these.end(), place) != nor_these.end()) both.push_back(place);
  all["not_reached"] = std::move(both);
}

}  // namespace

json try_sessions(const plugin::Catalogue& methods, const workflow::Catalogue& workflows, const plugin::Entry& entry,
                  int count, std::uint64_t seed, const text::Voice& voice, std::chrono::milliseconds last_brake) {
  json all;
  for (int done = 0; done < count || all.is_null(); done += kAtOnce) {
    const auto ran = plugin::run_apart(
        [&]() -> std::string {
          try {
            return document(play_sessions(methods, workflows, entry.definition, std::min(kAtOnce, count - done),
                                          seed + static_cast<std::uint64_t>(done), voice))
                .dump(-1, ' ', false, json::error_handler_t::replace);
          } catch (const plugin::Misdeed& misdeed) {
            throw std::runtime_error(voice.say(text::message_of(misdeed.did())));
          }
        },
        last_brake);
    if (ran.end == plugin::Apart::End::too_long) {
      if (all.is_null()) all = document({});
      all["stopped"] = voice.say(text::message_of(ran.why));
      return all;
    }
    if (ran.end != plugin::Apart::End::done) return {{"failed", voice.say(text::message_of(ran.why))}};
    add_to(all, json::parse(ran.text));
  }
  return all;
}

}  // namespace casus::service
