// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/web/meeting/meeting_pages.hpp"

#include <string>
#include <vector>

namespace casus::web {

/// A form of the page of who leads.
Html lead_form(const Visit& visit, std::string id, const Html& inside);

/// The agenda, with what is done with its items: ready and parked, or the next to take. `typed`: what a form held that
/// was not done.
Html the_agenda(const Visit& visit, const desk::Guided& now, const Fields* typed);

/// Who is there: the devices, who comes and who goes, and the end of the meeting.
Html who_is_there(const Visit& visit, const desk::Guided& now, const std::vector<Device>& devices,
                  const std::vector<std::string>& expected);
/// To the meeting of another day.
Html other_meetings(const Visit& visit, const std::vector<std::string>& days);

}  // namespace casus::web
