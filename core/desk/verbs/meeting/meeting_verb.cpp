// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/verbs/meeting/meeting_verb.hpp"

#include "core/desk/answers.hpp"
#include "core/desk/completed.hpp"
#include "core/desk/meeting/meetings_meant.hpp"
#include "core/service/meetings.hpp"

/// What every verb of a meeting has in common: which meeting is meant, and handing the command over.
namespace casus::desk {

std::string meeting_meant(Desk& desk) {
  if (const auto meant = meeting_meant(desk.meetings(), desk.today())) return meant->day;
  throw Usage{desk.say({"er is geen overleg gepland; plan er een: casus meeting plan --date 2026-03-02",
                        "no meeting is planned; plan one: casus meeting plan --date 2026-03-02"})};
}

std::string case_at_hand(Desk& desk) {
  const auto running = desk.meetings().running();
  if (!running)
    throw Usage{desk.say({"er is geen overleg bezig; begin het met: casus meeting start",
                          "no meeting is going on; start it with: casus meeting start"})};
  const auto* item = running->at_hand();
  if (item == nullptr || item->line.case_id.empty())
    throw Usage{desk.say({"er ligt nu geen casus op tafel; neem er een: casus meeting take",
                          "no case is on the table now; take one: casus meeting take"})};
  return item->line.case_id;
}

void tell_forgotten(Desk& desk, Reply& reply) {
  if (desk.json()) return;
  for (const auto& meeting : desk.meetings().forgotten(desk.today()))
    reply.line(
        desk.say({"let op: het overleg van {0} is nooit afgesloten; dat kan met: casus meeting finish --date {0}",
                  "note: the meeting of {0} was never ended; end it with: casus meeting finish --date {0}"},
                 meeting.id),
        Tone::warning);
}

void MeetingVerb::shape(Slots& slots) {
  parameters(slots);
  slots.option(
      "date", date_,
      {"welk overleg; anders het lopende, of het volgende", "which meeting; else the one going on, or the next"});
  slots.option("at", at_, {"wanneer het gebeurde; anders nu", "when it happened; else now"});
  slots.option("expect", expect_,
               {"alleen als het overleg nog deze versie heeft", "only if the meeting still has this version"});
}

void MeetingVerb::run(Desk& desk, Reply& reply) {
  const auto by = desk.actor();
  MeetingCommand command;
  command.id = command_id;
  command.meeting = date_ ? to_string(*date_) : meant(desk, reply);
  command.by = by;
  command.at = at_.value_or(Time{});
  command.expect = expect_;
  command.body = body(desk);
  command.seat = desk.typist();
  const auto answer = hand_over(desk, std::move(command));
  show(desk, reply, answer);
  if (reply.status == Status::done && !desk.json()) after(desk, reply, answer);
}

service::MeetingAnswer MeetingVerb::hand_over(Desk& desk, MeetingCommand command) {
  return desk.meetings().handle(completed(desk, std::move(command)));
}

}  // namespace casus::desk
