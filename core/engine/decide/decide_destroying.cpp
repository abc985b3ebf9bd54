// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/access/owning.hpp"
#include "core/engine/access/restriction.hpp"
#include "core/engine/access/typing.hpp"
#include "core/engine/decide/bringing.hpp"
#include "core/engine/mending/mending_meant.hpp"
#include "core/engine/mending/one_case.hpp"
#include "core/engine/mending/said.hpp"
#include "core/engine/remarks/readable.hpp"

#include <algorithm>

/// Destroying for good, and moving to another case: what goes there is destroyed here.
namespace casus::engine {

namespace {

/// The names that lie in what is destroyed are said again: they are nobody's mistake.
void name_again(const Deciding& d, const std::vector<std::size_t>& gone, Events& events) {
  std::vector<std::string> people;
  for (const auto place : gone)
    for (auto& person : names_in(d.history->at(place).body))
      if (std::ranges::find(people, person) == people.end()) people.push_back(std::move(person));
  for (const auto& id : people) {
    const auto* person = d.c.entry(id);
    if (person == nullptr || person->erased) continue;
    PersonNamed again{.person = id, .name = person->name, .contact = person->contact};
    if (person->network) again.relation = person->network->relation;
    again.listed_relation = person->listed_relation;
    again.again = true;
    events.push_back(d.event(std::move(again)));
  }
}

/// What stands now is said again when it lay in what is destroyed: all texts of an event, or only those of some fields.
void say_again(const Deciding& d, const PutRight& right, std::string ref, std::size_t place,
               const std::vector<std::string_view>& only, Events& events) {
  Corrected again{.ref = std::move(ref),
                  .event = static_cast<std::int64_t>(place) + 1,
                  .now = texts_of(right.event(place).body),
                  .again = true};
  std::erase_if(again.now, [&](const FieldNow& one) {
    return one.field == "noticed" || (!only.empty() && std::ranges::find(only, one.field) == only.end());
  });
  if (!again.now.empty()) events.push_back(d.event(std::move(again)));
}

/// Destroys all of it, or, `earlier`, the words that it had before those of now.
Decided destroyed(const Deciding& d, const PutRight& right, const Meant& meant, DestroyGround ground, bool earlier) {
  auto places = meant.words;
  if (!earlier) places.insert(places.end(), meant.rests.begin(), meant.rests.end());
  const bool name = is_name(d, meant);
  auto told = told_of(right, places, meant.ref);
  // What the case is called is no word of a name, though it was opened in one line with it.
  if (name)
    std::erase_if(told, [&](std::size_t place) {
      const auto* other = std::get_if<Corrected>(&right.event(place).body);
      return other != nullptr && other->ref != meant.ref;
    });
  places.insert(places.end(), told.begin(), told.end());
  // What lost only its earlier words can still go as a whole.
  std::erase_if(places, [&](std::size_t place) {
    const auto& body = right.event(place).body;
    const bool goes = !earlier && can_be_taken_back(body) && !right.taken_back(place) && !texts_of(body).empty();
    return right.destroyed(place) && !goes;
  });
  if (places.empty())
    return refuse("DestroyedAlready", "", msg("mending.destroyed_already", "ref"_is = called(d, meant.ref)),
                  msg("remedy.leave_it"));
  TextDestroyed gone{.ref = meant.ref, .ground = ground, .earlier = earlier, .events = numbers_of(places)};
  // The words of a request go, and not that it was made: its clock goes on (AVG 12).
  gone.stays = std::ranges::any_of(places, [&](std::size_t place) {
    const auto& body = right.event(place).body;
    return std::holds_alternative<RightAsked>(body) || std::holds_alternative<RightAnswered>(body) ||
           std::holds_alternative<RestrictionLifted>(body);
  });
  Events events{d.event(std::move(gone))};
  name_again(d, places, events);
  const auto opening = std::ranges::find_if(
      places, [&](std::size_t place) { return std::holds_alternative<CaseOpened>(right.event(place).body); });
  if (name && opening != places.end()) say_again(d, right, "title", *opening, {}, events);
  if (earlier && !name) {
    const auto last = meant.words.back();
    say_again(d, right, meant.ref, last, {}, events);
    // Who opened the case gave it its name, its area and its first purpose in one.
    if (meant.ref == key(CaseText::purpose) && last != 0)
      say_again(d, right, "title", 0, {"title", "neighbourhood"}, events);
  }
  auto decided = earlier ? if_it_folds(d, events) : if_roles_fit(d, events);
  if (decided || earlier) return decided;
  // What may not be kept goes all the same; its place stays.
  std::get<TextDestroyed>(events.front().body).stays = true;
  return if_it_folds(d, std::move(events));
}

/// What is unseen still is theirs who wrote it (R4), as long as they are here to do it.
std::optional<Refusal> may_not_destroy(const Deciding& d, const PutRight& right, const Meant& meant) {
  const auto* sayer = d.c.person(d.c.became(right.event(meant.words.front()).by));
  return sayer != nullptr && sayer->has_seat() ? may_not_yet(d, right, meant) : may_not(d, right, meant);
}

/// Whether other words were given since: only then can the earlier ones be destroyed.
bool was_corrected(const Deciding& d, const PutRight& right, const Meant& meant) {
  if (meant.words.size() > 1) return true;
  if (const auto* mended = d.c.mended(meant.ref); mended != nullptr && mended->how == Mend::corrected) return true;
  return !told_of(right, meant.words, {}).empty();
}

/// Who became owner only today, or may do it because the case is nobody's since today, waits for the same day.
std::optional<Refusal> owner_waits_a_day(const Deciding& d) {
  const auto* owner = d.c.owner();
  const auto since = owner != nullptr ? owner->took_over : d.c.unowned_since;
  if (!since || date_of(*since) < d.today()) return std::nullopt;
  if (owner == nullptr)
    return no("UnownedSinceToday", "", msg("mending.unowned_since_today"), msg("mending.others_wait_do"));
  if (d.actor != owner) return std::nullopt;
  return no("OwnerSinceToday", "", msg("mending.owner_since_today", "owner"_is = owner->name),
            msg("mending.others_wait_do"));
}

/// What others said goes for good, as a person or a case does when it is erased. A number that may be kept nowhere
/// waits for no day.
std::optional<Refusal> others_wait_a_day(const Deciding& d, const PutRight& right, const Meant& meant,
                                         DestroyGround ground) {
  const auto is_own = [&](std::size_t place) { return d.c.became(right.event(place).by) == d.actor->id; };
  if (ground == DestroyGround::citizen_number || std::ranges::all_of(meant.words, is_own)) return std::nullopt;
  return owner_waits_a_day(d);
}

/// `needed`: a case cannot be without it; else only the earlier words were meant, and there are none.
tl::unexpected<Refusal> other_words_first(const Deciding& d, const std::string& ref, DestroyGround ground,
                                          bool needed) {
  const auto correct = way("case correct", "case"_is = d.c.id, "ref"_is = ref, "text"_is = gap(), "because"_is = gap());
  const auto destroy = way("case destroy", "case"_is = d.c.id, "ref"_is = ref, "ground"_is = key(ground));
  if (!needed)
    return refuse("OtherWordsFirst", "", msg("mending.nothing_earlier", "ref"_is = called(d, ref)),
                  msg("mending.nothing_earlier_do", "destroy"_is = destroy, "correct"_is = correct));
  // Who only stands on the map or in the family can go as a whole.
  const auto* person = d.c.entry(ref);
  if (person != nullptr && person->roles.empty())
    return refuse("OtherWordsFirst", "", msg("mending.other_words_first", "ref"_is = called(d, ref)),
                  msg("mending.other_words_first_person_do", "correct"_is = correct, "destroy"_is = destroy,
                      "person"_is = person->name,
                      "withdraw"_is = way("case withdraw", "case"_is = d.c.id, "ref"_is = ref, "because"_is = gap())));
  return refuse("OtherWordsFirst", "", msg("mending.other_words_first", "ref"_is = called(d, ref)),
                msg("mending.other_words_first_do", "correct"_is = correct, "destroy"_is = destroy));
}

}  // namespace

Decided decide_on(const Deciding& d, const Destroy& command) {
  if (d.history == nullptr) return needs_history();
  const PutRight right(*d.history);
  const auto meant = meant_by(d, right, command.ref, true);
  if (!meant) return failure(meant.error());
  if (auto refusal = typed_for_another(d)) return failure(std::move(*refusal));
  if (auto refusal = may_not_destroy(d, right, *meant)) return failure(std::move(*refusal));
  if (auto refusal = others_wait_a_day(d, right, *meant, command.ground)) return failure(std::move(*refusal));
  const auto& body = right.event(meant->words.back()).body;
  // A case cannot be without these: they get other words first, and then the earlier ones go.
  const bool must_stay = is_name(d, *meant) || meant->ref == "title" || meant->ref == "purpose";
  const bool earlier = command.earlier || must_stay;
  if (earlier && right.gone(meant->words.back()))  // no other words can be given to it
    return refuse("DestroyedAlready", "", msg("mending.destroyed_already", "ref"_is = called(d, meant->ref)),
                  msg("remedy.leave_it"));
  if (earlier && !was_corrected(d, right, *meant)) return other_words_first(d, meant->ref, command.ground, must_stay);
  // What was said in other words since is still there as it was, also when the other words are gone.
  // The name and the relation of who was taken back as a whole stand in the history still.
  const bool is_named = std::ranges::any_of(
      meant->words, [&](std::size_t place) { return !names_in(d.history->at(place).body).empty(); });
  const bool no_text = !is_named && texts_of(body).empty() && texts_of(d.history->at(meant->words.back()).body).empty();
  if (!must_stay && no_text && !right.destroyed(meant->words.back()))
    return refuse("NoText", "", msg("mending.no_text", "ref"_is = called(d, meant->ref)),
                  msg("mending.no_text_do", "withdraw"_is = way("case withdraw", "case"_is = d.c.id,
                                                                "ref"_is = meant->ref, "because"_is = gap())));
  return destroyed(d, right, *meant, command.ground, earlier);
}

Decided decide_on(const Deciding& d, const MoveOver& command) {
  if (d.history == nullptr) return needs_history();
  const PutRight right(*d.history);
  const auto meant = meant_by(d, right, command.ref, false);
  if (!meant) return failure(meant.error());
  if (auto refusal = may_not_yet(d, right, *meant)) return failure(std::move(*refusal));
  const auto said = std::ranges::find(d.c.contributions, meant->ref, &Contribution::id);
  if (said == d.c.contributions.end() || said->is_record())  // its fields mean nothing to another method
    return refuse("NotAContribution", "", msg("mending.not_a_contribution", "ref"_is = called(d, meant->ref)),
                  msg("mending.not_a_contribution_do"));
  if (trimmed(command.to) == d.c.id) return refuse("SameCase", "", msg("mending.same_case"), msg("remedy.leave_it"));
  return destroyed(d, right, *meant, DestroyGround::wrong_case, false);
}

Decided destroy_there(const Case& there, const Command& command, std::int64_t number, DestroyGround ground,
                      const Library& library, const Events& history) {
  Deciding d{there, command, library, &history};
  d.actor = there.person(command.by);
  const PutRight right(history);
  const auto meant = meant_by(d, right, std::to_string(number), true);
  if (!meant) return failure(meant.error());
  auto decided = destroyed(d, right, *meant, ground, false);
  if (decided)
    for (auto& event : *decided) event.at = std::max(command.at, there.changed_at);
  return decided;
}

std::optional<Refusal> may_not_destroy_left(const Case& stays, const Command& command, const std::string& ref,
                                            std::int64_t number, const Library& library, const Events& history) {
  Deciding d{stays, command, library};
  d.actor = stays.person(command.by);
  const auto& asked = std::get<Destroy>(command.body);
  if (auto refusal = unreadable(command, asked)) return refusal;
  if (blank(command.by)) return no("WhoIsThis", "", msg("access.unclear_who"), msg("remedy.say_who_you_are"));
  if (auto refusal = may_not_type(d)) return refusal;
  if (auto refusal = typed_for_another(d)) return refusal;
  if (!owns(stays, library, command.by)) {
    const auto* owner = stays.owner();
    return no("NotYoursToMend", "", msg("mending.not_yours", "by"_is = command.by),
              owner == nullptr ? msg("mending.not_yours_nobody")
                               : msg("mending.not_yours_do", "who"_is = Message::verbatim(owner->name)));
  }
  if (asked.ground != DestroyGround::citizen_number)
    if (auto refusal = owner_waits_a_day(d)) return refusal;
  const PutRight right(history);
  const auto place = static_cast<std::size_t>(number - 1);
  if (right.destroyed(place))
    return no("DestroyedAlready", "", msg("mending.destroyed_already", "ref"_is = ref), msg("remedy.leave_it"));
  if (texts_of(history.at(place).body).empty())
    return no("NoText", "", msg("mending.no_text", "ref"_is = ref), msg("remedy.leave_it"));
  return std::nullopt;
}

Decided bring_over(const Case& other, const Command& command, const Contribution& said, std::string_view sayer) {
  const auto* actor = other.person(command.by);
  if (!other.exists() || other.stage.life == Life::erased)
    return refuse("CaseUnknown", "", msg("case.case_unknown", "case"_is = other.id),
                  msg("case.case_unknown_do", "list"_is = way("case list")));
  if (actor == nullptr || !actor->has_seat())
    return refuse("NotAtTheTable", "", msg("mending.not_at_that_table", "by"_is = command.by, "case"_is = other.id),
                  msg("mending.not_at_that_table_do"));
  if (other.restriction() != nullptr) return failure(kept_only(other));
  if (!other.into().empty()) return failure(merged_away(other));
  if (other.stage.life != Life::open && other.stage.life != Life::intake)
    return refuse("NotOpen", "", msg("mending.not_open", "case"_is = other.id), msg("mending.not_open_do"));
  BroughtOver brought{.id = next_id(other, 'b', other.contributions.size()), .kind = said.kind, .text = said.text};
  const auto* whose = sayer == kSomebody ? nullptr : other.person(sayer);
  brought.whose = sayer == kSomebody                      ? std::string(kSomebody)
                  : whose != nullptr && whose->has_seat() ? whose->id
                                                          : actor->id;
  return Events{{std::max(command.at, other.changed_at), actor->id, EventBody(std::move(brought))}};
}

}  // namespace casus::engine
