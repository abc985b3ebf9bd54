// SPDX-License-Identifier: EUPL-1.2
#include "core/base/json/json_place.hpp"
#include "core/base/text.hpp"
#include "core/base/text_pairs.hpp"
#include "core/method/check/vacuous.hpp"
#include "core/workflow/workflow.hpp"

#include <algorithm>
#include <iterator>

namespace casus::workflow {
namespace {

using method::Collection;
using method::Criterion;
using method::Requirement;
using method::Scope;
using method::Verdict;

class Doubts {
 public:
  void requirements(const std::vector<Requirement>& all, const std::string& pointer) {
    for (std::size_t i = 0; i < all.size(); ++i) {
      const auto place = pointer + '/' + std::to_string(i) + "/holds";
      const auto verdict = method::verdict_of(all[i].holds);
      if (verdict == Verdict::always) add(place, tell("wrong.always"));
      else if (verdict == Verdict::never) add(place, tell("wrong.never"));
      else part(all[i].holds, place);
    }
  }

  Problems take() { return std::move(problems_); }

 private:
  void add(std::string pointer, Telling message) { problems_.push_back({std::move(pointer), std::move(message)}); }

  void part(const Criterion& it, const std::string& pointer) {
    for (std::size_t i = 0; i < it.parts.size(); ++i)
      part(it.parts[i], it.op == Criterion::Op::negation
                            ? pointer + "/not"
                            : pointer + (it.op == Criterion::Op::all ? "/all/" : "/any/") + std::to_string(i));
    if (!it.parts.empty() || it.op == Criterion::Op::present) return;
    scope(it.collection, it.scope, pointer);
    if (it.op == Criterion::Op::every_in) scope(it.in, it.in_scope, pointer + "/has");
    if (it.also) scope(it.also->collection, it.also->scope, pointer + "/has/and");
  }

  void scope(Collection rows, Scope scope, const std::string& pointer) {
    if (scope != Scope::everything && !method::lies_in_time(rows))
      add(pointer + "/scope", tell("wrong.scope_without_time", {{"rows", key(rows)}}));
  }

  Problems problems_;
};

/// Whether it counts rows of one of the phases that a method leaves out.
bool counts_in(const Criterion& holds, Phase phase) {
  bool found = false;
  method::each_condition(holds, "", [&](const Criterion& it, Collection, const method::Condition& one, const auto&) {
    if (one.field != method::Field::phase || it.at_least.value_or(0) <= 0) return;
    found = found || std::ranges::find(one.literals, method::Literal(std::string(key(phase)))) != one.literals.end();
  });
  return found;
}

/// The kinds of which one must have been said; none when it asks for something else as well or instead.
std::vector<std::string> kinds_asked(const Criterion& holds) {
  std::vector<std::string> kinds;
  const bool counts = holds.op == Criterion::Op::count && holds.collection == Collection::contributions;
  if (!counts || holds.at_least.value_or(0) <= 0) return kinds;
  for (const auto& one : holds.where)
    if (one.field == method::Field::kind && one.own.empty() && one.op == method::Condition::Op::one_of)
      for (const auto& literal : one.literals)
        if (const auto* kind = std::get_if<std::string>(&literal)) kinds.push_back(*kind);
  return kinds;
}

/// What is asked at the end of a phase, though in no step of the method so far it fits.
Problems fits_nowhere(const Workflow& workflow, const method::Definition& method) {
  Problems problems;
  std::vector<const method::Step*> so_far;
  for (const auto& rule : workflow.phases) {
    for (const auto& step : method.steps(rule.phase)) so_far.push_back(&step);
    if (method.leaves_out(rule.phase)) continue;
    for (const auto& asked : rule.done_when) {
      const auto kinds = kinds_asked(asked.holds);
      const auto fits = [&](const method::Step* step) {
        return std::ranges::any_of(
            kinds, [&](const auto& kind) { return step->fits(kind) || step->floor.is_answered_with(kind); });
      };
      if (kinds.empty() || (asked.about_resident && !method.about_resident) || std::ranges::any_of(so_far, fits))
        continue;
      problems.push_back(
          {"/phases/" + std::string(key(rule.phase)),
           tell("wrong.workflow_fits_nowhere",
                {{"workflow", workflow.id}, {"id", asked.id}, {"kind", joined({kinds.begin(), kinds.end()})}})});
    }
  }
  return problems;
}

}  // namespace

Problems lost_with(const Workflow& workflow, const method::Definition& method) {
  Problems problems;
  const auto add = [&](Phase phase, const Requirement& asked, bool never_met) {
    if (asked.about_resident && !method.about_resident) return;
    const auto place = "/phases/" + std::string(key(phase)) + "/left_out";
    if (never_met)
      problems.push_back({place, tell("wrong.workflow_never_met",
                                      {{"workflow", workflow.id}, {"phase", key(phase)}, {"id", asked.id}})});
    else
      problems.push_back({place, tell("wrong.workflow_not_asked",
                                      {{"workflow", workflow.id}, {"phase", key(phase)}, {"id", asked.id}})});
  };
  for (const auto phase : kAllPhases) {
    if (!method.leaves_out(phase)) continue;
    for (const auto& rule : workflow.phases)
      for (const auto& asked : rule.done_when)
        if (rule.phase == phase) add(phase, asked, false);
        else if (!method.leaves_out(rule.phase) && counts_in(asked.holds, phase)) add(phase, asked, true);
    for (const auto& asked : workflow.close_when)
      if (counts_in(asked.holds, phase)) add(phase, asked, true);
  }
  auto nowhere = fits_nowhere(workflow, method);
  problems.insert(problems.end(), std::make_move_iterator(nowhere.begin()), std::make_move_iterator(nowhere.end()));
  return problems;
}

Problems doubts(const Workflow& workflow, std::string_view bytes) {
  Doubts doubts;
  for (std::size_t i = 0; i < workflow.phases.size(); ++i)
    doubts.requirements(workflow.phases[i].done_when, "/phases/" + std::to_string(i) + "/done_when");
  doubts.requirements(workflow.close_when, "/close_when");
  auto problems = doubts.take();
  auto uneven = uneven_texts(bytes);
  problems.insert(problems.end(), std::make_move_iterator(uneven.begin()), std::make_move_iterator(uneven.end()));
  place(problems, bytes);
  return problems;
}

}  // namespace casus::workflow
