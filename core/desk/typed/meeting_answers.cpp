// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/typed/answers.hpp"
#include "core/report/meeting_words.hpp"

#include <nlohmann/json.hpp>

/// What came of a command to a meeting.
namespace casus::desk {

std::string told(const Desk& desk, const MeetingEvent& event, const Meeting& after) {
  return event.by + ' ' + report::event_in_words(event, after, desk.voice());
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
    reply.error(desk.say("meeting_answers.somebody_first_meeting_version_saw", "actual"_is = answer.conflict->actual,
                         "expected"_is = answer.conflict->expected),
                Tone::bad);
    reply.error(desk.say("answers.do_look", "show"_is = text::way("meeting show")));
  } else if (answer.repeated) {
    reply.line(desk.say("answers.done_before_nothing_changed"));
  } else if (answer.events.empty()) {
    reply.line(desk.say("meeting_answers.so_already_nothing_changed"));
  } else {
    for (const auto& event : answer.events) reply.line(told(desk, event, *answer.after), Tone::good);
    for (const auto& remark : answer.remarks) reply.line("  " + remark_line(remark, desk.voice()), Tone::warning);
  }
  reply.status = status_of(answer);
}

}  // namespace casus::desk
