// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/access/access.hpp"
#include "core/engine/access/around.hpp"
#include "core/engine/access/owning.hpp"
#include "core/engine/access/typing.hpp"
#include "core/engine/decide/deciding.hpp"
#include "core/engine/floor/grouping.hpp"
#include "core/engine/mending/mending_meant.hpp"
#include "core/engine/mending/named_places.hpp"
#include "core/engine/mending/once_in.hpp"
#include "core/engine/mending/put_right.hpp"
#include "core/engine/mending/reason_kept.hpp"
#include "core/engine/mending/said.hpp"
#include "core/engine/retention.hpp"
#include "core/model/access.hpp"
#include "core/model/redaction.hpp"
#include "core/text/day_words.hpp"

#include <algorithm>

/// Erasing a person or a case. Our own rule, as nothing in the sources says who: what cannot be brought back takes two,
/// of whom one owns the case. Nobody can be brought in as the second one on the day itself.
namespace casus::engine {

namespace {

/// A text names somebody by what is destroyed now, so nothing could hide it later on: each text reads without the name
/// from here on. How it was written stays in the history until it is destroyed place by place.
Outcome<Events, Refusal> unnamed(const Deciding& d, const Person& person, const std::string& because) {
  Events events;
  const auto hidden = names_erased(d.c, &person);
  if (d.history == nullptr || hidden.empty()) return events;
  const PutRight right(*d.history);
  for (std::size_t place = 0; place < right.size(); ++place) {
    const auto& body = right.event(place).body;
    // What was taken back can stand again.
    if (right.destroyed(place) || puts_right(body)) continue;
    Corrected corrected;
    for (const auto& one : texts_of(body))
      if (is_named(one.to, hidden)) corrected.now.push_back(FieldNow{one.field, redacted(one.to, hidden, {}).text});
    if (corrected.now.empty()) continue;
    corrected.event = static_cast<std::int64_t>(place) + 1;
    auto what = about(body);
    corrected.ref = what.words && !what.ref.empty() ? std::move(what.ref) : std::to_string(corrected.event);
    corrected.because = because;
    events.push_back(d.event(std::move(corrected)));
  }
  const auto without = [&](std::string& text) {
    if (!is_named(text, hidden)) return false;
    text = redacted(text, hidden, {}).text;
    return true;
  };
  for (const auto& other : d.c.people) {
    if (other.erased || other.merged || other.id == person.id) continue;
    PersonNamed named{other.id, other.name, other.contact, {}, other.listed_relation, because, false};
    if (other.network) named.relation = other.network->relation;
    const bool contact = without(named.contact), relation = without(named.relation);
    if (without(named.listed_relation) || contact || relation) events.push_back(d.event(std::move(named)));
  }
  return events.empty() ? events : if_it_folds(d, std::move(events));
}

/// Every entry of one person goes with them.
void erase_entries(const Deciding& d, const Person& person, const PersonErased& erased, Events& events) {
  events.push_back(d.event(erased));
  for (const auto& one : d.c.merged)
    if (d.c.became(one.person) == person.id) {
      auto also = erased;
      also.person = one.person;
      events.push_back(d.event(std::move(also)));
    }
}

/// Works in the case. Where a team is known, who got up from its table and is not of it answers for nothing any more.
bool works_here(const Deciding& d, const Person* person) {
  return person != nullptr && !person->erased && works_in_case(*person) && (!person->left || !d.library.has_team());
}

/// Somebody who answers for the case: works at its table, or is of the team.
bool answers_for(const Deciding& d, std::string_view name) {
  return works_here(d, d.c.person(name)) || of_the_team(d.c, d.library, name);
}

/// When the oldest of what is erased was typed: a case that ended in this one may be older.
Time oldest_line(const Case& c) {
  auto first = c.opened_in_fact;
  for (const auto& one : c.taken_in)
    for (const auto& line : one.taken.lines)
      if (!one.given_back && line.at != Time{}) first = std::min(first, line.at);
  return first;
}

/// Came to the team only today, with the case there already: perhaps for this. By tomorrow others can have seen who
/// came. So with who came to the case today and is not of the team, when the one who asks is.
bool came_today(const Deciding& d, std::string_view name) {
  const auto new_here = [&](Time since) { return since > oldest_line(d.c) && date_of(since) >= d.today(); };
  const auto* person = d.c.person(name);
  const bool works = works_here(d, person);
  if (works && !new_here(person->works_since)) return false;
  if (const auto in_team = d.library.in_team_since(name)) return new_here(*in_team);
  return works && d.library.in_team(d.command.by);
}

Refusal not_the_owner(const Deciding& d, const Person* owner) {
  const auto who = owner == nullptr ? msg("erasing.who_may") : Message::verbatim(owner->name);
  return no("NotYoursToErase", "", msg("erasing.not_yours_to_erase", "by"_is = d.command.by),
            msg("erasing.not_yours_to_erase_do", "who"_is = who));
}

/// Colleagues at the table who could be the second.
std::string who_could(const Deciding& d) {
  std::vector<std::string_view> names;
  for (const auto& person : d.c.people)
    if (is_colleague_here(person) && !person.erased && !same_person(d, person.name, d.command.by) &&
        !came_today(d, person.name))
      names.push_back(person.name);
  return joined(names);
}

Refusal second_person(const Deciding& d, std::string_view with) {
  const auto names = who_could(d);
  auto reason = msg("erasing.takes_two");
  if (!blank(with))
    reason = same_person(d, with, d.command.by) ? msg("erasing.somebody_else")
             : answers_for(d, with)             ? msg("erasing.came_today", "with"_is = known_as(d, with))
                                                : msg("erasing.not_of_the_case", "with"_is = with);
  return no(std::string(kSecondPersonNeeded), "", std::move(reason),
            msg("erasing.second_person_needed_do",
                "names"_is = names.empty() ? Message() : msg("erasing.at_the_table", "names"_is = names)));
}

/// Why this is no second person; nothing when it is one.
std::optional<Refusal> not_the_second(const Deciding& d, std::string_view with) {
  if (!blank(with) && !same_person(d, with, d.command.by) && answers_for(d, with) && !came_today(d, with))
    return std::nullopt;
  return second_person(d, with);
}

/// Whoever may not erase hears nothing more, not even whether somebody of that name is in the case.
std::optional<Refusal> not_theirs_to_erase(const Deciding& d) {
  if (blank(d.command.by)) return no("WhoIsThis", "", msg("access.unclear_who"), msg("remedy.say_who_you_are"));
  if (auto refusal = typed_for_another(d)) return refusal;
  const auto* owner = d.c.owner();
  // Who presented may have left the team long ago: then whoever answers for the case takes over.
  const bool may = owner == nullptr ? answers_for(d, d.command.by) : d.c.person(d.command.by) == owner;
  return may ? std::nullopt : std::optional(not_the_owner(d, owner));
}

std::optional<Refusal> may_not_erase(const Deciding& d, std::string_view with) {
  if (auto refusal = not_theirs_to_erase(d)) return refusal;
  const auto is_request = [&](const TakenBack& one) {
    return one.type == RightAsked::kName && date_of(one.at) >= d.today();
  };
  if (std::ranges::any_of(d.c.taken_back, is_request))
    return no("RequestTakenBackToday", "AVG 18", msg("erasing.request_taken_back"),
              msg("erasing.request_taken_back_do"));
  const auto* owner = d.c.owner();
  if (owner != nullptr && owner->took_over && date_of(*owner->took_over) >= d.today())
    return no("OwnerSinceToday", "", msg("erasing.owner_since_today", "owner"_is = owner->name),
              msg("erasing.owner_since_today_do"));
  // Whoever takes it over from nobody came before today as well.
  if (owner == nullptr && came_today(d, d.command.by))
    return no("OwnerSinceToday", "", msg("erasing.owner_since_today", "owner"_is = known_as(d, d.command.by)),
              msg("erasing.owner_since_today_do"));
  if (owner == nullptr && d.c.unowned_since && date_of(*d.c.unowned_since) >= d.today())
    return no("UnownedSinceToday", "", msg("erasing.unowned_since_today"), msg("erasing.owner_since_today_do"));
  return not_the_second(d, with);
}

/// Nobody is put into a case to be erased from it: a name that stands in a text alone goes with that text.
tl::unexpected<Refusal> nobody_to_erase(const Deciding& d, const std::string& person) {
  auto refused = nobody(d, person);
  auto& refusal = refused.value();
  if (refusal.name != "NobodyCalled" || blank(person)) return refused;
  refusal.remedies = {{msg("erasing.nobody_called_do", "find"_is = way("case find", "text"_is = person),
                           "destroy"_is = way("case destroy", "case"_is = d.c.id, "ref"_is = gap("gap.number"),
                                              "ground"_is = key(DestroyGround::other_person)))}};
  return refused;
}

/// Erased after the copy that was put back here was made: that is said again.
bool is_unsaid(const Deciding& d, const Person& person) {
  return d.history != nullptr && !says_erased(*d.history, person.id);
}

/// What is due by law is erased by the keeper or by who answers for the case, with a second who does. Nobody else hears
/// whether it is due: that tells that the help has ended, and when.
std::optional<Refusal> may_not_erase_what_is_due(const Deciding& d) {
  const bool keeper = d.command.seat && d.command.seat->sureness == Sureness::keeper;
  if (keeper || answers_for(d, d.command.by)) return std::nullopt;
  return no("NotYoursToErase", "", msg("erasing.not_yours_to_erase", "by"_is = d.command.by), msg("retention.who_may"));
}

}  // namespace

Decided decide_on(const Deciding& d, const ErasePerson& command) {
  if (auto refusal = not_theirs_to_erase(d)) return failure(std::move(*refusal));
  const auto* person = d.person(command.person);
  const auto once = person == nullptr && d.history != nullptr ? once_in(d.c, *d.history, command.person) : std::nullopt;
  if (once) person = &*once;
  if (person == nullptr) return nobody_to_erase(d, command.person);
  if (person->erased && !is_unsaid(d, *person))
    return refuse("ErasedAlready", "", msg("erasing.erased_already"), msg("remedy.leave_it"));
  if (auto refusal = may_not_erase(d, command.with)) return failure(std::move(*refusal));
  if (blank(command.because)) return reason_missing(msg("erasing.why"));
  const bool has_work =
      !once && (person->has_seat() || std::ranges::any_of(d.c.actions, [&](const Action& it) {
                  return it.state == Done::open && (it.plan.who == person->id || it.plan.checks == person->id);
                }));
  if (has_work && works_in_case(*person)) {
    const auto& called = person->name.empty() ? person->id : person->name;
    return refuse("HandOverFirst", "", msg("erasing.hand_over_first", "person"_is = called),
                  msg("erasing.hand_over_first_do", "person"_is = called,
                      "handover"_is = way("case handover", "case"_is = d.c.id, "person"_is = called,
                                          "to"_is = gap("gap.name"), "because"_is = gap())));
  }
  PersonErased erased{
      {.person = person->id, .because = reason_kept(d.c, person, command.because), .with = known_as(d, command.with)}};
  auto events = unnamed(d, *person, erased.because);
  if (!events) return events;
  erase_entries(d, *person, erased, *events);
  if (auto groups = d.step == nullptr ? std::nullopt : groups_without(d.c, *d.step, person->id))
    events->push_back(d.event(std::move(*groups)));
  return events;
}

Decided decide_on(const Deciding& d, const EraseDue& command) {
  if (blank(d.command.by)) return refuse("WhoIsThis", "", msg("access.unclear_who"), msg("remedy.say_who_you_are"));
  if (auto refusal = may_not_erase_what_is_due(d)) return failure(std::move(*refusal));
  const auto due = due_for_erasure(d.c, d.today());
  if (!due) {
    const auto running = retentions(d.c);
    const auto first = std::ranges::find_if(running, [](const Retention& one) { return one.due.has_value(); });
    return refuse("NotDue", "",
                  running.empty()          ? msg("retention.not_closed")
                  : first == running.end() ? msg("retention.no_term", "law"_is = running.front().term->law)
                                           : msg("retention.not_due", "due"_is = text::day_message(*first->due),
                                                 "law"_is = first->term->law),
                  msg("retention.not_due_do", "list"_is = way("store retention")));
  }
  if (auto refusal = not_the_second(d, command.with)) return failure(std::move(*refusal));
  return d.one(CaseErased{{.because = due->term->law, .with = known_as(d, command.with)}});
}

Outcome<LooksErased, Refusal> decide_looks_due(const Case& state, const Command& command, std::string_view with,
                                               const std::vector<Date>& days, const Library& library) {
  const Deciding d{state, command, library};
  if (blank(command.by)) return refuse("WhoIsThis", "", msg("access.unclear_who"), msg("remedy.say_who_you_are"));
  if (auto refusal = may_not_erase_what_is_due(d)) return failure(std::move(*refusal));
  LooksErased done{.before = looks_kept_from(d.today())};
  done.count = static_cast<int>(std::ranges::count_if(days, [&](Date on) { return on < done.before; }));
  if (done.count == 0 || state.restriction() != nullptr)
    return refuse("NotDue", "", msg("retention.no_looks_due", "case"_is = state.id),
                  msg("retention.not_due_do", "list"_is = way("store retention")));
  if (auto refusal = not_the_second(d, with)) return failure(std::move(*refusal));
  done.by = known_as(d, command.by);
  done.with = known_as(d, with);
  done.law = term_of_looks().law;
  return done;
}

Decided decide_on(const Deciding& d, const EraseCase& command) {
  if (auto refusal = may_not_erase(d, command.with)) return failure(std::move(*refusal));
  if (blank(command.because)) return reason_missing(msg("erasing.why"));
  return d.one(CaseErased{{.because = reason_kept(d.c, nullptr, command.because), .with = known_as(d, command.with)}});
}

}  // namespace casus::engine
