// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/evolving.hpp"

namespace casus::engine {

void forget_person(Person& person) {
  person.name.clear();
  person.contact.clear();
  if (person.network) person.network->relation.clear();
  person.listed_relation.clear();
  person.erased = true;
  person.left = true;
}

void answer_request(Case& c, const RightAnswered& answer) {
  for (auto& one : c.requests)
    if (one.asked.id == answer.request) one.answers.push_back(answer);
}

void drop_basis(Case& c, Basis basis) {
  std::erase_if(c.more_bases, [&](const MoreBasis& one) { return one.added.basis == basis; });
}

}  // namespace casus::engine
