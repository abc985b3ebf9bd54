// SPDX-License-Identifier: EUPL-1.2
#include "core/model/events.hpp"

namespace casus {

template class OneOf<EventVariant>;

std::string_view name_of(const EventBody& body) {
  return std::visit([](const auto& event) { return event.kName; }, body);
}

std::optional<SaidInStep> said_in_step(const EventBody& body) {
  if (const auto* said = std::get_if<Contributed>(&body)) return SaidInStep{said->id, said->hidden, &said->noticed};
  if (const auto* said = std::get_if<Recorded>(&body)) return SaidInStep{said->id, said->hidden, &said->noticed};
  return std::nullopt;
}

}  // namespace casus
