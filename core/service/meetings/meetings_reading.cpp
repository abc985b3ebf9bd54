// SPDX-License-Identifier: EUPL-1.2
#include "core/service/meetings/meetings.hpp"

#include "core/base/fault.hpp"
#include "core/service/meetings/meetings_state.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace casus::service {

namespace {

constexpr std::ptrdiff_t kMostAside = 13;  // meetings, a season: read each time that a screen opens

}  // namespace

bool Meetings::exists(const std::string& day) {
  const auto held = state_->session.hold();
  return date_from(day).has_value() && state_->meetings.seen(day).exists();
}

std::optional<Meeting> Meetings::kept(const std::string& day) {
  const auto held = state_->session.hold();
  if (!date_from(day)) return std::nullopt;
  const auto& it = state_->meetings.current(day);
  return it.exists() ? std::optional(it) : std::nullopt;
}

std::optional<Meeting> Meetings::find(const std::string& day) {
  const auto held = state_->session.hold();
  auto it = kept(day);
  return it ? std::optional(led_on(std::move(*it))) : std::nullopt;
}

Meeting Meetings::open(const std::string& day) {
  if (auto found = find(day)) return std::move(*found);
  throw Fault(Fault::Kind::store, fmt::format("there is no meeting on '{}'", day));
}

MeetingEvents Meetings::history(const std::string& day) {
  const auto held = state_->session.hold();
  MeetingEvents events;
  for (auto& event : MeetingStream::events_of(service_.store().read(MeetingStream::stream_of(day))))
    if (event) events.push_back(std::move(*event));
  return events;
}

std::chrono::seconds Meetings::away(const std::string& case_id, Time at) {
  const auto held = state_->session.hold();
  const auto* found = about(case_id);
  const auto* here = found == nullptr ? nullptr : found->here();
  if (here == nullptr) return {};
  const auto id = found->id;
  const auto entered = here->entered;
  const auto idle = here->idle;
  const auto now = std::max(at == Time{} ? clock_.now() : at, entered);
  bool begun_there = false;
  std::chrono::seconds at_table{0};
  const auto first = to_string(plus_days(date_of(entered), -1));
  for (const auto& day : days()) {
    if (day < first) continue;
    for (const auto& item : open(day).items) {
      if (item.line.case_id != id) continue;
      for (const auto& sitting : item.sittings) {
        const auto to = std::min(sitting.to.value_or(now), now);
        if (to - sitting.from > kLongestSitting) return {};  // nobody knows how long they sat there
        begun_there = begun_there || (sitting.from <= entered && entered <= to);
        if (const auto from = std::max(sitting.from, entered); to > from) at_table += to - from;
      }
    }
  }
  return begun_there ? std::max(std::chrono::seconds(0), now - entered - idle - at_table) : std::chrono::seconds(0);
}

std::vector<std::string> Meetings::days() {
  const auto held = state_->session.hold();
  auto days = service_.store().streams(MeetingStream::kPrefix);
  for (auto& day : days) day.erase(0, MeetingStream::kPrefix.size());
  return days;
}

std::optional<Meeting> Meetings::running() {
  const auto held = state_->session.hold();
  const auto all = days();
  for (auto day = all.rbegin(); day != all.rend(); ++day)
    if (const auto& it = state_->meetings.current(*day); it.running()) return led_on(it);
  return std::nullopt;
}

std::vector<Meetings::Aside> Meetings::aside(const std::string& day) {
  const auto held = state_->session.hold();
  auto until = days();
  std::erase_if(until, [&](const std::string& one) { return one > day; });
  if (std::ssize(until) > kMostAside) until.erase(until.begin(), until.end() - kMostAside);
  std::vector<Aside> out;
  for (const auto& one : until)
    for (const auto& line : state_->meetings.current(one).aside) out.push_back({one, line});
  return out;
}

std::vector<Meeting> Meetings::forgotten(Date today) {
  const auto held = state_->session.hold();
  std::vector<Meeting> found;
  for (const auto& day : days())
    if (const auto& it = state_->meetings.current(day); it.running() && it.on() < today) found.push_back(it);
  return found;
}

}  // namespace casus::service
