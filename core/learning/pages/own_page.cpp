// SPDX-License-Identifier: EUPL-1.2
#include "core/learning/pages/pages.hpp"
#include "core/text/day_words.hpp"
#include "core/text/label.hpp"

#include <nlohmann/json.hpp>

namespace casus::learning {
namespace {

using nlohmann::json;

/// Empty when it is not known any more.
std::string title_of(const std::string& item, const OwnWords& words, const text::Voice& voice) {
  const auto found = words.titles.find(item);
  return found == words.titles.end() ? std::string() : found->second.in(voice);
}

json title_json(const std::string& item, const OwnWords& words) {
  const auto found = words.titles.find(item);
  return found == words.titles.end() ? json() : json{{"nl", found->second.nl}, {"en", found->second.en}};
}

void add_goal(page::Page& page, const OwnGoal& goal, const OwnWords& words, Date today, const text::Voice& voice) {
  page.section(goal.id + "  " + goal.text, 1);
  const auto day = text::day_in_words(goal.by_when, voice);
  page.fact(voice.say("learn.own.by_when"), day);
  if (goal.open() && goal.by_when <= today) {
    if (words.goals != nullptr)
      for (const auto* question : words.goals->in_group("question"))
        page.paragraph(page::Line().strong(question->text.in(voice)));
    page.paragraph(page::Line().way_on(
        voice.say("learn.own.look_back_now",
                  "review"_is = text::way("learn review", "goal"_is = goal.id, "better"_is = text::gap()))));
  }
  if (!goal.on.empty()) {
    const auto title = title_of(goal.on, words, voice);
    page.fact(voice.say("learn.own.on"), title.empty() ? goal.on : title + " (" + goal.on + ")");
  }
  if (!goal.open()) page.fact(voice.say("learn.own.course"), voice.say(text::label(goal.course)));
  for (const auto& one : goal.evidence)
    page.bullet(text::day_in_words(one.on, voice) + ", " + voice.say(text::label(one.source)) + ": " + one.text);
  if (goal.evidence.empty() && goal.open())
    page.paragraph(page::Line(voice.say("learn.own.no_evidence"))
                       .way_on(voice.say(
                           "learn.own.to_add_evidence",
                           "evidence"_is = text::way("learn evidence", "goal"_is = goal.id, "text"_is = text::gap()))));
  for (const auto& one : goal.reviews)
    page.bullet(text::day_in_words(one.on, voice) + ", " + voice.say("learn.own.what_is_better") + ": " + one.better);
}

}  // namespace

page::Page own_page(const Session& seen, std::string_view name, const OwnWords& words, Date today,
                    const text::Voice& voice) {
  page::Page page;
  page.title = voice.say("learn.own.title", "name"_is = name);
  page.section({});
  page.notice(voice.say("learn.own.yours_alone"));
  page.section(voice.say("learn.own.goals"));
  if (seen.goals.empty())
    page.paragraph(
        page::Line(voice.say("learn.own.no_goals"))
            .way_on(voice.say("learn.begin_with", "way"_is = text::way("learn goal", "text"_is = text::gap()))));
  for (const auto& goal : seen.goals)
    if (goal.open()) add_goal(page, goal, words, today, voice);
  for (const auto& goal : seen.goals)
    if (!goal.open()) add_goal(page, goal, words, today, voice);
  page.section(voice.say("learn.own.log"));
  if (seen.log.empty())
    page.paragraph(
        page::Line(voice.say("learn.still_empty"))
            .way_on(voice.say("learn.begin_with", "way"_is = text::way("learn log", "text"_is = text::gap()))));
  std::vector<page::Row> rows;
  for (const auto& one : seen.log)
    rows.push_back({one.id, text::day_in_words(one.on, voice), voice.say(text::label(one.way)), one.text});
  if (!rows.empty())
    page.table({"", voice.say("learn.own.day"), voice.say("learn.own.way"), voice.say("learn.own.what")}, rows);
  if (words.goals != nullptr) add_marks(page, *words.goals, voice);
  return page;
}

json own_json(const Session& seen, const OwnWords& words, Date today) {
  json goals = json::array(), log = json::array();
  for (const auto& goal : seen.goals) {
    json evidence = json::array(), reviews = json::array();
    for (const auto& one : goal.evidence)
      evidence.push_back({{"id", one.id}, {"text", one.text}, {"source", key(one.source)}, {"on", to_string(one.on)}});
    for (const auto& one : goal.reviews)
      reviews.push_back({{"better", one.better}, {"course", key(one.course)}, {"on", to_string(one.on)}});
    goals.push_back({{"id", goal.id},
                     {"text", goal.text},
                     {"by_when", to_string(goal.by_when)},
                     {"on", goal.on},
                     {"on_title", title_json(goal.on, words)},
                     {"course", key(goal.course)},
                     {"due", goal.open() && goal.by_when <= today},
                     {"evidence", std::move(evidence)},
                     {"reviews", std::move(reviews)}});
  }
  for (const auto& one : seen.log)
    log.push_back({{"id", one.id}, {"text", one.text}, {"way", key(one.way)}, {"on", to_string(one.on)}});
  return {{"goals", std::move(goals)},
          {"log", std::move(log)},
          {"marks", words.goals != nullptr ? instrument_json(*words.goals) : json()}};
}

}  // namespace casus::learning
