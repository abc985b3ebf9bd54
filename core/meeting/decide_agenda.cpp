// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/remarks/readable.hpp"
#include "core/meeting/aside.hpp"
#include "core/meeting/deciding.hpp"

/// What is on the agenda, in which order and how long.
namespace casus::meeting {

namespace {

constexpr int kShortest = 1;
constexpr int kLongest = 240;

/// The case lines end where the fixed end of the agenda begins.
bool ends_agenda(AgendaPart part) { return part == AgendaPart::learning || part == AgendaPart::closing; }

}  // namespace

std::string MeetingDecider::before_the_end() const {
  for (const auto& item : m.items)
    if (ends_agenda(item.line.part) && item.state == ItemState::planned) return item.line.id;
  return {};
}

MeetingDecision MeetingDecider::operator()(const PlanMeeting& c) const {
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

MeetingDecision MeetingDecider::operator()(const AddItem& c) const {
  if (c.case_id.empty() && engine::blank(c.because)) return engine::empty_text(msg("meeting.needs_case_subject"));
  if (!c.case_id.empty() && (!facts.about.exists || facts.about.erased))
    return case_gone(c.case_id, facts.about.erased);
  if (const auto* there = m.item(c.case_id);
      there != nullptr && there->state != ItemState::dropped && there->state != ItemState::finished)
    return on_agenda_already(*there);
  if (c.minutes < kShortest || c.minutes > kLongest) return item_minutes_off(c.minutes);
  if (auto refusal = personal(c.because)) return failure(std::move(*refusal));
  ItemAdded added{.before = before_the_end()};
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

MeetingDecision MeetingDecider::operator()(const DropItem& c) const {
  const auto* item = m.item(c.item);
  if (item == nullptr) return no_item(c.item, m);
  if (auto refusal = stays_put(*item)) return failure(std::move(*refusal));
  if (auto refusal = personal(c.because)) return failure(std::move(*refusal));
  return one(ItemDropped{{item->line.id, c.because}});
}

MeetingDecision MeetingDecider::operator()(const MoveItem& c) const {
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

MeetingDecision MeetingDecider::operator()(const SetItemMinutes& c) const {
  const auto* item = m.item(c.item);
  if (item == nullptr) return no_item(c.item, m);
  if (c.minutes < kShortest || c.minutes > kLongest) return item_minutes_off(c.minutes);
  if (item->state == ItemState::finished || item->state == ItemState::dropped) return item_over(*item);
  return one(ItemMinutesSet{{item->line.id, c.minutes}});
}

MeetingDecision MeetingDecider::operator()(const MakeRound& c) const {
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

MeetingDecision MeetingDecider::waits_otherwise(const LineAside& line, const std::string& text) const {
  const auto does_it = [&](const std::string& name) { return !name.empty() && same(spelled(command.by), name); };
  const bool leads = does_it(m.chair) || does_it(m.chair_now()) || does_it(facts.leader);
  const bool own = does_it(line.by);
  // Nobody puts other words in the place of somebody else's danger: without a reason it would be let go of.
  if (!own && (!leads || (line.kept.danger && !line.by.empty()))) return not_yours_to_reword(line.kept.id, leads, m.id);
  if (engine::blank(text)) return line_waits(line.kept.id, m.id);
  if (text == line.kept.text) return nothing_changes();
  SetLineAside now{line.kept};
  now.text = text;
  auto kept = set_aside(m, now);
  if (!kept) return failure(std::move(kept.error()));
  MeetingEvents events{event(LineTakenUp{.line = line.kept.id, .event = line.event}), event(std::move(*kept))};
  // It stays theirs, who goes on seeing it: another typed it.
  if (auto& waits = events.back(); !own && !line.by.empty()) {
    waits.seat = command.seat.value_or(Typist{waits.by, {}, {}});
    waits.by = line.by;
  }
  return events;
}

MeetingDecision MeetingDecider::operator()(const RewordItem& c) const {
  const auto waits = std::ranges::find(m.aside, c.item, [](const LineAside& one) { return one.kept.id; });
  if (waits != m.aside.end()) return waits_otherwise(*waits, c.text);
  if (auto refusal = personal(c.text)) return failure(std::move(*refusal));
  return reworded(m, c).map([&](const auto& all) {
    MeetingEvents events;
    for (const auto& now : all) events.push_back(event(now));
    return events;
  });
}

}  // namespace casus::meeting
