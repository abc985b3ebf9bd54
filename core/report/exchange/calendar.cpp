// SPDX-License-Identifier: EUPL-1.2
#include "core/report/exchange/calendar.hpp"

#include "core/base/text.hpp"
#include "core/model/access.hpp"
#include "core/model/case/waits_here.hpp"
#include "core/page/safe_text.hpp"
#include "core/report/history/naming.hpp"
#include "core/text/voice.hpp"
#include "core/workflow/terms.hpp"

#include <fmt/format.h>

namespace casus::report {

std::vector<CalendarEntry> calendar_of(const Case& state, const CalendarWishes& wishes, const text::Voice& voice,
                                       const workflow::Workflow* workflow) {
  std::vector<CalendarEntry> entries;
  const auto life = state.stage.life;
  if (life == Life::erased) return entries;
  const auto* person = wishes.who.empty() ? nullptr : state.person(wishes.who);
  if (!wishes.who.empty() && person == nullptr) return entries;
  const auto add = [&](const std::string& part, Date on, std::string kind, const std::string& more, bool over) {
    entries.push_back({fmt::format("{}-{}@casusberaad", state.id, part), state.changed_at, state.version,
                       over || life == Life::closed, on, std::nullopt, std::nullopt, kind + more, kind});
  };
  const auto of_case = fmt::format("{} {}", text::say(voice, "calendar.case"), state.id);
  // Of what was asked the day alone, not which right: that says something of the resident. It waits for no case. Who
  // is around the resident and has the name of a colleague is not whose work it is.
  if (person == nullptr || (person->has_seat() && (person->team_member || works_in_case(*person))))
    for (const auto& one : state.requests) {
      add(one.asked.id, one.due(), text::say(voice, "calendar.request"), fmt::format(": {}, {}", of_case, one.asked.id),
          false);
      entries.back().cancelled = !waits_here(state, one);
    }
  if (state.restriction() != nullptr) return entries;  // kept, and nothing more (AVG 18)
  if (state.review_on && (person == nullptr || person->has_seat())) {
    auto more = ": " + of_case;
    if (wishes.texts) more += fmt::format(", {}", page::one_line(state.title));
    add("review", *state.review_on, text::say(voice, "calendar.look_back"), more, false);
  }
  if (workflow != nullptr && (person == nullptr || person->has_seat()))
    for (const auto& it : workflow::running_terms(*workflow, state.grounds()))
      add(it.term->id, it.end, workflow::cited(*it.term).in(voice), ": " + of_case, false);
  for (const auto& action : state.actions) {
    if (!action.plan.by_when) continue;
    const bool does = person == nullptr || action.plan.who == person->id;
    const bool checks = person != nullptr && action.plan.checks == person->id;
    if (!does && !checks) continue;
    auto more = fmt::format(": {}, {} {}", of_case, text::say(voice, "calendar.action"), action.plan.id);
    if (wishes.texts) more += fmt::format(": {}", page::one_line(what_to_do(action.plan, voice)));
    add(action.plan.id, *action.plan.by_when,
        does ? text::say(voice, "calendar.action_due") : text::say(voice, "calendar.check_action"), more,
        action.state != Done::open);
  }
  return entries;
}

std::optional<CalendarEntry> calendar_of(const Meeting& meeting, const CalendarWishes& wishes,
                                         const text::Voice& voice) {
  if (!meeting.exists() || meeting.finished_at) return std::nullopt;
  auto summary = text::say(voice, "calendar.case_review_minutes", "minutes"_is = meeting.minutes);
  if (wishes.texts && !meeting.chair.empty())
    summary += fmt::format(", {} {}", text::say(voice, "calendar.chair"), page::one_line(meeting.chair));
  return CalendarEntry{fmt::format("meeting-{}@casusberaad", meeting.id),
                       meeting.changed_at,
                       meeting.version,
                       false,
                       meeting.on(),
                       std::nullopt,
                       std::nullopt,
                       std::move(summary)};
}

}  // namespace casus::report
