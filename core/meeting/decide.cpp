// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/access/no_name.hpp"
#include "core/engine/remarks/readable.hpp"
#include "core/meeting/aside.hpp"
#include "core/meeting/meeting.hpp"
#include "core/meeting/names_given.hpp"
#include "core/meeting/refusals.hpp"
#include "core/model/access.hpp"
#include "core/model/person_name.hpp"
#include "core/model/redaction.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace casus::meeting {

namespace {

using MeetingDecision = Outcome<MeetingEvents, Refusal>;

constexpr int kShortest = 1;
constexpr int kLongest = 240;

/// The case lines end where the fixed end of the agenda begins.
bool ends_agenda(AgendaPart part) { return part == AgendaPart::learning || part == AgendaPart::closing; }

struct MeetingDecider {
  const Meeting& m;
  const MeetingCommand& command;
  const Facts& facts;

  template <class Body>
  MeetingDecision one(Body body) const {
    return MeetingEvents{event(std::move(body))};
  }
  template <class Body>
  MeetingEvent event(Body body) const {
    MeetingEvent made{command.at, spelled(command.by), MeetingEventBody(std::move(body))};
    const auto& seat = command.seat;
    if (seat && (!same(seat->name, command.by) || comes_from_afar(seat->sureness))) made.seat = seat;
    return made;
  }

  /// The team's own spelling of a name; as it is for a guest.
  std::string spelled(std::string_view name) const {
    if (facts.team != nullptr)
      if (const auto meant = facts.team->members_meant(name); meant.size() == 1) return meant.front()->name;
    return kept_name(name);
  }
  bool same(std::string_view left, std::string_view right) const { return same_name(left, right); }

  std::optional<Refusal> outside_team(const std::string& name) const {
    if (facts.team == nullptr || facts.team->members.empty()) return std::nullopt;
    std::vector<std::string_view> names;
    for (const auto& member : facts.team->members) {
      if (member.name == name) return std::nullopt;
      names.push_back(member.name);
    }
    return not_in_team(name, names).value();
  }

  /// Whoever is of the team is called as they are.
  std::optional<Refusal> no_name(const std::string& name) const {
    if (facts.team != nullptr && facts.team->member(name) != nullptr) return std::nullopt;
    return engine::no_name(name, {}, engine::NameAlso::role_word);
  }

  std::optional<Refusal> personal(const std::string& text) const {
    const auto found = personal_data(text, facts.about.names);
    if (found.empty()) return std::nullopt;
    return names_somebody(found.front().text).value();
  }

  /// People by name, each once, in the team's spelling.
  std::vector<std::string> people(const std::vector<std::string>& names) const {
    std::vector<std::string> out;
    for (const auto& name : names) {
      const auto one = spelled(name);
      if (one.empty() || std::ranges::any_of(out, [&](const auto& other) { return same(one, other); })) continue;
      out.push_back(one);
    }
    return out;
  }

  std::optional<Refusal> must_run() const {
    if (m.finished_at) return finished_already(m.id).value();
    if (!m.started_at) return not_started(m.id).value();
    return std::nullopt;
  }

  std::string next_item() const { return fmt::format("i{}", m.items.size() + 1); }

  /// Where a line by hand goes when nothing is said: before what ends every meeting.
  std::string before_the_end() const {
    for (const auto& item : m.items)
      if (ends_agenda(item.line.part) && item.state == ItemState::planned) return item.line.id;
    return {};
  }

  MeetingDecision operator()(const PlanMeeting& c) const {
    if (m.started_at) return started_already(m.id);
    if (m.exists() && !c.again) return planned_already(m.id);
    if (auto refusal = engine::minutes_off(c.minutes)) return failure(std::move(*refusal));
    MeetingPlanned planned{c};
    planned.chair = spelled(c.chair);
    planned.note_taker = spelled(c.note_taker);
    planned.away = people(c.away);
    if (!planned.chair.empty())
      if (auto refusal = outside_team(planned.chair)) return failure(std::move(*refusal));
    int number = 0;
    for (auto& line : planned.lines) {
      if (line.minutes < kShortest || line.minutes > kLongest) return item_minutes_off(line.minutes);
      if (auto refusal = engine::unreadable(line)) return failure(std::move(*refusal));
      if (auto refusal = personal(line.because)) return failure(std::move(*refusal));
      line.id = fmt::format("i{}", ++number);
    }
    for (auto& line : planned.left_off) {
      if (auto refusal = engine::unreadable(line)) return failure(std::move(*refusal));
      if (auto refusal = personal(line.because)) return failure(std::move(*refusal));
      line.id.clear();
    }
    return one(std::move(planned));
  }

  MeetingDecision operator()(const AddItem& c) const {
    if (c.case_id.empty() && engine::blank(c.because)) return engine::empty_text(msg("meeting.needs_case_subject"));
    if (!c.case_id.empty() && (!facts.about.exists || facts.about.erased))
      return case_gone(c.case_id, facts.about.erased);
    if (const auto* there = m.item(c.case_id);
        there != nullptr && there->state != ItemState::dropped && there->state != ItemState::finished)
      return on_agenda_already(*there);
    if (c.minutes < kShortest || c.minutes > kLongest) return item_minutes_off(c.minutes);
    if (auto refusal = personal(c.because)) return failure(std::move(*refusal));
    ItemAdded added;
    added.before = before_the_end();
    if (!c.before.empty()) {
      const auto* before = m.item(c.before);
      if (before == nullptr) return no_item(c.before, m);
      added.before = before->line.id;
    }
    auto& line = added.line;
    line.id = next_item();
    line.part = c.part;
    line.case_id = c.case_id;
    line.minutes = c.minutes;
    line.method = c.method.empty() ? facts.about.method : c.method;
    line.phase = facts.about.phase;
    line.step = facts.about.step;
    line.presenter = spelled(c.presenter.empty() ? facts.about.presenter : c.presenter);
    line.because = c.because;
    return one(std::move(added));
  }

  MeetingDecision operator()(const DropItem& c) const {
    const auto* item = m.item(c.item);
    if (item == nullptr) return no_item(c.item, m);
    if (auto refusal = stays_put(*item)) return failure(std::move(*refusal));
    if (auto refusal = personal(c.because)) return failure(std::move(*refusal));
    return one(ItemDropped{{item->line.id, c.because}});
  }

  MeetingDecision operator()(const MoveItem& c) const {
    const auto* item = m.item(c.item);
    if (item == nullptr) return no_item(c.item, m);
    if (auto refusal = stays_put(*item)) return failure(std::move(*refusal));
    auto before = before_the_end();
    if (!c.before.empty()) {
      const auto* other = m.item(c.before);
      if (other == nullptr) return no_item(c.before, m);
      before = other->line.id;
    }
    if (before == item->line.id) before.clear();
    return one(ItemMoved{{item->line.id, before}});
  }

  MeetingDecision operator()(const SetItemMinutes& c) const {
    const auto* item = m.item(c.item);
    if (item == nullptr) return no_item(c.item, m);
    if (c.minutes < kShortest || c.minutes > kLongest) return item_minutes_off(c.minutes);
    if (item->state == ItemState::finished || item->state == ItemState::dropped) return item_over(*item);
    return one(ItemMinutesSet{{item->line.id, c.minutes}});
  }

  MeetingDecision operator()(const MakeRound& c) const {
    RoundMade made{c};
    made.items.clear();
    for (const auto& asked : c.items) {
      const auto* item = m.item(asked);
      if (item == nullptr) return no_item(asked, m);
      if (auto refusal = stays_put(*item)) return failure(std::move(*refusal));
      if (item->line.case_id.empty()) return round_without_case(*item);
      if (std::ranges::find(made.items, item->line.id) == made.items.end()) made.items.push_back(item->line.id);
    }
    const auto count = static_cast<int>(made.items.size());
    if (count < 2) return round_too_small(c.minutes);
    if (c.minutes < count || c.minutes > kLongest) return round_minutes_off(c.minutes, count, kLongest);
    return one(std::move(made));
  }

  MeetingDecision operator()(const StartMeeting& c) const {
    if (m.started_at) return started_already(m.id);
    MeetingStarted started;
    started.present = people(c.present);
    if (started.present.empty()) return nobody_there();
    for (const auto& name : started.present)
      if (auto refusal = no_name(name)) return failure(std::move(*refusal));
    const auto there = [&](const std::string& name) {
      return std::ranges::any_of(started.present, [&](const auto& one) { return same(one, name); });
    };
    started.chair = spelled(c.chair.empty() ? m.chair : c.chair);
    if (!c.chair.empty() && !there(started.chair)) return not_there(started.chair);
    if (started.chair.empty() || !there(started.chair)) return no_chair(started.chair);
    if (auto refusal = outside_team(started.chair)) return failure(std::move(*refusal));
    started.note_taker = spelled(c.note_taker.empty() ? m.note_taker : c.note_taker);
    if (!started.note_taker.empty() && !there(started.note_taker)) {
      if (!c.note_taker.empty()) return not_there(started.note_taker);
      started.note_taker.clear();
    }
    if (c.note_taker.empty() && same(started.note_taker, started.chair))
      started.note_taker = there(m.chair) && !same(m.chair, started.chair) ? spelled(m.chair) : std::string();
    return one(std::move(started));
  }

  MeetingDecision operator()(const Arrive& c) const {
    if (auto refusal = must_run()) return failure(std::move(*refusal));
    if (engine::blank(c.name)) return engine::empty_text(msg("meeting.needs_joins"));
    // A guest comes for one case; for another they come again.
    if (m.present_as(c.name) != nullptr && (m.at_hand() == nullptr || !outside_team(spelled(c.name))))
      return MeetingEvents{};
    if (auto refusal = no_name(spelled(c.name))) return failure(std::move(*refusal));
    return one(Arrived{{spelled(c.name)}});
  }

  MeetingDecision operator()(const LeaveMeeting& c) const {
    if (auto refusal = must_run()) return failure(std::move(*refusal));
    const auto* there = m.present_as(c.name);
    if (there == nullptr) return not_there(c.name);
    if (m.present.size() == 1) return last_there(*there);
    if (same(*there, m.chair_now()) || same(*there, m.chair)) return chair_leaves(*there);
    return one(LeftMeeting{{*there}});
  }

  MeetingDecision operator()(const TakeChair& c) const {
    if (m.finished_at) return finished_already(m.id);
    const auto name = spelled(c.name.empty() ? command.by : c.name);
    if (auto refusal = outside_team(name)) return failure(std::move(*refusal));
    if (m.started_at) {
      if (m.present_as(name) == nullptr) return not_there(name);
      if (const auto* item = m.at_hand(); item != nullptr && !item->presenter.empty() && same(item->presenter, name))
        return chair_presents(name);
    } else if (std::ranges::any_of(m.away, [&](const auto& one) { return same(one, name); })) {
      return chair_away(name, m.id);
    }
    if (same(name, m.chair_now()) && same(name, m.chair)) return MeetingEvents{};
    return one(ChairTaken{{name}});
  }

  /// Who chairs an item: as asked; else the chair; else, when the chair presents it, the one planned for it or the
  /// first who is there (R3).
  Outcome<std::string, Refusal> chair_of(const AgendaItem& item, const std::string& asked,
                                         const std::string& presenter) const {
    const auto presents = [&](std::string_view name) { return !presenter.empty() && same(name, presenter); };
    if (!engine::blank(asked)) {
      const auto name = spelled(asked);
      if (m.present_as(name) == nullptr) return not_there(name);
      if (presents(name)) return chair_presents(name);
      return name;
    }
    if (!presents(m.chair) && m.present_as(m.chair) != nullptr) return m.chair;
    if (!item.line.chair.empty() && !presents(item.line.chair) && m.present_as(item.line.chair) != nullptr)
      return *m.present_as(item.line.chair);
    for (const auto& name : m.present)
      if (!presents(name) && !outside_team(name)) return name;
    return nobody_else_chairs(presenter);
  }

  MeetingDecision operator()(const TakeItem& c) const {
    if (auto refusal = must_run()) return failure(std::move(*refusal));
    const auto* item = c.item.empty() ? m.next() : m.item(c.item);
    if (const auto* busy = m.at_hand(); busy != nullptr) return at_hand_already(*busy);
    if (item == nullptr && c.item.empty()) return nothing_left();
    if (item == nullptr) return no_item(c.item, m);
    if (item->state == ItemState::dropped) return item_over(*item);
    if (!item->line.case_id.empty() && (!facts.about.exists || facts.about.erased))
      return case_gone(item->line.case_id, facts.about.erased);
    ItemTaken taken;
    taken.item = item->line.id;
    taken.presenter = item->line.case_id.empty() || facts.about.presenter.empty() ? item->line.presenter
                                                                                  : spelled(facts.about.presenter);
    auto chair = chair_of(*item, c.chair, taken.presenter);
    if (!chair) return failure(std::move(chair.error()));
    taken.chair = std::move(*chair);
    if (!item->line.case_id.empty()) taken.case_version = facts.about.version;
    return one(std::move(taken));
  }

  MeetingDecision operator()(const ParkItem& c) const {
    if (auto refusal = must_run()) return failure(std::move(*refusal));
    const auto* item = m.at_hand();
    if (item == nullptr) return nothing_at_hand();
    if (auto refusal = personal(c.because)) return failure(std::move(*refusal));
    return one(ItemParked{item->line.id, c.because});
  }

  /// A case with a place of its own, of which nothing was said, is not discussed, and one that was left half-way is not
  /// done. A short look may leave no word.
  ItemFinished finished(const AgendaItem& item) const {
    const bool own = item.line.part == AgendaPart::review;
    const bool untouched = own && facts.about.untouched;
    return {item.line.id, untouched, own && !untouched && facts.about.half_way};
  }

  MeetingDecision operator()(const FinishItem&) const {
    if (auto refusal = must_run()) return failure(std::move(*refusal));
    const auto* item = m.at_hand();
    if (item == nullptr) return nothing_at_hand();
    return one(finished(*item));
  }

  MeetingDecision operator()(const CountMeetingSignal& c) const {
    if (auto refusal = must_run()) return failure(std::move(*refusal));
    return one(MeetingSignalCounted{c});
  }
  MeetingDecision operator()(const CountMeetingLearning& c) const {
    if (auto refusal = must_run()) return failure(std::move(*refusal));
    return one(MeetingLearningCounted{c});
  }

  MeetingDecision operator()(const FinishMeeting&) const {
    if (auto refusal = must_run()) return failure(std::move(*refusal));
    MeetingEvents events;
    const auto* item = m.at_hand();
    if (item != nullptr) events.push_back(event(finished(*item)));
    events.push_back(event(MeetingFinished{item == nullptr ? std::string() : item->line.id}));
    return events;
  }

  MeetingDecision operator()(const ReopenMeeting& c) const {
    if (!m.finished_at) return not_over(m.id);
    if (date_of(*m.finished_at) != date_of(command.at)) return over_too_long(m.id);
    if (engine::blank(c.because)) return engine::empty_text(msg("meeting.needs_reason_reopening"));
    if (auto refusal = personal(c.because)) return failure(std::move(*refusal));
    return one(MeetingReopened{c});
  }

  MeetingDecision operator()(const SetLineAside& c) const {
    return set_aside(m, c).map([&](const LineSetAside& kept) { return *one(kept); });
  }
  MeetingDecision operator()(const TakeLineUp& c) const {
    return take_up(m, c).map([&](const LineTakenUp& taken) { return *one(taken); });
  }
  MeetingDecision operator()(const RewordItem& c) const {
    if (auto refusal = personal(c.text)) return failure(std::move(*refusal));
    return reworded(m, c).map([&](const auto& all) {
      MeetingEvents events;
      for (const auto& now : all) events.push_back(event(now));
      return events;
    });
  }
};

}  // namespace

std::optional<Refusal> outsider(const Meeting& meeting, const Team* team, std::string_view name) {
  if (team == nullptr || team->members.empty() || meeting.present_as(name) != nullptr) return std::nullopt;
  const auto is_called = [&](std::string_view other) { return same_name(other, name); };
  if (std::ranges::any_of(meeting.were_there, is_called)) return std::nullopt;
  if (team->members_meant(name).size() == 1) return std::nullopt;
  if (auto refusal = unclear_name(name, *team)) return refusal;
  std::vector<std::string_view> names;
  for (const auto& member : team->members) names.push_back(member.name);
  return not_of_meeting(std::string(trimmed(name)), names).value();
}

MeetingDecision decide(const Meeting& meeting, const MeetingCommand& command, const Facts& facts) {
  engine::ReadableTexts texts(command.seat.has_value());
  texts.look("by", command.by);
  texts.look("meeting", command.meeting);
  if (command.seat) texts.look("seat", command.seat->name);
  std::visit([&](const auto& body) { body.fields(body, texts); }, command.body);
  if (auto refusal = std::move(texts).refusal()) return failure(std::move(*refusal));
  if (auto refusal = day_off(command)) return failure(std::move(*refusal));
  if (engine::blank(command.by))
    return refuse("WhoIsThis", "", msg("meeting.who_is_this"), msg("meeting.who_is_this_do"));
  // Before anything is told of the meeting.
  if (auto refusal = outsider(meeting, facts.team, command.by)) return failure(std::move(*refusal));
  if (command.seat)
    if (auto refusal = outsider(meeting, facts.team, command.seat->name)) return failure(std::move(*refusal));
  if (!std::holds_alternative<PlanMeeting>(command.body) && !meeting.exists()) return not_planned(command.meeting);
  const bool afterwards = std::holds_alternative<ReopenMeeting>(command.body) || is_about_aside(command.body);
  if (meeting.finished_at && !afterwards) return finished_already(command.meeting);
  if (command.at < meeting.changed_at) return runs_back(command, meeting);
  if (facts.team != nullptr)
    if (auto refusal = unclear_name(command.body, *facts.team)) return failure(std::move(*refusal));
  return std::visit(MeetingDecider{meeting, command, facts}, command.body);
}

}  // namespace casus::meeting
