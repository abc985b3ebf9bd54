// SPDX-License-Identifier: EUPL-1.2
#include "core/model/learning/learning.hpp"

namespace casus {

template class OneOf<LearningVariant>;
template class OneOf<LearningEventVariant>;

std::string_view name_of(const LearningEventBody& body) {
  return std::visit([](const auto& one) { return std::decay_t<decltype(one)>::kName; }, body);
}

}  // namespace casus
