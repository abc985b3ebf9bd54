// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/mending/once_in.hpp"
#include "core/engine/mending/reason_kept.hpp"
#include "core/model/person_name.hpp"
#include "core/model/redaction.hpp"
#include "core/service/mending/meeting_remains.hpp"
#include "core/service/mending/named_elsewhere.hpp"
#include "core/service/service_state.hpp"
#include "core/store/codec/codec.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

/// The name of an erased person in what outlives the erasure and is nobody's to put right: why somebody looked at the
/// case, and who sat in a meeting: as a guest in one about it, or as a colleague who left the team since.
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

/// Puts `kNameGone` in the place of every name in a meeting that is one of these. Whether there was any.
bool forget_people(MeetingEvent& event, auto is_it) {
  const auto gone = [&](std::string& name) {
    if (name.empty() || name == kNameGone || !is_it(name)) return false;
    name = kNameGone;
    return true;
  };
  const auto in_line = [&](AgendaLine& line) {
    const bool presents = gone(line.presenter);
    return gone(line.chair) || presents;
  };
  bool any = gone(event.by);
  if (event.seat && gone(event.seat->name)) {
    event.seat->account.clear();
    any = true;
  }
  std::visit(
      [&](auto& body) {
        if constexpr (requires { body.present; })
          for (auto& name : body.present) any = gone(name) || any;
        if constexpr (requires { body.away; })
          for (auto& name : body.away) any = gone(name) || any;
        if constexpr (requires { body.left_off; })
          for (auto* lines : {&body.lines, &body.left_off})
            for (auto& line : *lines) any = in_line(line) || any;
        if constexpr (requires { body.line.presenter; }) any = in_line(body.line) || any;
        if constexpr (requires { body.name; }) any = gone(body.name) || any;
        if constexpr (requires { body.chair; }) any = gone(body.chair) || any;
        if constexpr (requires { body.note_taker; }) any = gone(body.note_taker) || any;
        if constexpr (requires { body.presenter; }) any = gone(body.presenter) || any;
        if constexpr (requires { body.with; }) any = gone(body.with) || any;
      },
      event.body);
  return any;
}

store::Husk husk_of(const auto& event) {
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

void Service::forget_in_meeting(const std::string& day, std::string_view whose, const std::string& by, Time at,
                                const std::function<bool(MeetingEvent&)>& forget) {
  const auto stream = MeetingStream::stream_of(day);
  ItemReworded gone{{.item = std::string(whose), .ground = DestroyGround::other_person}};
  say_what_is_forgotten(gone, store_.read(stream), forget);
  if (gone.events.empty()) return;
  Stream<MeetingStream> meetings(state_->session, state_->clock);
  MeetingCommand command{fmt::format("{}/{}", random_command_id(), day), day, by, at, {}, {}, {}};
  const auto kept = meetings.keep(command, [&](const Meeting& now, const MeetingCommand& asked) {
    return Outcome<MeetingEvents, Refusal>(
        MeetingEvents{{std::max(asked.at, now.changed_at), asked.by, MeetingEventBody(gone), {}}});
  });
  for (const auto& event : kept.events) destroy_with(store_, stream, event);
}

/// Who left, in every meeting there was.
void Service::forget_in_meetings(const std::vector<std::string>& names, const TeamEvent& erased) {
  const auto is_it = [&](const std::string& name) {
    return std::ranges::any_of(names, [&](const std::string& one) { return same_name(one, name); });
  };
  for (const auto& stream : store_.streams(MeetingStream::kPrefix))
    forget_in_meeting(stream.substr(MeetingStream::kPrefix.size()), kColleague, erased.by, erased.at,
                      [&](MeetingEvent& event) { return forget_people(event, is_it); });
}

/// A guest is somebody of the case only where the meeting was about it.
void Service::mask_guests(const std::string& case_id, const std::vector<HiddenName>& names, const Event& erased) {
  const auto& team = state_->teams.current(TeamStream::kId);
  const auto is_guest = [&](const std::string& name) {
    return team.member(name) == nullptr &&
           std::ranges::any_of(names, [&](const HiddenName& one) { return same_name(one.name, name); });
  };
  Stream<MeetingStream> meetings(state_->session, state_->clock);
  for (const auto& stream : store_.streams(MeetingStream::kPrefix)) {
    const auto day = stream.substr(MeetingStream::kPrefix.size());
    const auto& meeting = meetings.current(day);
    if (std::ranges::none_of(meeting.items, [&](const AgendaItem& one) { return one.line.case_id == case_id; }))
      continue;
    forget_in_meeting(day, kGuest, erased.by, erased.at,
                      [&](MeetingEvent& event) { return forget_people(event, is_guest); });
  }
}

/// Where somebody who is erased from a case, or is about to be, is named beside it: in what the team wrote down, and in
/// cases that ended in it. Of nobody whose name is not known any more.
std::vector<engine::Remark> Service::named_beside(const Case& it, const std::string& whom, const Events& so_far) {
  std::vector<engine::Remark> out;
  const auto* known = it.person(whom);
  const auto once = known == nullptr ? engine::once_in(it, so_far, whom) : std::nullopt;
  if (once) known = &*once;
  if (known == nullptr || known->name.empty()) return out;
  for (auto& remark : {named_elsewhere(store_, known->name), named_in_ended(it, *known)})
    if (remark) out.push_back(*remark);
  return out;
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
