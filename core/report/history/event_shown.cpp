// SPDX-License-Identifier: EUPL-1.2
#include "core/report/history/event_shown.hpp"

#include "core/report/history/nameless.hpp"
#include "core/report/history/naming.hpp"

#include <algorithm>

namespace casus::report {

namespace {

/// Every event shows its words but those that may be hidden.
class Shown {
 public:
  Shown(const Case& state, const Event& event) : state_(state), event_(event) {}

  template <class Body>
  bool operator()(const Body&) const {
    return true;
  }
  bool operator()(const Contributed& e) const { return said(e.id, e.hidden); }
  bool operator()(const Recorded& e) const { return said(e.id, e.hidden); }
  bool operator()(const Scored& e) const {
    if (!e.hidden) return true;
    const auto found = std::ranges::find(state_.scores, e.id, [](const Score& one) { return one.given.id; });
    return found != state_.scores.end() && is_shown(state_, *found);
  }
  /// A vote has no id, and may count by now for somebody that the voter is one with.
  bool operator()(const Voted& e) const {
    if (!e.hidden) return true;
    const auto is_it = [&](const Ballot& it) { return it.at == event_.at && it.choices == e.choices; };
    const auto found = std::ranges::find_if(state_.votes, is_it);
    return found != state_.votes.end() && is_shown(state_, *found);
  }
  bool operator()(const OpinionGiven& e) const { return is_shown(state_, Opinion{{}, e}); }
  bool operator()(const Corrected& e) const {
    const auto is_it = [&](const Made& one) { return one.event == e.event; };
    for (const auto& one : state_.contributions)
      if (one.id == e.ref || is_it(one)) return is_shown(state_, one);
    for (const auto& one : state_.scores)
      if (one.given.id == e.ref || is_it(one)) return is_shown(state_, one);
    for (const auto& one : state_.opinions)
      if (is_it(one)) return is_shown(state_, one);
    return true;
  }

 private:
  bool said(std::string_view id, bool hidden) const {
    if (!hidden) return true;  // at once: a long history asks this of each of its lines
    const auto found = std::ranges::find(state_.contributions, id, &Contribution::id);
    return found != state_.contributions.end() && is_shown(state_, *found);
  }

  const Case& state_;
  const Event& event_;
};

/// What the event made, where that still stands; nullptr also for what cannot be found back. A vote has no id: of two
/// that are alike, in one second, it may be the one without a name.
const Made* made_by(const Case& state, const Event& event) {
  const auto& body = event.body;
  if (const auto* voted = std::get_if<Voted>(&body)) {
    const Made* found = nullptr;
    for (const auto& it : state.votes)
      if (it.at == event.at && it.choices == voted->choices && (found == nullptr || state.is_anonymous(it)))
        found = &it;
    return found;
  }
  if (const auto* it = std::get_if<Contributed>(&body)) return state.record(it->id);
  if (const auto* it = std::get_if<Recorded>(&body)) return state.record(it->id);
  if (const auto* it = std::get_if<Scored>(&body)) return state.record(it->id);
  return nullptr;
}

bool mends(const EventBody& body) {
  return std::holds_alternative<Corrected>(body) || std::holds_alternative<Withdrawn>(body) ||
         std::holds_alternative<Restored>(body) || std::holds_alternative<TextDestroyed>(body);
}

}  // namespace

bool is_unnamed(const Case& state, const Event& event) {
  const auto& body = event.body;
  if (const auto* brought = std::get_if<BroughtOver>(&body)) return brought->whose == kSomebody;
  if (!state.unnamed && event.by != kSomebody) return false;
  if (event.by == kSomebody && mends(body)) return true;
  if (const auto* it = std::get_if<Corrected>(&body)) return state.is_anonymous(it->ref);
  if (const auto* it = std::get_if<Withdrawn>(&body)) return state.is_anonymous(it->ref);
  if (const auto* it = std::get_if<Restored>(&body)) return state.is_anonymous(it->ref);
  if (const auto* it = std::get_if<TextDestroyed>(&body)) return state.is_anonymous(it->ref);
  const bool says = said_in_step(body) || std::holds_alternative<Scored>(body) || std::holds_alternative<Voted>(body) ||
                    std::holds_alternative<TurnTaken>(body);
  if (!says || event.by == kSomebody) return says;
  // By its moment, as what it made may be no more there. A name too few is no harm.
  const bool meanwhile = std::ranges::any_of(state.visits, [&](const Visit& it) {
    return it.anonymous && event.at >= it.entered && (!it.left || event.at <= *it.left);
  });
  if (!meanwhile) return false;
  // In the second in which the table went on stands what was said before and after it too.
  const auto* made = made_by(state, event);
  return made == nullptr || state.is_anonymous(*made);
}

bool is_shown(const Case& state, const Event& event) {
  return !is_unnamed(state, event) && std::visit(Shown(state, event), event.body);
}

bool is_shown(const Case& state, const Events& events, std::size_t place) {
  if (const auto* corrected = std::get_if<Corrected>(&events[place].body)) {
    const auto about = static_cast<std::size_t>(corrected->event);
    if (corrected->event > 0 && about <= place)
      return !is_unnamed(state, events[place]) && is_shown(state, events[about - 1]);
  }
  return is_shown(state, events[place]);
}

std::vector<ReadLine> read_lines(const Case& state, const Events& events) {
  const Nameless nameless(events);
  std::vector<ReadLine> out;
  out.reserve(events.size());
  for (auto run : nameless.runs()) {
    std::ranges::stable_sort(run, {}, [&](std::size_t place) { return events[place].body.index(); });
    for (const auto place : run) {
      const bool unnamed = nameless.contains(place);
      out.push_back({nameless.as_read(place), unnamed ? 0 : static_cast<std::int64_t>(place) + 1,
                     static_cast<std::int64_t>(place) + 1, !unnamed && is_shown(state, events, place), unnamed});
    }
  }
  return out;
}

}  // namespace casus::report
