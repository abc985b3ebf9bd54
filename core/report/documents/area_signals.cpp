// SPDX-License-Identifier: EUPL-1.2
#include "core/base/text.hpp"
#include "core/page/safe_text.hpp"
#include "core/report/documents/area.hpp"
#include "core/report/documents/area_rest.hpp"
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

  SignalBy by() const { return by_; }
  /// The days of one of the values, of an axis of time.
  Period span(std::size_t at) const {
    using std::chrono::day;
    using std::chrono::month;
    using std::chrono::year;
    const int step = by_ == SignalBy::month ? 1 : 3;
    const int begin = (first_ + static_cast<int>(at)) * step;
    const auto first_of = [](int months) {
      return Date{year(months / 12), month(static_cast<unsigned>(months % 12) + 1), day(1)};
    };
    return {first_of(begin), plus_days(first_of(begin + step), -1)};
  }

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

namespace {

bool is_time(const SignalAxis* axis) {
  return axis != nullptr && (axis->by() == SignalBy::month || axis->by() == SignalBy::quarter);
}

/// What else was counted of the same signals, held against one table. A line is a theme, or all together; it has a
/// total, and counts over time when one of the axes is time.
class BesideElsewhere {
 public:
  BesideElsewhere(CountTable& table, const SignalAxis& down, const SignalAxis* over,
                  const std::vector<TeamLine>& signals, const Elsewhere& elsewhere)
      : table_(table), down_(down), over_(over), elsewhere_(elsewhere) {
    const auto last = table.rows.size();
    if (leaves_few_signals(elsewhere, signals)) table.cells[last].back().hidden = true;
    const auto theme = [&](CountCell& total, const std::string& name) {
      total.hidden = total.hidden || leaves_few(elsewhere, signals, name);
    };
    if (down.by() == SignalBy::theme)
      for (std::size_t row = 0; row < last; ++row) theme(table.cells[row].back(), down.names[row]);
    if (over != nullptr && over->by() == SignalBy::theme)
      for (std::size_t column = 0; column < over->names.size(); ++column)
        theme(table.cells[last][column], over->names[column]);
  }

  /// Hides one more count of a line of which a cycle, less what is shown, would leave few; false when there is none.
  bool hide_one_more() {
    const auto lines = is_time(over_) ? table_.cells.size() : is_time(&down_) ? table_.cells.front().size() : 0;
    for (std::size_t line = 0; line < lines; ++line)
      for (const auto& cycle : elsewhere_.cycles)
        if (auto* cell = leaves_few_of(line, cycle)) {
          cell->hidden = true;
          return true;
        }
    return false;
  }

 private:
  CountCell* leaves_few_of(std::size_t line, const Period& cycle) {
    const auto& axis = is_time(over_) ? *over_ : down_;
    std::int64_t hidden = 0;
    CountCell* smallest = nullptr;
    for (std::size_t at = 0; at < axis.names.size(); ++at) {
      const auto span = axis.span(at);
      if (span.from < cycle.from || cycle.to < span.to) continue;
      auto& cell = is_time(over_) ? table_.cells[line][at] : table_.cells[at][line];
      if (cell.hidden) hidden += cell.count;
      else if (cell.count > 0 && (smallest == nullptr || cell.count < smallest->count)) smallest = &cell;
    }
    return hidden > 0 && hidden < kLeastShown ? smallest : nullptr;
  }

  CountTable& table_;
  const SignalAxis& down_;
  const SignalAxis* over_;
  const Elsewhere& elsewhere_;
};

}  // namespace

CountTable signal_counts(const std::vector<TeamLine>& signals, const Period& period, SignalBy by,
                         std::optional<SignalBy> across, const text::Voice& voice, const Elsewhere& elsewhere) {
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
  BesideElsewhere beside(table, down, over ? &*over : nullptr, signals, elsewhere);
  do hide_small(table);
  while (beside.hide_one_more());
  return table;
}

}  // namespace casus::report
