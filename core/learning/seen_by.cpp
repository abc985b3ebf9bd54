// SPDX-License-Identifier: EUPL-1.2
#include "core/learning/session.hpp"

#include <algorithm>

namespace casus::learning {

Session seen_by(const Session& whole, std::string_view person) {
  Session out = whole;
  const auto other = [&](const auto& one) { return one.person != person; };
  std::erase_if(out.goals, other);
  std::erase_if(out.log, other);
  if (out.id == kOwnSession) std::erase_if(out.people, [&](const Learner& one) { return one.id != person; });
  if (out.scan) {
    for (auto& one : out.scan->answers) {
      if (one.person == person) continue;
      one.given.clear();
      one.learn.clear();
      if (!out.scan->closed_on) one.contact.clear();
    }
    // Whether a colleague took part is theirs to say: who only answered leaves no trace here.
    std::erase_if(out.scan->answers, [&](const auto& one) { return other(one) && one.contact.empty(); });
  }
  if (out.circle) {
    auto& circle = *out.circle;
    for (auto& card : circle.cards) {
      const auto* round = circle.round(card.round);
      if (card.person != person && (round == nullptr || !round->shown)) card.text.clear();
    }
    std::erase_if(circle.dots, [&](const auto& one) { return one.first != person; });
    for (auto& line : circle.lines)
      for (auto* places : {&line.first, &line.second})
        std::erase_if(*places, [&](const auto& one) { return one.first != person; });
  }
  return out;
}

}  // namespace casus::learning
