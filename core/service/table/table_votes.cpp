// SPDX-License-Identifier: EUPL-1.2
#include "core/service/table/table_votes.hpp"

#include "core/engine/floor/voting.hpp"
#include "core/model/case/stays.hpp"
#include "core/text/label.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace casus::service {

using namespace text::literals;
using nlohmann::json;

namespace {

VoteNow::On line_of(const Case& state, const report::Naming& names, const engine::Got& got) {
  VoteNow::On on{got.of, names.about(got.of), got.points, got.voters};
  const auto said = std::ranges::find(state.contributions, got.of, &Contribution::id);
  if (said != state.contributions.end()) on.what += fmt::format(" ({})", names.said_by(*said));
  return on;
}

/// Whether it was voted in another step than this one and the one before it.
bool lies_behind(const Case& state, const Visit& held) {
  const auto after = state.visits.begin() + (&held - state.visits.data());
  return std::any_of(after, state.visits.end(),
                     [&](const Visit& it) { return !same_time(it, held) && !same_time(it, *state.here()); });
}

json on_json(const std::vector<VoteNow::On>& all, bool result) {
  auto out = json::array();
  for (const auto& one : all) {
    out.push_back({{"id", one.id}, {"what", one.what}});
    if (!result) continue;
    out.back()["points"] = one.points;
    out.back()["voters"] = one.voters;
  }
  return out;
}

}  // namespace

void show_votes(Table& t, const Case& state, const method::Definition& method, const method::Step& step,
                const report::Naming& names) {
  const auto* counted = engine::last_vote_shown(state);
  const bool behind = counted != nullptr && lies_behind(state, *counted);
  if (behind && counted->phase != state.here()->phase) counted = nullptr;
  const auto* where = counted == nullptr ? nullptr : names.step(*counted);
  if (!step.vote && (where == nullptr || !where->vote)) return;
  auto& now = t.vote.emplace();
  if (step.vote) {
    now.how = step.vote->how;
    now.most = step.vote->most;
    for (const auto* one : engine::voted_on(state, {method, step, *state.here()}))
      now.on.push_back(line_of(state, names, {one->id, 0, 0}));
    now.voted = static_cast<int>(ballots(state, *state.here()).size());
  }
  const auto* held_by = where == nullptr || !where->vote ? nullptr : names.method(counted->method);
  if (held_by == nullptr) return;
  now.step = names.step_name(*counted);
  now.behind = behind;
  for (const auto& got : engine::added_up(state, {*held_by, *where, *counted}))
    now.result.push_back(line_of(state, names, got));
}

std::vector<std::string> vote_lines(const VoteNow& vote, const text::Voice& voice) {
  std::vector<std::string> lines;
  if (!vote.on.empty()) {
    std::string all;
    for (const auto& one : vote.on) all += fmt::format("{}{} {}", all.empty() ? "" : "; ", one.id, one.what);
    lines.push_back(text::say(voice, "table.vote_on", "how"_is = label(vote.how, voice), "most"_is = vote.most,
                              "candidates"_is = all, "voted"_is = vote.voted));
  }
  if (vote.result.empty()) return lines;
  std::string all;
  for (const auto& one : vote.result) {
    if (vote.behind && one.points < vote.result.front().points) break;
    all += (all.empty() ? "" : "; ") + text::say(voice, "table.vote_got", "id"_is = one.id, "what"_is = one.what,
                                                 "points"_is = one.points, "voters"_is = one.voters);
  }
  lines.push_back(vote.behind ? text::say(voice, "table.vote_most", "step"_is = vote.step, "result"_is = all)
                              : text::say(voice, "table.vote_result", "step"_is = vote.step, "result"_is = all));
  return lines;
}

json vote_json(const VoteNow& vote) {
  json out = json::object();
  if (!vote.on.empty()) {
    out["how"] = key(vote.how);
    out["most"] = vote.most;
    out["on"] = on_json(vote.on, false);
    out["voted"] = vote.voted;
  }
  if (!vote.result.empty()) out["result"] = {{"step", vote.step}, {"on", on_json(vote.result, true)}};
  return out;
}

}  // namespace casus::service
