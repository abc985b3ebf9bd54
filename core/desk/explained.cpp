// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/explained.hpp"

#include "core/base/fault.hpp"
#include "core/desk/fault_words.hpp"
#include "core/engine/explain/way_unseen.hpp"
#include "core/model/person_name.hpp"
#include "core/service/library_without.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace casus::desk {

namespace {

/// Colleagues who are there today and not at this table.
std::vector<std::string> who_may_join(Desk& desk, const Case& state) {
  std::vector<std::string> names;
  const auto team = desk.service().team();
  if (!team) return names;
  for (const auto& one : team->members) {
    const bool there =
        std::ranges::any_of(state.people, [&](const Person& person) { return same_name(person.name, one.name); });
    if (!there && !team->is_away(one.name, desk.today())) names.push_back(one.name);
  }
  return names;
}

}  // namespace

Explained explained(Desk& desk, const Case& state, const std::string& by) {
  const auto told = [&](const engine::Library& library) {
    return engine::way_unseen(engine::explain(state, library, by, desk.now(), desk.voice(), who_may_join(desk, state)),
                              state, library, by, desk.voice());
  };
  const auto& library = desk.service().library();
  try {
    return {told(library), {}};
  } catch (const Fault& fault) {
    if (fault.kind() != Fault::Kind::plugin) throw;
    const Text why{fault_words(fault, Lang::nl), fault_words(fault, Lang::en)};
    const service::LibraryWithout rest(library, state.method(state.stage.phase).id, why);
    return {told(rest), fault_words(fault, desk.voice())};
  }
}

}  // namespace casus::desk
