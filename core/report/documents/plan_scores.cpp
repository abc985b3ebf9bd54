// SPDX-License-Identifier: EUPL-1.2
#include "core/report/documents/plan_scores.hpp"

#include "core/page/picture.hpp"
#include "core/page/safe_text.hpp"
#include "core/report/history/naming.hpp"
#include "core/text/label.hpp"
#include "core/text/voice.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::report {

namespace {

ScoreSeries& series_of(std::vector<ScoreSeries>& all, ScoreSeries fresh) {
  const auto found = std::ranges::find(all, fresh.id, &ScoreSeries::id);
  return found == all.end() ? all.emplace_back(std::move(fresh)) : *found;
}

bool has_sign(const ScoreSeries& series) { return series.low < 0; }

std::string shown_value(const ScoreSeries& series, int value) {
  return has_sign(series) ? scale_point(value) : std::to_string(value);
}

std::string change_in_words(const ScoreSeries& series, const text::Voice& voice) {
  if (series.points.size() < 2) return text::say(voice, "plan_scores.scored_once");
  const int change = series.change();
  if (change == 0) return text::say(voice, "plan_scores.unchanged");
  return fmt::format("{} {}", std::abs(change),
                     change > 0 ? text::say(voice, "plan_scores.higher") : text::say(voice, "plan_scores.lower"));
}

std::string days_of(const ScoreSeries& series, const text::Voice& voice) {
  if (series.points.size() < 2) return day(series.points.front().on, voice);
  return fmt::format("{} - {}", day(series.points.front().on, voice), day(series.points.back().on, voice));
}

/// "Elke week bezoek (inwoner): van 0 naar +1, 1 hoger. 2 maart 2026 - 9 maart 2026".
std::string series_in_words(const ScoreSeries& series, const text::Voice& voice) {
  auto out = fmt::format("{} ({}): ", page::one_line(series.what), page::one_line(series.who));
  for (std::size_t i = 0; i < series.points.size(); ++i)
    out += (i == 0 ? "" : ", ") + shown_value(series, series.points[i].value);
  return fmt::format("{}; {}; {}. {} {} {} {}.", out, change_in_words(series, voice), days_of(series, voice),
                     text::say(voice, "plan_scores.scale_runs_from"), shown_value(series, series.low),
                     text::say(voice, "plan_scores.to"), shown_value(series, series.high));
}

constexpr double kWidth = 480, kAxisLeft = 120, kAxisRight = kWidth - 30;
constexpr double kTitle = 24, kLane = 36, kAxis = 26, kLegend = 30;
constexpr page::Pen kGrid{"#767676", 1, "2 3"};

/// What may be laid beside each other: the same scale of the same thing.
bool is_same_thing(const ScoreSeries& a, const ScoreSeries& b) {
  return a.what == b.what && a.low == b.low && a.high == b.high;
}

void draw_mark(page::Picture& picture, page::Point at, bool resident, bool now) {
  const double size = now ? 6 : 3.5;
  if (resident) picture.box({at.x - size, at.y - size}, 2 * size, 2 * size, "#fff", true);
  else picture.circle(at, size, true);
}

/// One voice on its line: from where it was to where it is now, small and large. The resident's marks are open squares
/// on a broken line, those of others dots.
void draw_lane(page::Picture& picture, const ScoreSeries& series, double y) {
  const auto place = [&](int value) -> page::Point {
    const double share = static_cast<double>(value - series.low) / static_cast<double>(series.high - series.low);
    return {kAxisLeft + (kAxisRight - kAxisLeft) * share, y};
  };
  picture.text({0, y + 4}, page::clipped(page::one_line(series.who), 16));
  picture.line({kAxisLeft, y}, {kAxisRight, y}, kGrid);
  const auto first = place(series.points.front().value), last = place(series.points.back().value);
  picture.line(first, last, series.resident ? page::Pen{.dashes = "6 4"} : page::Pen{});
  for (const auto& point : series.points)
    if (&point != &series.points.back()) draw_mark(picture, place(point.value), series.resident, false);
  draw_mark(picture, last, series.resident, true);
  if (series.points.front().value != series.points.back().value)
    picture.text({first.x, y - 10}, shown_value(series, series.points.front().value), {"middle", 12});
  picture.text({last.x, y - 10}, shown_value(series, series.points.back().value), {"middle", 13, true});
}

/// The scale below the lanes of one thing.
void draw_axis(page::Picture& picture, const ScoreSeries& series, double y) {
  const auto step = (kAxisRight - kAxisLeft) / static_cast<double>(series.high - series.low);
  for (int value = series.low; value <= series.high; ++value)
    picture.text({kAxisLeft + step * (value - series.low), y}, shown_value(series, value), {"middle", 11});
}

}  // namespace

std::vector<ScoreSeries> score_series(const Case& state, const text::Voice& voice) {
  std::vector<ScoreSeries> all;
  const auto resident = text::say(voice, "plan_scores.resident");
  for (const auto& mark : state.goal_marks) {
    const auto goal = std::ranges::find(state.goals, mark.given.goal, [](const Goal& one) { return one.set.id; });
    if (goal == state.goals.end() || !goal->set.scale || !mark.given.value) continue;
    ScoreSeries fresh;
    fresh.id = mark.given.goal + (mark.given.resident ? "/resident" : "/worker");
    fresh.what = goal->set.text;
    fresh.who = mark.given.resident ? resident : text::say(voice, "plan_scores.worker");
    fresh.low = *goal->set.scale == GoalScale::minus3_plus2 ? -3 : -2;
    fresh.high = 2;
    fresh.resident = mark.given.resident;
    series_of(all, std::move(fresh)).points.push_back({date_of(mark.at), *mark.given.value});
  }
  for (const auto& score : state.scores) {
    if (!is_shown(state, score)) continue;
    const auto& given = score.given;
    ScoreSeries fresh;
    fresh.id = std::string(key(given.scale)) + (given.domain.empty() ? "" : "/" + given.domain) + "/" +
               std::string(state.said_by(score));
    fresh.what = capital(given.domain.empty() ? label(given.scale, voice)
                                              : fmt::format("{}: {}", label(given.scale, voice), given.domain));
    const auto* by = state.person(state.said_by(score));
    fresh.resident = by != nullptr && by->has(Role::resident);
    fresh.who = fresh.resident ? resident : state.name_of(state.said_by(score), voice);
    fresh.low = given.scale == Scale::scale_0_10 ? 0 : 1;
    fresh.high = given.scale == Scale::scale_0_10 ? 10 : given.scale == Scale::ladder_1_6 ? 6 : 5;
    series_of(all, std::move(fresh)).points.push_back({date_of(state.said_at(score)), given.value});
  }
  return all;
}

BothScores both_scores(const Case& state, const Goal& goal) {
  BothScores out;
  for (const auto& mark : state.goal_marks)
    if (mark.given.goal == goal.set.id && mark.given.value) (mark.given.resident ? out.resident : out.worker) = &mark;
  return out;
}

std::string scale_point(int value) { return value == 0 ? "0" : fmt::format("{:+d}", value); }

std::string sparkline(const ScoreSeries& series) {
  static constexpr std::string_view kSteps[] = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
  if (series.points.empty() || series.high <= series.low) return {};
  std::string signs;
  for (const auto& point : series.points) {
    const int value = std::clamp(point.value, series.low, series.high);
    signs += kSteps[static_cast<std::size_t>((value - series.low) * 7 / (series.high - series.low))];
  }
  const auto first = shown_value(series, series.points.front().value);
  if (series.points.size() < 2) return fmt::format("{} {}", signs, first);
  return fmt::format("{} {} {}", first, signs, shown_value(series, series.points.back().value));
}

std::string scores_text(const std::vector<ScoreSeries>& all, const text::Voice& voice) {
  std::string out;
  for (const auto& series : all)
    out += fmt::format("{} ({})\n    {}: {}, {}\n", page::one_line(series.what), page::one_line(series.who),
                       sparkline(series), change_in_words(series, voice), days_of(series, voice));
  return out;
}

std::string scores_svg(const std::vector<ScoreSeries>& all, const text::Voice& voice) {
  // In order of first appearance, with all voices on a thing together.
  std::vector<std::vector<const ScoreSeries*>> things;
  double height = kLegend;
  for (const auto& series : all) {
    const auto thing = std::ranges::find_if(things, [&](const auto& one) { return is_same_thing(*one[0], series); });
    if (thing == things.end()) {
      things.push_back({&series});
      height += kTitle + kAxis;
    } else {
      thing->push_back(&series);
    }
    height += kLane;
  }
  page::Picture picture(kWidth, std::max(40.0, height));
  std::string words;
  double y = 0;
  for (const auto& thing : things) {
    picture.text({0, y + 16}, page::clipped(page::one_line(thing[0]->what), 60), {"start", 13, true});
    y += kTitle;
    for (const auto* series : thing) {
      words += (words.empty() ? "" : " ") + series_in_words(*series, voice);
      draw_lane(picture, *series, y + 22);
      y += kLane;
    }
    draw_axis(picture, *thing[0], y + 12);
    y += kAxis;
  }
  if (words.empty()) words = text::say(voice, "plan_scores.scores_yet");
  else picture.text({0, y + 18}, text::say(voice, "plan_scores.legend"), {"start", 11});
  return picture.svg(text::say(voice, "plan_scores.scores_then_now"), words);
}

}  // namespace casus::report
