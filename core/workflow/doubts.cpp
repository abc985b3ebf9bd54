// SPDX-License-Identifier: EUPL-1.2
#include "core/base/json_place.hpp"
#include "core/base/text_pairs.hpp"
#include "core/method/vacuous.hpp"
#include "core/workflow/workflow.hpp"

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
  }

  void scope(Collection rows, Scope scope, const std::string& pointer) {
    if (scope != Scope::everything && !method::lies_in_time(rows))
      add(pointer + "/scope", tell("wrong.scope_without_time", {{"rows", key(rows)}}));
  }

  Problems problems_;
};

}  // namespace

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
