// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/team/team.hpp"
#include "core/text/voice.hpp"

#include <string>

namespace casus::report {

/// What happened, as it was written down then: "erbij: Daan, jongerenwerker". Of what was `destroyed` since, that is
/// said in the place of the words.
std::string team_event_in_words(const TeamEvent& event, bool destroyed, const text::Voice& voice);

/// Who did it, how sure that is when it came from afar, and who typed. Empty for what says nobody: of a line of
/// learning or a signal that is so on purpose (R15).
std::string who_did(const TeamEvent& event, const text::Voice& voice);

}  // namespace casus::report
