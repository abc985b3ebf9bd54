// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/desk/meeting/guided/guided_meeting.hpp"
#include "core/web/html.hpp"
#include "core/web/server/message.hpp"

#include <string>

/// What a meeting offers and what waits in it, as buttons and forms: what is typed on a screen of lines.
namespace casus::web {

struct Visit;

/// What is offered, as one button; nothing where a form of the page does the same.
Html offer_button(const Visit& visit, const desk::Guided& now);
/// That the last words were no answer, were one after all, or are more than a note: one button, posted to `to`.
Html answer_button(const Visit& visit, const desk::Guided& now, const std::string& to);
/// What only the presenter can say and is missing, as a form with that one field.
Html asked_of_presenter(const Visit& visit, const desk::Guided& now, const Fields* typed);
/// Each line that waits for an answer or has no place yet: what it is and whose words they are, or let it go. `typed`:
/// what was sent and not done.
Html waiting_lines(const Visit& visit, const desk::Guided& now, const Fields* typed);

/// What `answer_button` was sent for; nothing is done when it is about other words than the last, or says nothing.
void answer_otherwise(const Visit& visit, desk::GuidedMeeting& guided, const desk::GuidedMeeting::Sent& sent);
/// Does what one of these was sent for; false when it was none of them.
bool do_offered(const Visit& visit, desk::GuidedMeeting& guided, const desk::GuidedMeeting::Sent& sent);

}  // namespace casus::web
