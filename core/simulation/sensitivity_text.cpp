// SPDX-License-Identifier: EUPL-1.2
#include "core/simulation/sensitivity_text.hpp"

#include "core/page/plot.hpp"
#include "core/simulation/assumption_words.hpp"
#include "core/text/label.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

namespace casus::simulation {

namespace {

using nlohmann::json;

/// What is looked at first, and what still fits in a picture.
constexpr std::size_t kMostThatMatter = 3;
constexpr std::size_t kMostDrawn = 8;

const Assumptions& first(const CaseloadPlan& plan) { return plan.settings.front().assumptions; }

/// "+4,2", "-4,2", "0"; "-" where there is none, and where that is because the list does not come to rest, that.
std::string change(const std::optional<Interval>& it, bool upsets, const text::Voice& voice) {
  if (!it) return upsets ? text::say(voice, "caseload.no_mean") : "-";
  const auto number = shown_number(it->mean, voice);
  return it->mean > 0 && number != "0" ? "+" + number : number;
}

/// "-4,2 / +6,0" behind a bar.
std::string both(const Influence& it, const text::Voice& voice) {
  return change(it.lowered, it.upsets_lowered, voice) + " / " + change(it.raised, it.upsets_raised, voice);
}

std::string share_of(const CaseloadRequest& request) { return fmt::format("{:g}", *request.sensitivity); }

page::SwingPlot tornado(Measure measure, const std::vector<Influence>& list, const CaseloadPlan& plan,
                        const CaseloadFigures& figures, const text::Voice& voice) {
  page::SwingPlot plot;
  plot.title = text::say(voice, "sensitivity.of", "measure"_is = label(measure, voice));
  plot.about = text::say(voice, "sensitivity.light_lowered_dark_raised");
  const auto& now = figures.settings.front().measures[static_cast<std::size_t>(measure)];
  plot.middle = now ? shown_number(now->mean.mean, voice) : std::string();
  for (std::size_t i = 0; i < std::min(list.size(), kMostDrawn); ++i)
    plot.rows.push_back({number_name(list[i].path, first(plan), voice), list[i].lowered ? list[i].lowered->mean : 0,
                         list[i].raised ? list[i].raised->mean : 0, both(list[i], voice)});
  return plot;
}

json interval_of(const std::optional<double>& to, const std::optional<Interval>& it, bool upsets) {
  if (!it) return upsets ? json{{"value", *to}, {"difference", json()}, {"at_rest", false}} : json();
  if (!it->known) return {{"value", *to}, {"difference", it->mean}, {"low", json()}, {"high", json()}};
  return {{"value", *to}, {"difference", it->mean}, {"low", it->low}, {"high", it->high}};
}

}  // namespace

CaseloadFigures as_they_are(const CaseloadPlan& plan, const CaseloadFigures& figures) {
  auto out = figures;
  for (std::size_t i = plan.settings.size(); i-- > 0;)
    if (plan.settings[i].turn) out.settings.erase(out.settings.begin() + static_cast<std::ptrdiff_t>(i));
  return out;
}

CaseloadTable sensitivity_table(const CaseloadRequest& request, const CaseloadPlan& plan,
                                const CaseloadFigures& figures, bool intervals, const text::Voice& voice) {
  const auto share = share_of(request);
  const auto shown = [&](const std::optional<Interval>& it, bool upsets) {
    return intervals && it ? shown_interval(*it, figures.paths, voice) : change(it, upsets, voice);
  };
  CaseloadTable table{text::say(voice, "sensitivity.heading"),
                      {text::say(voice, "caseload.measure"), text::say(voice, "sensitivity.number"),
                       text::say(voice, "sensitivity.lowered", "share"_is = share),
                       text::say(voice, "sensitivity.raised", "share"_is = share)},
                      {}};
  const auto all = influences(plan, figures);
  for (const auto& name : names_of(Measure{})) {
    const auto& list = all[static_cast<std::size_t>(name.value)];
    bool named = false;  // by the first row that is there: the number that does most may be chance
    for (std::size_t i = 0; i < std::min(list.size(), kMostThatMatter); ++i)
      if (list[i].is_sure())
        table.rows.push_back({std::exchange(named, true) ? std::string() : std::string(label(name.value, voice)),
                              number_name(list[i].path, first(plan), voice),
                              shown(list[i].lowered, list[i].upsets_lowered),
                              shown(list[i].raised, list[i].upsets_raised)});
  }
  return table;
}

std::vector<std::string> told_sensitivity(const CaseloadRequest& request, const CaseloadPlan& plan,
                                          const CaseloadFigures& figures, const text::Voice& voice) {
  const auto share = share_of(request);
  std::vector<std::string> out;
  // Of one path nothing can be told from chance.
  if (figures.paths < 2) out.push_back(text::say(voice, "sensitivity.how_to_read_once", "share"_is = share));
  else out.push_back(text::say(voice, "sensitivity.how_to_read", "share"_is = share, "paths"_is = figures.paths));
  out.push_back(text::say(voice, "sensitivity.one_at_a_time", "share"_is = share));
  if (figures.settings.front().settling.rest != Rest::settled) {
    out.push_back(text::say(voice, "sensitivity.no_rest_as_it_is"));
    return out;
  }
  std::vector<std::string> growing, unknown;
  for (std::size_t i = 1; i < plan.settings.size(); ++i) {
    const auto rest = figures.settings[i].settling.rest;
    if (!plan.settings[i].turn || rest == Rest::settled) continue;
    (rest == Rest::growing ? growing : unknown)
        .push_back(number_name(plan.settings[i].turn->path, first(plan), voice) + " = " +
                   shown_number(plan.settings[i].turn->value, voice));
  }
  if (!growing.empty())
    out.push_back(
        text::say(voice, "sensitivity.list_grows", "numbers"_is = fmt::format("{}", fmt::join(growing, "; "))));
  if (!unknown.empty())
    out.push_back(
        text::say(voice, "sensitivity.rest_unknown", "numbers"_is = fmt::format("{}", fmt::join(unknown, "; "))));
  return out;
}

void add_sensitivity(page::Page& page, const CaseloadRequest& request, const CaseloadPlan& plan,
                     const CaseloadFigures& figures, const text::Voice& voice) {
  auto table = sensitivity_table(request, plan, figures, true, voice);
  page.section(table.heading);
  page.table(std::move(table.header), table.rows);
  for (const auto& line : told_sensitivity(request, plan, figures, voice)) page.paragraph(line);
  const auto all = influences(plan, figures);
  for (const auto& name : names_of(Measure{})) {
    const auto& list = all[static_cast<std::size_t>(name.value)];
    if (list.empty() || !list.front().is_sure()) continue;
    const auto plot = tornado(name.value, list, plan, figures, voice);
    std::string words;
    for (const auto& row : plot.rows) words += fmt::format("{}: {}\n", row.label, row.note);
    page.section(plot.title, 1);
    page.figure(page::swings_svg(plot), words, plot.about);
  }
}

json sensitivity_json(const CaseloadPlan& plan, const CaseloadFigures& figures) {
  json out = json::object();
  const auto all = influences(plan, figures);
  for (const auto& name : names_of(Measure{})) {
    auto& list = out[std::string(name.key)] = json::array();
    for (const auto& it : all[static_cast<std::size_t>(name.value)])
      list.push_back({{"number", it.path},
                      {"lowered", interval_of(it.lowered_to, it.lowered, it.upsets_lowered)},
                      {"raised", interval_of(it.raised_to, it.raised, it.upsets_raised)}});
  }
  return out;
}

}  // namespace casus::simulation
