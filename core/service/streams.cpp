// SPDX-License-Identifier: EUPL-1.2
#include "core/service/streams.hpp"

#include "core/engine/engine.hpp"
#include "core/engine/mending/said.hpp"
#include "core/engine/refusing.hpp"
#include "core/engine/team/team.hpp"
#include "core/engine/team/team_mending.hpp"
#include "core/meeting/meeting.hpp"
#include "core/service/index.hpp"
#include "core/store/codec/case_state.hpp"
#include "core/store/codec/codec.hpp"
#include "core/text/moment_words.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace casus::service {

Refusal still_to_come(Time at) {
  using text::msg;
  return engine::no("StillToCome", "", msg("day.still_to_come", "at"_is = text::moment_message(at)),
                    msg("day.still_to_come_do"));
}

void require_erased(const std::string& stream, const std::vector<store::StoredEvent>& stored) {
  if (std::ranges::any_of(stored, &store::StoredEvent::stream_erased)) return;
  throw store::KeyMissing(text::msg("fault.keys_of_another_time", "stream"_is = stream));
}

namespace {

/// What the events that destroy say is left of earlier ones; the last that says it counts. One that was destroyed
/// itself is read from what is left of it, which a later one says.
template <class... Destroyed, class Decode>
std::map<std::int64_t, Remains> remains_said(const std::vector<store::StoredEvent>& stored, Decode decode) {
  std::map<std::int64_t, Remains> remains;
  for (auto one = stored.rbegin(); one != stored.rend(); ++one) {
    if (((one->type != Destroyed::kName) && ...)) continue;
    auto said = *one;
    if (!said.payload) {
      const auto left = remains.find(said.number);
      if (left != remains.end()) said.payload = left->second.payload;
      else if (said.left) said.payload = said.left->payload;
      else continue;
      said.type_version = left != remains.end() ? left->second.version : said.left->type_version;
      said.secrets.clear();
    }
    auto event = decode(said);
    const auto add = [&](auto* destroyed) {
      if (destroyed != nullptr)
        for (auto& left : destroyed->remains) remains.try_emplace(left.event, std::move(left));
    };
    (add(std::get_if<Destroyed>(&event.body)), ...);
  }
  return remains;
}

/// What a later event says is left of one that was destroyed. In an older copy of the database there is no such event,
/// and what is left lies with the keys. Nothing when it is gone for good.
std::optional<store::StoredEvent> left_as_event(const store::StoredEvent& gone,
                                                const std::map<std::int64_t, Remains>& remains) {
  const auto left = remains.find(gone.number);
  if (left == remains.end() && !gone.left) return std::nullopt;
  auto husk = gone;
  husk.type_version = left == remains.end() ? gone.left->type_version : left->second.version;
  husk.payload = left == remains.end() ? gone.left->payload : left->second.payload;
  husk.secrets.clear();
  // The later event that says what is left is followed by the names.
  if (left == remains.end()) husk.secrets = gone.left->secrets;
  return husk;
}

/// The events as they were kept, and what is left of those that were destroyed. Nothing when one of them is gone for
/// good.
template <class All, class... Destroyed, class Decode>
std::optional<All> read_back(const std::vector<store::StoredEvent>& stored, Decode decode) {
  const auto remains = remains_said<Destroyed...>(stored, decode);
  All events;
  events.reserve(stored.size());
  for (const auto& one : stored) {
    if (one.payload) {
      events.push_back(decode(one));
      continue;
    }
    const auto husk = left_as_event(one, remains);
    if (!husk) return std::nullopt;
    events.push_back(decode(*husk));
  }
  return events;
}

/// The same where events may go for good: nothing in the place of each. What is said to be left of one counts from
/// then on, also before its key is destroyed with the end of the transaction.
template <class Event, class... Destroyed, class Decode>
std::vector<std::optional<Event>> read_each(const std::vector<store::StoredEvent>& stored, Decode decode) {
  const auto remains = remains_said<Destroyed...>(stored, decode);
  std::vector<std::optional<Event>> events;
  events.reserve(stored.size());
  for (const auto& one : stored) {
    auto& event = events.emplace_back();
    if (one.payload && !remains.contains(one.number)) event = decode(one);
    else if (const auto husk = left_as_event(one, remains)) event = decode(*husk);
  }
  return events;
}

bool has_gap(const std::vector<store::StoredEvent>& stored) {
  return std::ranges::any_of(stored, [](const store::StoredEvent& one) { return !one.payload; });
}

/// In an older copy of the database no event says that a text was destroyed, and none should look as if it was empty.
void mark_husks(Case& it, const std::vector<store::StoredEvent>& stored, const Events& events) {
  for (std::size_t i = 0; i < stored.size(); ++i) {
    const auto number = stored[i].number;
    const auto is_of_it = [&](const Mending& one) { return std::ranges::find(one.events, number) != one.events.end(); };
    if (stored[i].payload || std::ranges::any_of(it.mendings, is_of_it)) continue;
    auto& mending = it.mendings.emplace_back();
    static_cast<Made&>(mending) = {-1, events[i].by, stored[i].at, number};
    mending.how = Mend::destroyed;
    mending.ref = engine::about(events[i].body).ref;
    mending.events = {number};
  }
}

}  // namespace

namespace {

/// Between the moment that is meant and the key that is struck; and between two clocks.
constexpr std::chrono::hours kAsItWas{1};

template <class Body, class All>
void say_when_written(All& decided, Time now) {
  for (auto& event : decided)
    if (auto* body = std::get_if<Body>(&event.body); body != nullptr && event.at + kAsItWas < now) body->written = now;
}

}  // namespace

// ---- cases

Case CaseStream::empty(const std::string& id) { return Case{.id = id}; }

void CaseStream::evolve(Case& it, const Event& event) { engine::evolve(it, event); }

void CaseStream::was_written(Events& decided, Time now) {
  say_when_written<CaseOpened>(decided, now);
  say_when_written<ParticipantAdded>(decided, now);
  say_when_written<ParticipantLeft>(decided, now);
  say_when_written<HandedOver>(decided, now);
}

bool CaseStream::is_told(const Command& command) {
  const auto& body = command.body;
  return std::holds_alternative<NextStep>(body) || std::holds_alternative<BackStep>(body) ||
         std::holds_alternative<StartRound>(body) || std::holds_alternative<CloseCase>(body) ||
         std::holds_alternative<ReopenCase>(body) || std::holds_alternative<PauseCase>(body) ||
         std::holds_alternative<ResumeCase>(body) || std::holds_alternative<ChangeMethod>(body) ||
         std::holds_alternative<AdoptDefinitions>(body) || std::holds_alternative<OpenCase>(body);
}

bool CaseStream::is_final(const Command& command) {
  return std::holds_alternative<EraseCase>(command.body) || std::holds_alternative<ErasePerson>(command.body) ||
         std::holds_alternative<EraseDue>(command.body);
}

store::IndexRow CaseStream::index_line(const Case& it) { return index_row(it); }

bool CaseStream::puts_right(const std::vector<store::StoredEvent>& stored) {
  return std::ranges::any_of(stored, [](const store::StoredEvent& one) {
    return one.type == Corrected::kName || one.type == Withdrawn::kName || one.type == Restored::kName ||
           one.type == TextDestroyed::kName;
  });
}

std::optional<Events> CaseStream::events_of(const std::vector<store::StoredEvent>& stored) {
  return read_back<Events, TextDestroyed>(stored, [](const store::StoredEvent& one) { return store::decode(one); });
}

bool CaseStream::fold(Case& it, const std::vector<store::StoredEvent>& stored) {
  std::set<std::string> readable;
  if (puts_right(stored) || has_gap(stored)) {
    const auto events = events_of(stored);
    if (!events) return false;
    it = engine::fold(it.id, *events);
    mark_husks(it, stored, *events);
    for (std::size_t i = 0; i < stored.size(); ++i) {
      for (const auto& secret : stored[i].secrets) readable.insert(secret.person);
      if (const auto* erased = std::get_if<PersonErased>(&(*events)[i].body);
          erased != nullptr && readable.contains(erased->person))
        to_erase.emplace_back(it.id, erased->person);
      if (std::holds_alternative<CaseErased>((*events)[i].body)) to_erase.emplace_back(it.id, "");
    }
    return true;
  }
  if (it.version == 0)  // a long case would be moved a dozen times while it grows
    it.contributions.reserve(
        static_cast<std::size_t>(std::ranges::count(stored, Contributed::kName, &store::StoredEvent::type)));
  for (const auto& one : stored) {
    const auto event = store::decode(one);
    engine::evolve(it, event);
    for (const auto& secret : one.secrets) readable.insert(secret.person);
    if (const auto* erased = std::get_if<PersonErased>(&event.body);
        erased != nullptr && readable.contains(erased->person))
      to_erase.emplace_back(it.id, erased->person);
    if (std::holds_alternative<CaseErased>(event.body)) to_erase.emplace_back(it.id, "");
  }
  return true;
}

std::string CaseStream::snapshot_of(const Case& it) { return store::state_bytes(it); }

std::optional<Case> CaseStream::from_snapshot(std::string_view bytes) { return store::case_from_state(bytes); }

bool CaseStream::is_whole(const std::vector<store::StoredEvent>& stored) const {
  return to_erase.empty() && !has_gap(stored);
}

void CaseStream::fold_erased(Case& it, const std::vector<store::StoredEvent>& all) {
  it.version = all.back().number;
  it.opened_at = all.front().at;
  it.changed_at = all.back().at;
  it.stage.life = Life::erased;
}

// ---- the team

void TeamStream::evolve(Team& team, const TeamEvent& event) { engine::evolve(team, event); }

void TeamStream::was_written(std::vector<TeamEvent>& decided, Time now) { say_when_written<MemberAdded>(decided, now); }

std::optional<std::vector<TeamEvent>> TeamStream::events_of(const std::vector<store::StoredEvent>& stored) {
  return read_back<std::vector<TeamEvent>, LineDestroyed, MemberErased>(
      stored, [](const store::StoredEvent& one) { return store::decode_team(one); });
}

bool TeamStream::puts_right(const std::vector<store::StoredEvent>& stored) {
  return std::ranges::any_of(stored, [](const store::StoredEvent& one) {
    return one.type == LineCorrected::kName || one.type == LineWithdrawn::kName || one.type == LineRestored::kName ||
           one.type == LineDestroyed::kName || one.type == MemberErased::kName;
  });
}

bool TeamStream::fold(Team& team, const std::vector<store::StoredEvent>& stored) {
  if (puts_right(stored) || has_gap(stored)) {
    const auto events = events_of(stored);
    if (events) team = engine::fold(*events);
    return events.has_value();
  }
  for (const auto& one : stored) engine::evolve(team, store::decode_team(one));
  return true;
}

// ---- meetings

Meeting MeetingStream::empty(const std::string& id) { return Meeting{.id = id}; }

void MeetingStream::evolve(Meeting& it, const MeetingEvent& event) { meeting::evolve(it, event); }

bool MeetingStream::is_told(const MeetingCommand& command) { return meeting::is_move(command.body); }

std::vector<std::optional<MeetingEvent>> MeetingStream::events_of(const std::vector<store::StoredEvent>& stored) {
  return read_each<MeetingEvent, ItemReworded, LineTakenUp>(
      stored, [](const store::StoredEvent& one) { return store::decode_meeting(one); });
}

bool MeetingStream::puts_right(const std::vector<store::StoredEvent>& stored) {
  return std::ranges::any_of(stored, [](const store::StoredEvent& one) { return one.type == ItemReworded::kName; });
}

bool MeetingStream::fold(Meeting& it, const std::vector<store::StoredEvent>& stored) {
  for (const auto& event : events_of(stored)) {
    if (event) meeting::evolve(it, *event);
    else ++it.version;
  }
  return true;
}

// ---- learning

learning::Session LearningStream::empty(const std::string& id) { return learning::Session{.id = id}; }

void LearningStream::evolve(learning::Session& it, const LearningEvent& event) { learning::evolve(it, event); }

std::vector<std::optional<LearningEvent>> LearningStream::events_of(const std::vector<store::StoredEvent>& stored) {
  return read_each<LearningEvent, SessionLineDestroyed>(
      stored, [](const store::StoredEvent& one) { return store::decode_learning(one); });
}

bool LearningStream::fold(learning::Session& it, const std::vector<store::StoredEvent>& stored) {
  for (const auto& event : events_of(stored)) {
    if (event) learning::evolve(it, *event);
    else ++it.version;
  }
  return true;
}

}  // namespace casus::service
