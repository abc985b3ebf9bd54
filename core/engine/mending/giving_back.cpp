// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/mending/mending_meant.hpp"
#include "core/engine/mending/one_case.hpp"
#include "core/engine/mending/said.hpp"

#include <algorithm>
#include <set>

/// What a case gives back to one that it was not one with after all; and what is destroyed or erased in both.
namespace casus::engine {

namespace {

/// Whoever came along stays known; their places and seats are given up by events of their own.
bool brings_a_person(const EventBody& body) {
  return std::holds_alternative<ParticipantAdded>(body) || std::holds_alternative<ParticipantLeft>(body) ||
         std::holds_alternative<SeatLimited>(body) || std::holds_alternative<NetworkPersonAdded>(body) ||
         std::holds_alternative<NamedForNetwork>(body) || std::holds_alternative<PersonAsked>(body) ||
         std::holds_alternative<FamilyMemberPlaced>(body);
}

struct Brought {
  std::set<std::size_t> texts;    ///< places of what was said of another case: it may not stay in this one
  std::set<std::size_t> rests;    ///< places of what else came, and of what was added to it since
  std::set<std::string> changed;  ///< refs of which more was said since
};

Brought brought_with(const TakenIn& taken, const PutRight& right) {
  Brought out;
  std::set<std::string> refs;
  for (std::size_t place = 0; place < right.size(); ++place) {
    const auto number = static_cast<std::int64_t>(place) + 1;
    const auto& body = right.event(place).body;
    const auto what = about(body);
    const bool came = taken.line(number) != nullptr;
    if (came && what.words && !brings_a_person(body)) refs.insert(what.ref);
    const bool later = number > taken.event && !came;
    if (later && refs.contains(mended_ref(body))) {
      out.changed.insert(mended_ref(body));
      // What puts it right says its words again, or why.
      if (!texts_of(body).empty() && !right.destroyed(place)) out.texts.insert(place);
    }
    if (!(came || (later && refs.contains(what.ref))) || brings_a_person(body)) continue;
    if (later) out.changed.insert(what.ref);
    if (!can_be_taken_back(body)) continue;
    if (came && !texts_of(body).empty() && !right.destroyed(place)) out.texts.insert(place);
    else if (!right.taken_back(place)) out.rests.insert(place);
  }
  const auto own = static_cast<std::size_t>(taken.event - 1);  // what it was called and asked there
  if (!texts_of(right.event(own).body).empty()) out.texts.insert(own);
  return out;
}

/// Seats and places of who came along, unless something else of this case is theirs.
void send_home(const Deciding& d, const TakenIn& taken, const PutRight& right, const Brought& brought, Events& events) {
  std::set<std::string> left;
  for (std::size_t place = 0; place < right.size(); ++place) {
    if (taken.line(static_cast<std::int64_t>(place) + 1) == nullptr) continue;
    const auto& body = right.event(place).body;
    if (const auto* added = std::get_if<ParticipantAdded>(&body)) {
      const auto* person = d.c.entry(added->person);
      const auto has_work = [&](const Action& one) {
        return !brought.texts.contains(static_cast<std::size_t>(one.event - 1)) && one.state == Done::open &&
               (one.plan.who == added->person || one.plan.checks == added->person);
      };
      if (person != nullptr && person->has_seat() && person != d.c.owner() && !person->has(Role::chair) &&
          std::ranges::none_of(d.c.actions, has_work))
        events.push_back(d.event(ParticipantLeft{{added->person}}));
    }
    const auto* placed = std::get_if<NetworkPersonAdded>(&body);
    const auto* named = std::get_if<NamedForNetwork>(&body);
    const auto id = placed != nullptr ? placed->person : named != nullptr ? named->person : std::string();
    if (const auto* person = d.c.entry(id); person != nullptr && (person->network || person->listed))
      if (left.insert(id).second) events.push_back(d.event(NetworkLeft{{id, {}}}));
    const auto* drawn = std::get_if<FamilyMemberPlaced>(&body);
    if (drawn != nullptr && d.c.family.find(drawn->person) != nullptr)
      events.push_back(d.event(FamilyCut{{drawn->person, {}}}));
  }
}

}  // namespace

Decided give_back(const Case& stays, const Command& command, const Case& gone, const Library& library,
                  const Events& history) {
  Deciding d{stays, command, library, &history};
  d.actor = stays.person(command.by);
  const auto taken = std::find_if(stays.taken_in.rbegin(), stays.taken_in.rend(),
                                  [&](const TakenIn& one) { return one.taken.case_id == gone.id && !one.given_back; });
  if (taken == stays.taken_in.rend())
    return refuse("NotMerged", "", msg("merging.not_merged", "case"_is = gone.id), msg("remedy.leave_it"));
  const auto& asked = std::get<SeparateCase>(command.body);
  const PutRight right(history);
  const auto brought = brought_with(*taken, right);
  CaseGivenBack back{gone.id, asked.because, asked.with, {brought.changed.begin(), brought.changed.end()}};
  Events events{d.event(std::move(back))};
  TextDestroyed destroyed{.ref = std::to_string(taken->event),
                          .ground = DestroyGround::wrong_case,
                          .events = numbers_of({brought.texts.begin(), brought.texts.end()})};
  if (!destroyed.events.empty()) events.push_back(d.event(std::move(destroyed)));
  Withdrawn withdrawn{.ref = std::to_string(taken->event),
                      .events = numbers_of({brought.rests.begin(), brought.rests.end()}),
                      .because = asked.because};
  if (!withdrawn.events.empty()) events.push_back(d.event(std::move(withdrawn)));
  send_home(d, *taken, right, brought, events);
  for (auto& event : events) event.at = std::max(command.at, stays.changed_at);
  return if_it_folds(d, std::move(events));
}

Decided erase_there(const Case& there, const Command& command, const EventBody& erased) {
  const auto* actor = there.person(command.by);
  return Events{{std::max(command.at, there.changed_at), actor == nullptr ? command.by : actor->id, erased}};
}

}  // namespace casus::engine
