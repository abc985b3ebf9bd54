// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/explain/said_first.hpp"

#include "core/engine/decide/record_values.hpp"
#include "core/engine/explain/case_view.hpp"

#include <algorithm>

namespace casus::engine {

namespace {

/// The kinds of rows that a leaf asks for; empty: any.
std::vector<std::string> kinds_wanted(const method::Filter& where) {
  std::vector<std::string> kinds;
  for (const auto& condition : where)
    if (condition.field == method::Field::kind && condition.own.empty() &&
        condition.op == method::Condition::Op::one_of)
      for (const auto& literal : condition.literals)
        if (const auto* word = std::get_if<std::string>(&literal)) kinds.push_back(*word);
  return kinds;
}

bool are_told(method::Collection rows) {
  return rows == method::Collection::records || rows == method::Collection::contributions;
}

/// What is there already, or may not be there, lacks nothing.
void add_lacking(const Deciding& d, const method::View& view, const method::Criterion& holds,
                 std::vector<SaidFirst>& out) {
  using Op = method::Criterion::Op;
  if (holds.op == Op::negation || method::holds(holds, view)) return;
  for (const auto& part : holds.parts) add_lacking(d, view, part, out);
  const bool elsewhere = holds.op == Op::every_in;
  if ((holds.op != Op::count && !elsewhere) || !are_told(elsewhere ? holds.in : holds.collection)) return;
  const auto kinds = kinds_wanted(elsewhere ? holds.of : holds.where);
  for (const auto& kind : d.step->kinds) {
    if (!kinds.empty() && std::ranges::find(kinds, kind) == kinds.end()) continue;
    const auto* type = d.method->record_type(kind);
    const auto* field = type == nullptr ? nullptr : refers_to_nothing(d, *type);
    if (field != nullptr && std::ranges::find(out, type, &SaidFirst::type) == out.end()) out.push_back({type, field});
  }
}

/// The last step of this round, before the one that is going on, in which one of these can be said.
std::string step_that_takes(const Deciding& d, const std::vector<std::string>& kinds) {
  std::string found;
  for (const auto& visit : d.c.visits) {
    const auto* method = visit.round == d.c.round ? d.library.pinned_method(d.c.method(visit.phase)) : nullptr;
    const auto* step = method == nullptr ? nullptr : method->step(visit.phase, visit.step);
    if (step == nullptr || step == d.step) continue;
    const bool takes = kinds.empty() ? !step->kinds.empty()
                                     : std::ranges::any_of(kinds, [&](const auto& kind) { return step->fits(kind); });
    if (takes) found = step->id;
  }
  return found;
}

}  // namespace

std::vector<SaidFirst> to_be_said_first(const Deciding& d, const method::Criterion& holds) {
  std::vector<SaidFirst> out;
  if (d.step == nullptr || d.method == nullptr) return out;
  add_lacking(d, CaseView(d.c, d.at(), d.library), holds, out);
  for (auto& one : out) one.back = step_that_takes(d, one.field->to);
  return out;
}

text::Message lack_in_words(const Deciding& d, const SaidFirst& lack) {
  const auto kinds = kinds_of_reference(d, *lack.field);
  const auto why =
      msg("explain.refers_to_nothing", "type"_is = lack.type->name, "field"_is = lack.field->name, "kinds"_is = kinds);
  if (lack.back.empty()) return why;
  return msg("explain.say_it_there_first", "why"_is = why,
             "back"_is = way("case back", "case"_is = d.c.id, "step"_is = lack.back));
}

}  // namespace casus::engine
