// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/case/mending.hpp"
#include "core/store/codec/codec.hpp"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <map>
#include <utility>
#include <variant>
#include <vector>

/// What is left of events of a stream when something in them goes for good. Internal to core/service.
namespace casus::service {

/// Of the events that go, and of all that said something about them. `Saying`: the events that say what remains. So
/// what is left of an event stands once, in the last that touched it.
template <class Event, class... Saying>
class Left {
 public:
  using SoFar = std::vector<const Event*>;  ///< in order; nullptr for one that is gone as a whole
  using Change = std::function<void(std::int64_t number, Event& event)>;

  Left(SoFar so_far, Change change) : so_far_(std::move(so_far)), change_(std::move(change)) {}

  /// What an event says is left of earlier ones; empty for one that destroys nothing.
  static const std::vector<Remains>& said_by(const Event& event) {
    static const std::vector<Remains> kNone;
    const auto* said = &kNone;
    const auto look = [&](const auto* one) {
      if (one != nullptr) said = &one->remains;
    };
    (look(std::get_if<Saying>(&event.body)), ...);
    return *said;
  }

  /// Whether it was not there yet.
  bool put(std::int64_t number) {
    if (left_.contains(number) || number < 1 || number > std::ssize(so_far_)) return false;
    const auto* before = so_far_[static_cast<std::size_t>(number - 1)];
    if (before == nullptr) return false;
    auto event = *before;
    change_(number, event);
    const auto clear = [](auto* one) {
      if (one != nullptr) one->remains.clear();  // each is put here itself
    };
    (clear(std::get_if<Saying>(&event.body)), ...);
    auto written = store::encode(event);
    left_.emplace(number, Remains{number, written.type, written.type_version, std::move(written.payload)});
    return true;
  }

  /// All that there is, until nothing says any more what is not so.
  std::vector<Remains> take() {
    while (put_who_said_it()) continue;
    std::vector<Remains> all;
    for (auto& [number, one] : left_) all.push_back(std::move(one));
    left_.clear();
    return all;
  }

 private:
  bool put_who_said_it() {
    bool more = false;
    std::int64_t number = 0;
    for (const auto* event : so_far_) {
      ++number;
      if (event == nullptr) continue;
      const auto& held = said_by(*event);
      if (held.empty() || (!left_.contains(number) && std::ranges::none_of(held, [&](const Remains& one) {
            const auto now = left_.find(one.event);
            return now != left_.end() && now->second != one;
          })))
        continue;
      more = put(number) || more;
      for (const auto& one : held) more = put(one.event) || more;
    }
    return more;
  }

  const SoFar so_far_;
  const Change change_;
  std::map<std::int64_t, Remains> left_;
};

}  // namespace casus::service
