// SPDX-License-Identifier: EUPL-1.2
#include "cli/meeting_verb.hpp"

#include "core/service/meetings.hpp"

/// What every verb of a meeting has in common: which meeting is meant, and handing the command over.
namespace casus::cli {

std::optional<std::string> meeting_to_start(Context& context) {
  const auto today = to_string(context.today());
  for (const auto& day : context.meetings().days())
    if (day >= today && !context.meetings().open(day).started_at) return day;
  return std::nullopt;
}

std::string meeting_meant(Context& context) {
  if (const auto running = context.meetings().running()) return running->id;
  if (const auto next = meeting_to_start(context)) return *next;
  throw Usage{context.say({"er is geen overleg gepland; plan er een: casus meeting plan --date 2026-03-02",
                           "no meeting is planned; plan one: casus meeting plan --date 2026-03-02"})};
}

std::string case_at_hand(Context& context) {
  const auto running = context.meetings().running();
  if (!running)
    throw Usage{context.say({"er is geen overleg bezig; begin het met: casus meeting start",
                             "no meeting is going on; start it with: casus meeting start"})};
  const auto* item = running->at_hand();
  if (item == nullptr || item->line.case_id.empty())
    throw Usage{context.say({"er ligt nu geen casus op tafel; neem er een: casus meeting take",
                             "no case is on the table now; take one: casus meeting take"})};
  return item->line.case_id;
}

void tell_forgotten(Context& context) {
  if (context.json()) return;
  for (const auto& meeting : context.meetings().forgotten(context.today()))
    context.screen().line(
        context.say({"let op: het overleg van {0} is nooit afgesloten; dat kan met: casus meeting finish --date {0}",
                     "note: the meeting of {0} was never ended; end it with: casus meeting finish --date {0}"},
                    meeting.id),
        Screen::Tone::warning);
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

int MeetingVerb::run(Context& context) {
  const auto by = context.who();
  MeetingCommand command;
  command.id = new_command_id();
  command.meeting = date_ ? to_string(*date_) : meant(context);
  command.by = by;
  command.at = at_.value_or(Time{});
  command.expect = expect_;
  command.body = body(context);
  const auto answer = hand_over(context, std::move(command));
  const auto exit = context.show(answer);
  if (exit == kDone && !context.json()) after(context, answer);
  return exit;
}

service::MeetingAnswer MeetingVerb::hand_over(Context& context, MeetingCommand command) {
  return context.meetings().handle(std::move(command));
}

}  // namespace casus::cli
