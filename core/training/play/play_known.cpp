// SPDX-License-Identifier: EUPL-1.2
#include "core/base/first_that.hpp"
#include "core/model/person_name.hpp"
#include "core/training/play/play.hpp"

#include <algorithm>

/// What is known of a play at this moment.
namespace casus::training {

std::optional<int> Play::first_held(const Condition& part) const {
  const auto found = now_.first_held.find(&part);
  return found == now_.first_held.end() ? std::nullopt : std::optional(found->second);
}

std::optional<int> Play::move_of_consulting(const std::string& person) const {
  const auto found = now_.consulted.find(person);
  return found == now_.consulted.end() ? std::nullopt : std::optional(found->second);
}

const Text& Play::told_as(const HiddenFact& fact) const {
  const auto found = now_.told_as.find(fact.id);
  return found == now_.told_as.end() ? fact.text : found->second;
}

bool Play::is_withdrawn(const Beat& beat) const {
  return std::ranges::any_of(beat.events, [&](const Event& event) {
    const auto* said = std::get_if<Contributed>(&event.body);
    const auto* made = std::get_if<Recorded>(&event.body);
    return (said != nullptr && now_.withdrawn.contains(said->id)) ||
           (made != nullptr && now_.withdrawn.contains(made->id));
  });
}

bool Play::is_open(std::string_view decision) const {
  return is_up(decision) && !is_late(decision) && chosen(decision) == nullptr;
}

std::optional<Time> Play::open_until(std::string_view decision) const {
  for (const auto& due : now_.due)
    if (due.timed != nullptr && due.timed->id == decision && is_open(decision)) return due.at;
  return std::nullopt;
}

int Play::counter(std::string_view id) const {
  const auto found = now_.counters.find(id);
  return found == now_.counters.end() ? 0 : found->second;
}

const Mood* Play::mood(const Counter& counter) const {
  const Mood* found = nullptr;
  for (const auto& one : counter.moods)
    if (this->counter(counter.id) >= one.from) found = &one;
  return found;
}

std::vector<int> Play::moves_that_changed(const std::string& counter) const {
  const auto found = now_.changed_by.find(counter);
  return found == now_.changed_by.end() ? std::vector<int>{} : found->second;
}

const Chosen* Play::chosen(std::string_view decision) const {
  return first_with(now_.chosen, decision, &Chosen::decision);
}

std::vector<const Acquaintance*> Play::in_view() const {
  std::vector<const Acquaintance*> all;
  for (const auto& person : scenario_.network) {
    const bool seen = person.told || now_.consulted.contains(person.id) ||
                      std::ranges::any_of(scenario_.facts, [&](const HiddenFact& fact) {
                        return fact.person == person.id && now_.known.contains(fact.id);
                      });
    if (seen) all.push_back(&person);
  }
  return all;
}

std::vector<const Medium*> Play::shown_to(std::string_view seat) const {
  std::vector<const Medium*> all;
  for (const auto& one : scenario_.media)
    if (holds(one.when) && (one.only_for.empty() || same_name(one.only_for, seat))) all.push_back(&one);
  return all;
}

std::vector<std::string> Play::observers() const {
  std::vector<std::string> all;
  for (const auto& seat : scenario_.table)
    if (std::ranges::find(seat.roles, Role::observer) != seat.roles.end()) all.push_back(seat.name);
  return all;
}

bool Play::has_place(std::string_view name) const {
  const auto is_meant = [&](const std::string& one) { return same_name(one, name); };
  return std::ranges::any_of(now_.state.people,
                             [&](const auto& person) { return person.at_table() && is_meant(person.name); }) ||
         std::ranges::any_of(observers(), is_meant);
}

int Play::hints() const {
  return static_cast<int>(std::ranges::count_if(
      beats_, [](const Beat& beat) { return !beat.refusal && std::holds_alternative<TakeHint>(beat.move.body); }));
}

std::vector<const Beat*> Play::to_take_back(int moves) const {
  std::vector<const Beat*> found;
  for (auto i = beats_.size(); i > 0 && static_cast<int>(found.size()) < moves; --i) {
    const auto& beat = beats_[i - 1];
    if (beat.counts() && !std::holds_alternative<TakeBack>(beat.move.body) && !is_note(beat.move.body) &&
        !std::holds_alternative<Retract>(beat.move.body))
      found.push_back(&beat);
  }
  return found;
}

bool Play::takes_back(const Beat& beat) const {
  return !beat.refusal && std::holds_alternative<TakeBack>(beat.move.body) &&
         std::ranges::any_of(
             beats_, [&](const Beat& undone) { return undone.taken_back == beat.number && !undone.of_trainer(); });
}

int Play::retries() const {
  return static_cast<int>(std::ranges::count_if(beats_, [&](const Beat& beat) { return takes_back(beat); }));
}

}  // namespace casus::training
