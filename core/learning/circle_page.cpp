// SPDX-License-Identifier: EUPL-1.2
#include "core/learning/pages.hpp"
#include "core/text/day_words.hpp"
#include "core/text/label.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

/// The report of a circle of learning, in the order of [S4]: question, who was there, what came of each question,
/// chances and problems counted, partners, the lines, what was harvested and agreed, how it stands.
namespace casus::learning {
namespace {

using nlohmann::json;

void add_round(page::Page& page, const Circle& circle, const Round& round, const text::Voice& voice) {
  page.section(round.question, 1);
  if (!round.shown) {
    const auto count = std::ranges::count(circle.cards, round.id, &Card::round);
    page.paragraph(voice.say("learn.circle.hidden_yet", "count"_is = count));
    for (const auto& card : circle.cards)  // the own ones alone have words
      if (card.round == round.id && !card.text.empty()) page.bullet(card.id + "  " + card.text);
    return;
  }
  // While people are at it, with what they type to cluster and to place dots; the report is without.
  const bool at_it = circle.at_it();
  page::Row header{voice.say("learn.circle.place"), voice.say("learn.circle.mentioned"),
                   voice.say("learn.circle.cards"), voice.say("learn.circle.dots")};
  if (at_it) header.insert(header.begin(), "");
  std::vector<page::Row> rows;
  const auto order = order_of_mention(circle, round.id);
  for (const auto& one : order) {
    page::Row row{std::to_string(one.place), one.what, std::to_string(one.cards),
                  circle.dots_shown && !one.cluster.empty() ? std::to_string(one.dots) : ""};
    if (at_it) row.insert(row.begin(), one.id);
    rows.push_back(std::move(row));
  }
  page.table(header, rows);
  if (!at_it) return;
  for (const auto& one : order) {
    if (one.cluster.empty() || one.cards == 0) continue;
    page.bullet(one.id + "  " + one.what);
    for (const auto& card : circle.cards)
      if (card.cluster == one.cluster && !card.text.empty()) page.detail(card.id + "  " + card.text);
  }
}

/// "33x kansen, 30x problemen", with what lies under each.
void add_chances(page::Page& page, const Circle& circle, const text::Voice& voice) {
  const auto chances = cards_of(circle, CardSort::chance), problems = cards_of(circle, CardSort::problem);
  if (chances + problems == 0) return;
  page.section(voice.say("learn.circle.chances_and_problems"));
  page.paragraph(voice.say("learn.circle.counted", "chances"_is = chances, "problems"_is = std::to_string(problems)));
  std::vector<page::Row> rows;
  for (const auto& round : circle.rounds)
    for (const auto& one : order_of_mention(circle, round.id))
      if (one.chances + one.problems > 0)
        rows.push_back({one.what, std::to_string(one.chances), std::to_string(one.problems)});
  page.table({"", voice.say("learn.circle.chances"), voice.say("learn.circle.problems")}, rows, {1, 2});
}

void add_partners(page::Page& page, const Circle& circle, const text::Voice& voice) {
  const auto partners = named_partners(circle);
  if (partners.empty()) return;
  page.section(voice.say("learn.circle.partners"));
  std::vector<page::Row> rows;
  for (const auto& one : partners)
    rows.push_back({one.name, voice.say(text::label(one.sort)), std::to_string(one.cards)});
  page.table({"", "", voice.say("learn.circle.cards")}, rows, {2});
}

std::string spread_of(const LineShown& shown) {
  std::string out;
  for (const auto& band : shown.spread)
    out += (out.empty() ? "" : ", ") + std::to_string(band.from) + "-" + std::to_string(band.to) + ": " +
           std::to_string(band.count);
  return out;
}

void add_lines(page::Page& page, const Circle& circle, const std::vector<LineBefore>& before,
               const text::Voice& voice) {
  bool begun = false;
  for (const auto& line : circle.lines) {
    if (!line.shown) continue;
    if (!begun) page.section(voice.say("learn.circle.lines"));
    begun = true;
    const auto* item = circle.instrument.item(line.id);
    page.section(item != nullptr ? item->title.in(voice) : line.id, 1);
    const auto then = std::ranges::find(before, line.id, &LineBefore::line);
    if (then != before.end())
      page.fact(voice.say("learn.circle.line_then", "on"_is = text::day_in_words(then->on, voice)),
                spread_of(then->shown));
    page.fact(voice.say("learn.circle.first_time"), spread_of(*line.shown));
    if (!line.moved) continue;
    page.fact(voice.say("learn.circle.second_time"), spread_of(*line.moved));
    const auto moved = [](int count) { return count > 0 ? std::to_string(count) : std::string("<3"); };
    page.paragraph(
        voice.say("learn.circle.moved", "up"_is = moved(line.moved->up), "down"_is = moved(line.moved->down)));
    page.fact(voice.say("learn.circle.step"), line.moved->step);
  }
}

void add_harvest(page::Page& page, const Circle& circle, const text::Voice& voice) {
  page.section(voice.say("learn.circle.harvest"));
  const bool at_it = circle.at_it();
  for (const auto& item : circle.instrument.items) {
    if (item.group != "five-v" && item.group != "harvest") continue;
    std::vector<std::string> said;
    for (const auto& one : circle.harvest)
      if (one.item == item.id) said.push_back((at_it ? one.id + "  " : "") + one.text);
    if (said.empty() && item.group == "harvest") continue;
    page.bullet(item.title.in(voice) +
                (item.empty ? " (" + voice.say("learn.page.empty_place") + ")" : ": " + item.text.in(voice)));
    for (const auto& one : said) page.detail(one);
  }
}

std::string status_of(const Circle& circle, const text::Voice& voice) {
  if (circle.settled_on)
    return voice.say("learn.circle.is_settled", "on"_is = text::day_in_words(*circle.settled_on, voice));
  if (circle.feedback_until)
    return voice.say("learn.circle.for_feedback", "until"_is = text::day_in_words(*circle.feedback_until, voice));
  return voice.say("learn.circle.going_on");
}

}  // namespace

page::Page circle_page(const Session& seen, const text::Voice& voice, const std::vector<LineBefore>& before) {
  const auto& circle = *seen.circle;
  page::Page page;
  page.title = voice.say("learn.circle.title", "on"_is = text::day_in_words(seen.begun_on, voice));
  page.section({});
  if (circle.cancelled) {
    page.notice(voice.say("learn.circle.was_cancelled", "because"_is = circle.because));
    return page;
  }
  page.fact(voice.say("learn.circle.status"), status_of(circle, voice));
  page.fact(voice.say("learn.circle.question"), circle.question);
  const auto here = std::ranges::count_if(seen.people, [](const Learner& one) { return !one.gone; });
  page.fact(voice.say("learn.circle.present"),
            voice.say("learn.circle.present_count", "count"_is = here + circle.others));
  page.section(voice.say("learn.circle.results"));
  for (const auto& round : circle.rounds) add_round(page, circle, round, voice);
  add_chances(page, circle, voice);
  add_partners(page, circle, voice);
  add_lines(page, circle, before, voice);
  add_harvest(page, circle, voice);
  if (!circle.steps.empty()) {
    page.section(voice.say("learn.circle.steps"));
    for (const auto& one : circle.steps)
      page.bullet((circle.at_it() ? one.id + "  " : "") + one.who + ": " + one.what + ", " +
                  text::day_in_words(one.by_when, voice));
  }
  if (!circle.objections.empty()) {
    page.section(voice.say("learn.circle.otherwise"));
    for (const auto& one : circle.objections) {
      const auto* learner = seen.learner(one.person);
      if (!one.text.empty()) page.bullet((learner != nullptr ? learner->name : "") + ": " + one.text);
    }
  }
  add_marks(page, circle.instrument, voice);
  return page;
}

json circle_json(const Session& seen) {
  const auto& circle = *seen.circle;
  json rounds = json::array(), cards = json::array(), partners = json::array(), lines = json::array(),
       objections = json::array();
  for (const auto& round : circle.rounds) {
    json order = json::array();
    if (round.shown)
      for (const auto& one : order_of_mention(circle, round.id))
        order.push_back({{"place", one.place},
                         {"what", one.what},
                         {"cluster", one.cluster},
                         {"cards", one.cards},
                         {"dots", one.dots}});
    rounds.push_back({{"id", round.id}, {"question", round.question}, {"shown", round.shown}, {"order", order}});
  }
  for (const auto& card : circle.cards)
    if (!card.text.empty())
      cards.push_back({{"id", card.id}, {"round", card.round}, {"text", card.text}, {"sort", key(card.sort)}});
  for (const auto& one : named_partners(circle))
    partners.push_back({{"name", one.name}, {"sort", key(one.sort)}, {"cards", one.cards}});
  for (const auto& line : circle.lines)
    for (const auto* shown : {line.shown ? &*line.shown : nullptr, line.moved ? &*line.moved : nullptr}) {
      if (shown == nullptr) continue;
      json spread = json::array();
      for (const auto& band : shown->spread)
        spread.push_back({{"from", band.from}, {"to", band.to}, {"count", band.count}});
      lines.push_back({{"line", line.id}, {"second", shown->second}, {"spread", spread}, {"step", shown->step}});
    }
  for (const auto& one : circle.objections)
    if (const auto* learner = seen.learner(one.person); learner != nullptr)
      objections.push_back({{"name", learner->name}, {"text", one.text}});
  return {{"circle", seen.id},
          {"question", circle.question},
          {"rounds", std::move(rounds)},
          {"cards", std::move(cards)},
          {"chances", cards_of(circle, CardSort::chance)},
          {"problems", cards_of(circle, CardSort::problem)},
          {"partners", std::move(partners)},
          {"lines", std::move(lines)},
          {"objections", std::move(objections)},
          {"feedback_until", circle.feedback_until ? json(to_string(*circle.feedback_until)) : json()},
          {"cancelled", circle.cancelled},
          {"settled_on", circle.settled_on ? json(to_string(*circle.settled_on)) : json()},
          {"marks", instrument_json(circle.instrument)}};
}

}  // namespace casus::learning
