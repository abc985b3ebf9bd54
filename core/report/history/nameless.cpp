// SPDX-License-Identifier: EUPL-1.2
#include "core/report/history/nameless.hpp"

#include "core/model/case.hpp"

#include <algorithm>
#include <chrono>
#include <map>
#include <string_view>
#include <utility>

namespace casus::report {

namespace {

bool is_said(const EventBody& body) {
  return said_in_step(body) || std::holds_alternative<Scored>(body) || std::holds_alternative<Voted>(body) ||
         std::holds_alternative<TurnTaken>(body);
}

/// What somebody gave or recorded without a name, or brought here from where it had none.
bool comes_without_name(const Event& event) {
  if (const auto* brought = std::get_if<BroughtOver>(&event.body)) return brought->whose == kSomebody;
  return event.by == kSomebody && is_said(event.body);
}

std::string_view id_of(const EventBody& body) {
  if (const auto said = said_in_step(body)) return said->id;
  if (const auto* scored = std::get_if<Scored>(&body)) return scored->id;
  if (const auto* brought = std::get_if<BroughtOver>(&body)) return brought->id;
  return {};
}

/// What it puts right, by its id or by its number.
std::vector<std::string> about(const EventBody& body) {
  if (const auto* it = std::get_if<Corrected>(&body)) return {it->ref, std::to_string(it->event)};
  if (const auto* it = std::get_if<Withdrawn>(&body)) return {it->ref};
  if (const auto* it = std::get_if<Restored>(&body)) return {it->ref, std::to_string(it->event)};
  if (const auto* it = std::get_if<TextDestroyed>(&body)) return {it->ref};
  return {};
}

}  // namespace

Nameless::Nameless(const Events& history) : history_(history), group_(history.size(), kNone) {
  std::map<std::string, std::size_t, std::less<>> known;  // ids and numbers
  std::size_t here = kNone, brought = kNone;              // the stay that goes on; what a merged case brings
  const auto begin = [&](Time at, std::size_t end) {
    groups_.push_back({at, end});
    return groups_.size() - 1;
  };
  const auto belongs = [&](std::size_t place, std::size_t group) {
    group_[place] = group;
    known.emplace(std::to_string(place + 1), group);
    if (const auto id = id_of(history[place].body); !id.empty()) known.emplace(id, group);
  };
  for (std::size_t place = 0; place < history.size(); ++place) {
    const auto& [at, by, body, seat] = history[place];
    if (const auto* entered = std::get_if<StepEntered>(&body)) {
      if (here != kNone) groups_[here].end = place;
      here = entered->anonymous ? begin(at, history.size()) : kNone;
    } else if (std::holds_alternative<StepLeft>(body)) {
      if (here != kNone) groups_[here] = {at, place};
      here = kNone;
    } else if (const auto* taken = std::get_if<CaseTakenIn>(&body)) {
      brought = begin(at, std::min(place + 1 + taken->lines.size(), history.size()));
    } else if (comes_without_name(history[place])) {
      const bool merged = brought != kNone && place < groups_[brought].end;
      belongs(place, merged ? brought : begin(std::chrono::floor<std::chrono::days>(at), place));
    } else if (here != kNone && is_said(body)) {
      belongs(place, here);
    } else {
      for (const auto& ref : about(body))
        if (const auto found = known.find(ref); found != known.end() && !contains(place)) belongs(place, found->second);
    }
  }
}

Time Nameless::at(std::size_t place) const { return contains(place) ? groups_[group_[place]].at : history_[place].at; }

std::vector<std::vector<std::size_t>> Nameless::runs() const {
  std::vector<std::vector<std::size_t>> of_group(groups_.size()), out;
  for (std::size_t place = 0; place < history_.size(); ++place)
    if (contains(place)) of_group[group_[place]].push_back(place);
  std::multimap<std::size_t, std::size_t> ends;
  for (std::size_t group = 0; group < groups_.size(); ++group) ends.emplace(groups_[group].end, group);
  for (std::size_t place = 0; place <= history_.size(); ++place) {
    for (auto [it, last] = ends.equal_range(place); it != last; ++it)
      if (auto& run = of_group[it->second]; !run.empty()) out.push_back(std::move(run));
    if (place < history_.size() && !contains(place)) out.push_back({place});
  }
  return out;
}

Event Nameless::as_read(std::size_t place) const {
  auto event = history_[place];
  const auto leave_out = [&](auto& numbers) {
    std::erase_if(numbers, [&](std::int64_t number) { return has_number(number); });
  };
  if (auto* taken = std::get_if<CaseTakenIn>(&event.body)) {
    for (auto& line : taken->lines)
      if (++place < history_.size() && contains(place)) line.event = 0;
    return event;
  }
  if (auto* withdrawn = std::get_if<Withdrawn>(&event.body)) leave_out(withdrawn->events);
  if (auto* destroyed = std::get_if<TextDestroyed>(&event.body)) {
    leave_out(destroyed->events);
    std::erase_if(destroyed->remains, [&](const Remains& it) { return has_number(it.event); });
  }
  if (!contains(place)) return event;
  event.at = at(place);
  event.by = kSomebody;
  event.seat.reset();
  return event;
}

}  // namespace casus::report
