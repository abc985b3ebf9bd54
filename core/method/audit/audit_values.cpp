// SPDX-License-Identifier: EUPL-1.2
#include "core/method/audit/audit_values.hpp"

#include "core/base/json/json_fields.hpp"
#include "core/base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace casus::method {
namespace {

struct Range {
  double low = 0, high = 0;

  bool holds(double value) const { return value >= low && value <= high; }
};

Range both(const std::optional<Range>& first, const Range& second) {
  return first ? Range{std::min(first->low, second.low), std::max(first->high, second.high)} : second;
}

class ValueAudit {
 public:
  ValueAudit(const Definition& definition, const RuleHere* here, std::vector<Remark>& remarks)
      : d_(definition), here_(here), remarks_(remarks) {}

  bool look(const Criterion& rule, const std::string& pointer) {
    const auto known = remarks_.size();
    each_condition(rule, pointer,
                   [&](const Criterion& in, Collection rows, const Condition& found, const std::string& place) {
                     if (rows == Collection::branches && found.field == Field::branch) branches(found, place);
                     else if (rows == Collection::contributions && found.field == Field::speaker) places(found, place);
                     else numbers(in, rows, found, place);
                   });
    each_together(rule, pointer);
    return remarks_.size() > known;
  }

 private:
  void error(std::string pointer, Telling message) {
    remarks_.push_back({Remark::Weight::error, {std::move(pointer), std::move(message)}});
  }

  /// Medians and spreads that no numbers on this scale have, or that all have.
  void each_together(const Criterion& rule, const std::string& pointer) {
    for (std::size_t i = 0; i < rule.parts.size(); ++i)
      each_together(rule.parts[i],
                    rule.op == Criterion::Op::negation
                        ? pointer + "/not"
                        : fmt::format("{}/{}/{}", pointer, rule.op == Criterion::Op::all ? "all" : "any", i));
    if (!rule.numbers) return;
    const auto scale = range_of(rule.where, rule.scope, rule.collection, rule.numbers->field, rule.numbers->own);
    if (!scale) return;
    const bool spread = rule.op == Criterion::Op::spread;
    const Range can = spread ? Range{0, scale->high - scale->low} : *scale;
    for (const auto& [limit, place] : {std::pair(rule.at_least, "/at_least"), std::pair(rule.at_most, "/at_most")}) {
      if (!limit || can.holds(*limit)) continue;
      const auto low = fmt::format("{:g}", can.low), high = fmt::format("{:g}", can.high),
                 got = fmt::format("{:g}", *limit);
      const auto name = rule.numbers->own.empty() ? std::string(key(rule.numbers->field))
                                                  : std::string(kOwnField) + rule.numbers->own;
      error(pointer + place,
            spread ? tell("wrong.spread_beyond", {{"field", name}, {"most", high}, {"got", got}})
                   : tell("wrong.off_scale", {{"field", name}, {"low", low}, {"high", high}, {"got", got}}));
    }
    // At the end of what there can be: no numbers ever break it.
    if ((!rule.at_least || *rule.at_least == can.low) && (!rule.at_most || *rule.at_most == can.high))
      remarks_.push_back({Remark::Weight::warning, {pointer, tell("wrong.always")}});
  }

  void branches(const Condition& found, const std::string& place) {
    std::vector<std::string_view> known;
    for (const auto& steps : d_.phases)
      for (const auto& step : steps)
        if (step.menu)
          for (const auto& branch : step.menu->branches) known.push_back(branch.id);
    if (known.empty()) return;  // told of the rows
    for (std::size_t i = 0; i < found.literals.size(); ++i)
      if (const auto* id = std::get_if<std::string>(&found.literals[i]);
          id != nullptr && std::ranges::find(known, *id) == known.end())
        error(literal_place(found, place, i),
              tell("wrong.no_branch", {{"got", *id}, {"near", fields::near(*id, known)}, {"known", joined(known)}}));
  }

  void places(const Condition& found, const std::string& place) {
    std::vector<std::string_view> known;
    for (const auto& steps : d_.phases)
      for (const auto& step : steps)
        if (step.parallel && step.parallel->one && std::ranges::find(known, step.parallel->one->key) == known.end())
          known.push_back(step.parallel->one->key);
    if (known.empty()) return error(place, tell("wrong.no_places"));
    known.push_back(kOthers);
    for (std::size_t i = 0; i < found.literals.size(); ++i)
      if (const auto* key = std::get_if<std::string>(&found.literals[i]);
          key != nullptr && std::ranges::find(known, *key) == known.end())
        error(literal_place(found, place, i),
              tell("wrong.no_place", {{"got", *key}, {"near", fields::near(*key, known)}, {"known", joined(known)}}));
  }

  void numbers(const Criterion& in, Collection rows, const Condition& found, const std::string& place) {
    const auto range = range_of(in, rows, found);
    if (!range) return;
    for (std::size_t i = 0; i < found.literals.size(); ++i) {
      const auto* value = std::get_if<double>(&found.literals[i]);
      if (value == nullptr || range->holds(*value)) continue;
      const auto low = fmt::format("{:g}", range->low), high = fmt::format("{:g}", range->high),
                 got = fmt::format("{:g}", *value);
      error(literal_place(found, place, i),
            rows == Collection::votes
                ? tell("wrong.vote_beyond", {{"low", low}, {"high", high}, {"got", got}})
                : tell("wrong.off_scale", {{"field", found.name()}, {"low", low}, {"high", high}, {"got", got}}));
    }
  }

  /// Between what a number lies, where that is known.
  std::optional<Range> range_of(const Criterion& in, Collection rows, const Condition& found) const {
    const auto is_it = [&](const Condition& one) { return &one == &found; };
    const bool first = std::ranges::any_of(in.where, is_it);
    const bool second = in.also && std::ranges::any_of(in.also->where, is_it);
    const auto& filter = first ? in.where : second ? in.also->where : in.of;
    const auto scope = first ? in.scope : second ? in.also->scope : in.in_scope;
    return range_of(filter, scope, rows, found.field, found.own);
  }

  std::optional<Range> range_of(const Filter& filter, Scope scope, Collection rows, Field field,
                                const std::string& own) const {
    if (!own.empty()) return own_scale(filter, own);
    if (field == Field::time) return Range{1, static_cast<double>(most_times(d_, words_of(filter, Field::step)))};
    if (rows == Collection::meldcode && field == Field::step) return Range{1, 5};
    if (field != Field::value && field != Field::good_enough) return std::nullopt;
    if (rows == Collection::scores) return scale_of(words_of(filter, Field::scale));
    if (rows == Collection::goal_scores) return Range{-3, 2};
    if (rows != Collection::votes) return std::nullopt;
    return votes_in(words_of(filter, Field::step), scope == Scope::step);
  }

  /// Of the scales that every method has: those that are named, else the widest.
  static std::optional<Range> scale_of(const std::vector<std::string>& scales) {
    if (scales.empty()) return Range{0, 10};
    std::optional<Range> found;
    for (const auto& scale : scales)
      found = both(found, scale == "ladder_1_6" ? Range{1, 6} : scale == "domain_1_5" ? Range{1, 5} : Range{0, 10});
    return found;
  }

  std::optional<Range> own_scale(const Filter& filter, std::string_view own) const {
    const auto kinds = words_of(filter, Field::kind);
    std::optional<Range> found;
    for (const auto& type : d_.record_types) {
      if (!kinds.empty() && std::ranges::find(kinds, type.id) == kinds.end()) continue;
      const auto* field = type.field(own);
      if (field == nullptr) continue;
      if (!field->scale) return std::nullopt;
      found = both(found, {static_cast<double>(field->scale->min), static_cast<double>(field->scale->max)});
    }
    return found;
  }

  /// What one vote on one thing can count for, in these steps or in any.
  std::optional<Range> votes_in(const std::vector<std::string>& named, bool here) const {
    std::optional<Range> found;
    for (const auto phase : kAllPhases)
      for (std::size_t i = 0; i < d_.steps(phase).size(); ++i) {
        const auto& step = d_.steps(phase)[i];
        if (!step.vote || (!named.empty() && std::ranges::find(named, step.id) == named.end())) continue;
        if (here && here_ != nullptr && (phase != here_->phase || i != here_->step)) continue;
        const double most = step.vote->how == VoteHow::choose ? 1 : step.vote->most;
        found = both(found, {1, most});
      }
    return found;
  }

  const Definition& d_;
  const RuleHere* here_;
  std::vector<Remark>& remarks_;
};

/// The key of a step that such rows come of; empty for rows that anything makes.
std::string_view key_of(Collection rows) {
  switch (rows) {
    case Collection::votes: return "vote";
    case Collection::branches: return "menu";
    case Collection::groups: return "parallel";
    default: return "";
  }
}

bool makes(const Step& step, Collection rows) {
  return rows == Collection::votes      ? step.vote.has_value()
         : rows == Collection::branches ? step.menu.has_value()
                                        : step.parallel.has_value();
}

}  // namespace

bool audit_values(const Definition& definition, const Criterion& rule, const std::string& pointer, const RuleHere* here,
                  std::vector<Remark>& remarks) {
  return ValueAudit(definition, here, remarks).look(rule, pointer);
}

int most_times(const Definition& definition, const std::vector<std::string>& in_steps) {
  int most = 1;
  for (const auto& steps : definition.phases)
    for (const auto& step : steps) {
      if (step.in_repeat.empty()) continue;
      if (!in_steps.empty() && std::ranges::find(in_steps, step.id) == in_steps.end()) continue;
      const auto first = std::ranges::find(steps, step.in_repeat, &Step::id);
      if (first != steps.end() && first->repeat) most = std::max(most, first->repeat->at_most);
    }
  return most;
}

std::optional<Telling> rows_lacking(const Definition& definition, Collection rows,
                                    const std::vector<std::string>& in_steps, OverNone then) {
  const auto key_of_step = key_of(rows);
  if (key_of_step.empty()) return std::nullopt;
  bool anywhere = false, there = false;
  for (const auto& steps : definition.phases)
    for (const auto& step : steps) {
      if (!makes(step, rows)) continue;
      anywhere = true;
      there = there || in_steps.empty() || std::ranges::find(in_steps, step.id) != in_steps.end();
    }
  if (there) return std::nullopt;
  const bool never = then == OverNone::never;
  if (!anywhere)
    return never ? tell("wrong.rows_nowhere", {{"rows", key(rows)}, {"key", key_of_step}})
                 : tell("wrong.every_of_none", {{"rows", key(rows)}, {"key", key_of_step}});
  return never ? tell("wrong.rows_not_there", {{"rows", key(rows)}, {"key", key_of_step}, {"step", in_steps.front()}})
               : tell("wrong.every_of_none_there",
                      {{"rows", key(rows)}, {"key", key_of_step}, {"step", in_steps.front()}});
}

}  // namespace casus::method
