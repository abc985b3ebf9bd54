// SPDX-License-Identifier: EUPL-1.2
#include "core/report/history/naming.hpp"

#include "core/method/definition.hpp"
#include "core/text/voice.hpp"

#include <algorithm>

/// People who talk in groups.
namespace casus::report {

using namespace text::literals;

std::string Naming::place_name(std::string_view key) const {
  for (const auto phase : kAllPhases)
    if (const auto* known = method(state_.method(phase).id))
      for (const auto& steps : known->phases)
        for (const auto& step : steps)
          if (step.parallel && step.parallel->one && step.parallel->one->key == key)
            return step.parallel->one->name.in(voice_);
  return std::string(key);
}

std::string Naming::groups(const GroupsMade& made) const {
  std::string out;
  for (std::size_t i = 0; i < made.groups.size(); ++i) {
    const auto& one = made.groups[i];
    out += i == 0 ? "" : "; ";
    out += one.one.empty()
               ? text::say(voice_, "groups.one", "number"_is = i + 1, "people"_is = people(one.people))
               : text::say(voice_, "groups.one_place", "number"_is = i + 1, "people"_is = people(one.people),
                           "one"_is = person(one.one), "place"_is = place_name(made.place));
  }
  return out;
}

int Naming::group_number(std::string_view id) const {
  const auto found =
      std::ranges::find(state_.groups, id, [](const TableGroup& one) { return std::string_view(one.id); });
  if (found == state_.groups.end()) return 0;
  return 1 + static_cast<int>(std::count_if(state_.groups.begin(), found,
                                            [&](const TableGroup& one) { return one.visit == found->visit; }));
}

}  // namespace casus::report
