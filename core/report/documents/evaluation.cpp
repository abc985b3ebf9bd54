// SPDX-License-Identifier: EUPL-1.2
#include "core/report/documents/evaluation.hpp"

#include "core/report/documents/plan_scores.hpp"
#include "core/report/history/naming.hpp"
#include "core/report/pictures/network_change.hpp"
#include "core/text/label.hpp"
#include "core/text/voice.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace casus::report {

using nlohmann::json;

namespace {

constexpr Done kOutcomes[] = {Done::done, Done::partly, Done::not_done, Done::open, Done::dropped};

template <class T>
std::size_t count_of(const std::vector<T>& items, Done state) {
  return static_cast<std::size_t>(std::ranges::count(items, state, [](const T& item) { return item.state; }));
}

/// What is no longer needed is rare, and told only where it was.
template <class T>
bool is_counted(const std::vector<T>& items, Done state) {
  return state != Done::dropped || count_of(items, state) > 0;
}

template <class T>
json counts_json(const std::vector<T>& items) {
  auto out = json::object();
  for (const auto state : kOutcomes)
    if (is_counted(items, state)) out[std::string(key(state))] = count_of(items, state);
  return out;
}

/// Of a case that ended the sheet is read by others than who types, so no line to type stands in it.
bool goes_on(const Case& now) { return now.stage.life != Life::closed && now.stage.life != Life::erased; }

/// What came of each, those that worked first.
template <class T, class Words>
void add_outcomes(page::Page& page, const std::vector<T>& items, Words&& words, const text::Voice& voice) {
  std::string counts;
  for (const auto state : kOutcomes)
    if (is_counted(items, state))
      counts += fmt::format("{}{} {}", counts.empty() ? "" : ", ", count_of(items, state), label(state, voice));
  page.paragraph(capital(counts) + ".");
  for (const auto state : kOutcomes)
    for (const auto& item : items)
      if (item.state == state) page.bullet(fmt::format("{}: {}", capital(label(state, voice)), words(item)));
}

void add_next(page::Page& page, const Case& now, const text::Voice& voice) {
  const auto because = [&](const std::string& reason) {
    return reason.empty() ? text::say(voice, "evaluation.reason_given") : " " + capital(reason);
  };
  const Time looked = now.evaluations.empty() ? Time{} : now.evaluations.back().at;
  bool decided = false;
  for (const auto& round : now.rounds)
    if (round.at >= looked) {
      page.bullet(fmt::format("{}, {} {} {}.{}", day(date_of(round.at), voice), text::say(voice, "evaluation.round"),
                              round.round,
                              fmt::format("{}: {}", text::say(voice, "evaluation.begins"), label(round.phase, voice)),
                              because(round.because)));
      decided = true;
    }
  for (const auto& ending : now.endings)
    if (ending.at >= looked && ending.life != Life::erased) {
      page.bullet(
          fmt::format("{}: {}.{}", day(date_of(ending.at), voice), label(ending.life, voice), because(ending.because)));
      decided = true;
    }
  if (decided || !goes_on(now)) return;
  page.paragraph(page::Line(text::say(voice, "evaluation.not_decided_yet"))
                     .way_on(text::say(voice, "evaluation.next_round_or_closing",
                                       "round"_is = way("case round", "case"_is = now.id, "because"_is = gap()),
                                       "close"_is = way("case close", "case"_is = now.id, "because"_is = gap()))));
}

void add_scores(page::Page& page, const Case& now, const text::Voice& voice) {
  const auto scores = score_series(now, voice);
  page.section(text::say(voice, "plan_scores.scores_then_now"));
  if (scores.empty()) page.paragraph(text::say(voice, "evaluation.scores_were_given"));
  else page.figure(scores_svg(scores, voice), scores_text(scores, voice));
}

void add_plan_outcomes(page::Page& page, const Case& now, const text::Voice& voice) {
  page.section(text::say(voice, "plan.goals"));
  if (now.goals.empty()) page.paragraph(text::say(voice, "evaluation.were_goals"));
  else
    add_outcomes(
        page, now.goals, [](const Goal& goal) { return goal.set.text; }, voice);

  page.section(text::say(voice, "plan.actions"));
  if (now.actions.empty()) page.paragraph(text::say(voice, "evaluation.were_actions"));
  else
    add_outcomes(
        page, now.actions,
        [&](const Action& action) {
          auto out = what_to_do(action.plan, voice);
          if (!action.plan.who.empty()) out += fmt::format(" ({})", now.name_of(action.plan.who, voice));
          if (!action.result.empty()) out += ": " + action.result;
          return out;
        },
        voice);
}

void add_network(page::Page& page, const Case& now, const Case& then, Date then_day, const text::Voice& voice) {
  page.section(fmt::format("{} {}", text::say(voice, "evaluation.network_then_now_since"), day(then_day, voice)));
  add_network_change(page, network_change(then, now), now, voice);
}

}  // namespace

void add_then_and_now(page::Page& page, const Case& now, const Case& then, Date then_day, const text::Voice& voice) {
  add_scores(page, now, voice);
  add_network(page, now, then, then_day, voice);
}

page::Page evaluation_page(const Case& now, const Case& then, Date then_day, const text::Voice& voice) {
  page::Page page;
  page.title = fmt::format("{} {}: {}", text::say(voice, "evaluation.looking_back_case"), now.id, now.title);
  const Evaluation* last = now.evaluations.empty() ? nullptr : &now.evaluations.back();
  page.section(text::say(voice, "evaluation.what_better"));
  if (last == nullptr) {
    page::Line asked(text::say(voice, "evaluation.asked_yet_begin_also_when"));
    if (goes_on(now))
      asked.way_on(text::say(voice, "evaluation.to_record",
                             "evaluate"_is = way("case evaluate", "case"_is = now.id, "better"_is = gap())));
    page.paragraph(std::move(asked));
  }
  for (const auto& one : now.evaluations)
    page.bullet(fmt::format("{}: {}", day(date_of(one.at), voice), one.said.better));

  add_scores(page, now, voice);
  add_plan_outcomes(page, now, voice);
  add_network(page, now, then, then_day, voice);

  page.section(text::say(voice, "evaluation.keep_change_stop"));
  const auto said = [&](text::Literal id, const std::string& text) {
    page.bullet(fmt::format("{}: {}", text::say(voice, id),
                            text.empty() ? text::say(voice, "evaluation.nothing_said_yet") : text));
  };
  said("evaluation.keep", last == nullptr ? "" : last->said.keep);
  said("evaluation.change", last == nullptr ? "" : last->said.change);
  said("evaluation.stop", last == nullptr ? "" : last->said.stop);

  page.section(text::say(voice, "evaluation.what_next"));
  add_next(page, now, voice);

  page.section(text::say(voice, "evaluation.what_team_learned"));
  page::Line learned(text::say(voice, "evaluation.noted_team_apart_from_case", "learning"_is = now.learning.size()));
  if (goes_on(now))
    learned.way_on(text::say(voice, "evaluation.to_note_one",
                             "learn"_is = way("case learn", "case"_is = now.id, "text"_is = gap())));
  page.paragraph(std::move(learned));
  return page;
}

json evaluation_json(const Case& now, const Case& then, Date then_day) {
  auto better = json::array();
  for (const auto& one : now.evaluations)
    better.push_back({{"on", to_string(date_of(one.at))},
                      {"by", one.by},
                      {"better", one.said.better},
                      {"keep", one.said.keep},
                      {"change", one.said.change},
                      {"stop", one.said.stop}});
  auto scores = json::array();
  for (const auto& series : score_series(now, Lang::en)) {
    auto points = json::array();
    for (const auto& point : series.points) points.push_back({{"on", to_string(point.on)}, {"value", point.value}});
    scores.push_back({{"id", series.id},
                      {"what", series.what},
                      {"resident", series.resident},
                      {"low", series.low},
                      {"high", series.high},
                      {"points", std::move(points)},
                      {"change", series.change()}});
  }
  auto rounds = json::array();
  for (const auto& round : now.rounds)
    rounds.push_back({{"on", to_string(date_of(round.at))},
                      {"round", round.round},
                      {"phase", key(round.phase)},
                      {"because", round.because}});
  return {{"evaluations", std::move(better)},    {"since", to_string(then_day)},
          {"scores", std::move(scores)},         {"goals", counts_json(now.goals)},
          {"actions", counts_json(now.actions)}, {"network", network_change_json(network_change(then, now))},
          {"rounds", std::move(rounds)},         {"life", key(now.stage.life)},
          {"learning", now.learning.size()}};
}

}  // namespace casus::report
