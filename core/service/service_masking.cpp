// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/once_in.hpp"
#include "core/engine/reason_kept.hpp"
#include "core/model/person_name.hpp"
#include "core/model/redaction.hpp"
#include "core/service/service_state.hpp"
#include "core/store/codec.hpp"

#include <fmt/format.h>

#include <algorithm>

/// The name of an erased person in what outlives the erasure and is nobody's to put right: why somebody looked at the
/// case, and who sat as a guest in a meeting about it.
namespace casus::service {

namespace {

using engine::kNameGone;

/// Of a person who is not in the case as it was, nothing.
std::vector<HiddenName> names_of_erased(const Case& before, const Event& erased) {
  const auto* one = std::get_if<PersonErased>(&erased.body);
  if (one == nullptr) return engine::names_erased(before, nullptr);
  const auto* person = before.entry(one->person);
  return person == nullptr ? std::vector<HiddenName>() : engine::names_erased(before, person);
}

/// Puts `kNameGone` in the place of a guest; false when none is named.
bool forget_guest(std::string& name, const std::vector<HiddenName>& names, const Team& team) {
  if (team.member(name) != nullptr ||
      std::ranges::none_of(names, [&](const HiddenName& one) { return same_name(one.name, name); }))
    return false;
  name = kNameGone;
  return true;
}

bool forget_guests(MeetingEvent& event, const std::vector<HiddenName>& names, const Team& team) {
  const auto gone = [&](std::string& name) { return forget_guest(name, names, team); };
  bool any = gone(event.by);
  if (event.seat) any = gone(event.seat->name) || any;
  std::visit(
      [&](auto& body) {
        if constexpr (requires { body.present; })
          for (auto& name : body.present) any = gone(name) || any;
        if constexpr (requires { body.name; }) any = gone(body.name) || any;
        if constexpr (requires { body.chair; }) any = gone(body.chair) || any;
        if constexpr (requires { body.note_taker; }) any = gone(body.note_taker) || any;
        if constexpr (requires { body.presenter; }) any = gone(body.presenter) || any;
      },
      event.body);
  return any;
}

template <class Event>
store::Husk husk_of(const Event& event) {
  auto written = store::encode(event);
  return {written.type_version, std::move(written.payload)};
}

}  // namespace

/// A look is said again without the name, at its own moment: the name of who looked lies under a key of that person,
/// and cannot stand in what is left of an event. Nor does the reason: what is left has no term of its own.
void Service::mask_looks(const std::string& case_id, const std::vector<HiddenName>& names) {
  const auto stream = AccessStream::stream_of(case_id);
  for (const auto& stored : store_.read(stream)) {
    if (!stored.payload || stored.type != CaseSeen::kName) continue;
    auto event = store::decode_access(stored);
    auto& seen = std::get<CaseSeen>(event.body);
    auto masked = redacted(seen.because, names, {});
    if (masked.names == 0) continue;
    seen.because.clear();
    const auto husk = husk_of(event);
    seen.because = std::move(masked.text);
    keep_access(case_id, std::move(event));
    store_.destroy_event(stream, stored.number, husk);
  }
}

/// Why a person was erased stands with the looks too: destroyed in the case, it is destroyed there.
void Service::forget_why_erased(const std::string& case_id, const std::string& person) {
  const auto stream = AccessStream::stream_of(case_id);
  for (const auto& stored : store_.read(stream)) {
    if (!stored.payload || stored.type != ErasureRecorded::kName) continue;
    auto event = store::decode_access(stored);
    auto& record = std::get<ErasureRecorded>(event.body);
    if (record.person != person || record.because.empty() || record.because == engine::kNameGone) continue;
    record.because.clear();
    const auto husk = husk_of(event);
    record.because = engine::kNameGone;
    keep_access(case_id, std::move(event));
    store_.destroy_event(stream, stored.number, husk);
  }
}

/// A guest is somebody of the case only where the meeting was about it.
void Service::mask_guests(const std::string& case_id, const std::vector<HiddenName>& names, const Event& erased) {
  const auto& team = state_->teams.current(TeamStream::kId);
  Stream<MeetingStream> meetings(state_->session, state_->clock);
  for (const auto& stream : store_.streams(MeetingStream::kPrefix)) {
    const auto day = stream.substr(MeetingStream::kPrefix.size());
    const auto& meeting = meetings.current(day);
    if (std::ranges::none_of(meeting.items, [&](const AgendaItem& one) { return one.line.case_id == case_id; }))
      continue;
    ItemReworded gone;
    gone.item = kGuest;
    gone.ground = DestroyGround::other_person;
    std::vector<store::Husk> husks;
    for (const auto& stored : store_.read(stream))
      if (auto event = MeetingStream::event_of(stored); event && forget_guests(*event, names, team)) {
        gone.events.push_back(stored.number);
        husks.push_back(husk_of(*event));
      }
    if (husks.empty()) continue;
    MeetingCommand command{fmt::format("{}/{}", random_command_id(), day), day, erased.by, erased.at, {}, {}, {}};
    meetings.keep(command, [&](const Meeting& now, const MeetingCommand& asked) {
      return Outcome<MeetingEvents, Refusal>(
          MeetingEvents{{std::max(asked.at, now.changed_at), asked.by, MeetingEventBody(gone), {}}});
    });
    for (std::size_t i = 0; i < husks.size(); ++i) store_.destroy_event(stream, gone.events[i], husks[i]);
  }
}

void Service::mask_beside(const Case& before, const Event& erased) {
  auto names = names_of_erased(before, erased);
  const auto* one = std::get_if<PersonErased>(&erased.body);
  if (one != nullptr && names.empty() && !before.taken_back.empty())  // entered by mistake, and taken back
    if (const auto once = engine::once_in(before, history(before.id), one->person); once && !once->name.empty())
      names.push_back({once->name, std::string(kNameGone)});
  if (names.empty()) return;
  mask_looks(before.id, names);
  auto told = erased;
  if (const auto* actor = before.person(erased.by)) told.by = actor->name;
  mask_guests(before.id, names, told);
}

}  // namespace casus::service
