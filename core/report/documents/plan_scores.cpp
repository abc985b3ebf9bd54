// SPDX-License-Identifier: EUPL-1.2
#include "core/report/documents/plan_scores.hpp"

#include "core/page/safe_text.hpp"
#include "core/report/naming.hpp"

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

std::string change_in_words(const ScoreSeries& series, Lang lang) {
  if (series.points.size() < 2) return std::string(pick(lang, "één keer gescoord", "scored once"));
  const int change = series.change();
  if (change == 0) return std::string(pick(lang, "gelijk gebleven", "unchanged"));
  return fmt::format("{} {}", std::abs(change),
                     change > 0 ? pick(lang, "hoger", "higher") : pick(lang, "lager", "lower"));
}

std::string days_of(const ScoreSeries& series, Lang lang) {
  if (series.points.size() < 2) return day(series.points.front().on, lang);
  return fmt::format("{} - {}", day(series.points.front().on, lang), day(series.points.back().on, lang));
}

/// "Elke week bezoek (inwoner): van 0 naar +1, 1 hoger. 2 maart 2026 - 9 maart 2026".
std::string series_in_words(const ScoreSeries& series, Lang lang) {
  auto out = fmt::format("{} ({}): ", page::one_line(series.what), page::one_line(series.who));
  for (std::size_t i = 0; i < series.points.size(); ++i)
    out += (i == 0 ? "" : ", ") + shown_value(series, series.points[i].value);
  return fmt::format("{}; {}; {}. {} {} {} {}.", out, change_in_words(series, lang), days_of(series, lang),
                     pick(lang, "De schaal loopt van", "The scale runs from"), shown_value(series, series.low),
                     pick(lang, "tot", "to"), shown_value(series, series.high));
}

constexpr double kPlotWidth = 560, kPlotHeight = 172, kAxisLeft = 40, kAxisTop = 62, kAxisHeight = 74;

std::string plot_svg(const ScoreSeries& series, double top, Lang lang) {
  const double right = kPlotWidth - 30;
  const double bottom = top + kAxisTop + kAxisHeight;
  const auto at_x = [&](std::size_t i) {
    const double room = right - kAxisLeft - 30;
    return kAxisLeft + 20 +
           (series.points.size() < 2 ? 0
                                     : room * static_cast<double>(i) / static_cast<double>(series.points.size() - 1));
  };
  const auto at_y = [&](int value) {
    return bottom - kAxisHeight * (value - series.low) / static_cast<double>(series.high - series.low);
  };
  std::string out = "<g>\n";
  out += fmt::format("<text x=\"0\" y=\"{:.0f}\" font-weight=\"bold\">{}</text>\n", top + 16,
                     page::xml_safe(page::clipped(page::one_line(series.what), 64)));
  out += fmt::format("<text x=\"0\" y=\"{:.0f}\">{}</text>\n", top + 32,
                     page::xml_safe(fmt::format("{}, {}", page::one_line(series.who), change_in_words(series, lang))));
  for (const int value : {series.low, series.high})
    out += fmt::format(
        "<path d=\"M{0:.0f} {1:.1f} H{2:.0f}\" stroke=\"#767676\" stroke-dasharray=\"2 3\"/>\n<text x=\"{3:.0f}\" "
        "y=\"{4:.1f}\" text-anchor=\"end\" font-size=\"12\">{5}</text>\n",
        kAxisLeft, at_y(value), right, kAxisLeft - 6, at_y(value) + 4, shown_value(series, value));
  std::string path;
  for (std::size_t i = 0; i < series.points.size(); ++i)
    path += fmt::format("{}{:.1f} {:.1f}", i == 0 ? "M" : " L", at_x(i), at_y(series.points[i].value));
  out += fmt::format("<path d=\"{}\" fill=\"none\" stroke=\"#222\" stroke-width=\"2\"{}/>\n", path,
                     series.resident ? " stroke-dasharray=\"6 4\"" : "");
  for (std::size_t i = 0; i < series.points.size(); ++i) {
    const double x = at_x(i);
    const double y = at_y(series.points[i].value);
    out += series.resident
               ? fmt::format(
                     "<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"10\" height=\"10\" fill=\"#fff\" stroke=\"#222\" "
                     "stroke-width=\"2\"/>\n",
                     x - 5, y - 5)
               : fmt::format("<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"5.5\" fill=\"#222\"/>\n", x, y);
    out += fmt::format(
        "<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"middle\" font-size=\"12\" font-weight=\"bold\" "
        "stroke=\"#fff\" stroke-width=\"3\" paint-order=\"stroke\">{}</text>\n",
        x, y - 9, shown_value(series, series.points[i].value));
    if (i == 0 || i + 1 == series.points.size())
      out += fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"{}\" font-size=\"11\">{}</text>\n",
                         i == 0 ? kAxisLeft : right, bottom + 18, i == 0 ? "start" : "end",
                         to_string(series.points[i].on));
  }
  return out + "</g>\n";
}

}  // namespace

std::vector<ScoreSeries> score_series(const Case& state, Lang lang) {
  std::vector<ScoreSeries> all;
  const auto resident = std::string(pick(lang, "inwoner", "resident"));
  for (const auto& mark : state.goal_marks) {
    const auto goal = std::ranges::find(state.goals, mark.given.goal, [](const Goal& one) { return one.set.id; });
    if (goal == state.goals.end() || !goal->set.scale || !mark.given.value) continue;
    ScoreSeries fresh;
    fresh.id = mark.given.goal + (mark.given.resident ? "/resident" : "/worker");
    fresh.what = goal->set.text;
    fresh.who = mark.given.resident ? resident : std::string(pick(lang, "werker", "worker"));
    fresh.low = *goal->set.scale == GoalScale::minus3_plus2 ? -3 : -2;
    fresh.high = 2;
    fresh.resident = mark.given.resident;
    series_of(all, std::move(fresh)).points.push_back({date_of(mark.at), *mark.given.value});
  }
  for (const auto& score : state.scores) {
    const auto& given = score.given;
    ScoreSeries fresh;
    fresh.id = std::string(key(given.scale)) + (given.domain.empty() ? "" : "/" + given.domain) + "/" + score.by;
    fresh.what = capital(given.domain.empty() ? std::string(label(given.scale, lang))
                                              : fmt::format("{}: {}", label(given.scale, lang), given.domain));
    const auto* by = state.person(score.by);
    fresh.resident = by != nullptr && by->has(Role::resident);
    fresh.who = fresh.resident ? resident : state.name_of(score.by, lang);
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

std::string scores_text(const std::vector<ScoreSeries>& all, Lang lang) {
  std::string out;
  for (const auto& series : all)
    out += fmt::format("{} ({})\n    {}: {}, {}\n", page::one_line(series.what), page::one_line(series.who),
                       sparkline(series), change_in_words(series, lang), days_of(series, lang));
  return out;
}

std::string scores_svg(const std::vector<ScoreSeries>& all, Lang lang) {
  std::string words, plots;
  double top = 0;
  for (const auto& series : all) {
    words += series_in_words(series, lang) + "\n";
    plots += plot_svg(series, top, lang);
    top += kPlotHeight;
  }
  if (words.empty()) words = pick(lang, "Er zijn nog geen cijfers.", "There are no scores yet.");
  auto out = fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"-10 -10 {:.0f} {:.0f}\" role=\"img\" "
      "aria-labelledby=\"scores-title scores-desc\" font-family=\"'Segoe UI', 'Noto Sans', 'DejaVu Sans', Arial, "
      "sans-serif\" font-size=\"13\" fill=\"#111\">\n",
      kPlotWidth + 20, std::max(top, 40.0) + 20);
  out += fmt::format("<title id=\"scores-title\">{}</title>\n<desc id=\"scores-desc\">{}</desc>\n",
                     pick(lang, "Cijfers, toen en nu", "Scores, then and now"), page::xml_safe(words));
  out += fmt::format("<rect x=\"-10\" y=\"-10\" width=\"{:.0f}\" height=\"{:.0f}\" fill=\"#fff\"/>\n", kPlotWidth + 20,
                     std::max(top, 40.0) + 20);
  return out + plots + "</svg>\n";
}

}  // namespace casus::report
