// SPDX-License-Identifier: EUPL-1.2
#include "core/base/first_that.hpp"
#include "core/learning/decide/deciding.hpp"

#include "core/text/day_words.hpp"

#include <algorithm>

/// A cycle of the area analysis. Each step asks for what it is about before the next: a profile with a source or a
/// voice, focus points, contributions, and in the end what came of it and what that asks of the team.
namespace casus::learning {
namespace {

constexpr int kEarliestYear = 1990;
constexpr int kMostPeople = 100'000;

std::optional<Refusal> no_cycle_goes_on(const Session& it) {
  if (it.area && it.area->going_on()) return std::nullopt;
  return no("NoCycle", msg("learn.area.none"), msg("learn.begin_one", "begin"_is = way("area begin")));
}

int year_of(Date on) { return static_cast<int>(on.year()); }

std::string noted_id(const Session& it) { return "a" + std::to_string(it.area->noted_ever + 1); }

Date last_whole(Date today) { return plus_days(quarter_begin(today), -1); }

Date next_quarter(Date day) {
  constexpr int kIntoTheNext = 100;
  return quarter_begin(plus_days(quarter_begin(day), kIntoTheNext));
}

/// The first quarter of which no day was counted.
Date from_on(Date counted_to) {
  const auto next = plus_days(counted_to, 1);
  return quarter_begin(next) == next ? next : next_quarter(next);
}

/// The first day of the four quarters that end with this one.
Date year_before(Date to) {
  auto from = quarter_begin(to);
  for (int quarter = 1; quarter < 4; ++quarter) from = quarter_begin(plus_days(from, -1));
  return from;
}

const AreaCounted* counted_before(const AreaBefore& before, const AreaPeriod& period) {
  const auto same = [&](const AreaCounted& one) { return one.from == period.from && one.to == period.to; };
  return first_that(before.cancelled, same);
}

/// Whole quarters that are over, of which no day was counted: periods that overlap could be subtracted, and what a few
/// days add is somebody.
std::optional<Refusal> period_off(const AreaPeriod& period, const AreaBefore& before, Date today) {
  const auto whole = last_whole(today);
  const auto first = before.counted_to ? from_on(*before.counted_to) : Date{};
  const auto remedy = [&](Date from, Date to) {
    from = std::max(from, first);
    if (from > whole && before.counted_to)
      return msg("learn.area.wait_do", "on"_is = text::day_message(next_quarter(first)));
    if (from > whole) from = year_before(whole);
    return msg("learn.area.period_do", "begin"_is = way("area begin", "from"_is = to_string(from),
                                                        "to"_is = to_string(std::clamp(to, from, whole))));
  };
  if (before.counted_to && std::min(period.from, period.to) <= *before.counted_to)
    return no("PeriodCounted", msg("learn.area.counted_before", "to"_is = text::day_message(*before.counted_to)),
              remedy(first, whole));
  if (period.to < period.from)
    return no("PeriodOff",
              msg("learn.area.period_off", "from"_is = text::day_message(period.from),
                  "to"_is = text::day_message(period.to)),
              msg("learn.area.period_off_do"));
  if (period.to >= today)
    return no("PeriodNotOver", msg("learn.area.not_over", "to"_is = text::day_message(period.to)),
              remedy(quarter_begin(period.from), whole));
  const auto to = plus_days(next_quarter(period.to), -1);
  if (quarter_begin(period.from) == period.from && to == period.to) return std::nullopt;
  return no(
      "PeriodNotWhole",
      msg("learn.area.not_whole", "from"_is = text::day_message(period.from), "to"_is = text::day_message(period.to)),
      remedy(quarter_begin(period.from), to));
}

/// What a step still asks for; nothing when the next may begin.
std::optional<Refusal> step_not_done(const Deciding& at, std::string_view step) {
  const auto& cycle = *at.it.area;
  const auto& focuses = at.facts.focuses;
  if (step == "profile" && cycle.figures.empty() && cycle.voices.empty())
    return no("ProfileEmpty", msg("learn.area.profile_empty"),
              msg("learn.area.profile_empty_do",
                  "figure"_is = way("area figure", "what"_is = gap(), "value"_is = gap(), "source"_is = gap()),
                  "voice"_is = way("area voice", "text"_is = gap(), "people"_is = gap())));
  const auto open = [](const FocusThen& one) { return one.open; };
  if (step == "focus" && std::ranges::none_of(focuses, open))
    return no("NoFocus", msg("learn.area.no_focus"),
              msg("learn.area.no_focus_do", "focus"_is = way("area focus", "text"_is = gap())));
  for (const auto& one : focuses) {
    if (!one.open) continue;
    if (step == "contributions" && one.contributions == 0)
      return no("NoContribution", msg("learn.area.no_contribution", "focus"_is = one.id, "text"_is = one.text),
                msg("learn.area.no_contribution_do", "contribute"_is = way("area contribute", "focus"_is = one.id,
                                                                           "what"_is = gap(), "who"_is = gap())));
    if (step == "look-back")
      return no(
          "FocusOpen", msg("learn.area.focus_open", "focus"_is = one.id, "text"_is = one.text),
          msg("learn.area.focus_open_do", "done"_is = way("area done", "focus"_is = one.id, "outcome"_is = gap())));
  }
  if (step != "look-back") return std::nullopt;
  for (const auto* question : cycle.instrument.in_group("question"))
    if (cycle.answer(question->id) == nullptr)
      return no("QuestionOpen", msg("learn.area.question_open", "question"_is = question->text),
                msg("learn.area.question_open_do",
                    "asks"_is = way("area asks", "question"_is = question->id, "text"_is = gap())));
  return std::nullopt;
}

}  // namespace

AreaPeriod area_period(const BeginAreaCycle& begins, const AreaBefore& before, Date today) {
  if (!begins.from && !begins.to && !before.cancelled.empty())
    return {before.cancelled.back().from, before.cancelled.back().to};
  AreaPeriod period{.to = begins.to.value_or(last_whole(today))};
  period.from = begins.from.value_or(before.counted_to ? from_on(*before.counted_to) : year_before(period.to));
  return period;
}

LearningDecision decide_area(Deciding& at, const BeginAreaCycle& c) {
  if (at.it.area)
    return refuse("CycleThere", msg("learn.area.there", "area"_is = at.it.id),
                  msg("learn.look_at_it", "show"_is = way("area show", "cycle"_is = at.it.id)));
  const auto& before = at.facts.area;
  if (!before.going_on.empty())
    return refuse("CycleGoesOn", msg("learn.area.goes_on", "area"_is = before.going_on),
                  msg("learn.area.goes_on_do", "next"_is = way("area next"),
                      "cancel"_is = way("area cancel", "because"_is = gap())));
  if (at.facts.instrument == nullptr) return failure(no_instrument(at, c.instrument));
  const auto period = area_period(c, before, at.today);
  // The same counts as then: counted anew, the difference would be what was put right in between.
  const auto* again = counted_before(before, period);
  if (again == nullptr)
    if (auto refusal = period_off(period, before, at.today)) return failure(std::move(*refusal));
  at.add(AreaCycleBegun{period.from, period.to, std::string(at.facts.definition), before.session,
                        again != nullptr ? again->counts : at.facts.area_counts});
  return std::move(at).events();
}

LearningDecision decide_area(Deciding& at, const TurnAreaCycle& c) {
  if (auto refusal = no_cycle_goes_on(at.it)) return failure(std::move(*refusal));
  const auto& cycle = *at.it.area;
  const auto& step = cycle.step()->id;
  if (auto refusal = step_not_done(at, step)) return failure(std::move(*refusal));
  AreaCycleTurned turned{step, {}, {}};
  if (cycle.turned + 1 == cycle.instrument.in_group("step").size()) {
    turned.next_on = c.next_on.value_or(plus_days(at.today, kNextCycle));
    if (*turned.next_on <= at.today)
      return refuse("DayIsPast", msg("learn.day_is_past", "on"_is = text::day_message(*turned.next_on)),
                    msg("learn.day_is_past_do"));
    for (const auto& one : at.facts.focuses)
      if (!one.outcome.empty()) turned.outcomes.push_back({one.id, one.text, one.outcome});
  } else if (c.next_on) {
    return refuse("NotTheLast", msg("learn.area.not_the_last"), msg("learn.area.not_the_last_do"));
  }
  at.add(std::move(turned));
  return std::move(at).events();
}

LearningDecision decide_area(Deciding& at, const AnswerAreaQuestion& c) {
  if (auto refusal = no_cycle_goes_on(at.it)) return failure(std::move(*refusal));
  const auto& instrument = at.it.area->instrument;
  const auto item = item_meant(instrument, c.question, {"question"});
  if (!item) return failure(item.error());
  if (auto refusal = text_off(at, c.text, msg("learn.area.the_answer"))) return failure(std::move(*refusal));
  at.add(AreaQuestionAnswered{{(*item)->id, std::string(trimmed(c.text))}});
  return std::move(at).events();
}

LearningDecision decide_area(Deciding& at, const CancelAreaCycle& c) {
  if (auto refusal = no_cycle_goes_on(at.it)) return failure(std::move(*refusal));
  if (auto refusal = cancel_reason_off(at, c.because)) return failure(std::move(*refusal));
  at.add(AreaCycleCancelled{c});
  return std::move(at).events();
}

LearningDecision decide_area(Deciding& at, const NoteAreaFigure& c) {
  if (auto refusal = no_cycle_goes_on(at.it)) return failure(std::move(*refusal));
  if (auto refusal = text_off(at, c.what, msg("learn.area.the_figure"))) return failure(std::move(*refusal));
  if (auto refusal = text_off(at, c.source, msg("learn.area.the_source"))) return failure(std::move(*refusal));
  if (!c.unit.empty())
    if (auto refusal = leads_back(c.unit, {})) return failure(std::move(*refusal));
  if (c.year < kEarliestYear || c.year > year_of(at.today) + 30)
    return refuse("YearOff", msg("learn.area.year_off", "year"_is = c.year), msg("learn.area.year_off_do"));
  AreaFigureNoted noted;
  static_cast<AreaFigureFields&>(noted) = c;
  noted.id = noted_id(at.it);
  at.add(std::move(noted));
  return std::move(at).events();
}

LearningDecision decide_area(Deciding& at, const NoteAreaVoice& c) {
  if (auto refusal = no_cycle_goes_on(at.it)) return failure(std::move(*refusal));
  if (auto refusal = text_off(at, c.text, msg("learn.area.the_voice"))) return failure(std::move(*refusal));
  if (auto refusal = text_off(at, c.from, msg("learn.area.the_talk"))) return failure(std::move(*refusal));
  if (c.people < kFewestVoices)
    return refuse("TooFewVoices", msg("learn.area.too_few_voices", "least"_is = kFewestVoices),
                  msg("learn.area.too_few_voices_do"));
  if (c.people > kMostPeople)
    return refuse("TooMany", msg("learn.course.number_off", "count"_is = c.people),
                  msg("learn.circle.others_off_do", "least"_is = kFewestVoices, "most"_is = kMostPeople));
  if (c.on && *c.on > at.today)
    return refuse("DayToCome", msg("learn.own.day_to_come", "on"_is = text::day_message(*c.on)),
                  msg("learn.area.voice_to_come_do"));
  AreaVoiceNoted noted;
  static_cast<AreaVoiceFields&>(noted) = c;
  noted.id = noted_id(at.it);
  at.add(std::move(noted));
  return std::move(at).events();
}

LearningDecision decide_area(Deciding& at, const NoteAreaPoint& c) {
  if (auto refusal = no_cycle_goes_on(at.it)) return failure(std::move(*refusal));
  if (auto refusal = text_off(at, c.text, msg("learn.area.the_point"))) return failure(std::move(*refusal));
  if (!c.who.empty())
    if (auto refusal = leads_back(c.who, names_of_team(at.facts))) return failure(std::move(*refusal));
  AreaPointNoted noted;
  static_cast<AreaPointFields&>(noted) = c;
  noted.id = noted_id(at.it);
  at.add(std::move(noted));
  return std::move(at).events();
}

LearningDecision decide_area(Deciding& at, const StrikeFromArea& c) {
  if (auto refusal = no_cycle_goes_on(at.it)) return failure(std::move(*refusal));
  const auto& cycle = *at.it.area;
  const auto is_it = [&](const auto& one) { return one.id == c.what; };
  if (std::ranges::none_of(cycle.figures, is_it) && std::ranges::none_of(cycle.voices, is_it) &&
      std::ranges::none_of(cycle.points, is_it))
    return refuse("NothingThere", msg("learn.area.nothing_called", "what"_is = c.what),
                  msg("learn.area.nothing_called_do", "show"_is = way("area show")));
  at.add(StruckFromArea{c});
  return std::move(at).events();
}

}  // namespace casus::learning
