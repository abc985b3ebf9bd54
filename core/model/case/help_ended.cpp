// SPDX-License-Identifier: EUPL-1.2
#include "core/model/case/help_ended.hpp"

#include "core/model/retention/retention_terms.hpp"

#include <algorithm>

namespace casus {

namespace {

/// What was missing when it was closed (decide_ending).
constexpr std::string_view kLeftOpen = "open-actions";

Time closed_at(const Case& state) {
  // A case that was closed may be handed to another team as well; its help ended before.
  std::optional<Time> closed;
  for (const auto& ending : state.endings) {
    if (ending.life != Life::closed) closed.reset();
    else if (!closed) closed = ending.at;
  }
  return closed.value_or(state.changed_at);
}

/// Something may have come of an agreement after the closing: on which day the state does not say. Too late can be
/// mended, too soon cannot.
bool may_have_gone_on(const Case& state) {
  if (state.given_over && state.given_over->before.life != Life::closed) return false;  // elsewhere
  const bool left_open = !state.visits.empty() && std::ranges::find(state.visits.back().explained, kLeftOpen) !=
                                                      state.visits.back().explained.end();
  const auto closed = closed_at(state);
  return std::ranges::any_of(state.actions, [&](const Action& one) {
    return one.state == Done::open ? !left_open : left_open || one.at > closed;
  });
}

/// When something was last written in the file, told of it, or put right in it. What was asked under the law lies
/// beside the file, and so does its answer.
Time last_change(const Case& state) {
  if (may_have_gone_on(state)) return state.changed_at;
  auto last = closed_at(state);
  const auto see = [&](const auto& records) {
    for (const Made& one : records) last = std::max(last, one.at);
  };
  see(state.contributions);
  see(state.told);
  see(state.actions);
  see(state.more_bases);
  see(state.files);
  see(state.mendings);
  return last;
}

}  // namespace

Date help_ended(const Case& state) { return date_of(closed_at(state)); }

Date kept_from(const Case& state, Basis basis) {
  const auto terms = retention_terms_of(basis);
  const bool from_change =
      std::ranges::any_of(terms, [](const RetentionTerm* term) { return term->from == "last_change"; });
  return date_of(from_change ? last_change(state) : closed_at(state));
}

}  // namespace casus
