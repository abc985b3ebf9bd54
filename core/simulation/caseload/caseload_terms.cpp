// SPDX-License-Identifier: EUPL-1.2
#include "core/simulation/caseload/caseload_terms.hpp"

#include <array>
#include <set>

namespace casus::simulation {

std::vector<RunningTerm> running_terms_of(const engine::Library& library, const Assumptions& assumptions) {
  constexpr std::array kDaysOf{1, 7, 30, 365};
  std::set<std::string> workflows;
  for (const auto& use : assumptions.methods)
    if (const auto* method = library.method(use.method)) workflows.insert(method->workflow);
  std::vector<RunningTerm> out;
  for (const auto& id : workflows) {
    const auto* workflow = library.workflow(id);
    if (workflow == nullptr) continue;
    for (const auto& use : assumptions.terms)
      for (const auto& term : workflow->terms)
        if (term.id == use.term && term.from == workflow::From::reported)
          out.push_back({id, use.basis, use.left,
                         static_cast<double>(term.amount * kDaysOf[static_cast<std::size_t>(term.unit)])});
  }
  return out;
}

}  // namespace casus::simulation
