// SPDX-License-Identifier: EUPL-1.2
#include "core/base/fault.hpp"
#include "core/engine/refusing.hpp"
#include "core/service/service_state.hpp"
#include "core/store/codec.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::service {

namespace {

Refusal not_of_the_team(const std::string& by) {
  using text::msg;
  return engine::no("NotOfTheTeam", "",
                    msg("access.not_of_the_team",
                        "by"_is = by.empty() ? text::Value(msg("access.somebody_unnamed")) : text::Value(by)),
                    msg("access.not_of_the_team_do"));
}

}  // namespace

/// Of an erased case: the team, who erased it and who stood beside that. Without a team nobody can be told apart.
bool Service::answers_for_erased(const std::string& case_id, const std::string& by) {
  if (trimmed(by).empty()) return false;
  const auto whose = team();
  if (!whose || whose->members.empty() || whose->member(by) != nullptr) return true;
  const auto is_it = [&](const std::string& name) { return folded(name) == folded(trimmed(by)); };
  return std::ranges::any_of(erasures(case_id),
                             [&](const Erasure& one) { return is_it(one.done.by) || is_it(one.done.with); });
}

std::optional<Refusal> Service::look(const std::string& case_id, const engine::LookWanted& wanted, Sight* sight,
                                     bool in_passing) {
  const auto held = state_->session.hold();
  const auto state = open(case_id);
  // Nothing of the case is left, but the names of who looked and who erased are: those are the team's.
  if (state.stage.life == Life::erased && wanted.part == CasePart::log) {
    if (!answers_for_erased(case_id, wanted.by)) {
      if (sight != nullptr) *sight = Sight::refused;
      return not_of_the_team(wanted.by);
    }
  }
  auto decided = engine::decide_look(state, wanted);
  if (sight != nullptr) *sight = decided.sight;
  if (!decided.seen || state.stage.life == Life::erased || (decided.refusal && in_passing))
    return std::move(decided.refusal);
  keep_access(case_id, {state_->clock.now(), *decided.seen});
  return std::move(decided.refusal);
}

/// Others may look at the same moment, and all of it is kept.
void Service::keep_access(const std::string& case_id, AccessEvent event) {
  AccessCommand command{{}, case_id, event.at, {}};
  const auto kept = state_->accesses.keep(command, [&](const AccessStream::State&, const AccessCommand&) {
    return Outcome<std::vector<AccessEvent>, Refusal>(std::vector{event});
  });
  if (!kept.done())
    throw Fault(Fault::Kind::store, fmt::format("who looks at case '{}' cannot be kept now; do it again", case_id));
}

Service::Accountability Service::accountability(const std::string& case_id) {
  const auto held = state_->session.hold();
  if (!exists(case_id)) throw Fault(Fault::Kind::store, fmt::format("there is no case '{}'", case_id));
  Accountability out;
  for (const auto& stored : store_.read(AccessStream::stream_of(case_id))) {
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
  keep_access(before.id, {event.at, std::move(record)});
}

}  // namespace casus::service
