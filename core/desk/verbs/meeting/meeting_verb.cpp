// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/verbs/meeting/meeting_verb.hpp"

#include "core/desk/from_outside.hpp"
#include "core/desk/meeting/meetings_meant.hpp"
#include "core/desk/reading.hpp"
#include "core/desk/typed/answers.hpp"
#include "core/desk/typed/completed.hpp"
#include "core/service/meetings/meetings.hpp"

#include <algorithm>

/// What every verb of a meeting has in common: which meeting is meant, and handing the command over.
namespace casus::desk {
namespace {

bool has_day(const text::Way& way) {
  // These are of no one day, or find it themselves.
  return way.path.starts_with("meeting ") && way.path != "meeting list" && way.path != "meeting ask" &&
         way.path != "meeting agenda" &&
         std::ranges::find(way.fields, "date", &text::Argument::name) == way.fields.end();
}

/// Each way on within a meeting names its day: without one another meeting would be meant.
text::Message with_day(const text::Message& words, const std::string& day) {
  auto given = words.arguments();
  for (auto& one : given) {
    if (one.value.kind() == text::Value::Kind::message) one.value = with_day(one.value.message(), day);
    if (one.value.kind() != text::Value::Kind::way || !has_day(one.value.way())) continue;
    auto way = one.value.way();
    way.fields.push_back("date"_is = day);
    one.value = std::move(way);
  }
  return {words.id(), std::move(given)};
}

}  // namespace

std::string meeting_meant(Desk& desk) {
  if (const auto meant = meeting_meant(desk.meetings(), desk.today())) return meant->day;
  if (const auto ended = meeting_ended(desk.meetings(), desk.today()))
    throw Usage{desk.say("meeting_verb.meeting_ended_today",
                         "reopen"_is = text::way("meeting reopen", "because"_is = text::gap(), "date"_is = *ended),
                         "plan"_is = text::way("meeting plan", "date"_is = text::gap("gap.day")))};
  throw Usage{desk.say("meeting_verb.no_meeting_planned",
                       "plan"_is = text::way("meeting plan", "date"_is = to_string(desk.today())))};
}

bool turned_down(Desk& desk, Reply& reply) {
  const auto refusal = not_of_the_team(desk);
  if (refusal) show(desk, reply, *refusal);
  return refusal.has_value();
}

std::optional<std::string> case_at_hand(Desk& desk, Reply& reply) {
  (void)desk.actor();
  const auto running = desk.meetings().running();
  const auto* const at_hand = running ? running->at_hand() : nullptr;
  if (const auto outsider = not_of_the_team(desk, running ? &*running : nullptr)) {
    const bool of_case = at_hand != nullptr && !name_in_case(desk, at_hand->line.case_id, desk.who_or_nobody()).empty();
    if (!of_case) {
      show(desk, reply, *outsider);
      return std::nullopt;
    }
  }
  if (!running) {
    const auto next = meeting_to_start(desk.meetings(), desk.today());
    throw Usage{
        desk.say("meeting_verb.meeting_going_start", "start"_is = next && *next != to_string(desk.today())
                                                                      ? text::way("meeting start", "date"_is = *next)
                                                                      : text::way("meeting start"))};
  }
  if (at_hand == nullptr || at_hand->line.case_id.empty())
    throw Usage{desk.say("meeting_verb.case_table_now_take_one", "take"_is = text::way("meeting take"))};
  return at_hand->line.case_id;
}

void tell_forgotten(Desk& desk, Reply& reply) {
  if (desk.json() || not_of_the_team(desk)) return;
  for (const auto& meeting : desk.meetings().forgotten(desk.today()))
    reply.line(desk.say("meeting_verb.note_meeting_never_ended_end",
                        "finish"_is = text::way("meeting finish", "date"_is = meeting.id), "meeting"_is = meeting.id),
               Tone::warning);
}

void MeetingVerb::shape(Slots& slots) {
  parameters(slots);
  slots.option("date", date_, "help.which_meeting_else_one_going");
  slots.option("at", at_, "help.when_happened_else_now");
  slots.option("expect", expect_, "help.only_if_meeting_still_has");
}

void MeetingVerb::run(Desk& desk, Reply& reply) {
  const auto by = desk.actor();
  MeetingCommand command{.id = command_id};
  const auto day = found_for_team(desk, reply, [&] { return date_ ? to_string(*date_) : meant(desk, reply); });
  if (!day) return;
  command.meeting = *day;
  command.by = by;
  command.at = at_.value_or(Time{});
  command.expect = expect_;
  command.body = body(desk);
  command.seat = desk.typist();
  auto answer = hand_over(desk, std::move(command));
  if (answer.refusal && *day != to_string(at_ ? date_of(*at_) : desk.today()))
    for (auto& one : answer.refusal->remedies) one.hint = with_day(one.hint, *day);
  show(desk, reply, answer);
  if (reply.status == Status::done && !desk.json()) after(desk, reply, answer);
}

service::MeetingAnswer MeetingVerb::hand_over(Desk& desk, MeetingCommand command) {
  return desk.meetings().handle(completed(desk, std::move(command)));
}

}  // namespace casus::desk
