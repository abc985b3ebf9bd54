// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/floor/floor.hpp"

#include "core/base/text.hpp"
#include "core/engine/access/advice_waits.hpp"
#include "core/engine/floor/floor_limits.hpp"
#include "core/engine/floor/group_places.hpp"
#include "core/engine/floor/grouping.hpp"
#include "core/engine/floor/turns.hpp"
#include "core/method/course.hpp"
#include "core/method/vocabulary.hpp"
#include "core/model/case/stays.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::engine {

namespace {

/// What was kept beside the talk, with a word that it does not fit, is not counted.
int in_this_step(const Case& c, const method::Step& step, const Person& person) {
  return static_cast<int>(std::ranges::count_if(c.contributions, [&](const Contribution& it) {
    return it.by == person.id && step.fits(it.kind) && !step.floor.is_answered_with(it.kind) && it.kind != "answer" &&
           counts_here(c, it.visit, it.group);
  }));
}

Refusal broken(std::string name, std::string rule, Message reason, Message remedy) {
  return no(std::move(name), std::move(rule), std::move(reason), std::move(remedy));
}

std::string kind_words(const method::Definition* method, const std::vector<std::string>& kinds, Lang lang) {
  std::string words;
  for (const auto& kind : kinds) {
    if (!words.empty()) words += ", ";
    words += method::kind_label(method, kind, lang);
  }
  return words;
}

Refusal not_your_floor(const Deciding& d) {
  const auto& floor = d.step->floor;
  const auto& name = d.actor->name;
  if (floor.speakers.empty())
    return broken("NobodySpeaks", "R4", msg("floor.nobody_speaks", "step"_is = d.step->name),
                  msg("floor.nobody_speaks_do", "next"_is = way("case next", "case"_is = d.c.id)));
  const auto who = role_words(d.method, floor.speakers);
  std::string names;
  for (const auto* person : speakers_in(d.c, *d.step, {}))
    if (!person->has_any(floor.only_chosen) || person == chosen_now(d.c))
      names += (names.empty() ? "" : ", ") + person->name;
  const auto list = names.empty() ? std::string() : " (" + names + ")";
  const bool leads = d.step->led_by.empty() ? d.actor->has(Role::chair) : d.actor->has_any(d.step->led_by);
  return broken(
      "NotYourFloor", "R4",
      msg("floor.not_your_floor", "step"_is = d.step->name, "who"_is = who, "list"_is = list, "name"_is = name),
      leads                    ? msg("floor.not_your_floor_lead_do", "next"_is = way("case next", "case"_is = d.c.id))
      : d.step->led_by.empty() ? msg("floor.not_your_floor_do")
                               : msg("floor.not_your_floor_led_do", "who"_is = role_words(d.method, d.step->led_by)));
}

Refusal kind_not_here(const Deciding& d, const std::string& kind) {
  const auto part = part_in_talk(d.c, *d.step, *d.actor);
  // Who may only answer is told of that; an answer of who speaks too waits for a question.
  const auto own = part.answers && !part.speaks ? kinds_for(d.c, *d.step, *d.actor) : d.step->kinds;
  const auto kinds = text::in_both([&](Lang lang) { return kind_words(d.method, own, lang); });
  if (is_advice(kind) && d.step->advice_locked) return advice_too_soon(d, kind, kinds);
  return broken("KindNotHere", "R4",
                msg("floor.kind_not_here",
                    "kind"_is = text::in_both([&](Lang lang) { return method::kind_label(d.method, kind, lang); }),
                    "step"_is = d.step->name),
                d.step->kinds.empty() ? msg("floor.kind_not_here_do") : msg("floor.fits_here", "kinds"_is = kinds));
}

}  // namespace

std::optional<Refusal> advice_waits(const Deciding& d, const std::string& kind) {
  if (d.step == nullptr || !d.step->advice_locked || !is_advice(kind)) return std::nullopt;
  if (std::ranges::find(d.step->kinds, kind) != d.step->kinds.end()) return std::nullopt;
  return kind_not_here(d, kind);
}

namespace {

/// With whose turn it is as everybody sees it: who used theirs up has none.
Refusal not_your_turn(const Deciding& d) {
  const auto turn = turn_shown(d.c, *d.step, group_of(d.c, d.actor->id));
  const auto& now = *turn.current;
  return broken("NotYourTurn", "R4",
                msg("floor.not_your_turn", "now"_is = now.name,
                    "current"_is = turn.next == nullptr || turn.next == turn.current
                                       ? Message()
                                       : msg("floor.then_s", "next"_is = turn.next->name)),
                msg("floor.not_your_turn_do", "pass"_is = way("case pass", "case"_is = d.c.id, "as"_is = now.name),
                    "now"_is = now.name));
}

/// Whether this person spoke as often as each may here. Of others nobody tells it where what is said bears no name.
bool is_known_to_have_said_enough(const Deciding& d, const Person& person) {
  const int each = d.step->floor.per_person.value_or(0);
  return each > 0 && (&person == d.actor || !d.step->floor.anonymous) && in_this_step(d.c, *d.step, person) >= each;
}

/// With whose turn it is, for a remedy that does not say so: whoever is refused should know whom to wait for.
Refusal with_turn(const Deciding& d, Refusal refusal) {
  const auto say = [&](Message more) {
    refusal.remedies.push_back({std::move(more)});
    return refusal;
  };
  const auto group = group_of(d.c, d.actor->id);
  const auto turn = turn_shown(d.c, *d.step, group);
  const auto* now = turn.current;
  if (now == nullptr) {
    auto speakers = speakers_in(d.c, *d.step, group);
    std::erase_if(speakers, [&](const Person* it) { return is_known_to_have_said_enough(d, *it); });
    if (speakers.empty() || (speakers.size() == 1 && speakers.front() == d.actor)) return refusal;
    if (speakers.size() == 1) return say(msg("floor.has_floor", "name"_is = speakers.front()->name));
    return say(msg("floor.may_speak_now", "speakers"_is = names_of_people(speakers)));
  }
  const bool enough = refusal.name == "SaidEnough";
  if (enough && now == d.actor && turn.said > 0) now = turn.next;
  if (now != d.actor) return say(msg("floor.s_turn", "now"_is = now->name));
  if (!enough) return say(msg("floor.turn"));
  return say(msg("floor.turn_has_gone_round_pass", "next"_is = way("case next", "case"_is = d.c.id)));
}

/// Whether this is said to a question that counts here and that somebody asked of who brought the case in, or of whom
/// it is about, or of this person by name.
bool answers_in_between(const Deciding& d, const Say& say) {
  const auto asked = std::ranges::find(d.c.contributions, say.re, &Contribution::id);
  return !say.re.empty() && asked != d.c.contributions.end() && counts_here(d.c, asked->visit, asked->group) &&
         (asked->kind == "question" || asked->kind == "follow_up") && asked->by != d.actor->id &&
         (asked->to.empty() ? d.actor->has_any({Role::presenter, Role::resident}) : asked->to == d.actor->id);
}

void add(const Deciding& d, std::vector<Refusal>& broken, std::vector<Refusal> more) {
  for (auto& it : more) broken.push_back(with_turn(d, std::move(it)));
}

}  // namespace

std::vector<const Person*> with_any_role(const Case& state, const std::vector<Role>& roles) {
  std::vector<const Person*> people;
  for (const auto& person : state.people)
    if (person.at_table() && person.has_any(roles)) people.push_back(&person);
  return people;
}

double planned_minutes(const Case& state, const method::Step& step) {
  if (!step.minutes_per_person) return step.minutes;
  const auto speakers = static_cast<int>(with_any_role(state, step.floor.speakers).size());
  std::size_t largest = 0;
  for (const auto* group : state.groups_here()) largest = std::max(largest, group->people.size());
  return step.parallel && largest > 0 ? step.minutes * method::speakers_of(step, static_cast<int>(largest))
                                      : method::minutes_with(step, speakers);
}

std::string names_of_people(const std::vector<const Person*>& people) {
  std::string names;
  for (const auto* person : people) names += (names.empty() ? "" : ", ") + person->name;
  return names;
}

namespace {

/// Where speaking goes in turns: whether it is this person's, and whether there is room for one more in it.
void judge_turn(const Deciding& d, const Say& say, std::string_view group, FloorVerdict& verdict) {
  const auto& me = *d.actor;
  const auto turn = turn_now(d.c, *d.step, group);
  const bool takes_over = turn.said > 0 && turn.next == &me && turn.next != turn.current;
  if (turn.current != &me && !takes_over) {
    verdict.broken.push_back(not_your_turn(d));
    return;
  }
  if (turn.current != &me || turn.said == 0) {
    verdict.turn = TurnUse::begins;
    return;
  }
  const auto limit = d.step->floor.per_turn.find(say.kind);
  if (limit == d.step->floor.per_turn.end() || in_this_turn(d.c, me, group, turn.said, say.kind) < limit->second)
    return;
  if (turn.next == &me) {
    verdict.turn = TurnUse::begins;  // alone in the order: the turn comes round at once
    return;
  }
  verdict.broken.push_back(
      broken("TurnUsedUp", "R4",
             msg("floor.turn_used_up", "me"_is = me.name, "times"_is = limit->second,
                 "kind"_is = text::in_both([&](Lang lang) { return method::kind_label(d.method, say.kind, lang); }),
                 "next"_is = turn.next->name),
             msg("floor.turn_used_up_do")));
}

}  // namespace

FloorVerdict judge(const Deciding& d, const Say& say) {
  FloorVerdict verdict;
  const auto& step = *d.step;
  const auto& floor = step.floor;
  const auto& me = *d.actor;

  if (is_beside_the_talk(d, say)) {
    verdict.turn = TurnUse::aside;
    return verdict;
  }
  if (auto refusal = only_listens(d)) {
    verdict.turn = TurnUse::aside;
    verdict.broken.push_back(std::move(*refusal));
    return verdict;
  }
  add(d, verdict.broken, without_question(d, say));
  if (floor.is_answered_with(say.kind) && me.has_any(floor.answers)) {
    verdict.turn = TurnUse::aside;
    return verdict;
  }
  const bool listens = !me.has_any(floor.speakers);
  // Who tells and was asked something answers it in between.
  if (say.kind == "answer" && me.has_any(floor.speakers) && answers_in_between(d, say)) {
    verdict.turn = TurnUse::aside;
    return verdict;
  }
  // Who listens is told that first: which kinds fit is of no use to them. Advice is told why it waits.
  const bool waits = is_advice(say.kind) && step.advice_locked;
  const bool fits = std::ranges::find(step.kinds, say.kind) != step.kinds.end();
  if (!fits && (waits || !listens)) verdict.broken.push_back(with_turn(d, kind_not_here(d, say.kind)));
  add(d, verdict.broken, beyond_step(d, say));
  if (!listens && (say.kind == "question" || say.kind == "follow_up") && !is_question(say.text))
    verdict.broken.push_back(
        with_turn(d, broken("NotAQuestion", "R4", msg("floor.not_a_question"), msg("floor.not_a_question_do"))));
  // What is kept all the same, in coaching, takes no turn and ends nobody's: of who listens, or of a kind for later.
  if (listens) verdict.broken.push_back(not_your_floor(d));
  if (listens || (!fits && d.c.mode == Mode::coaching)) {
    verdict.turn = TurnUse::aside;
    return verdict;
  }
  if (auto refusal = in_no_group(d)) {
    verdict.broken.push_back(std::move(*refusal));
    return verdict;
  }
  const auto group = group_of(d.c, me.id);
  for (auto& it : outside_pair(d, say)) verdict.broken.push_back(std::move(it));  // names the two itself
  const int each = floor.per_person.value_or(0);
  if (each > 0 && in_this_step(d.c, step, me) >= each)
    verdict.broken.push_back(
        with_turn(d, broken("SaidEnough", "R4", msg("floor.said_enough", "me"_is = me.name, "times"_is = each),
                            msg("floor.said_enough_do"))));

  const auto* latest = latest_turn(d.c, group);
  const bool mine_goes_on = latest != nullptr && latest->by == me.id && !latest->passed;
  verdict.turn = mine_goes_on ? TurnUse::continues : TurnUse::begins;
  if (floor.order == method::Order::turns) judge_turn(d, say, group, verdict);
  return verdict;
}

FloorVerdict judge(const Deciding& d, method::Beside what) {
  FloorVerdict verdict{.turn = TurnUse::aside};
  if (d.step == nullptr || d.actor == nullptr || d.c.stage.life != Life::open) return verdict;
  if (!d.step->floor.holds_for(what)) return verdict;
  verdict.broken = judge_pass(d);
  if (!verdict.broken.empty() || d.step->floor.order != method::Order::turns) return verdict;
  const auto turn = turn_now(d.c, *d.step, group_of(d.c, d.actor->id));
  verdict.turn = turn.current == d.actor && turn.said > 0 ? TurnUse::continues : TurnUse::begins;
  return verdict;
}

std::vector<Refusal> judge_pass(const Deciding& d) {
  std::vector<Refusal> broken_rules;
  if (!d.actor->has_any(d.step->floor.speakers)) {
    broken_rules.push_back(not_your_floor(d));
    return broken_rules;
  }
  for (const auto& why : {&in_no_group, &only_listens})
    if (auto refusal = why(d)) {
      broken_rules.push_back(std::move(*refusal));
      return broken_rules;
    }
  if (d.step->floor.order != method::Order::turns) return broken_rules;
  const auto turn = turn_now(d.c, *d.step, group_of(d.c, d.actor->id));
  const bool takes_over = turn.said > 0 && turn.next == d.actor;
  if (turn.current != d.actor && !takes_over) broken_rules.push_back(not_your_turn(d));
  return broken_rules;
}

}  // namespace casus::engine
