// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/mending/mending_meant.hpp"

#include "core/base/fault.hpp"
#include "core/base/role_apart.hpp"
#include "core/engine/mending/said.hpp"
#include "core/model/access.hpp"
#include "core/model/case/unseen.hpp"
#include "core/model/ref_words.hpp"
#include "core/text/label.hpp"

#include <algorithm>

namespace casus::engine {

namespace {

bool was_hidden(const EventBody& body) {
  return std::visit(
      [](const auto& e) {
        if constexpr (requires { static_cast<bool>(e.hidden); }) return static_cast<bool>(e.hidden);
        else return false;
      },
      body);
}

/// The last things said, as examples of what can be meant. Not what others wrote unseen, nor what came without names:
/// in this order it would tell who was first.
std::vector<std::string> last_said(const Deciding& d, const PutRight& right) {
  std::vector<std::string> refs;
  for (auto place = right.size(); place-- > 0 && refs.size() < 5;) {
    const auto what = about(right.event(place).body);
    const bool has_id = what.words && what.ref.size() > 1 && is_line_number(std::string_view(what.ref).substr(1));
    if (!has_id || right.taken_back(place) || std::ranges::find(refs, what.ref) != refs.end()) continue;
    if (d.c.is_anonymous(what.ref)) continue;
    if (right.event(place).by != d.actor->id && is_still_unseen(d.c, right.event(place), place)) continue;
    refs.push_back(what.ref);
  }
  return refs;
}

tl::unexpected<Refusal> nothing_called(const Deciding& d, const PutRight& right, const std::string& ref) {
  const auto refs = last_said(d, right);
  return nothing(msg("mending.thing"), ref, {refs.begin(), refs.end()});
}

/// `destroyed`: then nothing is left that could stand again.
tl::unexpected<Refusal> taken_back_already(const Deciding& d, const std::string& ref, bool destroyed) {
  if (destroyed)
    return refuse("DestroyedAlready", "", msg("mending.destroyed_already", "ref"_is = called(d, ref)),
                  msg("mending.destroyed_again_do"));
  return refuse("TakenBackAlready", "", msg("mending.taken_back_already", "ref"_is = called(d, ref)),
                msg("mending.taken_back_already_do",
                    "restore"_is = way("case restore", "case"_is = d.c.id, "ref"_is = ref, "because"_is = gap())));
}

/// The event that gave the words which this one puts right; itself when it puts nothing right.
std::size_t said_first(const PutRight& right, std::size_t place) {
  const auto ref = mended_ref(right.event(place).body);
  if (ref.empty()) return place;
  for (std::size_t at = 0; at < place; ++at)
    if (const auto what = about(right.event(at).body); (what.words && what.ref == ref) || std::to_string(at + 1) == ref)
      return at;
  return place;
}

Refusal not_yours(const Deciding& d, const std::string& sayer, bool unnamed) {
  const auto* owner = d.c.owner();
  std::vector<Message> who;
  if (const auto* person = d.c.person(sayer);
      !unnamed && person != nullptr && person->has_seat() && !person->name.empty())
    who.push_back(Message::verbatim(person->name));
  if (owner != nullptr && (unnamed || owner->id != sayer)) who.push_back(Message::verbatim(owner->name));
  return no("NotYoursToMend", "", msg("mending.not_yours", "by"_is = d.actor->name),
            who.empty() ? msg("mending.not_yours_nobody")
                        : msg("mending.not_yours_do", "who"_is = text::any_of(std::move(who))));
}

}  // namespace

bool is_still_unseen(const Case& c, const Event& event, std::size_t place) {
  if (!was_hidden(event.body)) return false;
  const auto number = static_cast<std::int64_t>(place) + 1;
  const auto of_it = [&](const Made& one) { return one.event == number; };
  if (const auto it = std::ranges::find_if(c.contributions, of_it); it != c.contributions.end())
    return !is_shown(c, *it);
  if (const auto it = std::ranges::find_if(c.scores, of_it); it != c.scores.end()) return !is_shown(c, *it);
  if (const auto it = std::ranges::find_if(c.votes, of_it); it != c.votes.end()) return !is_shown(c, *it);
  const auto gone = std::ranges::find_if(c.taken_back, of_it);
  return gone != c.taken_back.end() && !is_opened(c, *gone);
}

Outcome<Meant, Refusal> meant_by(const Deciding& d, const PutRight& right, const std::string& typed, bool gone) {
  Meant meant{.ref = ref_typed(typed)};
  if (const auto text = text::typed_as<CaseText>(meant.ref)) meant.ref = key(*text);
  if (is_line_number(meant.ref)) {
    const auto number = std::stoul(meant.ref);
    if (number < 1 || number > right.size()) return nothing_called(d, right, typed);
    const auto& body = right.event(number - 1).body;
    if (auto what = about(body); what.words) {
      meant.ref = std::move(what.ref);
    } else {
      if (puts_right(body) && texts_of(body).empty()) return nothing_called(d, right, typed);
      if (right.taken_back(number - 1) && !gone) return taken_back_already(d, meant.ref, right.destroyed(number - 1));
      meant.words.push_back(number - 1);
      return meant;
    }
  }
  if (const auto* person = d.c.entry(meant.ref) != nullptr ? nullptr : d.person(typed); person != nullptr)
    meant.ref = person->id;
  bool was_there = false, destroyed = false;
  for (std::size_t place = 0; place < right.size(); ++place) {
    const auto what = about(right.event(place).body);
    if (what.ref != meant.ref || what.ref.empty()) continue;
    was_there = true;
    destroyed = destroyed || (what.words && right.destroyed(place));
    if (right.taken_back(place) && !gone) continue;
    (what.words ? meant.words : meant.rests).push_back(place);
  }
  // Who opened the case gave it its name there, and its first purpose.
  if (meant.ref == key(CaseText::title)) meant.words = {0};
  if (meant.ref == key(CaseText::purpose)) meant.words.insert(meant.words.begin(), 0);
  if (d.c.entry(meant.ref) != nullptr) {
    meant.words.clear();  // a name lies in every event that brought the person
    for (std::size_t place = 0; place < right.size(); ++place)
      if (const auto named = names_in(right.event(place).body);
          std::ranges::find(named, meant.ref) != named.end() && (gone || !right.taken_back(place)))
        meant.words.push_back(place);
  }
  if (!meant.words.empty()) return meant;
  if (was_there) return taken_back_already(d, meant.ref, destroyed);
  return nothing_called(d, right, typed);
}

Message called(const Deciding& d, std::string_view ref) {
  const auto* person = d.c.entry(ref);
  if (person != nullptr) return msg("mending.ref_name", "person"_is = person->name);
  return ref_words(ref);
}

bool is_name(const Deciding& d, const Meant& meant) { return d.c.entry(meant.ref) != nullptr; }

std::size_t step_began(const PutRight& right) {
  for (auto place = right.size(); place-- > 0;)
    if (std::holds_alternative<StepEntered>(right.event(place).body)) return place;
  return 0;
}

bool is_own_and_fresh(const Deciding& d, const PutRight& right, const Meant& meant) {
  const auto last = meant.words.back();
  return d.c.here() != nullptr && last > step_began(right) && right.event(last).by == d.actor->id;
}

std::optional<Refusal> may_not(const Deciding& d, const PutRight& right, const Meant& meant) {
  const auto& sayer = right.event(meant.words.front()).by;
  const auto* owner = d.c.owner();
  if (d.actor->id == d.c.became(sayer) || d.actor == owner) return std::nullopt;
  if (owner == nullptr && works_in_case(*d.actor)) return std::nullopt;
  // The number of what puts something right is no other way to who said it.
  const auto first = std::to_string(said_first(right, meant.words.front()) + 1);
  return not_yours(d, sayer, d.c.is_anonymous(meant.ref) || d.c.is_anonymous(first));
}

std::optional<Refusal> may_not_yet(const Deciding& d, const PutRight& right, const Meant& meant) {
  const auto place = said_first(right, meant.words.front());
  if (d.actor->id != d.c.became(right.event(place).by) && is_still_unseen(d.c, right.event(place), place))
    return no("NotYoursToMend", "R4", msg("mending.still_unseen"), msg("mending.still_unseen_do"));
  return may_not(d, right, meant);
}

std::optional<Refusal> two_roles_apart(const Deciding& d, const EventBody& body, const Events& events) {
  const auto* said = std::get_if<Contributed>(&body);
  const auto apart = said != nullptr && said->moves ? role_apart_from(*said->moves) : std::nullopt;
  if (!apart) return std::nullopt;
  const auto has_both = [&](const Case& c) {
    const auto* person = c.with(*apart);
    return person != nullptr && person->has(*said->moves) ? person : nullptr;
  };
  const auto after = folded_with(d, events);
  const auto* both = after ? has_both(*after) : nullptr;
  if (both == nullptr || has_both(d.c) != nullptr) return std::nullopt;
  return no("ChairIsPresenter", "R3",
            msg("talk.not_both_roles", "name"_is = both->name, "has"_is = role_name(d.method, *apart),
                "role"_is = role_name(d.method, *said->moves)),
            msg("talk.not_both_roles_do"));
}

Outcome<Case, Refusal> folded_with(const Deciding& d, const Events& events) {
  auto after = *d.history;
  after.insert(after.end(), events.begin(), events.end());
  try {
    return fold(d.c.id, after);
  } catch (const Fault&) {
    return refuse("OtherThingsRest", "", msg("mending.other_things_rest"),
                  msg("mending.other_things_rest_do", "history"_is = way("case history", "case"_is = d.c.id)));
  }
}

Decided if_it_folds(const Deciding& d, Events events) {
  if (auto after = folded_with(d, events); !after) return failure(std::move(after.error()));
  return events;
}

namespace {

std::vector<const Person*> all_with(const Case& c, Role role) {
  std::vector<const Person*> found;
  for (const auto& person : c.people)
    if (person.at_table() && person.has(role)) found.push_back(&person);
  return found;
}

/// Who would have a role that somebody else has, or two that are never of one person.
std::optional<Refusal> role_taken_since(const Deciding& d, const Case& after) {
  for (const auto role : {Role::presenter, Role::chair, Role::coordinator}) {
    const auto then = all_with(after, role);
    if (then.size() < 2 || all_with(d.c, role).size() > 1) continue;
    const auto* has = d.c.with(role);
    const auto other = std::ranges::find_if(
        then, [&](const Person* it) { return has == nullptr ? it != then.front() : it->id != has->id; });
    const auto& stays = has == nullptr ? *then.front() : *has;
    return no("RoleTakenSince", role == Role::presenter ? "R1" : "R3",
              msg("mending.role_taken_since", "name"_is = (*other)->name, "role"_is = role_name(d.method, role),
                  "other"_is = stays.name),
              msg("mending.role_taken_since_do", "other"_is = stays.name,
                  "leave"_is = way("case leave", "case"_is = d.c.id, "person"_is = stays.name)));
  }
  const auto leads_own = [](const Case& c) {
    const auto* chair = c.with(Role::chair);
    return chair != nullptr && chair->has(Role::presenter) ? chair : nullptr;
  };
  const auto* both = leads_own(after);
  if (both == nullptr || leads_own(d.c) != nullptr) return std::nullopt;
  return no("ChairIsPresenter", "R3", msg("opening.chair_is_presenter", "added"_is = both->name),
            msg("mending.chair_is_presenter_do"));
}

}  // namespace

Decided if_roles_fit(const Deciding& d, Events events) {
  const auto after = folded_with(d, events);
  if (!after) return failure(after.error());
  if (auto refusal = role_taken_since(d, *after)) return failure(std::move(*refusal));
  return events;
}

std::vector<std::size_t> told_of(const PutRight& right, const std::vector<std::size_t>& places,
                                 const std::string& ref) {
  std::vector<std::size_t> found;
  for (std::size_t place = 0; place < right.size(); ++place) {
    const auto& body = right.event(place).body;
    if (const auto* corrected = std::get_if<Corrected>(&body)) {
      if (std::ranges::find(places, static_cast<std::size_t>(corrected->event - 1)) != places.end())
        found.push_back(place);
    } else if (std::holds_alternative<Withdrawn>(body) || std::holds_alternative<Restored>(body)) {
      if (mended_ref(body) == ref) found.push_back(place);
    }
  }
  return found;
}

std::vector<std::int64_t> numbers_of(std::vector<std::size_t> places) {
  std::ranges::sort(places);
  places.erase(std::ranges::unique(places).begin(), places.end());
  std::vector<std::int64_t> numbers;
  for (const auto place : places) numbers.push_back(static_cast<std::int64_t>(place) + 1);
  return numbers;
}

tl::unexpected<Refusal> needs_history() {
  return refuse("NotHere", "", msg("mending.not_here"), msg("mending.not_here_do"));
}

}  // namespace casus::engine
