// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/explain/requirements.hpp"

#include "core/engine/explain/lacking.hpp"
#include "core/engine/floor/course.hpp"
#include "core/engine/floor/floor.hpp"
#include "core/engine/floor/group_places.hpp"
#include "core/engine/floor/grouping.hpp"
#include "core/engine/floor/phases.hpp"
#include "core/method/course.hpp"
#include "core/model/case/stays.hpp"

#include <algorithm>

namespace casus::engine {

using method::Collection;
using method::Condition;
using method::Criterion;
using method::Field;
using method::Level;
using method::Requirement;
using method::Scope;

namespace {

Criterion present(method::Fact fact) { return Criterion{.op = Criterion::Op::present, .fact = fact}; }

Criterion at_least_one(Collection collection, Scope scope, method::Filter where = {}) {
  return Criterion{
      .op = Criterion::Op::count, .collection = collection, .scope = scope, .where = std::move(where), .at_least = 1};
}

Criterion none(Collection collection, Scope scope) {
  auto criterion = at_least_one(collection, scope);
  criterion.at_least.reset();
  criterion.at_most = 0;
  return criterion;
}

Demand demand(std::string id, Level level, std::string rule, Message text, std::vector<Role> who, Criterion holds) {
  return {{std::move(id), level, std::move(rule), {}, std::move(who), std::move(holds)}, std::move(text)};
}

/// R7: everybody who may speak in this step had a turn or passed.
Demand everyone_had_a_turn(const Case& state, const method::Step& step) {
  Criterion each{.op = Criterion::Op::every_in, .collection = Collection::participants};
  Condition speaks{Field::role, Condition::Op::one_of, {}};
  for (const auto role : step.floor.speakers) speaks.literals.emplace_back(std::string(key(role)));
  if (step.floor.one) {
    speaks = {Field::id, Condition::Op::one_of, {}};
    for (const auto* person : speakers_in(state, step, {})) speaks.literals.emplace_back(person->id);
  }
  each.where = {speaks, {Field::present, Condition::Op::one_of, {true}}};
  each.in = Collection::turns;
  each.on = Field::by;
  each.in_scope = Scope::step;
  each.at_least = 1;
  return demand("everyone-had-a-turn", Level::soft, "R7", msg("requirement.everyone_had_a_turn"), step.floor.speakers,
                std::move(each));
}

/// Who leads a step in the chair's place must be there to go on from it.
Demand somebody_leads(const Deciding& d) {
  Condition leads{Field::role, Condition::Op::one_of, {}};
  for (const auto role : d.step->led_by) leads.literals.emplace_back(std::string(key(role)));
  return demand("somebody-leads", Level::hard, "R3",
                msg("requirement.somebody_leads", "who"_is = role_words(d.method, d.step->led_by)), d.step->led_by,
                at_least_one(Collection::participants, Scope::everything,
                             {leads, {Field::present, Condition::Op::one_of, {true}}}));
}

/// Whether others than the chair lead every step: then no chair of the team is asked for.
bool led_by_others(const Deciding& d) {
  return d.workflow != nullptr && std::ranges::all_of(d.workflow->phases, [&](const auto& rule) {
           const auto* method = d.library.pinned_method(d.c.method(rule.phase));
           return method != nullptr && std::ranges::all_of(method->steps(rule.phase), [](const method::Step& step) {
                    return !leading_roles(&step).empty();
                  });
         });
}

/// Whether this protocol begins with choosing. Then who presents is known at the choice, and asks the question there.
bool begins_with_choosing(const Deciding& d) {
  if (d.workflow == nullptr) return false;
  const auto first = first_phase(d.c, d.library, *d.workflow);
  const auto* method = d.library.pinned_method(d.c.method(first));
  return method != nullptr && std::ranges::any_of(method->steps(first), [](const method::Step& step) {
           return step.choice_moves == Role::presenter;
         });
}

/// A menu is left by one of its branches, and a repeat until chosen by coming again or not.
Demand branch_chosen(const method::Step& step) {
  const bool again = step.menu->of_repeat;
  Condition here{Field::step, Condition::Op::one_of, {step.id}};
  return demand(again ? "again-chosen" : "branch-chosen", Level::hard, "",
                again ? msg("requirement.again_chosen") : msg("requirement.branch_chosen"), who_choose(*step.menu),
                at_least_one(Collection::branches, again ? Scope::step : Scope::round, {std::move(here)}));
}

void check(const CaseView& view, const Requirement& requirement, std::vector<Open>& open) {
  if (!method::holds(requirement.holds, view)) open.push_back({&requirement});
}

void check(const CaseView& view, const Demand& demand, std::vector<Open>& open) {
  if (!method::holds(demand.requirement.holds, view)) open.push_back({&demand.requirement, &demand.text});
}

/// A demand that is known not to be met.
void add(Demand demand, std::vector<Open>& open) {
  const auto made = std::make_shared<const Demand>(std::move(demand));
  open.push_back({&made->requirement, &made->text, made});
}

void check_rules(const Deciding& d, const CaseView& view, std::vector<Open>& open) {
  const auto* rules = d.library.rules(*d.method);
  if (rules == nullptr) return;
  for (auto& finding : rules->assess(view)) {
    if (finding.weight == method::Finding::Weight::info || finding.weight == method::Finding::Weight::warning) continue;
    const bool hard = finding.weight == method::Finding::Weight::hard;
    open.push_back(Open::without_criterion({finding.rule, finding.rule, hard, finding.message, {}}));
  }
}

/// R7 is asked of every step that goes round, so that no method can forget it. Looked at directly: the usual answer,
/// that everybody spoke, then costs no criterion.
void check_turns(const Deciding& d, std::vector<Open>& open) {
  const auto speaks = [&](const Person& person) {
    return person.at_table() && person.has_any(d.step->floor.speakers) && !listens_in_group(d.c, *d.step, person);
  };
  const bool all = std::ranges::all_of(d.c.people, [&](const Person& person) {
    return !speaks(person) || std::ranges::any_of(d.c.turns, [&](const Turn& t) {
      return t.by == person.id && counts_here(d.c, t.visit, t.group);
    });
  });
  if (!all) add(everyone_had_a_turn(d.c, *d.step), open);
}

/// R1 and R3.
const std::vector<Demand>& on_begin() {
  static const std::vector<Demand> kDemands{
      demand("question", Level::hard, "R1", msg("requirement.question"), {Role::presenter},
             present(method::Fact::question)),
      demand("hoped-for", Level::soft, "R1", msg("requirement.hoped_for"), {Role::presenter},
             present(method::Fact::hoped_for)),
      demand("chair", Level::hard, "R3", msg("requirement.chair"), {}, present(method::Fact::chair)),
      demand("presenter", Level::hard, "R3", msg("requirement.presenter"), {}, present(method::Fact::presenter)),
  };
  return kDemands;
}

/// R10, R9 and R16.
const std::vector<Demand>& on_leaving_plan() {
  static const std::vector<Demand> kDemands = [] {
    std::vector<Demand> all;
    all.push_back(demand("review-date", Level::hard, "R10", msg("requirement.review_date"), {},
                         present(method::Fact::review_date)));
    Condition before_customised{Field::rung, Condition::Op::one_of, {}};
    for (const auto rung : {Rung::self, Rung::network, Rung::volunteer, Rung::general})
      before_customised.literals.emplace_back(std::string(key(rung)));
    Criterion ladder;
    ladder.op = Criterion::Op::any;
    ladder.parts = {at_least_one(Collection::actions, Scope::round, {before_customised}),
                    none(Collection::actions, Scope::round)};
    all.push_back(demand("network-first", Level::soft, "R9", msg("requirement.network_first"), {}, std::move(ladder)));
    all.push_back(demand("resident-told", Level::soft, "R16", msg("requirement.resident_told"), {},
                         at_least_one(Collection::told, Scope::round)));
    return all;
  }();
  return kDemands;
}

const Demand& told_by_name() {
  static const Demand kDemand = [] {
    auto copy = on_leaving_plan().back();
    copy.requirement.level = Level::hard;
    return copy;
  }();
  return kDemand;
}

}  // namespace

Onward onward(const Deciding& d) { return onward(d.c, d.at(), d.library, *d.method, d.c.stage.phase, *d.step); }

Door next_door(const Deciding& d) {
  if (d.c.stage.life == Life::intake) return Door::begin;
  // A step that the definition no longer knows leads to the first one of its phase.
  if (d.step == nullptr || onward(d).step != nullptr) return Door::step;
  return phase_after(d.c, d.library, *d.workflow, d.c.stage.phase) ? Door::phase : Door::round;
}

std::vector<Open> unmet(const Deciding& d, Door door) {
  std::vector<Open> open;
  const CaseView view(d.c, d.at(), d.library);
  if (door == Door::begin) {
    const bool no_chair = led_by_others(d);
    const bool asked_later = begins_with_choosing(d);
    for (const auto& it : on_begin()) {
      const auto& id = it.requirement.id;
      const bool waits = id == "chair" ? no_chair : asked_later && (id == "question" || id == "hoped-for");
      if (!waits) check(view, it, open);
    }
    return open;
  }
  if (d.step != nullptr) {
    if (!d.step->led_by.empty() && !d.step->floor.is_private && with_any_role(d.c, d.step->led_by).empty())
      add(somebody_leads(d), open);
    for (const auto& it : d.step->done_when) check(view, it, open);
    if (method::presenter_moves(*d.method, *d.step))  // whoever it is may have left since, or not asked yet
      for (const auto i : {3, 0, 1}) check(view, on_begin()[static_cast<std::size_t>(i)], open);
    if (offers_choice(d.c, *d.method, *d.step))
      if (auto demand = branch_chosen(*d.step); !method::holds(demand.requirement.holds, view))
        add(std::move(demand), open);
    if (d.step->floor.order == method::Order::turns) check_turns(d, open);
    if (d.step->optional) std::erase_if(open, [](const Open& it) { return !it.hard(); });
    check_rules(d, view, open);
  }
  if (door == Door::step) return open;
  // The work of colleagues has no resident who wishes, is helped or is told something.
  const bool about_resident = d.method == nullptr || d.method->about_resident;
  const auto asked = [&](const Requirement& it) { return about_resident || !it.about_resident; };
  for (const auto& it : d.workflow->rule(d.c.stage.phase).done_when)
    if (asked(it)) check(view, it, open);
  if (plan_ends_with(d.c, d.library, *d.workflow, d.c.stage.phase)) {
    const auto& rules = on_leaving_plan();
    check(view, rules[0], open);
    if (about_resident) check(view, rules[1], open);
    // R16: who sat at the table knows; by name it is hard.
    const bool present_here = d.c.privacy == Privacy::resident_present && d.c.with(Role::resident) != nullptr;
    // Somebody who will tell it, on a day, is as good: an action comes back by itself, and ticking it is the telling.
    const auto tells = [&](const Action& action) {
      const bool of_this_round =
          action.visit < 0 ? d.c.round == 1 : d.c.visits[static_cast<std::size_t>(action.visit)].round == d.c.round;
      return action.plan.tells_resident && action.state == Done::open && of_this_round;
    };
    if (about_resident && !present_here && std::ranges::none_of(d.c.actions, tells))
      check(view, d.c.privacy == Privacy::anonymous ? rules[2] : told_by_name(), open);
  }
  if (door == Door::close)
    for (const auto& it : d.workflow->close_when)
      if (asked(it)) check(view, it, open);
  return open;
}

bool any_hard(const std::vector<Open>& open) { return std::ranges::any_of(open, &Open::hard); }

namespace {

/// What is asked, in its own words alone.
Message asked_words(const Open& open) {
  if (open.asks == nullptr) return open.found.text;
  return open.own_words != nullptr ? *open.own_words : Message(open.asks->text);
}

}  // namespace

Missing told(const Deciding& d, const Open& open) {
  if (open.asks == nullptr) return open.found;
  const auto& asks = *open.asks;
  Missing missing{asks.id, asks.rule, open.hard(), asked_words(open), role_words(d.method, asks.who)};
  name_what_lacks(d, asks.holds, missing);
  return missing;
}

namespace {

/// The role that somebody from outside the team must have, when that is what is asked.
std::optional<Role> role_from_outside(const Open& open) {
  if (open.asks == nullptr || open.asks->holds.op != method::Criterion::Op::count ||
      open.asks->holds.collection != method::Collection::participants)
    return std::nullopt;
  std::optional<Role> role;
  bool outside = false;
  for (const auto& one : open.asks->holds.where) {
    if (one.op != method::Condition::Op::one_of || one.literals.size() != 1) continue;
    if (one.field == method::Field::team_member) outside = one.literals.front() == method::Literal(false);
    if (const auto* word = std::get_if<std::string>(&one.literals.front()); one.field == method::Field::role && word)
      role = from_key<Role>(*word);
  }
  return outside ? role : std::nullopt;
}

}  // namespace

bool holds_back(const Deciding& d, Door door, const std::vector<Open>& open) {
  const bool soft_waits = door == Door::begin && d.c.mode == Mode::coaching;
  return any_hard(open) || (!open.empty() && !soft_waits);
}

std::vector<Missing> keeps_from_beginning(const Deciding& d) {
  std::vector<Missing> missing;
  if (d.method == nullptr || d.workflow == nullptr) return missing;
  const auto open = unmet(d, Door::begin);
  if (!holds_back(d, Door::begin, open)) return missing;
  for (const auto& it : open) missing.push_back(told(d, it));
  return missing;
}

namespace {

/// What is not done: a step that may be skipped is not what keeps the phase from ending.
Message what_is_not_done(const Deciding& d) {
  if (d.c.stage.life == Life::intake) return msg("steps.review_cannot_begin_yet");
  if (d.step == nullptr) return msg("steps.case_done_yet");
  if (d.step->optional && unmet(d, Door::step).empty())
    return msg("steps.phase_done_yet", "step"_is = d.step->name, "phase"_is = text::label(d.c.stage.phase));
  return msg("steps.step_done_yet", "step"_is = d.step->name);
}

}  // namespace

tl::unexpected<Refusal> not_done(const Deciding& d, const std::vector<Open>& open, std::string_view verb) {
  const bool hard = any_hard(open);
  Refusal refusal{.name = d.c.stage.life == Life::intake ? "NotReady" : "StepNotDone"};
  for (const auto& it : open) refusal.missing.push_back(told(d, it));
  const auto first = std::ranges::find(refusal.missing, hard, &Missing::hard);
  refusal.rule = first->rule;
  // Which of them lack it stands below, where it is told to who may know the case.
  refusal.reason = msg("steps.still_do", "where"_is = what_is_not_done(d),
                       "first"_is = asked_words(open[static_cast<std::size_t>(first - refusal.missing.begin())]));
  if (hard) {
    for (const auto& it : open)
      if (const auto role = role_from_outside(it); role && it.hard())
        refusal.remedies.push_back({msg("steps.join_from_outside", "role"_is = role_name(d.method, *role),
                                        "join"_is = way("case join", "case"_is = d.c.id, "name"_is = gap("gap.name"),
                                                        "role"_is = key(*role), "external"_is = text::yes()))});
    refusal.remedies.push_back({msg("steps.see_what_left_how", "why"_is = way("case why", "case"_is = d.c.id))});
  } else
    refusal.remedies = {
        {msg("steps.do_it_now_or_because", "on"_is = text::Way{verb == "close"   ? "case close"
                                                               : verb == "round" ? "case round"
                                                                                 : "case next",
                                                               {"case"_is = d.c.id, "because"_is = gap()}})}};
  return failure(std::move(refusal));
}

}  // namespace casus::engine
