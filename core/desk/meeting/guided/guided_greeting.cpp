// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/meeting/guided/guided_meeting.hpp"

#include "core/report/history/naming.hpp"

#include <algorithm>
#include <utility>

/// What is said when the screen opens: which meeting this is, who is expected, and what is likely typed first.
namespace casus::desk {

using text::msg;

void GuidedMeeting::greet() {
  shown_.messages.clear();
  shown_.offer.reset();
  shown_.back.reset();
  if (place_.meeting) say_which();
  if (!shown_.room || shown_.room->started) {
    say(desk_.say("guided_meeting.type_what_can_type_here"), Tone::quiet);
    if (shown_.room) offer_next();
    return;
  }
  if (ended_today()) return;
  if (is_ahead()) return say(msg("guided.begin_ahead").in(desk_.voice()));
  say(msg("guided.who_is_there").in(desk_.voice()));
  offer_begin();
}

void GuidedMeeting::offer_begin() {
  if (!shown_.room || shown_.room->started || shown_.room->finished) return;
  if (is_ahead() || ended_today()) return;  // nobody begins that of next week with one key
  std::string names;
  for (const auto& name : expected_at(desk_.meetings().open(day()), desk_.service().team()))
    names += (names.empty() ? "" : ", ") + name;
  offer({Ask::start, names, {}});
}

/// The meeting is planned for a later day, and nobody asked for it by that day.
bool GuidedMeeting::is_ahead() const {
  return place_.meeting && !place_.meeting->named && !place_.meeting->meant.started &&
         place_.meeting->meant.day > to_string(desk_.today());
}

/// The meeting of today, where it has ended and this is another that nobody asked for by its day.
std::optional<std::string> GuidedMeeting::ended_today() {
  auto today = to_string(desk_.today());
  if (!place_.meeting || place_.meeting->named || place_.meeting->meant.day == today) return std::nullopt;
  const auto it = desk_.meetings().kept(today);
  return it && it->finished_at ? std::optional(std::move(today)) : std::nullopt;
}

/// Which meeting this is, when it is not that of today; and the others.
void GuidedMeeting::say_which() {
  const auto& [meant, named, others] = *place_.meeting;
  const auto voice = desk_.voice();
  const auto today = desk_.today();
  const auto spoken = [&](const std::string& day) { return report::day(date_from(day).value_or(today), voice); };
  if (const auto on = date_from(meant.day); on && *on != today && !named) {
    const auto is_today = [&](const MeetingThere& other) { return other.day == to_string(today); };
    const auto ended = ended_today();
    if (meant.started && *on > today)
      say(desk_.say("guided_meeting.begun_early", "day"_is = spoken(meant.day)), Tone::warning);
    else if (meant.started)
      say(desk_.say("guided_meeting.meeting_begun_never_ended", "day"_is = spoken(meant.day)), Tone::warning);
    else if (std::ranges::any_of(others, is_today))
      say(desk_.say("guided_meeting.other_than_today", "day"_is = spoken(meant.day)), Tone::warning);
    else if (ended)
      say(desk_.say("guided_meeting.today_ended", "day"_is = spoken(meant.day),
                    "reopen"_is = text::way("meeting reopen", "because"_is = text::gap(), "date"_is = *ended)),
          Tone::warning);
    else
      say(desk_.say("guided_meeting.meeting_today", "day"_is = spoken(meant.day),
                    "plan"_is = text::way("meeting plan", "date"_is = to_string(today))),
          Tone::warning);
  }
  for (const auto& other : others)
    say(other.started
            ? desk_.say("guided_meeting.meeting_never_ended_go_other", "day"_is = spoken(other.day),
                        "day2"_is = other.day)
            : desk_.say("guided_meeting.planned_too_go_other", "day"_is = spoken(other.day), "day2"_is = other.day),
        Tone::warning);
}

/// With nothing on the table the next word is nearly always the same: one Enter then does it.
void GuidedMeeting::offer_next() {
  const auto meeting = desk_.meetings().open(day());
  if (!meeting.running() || meeting.at_hand() != nullptr) return;
  offer({meeting.next() != nullptr ? Ask::take : Ask::finish, {}, {}});
}

void GuidedMeeting::turn_to_other(const std::string& day) {
  auto& choice = *place_.meeting;
  // As they are now: one may have been planned, begun or opened again since. Who named a day is at that.
  const auto now = choice.named ? std::nullopt : meetings_meant(desk_.meetings(), desk_.today());
  if (now) {
    auto there = now->others;
    there.insert(there.begin(), now->meant);
    std::erase_if(there, [&](const MeetingThere& one) { return one.day == choice.meant.day; });
    for (auto& one : choice.others)
      if (std::ranges::find(there, one.day, &MeetingThere::day) == there.end()) there.push_back(std::move(one));
    choice.others = std::move(there);
  }
  const auto other = day.empty() ? choice.others.begin() : std::ranges::find(choice.others, day, &MeetingThere::day);
  if (other == choice.others.end()) {
    return not_done(desk_.say("guided_meeting.other_meeting_go"));
  }
  // As at the end of this one: what waits lies with its case or with this meeting.
  keep_waiting();
  keep_left(true);
  std::swap(choice.meant, *other);
  shown_.choice = choice;
  refresh();
  greet();
}

}  // namespace casus::desk
