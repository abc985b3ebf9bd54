// SPDX-License-Identifier: EUPL-1.2
#include "core/training/scenario/scenario_hearers.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::training {
namespace {

/// Somebody elsewhere is asked with a question, and nothing else is said to them.
bool can_be_asked(const Condition& part) {
  constexpr std::string_view kAsking[]{"question", "follow_up"};
  return part.hears_words() && (part.kinds.empty() || std::ranges::any_of(part.kinds, [&](const std::string& kind) {
                                  return std::ranges::find(kAsking, kind) != std::ranges::end(kAsking);
                                }));
}

}  // namespace

Problems told_by_anybody(const Scenario& scenario) {
  Problems problems;
  if (std::ranges::none_of(scenario.network, &Acquaintance::speaks_for_self)) return problems;
  for (std::size_t i = 0; i < scenario.facts.size(); ++i) {
    const auto& fact = scenario.facts[i];
    if (!fact.when) continue;
    each_part(*fact.when, fmt::format("/facts/{}/when", i), [&](const Condition& part, const std::string& place) {
      if (can_be_asked(part) && part.to.empty())
        problems.push_back({place + "/said", tell("wrong.told_by_anybody", {{"id", fact.id}})});
    });
  }
  return problems;
}

}  // namespace casus::training
