// SPDX-License-Identifier: EUPL-1.2
#include "core/learning/pages/pages.hpp"
#include "core/learning/scan.hpp"
#include "core/model/person_name.hpp"
#include "core/text/day_words.hpp"
#include "core/text/label.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <optional>

/// The report of a circle of learning, in the order of [S4]: question, who was there, what came of each question,
/// chances and problems counted, partners, the lines, what was harvested and agreed, how it stands.
namespace casus::learning {
namespace {

using nlohmann::json;
using text::Message;
using text::msg;

void add_round(page::Page& page, const Circle& circle, const Round& round, const text::Voice& voice) {
  page.section(round.question, 1);
  if (!round.shown) {
    const auto count = std::ranges::count(circle.cards, round.id, &Card::round);
    page.paragraph(voice.say("learn.circle.hidden_yet", "count"_is = count));
    bool own = false;
    for (const auto& card : circle.cards) {  // the own ones alone have words
      if (card.round != round.id || card.text.empty()) continue;
      if (!own) page.paragraph(voice.say("learn.circle.own_cards"));
      own = true;
      page.bullet(card.id + "  " + card.text);
    }
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
    const bool gap = !one.cluster.empty() && one.cards == 0;
    page::Row row{std::to_string(one.place), gap ? voice.say("learn.circle.gap", "what"_is = one.what) : one.what,
                  std::to_string(one.cards), round.counted && !one.cluster.empty() ? std::to_string(one.dots) : ""};
    if (at_it) row.insert(row.begin(), one.id);
    rows.push_back(std::move(row));
  }
  if (rows.empty()) return page.paragraph(voice.say("learn.circle.no_cards_written"));
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

/// What a partner was the last time, in words.
std::string partner_then(const NamedPartner& partner, const std::vector<NamedPartner>& before,
                         const text::Voice& voice) {
  std::string out;
  for (const auto& then : before)
    if (same_name(then.name, partner.name)) out += (out.empty() ? "" : ", ") + voice.say(text::label(then.sort));
  return out.empty() ? voice.say("learn.circle.partner_new") : out;
}

void add_partners(page::Page& page, const Circle& circle, const std::vector<NamedPartner>& before,
                  const text::Voice& voice) {
  const auto partners = named_partners(circle);
  if (partners.empty()) return;
  page.section(voice.say("learn.circle.partners"));
  std::vector<page::Row> rows;
  for (const auto& one : partners) {
    page::Row row{one.name, voice.say(text::label(one.sort)), std::to_string(one.cards)};
    if (!before.empty()) row.push_back(partner_then(one, before, voice));
    rows.push_back(std::move(row));
  }
  page::Row header{"", "", voice.say("learn.circle.cards")};
  if (!before.empty()) header.push_back(voice.say("learn.area.then"));
  page.table(header, rows, {2});
}

/// "0-6: ●●● 3, 7-10: ●●●● 4".
std::string spread_of(const LineShown& shown, const text::Voice& voice) {
  std::string out;
  for (const auto& band : shown.spread)
    out += (out.empty() ? "" : ", ") + std::to_string(band.from) + "-" + std::to_string(band.to) + ": " +
           in_dots(band.count);
  return out.empty() ? voice.say("learn.circle.spread_hidden") : out;
}

/// How many moved, as it may be told; nothing for few. `least` is what is said.
std::optional<NearlyAll> moved_as_told(const ScaleLine& line, int count) {
  if (count < kSmallestCount || line.shown->spread.empty()) return std::nullopt;
  int stood = 0;  // the first time; who came later may not have moved at all
  for (const auto& band : line.shown->spread) stood += band.count;
  auto all = nearly_all(count, stood);
  if (!all.is_one) all.least = count;
  return all;
}

json moved_json(const ScaleLine& line, int count) {
  const auto told = moved_as_told(line, count);
  return told ? json{{"count", told->least}, {"or_more", told->is_one}} : json();
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
                spread_of(then->shown, voice));
    page.fact(voice.say("learn.circle.first_time"), spread_of(*line.shown, voice));
    if (!line.moved) continue;
    page.fact(voice.say("learn.circle.second_time"), spread_of(*line.moved, voice));
    const auto moved = [&](int count) {
      const auto told = moved_as_told(line, count);
      if (!told) return std::string("<3");
      return std::to_string(told->least) + (told->is_one ? "+" : "");
    };
    // How many of how many moved is told beside the first spread alone.
    page.paragraph(line.shown->spread.empty() ? voice.say("learn.circle.moved_hidden")
                                              : voice.say("learn.circle.moved", "up"_is = moved(line.moved->up),
                                                          "down"_is = moved(line.moved->down)));
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
  std::vector<Message> silent;  // of the four of a community of practice
  for (const auto* item : circle.instrument.in_group("harvest"))
    if (std::ranges::none_of(circle.harvest, [&](const HarvestLine& one) { return one.item == item->id; }))
      silent.emplace_back(item->title);
  const auto all = circle.instrument.in_group("harvest").size();
  if (!silent.empty() && (at_it || silent.size() < all))
    page.paragraph(voice.say("learn.circle.not_harvested", "items"_is = text::all_of(std::move(silent))));
}

Message what_now(const Circle& circle) {
  switch (is_at(circle)) {
    case CircleAt::asking:
      return msg("learn.circle.now_asking", "ask"_is = text::way("learn circle ask", "question"_is = text::gap()));
    case CircleAt::writing: return msg("learn.circle.now_writing", "reveal"_is = text::way("learn circle reveal"));
    case CircleAt::explaining:
      return msg("learn.circle.now_explaining",
                 "cluster"_is = text::way("learn circle cluster", "name"_is = text::gap(), "cards"_is = text::gap()));
    case CircleAt::weighing:
      return msg("learn.circle.now_weighing", "gap"_is = text::way("learn circle cluster", "name"_is = text::gap()),
                 "dots"_is = text::way("learn circle dots", "clusters"_is = text::gap()));
    case CircleAt::dots: return msg("learn.circle.now_dots", "count"_is = text::way("learn circle count"));
    case CircleAt::walking:
      return msg("learn.circle.now_walking",
                 "stand"_is = text::way("learn circle stand", "line"_is = text::gap(), "place"_is = text::gap()));
    case CircleAt::harvest:
      return msg("learn.circle.now_harvest", "report"_is = text::way("learn circle report", "until"_is = text::gap()));
  }
  return {};
}

/// The afternoon as the instrument plans it, and what the table does next; while people are at it.
void add_agenda(page::Page& page, const Circle& circle, const text::Voice& voice) {
  page.section(voice.say("learn.circle.agenda"));
  for (const auto* item : circle.instrument.in_group("agenda"))
    page.number(voice.say("learn.circle.agenda_line", "title"_is = item->title, "text"_is = item->text));
  page.paragraph(page::Line().way_on(voice.say(what_now(circle))));
}

/// How many were there: as the report went out with, so that it does not change by who reacts or leaves.
int there_of(const Session& seen) {
  const auto& circle = *seen.circle;
  return circle.others + circle.reported_with.value_or(static_cast<int>(std::ssize(seen.people)));
}

/// Whose objection it is; of somebody who left that alone.
std::string who_objected(const Session& seen, const Objection& one, const text::Voice& voice) {
  const auto* learner = seen.learner(one.person);
  return learner == nullptr || learner->gone ? voice.say("learn.circle.no_longer_here") : learner->name;
}

std::string status_of(const Circle& circle, const text::Voice& voice) {
  if (circle.settled_on)
    return voice.say("learn.circle.is_settled", "on"_is = text::day_in_words(*circle.settled_on, voice));
  if (circle.feedback_until)
    return voice.say("learn.circle.for_feedback", "until"_is = text::day_in_words(*circle.feedback_until, voice));
  return voice.say("learn.circle.going_on");
}

}  // namespace

page::Page circle_page(const Session& seen, const text::Voice& voice, const CircleBefore& before) {
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
  page.fact(voice.say("learn.circle.present"), voice.say("learn.circle.present_count", "count"_is = there_of(seen)));
  if (circle.erased_on)
    page.notice(voice.say(circle.settled_on
                              ? msg("learn.circle.erased_settled", "on"_is = text::day_message(*circle.erased_on))
                              : msg("learn.circle.erased_since", "on"_is = text::day_message(*circle.erased_on))));
  if (circle.at_it()) add_agenda(page, circle, voice);
  page.section(voice.say("learn.circle.results"));
  for (const auto& round : circle.rounds) add_round(page, circle, round, voice);
  add_chances(page, circle, voice);
  add_partners(page, circle, before.partners, voice);
  add_lines(page, circle, before.lines, voice);
  add_harvest(page, circle, voice);
  if (!circle.steps.empty()) {
    page.section(voice.say("learn.circle.steps"));
    for (const auto& one : circle.steps) {
      page.bullet(one.id + "  " + one.who + ": " + one.what + ", " + text::day_in_words(one.by_when, voice));
      if (one.state != Done::open)
        page.detail(voice.say("learn.came_of", "state"_is = text::label(one.state), "outcome"_is = one.outcome));
    }
  }
  if (!circle.objections.empty()) {
    page.section(voice.say("learn.circle.otherwise"));
    for (const auto& one : circle.objections)
      page.bullet(who_objected(seen, one, voice) + (one.text.empty() ? "" : ": " + one.text));
  }
  add_marks(page, circle.instrument, voice);
  return page;
}

namespace {

json rounds_json(const Circle& circle) {
  json rounds = json::array();
  for (const auto& round : circle.rounds) {
    json order = json::array();
    if (round.shown)
      for (const auto& one : order_of_mention(circle, round.id))
        order.push_back({{"place", one.place},
                         {"what", one.what},
                         {"cluster", one.cluster},
                         {"cards", one.cards},
                         {"chances", one.chances},
                         {"problems", one.problems},
                         {"dots", one.dots}});
    rounds.push_back({{"id", round.id}, {"question", round.question}, {"shown", round.shown}, {"order", order}});
  }
  return rounds;
}

json line_spreads_json(const Circle& circle) {
  json lines = json::array();
  for (const auto& line : circle.lines)
    for (const auto* shown : {line.shown ? &*line.shown : nullptr, line.moved ? &*line.moved : nullptr}) {
      if (shown == nullptr) continue;
      json spread = json::array();
      for (const auto& band : shown->spread)
        spread.push_back({{"from", band.from}, {"to", band.to}, {"count", band.count}});
      json told{{"line", line.id}, {"second", shown->second}, {"spread", spread}, {"step", shown->step}};
      if (shown->second) {
        told["up"] = moved_json(line, shown->up);
        told["down"] = moved_json(line, shown->down);
      }
      lines.push_back(std::move(told));
    }
  return lines;
}

json steps_json(const Circle& circle) {
  json steps = json::array();
  for (const auto& one : circle.steps)
    steps.push_back({{"id", one.id},
                     {"who", one.who},
                     {"what", one.what},
                     {"by_when", to_string(one.by_when)},
                     {"state", key(one.state)},
                     {"outcome", one.outcome}});
  return steps;
}

}  // namespace

json circle_json(const Session& seen) {
  const auto& circle = *seen.circle;
  json cards = json::array(), partners = json::array(), objections = json::array(), harvest = json::array();
  for (const auto& card : circle.cards)
    if (!card.text.empty())
      cards.push_back({{"id", card.id}, {"round", card.round}, {"text", card.text}, {"sort", key(card.sort)}});
  for (const auto& one : named_partners(circle))
    partners.push_back({{"name", one.name}, {"sort", key(one.sort)}, {"cards", one.cards}});
  for (const auto& one : circle.harvest) harvest.push_back({{"id", one.id}, {"item", one.item}, {"text", one.text}});
  for (const auto& one : circle.objections)
    if (const auto* learner = seen.learner(one.person); learner != nullptr)
      objections.push_back({{"name", learner->gone ? json() : json(learner->name)}, {"text", one.text}});
  return {{"circle", seen.id},
          {"question", circle.question},
          {"present", there_of(seen)},
          {"rounds", rounds_json(circle)},
          {"cards", std::move(cards)},
          {"chances", cards_of(circle, CardSort::chance)},
          {"problems", cards_of(circle, CardSort::problem)},
          {"partners", std::move(partners)},
          {"lines", line_spreads_json(circle)},
          {"harvest", std::move(harvest)},
          {"agreed", steps_json(circle)},
          {"objections", std::move(objections)},
          {"feedback_until", circle.feedback_until ? json(to_string(*circle.feedback_until)) : json()},
          {"erased_on", circle.erased_on ? json(to_string(*circle.erased_on)) : json()},
          {"cancelled", circle.cancelled},
          {"settled_on", circle.settled_on ? json(to_string(*circle.settled_on)) : json()},
          {"marks", instrument_json(circle.instrument)}};
}

}  // namespace casus::learning
