// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/answers.hpp"
#include "core/report/meeting_words.hpp"

#include <nlohmann/json.hpp>

/// What came of a command to a meeting.
namespace casus::desk {

std::string told(const Desk& desk, const MeetingEvent& event, const Meeting& after) {
  return event.by + ' ' + report::event_in_words(event, after, desk.lang());
}

void show(Desk& desk, Reply& reply, const service::MeetingAnswer& answer) {
  reply.refusal = answer.refusal;
  if (desk.wants_document()) reply.json(answer_json(answer, desk.voice()));
  if (desk.json()) {
    reply.status = status_of(answer);
    return;
  }
  if (answer.refusal) {
    print_refusal(desk, reply, *answer.refusal);
  } else if (answer.conflict) {
    reply.error(desk.say({"iemand was je voor: het overleg is nu versie {}, jij zag versie {}; er is niets veranderd",
                          "somebody was first: the meeting is at version {}, you saw version {}; nothing changed"},
                         answer.conflict->actual, answer.conflict->expected),
                Tone::bad);
    reply.error(desk.say({"doe dit: kijk met casus meeting show en probeer het opnieuw",
                          "do this: look with casus meeting show and try again"}));
  } else if (answer.repeated) {
    reply.line(desk.say({"dit was al gedaan; er is niets veranderd", "this was done before; nothing changed"}));
  } else if (answer.events.empty()) {
    reply.line(desk.say({"dat was al zo; er is niets veranderd", "that was so already; nothing changed"}));
  } else {
    for (const auto& event : answer.events) reply.line(told(desk, event, *answer.after), Tone::good);
  }
  reply.status = status_of(answer);
}

}  // namespace casus::desk
