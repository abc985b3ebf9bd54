// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/mending/last_done.hpp"
#include "core/engine/mending/mending_meant.hpp"
#include "core/engine/mending/said.hpp"
#include "core/engine/mending/unmended.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

/// What was done by mistake, made undone: a withdrawal, and what was put right last.
namespace casus::engine {

namespace {

/// The actor's last withdrawal in this step.
std::optional<std::size_t> own_withdrawal(const Deciding& d, const PutRight& right) {
  for (auto place = right.size(); place-- > step_began(right);)
    if (right.withdrawal(place) != nullptr && right.event(place).by == d.actor->id) return place;
  return std::nullopt;
}

/// Two cases that were taken apart: what went with the other one stays there.
bool went_along(const PutRight& right, std::size_t place) {
  const auto& ref = right.withdrawal(place)->ref;
  std::size_t number = 0;
  const auto read = std::from_chars(ref.data(), ref.data() + ref.size(), number);
  return read.ec == std::errc() && number > 0 && number <= right.size() &&
         std::holds_alternative<CaseTakenIn>(right.event(number - 1).body);
}

bool is_fresh(const Deciding& d, const PutRight& right, std::size_t place) {
  return d.c.here() != nullptr && place > step_began(right) && right.event(place).by == d.actor->id;
}

/// Of what somebody else wrote unseen, or anybody without a name, the ids say nothing to whoever asks, and their order
/// too much.
bool is_told_of(const Deciding& d, const PutRight& right, const Withdrawn& withdrawn) {
  if (d.c.is_anonymous(withdrawn.ref)) return false;
  return std::ranges::none_of(withdrawn.events, [&](std::int64_t number) {
    const auto place = static_cast<std::size_t>(number - 1);
    return right.event(place).by != d.actor->id && is_still_unseen(d.c, right.event(place), place);
  });
}

/// What was taken back and can stand again, by its numbers, latest first.
std::vector<Message> taken_back_now(const Deciding& d, const PutRight& right) {
  const auto is_gone = [&](std::int64_t number) { return right.gone(static_cast<std::size_t>(number - 1)); };
  std::vector<Message> refs;
  for (auto place = right.size(); place-- > 0;)
    if (const auto* withdrawn = right.withdrawal(place); withdrawn != nullptr && !went_along(right, place) &&
                                                         is_told_of(d, right, *withdrawn) &&
                                                         std::ranges::none_of(withdrawn->events, is_gone))
      refs.push_back(called(d, right.withdrawal(place)->ref));
  return refs;
}

tl::unexpected<Refusal> not_taken_back(const Deciding& d, const PutRight& right) {
  auto refs = taken_back_now(d, right);
  const auto history = way("case history", "case"_is = d.c.id);
  if (refs.empty())
    return refuse("NotTakenBack", "", msg("mending.not_taken_back"),
                  msg("mending.not_taken_back_do", "history"_is = history));
  return refuse("NotTakenBack", "", msg("mending.not_taken_back_that"),
                msg("mending.taken_back_are", "refs"_is = text::Value(std::move(refs))));
}

/// Two people of one name would be taken for one another.
std::optional<Refusal> name_taken_since(const Deciding& d, const Case& after) {
  for (const auto& person : after.people) {
    const auto* now = d.c.entry(person.id);
    if (person.erased || person.merged || (now != nullptr && !now->erased && same_name(now->name, person.name)))
      continue;
    for (const auto& other : after.people)
      if (other.id != person.id && !other.erased && !other.merged && same_name(other.name, person.name))
        return no("NameTaken", "", msg("mending.name_taken", "name"_is = person.name), msg("mending.name_taken_do"));
  }
  return std::nullopt;
}

Decided stands_again(const Deciding& d, const PutRight& right, std::size_t place, const std::string& because) {
  const auto& withdrawn = *right.withdrawal(place);
  for (const auto number : withdrawn.events) {
    const auto one = static_cast<std::size_t>(number - 1);
    if (right.gone(one))
      return refuse("DestroyedAlready", "", msg("mending.destroyed_already", "ref"_is = called(d, withdrawn.ref)),
                    msg("mending.destroyed_again_do"));
    if (is_of_the_team(right.event(one).body))
      return refuse("LiesWithTheTeam", "R15", msg("mending.lies_with_the_team"), msg("mending.noted_again_do"));
  }
  Restored restored{.ref = withdrawn.ref, .event = static_cast<std::int64_t>(place) + 1, .because = because};
  auto events = if_roles_fit(d, {d.event(std::move(restored))});
  if (!events) return events;
  if (const auto after = folded_with(d, *events); !after) return failure(after.error());
  else if (auto refusal = name_taken_since(d, *after)) return failure(std::move(*refusal));
  return events;
}

tl::unexpected<Refusal> gone_meanwhile(const Deciding& d, std::string_view ref) {
  return refuse("DestroyedAlready", "", msg("mending.destroyed_already", "ref"_is = called(d, ref)),
                msg("mending.destroyed_again_do"));
}

/// A name as it was before it was put right; what was put right of that person since stays.
Decided named_as_before(const Deciding& d, const PersonNamed& named, const Events& before) {
  const auto* now = d.c.entry(named.person);
  const auto then = fold(d.c.id, before);
  const auto* was = then.entry(named.person);
  if (now == nullptr || now->erased || was == nullptr || was->name.empty()) return gone_meanwhile(d, named.person);
  const auto back = [](const std::string& of_then, const std::string& put, const std::string& of_now) {
    return of_then == put ? of_now : of_then;
  };
  const auto related = [](const Person& person) { return person.network ? person.network->relation : std::string(); };
  PersonNamed again{.person = named.person,
                    .name = back(was->name, named.name, now->name),
                    .contact = back(was->contact, named.contact, now->contact),
                    .relation = back(related(*was), named.relation, related(*now)),
                    .listed_relation = back(was->listed_relation, named.listed_relation, now->listed_relation)};
  if (const auto* other = d.c.person(again.name); other != nullptr && other->id != now->id)
    return refuse("NameTaken", "", msg("mending.name_taken", "name"_is = again.name), msg("mending.name_taken_do"));
  return d.one(std::move(again));
}

}  // namespace

Decided decide_on(const Deciding& d, const Restore& command) {
  if (d.history == nullptr) return needs_history();
  const PutRight right(*d.history);
  std::optional<std::size_t> place;
  if (blank(command.ref)) {
    if (d.c.here() != nullptr) place = own_withdrawal(d, right);
  } else {
    const auto meant = meant_by(d, right, command.ref, true);
    if (!meant) return not_taken_back(d, right);
    // An event without words of its own was taken back by its number.
    place = right.withdrawal_of(meant->ref.empty() ? std::to_string(meant->words.back() + 1) : meant->ref);
    if (place)
      if (auto refusal = may_not_yet(d, right, *meant); refusal && !is_fresh(d, right, *place))
        return failure(std::move(*refusal));
  }
  if (!place || went_along(right, *place)) return not_taken_back(d, right);
  if (blank(command.because) && !is_fresh(d, right, *place)) return reason_missing(msg("mending.why_restore"));
  return stands_again(d, right, *place, command.because);
}

Decided unmended(const Deciding& d, const PutRight& right, std::size_t place) {
  const auto& body = (*d.history)[place].body;
  if (right.withdrawal(place) != nullptr)
    return went_along(right, place) ? Decided(not_taken_back(d, right)) : stands_again(d, right, place, {});
  if (const auto* restored = std::get_if<Restored>(&body)) {
    const auto& before = std::get<Withdrawn>((*d.history)[static_cast<std::size_t>(restored->event - 1)].body);
    for (const auto number : before.events)
      if (right.gone(static_cast<std::size_t>(number - 1))) return gone_meanwhile(d, before.ref);
    return if_roles_fit(d, {d.event(Withdrawn{.ref = before.ref, .events = before.events})});
  }
  const Events before(d.history->begin(), d.history->begin() + static_cast<std::ptrdiff_t>(place));
  const auto* named = std::get_if<PersonNamed>(&body);
  // Somebody else destroyed the words of before: they would come back as none.
  if (right.destroyed(place)) return gone_meanwhile(d, named == nullptr ? mended_ref(body) : named->person);
  if (named != nullptr) return named_as_before(d, *named, before);
  const auto& corrected = std::get<Corrected>(body);
  const PutRight was(before);
  const auto& event = was.event(static_cast<std::size_t>(corrected.event - 1));
  Corrected again{.ref = corrected.ref, .event = corrected.event};
  for (const auto& now : corrected.now) again.now.push_back({now.field, field_of(event.body, now.field)});
  if (!corrected.whose.empty()) again.whose = event.by;
  return if_roles_fit(d, {d.event(std::move(again))});
}

}  // namespace casus::engine
