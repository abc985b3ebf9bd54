// SPDX-License-Identifier: EUPL-1.2
#include "core/learning/decide/deciding.hpp"
#include "core/learning/pages/pages.hpp"
#include "core/learning/pages/paper_words.hpp"
#include "core/learning/scan.hpp"
#include "core/text/label.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

/// The paper on a sheet: as it is being made, as a proof, as an edition beside the one before.
namespace casus::learning {
namespace {

using nlohmann::json;

/// Lines of the first round that fit on the sheet beside the rest; others are counted.
constexpr std::size_t kOwnOnSheet = 10;
constexpr std::size_t kDrawnOnSheet = 3;

const Paper* edition_before(const Session* previous) {
  return previous != nullptr && previous->paper && previous->paper->is_out() ? &*previous->paper : nullptr;
}

/// The first few; how many more there are stands below.
void add_bounded(page::Page& page, const std::vector<std::string>& lines, std::size_t most, const text::Voice& voice) {
  for (std::size_t i = 0; i < std::min(most, lines.size()); ++i) page.bullet(lines[i]);
  if (lines.size() > most) page.paragraph(voice.say("learn.paper.and_more", "count"_is = lines.size() - most));
}

void add_standing(page::Page& page, const Paper& paper, const text::Voice& voice) {
  page.section(voice.say("learn.paper.standing"));
  for (const auto round : kPaperRounds) {
    const auto state = paper.is_over(round)     ? msg("learn.paper.round_is_over")
                       : paper.round() == round ? msg("learn.paper.round_is_open")
                                                : msg("learn.paper.round_is_to_come");
    page.bullet(voice.say("learn.paper.round_line", "round"_is = paper_round_name(round),
                          "minutes"_is = paper.minutes(round), "state"_is = state));
  }
  page.paragraph(page::Line().way_on(voice.say(next_in_paper(paper))));
}

void add_first_round(page::Page& page, const Session& seen, const text::Voice& voice) {
  const auto& paper = *seen.paper;
  auto lines = offered_lines(seen);
  for (auto& one : drawn_lines(paper, PaperLayer::me)) lines.push_back(std::move(one));
  if (lines.empty() && paper.is_out() && withdrawn_lines(seen) == 0) return;
  page.section(voice.say(paper_round_name("me")));
  if (lines.empty() && !paper.is_out())
    page.paragraph(!paper.is_over("me")   ? voice.say("learn.paper.offers_come_later")
                   : few_were_there(seen) ? voice.say("learn.paper.too_few_for_own", "least"_is = kFewestShown)
                                          : voice.say("learn.paper.nothing_offered"));
  add_bounded(page, lines, kOwnOnSheet, voice);
  if (const auto count = withdrawn_lines(seen); count > 0)
    page.paragraph(voice.say("learn.paper.withdrawn", "count"_is = count));
}

void add_questions(page::Page& page, const Paper& paper, const Paper* before, std::string_view round,
                   const text::Voice& voice) {
  const auto drawn = drawn_lines(paper, round == "team" ? PaperLayer::team : PaperLayer::area);
  // On what is out there is no room for what nobody said.
  const auto has_room = [&](const Item* item) { return !paper.is_out() || !paper.settled(item->id).empty(); };
  const auto items = paper.instrument.in_group(round);
  if (drawn.empty() && std::ranges::none_of(items, has_room)) return;
  page.section(voice.say(paper_round_name(round)));
  for (const auto* item : items) {
    if (!has_room(item)) continue;
    const auto then = before != nullptr ? before->settled(item->id) : std::vector<std::string>();
    page.paragraph(page::Line().strong(item->text.in(voice)));
    bool any = false;
    for (const auto& line : compared(paper.settled(item->id), before != nullptr ? &then : nullptr)) {
      if (line.change == PaperChange::gone) continue;
      any = true;
      page.bullet(line.change == PaperChange::fresh ? voice.say("learn.paper.is_new", "line"_is = line.text)
                                                    : line.text);
    }
    if (!any) page.bullet(voice.say("learn.paper.not_said"));
    if (!paper.going_on() || paper.proofed_on || !paper.is_over(round)) continue;
    for (const auto& card : paper.cards)
      if (card.question == item->id && !card.text.empty()) page.detail(card.id + "  " + card.text);
  }
  add_bounded(page, drawn, kDrawnOnSheet, voice);
}

void add_list(page::Page& page, text::Literal heading, const std::vector<std::string>& lines,
              const text::Voice& voice) {
  if (lines.empty()) return;
  page.section(voice.say(heading));
  add_bounded(page, lines, kDrawnOnSheet, voice);
}

void add_drawn(page::Page& page, const Paper& paper, const text::Voice& voice) {
  add_list(page, "learn.paper.focuses", paper.drawn.focuses, voice);
  add_list(page, "learn.paper.sentences", paper.drawn.sentences, voice);
  std::vector<std::string> circles;
  for (const auto& one : paper.drawn.circles) circles.push_back(circle_in_words(one, voice));
  add_list(page, "learn.paper.circles", circles, voice);
}

void add_promises(page::Page& page, const Paper& paper, const text::Voice& voice) {
  if (!paper.carried.empty()) page.section(voice.say("learn.paper.carried"));
  for (const auto& one : paper.carried) {
    page.bullet(promise_in_words(one.promised, paper.going_on(), voice));
    page.detail(one.answer ? voice.say("learn.came_of", "state"_is = text::label(one.answer->state),
                                       "outcome"_is = one.answer->outcome)
                           : voice.say("learn.paper.not_answered"));
  }
  if (!paper.promises.empty()) page.section(voice.say("learn.paper.promises"));
  for (const auto& one : paper.promises) page.bullet(promise_in_words(one, paper.going_on(), voice));
}

/// What stood in the edition before and stands here no more.
void add_gone(page::Page& page, const Paper& paper, const Paper* before, const text::Voice& voice) {
  if (before == nullptr) return;
  page.section(voice.say("learn.paper.compared", "number"_is = before->number));
  bool any = false;
  for (const auto& item : paper.instrument.items) {
    if (item.group == kPaperRounds.front()) continue;
    const auto then = before->settled(item.id);
    for (const auto& line : compared(paper.settled(item.id), &then)) {
      if (line.change != PaperChange::gone) continue;
      page.bullet(voice.say("learn.paper.is_gone", "question"_is = item.text, "line"_is = line.text));
      any = true;
    }
  }
  if (!any) page.paragraph(voice.say("learn.paper.nothing_gone"));
}

json lines_json(const std::vector<ComparedLine>& lines) {
  json out = json::array();
  for (const auto& one : lines)
    out.push_back({{"text", one.text},
                   {"change", one.change == PaperChange::fresh  ? "new"
                              : one.change == PaperChange::gone ? "gone"
                                                                : "same"}});
  return out;
}

json promise_json(const PaperPromise& one) {
  return {{"id", one.id}, {"who", one.who}, {"what", one.what}, {"by_when", to_string(one.by_when)}};
}

}  // namespace

page::Page paper_page(const Session& seen, const Session* previous, const text::Voice& voice) {
  const auto& paper = *seen.paper;
  const auto* before = edition_before(previous);
  page::Page page;
  page.title = paper_title(paper, voice);
  page.section({});
  if (paper.cancelled) {
    page.notice(voice.say("learn.paper.was_cancelled", "because"_is = paper.because));
    return page;
  }
  const bool on_sheet = paper.is_out() || paper.proof_holds;
  page.boxed = page.dense = on_sheet;
  if (paper.proof_holds && paper.going_on()) page.notice(voice.say("learn.paper.is_proof"));
  page.paragraph(paper_colophon(seen, voice));
  if (paper.going_on()) add_standing(page, paper, voice);
  add_first_round(page, seen, voice);
  add_questions(page, paper, before, "team", voice);
  add_questions(page, paper, before, "area", voice);
  add_drawn(page, paper, voice);
  add_promises(page, paper, voice);
  add_gone(page, paper, before, voice);
  page.section(voice.say("learn.page.marks"));
  page.paragraph(marks_in_short(paper.instrument, voice));
  return page;
}

json paper_json(const Session& seen, const Session* previous) {
  const auto& paper = *seen.paper;
  const auto* before = edition_before(previous);
  json questions = json::array(), carried = json::array(), promises = json::array(), circles = json::array(),
       present = json::array();
  if (!paper.cancelled) {
    for (const auto& item : paper.instrument.items) {
      if (item.group == kPaperRounds.front()) continue;
      const auto then = before != nullptr ? before->settled(item.id) : std::vector<std::string>();
      json cards = json::array();
      for (const auto& card : paper.cards)
        if (card.question == item.id && !card.text.empty()) cards.push_back({{"id", card.id}, {"text", card.text}});
      questions.push_back({{"id", item.id},
                           {"round", item.group},
                           {"lines", lines_json(compared(paper.settled(item.id), before != nullptr ? &then : nullptr))},
                           {"cards", std::move(cards)}});
    }
    for (const auto& one : paper.carried) {
      auto line = promise_json(one.promised);
      line["state"] = one.answer ? json(key(one.answer->state)) : json();
      line["outcome"] = one.answer ? json(one.answer->outcome) : json();
      carried.push_back(std::move(line));
    }
    for (const auto& one : paper.promises) promises.push_back(promise_json(one));
    for (const auto& one : paper.drawn.circles)
      circles.push_back({{"question", one.question}, {"mentioned", one.mentioned}, {"agreed", one.agreed}});
    for (const auto& one : seen.people)
      if (!one.gone) present.push_back(one.name);
  }
  return {{"paper", seen.id},
          {"number", paper.number > 0 ? json(paper.number) : json()},
          {"published_on", paper.published_on ? json(to_string(*paper.published_on)) : json()},
          {"cancelled", paper.cancelled},
          {"round", paper.round()},
          {"proof_holds", paper.proof_holds},
          {"compared_with", before != nullptr ? json(before->number) : json()},
          {"present", std::move(present)},
          {"others", paper.others},
          {"withdrawn", withdrawn_lines(seen)},
          {"me", paper.cancelled ? std::vector<std::string>() : offered_lines(seen)},
          {"questions", std::move(questions)},
          {"focuses", paper.drawn.focuses},
          {"sentences", paper.drawn.sentences},
          {"circles", std::move(circles)},
          {"carried", std::move(carried)},
          {"promises", std::move(promises)},
          {"marks", instrument_json(paper.instrument)}};
}

page::Page paper_mine_page(const Session& seen, std::string_view person, const Session* scan,
                           const text::Voice& voice) {
  const auto& paper = *seen.paper;
  page::Page page;
  page.title = paper_title(paper, voice);
  page.section({});
  page.notice(voice.say("learn.paper.yours_alone"));
  std::vector<page::Row> rows;
  for (const auto& one : paper.own)
    if (one.person == person && !one.id.empty() && !one.text.empty())
      rows.push_back(
          {one.id, one.text, voice.say(one.offered ? msg("learn.paper.for_paper") : msg("learn.paper.for_me"))});
  for (const auto& one : paper.cards)
    if (one.person == person && !one.text.empty()) {
      const auto* item = paper.instrument.item(one.question);
      rows.push_back({one.id, one.text, item != nullptr ? item->text.in(voice) : one.question});
    }
  if (rows.empty()) page.paragraph(voice.say("learn.paper.nothing_of_yours"));
  else page.table({"", voice.say("learn.paper.line"), voice.say("learn.paper.where")}, rows);
  page.paragraph(page::Line().way_on(voice.say("learn.paper.how_to_offer",
                                               "offer"_is = text::way("learn paper offer", "line"_is = text::gap()),
                                               "out"_is = text::way("learn paper out", "what"_is = text::gap()))));
  const auto answers = scan != nullptr ? open_answers(*scan) : std::vector<OpenAnswer>{};
  if (answers.empty()) return page;
  page.section(voice.say("learn.paper.in_the_scan"));
  for (const auto& [item, text] : answers) page.bullet(item->title.in(voice) + ": " + text);
  page.paragraph(page::Line().way_on(
      voice.say("learn.paper.from_the_scan", "me"_is = text::way("learn paper me", "text"_is = text::gap()))));
  return page;
}

json paper_mine_json(const Session& seen, std::string_view person, const Session* scan) {
  json own = json::array(), cards = json::array(), answers = json::object();
  if (scan != nullptr)
    for (const auto& [item, text] : open_answers(*scan)) answers[item->id] = text;
  for (const auto& one : seen.paper->own)
    if (one.person == person && !one.id.empty() && !one.text.empty())
      own.push_back({{"id", one.id}, {"text", one.text}, {"offered", one.offered}});
  for (const auto& one : seen.paper->cards)
    if (one.person == person && !one.text.empty())
      cards.push_back({{"id", one.id}, {"question", one.question}, {"text", one.text}});
  return {{"paper", seen.id}, {"own", std::move(own)}, {"cards", std::move(cards)}, {"scan", std::move(answers)}};
}

}  // namespace casus::learning
