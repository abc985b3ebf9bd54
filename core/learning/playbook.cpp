// SPDX-License-Identifier: EUPL-1.2
#include "core/learning/playbook.hpp"

#include "core/base/first_that.hpp"

#include <algorithm>

namespace casus::learning {

std::string book_item(std::string_view key) {
  std::string id(key);
  std::ranges::replace(id, '_', '-');
  return id;
}

void Sentence::came_up(SentenceFrom from) {
  switch (from) {
    case SentenceFrom::hand: ++by_hand; break;
    case SentenceFrom::werf: ++rounds; break;
    case SentenceFrom::circle: ++circles; break;
  }
}

int Sentence::how_often(SentenceFrom from) const {
  switch (from) {
    case SentenceFrom::hand: return by_hand;
    case SentenceFrom::werf: return rounds;
    case SentenceFrom::circle: return circles;
  }
  return 0;
}

bool Sentence::unheard() const {
  return std::ranges::any_of(objections, [](const SentenceObjection& one) { return one.outcome.empty(); });
}

bool Sentence::is_due(Date today) const {
  switch (state) {
    case SentenceState::concept_: return days_between(since, today) >= kConceptWaits;
    case SentenceState::on_trial: return trial_ends && *trial_ends <= today;
    case SentenceState::adopted: return review_on && *review_on <= today;
    case SentenceState::lapsed: break;
  }
  return false;
}

const Sentence* Playbook::sentence(std::string_view id) const { return with_id(sentences, id); }

int Playbook::due(Date today) const {
  return static_cast<int>(std::ranges::count_if(sentences, [&](const Sentence& one) { return one.is_due(today); }));
}

}  // namespace casus::learning
