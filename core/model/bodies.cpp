// SPDX-License-Identifier: EUPL-1.2
// Copying, moving and destroying every command and event: once, here.
#include "core/model/access.hpp"
#include "core/model/commands.hpp"
#include "core/model/events.hpp"
#include "core/model/meeting.hpp"
#include "core/model/team.hpp"

namespace casus {

template class OneOf<CommandVariant>;
template class OneOf<EventVariant>;
template class OneOf<TeamVariant>;
template class OneOf<TeamEventVariant>;
template class OneOf<MeetingVariant>;
template class OneOf<MeetingEventVariant>;
template class OneOf<AccessEventVariant>;

}  // namespace casus
