// SPDX-License-Identifier: EUPL-1.2
#include "core/base/first_that.hpp"
#include "core/learning/decide/deciding.hpp"
#include "core/learning/pages/pages.hpp"
#include "core/page/words.hpp"
#include "core/text/day_words.hpp"
#include "core/text/label.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

/// A cycle of the area analysis: the profile, what was chosen and promised, and the cycle before beside it.
namespace casus::learning {
namespace {

using nlohmann::json;

const AreaCycle* cycle_before(const Session* previous) {
  return previous != nullptr && previous->area && !previous->area->cancelled ? &*previous->area : nullptr;
}

const AreaCount* count_of(const AreaCycle* cycle, std::string_view table, std::string_view line) {
  if (cycle == nullptr) return nullptr;
  return first_that(cycle->counts, [&](const AreaCount& one) { return one.table == table && one.line == line; });
}

std::string in_cell(const AreaCount* count) {
  if (count == nullptr) return "-";
  return count->count ? std::to_string(*count->count) : "·";
}

std::string line_name(const AreaCount& one, const text::Voice& voice) {
  if (one.line.empty()) return voice.say("learn.area.total");
  if (one.table == "rungs")
    if (const auto rung = from_key<Rung>(one.line)) return voice.say(text::label(*rung));
  return one.line == "-" ? voice.say("learn.area.unnamed") : one.line;
}

/// Each number is what was counted once when its cycle began; the two periods have no day in common.
void add_counts(page::Page& page, const AreaCycle& cycle, const AreaCycle* before, const text::Voice& voice) {
  page.section(voice.say("learn.area.counts"));
  page.paragraph(voice.say("learn.area.counted_once"));
  bool hidden = false, any = false;
  for (const auto table : {"signals", "opened", "rungs"}) {
    std::vector<page::Row> rows;
    const auto add = [&](const AreaCount& one) {
      if (one.table != table) return;
      page::Row row{line_name(one, voice), in_cell(count_of(&cycle, table, one.line))};
      if (before != nullptr) row.push_back(in_cell(count_of(before, table, one.line)));
      for (const auto& cell : row) hidden = hidden || cell == "·";
      rows.push_back(std::move(row));
    };
    for (const auto& one : cycle.counts) add(one);
    if (before != nullptr)
      for (const auto& one : before->counts)
        if (count_of(&cycle, table, one.line) == nullptr) add(one);
    if (rows.empty()) continue;
    any = true;
    page::Row header{voice.say(std::string_view(table) == "signals"  ? msg("learn.area.table_signals")
                               : std::string_view(table) == "opened" ? msg("learn.area.table_opened")
                                                                     : msg("learn.area.table_rungs")),
                     voice.say("learn.area.now")};
    if (before != nullptr) header.push_back(voice.say("learn.area.then"));
    page.table(header, rows, {1, 2});
  }
  if (!any) page.paragraph(voice.say("learn.area.nothing_counted"));
  if (hidden) page.paragraph(voice.say("learn.area.hidden_note"));
}

void add_figures(page::Page& page, const AreaCycle& cycle, const AreaCycle* before, const text::Voice& voice) {
  page.section(voice.say("learn.area.figures"));
  if (cycle.figures.empty()) page.paragraph(voice.say("learn.area.no_figures"));
  std::vector<page::Row> rows;
  for (const auto& one : cycle.figures) {
    const auto value = [&](const AreaFigure& of) {
      return page::decimal(to_string(of.value), voice) + (of.unit.empty() ? "" : " " + of.unit) + " (" +
             (of.forecast ? voice.say("learn.area.forecast", "year"_is = std::to_string(of.year))
                          : std::to_string(of.year)) +
             ")";
    };
    page::Row row{one.id, one.what, value(one), one.source};
    if (before != nullptr) {
      const auto then = std::ranges::find_if(
          before->figures, [&](const AreaFigure& other) { return folded(other.what) == folded(one.what); });
      row.push_back(then == before->figures.end() ? "-" : value(*then));
    }
    rows.push_back(std::move(row));
  }
  page::Row header{"", voice.say("learn.area.figure"), voice.say("learn.area.value"), voice.say("learn.area.source")};
  if (before != nullptr) header.push_back(voice.say("learn.area.then"));
  if (!rows.empty()) page.table(header, rows);
}

void add_points(page::Page& page, const AreaCycle& cycle, const text::Voice& voice) {
  page.section(voice.say("learn.area.voices"));
  if (cycle.voices.empty()) page.paragraph(voice.say("learn.nothing_yet"));
  for (const auto& one : cycle.voices) {
    page.bullet(one.id + "  " + one.text);
    page.detail(voice.say("learn.area.voice_from", "from"_is = one.from, "people"_is = one.people) +
                (one.on ? ", " + text::day_in_words(*one.on, voice) : ""));
  }
  for (const auto& sort : names_of(AreaSort{})) {
    const auto points = cycle.of(sort.value);
    if (points.empty()) continue;
    page.section(voice.say(text::label(sort.value)), 1);
    for (const auto* one : points)
      page.bullet(one->id + "  " + one->text + (one->who.empty() ? "" : " (" + one->who + ")"));
  }
}

const Focus* focus_of(const Team& team, std::string_view id) {
  return first_that(team.focuses, [&](const Focus& one) { return one.chosen.id == id; });
}

/// What is open, and what was finished since the cycle before told what came of its own.
bool is_of_this_cycle(const Focus& focus, const AreaCycle* before) {
  if (focus.state == Done::open || before == nullptr) return true;
  const bool told = std::ranges::find(before->outcomes, focus.chosen.id, &AreaOutcome::focus) != before->outcomes.end();
  return !told && before->ended_on && focus.on >= *before->ended_on;
}

void add_focus(page::Page& page, const std::string& id, const std::string& text, const Focus* focus,
               const std::string& outcome, const text::Voice& voice) {
  const bool finished = focus != nullptr && focus->state != Done::open;
  page.bullet(id + "  " + text + (finished ? " (" + voice.say(text::label(focus->state)) + ")" : ""));
  if (focus != nullptr)
    for (const auto& part : focus->contributions)
      page.detail(part.who + ": " + part.what + (part.by_when ? ", " + text::day_in_words(*part.by_when, voice) : ""));
  if (!outcome.empty()) page.detail(voice.say("learn.area.came_of_it", "outcome"_is = outcome));
}

void add_focuses(page::Page& page, const AreaCycle& cycle, const AreaCycle* before, const Team& team,
                 const text::Voice& voice) {
  page.section(voice.say("learn.area.focuses"));
  bool any = false;
  if (cycle.ended_on) {
    for (const auto& one : cycle.outcomes) {
      add_focus(page, one.focus, one.text, focus_of(team, one.focus), one.outcome, voice);
      any = true;
    }
  } else {
    for (const auto& focus : team.focuses) {
      if (!is_of_this_cycle(focus, before)) continue;
      any = true;
      add_focus(page, focus.chosen.id, focus.chosen.text, &focus, focus.outcome, voice);
    }
  }
  if (!any) page.paragraph(voice.say("learn.area.no_focuses"));
}

void add_asks(page::Page& page, const AreaCycle& cycle, const AreaCycle* before, const text::Voice& voice) {
  page.section(voice.say("learn.area.asks"));
  for (const auto* question : cycle.instrument.in_group("question")) {
    const auto* now = cycle.answer(question->id);
    page.bullet(question->text.in(voice));
    page.detail(now != nullptr ? now->text : voice.say("learn.area.not_answered"));
    if (const auto* then = before != nullptr ? before->answer(question->id) : nullptr; then != nullptr)
      page.detail(voice.say("learn.area.then_said", "text"_is = then->text));
  }
}

void add_before(page::Page& page, const AreaCycle* before, const text::Voice& voice) {
  if (before == nullptr || before->outcomes.empty()) return;
  page.section(voice.say("learn.area.before", "from"_is = text::day_in_words(before->from, voice),
                         "to"_is = text::day_in_words(before->to, voice)));
  for (const auto& one : before->outcomes) {
    page.bullet(one.text);
    page.detail(one.outcome);
  }
}

}  // namespace

page::Page area_page(const Session& seen, const Session* previous, const Team& team, const text::Voice& voice) {
  const auto& cycle = *seen.area;
  const auto* before = cycle_before(previous);
  page::Page page;
  page.title = voice.say("learn.area.title", "from"_is = text::day_in_words(cycle.from, voice),
                         "to"_is = text::day_in_words(cycle.to, voice));
  page.section({});
  if (cycle.cancelled) {
    page.notice(voice.say("learn.area.was_cancelled", "because"_is = cycle.because));
    return page;
  }
  page.paragraph(voice.say("learn.area.no_person"));
  const auto steps = cycle.instrument.in_group("step");
  for (std::size_t i = 0; i < steps.size(); ++i)
    page.bullet(voice.say("learn.area.step_line", "step"_is = steps[i]->title,
                          "state"_is = i < cycle.turned    ? msg("learn.paper.round_is_over")
                                       : i == cycle.turned ? msg("learn.paper.round_is_open")
                                                           : msg("learn.paper.round_is_to_come")));
  if (const auto* step = cycle.step())
    page.paragraph(
        page::Line(step->text.in(voice)).way_on(voice.say("learn.area.then_next", "next"_is = way("area next"))));
  if (cycle.next_on)
    page.paragraph(voice.say("learn.area.next_cycle", "on"_is = text::day_in_words(*cycle.next_on, voice)));
  add_before(page, before, voice);
  add_figures(page, cycle, before, voice);
  add_points(page, cycle, voice);
  add_counts(page, cycle, before, voice);
  add_focuses(page, cycle, before, team, voice);
  add_asks(page, cycle, before, voice);
  add_marks(page, cycle.instrument, voice);
  return page;
}

json area_json(const Session& seen, const Session* previous) {
  const auto& cycle = *seen.area;
  const auto* before = cycle_before(previous);
  json figures = json::array(), voices = json::array(), points = json::array(), answers = json::object(),
       outcomes = json::array();
  const auto counts_json = [](const AreaCycle* of) {
    json out = json::array();
    if (of != nullptr)
      for (const auto& one : of->counts)
        out.push_back({{"table", one.table}, {"line", one.line}, {"count", one.count ? json(*one.count) : json()}});
    return out;
  };
  for (const auto& one : cycle.figures)
    figures.push_back({{"id", one.id},
                       {"what", one.what},
                       {"value", json::parse(to_string(one.value))},
                       {"unit", one.unit},
                       {"year", one.year},
                       {"forecast", one.forecast},
                       {"source", one.source}});
  for (const auto& one : cycle.voices)
    voices.push_back({{"id", one.id}, {"text", one.text}, {"from", one.from}, {"people", one.people}});
  for (const auto& one : cycle.points)
    points.push_back({{"id", one.id}, {"sort", key(one.sort)}, {"text", one.text}, {"who", one.who}});
  for (const auto& one : cycle.answers) answers[one.question] = one.text;
  for (const auto& one : cycle.outcomes)
    outcomes.push_back({{"focus", one.focus}, {"text", one.text}, {"outcome", one.outcome}});
  return {{"cycle", seen.id},
          {"from", to_string(cycle.from)},
          {"to", to_string(cycle.to)},
          {"step", cycle.step() != nullptr ? json(cycle.step()->id) : json()},
          {"cancelled", cycle.cancelled},
          {"next_on", cycle.next_on ? json(to_string(*cycle.next_on)) : json()},
          {"figures", std::move(figures)},
          {"voices", std::move(voices)},
          {"points", std::move(points)},
          {"counts", counts_json(&cycle)},
          {"counts_before", counts_json(before)},
          {"outcomes", std::move(outcomes)},
          {"asks", std::move(answers)},
          {"marks", instrument_json(cycle.instrument)}};
}

}  // namespace casus::learning
