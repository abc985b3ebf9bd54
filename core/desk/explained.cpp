// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/explained.hpp"

#include "core/base/fault.hpp"
#include "core/desk/fault_words.hpp"
#include "core/service/library_without.hpp"

namespace casus::desk {

namespace {

/// Who still has something to write where nobody reads who wrote what: a name to fill in, of whoever it is.
engine::Explanation without_names(engine::Explanation found, const Case& state, const std::string& by,
                                  const text::Voice& voice) {
  if (const auto* here = state.here(); here == nullptr || !here->anonymous) return found;
  for (auto& command : found.way) {
    const auto& body = command.body;
    const bool says = std::holds_alternative<Say>(body) || std::holds_alternative<Record>(body) ||
                      std::holds_alternative<GiveScore>(body) || std::holds_alternative<Vote>(body);
    if (says && command.by != by) command.by = voice.say("gap.name");
  }
  return found;
}

}  // namespace

Explained explained(Desk& desk, const Case& state, const std::string& by) {
  const auto& library = desk.service().library();
  try {
    return {without_names(engine::explain(state, library, by, desk.now(), desk.voice()), state, by, desk.voice()), {}};
  } catch (const Fault& fault) {
    if (fault.kind() != Fault::Kind::plugin) throw;
    const Text why{fault_words(fault, Lang::nl), fault_words(fault, Lang::en)};
    const service::LibraryWithout rest(library, state.method(state.stage.phase).id, why);
    return {without_names(engine::explain(state, rest, by, desk.now(), desk.voice()), state, by, desk.voice()),
            fault_words(fault, desk.voice())};
  }
}

}  // namespace casus::desk
