// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/explain/case_view.hpp"

#include "core/engine/floor/course.hpp"
#include "core/model/case/stays.hpp"

namespace casus::engine {

using method::Collection;
using method::Fact;
using method::Field;
using method::Scope;

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

method::Position CaseView::position() const {
  const auto* here = state_.here();
  method::Position position{.phase = state_.stage.phase, .round = state_.round};
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
