// SPDX-License-Identifier: EUPL-1.2
#include "core/base/text.hpp"
#include "core/page/safe_text.hpp"
#include "core/report/documents/area.hpp"
#include "core/report/naming.hpp"
#include "core/text/voice.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace casus::report {

namespace {

int months_since_zero(Date day) {
  return static_cast<int>(day.year()) * 12 + static_cast<int>(static_cast<unsigned>(day.month())) - 1;
}

std::string month_name(int months) { return fmt::format("{}-{:02}", months / 12, months % 12 + 1); }
std::string quarter_name(int quarters, const text::Voice& voice) {
  return fmt::format("{} {}{}", quarters / 4, text::say(voice, "area_signals.q"), quarters % 4 + 1);
}

/// The values of one direction of the table, and which of them a signal has.
class SignalAxis {
 public:
  SignalAxis(const std::vector<const TeamLine*>& signals, const Period& period, SignalBy by, const text::Voice& voice)
      : by_(by), first_(0) {
    if (by == SignalBy::month || by == SignalBy::quarter) {
      const int step = by == SignalBy::month ? 1 : 3;
      first_ = months_since_zero(period.from) / step;
      for (int at = first_; at <= months_since_zero(period.to) / step; ++at)
        names.push_back(by == SignalBy::month ? month_name(at) : quarter_name(at, voice));
      return;
    }
    for (const auto* signal : signals) {
      const auto value = page::one_line(value_of(*signal));
      if (std::ranges::find(keys_, folded(value)) != keys_.end()) continue;
      keys_.push_back(folded(value));
      names.push_back(value.empty() ? text::say(voice, "area_signals.named") : value);
    }
    sort();
  }

  std::size_t place_of(const TeamLine& signal) const {
    if (by_ == SignalBy::month) return static_cast<std::size_t>(months_since_zero(signal.on) - first_);
    if (by_ == SignalBy::quarter) return static_cast<std::size_t>(months_since_zero(signal.on) / 3 - first_);
    const auto found = std::ranges::find(keys_, folded(page::one_line(value_of(signal))));
    return static_cast<std::size_t>(found - keys_.begin());
  }

  std::vector<std::string> names;

 private:
  const std::string& value_of(const TeamLine& signal) const {
    return by_ == SignalBy::theme ? signal.theme : signal.neighbourhood;
  }

  /// By name: an order of first mention would tell when somebody spoke.
  void sort() {
    std::vector<std::pair<std::string, std::string>> both;
    for (std::size_t i = 0; i < names.size(); ++i) both.emplace_back(keys_[i], names[i]);
    std::ranges::sort(both);
    for (std::size_t i = 0; i < both.size(); ++i) std::tie(keys_[i], names[i]) = both[i];
  }

  SignalBy by_;
  int first_;
  std::vector<std::string> keys_;
};

}  // namespace

CountTable signal_counts(const std::vector<TeamLine>& signals, const Period& period, SignalBy by,
                         std::optional<SignalBy> across, const text::Voice& voice) {
  std::vector<const TeamLine*> in_period;
  for (const auto& signal : signals)
    if (period.holds(signal.on)) in_period.push_back(&signal);
  const SignalAxis down(in_period, period, by, voice);
  std::optional<SignalAxis> over;
  if (across) over.emplace(in_period, period, *across, voice);
  if (over && over->names.size() < 2) over.reset();  // one column would only say the totals again
  std::vector<std::pair<std::size_t, std::size_t>> marks;
  for (const auto* signal : in_period) marks.emplace_back(down.place_of(*signal), over ? over->place_of(*signal) : 0);
  auto table = count_table(down.names, over ? over->names : std::vector<std::string>{}, marks);
  hide_small(table);
  return table;
}

}  // namespace casus::report
