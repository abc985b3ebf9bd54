// SPDX-License-Identifier: EUPL-1.2
#include "core/store/codec/codec.hpp"

#include "core/store/codec/coding.hpp"

namespace casus::store {

using namespace coding;

NewEvent encode(const Event& event) { return encoded(event.body, event.at, &event.by, &event.seat); }

Event decode(const StoredEvent& stored) { return decoded<Event>(stored); }

}  // namespace casus::store
