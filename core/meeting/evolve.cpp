// SPDX-License-Identifier: EUPL-1.2
#include "core/base/fault.hpp"
#include "core/base/text.hpp"
#include "core/meeting/aside.hpp"
#include "core/meeting/meeting.hpp"
#include "core/model/person_name.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::meeting {

namespace {

struct MeetingEvolver {
  Meeting& m;
  const MeetingEvent& event;

  std::vector<AgendaItem>::iterator item(const std::string& id) const {
    const auto found = std::ranges::find(m.items, id, [](const AgendaItem& one) { return one.line.id; });
    if (found == m.items.end())
      throw Fault(Fault::Kind::store, fmt::format("meeting '{}': {} names item '{}', which is not on its agenda", m.id,
                                                  name_of(event.body), id));
    return found;
  }

  std::int64_t number() const { return m.version + 1; }

  AgendaItem fresh(const AgendaLine& line) const {
    AgendaItem item{line, ItemState::planned, {}, {}, {}, {}};
    if (!line.because.empty()) item.subject_in.push_back(number());
    return item;
  }

  void put_before(AgendaItem item, const std::string& before) const {
    const auto place = std::ranges::find(m.items, before, [](const AgendaItem& one) { return one.line.id; });
    m.items.insert(place, std::move(item));
  }

  void says_why(AgendaItem& item, const std::string& because) const {
    item.because = because;
    if (!because.empty()) item.because_in.push_back(number());
  }

  void comes(const std::string& name) const {
    if (m.present_as(name) == nullptr) m.present.push_back(name);
    std::erase_if(m.were_there, [&](const auto& one) { return same_name(one, name); });
  }

  void end_sitting(AgendaItem& one, ItemState state) const {
    if (!one.sittings.empty() && !one.sittings.back().to) one.sittings.back().to = event.at;
    one.state = state;
  }

  void operator()(const MeetingPlanned& e) const {
    m.minutes = e.minutes;
    m.chair = e.chair;
    m.note_taker = e.note_taker;
    m.away = e.away;
    m.left_off = e.left_off;
    m.items.clear();
    for (const auto& line : e.lines) m.items.push_back(fresh(line));
  }
  void operator()(const ItemAdded& e) const {
    put_before(fresh(e.line), e.before);
    std::erase_if(m.left_off,
                  [&](const auto& line) { return !line.case_id.empty() && line.case_id == e.line.case_id; });
  }
  void operator()(const ItemDropped& e) const {
    const auto one = item(e.item);
    one->state = ItemState::dropped;
    says_why(*one, e.because);
  }
  void operator()(const ItemMoved& e) const {
    const auto from = item(e.item);
    auto moving = std::move(*from);
    m.items.erase(from);
    moving.round.clear();
    put_before(std::move(moving), e.before);
  }
  void operator()(const ItemMinutesSet& e) const { item(e.item)->line.minutes = e.minutes; }
  void operator()(const RoundMade& e) const {
    const auto count = static_cast<int>(e.items.size());
    std::vector<AgendaItem> together;
    for (const auto& id : e.items) {
      auto& one = together.emplace_back(*item(id));
      one.round = e.items.front();
      // What does not divide goes to the first.
      const auto before = static_cast<int>(together.size()) - 1;
      one.line.minutes = e.minutes / count + (before < e.minutes % count ? 1 : 0);
    }
    const auto is_in = [&](const AgendaItem& one) { return std::ranges::find(e.items, one.line.id) != e.items.end(); };
    const auto first = item(e.items.front());
    const auto place = std::count_if(m.items.begin(), first, [&](const auto& one) { return !is_in(one); });
    std::erase_if(m.items, is_in);
    m.items.insert(m.items.begin() + place, together.begin(), together.end());
  }
  void operator()(const MeetingStarted& e) const {
    m.started_at = event.at;
    m.present = e.present;
    m.chair = e.chair;
    m.note_taker = e.note_taker;
  }
  void operator()(const Arrived& e) const { comes(e.name); }
  void operator()(const LeftMeeting& e) const {
    std::erase_if(m.present, [&](const auto& one) { return same_name(one, e.name); });
    m.were_there.push_back(e.name);
  }
  void operator()(const ChairTaken& e) const {
    m.chair = e.name;
    for (auto& one : m.items)
      if (one.state == ItemState::at_hand) one.chair = e.name;
  }
  void operator()(const ItemTaken& e) const {
    const auto one = item(e.item);
    one->state = ItemState::at_hand;
    one->chair = e.chair;
    one->presenter = e.presenter;
    one->sittings.push_back({event.at, std::nullopt, e.case_version});
  }
  void operator()(const ItemParked& e) const {
    const auto one = item(e.item);
    end_sitting(*one, ItemState::parked);
    says_why(*one, e.because);
  }
  void operator()(const ItemFinished& e) const {
    const auto one = item(e.item);
    end_sitting(*one, e.untouched ? ItemState::untouched : ItemState::finished);
    one->unfinished = e.unfinished;
  }
  void operator()(const MeetingSignalCounted&) const { ++m.signals; }
  void operator()(const MeetingLearningCounted&) const { ++m.learning; }
  void operator()(const MeetingFinished& e) const {
    m.finished_at = event.at;
    m.cut_off = e.item;
  }
  void operator()(const MeetingReopened& e) const {
    if (!e.because.empty()) m.reopened_in.push_back(number());
    if (!m.finished_at) return;
    // What ended with the meeting waits again; what was done before stays done.
    if (!m.cut_off.empty()) item(m.cut_off)->state = ItemState::planned;
    m.cut_off.clear();
    m.ended_for += event.at - *m.finished_at;
    m.finished_at.reset();
  }
  void operator()(const LineSetAside& e) const { evolve_aside(m, e, number(), event.by, event.at); }
  void operator()(const ItemReworded& e) const { evolve_aside(m, e, number()); }
  void operator()(const LineTakenUp& e) const { evolve_aside(m, e, number()); }
};

}  // namespace

void evolve(Meeting& meeting, const MeetingEvent& event) {
  std::visit(MeetingEvolver{meeting, event}, event.body);
  meeting.changed_at = event.at;
  ++meeting.version;
}

}  // namespace casus::meeting
