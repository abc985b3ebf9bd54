// SPDX-License-Identifier: EUPL-1.2
#include "core/report/documents/in_fives.hpp"

#include "core/base/text.hpp"
#include "core/page/safe_text.hpp"

#include <algorithm>
#include <utility>

namespace casus::report {
namespace {

using Waiting = std::vector<const TeamLine*>;

bool overlaps(Quarter quarter, const Period& period) {
  return quarter_of(period.from) <= quarter && quarter <= quarter_of(period.to);
}

/// The oldest of them in fives; the rest stays.
Waiting take_fives(Waiting& waiting) {
  const auto rest = std::ssize(waiting) % kCountedTogether;
  Waiting taken(waiting.begin(), waiting.end() - rest);
  waiting.erase(waiting.begin(), waiting.end() - rest);
  return taken;
}

struct Theme {
  std::string name;                           ///< as it was written first
  std::map<std::string, std::string> places;  ///< likewise
  std::map<std::string, Waiting> by_place;
};

/// What has become fives in a quarter.
void count_theme(Theme& theme, Quarter quarter, std::vector<SignalGroup>& out) {
  Waiting left;
  for (auto& [place, waiting] : theme.by_place) {
    if (auto five = take_fives(waiting); !five.empty())
      out.push_back({theme.name, theme.places[place], false, quarter, std::move(five)});
    left.insert(left.end(), waiting.begin(), waiting.end());
  }
  std::ranges::stable_sort(left, {}, &TeamLine::on);
  const auto five = take_fives(left);
  if (five.empty()) return;
  for (auto& [place, waiting] : theme.by_place)
    std::erase_if(waiting, [&](const TeamLine* one) { return std::ranges::find(five, one) != five.end(); });
  out.push_back({theme.name, "", true, quarter, five});
}

}  // namespace

text::Message whole_fives_in_words(std::int64_t count) {
  return count < kCountedTogether ? text::msg("database.fewer_than_five")
                                  : text::msg("database.at_least", "count"_is = whole_fives(count));
}

Quarter quarter_of(Date day) {
  return static_cast<int>(day.year()) * 4 + (static_cast<int>(static_cast<unsigned>(day.month())) - 1) / 3;
}

std::int64_t counted(const ByQuarter& noted, const Period& period) {
  std::int64_t waiting = 0, all = 0;
  for (const auto& [quarter, count] : noted) {
    waiting += count;
    if (overlaps(quarter, period)) all += waiting - waiting % kCountedTogether;
    waiting %= kCountedTogether;
  }
  return all;
}

std::vector<SignalGroup> signal_groups(const std::vector<TeamLine>& signals, const Period& period) {
  Waiting in_time;
  for (const auto& signal : signals) in_time.push_back(&signal);
  std::ranges::stable_sort(in_time, {}, &TeamLine::on);
  std::map<std::string, Theme> themes;
  std::vector<SignalGroup> groups;
  for (std::size_t at = 0; at < in_time.size();) {
    const auto quarter = quarter_of(in_time[at]->on);
    for (; at < in_time.size() && quarter_of(in_time[at]->on) == quarter; ++at) {
      const auto* signal = in_time[at];
      const auto name = page::one_line(signal->theme), place = page::one_line(signal->neighbourhood);
      auto& theme = themes.try_emplace(folded(name), Theme{name, {}, {}}).first->second;
      theme.places.try_emplace(folded(place), place);
      theme.by_place[folded(place)].push_back(signal);
    }
    for (auto& [same, theme] : themes) count_theme(theme, quarter, groups);
  }
  std::erase_if(groups, [&](const SignalGroup& one) { return !overlaps(one.quarter, period); });
  return groups;
}

}  // namespace casus::report
