// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/engine/access/no_name.hpp"
#include "core/meeting/meeting.hpp"
#include "core/meeting/refusals.hpp"
#include "core/model/access.hpp"
#include "core/model/person_name.hpp"
#include "core/model/redaction.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// What every decision of a meeting is made with. Internal to core/meeting.
namespace casus::meeting {

using MeetingDecision = Outcome<MeetingEvents, Refusal>;

/// One command to a meeting that is there: what comes of it, or why not.
struct MeetingDecider {
  const Meeting& m;
  const MeetingCommand& command;
  const Facts& facts;

  MeetingDecision one(auto body) const { return MeetingEvents{event(std::move(body))}; }

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
  std::string before_the_end() const;

  /// Who chairs an item: as asked; else the chair; else, when the chair presents it, the one planned for it or the
  /// first who is there (R3).
  Outcome<std::string, Refusal> chair_of(const AgendaItem& item, const std::string& asked,
                                         const std::string& presenter) const;

  /// A case with a place of its own, of which nothing was said, is not discussed, and one that was left half-way is not
  /// done. A short look may leave no word.
  ItemFinished finished(const AgendaItem& item) const;

  /// Other words for a line that waits: those of before are gone for good, and it waits under another id, as whose it
  /// was. By whoever kept it, or leads where it tells of no danger.
  MeetingDecision waits_otherwise(const LineAside& line, const std::string& text) const;

  // The agenda (decide_agenda.cpp).
  MeetingDecision operator()(const PlanMeeting& c) const;
  MeetingDecision operator()(const AddItem& c) const;
  MeetingDecision operator()(const DropItem& c) const;
  MeetingDecision operator()(const MoveItem& c) const;
  MeetingDecision operator()(const SetItemMinutes& c) const;
  MeetingDecision operator()(const MakeRound& c) const;
  MeetingDecision operator()(const RewordItem& c) const;

  // The meeting as it goes (decide.cpp).
  MeetingDecision operator()(const StartMeeting& c) const;
  MeetingDecision operator()(const Arrive& c) const;
  MeetingDecision operator()(const LeaveMeeting& c) const;
  MeetingDecision operator()(const TakeChair& c) const;
  MeetingDecision operator()(const TakeItem& c) const;
  MeetingDecision operator()(const ParkItem& c) const;
  MeetingDecision operator()(const FinishItem& c) const;
  MeetingDecision operator()(const CountMeetingSignal& c) const;
  MeetingDecision operator()(const CountMeetingLearning& c) const;
  MeetingDecision operator()(const FinishMeeting& c) const;
  MeetingDecision operator()(const ReopenMeeting& c) const;
  MeetingDecision operator()(const SetLineAside& c) const;
  MeetingDecision operator()(const TakeLineUp& c) const;
};

}  // namespace casus::meeting
