// SPDX-License-Identifier: EUPL-1.2
#include "core/model/case/help_ended.hpp"

#include "core/model/retention/retention_terms.hpp"

#include <algorithm>

namespace casus {

Date help_ended(const Case& state) {
  // A case that was closed may be handed to another team as well; its help ended before.
  std::optional<Time> closed;
  for (const auto& ending : state.endings) {
    if (ending.life != Life::closed) closed.reset();
    else if (!closed) closed = ending.at;
  }
  return date_of(closed.value_or(state.changed_at));
}

Date kept_from(const Case& state, Basis basis) {
  const auto ended = help_ended(state);
  const auto terms = retention_terms_of(basis);
  const bool from_change =
      std::ranges::any_of(terms, [](const RetentionTerm* term) { return term->from == "last_change"; });
  if (!from_change || state.mendings.empty()) return ended;
  return std::max(ended, date_of(state.mendings.back().at));
}

}  // namespace casus
