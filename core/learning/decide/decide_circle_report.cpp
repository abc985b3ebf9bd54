// SPDX-License-Identifier: EUPL-1.2
#include "core/learning/decide/deciding_circle.hpp"
#include "core/learning/scan.hpp"
#include "core/text/day_words.hpp"

#include <algorithm>
#include <set>

/// A circle of learning after the cards: the walk along a line, what was harvested and agreed, and the report that is
/// settled once.
namespace casus::learning {

LearningDecision decide_circle(Deciding& at, const StandOnLine& c) {
  if (auto refusal = not_at_the_table(at.it)) return failure(std::move(*refusal));
  const auto item = item_meant(at.it.circle->instrument, c.line, {"line"});
  if (!item) return failure(item.error());
  const auto& id = (*item)->id;
  if (c.place < 0 || c.place > 10)
    return refuse("OffTheLine", msg("learn.circle.off_the_line", "place"_is = c.place),
                  msg("learn.circle.off_the_line_do"));
  auto circle = *at.it.circle;
  const auto& known = circle.line(id);
  if (known.moved)
    return refuse("LineDone", msg("learn.circle.line_done", "line"_is = id), msg("learn.circle.line_done_do"));
  const auto person = whose(at, c.guest);
  if (!person) return failure(person.error());
  at.add(StoodOnLine{*person, id, known.shown.has_value(), std::to_string(c.place)});
  return std::move(at).events();
}

LearningDecision decide_circle(Deciding& at, const ShowLine& c) {
  if (auto refusal = not_at_the_table(at.it)) return failure(std::move(*refusal));
  const auto item = item_meant(at.it.circle->instrument, c.line, {"line"});
  if (!item) return failure(item.error());
  const auto& id = (*item)->id;
  if (!c.step.empty())
    if (auto refusal = leads_back(c.step, names_of_team(at.facts))) return failure(std::move(*refusal));
  auto circle = *at.it.circle;
  const auto& line = circle.line(id);
  if (line.moved)
    return refuse("LineDone", msg("learn.circle.line_done", "line"_is = id), msg("learn.circle.line_done_do"));
  const bool second = line.shown.has_value();
  const auto& places = second ? line.second : line.first;
  if (of_the_team(places) < kFewestShown)
    return refuse("TooFew", msg("learn.circle.too_few", "least"_is = kFewestShown), msg("learn.circle.too_few_do"));
  LineShown shown{id, second, bands(places), 0, 0, std::string(trimmed(c.step))};
  if (second && (few_differ(line) || few_crossed(line.shown->spread, shown.spread))) shown.spread.clear();
  // Who reads this report has those of other circles beside it.
  if (std::ranges::any_of(at.facts.lines_before, [&](const LineShown& then) {
        return then.line == id && few_crossed(then.spread, shown.spread);
      }))
    shown.spread.clear();
  if (second) {
    for (const auto& [person, place] : line.second) {
      const auto before = line.first.find(person);
      if (before == line.first.end()) continue;
      shown.up += place > before->second ? 1 : 0;
      shown.down += place < before->second ? 1 : 0;
    }
    if (shown.up < kSmallestCount) shown.up = 0;
    if (shown.down < kSmallestCount) shown.down = 0;
  }
  at.add(std::move(shown));
  return std::move(at).events();
}

LearningDecision decide_circle(Deciding& at, const NoteHarvest& c) {
  if (auto refusal = not_at_the_table(at.it)) return failure(std::move(*refusal));
  const auto item = item_meant(at.it.circle->instrument, c.item, {"five-v", "harvest"});
  if (!item) return failure(item.error());
  if (auto refusal = text_off(at, c.text, msg("learn.circle.the_harvest"))) return failure(std::move(*refusal));
  at.add(HarvestNoted{{(*item)->id, std::string(trimmed(c.text))}});
  return std::move(at).events();
}

LearningDecision decide_circle(Deciding& at, const AgreeCircleStep& c) {
  if (auto refusal = not_at_the_table(at.it)) return failure(std::move(*refusal));
  if (auto refusal = empty_text(c.who, msg("learn.circle.who"))) return failure(std::move(*refusal));
  if (auto refusal = empty_text(c.what, msg("learn.circle.what"))) return failure(std::move(*refusal));
  for (const auto* text : {&c.who, &c.what})  // a colleague may be named
    if (auto refusal = leads_back(*text, {})) return failure(std::move(*refusal));
  if (auto refusal = day_is_past(c.by_when, at.today)) return failure(std::move(*refusal));
  at.add(CircleStepAgreed{{std::string(trimmed(c.who)), std::string(trimmed(c.what)), c.by_when}});
  return std::move(at).events();
}

LearningDecision decide_circle(Deciding& at, const AnswerCircleStep& c) {
  if (!at.it.circle || at.it.circle->cancelled) return failure(*circle_not_going_on(at.it));
  std::vector<std::string_view> known;
  for (const auto& one : at.it.circle->steps) known.push_back(one.id);
  if (std::ranges::find(known, c.step) == known.end())
    return refuse("NoStep", msg("learn.circle.no_agreement", "step"_is = c.step),
                  known.empty() ? msg("learn.circle.no_agreements_do")
                                : msg("learn.scan.no_such_answer_do", "known"_is = joined(known)));
  if (c.state == Done::open)
    return refuse("StillOpen", msg("learn.paper.still_open"), msg("learn.paper.still_open_do"));
  if (auto refusal = text_off(at, c.outcome, msg("learn.paper.what_came"))) return failure(std::move(*refusal));
  at.add(CircleStepAnswered{c.step, c.state, std::string(trimmed(c.outcome))});
  return std::move(at).events();
}

LearningDecision decide_circle(Deciding& at, const StrikeFromCircle& c) {
  if (auto refusal = not_at_the_table(at.it)) return failure(std::move(*refusal));
  const auto& circle = *at.it.circle;
  const auto is_it = [&](const auto& one) { return one.id == c.what; };
  if (std::ranges::none_of(circle.harvest, is_it) && std::ranges::none_of(circle.steps, is_it))
    return refuse("NothingThere", msg("learn.area.nothing_called", "what"_is = c.what),
                  msg("learn.area.nothing_called_do", "show"_is = way("learn circle show")));
  at.add(StruckFromCircle{c});
  return std::move(at).events();
}

LearningDecision decide_circle(Deciding& at, const CancelCircle& c) {
  if (auto refusal = circle_not_going_on(at.it)) return failure(std::move(*refusal));
  if (auto refusal = cancel_reason_off(at, c.because)) return failure(std::move(*refusal));
  std::set<std::string> given;  // by the unnamed others too
  for (const auto& one : at.it.people)
    if (!one.gone) given.insert(one.id);
  const auto& circle = *at.it.circle;
  const auto add_guest = [&](const std::string& person) {
    if (person.starts_with(kGuests)) given.insert(person);
  };
  for (const auto& card : circle.cards) add_guest(card.person);
  for (const auto& [person, dots] : circle.dots) add_guest(person);
  for (const auto& line : circle.lines)
    for (const auto* places : {&line.first, &line.second})
      for (const auto& [person, place] : *places) add_guest(person);
  for (const auto& person : given) at.add(LearnerForgotten{person});
  at.add(CircleCancelled{c});
  return std::move(at).events();
}

LearningDecision decide_circle(Deciding& at, const ReportCircle& c) {
  if (auto refusal = circle_not_going_on(at.it)) return failure(std::move(*refusal));
  if (at.it.circle->open_round() != nullptr)
    return refuse("RoundOpen", msg("learn.circle.round_open"),
                  msg("learn.circle.round_open_do", "reveal"_is = way("learn circle reveal")));
  if (auto refusal = day_is_past(c.until, at.today)) return failure(std::move(*refusal));
  at.add(CircleReported{{c.until}});
  return std::move(at).events();
}

LearningDecision decide_circle(Deciding& at, const ObjectToCircle& c) {
  if (auto refusal = circle_not_going_on(at.it)) return failure(std::move(*refusal));
  if (!at.it.circle->feedback_until)
    return refuse("NoReport", msg("learn.circle.no_report"),
                  msg("learn.circle.no_report_do", "report"_is = way("learn circle report", "until"_is = gap())));
  CircleObjected objected{at.actor(), std::string(trimmed(c.text)), c.withdraw, {}};
  for (const auto& one : at.it.circle->objections)
    if (one.person == at.actor()) objected.events.insert(objected.events.end(), one.events.begin(), one.events.end());
  if (c.withdraw && objected.events.empty())
    return refuse("NoObjection", msg("learn.circle.nothing_to_withdraw"),
                  msg("learn.circle.no_card_do", "show"_is = way("learn circle show")));
  if (c.withdraw) objected.text.clear();
  else if (auto refusal = text_off(at, c.text, msg("learn.circle.the_objection"))) return failure(std::move(*refusal));
  at.add(std::move(objected));
  return std::move(at).events();
}

LearningDecision decide_circle(Deciding& at, const SettleCircle&) {
  if (auto refusal = circle_not_going_on(at.it)) return failure(std::move(*refusal));
  const auto& circle = *at.it.circle;
  if (!circle.feedback_until)
    return refuse("NoReport", msg("learn.circle.no_report"),
                  msg("learn.circle.no_report_do", "report"_is = way("learn circle report", "until"_is = gap())));
  if (at.today < *circle.feedback_until)
    return refuse("FeedbackOpen",
                  msg("learn.circle.feedback_open", "on"_is = text::day_message(*circle.feedback_until)),
                  msg("learn.circle.feedback_open_do"));
  at.add(CircleSettled{});
  return std::move(at).events();
}

}  // namespace casus::learning
