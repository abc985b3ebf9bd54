// SPDX-License-Identifier: EUPL-1.2
#include "core/learning/decide/deciding.hpp"
#include "core/method/phrases.hpp"
#include "core/text/day_words.hpp"
#include "core/text/label.hpp"

#include <algorithm>

/// Goals and log of one person: nobody else's commands reach them.
namespace casus::learning {
namespace {

/// The own goal of who asks; another's is not there for them.
Outcome<const OwnGoal*, Refusal> own_goal(Deciding& at, const std::string& id) {
  if (const auto* goal = at.it.goal(at.actor(), id)) return goal;
  std::vector<std::string_view> known;
  for (const auto& one : at.it.goals)
    if (one.person == at.actor()) known.push_back(one.id);
  return refuse("NoGoal", msg("learn.own.no_goal", "goal"_is = id),
                known.empty() ? msg("learn.own.no_goal_yet", "goal"_is = way("learn goal", "text"_is = gap()))
                              : msg("learn.own.no_goal_do", "known"_is = joined(known)));
}

std::optional<Refusal> words_off(Deciding& at, const std::string& text) {
  if (auto refusal = empty_text(text, msg("learn.own.the_goal"))) return refusal;
  if (auto refusal = leads_back(text, {})) return refusal;
  const auto found = at.facts.instrument != nullptr ? absence_in(text, *at.facts.instrument) : std::string();
  if (found.empty()) return std::nullopt;
  return no("GoalOfAbsence", msg("learn.own.absence", "words"_is = found), msg("learn.own.absence_do"));
}

Refusal goal_over(const OwnGoal& goal) {
  return no("GoalOver", msg("learn.own.over", "goal"_is = goal.id),
            msg("learn.own.over_do", "goal"_is = way("learn goal", "text"_is = gap())));
}

/// Nothing when there is none to add.
std::optional<Refusal> add_evidence(Deciding& at, const std::string& goal, const std::string& text,
                                    EvidenceFrom source) {
  if (blank(text)) return std::nullopt;
  if (auto refusal = leads_back(text, {})) return refusal;
  at.add(OwnEvidenceAdded{at.it.evidence_numbers.next("e", at.actor()), goal, at.actor(), std::string(trimmed(text)),
                          source});
  return std::nullopt;
}

/// A list of words of the instrument in both languages: people mix them.
std::vector<std::string> both(const Instrument& goals, const char* name) {
  const auto list = goals.words.find(name);
  if (list == goals.words.end()) return {};
  auto all = list->second.nl;
  all.insert(all.end(), list->second.en.begin(), list->second.en.end());
  return all;
}

/// What was said, without words that stand beside something that will be there ("niet alleen", "die geen"); nothing
/// when it says what comes in place of something ("niet … maar").
std::string without_presence(std::string said, const Instrument& goals) {
  if (method::said_in(said, both(goals, "instead"))) return " ";
  for (const auto& phrase : both(goals, "beside")) {
    const auto words = method::spaced_words(phrase);
    for (auto at = said.find(words); at != std::string::npos; at = said.find(words))
      said.replace(at, words.size(), " … ");
  }
  return said;
}

}  // namespace

std::string absence_in(std::string_view text, const Instrument& goals) {
  return std::string(method::said_in(without_presence(method::spoken(text), goals), both(goals, "absence")).phrase);
}

bool begins_with_absence(std::string_view text, const Instrument& goals) {
  auto said = without_presence(method::spaced_words(text), goals);
  const auto begins = [&](const std::string& phrase) { return said.starts_with(method::spaced_words(phrase)); };
  // "Ik wil minder ...": what is said before it comes says nothing of it.
  const auto lead = both(goals, "lead");
  for (auto word = std::ranges::find_if(lead, begins); word != lead.end(); word = std::ranges::find_if(lead, begins))
    said.erase(0, method::spaced_words(*word).size() - 1);
  return std::ranges::any_of(both(goals, "less"), begins);
}

bool says_we(std::string_view text, const Instrument& goals) {
  const auto list = goals.words.find("we");
  if (list == goals.words.end()) return true;
  const auto said = method::spoken(text);
  return method::said_in(said, list->second.nl) || method::said_in(said, list->second.en);
}

LearningDecision decide_own(Deciding& at, const SetOwnGoal& c) {
  if (auto refusal = words_off(at, c.text)) return failure(std::move(*refusal));
  if (auto refusal = day_is_past(c.by_when, at.today)) return failure(std::move(*refusal));
  const auto on = std::string(trimmed(c.on));
  const std::vector<std::string_view> known(at.facts.items.begin(), at.facts.items.end());
  if (!on.empty() && !known.empty() && std::ranges::find(known, on) == known.end()) {
    const auto near = nearest(on, known);
    return refuse("NoItem", msg("learn.scan.no_item", "item"_is = on),
                  near.empty() ? msg("learn.own.no_item_do", "known"_is = joined(known))
                               : msg("learn.did_you_mean", "near"_is = near));
  }
  const auto id = at.it.goal_numbers.next("g", at.actor());
  at.add(OwnGoalSet{id, at.actor(), std::string(trimmed(c.text)), c.by_when, on});
  if (auto refusal = add_evidence(at, id, c.evidence, c.source)) return failure(std::move(*refusal));
  return std::move(at).events();
}

LearningDecision decide_own(Deciding& at, const ChangeOwnGoal& c) {
  const auto goal = own_goal(at, c.goal);
  if (!goal) return failure(goal.error());
  if (!(*goal)->open()) return failure(goal_over(**goal));
  if (c.text.empty() && !c.by_when)
    return refuse("NothingToChange", msg("learn.own.nothing_to_change"), msg("learn.own.nothing_to_change_do"));
  if (!c.text.empty())
    if (auto refusal = words_off(at, c.text)) return failure(std::move(*refusal));
  if (c.by_when)
    if (auto refusal = day_is_past(*c.by_when, at.today)) return failure(std::move(*refusal));
  at.add(OwnGoalChanged{c.goal, at.actor(), std::string(trimmed(c.text)), c.by_when});
  return std::move(at).events();
}

LearningDecision decide_own(Deciding& at, const AddOwnEvidence& c) {
  const auto goal = own_goal(at, c.goal);
  if (!goal) return failure(goal.error());
  if (auto refusal = empty_text(c.text, msg("learn.own.the_evidence"))) return failure(std::move(*refusal));
  if (auto refusal = add_evidence(at, c.goal, c.text, c.source)) return failure(std::move(*refusal));
  return std::move(at).events();
}

LearningDecision decide_own(Deciding& at, const ReviewOwnGoal& c) {
  const auto goal = own_goal(at, c.goal);
  if (!goal) return failure(goal.error());
  if (!(*goal)->open()) return failure(goal_over(**goal));
  if (auto refusal = empty_text(c.better, msg("learn.own.what_is_better"))) return failure(std::move(*refusal));
  if (auto refusal = leads_back(c.better, {})) return failure(std::move(*refusal));
  if (c.by_when)
    if (auto refusal = day_is_past(*c.by_when, at.today)) return failure(std::move(*refusal));
  if (c.course == GoalCourse::going_on && !c.by_when && (*goal)->by_when <= at.today)
    return refuse("DayMissing", msg("learn.own.until_when", "goal"_is = c.goal), msg("learn.own.until_when_do"));
  if (c.course == GoalCourse::reached && (*goal)->evidence.empty() && blank(c.evidence))
    return refuse("NoEvidence", msg("learn.own.reached_by_what", "goal"_is = c.goal),
                  msg("learn.own.reached_by_what_do",
                      "review"_is = way("learn review", "goal"_is = c.goal, "better"_is = gap(),
                                        "course"_is = text::label(GoalCourse::reached), "evidence"_is = gap())));
  if (auto refusal = add_evidence(at, c.goal, c.evidence, c.source)) return failure(std::move(*refusal));
  at.add(OwnGoalReviewed{c.goal, at.actor(), std::string(trimmed(c.better)), c.course, c.by_when});
  return std::move(at).events();
}

LearningDecision decide_own(Deciding& at, const WriteOwnLog& c) {
  if (auto refusal = empty_text(c.text, msg("learn.own.the_line"))) return failure(std::move(*refusal));
  if (auto refusal = leads_back(c.text, {})) return failure(std::move(*refusal));
  const auto on = c.on.value_or(at.today);
  if (on > at.today)
    return refuse("DayToCome", msg("learn.own.day_to_come", "on"_is = text::day_message(on)),
                  msg("learn.own.day_to_come_do"));
  at.add(OwnLogWritten{at.it.log_numbers.next("l", at.actor()), at.actor(), std::string(trimmed(c.text)), c.way, on});
  return std::move(at).events();
}

LearningDecision decide_own(Deciding& at, const StrikeOwn& c) {
  if (const auto* goal = at.it.goal(at.actor(), c.entry)) {
    at.add(OwnStruck{c.entry, at.actor(), goal->events});
    return std::move(at).events();
  }
  for (const auto& line : at.it.log)
    if (is_own(line, at.actor(), c.entry)) {
      at.add(OwnStruck{c.entry, at.actor(), {line.event}});
      return std::move(at).events();
    }
  return refuse("NoEntry", msg("learn.own.no_entry", "entry"_is = c.entry),
                msg("learn.own.no_entry_do", "mine"_is = way("learn mine")));
}

}  // namespace casus::learning
