// SPDX-License-Identifier: EUPL-1.2
#include "core/model/events.hpp"

namespace casus {

template class OneOf<EventVariant>;

std::string_view name_of(const EventBody& body) {
  return std::visit([](const auto& event) { return event.kName; }, body);
}

}  // namespace casus
