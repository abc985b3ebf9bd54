// SPDX-License-Identifier: EUPL-1.2
#include "core/report/history/nameless_words.hpp"

#include "core/model/case/unseen.hpp"
#include "core/text/label.hpp"

#include <algorithm>

namespace casus::report {

using text::msg;
using namespace text::literals;

namespace {

/// What a mending is about, as long as it still stands.
const Made* mended_by(const Case& state, const Mending& mending) {
  const auto is_it = [&](std::string_view id, const Made& one) {
    return (!id.empty() && id == mending.ref) ||
           (one.event > 0 && std::ranges::find(mending.events, one.event) != mending.events.end());
  };
  for (const auto& it : state.contributions)
    if (is_it(it.id, it)) return &it;
  for (const auto& it : state.scores)
    if (is_it(it.given.id, it)) return &it;
  return nullptr;
}

}  // namespace

std::optional<text::Message> nameless_words(const EventBody& body) {
  if (std::holds_alternative<Voted>(body)) return msg("history.voted_without_name");
  if (std::holds_alternative<Scored>(body)) return msg("history.scored_without_name");
  if (said_in_step(body)) return msg("history.wrote_without_name");
  if (std::holds_alternative<BroughtOver>(body)) return msg("history.brought_without_name");
  if (std::holds_alternative<Corrected>(body)) return msg("history.corrected_without_name");
  if (std::holds_alternative<Withdrawn>(body)) return msg("history.withdrew_without_name");
  if (std::holds_alternative<Restored>(body)) return msg("history.restored_without_name");
  if (const auto* gone = std::get_if<TextDestroyed>(&body))
    return msg("history.destroyed_without_name", "ground"_is = text::label(gone->ground));
  return std::nullopt;
}

std::vector<Made> changed_without_name(const Case& state) {
  std::vector<Made> out;
  if (!state.unnamed) return out;
  for (const auto& mending : state.mendings) {
    if (mending.how != Mend::corrected) continue;
    const auto* about = mended_by(state, mending);
    if (about == nullptr || !state.is_anonymous(*about) || about->visit < 0) continue;
    const auto opened = opened_at(state, about->visit);
    if (!opened || mending.at < *opened || std::ranges::find(out, about->visit, &Made::visit) != out.end()) continue;
    out.push_back(Made{.visit = about->visit, .event = state.version});
  }
  std::ranges::sort(out, {}, &Made::visit);
  return out;
}

}  // namespace casus::report
