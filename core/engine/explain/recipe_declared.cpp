// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/decide/record_values.hpp"
#include "core/engine/explain/recipe_maker.hpp"
#include "core/engine/floor/voting.hpp"
#include "core/model/case/unseen.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>

/// Records of the types that a method declares, and votes on them.
namespace casus::engine::recipe {

namespace {

/// Each is tried on a copy of the case, and a scale may go to a billion.
constexpr std::ptrdiff_t kMostValues = 100;

/// The value that a filter asks of a declared field; the example holds for what it leaves open.
std::optional<std::string> asked_of(const Condition& condition) {
  using Op = Condition::Op;
  if (condition.literals.empty() ||
      (condition.op != Op::one_of && condition.op != Op::at_least && condition.op != Op::at_most))
    return std::nullopt;
  if (const auto* word = std::get_if<std::string>(&condition.literals.front())) return *word;
  if (const auto* value = std::get_if<double>(&condition.literals.front())) return fmt::format("{}", *value);
  return std::nullopt;
}

}  // namespace

std::vector<std::string> Maker::record_types(const Wanted& wanted) const {
  std::vector<std::string> kinds;
  const auto asked = word(wanted.where, Field::kind);
  for (const auto& kind : d_.step == nullptr ? std::vector<std::string>() : d_.step->kinds)
    if (d_.method->record_type(kind) != nullptr && (!asked || *asked == kind)) kinds.push_back(kind);
  return kinds;
}

Record Maker::record(const method::RecordType& type, const Wanted& wanted) const {
  auto record = example_of(d_, type, lang_);
  const auto fill = [&](std::string_view field, const std::string& value) {
    if (type.field(field) == nullptr) return;
    if (type.field(field) == type.first_text()) record.text.clear();
    std::erase_if(record.set, [&](const std::string& set) { return set.starts_with(std::string(field) + "="); });
    record.set.push_back(fmt::format("{}={}", field, value));
  };
  for (const auto& condition : wanted.where) {
    if (condition.own.empty()) continue;
    const auto* field = type.field(condition.own);
    if (field == nullptr) continue;
    if (const auto asked = asked_of(condition)) fill(condition.own, *asked);
    else if (condition.op == Condition::Op::present) fill(condition.own, sample_of(d_, *field, lang_));
  }
  for (const auto& tie : wanted.ties)
    if (!tie.own.empty()) fill(tie.own, tie.id);
  return record;
}

Recipe Maker::recorded(const method::RecordType& type, const Wanted& wanted, const std::string& id) const {
  auto made = record(type, wanted);
  Recipe recipe;
  const auto* field = refers_to_nothing(d_, type);
  const auto can_be_said = [&](const std::string& kind) {
    return std::ranges::find(d_.step->kinds, kind) != d_.step->kinds.end() && d_.method->record_type(kind) == nullptr;
  };
  const auto known = field == nullptr || d_.step->floor.hidden ? std::vector<std::string>() : field->to;
  if (const auto kind = std::ranges::find_if(known, can_be_said); kind != known.end()) {
    const auto by = speakers({}, *kind);
    Say say{{.kind = *kind, .text = fmt::format("[{}]", method::kind_label(d_.method, *kind, lang_))}};
    // By its words: its number is not known before it is said.
    std::erase_if(made.set, [&](const std::string& set) { return set.starts_with(field->id + "="); });
    made.set.push_back(field->id + "=" + say.text);
    if (!by.empty()) recipe.push_back(command(std::move(say), name_of(by.front())));
  }
  recipe.push_back(command(std::move(made), name_of(id)));
  return recipe;
}

std::vector<std::string> Maker::ids_said() const {
  std::vector<std::string> ids;
  for (const auto& it : d_.c.contributions)
    if (is_shown(d_.c, it)) ids.push_back(it.id);  // what is written unseen is named in no proposal
  if (std::ssize(ids) > kMostValues) ids.erase(ids.begin(), ids.end() - kMostValues);
  return ids;
}

std::vector<std::string> Maker::ids_here() const {
  std::vector<std::string> ids;
  for (const auto& person : d_.c.people)
    if (person.at_table()) ids.push_back(person.id);
  return ids;
}

std::vector<std::string> Maker::other_values(const method::RecordField& field) const {
  const auto next = d_.c.contributions.size() + 1;
  std::vector<std::string> values;
  switch (field.type) {
    case RecordFieldType::text: return {fmt::format("[{} {}]", field.name.in(lang_), next)};
    case RecordFieldType::day: return {to_string(plus_days(d_.today(), static_cast<int>(next)))};
    case RecordFieldType::person: return ids_here();
    case RecordFieldType::reference: return ids_said();
    case RecordFieldType::number:
      if (!field.scale) return {std::to_string(next)};
      for (std::int64_t value = field.scale->min; value <= field.scale->max && std::ssize(values) < kMostValues;
           ++value)
        values.push_back(std::to_string(value));
      return values;
    case RecordFieldType::choice:
      for (const auto& option : field.options) values.push_back(option.id);
      return values;
    case RecordFieldType::checklist: return {};
  }
  return values;
}

std::vector<std::string> Maker::other_values(const Criterion::FieldOfRows& of) const {
  if (d_.step == nullptr || d_.method == nullptr) return {};
  if (of.own.empty()) {
    if (of.field == Field::re) return ids_said();
    if (of.field == Field::to || of.field == Field::who) return ids_here();
    std::vector<std::string> goals;
    if (of.field == Field::goal)
      for (const auto& goal : d_.c.goals) goals.push_back(goal.set.id);
    return goals;
  }
  for (const auto& kind : d_.step->kinds)
    if (const auto* type = d_.method->record_type(kind))
      if (const auto* field = type->field(of.own)) return other_values(*field);
  return {};
}

std::vector<Recipe> Maker::records(const Wanted& wanted) const {
  if (d_.step == nullptr || d_.method == nullptr) return {};
  std::vector<Recipe> found;
  for (const auto& kind : record_types(wanted)) {
    const auto made = record(*d_.method->record_type(kind), wanted);
    for (const auto& id : speakers(wanted, kind)) found.push_back(recorded(*d_.method->record_type(kind), wanted, id));
    by_newcomers(d_.step->floor.speakers, wanted, made, found);
  }
  return found;
}

/// Where points are laid, as many on each as are asked of one.
Vote Maker::vote(const Wanted& wanted) const {
  const auto& how = *d_.step->vote;
  const bool lays = how.how == VoteHow::points;
  const int each = lays ? std::max(1, static_cast<int>(amount(wanted.where, Field::value).value_or(1))) : 1;
  Vote vote;
  int laid = 0;
  for (const auto* one : voted_on(d_.c, {*d_.method, *d_.step, *d_.c.here()})) {
    if (laid + each > how.most || (wanted.is(Field::re) && one->id != wanted.bound(Field::re))) continue;
    vote.choices.push_back(each == 1 ? one->id : fmt::format("{}={}", one->id, each));
    laid += each;
  }
  return vote;
}

std::vector<Recipe> Maker::votes(const Wanted& wanted) const {
  if (d_.step == nullptr || !d_.step->vote) return {};
  std::vector<Recipe> found;
  const auto made = vote(wanted);
  if (made.choices.empty()) return {};
  for (const auto& id : speakers(wanted, kVoteKind)) found.push_back({command(made, name_of(id))});
  by_newcomers(d_.step->floor.speakers, wanted, made, found);
  return found;
}

}  // namespace casus::engine::recipe
