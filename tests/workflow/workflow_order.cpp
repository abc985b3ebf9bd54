// SPDX-License-Identifier: EUPL-1.2
#include "core/workflow/workflow.hpp"
#include "tests/support/catch.hpp"

// The order of phases, and whether a method fits it.

namespace casus::workflow {
namespace {

using enum Phase;

Workflow ordered(std::initializer_list<Phase> phases) {
  Workflow workflow;
  for (const auto phase : phases) workflow.phases.push_back({phase, {}});
  return workflow;
}

const Workflow kNetworkFirst = ordered({analysis, network_involvement, plan_of_action, evaluation});

using Needs = std::vector<std::pair<Phase, Phase>>;

std::optional<std::pair<Phase, Phase>> misfit(const Needs& needs) {
  return kNetworkFirst.misfit(method::Definition{.before = needs});
}

}  // namespace

TEST_CASE("a workflow goes through its phases in its own order", "[workflow]") {
  CHECK(kNetworkFirst.first() == analysis);
  CHECK(kNetworkFirst.after(analysis) == network_involvement);
  CHECK(kNetworkFirst.after(network_involvement) == plan_of_action);
  CHECK(kNetworkFirst.after(plan_of_action) == evaluation);
  CHECK(kNetworkFirst.after(evaluation) == std::nullopt);
  CHECK(kNetworkFirst.last() == evaluation);
  for (const auto phase : kAllPhases) CHECK(kNetworkFirst.rule(phase).phase == phase);
}

TEST_CASE("before is the order of the workflow, and no phase is before itself", "[workflow]") {
  const std::vector<Phase> order{analysis, network_involvement, plan_of_action, evaluation};
  for (std::size_t a = 0; a < order.size(); ++a)
    for (std::size_t b = 0; b < order.size(); ++b) CHECK(kNetworkFirst.before(order[a], order[b]) == (a < b));
}

TEST_CASE("a method fits when each of its needs is met, and the first that is not is told", "[workflow]") {
  CHECK(misfit({}) == std::nullopt);
  CHECK(misfit({{network_involvement, plan_of_action}, {analysis, evaluation}}) == std::nullopt);
  CHECK(misfit({{analysis, evaluation}, {plan_of_action, network_involvement}, {evaluation, analysis}}) ==
        std::pair{plan_of_action, network_involvement});
}

}  // namespace casus::workflow
