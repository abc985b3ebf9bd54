// SPDX-License-Identifier: EUPL-1.2
#include "core/store/codec.hpp"

#include "core/store/coding.hpp"

namespace casus::store {

using namespace coding;

NewEvent encode(const Event& event) { return encoded(event.body, event.at, &event.by, &event.seat); }

Event decode(const StoredEvent& stored) {
  Event event;
  event.at = stored.at;
  event.body = decode_body<EventBody>(stored, {&event.by, &event.seat});
  return event;
}

}  // namespace casus::store
