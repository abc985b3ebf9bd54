// SPDX-License-Identifier: EUPL-1.2
#include "core/service/team_remains.hpp"

#include "core/engine/said.hpp"
#include "core/engine/team_erasing.hpp"
#include "core/store/codec.hpp"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <utility>

namespace casus::service {

namespace {

std::vector<Remains>* remains_in(TeamEvent& event) {
  if (auto* gone = std::get_if<LineDestroyed>(&event.body)) return &gone->remains;
  if (auto* erased = std::get_if<MemberErased>(&event.body)) return &erased->remains;
  return nullptr;
}

using Change = std::function<void(std::int64_t number, TeamEvent& event)>;

/// Of the events that go, and of all that said something about them.
class Left {
 public:
  Left(const std::vector<TeamEvent>& so_far, Change change) : so_far_(so_far), change_(std::move(change)) {}

  /// Whether it was not there yet.
  bool put(std::int64_t number) {
    if (left_.contains(number)) return false;
    auto event = so_far_.at(static_cast<std::size_t>(number - 1));
    change_(number, event);
    if (auto* held = remains_in(event)) held->clear();  // each is put here itself
    auto written = store::encode(event);
    left_.emplace(number, Remains{number, written.type, written.type_version, std::move(written.payload)});
    return true;
  }

  /// Until nothing says any more what is not so.
  void put_who_said_it() {
    for (bool more = true; more;) {
      more = false;
      std::int64_t number = 0;
      for (const auto& event : so_far_) {
        ++number;
        const auto& held = remains_said_by(event);
        if (held.empty() || (!left_.contains(number) && std::ranges::none_of(held, [&](const Remains& one) {
              const auto now = left_.find(one.event);
              return now != left_.end() && now->second != one;
            })))
          continue;
        more = put(number) || more;
        for (const auto& one : held) more = put(one.event) || more;
      }
    }
  }

  std::vector<Remains> take() {
    std::vector<Remains> all;
    for (auto& [number, one] : left_) all.push_back(std::move(one));
    left_.clear();
    return all;
  }

 private:
  const std::vector<TeamEvent>& so_far_;
  Change change_;
  std::map<std::int64_t, Remains> left_;
};

std::vector<Remains> without_texts(const LineDestroyed& gone, const std::vector<TeamEvent>& so_far) {
  const std::set<std::int64_t> goes(gone.events.begin(), gone.events.end());
  Left left(so_far, [&](std::int64_t number, TeamEvent& event) {
    if (goes.contains(number)) engine::take_out_texts(event.body);
  });
  for (const auto number : goes) left.put(number);
  left.put_who_said_it();
  return left.take();
}

std::vector<Remains> without_names(const std::vector<TeamEvent>& so_far, const std::vector<std::string>& names) {
  Left left(so_far, [&](std::int64_t, TeamEvent& event) { engine::forget_names(event, names); });
  std::int64_t number = 0;
  for (auto event : so_far) {
    ++number;
    if (engine::forget_names(event, names)) left.put(number);
  }
  left.put_who_said_it();
  return left.take();
}

}  // namespace

const std::vector<Remains>& remains_said_by(const TeamEvent& event) {
  static const std::vector<Remains> kNone;
  if (const auto* gone = std::get_if<LineDestroyed>(&event.body)) return gone->remains;
  if (const auto* erased = std::get_if<MemberErased>(&event.body)) return erased->remains;
  return kNone;
}

void say_what_remains_of_team(std::vector<TeamEvent>& decided, const std::vector<TeamEvent>& so_far,
                              const std::vector<std::string>& names) {
  for (auto& event : decided) {
    if (auto* gone = std::get_if<LineDestroyed>(&event.body)) gone->remains = without_texts(*gone, so_far);
    if (auto* erased = std::get_if<MemberErased>(&event.body)) erased->remains = without_names(so_far, names);
  }
}

}  // namespace casus::service
