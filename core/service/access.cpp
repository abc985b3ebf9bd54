// SPDX-License-Identifier: EUPL-1.2
#include "core/base/fault.hpp"
#include "core/engine/refusing.hpp"
#include "core/service/service.hpp"
#include "core/store/codec.hpp"

#include <fmt/format.h>

namespace casus::service {

namespace {

std::string looks_of(const std::string& case_id) { return "access/" + case_id; }

Refusal not_of_the_team(const std::string& by) {
  using text::msg;
  return engine::no("NotOfTheTeam", "",
                    msg("access.not_of_the_team",
                        "by"_is = by.empty() ? text::Value(msg("access.somebody_unnamed")) : text::Value(by)),
                    msg("access.not_of_the_team_do"));
}

}  // namespace

std::optional<Refusal> Service::look(const std::string& case_id, const engine::LookWanted& wanted, Sight* sight,
                                     bool in_passing) {
  const auto state = open(case_id);
  // Nothing of the case is left, but the names of who looked and who erased are: those are the team's.
  if (state.stage.life == Life::erased && wanted.part == CasePart::log) {
    const auto whose = team();
    if (trimmed(wanted.by).empty() || (whose && whose->member(wanted.by) == nullptr)) {
      if (sight != nullptr) *sight = Sight::refused;
      return not_of_the_team(wanted.by);
    }
  }
  auto decided = engine::decide_look(state, wanted);
  if (sight != nullptr) *sight = decided.sight;
  if (!decided.seen || state.stage.life == Life::erased || (decided.refusal && in_passing))
    return std::move(decided.refusal);
  const auto event = store::encode(AccessEvent{now(), *decided.seen});
  const auto stream = looks_of(case_id);
  // Others may look at the same moment, and every look is kept.
  while (!store_.append(stream, store_.head(stream), "", {event}, nullptr)) {
  }
  return std::move(decided.refusal);
}

Service::Accountability Service::accountability(const std::string& case_id) {
  if (!exists(case_id)) throw Fault(Fault::Kind::store, fmt::format("there is no case '{}'", case_id));
  Accountability out;
  for (const auto& stored : store_.read(looks_of(case_id))) {
    if (!stored.payload) return {};  // erased by a program of before this was kept
    const auto event = store::decode_access(stored);
    if (const auto* seen = std::get_if<CaseSeen>(&event.body)) out.looks.push_back({event.at, *seen});
    else out.erasures.push_back({event.at, std::get<ErasureRecorded>(event.body)});
  }
  return out;
}

Looks Service::looks(const std::string& case_id) { return accountability(case_id).looks; }

Erasures Service::erasures(const std::string& case_id) { return accountability(case_id).erasures; }

/// What an erasure leaves to answer for it: who did it, with whom, on what ground. `before` is the case as it was.
void Service::record_erasure(const Case& before, const Command& command, const Event& event) {
  ErasureRecorded record;
  if (const auto* person = std::get_if<PersonErased>(&event.body)) {
    record.person = person->person;
    record.with = person->with;
    record.because = person->because;
  } else if (const auto* whole = std::get_if<CaseErased>(&event.body)) {
    record.with = whole->with;
    record.because = whole->because;
  } else {
    return;
  }
  const auto* actor = before.person(command.by);
  record.by = actor == nullptr ? command.by : actor->name;
  const auto stream = looks_of(before.id);
  const auto kept = store_.append(stream, store_.head(stream), "",
                                  {store::encode(AccessEvent{event.at, std::move(record)})}, nullptr);
  if (!kept) throw Fault(Fault::Kind::store, fmt::format("case '{}' is being looked at; do it again", before.id));
}

}  // namespace casus::service
