// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/explained.hpp"

#include "core/base/fault.hpp"
#include "core/desk/fault_words.hpp"
#include "core/engine/explain/way_unseen.hpp"
#include "core/service/library_without.hpp"

namespace casus::desk {

Explained explained(Desk& desk, const Case& state, const std::string& by) {
  const auto told = [&](const engine::Library& library) {
    return engine::way_unseen(engine::explain(state, library, by, desk.now(), desk.voice()), state, library, by,
                              desk.voice());
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
