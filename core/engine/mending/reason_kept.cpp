// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/mending/reason_kept.hpp"

#include "core/base/text.hpp"
#include "core/model/access.hpp"

namespace casus::engine {

std::vector<HiddenName> names_erased(const Case& c, const Person* person) {
  std::vector<HiddenName> names;
  const auto add = [&](const Person& one) {
    if (!one.name.empty()) names.push_back({one.name, std::string(kNameGone), true});
  };
  if (person != nullptr) add(*person);
  for (const auto& one : c.people)
    if (person == nullptr ? !works_in_case(one) : one.id != person->id && c.became(one.id) == person->id) add(one);
  return names;
}

std::string reason_kept(const Case& c, const Person* person, std::string_view because) {
  return redacted(because, names_erased(c, person), {}).text;
}

}  // namespace casus::engine
