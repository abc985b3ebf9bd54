// SPDX-License-Identifier: EUPL-1.2
#include "core/learning/area.hpp"

#include "core/base/first_that.hpp"

namespace casus::learning {

const Item* AreaCycle::step() const {
  const auto steps = instrument.in_group("step");
  return turned < steps.size() ? steps[turned] : nullptr;
}

std::vector<const AreaPointNoted*> AreaCycle::of(AreaSort sort) const {
  std::vector<const AreaPointNoted*> out;
  for (const auto& one : points)
    if (one.sort == sort) out.push_back(&one);
  return out;
}

const AreaAnswerFields* AreaCycle::answer(std::string_view question) const {
  return first_with(answers, question, &AreaAnswerFields::question);
}

}  // namespace casus::learning
