// SPDX-License-Identifier: EUPL-1.2
#include "core/service/streams.hpp"

#include "core/engine/engine.hpp"
#include "core/engine/team.hpp"
#include "core/meeting/meeting.hpp"
#include "core/service/index.hpp"
#include "core/store/codec.hpp"

#include <set>

namespace casus::service {

// ---- cases

Case CaseStream::empty(const std::string& id) {
  Case it;
  it.id = id;
  return it;
}

void CaseStream::evolve(Case& it, const Event& event) { engine::evolve(it, event); }

bool CaseStream::is_told(const Command& command) {
  const auto& body = command.body;
  return std::holds_alternative<NextStep>(body) || std::holds_alternative<BackStep>(body) ||
         std::holds_alternative<StartRound>(body) || std::holds_alternative<CloseCase>(body) ||
         std::holds_alternative<ReopenCase>(body) || std::holds_alternative<PauseCase>(body) ||
         std::holds_alternative<ResumeCase>(body) || std::holds_alternative<ChangeMethod>(body) ||
         std::holds_alternative<AdoptDefinitions>(body) || std::holds_alternative<OpenCase>(body);
}

bool CaseStream::is_final(const Command& command) {
  return std::holds_alternative<EraseCase>(command.body) || std::holds_alternative<ErasePerson>(command.body);
}

std::optional<store::IndexRow> CaseStream::index_line(const Case& it) { return index_row(it); }

bool CaseStream::fold(Case& it, const std::vector<store::StoredEvent>& stored) {
  std::set<std::string> readable;
  for (const auto& one : stored) {
    if (!one.payload) return false;
    const auto event = store::decode(one);
    engine::evolve(it, event);
    for (const auto& secret : one.secrets) readable.insert(secret.person);
    if (const auto* erased = std::get_if<PersonErased>(&event.body);
        erased != nullptr && readable.contains(erased->person))
      to_erase.emplace_back(it.id, erased->person);
    if (std::holds_alternative<CaseErased>(event.body)) to_erase.emplace_back(it.id, "");
  }
  return true;
}

void CaseStream::fold_erased(Case& it, const std::vector<store::StoredEvent>& all) {
  it.version = all.back().number;
  it.opened_at = all.front().at;
  it.changed_at = all.back().at;
  it.stage.life = Life::erased;
}

// ---- the team

void TeamStream::evolve(Team& team, const TeamEvent& event) { engine::evolve(team, event); }

bool TeamStream::fold(Team& team, const std::vector<store::StoredEvent>& stored) {
  for (const auto& one : stored) engine::evolve(team, store::decode_team(one));
  return true;
}

// ---- meetings

Meeting MeetingStream::empty(const std::string& id) {
  Meeting it;
  it.id = id;
  return it;
}

void MeetingStream::evolve(Meeting& it, const MeetingEvent& event) { meeting::evolve(it, event); }

bool MeetingStream::is_told(const MeetingCommand& command) { return meeting::is_move(command.body); }

bool MeetingStream::fold(Meeting& it, const std::vector<store::StoredEvent>& stored) {
  for (const auto& one : stored) meeting::evolve(it, store::decode_meeting(one));
  return true;
}

}  // namespace casus::service
