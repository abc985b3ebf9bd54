// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/explain/case_view.hpp"

#include "core/engine/floor/course.hpp"
#include "core/model/case/stays.hpp"

#include <algorithm>
#include <charconv>

namespace casus::engine {

using method::Collection;
using method::Fact;
using method::Field;
using method::Scope;
using method::Value;

namespace {

Value word(std::string_view text) { return text.empty() ? Value{} : Value{text}; }
Value number(double value) { return value; }
template <class E>
Value name(E value) {
  return Value{key(value)};
}

/// For a criterion what is no longer needed is settled, as what did not work is: methods ask no more than that.
Value came_of(Done state) { return name(state == Done::dropped ? Done::not_done : state); }

}  // namespace

CaseView::CaseView(const Case& state, Time at, const Library& library, const method::Definition* method)
    : state_(state), at_(at), library_(library), method_(method) {}

method::Said CaseView::said(std::string_view list, std::string_view text) const {
  const auto* method = method_ != nullptr ? method_ : library_.pinned_method(state_.method(state_.stage.phase));
  const auto name = method::phrase_list_name(method == nullptr ? std::string_view{} : method->id, list);
  if (!heard_ || heard_->text != text) heard_ = Heard{std::string(text), method::spoken(text)};
  return method::said_in(heard_->spoken, method, list, library_.own_phrases(name));
}

const CaseView::People& CaseView::people() const {
  if (people_) return *people_;
  people_.emplace();
  people_->table.reserve(state_.people.size());
  for (const auto& person : state_.people) {
    if (!person.roles.empty() && !person.absent) people_->table.push_back(&person);
    if (person.network) people_->network.push_back(&person);
  }
  return *people_;
}

const std::vector<const Contribution*>& CaseView::records() const {
  if (records_) return *records_;
  records_.emplace();
  for (const auto& it : state_.contributions)
    if (it.is_record()) records_->push_back(&it);
  return *records_;
}

const std::vector<std::pair<const Ballot*, const VoteFor*>>& CaseView::votes() const {
  if (votes_) return *votes_;
  votes_.emplace();
  for (const auto& ballot : state_.votes)
    for (const auto& choice : ballot.choices) votes_->emplace_back(&ballot, &choice);
  return *votes_;
}

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

method::Position CaseView::position() const {
  const auto* here = state_.here();
  method::Position position;
  position.phase = state_.stage.phase;
  position.round = state_.round;
  if (here != nullptr) position.step = here->step;
  position.method = state_.method(state_.stage.phase).id;
  return position;
}

std::size_t CaseView::size(Collection collection) const {
  switch (collection) {
    case Collection::contributions: return state_.contributions.size();
    case Collection::participants: return people().table.size();
    case Collection::turns: return state_.turns.size();
    case Collection::scores: return state_.scores.size();
    case Collection::goals: return state_.goals.size();
    case Collection::goal_scores: return state_.goal_marks.size();
    case Collection::actions: return state_.actions.size();
    case Collection::network: return people().network.size();
    case Collection::ties: return state_.ties.size();
    case Collection::decisions: return state_.decisions.size();
    case Collection::opinions: return state_.opinions.size();
    case Collection::plans: return state_.plans.size();
    case Collection::meldcode: return state_.meldcode.size();
    case Collection::told: return state_.told.size();
    case Collection::evaluations: return state_.evaluations.size();
    case Collection::learning: return state_.learning.size();
    case Collection::signals: return state_.signals.size();
    case Collection::branches: return branches().size();
    case Collection::groups: return state_.groups.size();
    case Collection::records: return records().size();
    case Collection::votes: return votes().size();
  }
  return 0;
}

const Made* CaseView::made(Collection collection, std::size_t row) const {
  switch (collection) {
    case Collection::contributions: return &state_.contributions[row];
    case Collection::turns: return &state_.turns[row];
    case Collection::scores: return &state_.scores[row];
    case Collection::goals: return &state_.goals[row];
    case Collection::goal_scores: return &state_.goal_marks[row];
    case Collection::actions: return &state_.actions[row];
    case Collection::decisions: return &state_.decisions[row];
    case Collection::opinions: return &state_.opinions[row];
    case Collection::plans: return &state_.plans[row];
    case Collection::meldcode: return &state_.meldcode[row];
    case Collection::told: return &state_.told[row];
    case Collection::evaluations: return &state_.evaluations[row];
    case Collection::learning: return &state_.learning[row];
    case Collection::signals: return &state_.signals[row];
    case Collection::branches: return branches()[row];
    case Collection::groups: return &state_.groups[row];
    case Collection::records: return records()[row];
    case Collection::votes: return votes()[row].first;
    case Collection::ties: return &state_.ties[row];
    case Collection::participants:
    case Collection::network: return nullptr;
  }
  return nullptr;
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

Value CaseView::get(Collection collection, std::size_t row, Field field) const {
  switch (collection) {
    case Collection::contributions: {
      const auto& it = state_.contributions[row];
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
    case Collection::participants: {
      const auto& it = at_table(row);
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
    case Collection::network: {
      const auto& it = around(row);
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
    case Collection::turns: {
      const auto& it = state_.turns[row];
      if (field == Field::passed) return it.passed;
      if (field == Field::count) return number(it.count);
      if (field == Field::group) return word(goes_on_as(state_, it.group));
      return common(it, field);
    }
    case Collection::scores: {
      const auto& it = state_.scores[row];
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
    case Collection::goals: {
      const auto& it = state_.goals[row];
      switch (field) {
        case Field::id: return word(it.set.id);
        case Field::text: return word(it.set.text);
        case Field::scaled: return it.set.scale.has_value();
        case Field::resident_words: return it.set.resident_words;
        case Field::state: return came_of(it.state);
        default: return common(it, field);
      }
    }
    case Collection::goal_scores: {
      const auto& it = state_.goal_marks[row];
      if (field == Field::goal) return word(it.given.goal);
      if (field == Field::value) return it.given.value ? number(*it.given.value) : Value{};
      return common(it, field);
    }
    case Collection::actions: {
      const auto& it = state_.actions[row];
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
    case Collection::ties: {
      const auto& it = state_.ties[row].tie;
      switch (field) {
        case Field::from: return word(it.from);
        case Field::to: return word(it.to);
        case Field::strength: return name(it.strength);
        case Field::tension: return it.tension;
        case Field::direction: return name(it.direction);
        default: return common(state_.ties[row], field);
      }
    }
    case Collection::decisions: {
      const auto& it = state_.decisions[row];
      if (field == Field::id) return word(it.raised.id);
      if (field == Field::heavy) return it.raised.heavy;
      if (field == Field::settled) return it.taken.has_value();
      return common(it, field);
    }
    case Collection::opinions:
      if (field == Field::stance) return name(state_.opinions[row].given.stance);
      return common(state_.opinions[row], field);
    case Collection::plans: {
      const auto& it = state_.plans[row];
      if (field == Field::answer) return name(it.state);
      if (field == Field::ground) return it.ground == Ground::none ? Value{} : name(it.ground);
      return common(it, field);
    }
    case Collection::meldcode: {
      const auto& it = state_.meldcode[row];
      if (field == Field::step) return number(it.taken.step);
      if (field == Field::on) return it.taken.on ? Value{day(*it.taken.on)} : Value{};
      return common(it, field);
    }
    case Collection::told: {
      const auto& it = state_.told[row];
      if (field == Field::on) return Value{day(it.told.on)};
      return common(it, field);
    }
    case Collection::evaluations: {
      const auto& it = state_.evaluations[row];
      switch (field) {
        case Field::better: return word(it.said.better);
        case Field::keep: return word(it.said.keep);
        case Field::change: return word(it.said.change);
        case Field::stop: return word(it.said.stop);
        default: return common(it, field);
      }
    }
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
    case Collection::records: {
      const auto& it = *records()[row];
      switch (field) {
        case Field::id: return word(it.id);
        case Field::kind: return word(it.kind);
        case Field::text: return word(it.text);
        default: return common(it, field);
      }
    }
  }
  return {};
}

bool CaseView::has(Collection collection, std::size_t row, Field field, std::string_view wanted) const {
  if (field == Field::role) {
    const auto* record = made(collection, row);
    const auto role = from_key<Role>(wanted);
    if (!role) return false;
    if (record == nullptr) return collection == Collection::participants && at_table(row).has(*role);
    const auto* person = state_.person(record->by);
    return person != nullptr && state_.had(*person, *role, record->event);
  }
  const auto value = get(collection, row, field);
  const auto* text = std::get_if<std::string_view>(&value);
  return text != nullptr && *text == wanted;
}

bool CaseView::within(Collection collection, std::size_t row, Scope scope) const {
  if (scope == Scope::everything) return true;
  const auto* record = made(collection, row);
  if (record == nullptr || collection == Collection::ties) return true;
  if (record->visit < 0) return scope == Scope::round && state_.round == 1;  // noted in intake
  const auto& visit = state_.visits[static_cast<std::size_t>(record->visit)];
  switch (scope) {
    case Scope::step:
      switch (collection) {
        case Collection::groups: return record->visit == state_.visit_index();
        case Collection::contributions: return counts_here(state_, record->visit, state_.contributions[row].group);
        case Collection::records: return counts_here(state_, record->visit, records()[row]->group);
        case Collection::turns: return counts_here(state_, record->visit, state_.turns[row].group);
        case Collection::branches: return choice_counts(state_, library_, record->visit);
        default: return counts_here(state_, record->visit);
      }
    case Scope::phase: return visit.round == state_.round && visit.phase == state_.stage.phase;
    case Scope::round: return visit.round == state_.round;
    case Scope::everything: return true;
  }
  return false;
}

std::string_view CaseView::fact(Fact fact) const {
  const auto id = [](const Person* person) {
    return person == nullptr ? std::string_view{} : std::string_view(person->id);
  };
  switch (fact) {
    case Fact::question: return state_.question;
    case Fact::hoped_for: return state_.hoped_for;
    case Fact::basis: return state_.has_ground() ? key(state_.basis) : std::string_view{};
    case Fact::purpose: return state_.purpose;
    case Fact::chair: return id(state_.with(Role::chair));
    case Fact::presenter: return id(state_.with(Role::presenter));
    case Fact::coordinator: return id(state_.with(Role::coordinator));
    case Fact::resident: return id(state_.with(Role::resident));
    case Fact::review_date:
      return state_.review_on && *state_.review_on >= date_of(at_) ? day(*state_.review_on) : std::string_view{};
  }
  return {};
}

}  // namespace casus::engine
