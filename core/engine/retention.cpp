// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/retention.hpp"

#include "core/base/fault.hpp"
#include "core/model/case/help_ended.hpp"

#include <algorithm>

namespace casus::engine {

namespace {

constexpr std::string_view kCaseFile = "case";
constexpr std::string_view kLooks = "looks";
constexpr int kSilentYears = 1;

/// The same day so many years later; for 29 February the day after the last that there is.
Date after_years(Date from, int years) {
  const auto on = from + std::chrono::years(years);
  return on.ok() ? on : Date(on.year() / std::chrono::March / 1);
}

}  // namespace

std::vector<Retention> retentions(const Case& state) {
  std::vector<Retention> out;
  if (state.stage.life != Life::closed || !state.into().empty()) return out;  // it ends with the one that it is in
  if (state.given_over && !state.given_over->confirmed) return out;           // it may still come back
  const auto ended = help_ended(state);
  for (const auto& ground : state.grounds()) {
    const auto from = kept_from(state, ground.basis);
    for (const auto* term : retention_terms_of(ground.basis))
      out.push_back({term, ended, term->years ? std::optional(after_years(from, *term->years)) : std::nullopt});
  }
  return out;
}

std::optional<Retention> due_for_erasure(const Case& state, Date today) {
  if (state.restriction() != nullptr) return std::nullopt;  // to be kept, and nothing more (AVG 18)
  std::optional<Retention> last;
  for (const auto& one : retentions(state)) {
    if (one.term->record != kCaseFile) continue;
    if (!one.is_due(today)) return std::nullopt;
    if (!last || *one.due > *last->due) last = one;
  }
  return last;
}

std::optional<Date> silent_since(const Case& state, Date today) {
  const bool goes_on = state.stage.life != Life::closed && state.stage.life != Life::erased;
  if (!goes_on || !state.exists() || !state.into().empty() || state.given_over) return std::nullopt;
  const auto changed = date_of(state.changed_at);
  return after_years(changed, kSilentYears) <= today ? std::optional(changed) : std::nullopt;
}

const RetentionTerm& term_of_looks() {
  const auto& terms = retention_terms();
  const auto found = std::ranges::find(terms, kLooks, &RetentionTerm::record);
  if (found == terms.end() || !found->years)
    throw Fault(Fault::Kind::definition, "retention.json: who looked has no term of its own");
  return *found;
}

Date looks_kept_from(Date today) { return after_years(today, -*term_of_looks().years); }

}  // namespace casus::engine
