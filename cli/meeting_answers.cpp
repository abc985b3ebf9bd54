// SPDX-License-Identifier: EUPL-1.2
#include "cli/answers.hpp"
#include "core/report/meeting_words.hpp"

#include <nlohmann/json.hpp>

/// What came of a command to a meeting.
namespace casus::cli {

int Context::show(const service::MeetingAnswer& answer) {
  if (json()) {
    screen_.json(answer_json(answer, lang()));
  } else if (answer.refusal) {
    print_refusal(*this, *answer.refusal);
  } else if (answer.conflict) {
    screen_.error(say({"iemand was je voor: het overleg is nu versie {}, jij zag versie {}; er is niets veranderd",
                       "somebody was first: the meeting is at version {}, you saw version {}; nothing changed"},
                      answer.conflict->actual, answer.conflict->expected),
                  Screen::Tone::bad);
    screen_.error(say({"doe dit: kijk met casus meeting show en probeer het opnieuw",
                       "do this: look with casus meeting show and try again"}));
  } else if (answer.repeated) {
    screen_.line(say({"dit was al gedaan; er is niets veranderd", "this was done before; nothing changed"}));
  } else if (answer.events.empty()) {
    screen_.line(say({"dat was al zo; er is niets veranderd", "that was so already; nothing changed"}));
  } else {
    const auto after = meetings().open(answer.meeting);
    for (const auto& event : answer.events)
      screen_.line(
          fmt::format("{} {}", report::who_in_words(event, lang()), report::event_in_words(event, after, lang())),
          Screen::Tone::good);
  }
  return exit_of(answer);
}

}  // namespace casus::cli
