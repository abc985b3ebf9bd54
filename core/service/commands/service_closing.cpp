// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/refusing.hpp"
#include "core/engine/team/team.hpp"
#include "core/service/service_state.hpp"
#include "core/text/day_words.hpp"

#include <algorithm>
#include <utility>

/// A team that works no more: what it has to do first, and what no longer begins there.
namespace casus::service {

std::vector<Service::StillOpen> Service::still_open() {
  const auto held = state_->session.hold();
  std::vector<StillOpen> out;
  each_case([&](const Case& it) {
    const bool under_way = it.given_over && !it.given_over->confirmed;
    if (it.stage.life == Life::closed && !under_way) return;
    StillOpen open{
        it.id, {}, under_way ? it.given_over->what.team : std::string(), under_way || it.stage.life != Life::intake};
    for (const auto role : {Role::case_manager, Role::presenter})
      if (const auto* person = it.with(role); person != nullptr && open.who.empty()) open.who = person->name;
    out.push_back(std::move(open));
  });
  return out;
}

/// Cases by id and who answers for each, then the meeting that goes on.
std::optional<Refusal> Service::close_first() {
  using text::msg;
  const auto open = still_open();
  if (!open.empty()) {
    std::vector<text::Message> cases;
    for (const auto& one : open) {
      if (!one.team.empty()) cases.push_back(msg("team.open_under_way", "case"_is = one.case_id, "team"_is = one.team));
      else if (one.who.empty()) cases.push_back(msg("team.open_of_nobody", "case"_is = one.case_id));
      else cases.push_back(msg("team.open_of", "case"_is = one.case_id, "who"_is = one.who));
    }
    const auto transfer = [](const std::string& case_id) {
      return text::way("case transfer", "case"_is = case_id, "to"_is = text::gap("gap.team"), "told"_is = text::gap(),
                       "because"_is = text::gap(), "out"_is = text::gap());
    };
    const auto begun = std::ranges::find(open, true, &StillOpen::begun);
    const auto waits = std::ranges::find(open, false, &StillOpen::begun);
    Refusal refusal;
    if (begun != open.end())
      refusal.remedies.push_back(
          {msg("team.cases_open_do", "close"_is = text::way("case close", "case"_is = begun->case_id),
               "transfer"_is = transfer(begun->case_id))});
    if (waits != open.end())
      refusal.remedies.push_back(
          {msg("team.cases_not_begun_do", "case"_is = waits->case_id, "transfer"_is = transfer(waits->case_id),
               "erase"_is = text::way("case erase", "case"_is = waits->case_id, "because"_is = text::gap()))});
    refusal.name = "CasesOpen";
    refusal.reason = msg("team.cases_open", "cases"_is = text::Value::list(std::move(cases), "text.semicolon"));
    return refusal;
  }
  return meeting_goes_on();
}

std::optional<Refusal> Service::meeting_goes_on() {
  using text::msg;
  for (const auto& stream : store_.streams(MeetingStream::kPrefix)) {
    auto meeting = MeetingStream::empty(stream.substr(MeetingStream::kPrefix.size()));
    if (!MeetingStream::fold(meeting, store_.read(stream)) || !meeting.running()) continue;
    return engine::no(
        "MeetingGoesOn", "", msg("team.meeting_goes_on", "on"_is = text::day_message(meeting.on())),
        msg("team.meeting_goes_on_do", "finish"_is = text::way("meeting finish", "date"_is = meeting.id)));
  }
  return std::nullopt;
}

/// Why nothing begins here any more; nothing for what was done before it was closed and is sent again.
std::optional<Refusal> Service::closed_here(const std::string& command_id) {
  auto refusal = engine::closed_team(state_->teams.current(TeamStream::kId));
  if (refusal && store_.receipt(command_id)) refusal.reset();
  return refusal;
}

}  // namespace casus::service
