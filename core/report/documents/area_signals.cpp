// SPDX-License-Identifier: EUPL-1.2
#include "core/base/text.hpp"
#include "core/report/documents/area.hpp"
#include "core/text/voice.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace casus::report {
namespace {

std::string quarter_name(Quarter quarter, const text::Voice& voice) {
  return fmt::format("{} {}{}", quarter / 4, text::say(voice, "area_signals.q"), quarter % 4 + 1);
}

/// The values of one direction of the table, and which of them a group has.
class SignalAxis {
 public:
  SignalAxis(const std::vector<SignalGroup>& groups, const Period& period, SignalBy by, const text::Voice& voice)
      : by_(by), first_(quarter_of(period.from)) {
    if (by == SignalBy::quarter) {
      for (auto at = first_; at <= quarter_of(period.to); ++at) names.push_back(quarter_name(at, voice));
      return;
    }
    // By name: an order of first mention would tell when somebody spoke. What is spread comes last.
    std::vector<std::pair<std::string, std::string>> values;
    for (const auto& group : groups)
      if (by == SignalBy::theme || !group.spread) values.emplace_back(folded(value_of(group)), value_of(group));
    std::ranges::sort(values);
    for (const auto& [same, name] : values) {
      if (!keys_.empty() && keys_.back() == same) continue;
      keys_.push_back(same);
      names.push_back(name.empty() ? text::say(voice, "area_signals.named") : name);
    }
    if (by == SignalBy::neighbourhood && std::ranges::any_of(groups, &SignalGroup::spread))
      names.push_back(text::say(voice, "area_signals.spread"));
  }

  std::size_t place_of(const SignalGroup& group) const {
    if (by_ == SignalBy::quarter) return static_cast<std::size_t>(group.quarter - first_);
    if (by_ == SignalBy::neighbourhood && group.spread) return keys_.size();
    const auto found = std::ranges::find(keys_, folded(value_of(group)));
    return static_cast<std::size_t>(found - keys_.begin());
  }

  std::vector<std::string> names;

 private:
  const std::string& value_of(const SignalGroup& group) const {
    return by_ == SignalBy::theme ? group.theme : group.neighbourhood;
  }

  SignalBy by_;
  Quarter first_;
  std::vector<std::string> keys_;
};

}  // namespace

CountTable signal_counts(const std::vector<TeamLine>& signals, const Period& period, SignalBy by,
                         std::optional<SignalBy> across, const text::Voice& voice) {
  const auto groups = signal_groups(signals, period);
  const SignalAxis down(groups, period, by, voice);
  std::optional<SignalAxis> over;
  if (across) over.emplace(groups, period, *across, voice);
  if (over && over->names.size() < 2) over.reset();  // one column would only say the totals again
  std::vector<Counted> counts;
  for (const auto& group : groups)
    counts.push_back({down.place_of(group), over ? over->place_of(group) : 0, group.count()});
  return count_table(down.names, over ? over->names : std::vector<std::string>{}, counts);
}

}  // namespace casus::report
