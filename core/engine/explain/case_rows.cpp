// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/explain/case_view.hpp"
#include "core/engine/floor/course.hpp"
#include "core/model/case/stays.hpp"

#include <algorithm>
#include <charconv>

/// The fields of one row of what a case holds, as a criterion asks for them.
namespace casus::engine {

using method::Collection;
using method::Field;
using method::Value;

namespace {

Value word(std::string_view text) { return text.empty() ? Value{} : Value{text}; }
Value number(double value) { return value; }
Value name(auto value) { return Value{key(value)}; }

/// For a criterion what is no longer needed is settled, as what did not work is: methods ask no more than that.
Value came_of(Done state) { return name(state == Done::dropped ? Done::not_done : state); }

}  // namespace

Value CaseView::own(std::size_t row, std::string_view field) const {
  const auto& values = records()[row]->values;
  const auto found = std::ranges::find(values, field, &RecordedValue::field);
  if (found == values.end() || found->value.empty()) return {};
  if (found->type == RecordFieldType::person) return word(state_.became(found->value));
  if (found->type != RecordFieldType::number) return word(found->value);
  double value = 0;
  std::from_chars(found->value.data(), found->value.data() + found->value.size(), value);
  return number(value);
}

std::string_view CaseView::day(Date date) const {
  // Text views point into these strings, so the vector may never grow past what is reserved.
  if (days_.empty())
    days_.reserve(4 + 3 * state_.people.size() + 2 * state_.actions.size() + state_.contributions.size() +
                  state_.meldcode.size() + state_.told.size());
  const auto text = to_string(date);
  for (const auto& known : days_)
    if (known == text) return known;
  if (days_.size() == days_.capacity()) return {};  // cannot happen: every date of the case has room
  return days_.emplace_back(text);
}

Value CaseView::common(const Made& made, Field field) const {
  const auto* visit = made.visit < 0 ? nullptr : &state_.visits[static_cast<std::size_t>(made.visit)];
  switch (field) {
    case Field::by: return word(made.by);
    case Field::step: return visit == nullptr ? Value{} : word(visit->step);
    case Field::method: return visit == nullptr ? Value{} : word(visit->method);
    case Field::phase: return visit == nullptr ? Value{} : name(visit->phase);
    case Field::about: return visit == nullptr ? Value{} : word(state_.became(visit->about));
    // Of what does not come again, and of what was noted in the intake, the first.
    case Field::time: return number(visit == nullptr ? 1 : visit->again + 1);
    case Field::round: return number(visit == nullptr ? 1 : visit->round);
    default: return {};
  }
}

Value CaseView::of(const Contribution& it, Field field) const {
  switch (field) {
    case Field::id: return word(it.id);
    case Field::kind: return word(it.kind);
    case Field::text: return word(it.text);
    case Field::to: return word(it.to);
    case Field::re: return word(it.re);
    case Field::answer: return it.answer ? name(*it.answer) : Value{};
    case Field::on: return it.on ? Value{day(*it.on)} : Value{};
    case Field::group: return word(goes_on_as(state_, it.group));
    case Field::speaker: return word(it.speaker);
    default: return common(it, field);
  }
}

Value CaseView::of(const Score& it, Field field) const {
  switch (field) {
    case Field::id: return word(it.given.id);
    case Field::scale: return name(it.given.scale);
    case Field::value: return number(it.given.value);
    case Field::evidence: return word(it.given.evidence);
    case Field::domain: return word(it.given.domain);
    case Field::good_enough: return it.given.good_enough ? number(*it.given.good_enough) : Value{};
    default: return common(it, field);
  }
}

Value CaseView::of(const Goal& it, Field field) const {
  switch (field) {
    case Field::id: return word(it.set.id);
    case Field::text: return word(it.set.text);
    case Field::scaled: return it.set.scale.has_value();
    case Field::resident_words: return it.set.resident_words;
    case Field::state: return came_of(it.state);
    default: return common(it, field);
  }
}

Value CaseView::of(const Action& it, Field field) const {
  switch (field) {
    case Field::id: return word(it.plan.id);
    case Field::what: return word(it.plan.what);
    case Field::who: return word(it.plan.who);
    case Field::by_when: return it.plan.by_when ? Value{day(*it.plan.by_when)} : Value{};
    case Field::checks: return word(it.plan.checks);
    case Field::rung: return it.plan.rung ? name(*it.plan.rung) : Value{};
    case Field::first_step: return it.plan.first_step;
    case Field::state: return came_of(it.state);
    case Field::goal: return word(it.plan.goal);
    default: return common(it, field);
  }
}

Value CaseView::of(const Tie& of_tie, Field field) const {
  const auto& it = of_tie.tie;
  switch (field) {
    case Field::from: return word(it.from);
    case Field::to: return word(it.to);
    case Field::strength: return name(it.strength);
    case Field::tension: return it.tension;
    case Field::direction: return name(it.direction);
    default: return common(of_tie, field);
  }
}

Value CaseView::of(const Decision& it, Field field) const {
  if (field == Field::id) return word(it.raised.id);
  if (field == Field::heavy) return it.raised.heavy;
  if (field == Field::settled) return it.taken.has_value();
  return common(it, field);
}

Value CaseView::of(const Evaluation& it, Field field) const {
  switch (field) {
    case Field::better: return word(it.said.better);
    case Field::keep: return word(it.said.keep);
    case Field::change: return word(it.said.change);
    case Field::stop: return word(it.said.stop);
    default: return common(it, field);
  }
}

Value CaseView::of(const Turn& it, Field field) const {
  if (field == Field::passed) return it.passed;
  if (field == Field::count) return number(it.count);
  if (field == Field::group) return word(goes_on_as(state_, it.group));
  return common(it, field);
}

Value CaseView::of(const GoalMark& it, Field field) const {
  if (field == Field::goal) return word(it.given.goal);
  if (field == Field::value) return it.given.value ? number(*it.given.value) : Value{};
  return common(it, field);
}

Value CaseView::of(const CirclePlan& it, Field field) const {
  if (field == Field::answer) return name(it.state);
  if (field == Field::ground) return it.ground == Ground::none ? Value{} : name(it.ground);
  return common(it, field);
}

Value CaseView::of(const MeldcodeNote& it, Field field) const {
  if (field == Field::step) return number(it.taken.step);
  if (field == Field::on) return it.taken.on ? Value{day(*it.taken.on)} : Value{};
  return common(it, field);
}

Value CaseView::of_table(const Person& it, Field field) const {
  switch (field) {
    case Field::id: return word(it.id);
    case Field::role: return it.roles.empty() ? Value{} : name(it.roles.front());
    case Field::present: return !it.left && !it.away;
    case Field::team_member: return it.team_member;
    case Field::professional: return it.has(Role::professional);
    case Field::group: {
      const auto* group = state_.group_of(it.id);
      return group == nullptr ? Value{} : word(group->id);
    }
    default: return {};
  }
}

Value CaseView::of_network(const Person& it, Field field) const {
  switch (field) {
    case Field::id: return word(it.id);
    case Field::shell: return name(it.network->shell);
    case Field::quadrant: return name(it.network->quadrant);
    case Field::relation: return word(it.network->relation);
    case Field::professional: return it.network->professional;
    case Field::asked: return it.network->asked_on.has_value();
    case Field::spoken: return it.network->spoken_on.has_value();
    case Field::answer: return name(it.network->answer);
    default: return {};
  }
}

Value CaseView::of_record(const Contribution& it, Field field) const {
  switch (field) {
    case Field::id: return word(it.id);
    case Field::kind: return word(it.kind);
    case Field::text: return word(it.text);
    default: return common(it, field);
  }
}

Value CaseView::get(Collection collection, std::size_t row, Field field) const {
  switch (collection) {
    case Collection::contributions: return of(state_.contributions[row], field);
    case Collection::participants: return of_table(at_table(row), field);
    case Collection::network: return of_network(around(row), field);
    case Collection::turns: return of(state_.turns[row], field);
    case Collection::scores: return of(state_.scores[row], field);
    case Collection::goals: return of(state_.goals[row], field);
    case Collection::goal_scores: return of(state_.goal_marks[row], field);
    case Collection::actions: return of(state_.actions[row], field);
    case Collection::ties: return of(state_.ties[row], field);
    case Collection::decisions: return of(state_.decisions[row], field);
    case Collection::opinions:
      if (field == Field::stance) return name(state_.opinions[row].given.stance);
      return common(state_.opinions[row], field);
    case Collection::plans: return of(state_.plans[row], field);
    case Collection::meldcode: return of(state_.meldcode[row], field);
    case Collection::told: {
      const auto& it = state_.told[row];
      if (field == Field::on) return Value{day(it.told.on)};
      return common(it, field);
    }
    case Collection::evaluations: return of(state_.evaluations[row], field);
    case Collection::learning:
      return field == Field::theme ? word(state_.learning[row].theme) : common(state_.learning[row], field);
    case Collection::signals:
      return field == Field::theme ? word(state_.signals[row].theme) : common(state_.signals[row], field);
    case Collection::groups:
      return field == Field::id ? word(goes_on_as(state_, state_.groups[row].id)) : common(state_.groups[row], field);
    case Collection::branches:
      return field == Field::branch ? word(branches()[row]->branch) : common(*branches()[row], field);
    case Collection::votes: {
      const auto& [ballot, choice] = votes()[row];
      if (field == Field::re) return word(choice->of);
      if (field == Field::value) return number(choice->points);
      return common(*ballot, field);
    }
    case Collection::records: return of_record(*records()[row], field);
  }
  return {};
}

}  // namespace casus::engine
