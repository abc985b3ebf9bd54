// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/explain/recipe_maker.hpp"

#include <algorithm>

/// Everything that is not said: actions, decisions, plans, scores, and changing what is there.
namespace casus::engine::recipe {

std::optional<std::string> word(const Filter& filter, Field field) {
  for (const auto& condition : filter)
    if (condition.field == field && condition.op == Condition::Op::one_of && !condition.literals.empty())
      if (const auto* text = std::get_if<std::string>(&condition.literals.front())) return *text;
  return std::nullopt;
}

std::optional<bool> flag(const Filter& filter, Field field) {
  for (const auto& condition : filter) {
    if (condition.field != field) continue;
    if (condition.op == Condition::Op::present) return true;
    if (condition.op == Condition::Op::one_of && !condition.literals.empty())
      if (const auto* value = std::get_if<bool>(&condition.literals.front())) return *value;
  }
  return std::nullopt;
}

std::optional<double> amount(const Filter& filter, Field field) {
  for (const auto& condition : filter)
    if (condition.field == field && !condition.literals.empty() &&
        (condition.op == Condition::Op::one_of || condition.op == Condition::Op::at_least ||
         condition.op == Condition::Op::at_most))
      if (const auto* value = std::get_if<double>(&condition.literals.front())) return *value;
  return std::nullopt;
}

AddAction Maker::action(const Wanted& wanted) const {
  AddAction action{{.what = sample("sample.what_will_done")}};
  const auto* doer = wanted.is(Field::who) ? d_.c.person(wanted.bound(Field::who)) : d_.c.person(by_);
  action.who = doer == nullptr ? by_ : name_of(doer->id);
  action.checks = action.who;
  for (const auto& person : d_.c.people)
    if (person.at_table() && doer != nullptr && person.id != doer->id) {
      action.checks = name_of(person.id);
      break;
    }
  action.by_when = plus_days(d_.today(), 14);
  action.rung = named(wanted.where, Field::rung, Rung::network);
  action.first_step = flag(wanted.where, Field::first_step).value_or(false);
  if (wanted.is(Field::goal)) action.goal = wanted.bound(Field::goal);
  else if (flag(wanted.where, Field::goal).value_or(false) && !d_.c.goals.empty())
    action.goal = d_.c.goals.back().set.id;
  return action;
}

std::vector<Recipe> Maker::decision(const Wanted& wanted) const {
  RaiseDecision raise{sample("sample.what_decided"), flag(wanted.where, Field::heavy).value_or(false)};
  if (!flag(wanted.where, Field::settled).value_or(false)) return only(std::move(raise));
  TakeDecision take{{.outcome = sample("sample.what_decided"), .because = sample("sample.why")}};
  std::vector<Recipe> found;
  for (const auto& it : d_.c.decisions)
    if (!it.taken) {
      auto copy = take;
      copy.decision = it.raised.id;
      if (it.raised.heavy) copy.without_opinions = sample("sample.why_without_first_opinions");
      found.push_back({command(std::move(copy), who_does())});
    }
  take.decision = next_id(d_.c, 'd', d_.c.decisions.size());
  if (raise.heavy) take.without_opinions = sample("sample.why_without_first_opinions");
  found.push_back({command(std::move(raise)), command(std::move(take), who_does())});
  return found;
}

std::vector<Recipe> Maker::opinion(const Wanted& wanted) const {
  const auto giver = wanted.is(Field::by) ? name_of(wanted.bound(Field::by)) : by_;
  std::vector<Recipe> found;
  for (const auto& it : d_.c.decisions)
    if (!it.taken) found.push_back({command(GiveOpinion{it.raised.id, Stance::unsure, {}}, giver)});
  found.push_back({command(RaiseDecision{sample("sample.what_decided"), true}),
                   command(GiveOpinion{next_id(d_.c, 'd', d_.c.decisions.size()), Stance::unsure, {}}, giver)});
  return found;
}

std::vector<Recipe> Maker::plan(const Wanted& wanted) const {
  const PresentPlan present{sample("sample.plan_circle")};
  /// Whoever has one of the roles, and how one comes to the table when nobody has.
  const auto who = [&](std::initializer_list<Role> roles, Recipe& before) {
    for (const auto role : roles)
      if (const auto* person = d_.c.with(role)) return name_of(person->id);
    before.push_back(join(*roles.begin()));
    return newcomer(*roles.begin());
  };
  Recipe presenting, answering;
  const auto teller = who({Role::circle, Role::resident, Role::coordinator}, presenting);
  presenting.push_back(command(present, teller));
  const auto state = named(wanted.where, Field::answer, PlanState::presented);
  if (state == PlanState::presented) return {presenting};
  AnswerPlan answer{{.accepted = state == PlanState::accepted}};
  if (!answer.accepted) {
    answer.ground = named(wanted.where, Field::ground, Ground::safety);
    answer.because = sample("sample.what_is_not_safe");
  }
  const auto referrer = who({Role::case_manager, Role::referrer}, answering);
  answering.push_back(command(answer, referrer));
  auto both = presenting;
  both.insert(both.end(), answering.begin(), answering.end());
  return {answering, both};
}

std::vector<Recipe> Maker::goal_score(const Wanted& wanted) const {
  std::vector<Recipe> found;
  const auto score = [&](const std::string& goal, bool scaled) {
    ScoreGoal it{{.goal = goal, .evidence = sample("sample.what_shows")}};
    if (scaled) it.value = static_cast<int>(amount(wanted.where, Field::value).value_or(0));
    else it.state = Done::partly;
    return it;
  };
  for (const auto& goal : d_.c.goals)
    if (!wanted.is(Field::goal) || goal.set.id == wanted.bound(Field::goal))
      found.push_back({command(score(goal.set.id, goal.set.scale.has_value()), who_does())});
  if (d_.c.goals.empty()) {
    SetGoal set{{.text = sample("sample.what_will_instead")}};
    found.push_back({command(std::move(set)), command(score("g1", false), who_does())});
  }
  return found;
}

std::vector<Recipe> Maker::meldcode(const Wanted& wanted) const {
  const int step = static_cast<int>(
      amount(wanted.where, Field::step).value_or(std::min(kMeldcodeSteps, d_.c.stage.meldcode_step + 1)));
  if (d_.c.stage.safety == Safety::clear) return only(RaiseConcern{sample("sample.what_saw_heard")});
  TakeMeldcodeStep take{{.step = std::min(step, d_.c.stage.meldcode_step + 1), .text = sample("sample.what_done")}};
  if (take.step == 2) take.consulted = {Consulted::colleague};
  if (take.step == 4) take.children = take.suspicion = take.unsafe = true;
  if (take.step == kMeldcodeSteps) take.report_needed = take.help_possible = true;
  return only(std::move(take), who_does());
}

/// Who is not at the table is told later: an action says by whom and when.
std::vector<Recipe> Maker::told(const std::string& by) const {
  TellResident tell{sample("sample.what_resident_told"), {}, {}};
  auto now = only(tell, by);
  if (d_.c.with(Role::resident) != nullptr) return now;
  tell.on = plus_days(d_.today(), 7);
  auto later = only(std::move(tell), by);
  later.push_back(std::move(now.front()));
  return later;
}

std::vector<Recipe> Maker::score(const Wanted& wanted) const {
  GiveScore score{{.scale = named(wanted.where, Field::scale, Scale::scale_0_10),
                   .value = static_cast<int>(amount(wanted.where, Field::value).value_or(5)),
                   .evidence = sample("sample.what_makes_lower")}};
  if (flag(wanted.where, Field::good_enough).value_or(false)) score.good_enough = 7;
  if (score.scale != Scale::domain_1_5) return noted(method::Beside::scores, score, wanted);
  const auto giver = noted_by(method::Beside::scores, wanted);
  score.value = std::min(score.value, 3);
  score.domain = word(wanted.where, Field::domain).value_or(sample("sample.life_domain"));
  OptInDomain opt{score.domain, sample("sample.why_needed")};
  return {{command(score, giver)}, {command(std::move(opt), who_does()), command(score, giver)}};
}

std::vector<Recipe> Maker::goal(const Wanted& wanted) const {
  SetGoal goal;
  goal.text = sample("sample.what_will_instead");
  goal.resident_words = flag(wanted.where, Field::resident_words).value_or(false);
  if (flag(wanted.where, Field::scaled).value_or(false)) {
    goal.scale = GoalScale::minus2_plus2;
    goal.variable = sample("sample.what_measure");
  }
  return only(std::move(goal));
}

std::vector<Recipe> Maker::settled_action(const Wanted& wanted) const {
  const auto state = named(wanted.where, Field::state, Done::open);
  if (state == Done::open) return noted(method::Beside::actions, action(wanted), wanted);
  std::vector<Recipe> found;
  for (const auto& it : d_.c.actions)
    if (it.state == Done::open) found.push_back({command(FinishAction{it.plan.id, state, {}}, who_does())});
  found.push_back(
      {command(action(wanted)), command(FinishAction{next_id(d_.c, 'a', d_.c.actions.size()), state, {}}, who_does())});
  return found;
}

std::vector<Recipe> Maker::tie(const Wanted& wanted) const {
  std::vector<Recipe> found;
  AddTie tie{"resident",
             {},
             named(wanted.where, Field::strength, Strength::normal),
             flag(wanted.where, Field::tension).value_or(false),
             Direction::both};
  for (const auto& person : d_.c.people)
    if (person.network) {
      tie.to = name_of(person.id);
      found.push_back({command(tie)});
    }
  auto add = relative({});
  tie.to = add.name;
  found.push_back({command(std::move(add)), command(tie)});
  return found;
}

std::vector<Recipe> Maker::evaluation(const Wanted& wanted) const {
  Evaluate look{sample("sample.what_better"), {}, {}, {}};
  if (flag(wanted.where, Field::keep).value_or(false)) look.keep = sample("sample.what_we_keep");
  if (flag(wanted.where, Field::change).value_or(false)) look.change = sample("sample.what_we_change");
  if (flag(wanted.where, Field::stop).value_or(false)) look.stop = sample("sample.what_we_stop");
  return only(std::move(look));
}

std::vector<Recipe> Maker::row(Collection collection, const Wanted& wanted) const {
  switch (collection) {
    case Collection::contributions: return say(wanted);
    case Collection::turns: {
      if (flag(wanted.where, Field::passed) == false) return say({{}, wanted.ties});
      return only(Pass{}, wanted.is(Field::by) ? name_of(wanted.bound(Field::by)) : std::string());
    }
    case Collection::participants: return {{join(named(wanted.where, Field::role, Role::member))}};
    case Collection::scores: return score(wanted);
    case Collection::goals: return goal(wanted);
    case Collection::goal_scores: return goal_score(wanted);
    case Collection::actions: return settled_action(wanted);
    case Collection::network: return network(wanted);
    case Collection::ties: return tie(wanted);
    case Collection::decisions: return decision(wanted);
    case Collection::opinions: return opinion(wanted);
    case Collection::plans: return plan(wanted);
    case Collection::meldcode: return meldcode(wanted);
    case Collection::told: return told(wanted.is(Field::by) ? name_of(wanted.bound(Field::by)) : who_does());
    case Collection::evaluations: return evaluation(wanted);
    case Collection::learning:
      return only(CountLearning{word(wanted.where, Field::theme).value_or("")},
                  wanted.is(Field::by) ? name_of(wanted.bound(Field::by)) : std::string());
    case Collection::signals:
      return only(CountSignal{word(wanted.where, Field::theme).value_or(sample("sample.theme"))});
    case Collection::branches: return branch(wanted);
    case Collection::groups: return {};  // a step makes them
    case Collection::records: return records(wanted);
    case Collection::votes: return votes(wanted);
  }
  return {};
}

/// Changing a row that is there: only some can be.
std::vector<Recipe> Maker::amend(Collection collection, const std::string& id, const Filter& has) const {
  switch (collection) {
    case Collection::network: {
      AskPerson ask{{.person = name_of(id),
                     .answer = named(has, Field::answer, Answer::yes),
                     .in_person = flag(has, Field::spoken).value_or(false)}};
      return only(std::move(ask));
    }
    case Collection::actions: {
      auto state = named(has, Field::state, Done::done);
      if (state == Done::open) state = Done::done;
      return only(FinishAction{id, state, {}}, who_does());
    }
    case Collection::goals: {
      ScoreGoal score{
          {.goal = id, .evidence = sample("sample.what_shows"), .state = named(has, Field::state, Done::done)}};
      return only(std::move(score), who_does());
    }
    case Collection::decisions: return decision({{{Field::settled, Condition::Op::one_of, {true}}}});
    case Collection::participants:
      return only(AddParticipant{.name = name_of(id), .roles = {named(has, Field::role, Role::member)}});
    default: return {};
  }
}

std::vector<Recipe> Maker::finish_open_actions() const {
  std::vector<Recipe> found;
  for (const auto& it : d_.c.actions)
    if (it.state == Done::open) found.push_back({command(FinishAction{it.plan.id, Done::done, {}}, who_does())});
  return found;
}

}  // namespace casus::engine::recipe
