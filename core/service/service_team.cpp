// SPDX-License-Identifier: EUPL-1.2
#include "core/base/personal_data.hpp"
#include "core/engine/team.hpp"
#include "core/service/command_ids.hpp"
#include "core/service/service_state.hpp"
#include "core/store/codec.hpp"

#include <algorithm>

/// The team's side of the service: its stream, and the lines that are kept apart from every case (R15).
namespace casus::service {

namespace {

constexpr std::string_view kTeam = "team/main";

}  // namespace

/// Brings the team in memory up to what the store holds.
void Service::hear_team() const {
  if (!state_->team) state_->team.emplace();
  auto& team = *state_->team;
  const auto known = team.version;
  for (const auto& stored : store_.read(kTeam, team.version)) engine::evolve(team, store::decode_team(stored));
  if (team.version == known && known != 0) return;
  state_->definitions.listen_for(team.phrases);
  std::set<std::string> members;
  for (const auto& member : team.members) members.insert(folded(member.name));
  state_->definitions.know_members(std::move(members));
}

std::optional<Team> Service::team() {
  hear_team();
  const auto& team = *state_->team;
  if (team.name.empty()) return std::nullopt;  // lines can lie there before anybody named the team
  return team;
}

Answer Service::note_line(TeamCommand line, const std::vector<std::string>& names) { return keep_line(line, names); }

Answer Service::keep_line(TeamCommand& command, const std::vector<std::string>& names) {
  Answer answer;
  if (command.id.empty()) command.id = random_command_id();
  answer.command_id = command.id;
  if (const auto receipt = store_.receipt(command.id)) {
    answer.repeated = true;
    answer.version = receipt->last;
    return answer;
  }
  if (command.at == Time{}) command.at = state_->clock.now();
  for (int attempt = 1;; ++attempt) {
    hear_team();
    const auto& team = *state_->team;
    const auto decided = engine::decide(team, command, names, state_->definitions);
    if (!decided) {
      answer.refusal = decided.error();
      return answer;
    }
    std::vector<store::NewEvent> events;
    for (const auto& event : *decided) events.push_back(store::encode(event));
    const auto kept = store_.append(kTeam, team.version, command.id, events, nullptr);
    if (kept) {
      answer.version = kept->last;
      return answer;
    }
    if (attempt == kTries) {
      answer.conflict = kept.error();
      return answer;
    }
  }
}

Answer Service::handle(TeamCommand command) { return keep_line(command, {}); }

Answer Service::note(Command count, TeamCommand line) {
  if (count.id.empty()) count.id = random_command_id();
  if (count.at == Time{}) count.at = std::max(state_->clock.now(), current(count.case_id).changed_at);
  // First see that the case takes it: a line may not be kept that the case then refuses.
  if (!store_.receipt(count.id)) {
    const auto decided = engine::decide(current(count.case_id), count, state_->definitions);
    if (!decided) {
      Answer answer;
      answer.command_id = count.id;
      answer.case_id = count.case_id;
      answer.version = current(count.case_id).version;
      answer.refusal = decided.error();
      return answer;
    }
  }
  std::vector<std::string> names;
  for (const auto& person : current(count.case_id).people)
    if (!person.name.empty()) names.push_back(person.name);
  // The neighbourhood is coarse enough to go along (R15), and without it the area cannot be seen in the signals.
  if (auto* signal = std::get_if<NoteSignal>(&line.body); signal != nullptr && signal->neighbourhood.empty()) {
    const auto& place = current(count.case_id).neighbourhood;
    if (personal_data(place, names).empty()) signal->neighbourhood = place;
  }
  line.id = count.id + "/team";
  line.at = count.at;
  auto kept = keep_line(line, names);
  kept.case_id = count.case_id;
  if (!kept.done()) return kept;
  return handle(std::move(count));
}

}  // namespace casus::service
