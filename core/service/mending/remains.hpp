// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/engine/mending/said.hpp"
#include "core/store/codec/codec.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

namespace casus::service {

/// Says in each `Destroyed` among what was decided what remains of the events that it names: all but their texts.
template <class Destroyed, class Event>
void say_what_remains(std::vector<Event>& decided, const std::vector<Event>& so_far) {
  for (auto& event : decided) {
    auto* destroyed = std::get_if<Destroyed>(&event.body);
    if (destroyed == nullptr) continue;
    for (const auto number : destroyed->events) {
      auto left = so_far.at(static_cast<std::size_t>(number - 1));
      engine::take_out_texts(left.body);
      auto written = store::encode(left);
      destroyed->remains.push_back({number, written.type, written.type_version, std::move(written.payload)});
    }
  }
}

/// The same of one event, to lie with the keys.
std::optional<store::Husk> husk_in(const auto& gone, std::int64_t number) {
  const auto left = std::ranges::find(gone.remains, number, &Remains::event);
  return left == gone.remains.end() ? std::nullopt : std::optional(store::Husk{left->version, left->payload});
}

}  // namespace casus::service
