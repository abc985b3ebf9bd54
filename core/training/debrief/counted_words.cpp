// SPDX-License-Identifier: EUPL-1.2
#include "core/training/debrief/counted_words.hpp"

#include "core/method/definition.hpp"
#include "core/text/day_words.hpp"
#include "core/text/label.hpp"
#include "core/training/debrief/debrief_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <ranges>

namespace casus::training {
namespace {

using method::Criterion;
using method::Field;
using text::Message;
using text::msg;
using text::Value;

/// The fields that a goal can ask of a row, in words.
struct FieldWord {
  Field field;
  std::string_view id;
};

constexpr std::array<FieldWord, 13> kFields{{{Field::kind, "counted.field_kind"},
                                             {Field::step, "counted.field_step"},
                                             {Field::professional, "counted.field_professional"},
                                             {Field::asked, "counted.field_asked"},
                                             {Field::answer, "counted.field_answer"},
                                             {Field::resident_words, "counted.field_resident_words"},
                                             {Field::first_step, "counted.field_first_step"},
                                             {Field::rung, "counted.field_rung"},
                                             {Field::by_when, "counted.field_by_when"},
                                             {Field::checks, "counted.field_checks"},
                                             {Field::who, "counted.field_who"},
                                             {Field::heavy, "counted.field_heavy"},
                                             {Field::evidence, "counted.field_evidence"}}};

const FieldWord* word_of(Field field) {
  const auto found = std::ranges::find(kFields, field, &FieldWord::field);
  return found == kFields.end() ? nullptr : &*found;
}

Message words_of(const method::Literal& literal, Field field) {
  if (const auto* flag = std::get_if<bool>(&literal)) return *flag ? msg("text.yes") : msg("text.no");
  if (const auto* number = std::get_if<double>(&literal)) return Message::verbatim(fmt::format("{:g}", *number));
  const auto& word = std::get<std::string>(literal);
  if (field == Field::kind)
    return Message(text::in_both([&](Lang lang) { return std::string(method::kind_label(nullptr, word, lang)); }));
  if (const auto rung = from_key<Rung>(word); rung && field == Field::rung) return text::label(*rung);
  if (const auto answer = from_key<Answer>(word); answer && field == Field::answer) return text::label(*answer);
  if (const auto state = from_key<PlanState>(word); state && field == Field::answer) return text::label(*state);
  return field == Field::by_when ? text::day_message(std::string_view(word)) : Message::verbatim(word);
}

Message one_of(std::vector<Message> all) { return Message::listed(text::any_of(std::move(all))); }

Message words_of(const method::Condition& asked) {
  const auto* field = word_of(asked.field);
  const auto name = field == nullptr ? Message::verbatim(std::string(key(asked.field))) : Message(field->id, {});
  std::vector<Message> values;
  for (const auto& literal : asked.literals) values.push_back(words_of(literal, asked.field));
  using Op = method::Condition::Op;
  switch (asked.op) {
    case Op::present: return msg("counted.filled_in", "field"_is = name);
    case Op::absent: return msg("counted.left_out", "field"_is = name);
    case Op::not_one_of: return msg("counted.is_not", "field"_is = name, "value"_is = one_of(std::move(values)));
    case Op::at_least: return msg("counted.is_from", "field"_is = name, "value"_is = one_of(std::move(values)));
    case Op::at_most: return msg("counted.is_up_to", "field"_is = name, "value"_is = one_of(std::move(values)));
    case Op::one_of: break;
  }
  return msg("counted.is", "field"_is = name, "value"_is = one_of(std::move(values)));
}

Message how_many(const Criterion& criterion) {
  const auto rows = text::label(criterion.collection);
  const auto least = fmt::format("{:g}", criterion.at_least.value_or(0));
  const auto most = fmt::format("{:g}", criterion.at_most.value_or(0));
  if (criterion.at_least && criterion.at_most)
    return msg("counted.rows_between", "rows"_is = rows, "least"_is = least, "most"_is = most);
  return criterion.at_least ? msg("counted.rows_at_least", "rows"_is = rows, "least"_is = least)
                            : msg("counted.rows_at_most", "rows"_is = rows, "most"_is = most);
}

Message words_of(const Criterion& criterion) {
  std::vector<Message> parts;
  for (const auto& part : criterion.parts) parts.push_back(words_of(part));
  switch (criterion.op) {
    case Criterion::Op::count: {
      std::vector<Message> where;
      for (const auto& asked : criterion.where) where.push_back(words_of(asked));
      auto counted = how_many(criterion);
      if (where.empty()) return counted;
      return msg("counted.rows_with", "counted"_is = std::move(counted),
                 "where"_is = Message::listed(Value::list(std::move(where), "text.semicolon")));
    }
    case Criterion::Op::present: return msg("counted.fact_there", "fact"_is = text::label(criterion.fact));
    case Criterion::Op::any: return one_of(std::move(parts));
    case Criterion::Op::negation: return msg("counted.not", "part"_is = std::move(parts.front()));
    case Criterion::Op::all: return Message::listed(Value::list(std::move(parts), "text.semicolon"));
    // No goal asks these; a fact can wait for them.
    case Criterion::Op::share:
    case Criterion::Op::median:
    case Criterion::Op::spread:
    case Criterion::Op::every:
    case Criterion::Op::every_in: break;
  }
  return msg("counted.in_the_file");
}

/// Also of what stands inside "all", "any" and "not".
void add_unsayable(const Criterion& criterion, const std::string& pointer, Problems& problems) {
  using Op = Criterion::Op;
  if (criterion.op == Op::share || criterion.op == Op::every || criterion.op == Op::every_in || criterion.different ||
      criterion.numbers)
    problems.push_back({pointer, tell("wrong.goal_wordless")});
  else if (criterion.op == Op::count && criterion.scope != method::Scope::everything)
    problems.push_back({pointer + "/scope", tell("wrong.goal_field", {{"field", "scope"}})});
  const std::string_view under = criterion.op == Op::all ? "/all/" : criterion.op == Op::any ? "/any/" : "/not";
  for (std::size_t i = 0; i < criterion.parts.size(); ++i)
    add_unsayable(criterion.parts[i],
                  fmt::format("{}{}{}", pointer, under, criterion.op == Op::negation ? "" : std::to_string(i)),
                  problems);
}

Message words_list(const Phrases& phrases, Words words) {
  constexpr std::size_t kFew = 4;
  return Message(text::in_both([&](Lang lang) {
    const auto& all = lang == Lang::nl ? phrases.nl : phrases.en;
    const auto told = words != Words::few || all.size() <= kFew + 1 ? all.size() : kFew;
    std::string out;
    for (const auto& one : all | std::views::take(told)) out += (out.empty() ? "'" : ", '") + one + '\'';
    if (told == all.size()) return out;
    return text::say(text::Voice(lang), "counted.words_more", "words"_is = out, "count"_is = all.size() - told);
  }));
}

Message said_in_words(const Condition& condition, const Scenario& scenario, Words words) {
  std::vector<Message> kinds, by;
  for (const auto& kind : condition.kinds)
    kinds.push_back(
        Message(text::in_both([&](Lang lang) { return std::string(method::kind_label(nullptr, kind, lang)); })));
  for (const auto role : condition.by) by.push_back(text::label(role));
  auto said =
      kinds.empty() ? msg("counted.said_something") : msg("counted.said_kinds", "kinds"_is = one_of(std::move(kinds)));
  if (!condition.about.nl.empty())
    said = msg("counted.with_words", "said"_is = std::move(said), "words"_is = words_list(condition.about, words));
  if (!by.empty()) said = msg("counted.said_by", "said"_is = std::move(said), "by"_is = one_of(std::move(by)));
  std::vector<Message> to;
  for (const auto& whom : condition.to)
    if (whom == kTheTable) to.insert(to.begin(), msg("counted.the_table"));
    else if (const auto* person = scenario.acquaintance(whom)) to.push_back(msg("counted.to", "to"_is = person->name));
  if (!to.empty()) said = msg("counted.said_to", "said"_is = std::move(said), "to"_is = one_of(std::move(to)));
  if (condition.at_least > 1)
    said = msg("counted.said_times", "said"_is = std::move(said), "times"_is = condition.at_least);
  return said;
}

Message chosen_in_words(const Condition& condition, const Scenario& scenario, Words words) {
  const auto* decision = scenario.decision(condition.id);
  if (decision == nullptr) return Message::verbatim(condition.id);
  if (words != Words::all) {
    std::vector<Message> ids;
    for (const auto& id : condition.options) ids.push_back(Message::verbatim(id));
    if (ids.size() == decision->options.size()) return msg("counted.chosen_any_id", "decision"_is = condition.id);
    return msg("counted.chosen_id", "decision"_is = condition.id, "option"_is = one_of(std::move(ids)));
  }
  std::vector<Message> options;
  for (const auto& id : condition.options)
    if (const auto* option = decision->option(id)) options.push_back(msg("counted.quoted", "text"_is = option->text));
  if (options.size() == decision->options.size()) return msg("counted.chosen_any", "decision"_is = decision->question);
  return msg("counted.chosen", "decision"_is = decision->question, "option"_is = one_of(std::move(options)));
}

}  // namespace

Message counted_in_words(const Condition& condition, const Scenario& scenario, Words words) {
  using Op = Condition::Op;
  std::vector<Message> parts;
  for (const auto& part : condition.parts) parts.push_back(counted_in_words(part, scenario, words));
  switch (condition.op) {
    case Op::said: return said_in_words(condition, scenario, words);
    case Op::consulted: {
      const auto* person = scenario.acquaintance(condition.id);
      return msg("counted.spoken_with", "person"_is = person == nullptr ? condition.id : person->name);
    }
    case Op::reached: {
      if (condition.phase)
        return msg("counted.phase_reached", "phase"_is = text::label(*condition.phase), "round"_is = condition.round);
      std::vector<std::string_view> steps(condition.steps.begin(), condition.steps.end());
      return msg("counted.step_reached", "steps"_is = joined(steps));
    }
    case Op::passed:
      return msg("counted.passed", "span"_is = text::in_both(
                                       [&](Lang lang) { return span_in_words(condition.passed, text::Voice(lang)); }));
    case Op::chosen: return chosen_in_words(condition, scenario, words);
    case Op::known: {
      const auto* fact = scenario.fact(condition.id);
      if (fact == nullptr) return Message::verbatim(condition.id);
      return words == Words::all ? msg("counted.came_out", "fact"_is = fact->text)
                                 : msg("counted.came_out", "fact"_is = fact->id);
    }
    case Op::happened: {
      const auto* event = scenario.event(condition.id);
      if (event == nullptr) return Message::verbatim(condition.id);
      return words == Words::all ? msg("counted.happened", "event"_is = event->text)
                                 : msg("counted.happened", "event"_is = event->id);
    }
    case Op::counter: {
      const auto* counter = scenario.counter(condition.id);
      const auto name = counter == nullptr ? Text{condition.id, condition.id} : counter->name;
      if (condition.least && condition.most)
        return msg("counted.counter_between", "counter"_is = name, "least"_is = *condition.least,
                   "most"_is = *condition.most);
      return condition.least
                 ? msg("counted.counter_at_least", "counter"_is = name, "least"_is = *condition.least)
                 : msg("counted.counter_at_most", "counter"_is = name, "most"_is = condition.most.value_or(0));
    }
    case Op::before:
      return msg("counted.before", "first"_is = std::move(parts.front()), "then"_is = std::move(parts.back()));
    case Op::holds: return words_of(condition.holds);
    case Op::all: return Message::listed(Value::list(std::move(parts), "text.and"));
    case Op::any: return one_of(std::move(parts));
    case Op::negation: return msg("counted.not", "part"_is = std::move(parts.front()));
  }
  return {};
}

std::vector<const Condition*> counted_parts(const LearningGoal& goal) {
  std::vector<const Condition*> parts;
  if (goal.counted.op != Condition::Op::all) parts.push_back(&goal.counted);
  else
    for (const auto& part : goal.counted.parts) parts.push_back(&part);
  return parts;
}

Problems unsayable(const Criterion& criterion) {
  Problems problems;
  add_unsayable(criterion, "", problems);
  method::each_condition(
      criterion, "",
      [&](const Criterion&, method::Collection, const method::Condition& asked, const std::string& pointer) {
        if (word_of(asked.field) == nullptr)
          problems.push_back({pointer, tell("wrong.goal_field", {{"field", key(asked.field)}})});
      });
  return problems;
}

}  // namespace casus::training
