// SPDX-License-Identifier: EUPL-1.2
#include "core/simulation/sensitivity.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace casus::simulation {

namespace {

/// Where a number comes to lie that is changed by this share.
double moved(const NumberAt& at, double value, double share) {
  auto to = value * (1 + share);
  if (at.whole) to = share < 0 ? std::min(std::floor(to), value - 1) : std::max(std::ceil(to), value + 1);
  return std::clamp(to, at.low, at.high);
}

std::optional<Turned> turned_by(std::string_view bytes, const NumberAt& at, double share) {
  Turned out{{at.path, share > 0, 0}, std::string(bytes)};
  auto& value = out.turn.value;
  if (at.value != nullptr) {
    value = moved(at, at.value->value, share);
    if (value == at.value->value) return std::nullopt;
    out.bytes = with_number(out.bytes, at.path, value).first;
  } else {
    // Days and people are whole.
    auto ends = at;
    ends.whole = true;
    value = moved(ends, at.span->from, share);
    const auto last = std::max(value, moved(ends, at.span->to, share));
    if (value == at.span->from && last == at.span->to) return std::nullopt;
    out.bytes = with_number(out.bytes, at.path + "/from", value).first;
    out.bytes = with_number(out.bytes, at.path + "/to", last).first;
  }
  if (!parse_assumptions(out.bytes).second.empty()) return std::nullopt;
  return out;
}

bool is_nought(const NumberAt& at) { return at.value != nullptr ? at.value->value == 0 : at.span->to == 0; }

bool is_apart_from_nought(const std::optional<Interval>& it) {
  return it && it->known && (it->low > 0 || it->high < 0);
}

}  // namespace

std::vector<Turned> turned(std::string_view bytes, double share) {
  const auto assumptions = parse_assumptions(bytes).first;
  std::vector<Turned> all;
  for (const auto& at : numbers_of(assumptions)) {
    if (is_nought(at) || at.path == "/days/warm_up_weeks") continue;
    for (const auto by : {-share, share})
      if (auto one = turned_by(bytes, at, by)) all.push_back(std::move(*one));
  }
  return all;
}

double Influence::reach() const {
  if (upsets()) return std::numeric_limits<double>::infinity();
  return std::max(lowered ? std::abs(lowered->mean) : 0, raised ? std::abs(raised->mean) : 0);
}

bool Influence::is_sure() const { return upsets() || is_apart_from_nought(lowered) || is_apart_from_nought(raised); }

Influences influences(const CaseloadPlan& plan, const CaseloadFigures& figures) {
  Influences all;
  const auto at_rest = [&](std::size_t setting) { return figures.settings[setting].settling.rest == Rest::settled; };
  for (std::size_t measure = 0; measure < kMeasures; ++measure) {
    auto& list = all[measure];
    for (std::size_t i = 1; i < plan.settings.size(); ++i) {
      const auto& turn = plan.settings[i].turn;
      const auto& difference = figures.settings[i].differences[measure];
      const bool upsets = follows_list(static_cast<Measure>(measure)) && at_rest(0) && !at_rest(i);
      if (!turn || (!difference && !upsets)) continue;
      auto found = std::ranges::find(list, turn->path, &Influence::path);
      if (found == list.end()) found = list.insert(list.end(), Influence{turn->path, {}, {}, {}, {}});
      (turn->up ? found->raised_to : found->lowered_to) = turn->value;
      (turn->up ? found->upsets_raised : found->upsets_lowered) = upsets;
      (turn->up ? found->raised : found->lowered) = difference;
    }
    std::ranges::stable_sort(list, std::ranges::greater(), &Influence::reach);
  }
  return all;
}

}  // namespace casus::simulation
