// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/remarks/readable.hpp"
#include "core/meeting/aside.hpp"
#include "core/meeting/deciding.hpp"
#include "core/meeting/names_given.hpp"

namespace casus::meeting {

Outcome<std::string, Refusal> MeetingDecider::chair_of(const AgendaItem& item, const std::string& asked,
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

ItemFinished MeetingDecider::finished(const AgendaItem& item) const {
  const bool own = item.line.part == AgendaPart::review;
  const bool untouched = own && facts.about.untouched;
  return {item.line.id, untouched, own && !untouched && facts.about.half_way};
}

MeetingDecision MeetingDecider::operator()(const StartMeeting& c) const {
  if (m.started_at) return started_already(m.id);
  MeetingStarted started{.present = people(c.present)};
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

MeetingDecision MeetingDecider::operator()(const Arrive& c) const {
  if (auto refusal = must_run()) return failure(std::move(*refusal));
  if (engine::blank(c.name)) return engine::empty_text(msg("meeting.needs_joins"));
  // A guest comes for one case; for another they come again.
  if (m.present_as(c.name) != nullptr && (m.at_hand() == nullptr || !outside_team(spelled(c.name))))
    return MeetingEvents{};
  if (auto refusal = no_name(spelled(c.name))) return failure(std::move(*refusal));
  return one(Arrived{{spelled(c.name)}});
}

MeetingDecision MeetingDecider::operator()(const LeaveMeeting& c) const {
  if (auto refusal = must_run()) return failure(std::move(*refusal));
  const auto* there = m.present_as(c.name);
  if (there == nullptr) return not_there(c.name);
  if (m.present.size() == 1) return last_there(*there);
  if (same(*there, m.chair_now()) || same(*there, m.chair)) return chair_leaves(*there);
  return one(LeftMeeting{{*there}});
}

MeetingDecision MeetingDecider::operator()(const TakeChair& c) const {
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

MeetingDecision MeetingDecider::operator()(const TakeItem& c) const {
  if (auto refusal = must_run()) return failure(std::move(*refusal));
  const auto* item = c.item.empty() ? m.next() : m.item(c.item);
  // By the number of a case that goes on in another: that one may be on the agenda.
  if (item == nullptr && facts.about.exists) item = m.item(facts.about.id);
  if (const auto* busy = m.at_hand(); busy != nullptr) return at_hand_already(*busy);
  if (item == nullptr && c.item.empty()) return nothing_left();
  if (item == nullptr) return facts.about.exists && !facts.about.erased ? no_place(c.item) : no_item(c.item, m);
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

MeetingDecision MeetingDecider::operator()(const ParkItem& c) const {
  if (auto refusal = must_run()) return failure(std::move(*refusal));
  const auto* item = m.at_hand();
  if (item == nullptr) return nothing_at_hand();
  if (auto refusal = personal(c.because)) return failure(std::move(*refusal));
  return one(ItemParked{item->line.id, c.because});
}

MeetingDecision MeetingDecider::operator()(const FinishItem&) const {
  if (auto refusal = must_run()) return failure(std::move(*refusal));
  const auto* item = m.at_hand();
  if (item == nullptr) return nothing_at_hand();
  return one(finished(*item));
}

MeetingDecision MeetingDecider::operator()(const CountMeetingSignal& c) const {
  if (auto refusal = must_run()) return failure(std::move(*refusal));
  return one(MeetingSignalCounted{c});
}

MeetingDecision MeetingDecider::operator()(const CountMeetingLearning& c) const {
  if (auto refusal = must_run()) return failure(std::move(*refusal));
  return one(MeetingLearningCounted{c});
}

MeetingDecision MeetingDecider::operator()(const FinishMeeting&) const {
  if (auto refusal = must_run()) return failure(std::move(*refusal));
  MeetingEvents events;
  const auto* item = m.at_hand();
  if (item != nullptr) events.push_back(event(finished(*item)));
  events.push_back(event(MeetingFinished{item == nullptr ? std::string() : item->line.id}));
  return events;
}

MeetingDecision MeetingDecider::operator()(const ReopenMeeting& c) const {
  if (!m.finished_at) return not_over(m.on());
  if (date_of(*m.finished_at) != date_of(command.at)) return over_too_long(m.on());
  if (engine::blank(c.because)) return engine::empty_text(msg("meeting.needs_reason_reopening"));
  if (auto refusal = personal(c.because)) return failure(std::move(*refusal));
  return one(MeetingReopened{c});
}

MeetingDecision MeetingDecider::operator()(const SetLineAside& c) const {
  return set_aside(m, c).map([&](const LineSetAside& kept) { return *one(kept); });
}

MeetingDecision MeetingDecider::operator()(const TakeLineUp& c) const {
  if (auto refusal = personal(c.because)) return failure(std::move(*refusal));
  if (!c.case_id.empty() && (!facts.about.exists || facts.about.erased))
    return case_gone(c.case_id, facts.about.erased);
  auto asked = c;
  if (!asked.with.empty()) {
    if (auto refusal = outsider(m, facts.team, c.with)) {
      if (!facts.team->members_meant(c.with).empty()) return failure(std::move(*refusal));
      // Who does it is of the meeting, so they may hear whom they may have meant.
      std::vector<std::string_view> names;
      for (const auto& member : facts.team->members) names.push_back(member.name);
      return not_of_meeting(std::string(trimmed(c.with)), names);
    }
    asked.with = spelled(c.with);
    if (same(asked.with, spelled(command.by))) return second_is_another(asked.with);
  }
  const auto leads = [&](const std::string& name) { return !name.empty() && same(spelled(command.by), name); };
  return take_up(m, asked,
                 [&](const LineAside& line) {
                   return leads(line.by) || leads(m.chair) || leads(m.chair_now()) || leads(facts.leader) ||
                          !asked.with.empty();
                 })
      .map([&](const LineTakenUp& taken) { return *one(taken); });
}

std::optional<Refusal> outsider(const Meeting& meeting, const Team* team, std::string_view name) {
  if (team == nullptr || team->members.empty() || meeting.present_as(name) != nullptr) return std::nullopt;
  const auto is_called = [&](std::string_view other) { return same_name(other, name); };
  if (std::ranges::any_of(meeting.were_there, is_called)) return std::nullopt;
  if (team->members_meant(name).size() == 1) return std::nullopt;
  if (auto refusal = unclear_name(name, *team)) return refusal;
  return not_of_meeting(std::string(trimmed(name)), {}).value();  // and nobody of the team is named to them
}

MeetingDecision decide(const Meeting& meeting, const MeetingCommand& command, const Facts& facts) {
  engine::ReadableTexts texts(command.seat.has_value());
  texts.look("by", command.by);
  texts.look("meeting", command.meeting);
  if (command.seat) texts.look("seat", command.seat->name);
  std::visit([&](const auto& body) { texts.look_through(body); }, command.body);
  if (auto refusal = std::move(texts).refusal()) return failure(std::move(*refusal));
  if (auto refusal = day_off(command)) return failure(std::move(*refusal));
  if (engine::blank(command.by))
    return refuse("WhoIsThis", "", msg("access.unclear_who"), msg("remedy.say_who_you_are"));
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
