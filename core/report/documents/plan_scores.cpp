// SPDX-License-Identifier: EUPL-1.2
#include "core/report/documents/plan_scores.hpp"

#include "core/page/picture.hpp"
#include "core/page/safe_text.hpp"
#include "core/report/naming.hpp"
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

constexpr double kWidth = 560, kHeight = 172, kAxisLeft = 40, kAxisTop = 62, kAxisHeight = 74;
constexpr page::Pen kGrid{"#767676", 1, "2 3"};

/// One series below `top`: the resident's points are open squares on a broken line, those of others dots.
void draw(page::Picture& picture, const ScoreSeries& series, double top, const text::Voice& voice) {
  const double right = kWidth - 30;
  const double bottom = top + kAxisTop + kAxisHeight;
  const auto place = [&](std::size_t i) -> page::Point {
    const double room = right - kAxisLeft - 50;
    const auto steps = static_cast<double>(std::max<std::size_t>(1, series.points.size() - 1));
    return {
        kAxisLeft + 20 + room * static_cast<double>(i) / steps,
        bottom - kAxisHeight * (series.points[i].value - series.low) / static_cast<double>(series.high - series.low)};
  };
  picture.text({0, top + 16}, page::clipped(page::one_line(series.what), 64), {"start", 13, true});
  picture.text({0, top + 32}, fmt::format("{}, {}", series.who, change_in_words(series, voice)));
  for (const int value : {series.low, series.high}) {
    const double y = value == series.low ? bottom : bottom - kAxisHeight;
    picture.line({kAxisLeft, y}, {right, y}, kGrid);
    picture.text({kAxisLeft - 6, y + 4}, shown_value(series, value), {"end", 12});
  }
  std::vector<page::Point> path;
  for (std::size_t i = 0; i < series.points.size(); ++i) path.push_back(place(i));
  picture.path(path, series.resident ? page::Pen{.dashes = "6 4"} : page::Pen{});
  for (std::size_t i = 0; i < path.size(); ++i) {
    const auto [x, y] = path[i];
    if (series.resident) picture.box({x - 5, y - 5}, 10, 10, "#fff", true);
    else picture.circle({x, y}, 5.5, true);
    picture.text({x, y - 9}, shown_value(series, series.points[i].value), {"middle", 12, true});
    if (i == 0 || i + 1 == path.size())
      picture.text({i == 0 ? kAxisLeft : right, bottom + 18}, to_string(series.points[i].on),
                   {i == 0 ? "start" : "end", 11});
  }
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
    const auto& given = score.given;
    ScoreSeries fresh;
    fresh.id = std::string(key(given.scale)) + (given.domain.empty() ? "" : "/" + given.domain) + "/" + score.by;
    fresh.what = capital(given.domain.empty() ? label(given.scale, voice)
                                              : fmt::format("{}: {}", label(given.scale, voice), given.domain));
    const auto* by = state.person(score.by);
    fresh.resident = by != nullptr && by->has(Role::resident);
    fresh.who = fresh.resident ? resident : state.name_of(score.by, voice);
    fresh.low = given.scale == Scale::scale_0_10 ? 0 : 1;
    fresh.high = given.scale == Scale::scale_0_10 ? 10 : given.scale == Scale::ladder_1_6 ? 6 : 5;
    series_of(all, std::move(fresh)).points.push_back({date_of(score.at), given.value});
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
  page::Picture picture(kWidth, std::max(40.0, kHeight * static_cast<double>(all.size())));
  std::string words;
  double top = 0;
  for (const auto& series : all) {
    words += (words.empty() ? "" : " ") + series_in_words(series, voice);
    draw(picture, series, top, voice);
    top += kHeight;
  }
  if (words.empty()) words = text::say(voice, "plan_scores.scores_yet");
  return picture.svg(text::say(voice, "plan_scores.scores_then_now"), words);
}

}  // namespace casus::report
