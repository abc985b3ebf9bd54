// SPDX-License-Identifier: EUPL-1.2
#include "core/report/documents/item_outcome.hpp"

#include "core/base/first_that.hpp"
#include "core/model/case/stays.hpp"
#include "core/model/case/unseen.hpp"
#include "core/report/discreet.hpp"
#include "core/report/documents/plan_scores.hpp"
#include "core/report/history/naming.hpp"
#include "core/text/label.hpp"
#include "core/text/voice.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace casus::report {

namespace {

/// A kind of event without a line here says nothing in minutes.
struct OutcomeTeller {
  const Case& c;
  const Discreet& discreet;
  text::Voice voice;
  ItemOutcome& out;
  std::vector<std::string> finished{};        ///< actions, by the end of the item
  std::map<std::string, std::size_t> told{};  ///< where what is told of an action stands

  const Action* action(const std::string& id) const {
    return first_with(c.actions, id, [](const Action& a) { return a.plan.id; });
  }
  std::string action_name(const std::string& id) const {
    const auto* found = action(id);
    return found == nullptr ? id : discreet.text(what_to_do(found->plan, voice));
  }
  std::string goal_name(const std::string& id) const {
    const auto found = std::ranges::find(c.goals, id, [](const Goal& g) { return g.set.id; });
    return found == c.goals.end() ? id : discreet.text(found->set.text);
  }
  std::string person(const std::string& id) const { return id.empty() ? "?" : discreet.person(id); }
  std::string mark(std::string_view ref) const { return changed_mark(c, ref, voice); }

  void operator()(const DecisionTaken& e) const {
    const auto raised = std::ranges::find(c.decisions, e.decision, [](const Decision& d) { return d.raised.id; });
    const auto question = raised == c.decisions.end() ? e.decision : raised->raised.question;
    out.decisions.push_back(discreet.text(
        fmt::format("{}{} {}{}", question, mark(e.decision), e.outcome,
                    e.because.empty() ? "" : text::say(voice, "meeting_minutes.because", "because"_is = e.because))));
    for (const auto& other : e.dissent) out.dissent.push_back(discreet.text(other));
  }
  /// Of what was finished by the end of the item, only what came of it is told; what was taken back not at all.
  bool is_open(const std::string& id) const {
    return action(id) != nullptr && std::ranges::find(finished, id) == finished.end();
  }
  void operator()(const ActionAdded& e) const {
    if (!is_open(e.id)) return;
    out.tells = out.tells || e.tells_resident;
    out.tasks.push_back(
        {person(e.who), discreet.text(what_to_do(e, voice)) + mark(e.id), e.by_when ? due(e, voice) : "?",
         e.checks.empty() || e.checks == e.who ? "" : discreet.person(e.checks), e.by_when.value_or(Date{}), e.id});
  }
  /// Of an action that was spoken of twice the last counts.
  void add_done(const std::string& about, std::string words) {
    const auto [place, first] = told.emplace(about, out.done.size());
    if (first) out.done.push_back(std::move(words));
    else out.done[place->second] = std::move(words);
  }
  void operator()(const ActionFinished& e) {
    add_done(e.action, fmt::format("{}: {}{}", action_name(e.action), label(e.state, voice),
                                   e.note.empty() ? "" : ", " + discreet.text(e.note)));
  }
  void operator()(const ActionMoved& e) {
    const auto* moved = action(e.action);
    const auto what = action_name(e.action);
    add_done("moved " + e.action,
             text::say(voice, "meeting_minutes.moved", "action"_is = what, "by_when"_is = day(e.by_when, voice),
                       "because"_is = discreet.text(e.because)));
    if (moved == nullptr || !is_open(e.action)) return;
    // Agreed at this table too, it stands there once, with the day that holds.
    if (const auto there = std::ranges::find(out.tasks, e.action, &ItemOutcome::Task::action);
        there != out.tasks.end()) {
      there->by_when = day(e.by_when, voice);
      there->on = e.by_when;
      return;
    }
    out.tasks.push_back(
        {person(moved->plan.who), what, day(e.by_when, voice),
         moved->plan.checks.empty() || moved->plan.checks == moved->plan.who ? "" : discreet.person(moved->plan.checks),
         e.by_when, e.action});
  }
  void operator()(const GoalSet& e) const { out.goals.push_back(discreet.text(e.text) + mark(e.id)); }
  void operator()(const GoalScored& e) const {
    std::string words = goal_name(e.goal) + ": ";
    if (e.value) words += scale_point(*e.value);
    if (e.value && e.state) words += ", ";
    if (e.state) words += label(*e.state, voice);
    if (e.resident) words += text::say(voice, "meeting_minutes.says_resident");
    out.goals.push_back(std::move(words));
  }
  void operator()(const ResidentTold& e) const {
    out.told.push_back(fmt::format("{} ({}, {})", discreet.text(e.what), person(e.who), day(e.on, voice)));
  }
  void operator()(const Contributed& e) const {
    if (e.kind != "choice") return;
    const auto it = std::ranges::find(c.contributions, e.id, &Contribution::id);
    if (it == c.contributions.end() || !is_shown(c, *it)) return;
    if (!c.is_anonymous(*it)) return chosen(*it);
    // All of the stay at once, in the order in which they stand: that of events would tell who was first.
    const auto with_it = [&](const Contribution& other) { return other.visit == it->visit && other.kind == e.kind; };
    if (std::ranges::any_of(c.contributions,
                            [&](const auto& other) { return with_it(other) && other.event < it->event; }))
      return;
    for (const auto& other : c.contributions)
      if (with_it(other) && is_shown(c, other)) chosen(other);
  }
  void chosen(const Contribution& it) const {
    if (!it.text.empty())
      out.choices.push_back(person(std::string(c.said_by(it))) + ": " + discreet.text(it.text) + mark(it.id));
  }
  void safety(std::string words) const {
    if (std::ranges::find(out.safety, words) == out.safety.end()) out.safety.push_back(std::move(words));
  }
  void operator()(const ConcernRaised&) const { safety(text::say(voice, "meeting_minutes.safety_concern_reported")); }
  void operator()(const AcuteRaised&) const { safety(text::say(voice, "meeting_minutes.acute_danger_reported")); }
  void operator()(const AcuteHandled& e) const {
    safety(text::say(voice, "meeting_minutes.acute_handled", "what"_is = discreet.text(e.text)));
  }
  void operator()(const SignalCounted&) const { ++out.signals; }
  void operator()(const LearningCounted&) const { ++out.learning; }
  void operator()(const MeldcodeStepTaken& e) const {
    safety(e.not_held == NotHeld::held ? text::say(voice, "meeting_minutes.meldcode_step", "step"_is = e.step)
                                       : text::say(voice, "meeting_minutes.meldcode_no_talk", "step"_is = e.step,
                                                   "ground"_is = text::label(e.not_held)));
  }
  template <class Other>
  void operator()(const Other&) const {}
};

/// What it got in all, of what still stands, in the order in which it was voted for first.
struct InAll {
  const Contribution* what;
  int points = 0;
  int voters = 0;
};

std::vector<InAll> in_all(const Case& c, const std::vector<const Ballot*>& ballots) {
  std::vector<InAll> all;
  for (const auto* ballot : ballots)
    for (const auto& choice : ballot->choices) {
      const auto said = std::ranges::find(c.contributions, choice.of, &Contribution::id);
      if (said == c.contributions.end() || !is_shown(c, *said)) continue;
      auto got = std::ranges::find(all, &*said, &InAll::what);
      if (got == all.end()) got = all.insert(all.end(), {&*said});
      got->points += choice.points;
      ++got->voters;
    }
  return all;
}

/// When the table could read what came of a vote: at once, or when the step was left in which each voted unseen.
std::optional<Time> known_from(const Case& c, const std::vector<const Ballot*>& ballots, int visit) {
  const bool hidden = std::ranges::any_of(ballots, &Ballot::hidden);
  return hidden ? opened_at(c, visit) : std::optional(std::ranges::max(ballots, {}, &Ballot::at)->at);
}

/// What got most of each vote that became known at the table; of a vote that was done again there, the last.
void tell_votes(const Case& c, const Discreet& discreet, const text::Voice& voice, auto at_the_table,
                ItemOutcome& out) {
  for (auto last = c.votes.begin(); last != c.votes.end(); ++last) {
    if (last->visit < 0) continue;
    const auto& visit = c.visits[static_cast<std::size_t>(last->visit)];
    const bool more = std::any_of(last + 1, c.votes.end(), [&](const Ballot& later) {
      return later.visit >= 0 && same_time(c.visits[static_cast<std::size_t>(later.visit)], visit);
    });
    if (more) continue;
    const auto given = ballots(c, visit);
    const auto known = known_from(c, given, last->visit);
    if (!known || !at_the_table(*known)) continue;
    const auto all = in_all(c, given);
    if (all.empty()) continue;
    const auto most = std::ranges::max(all, {}, &InAll::points).points;
    for (const auto& got : all)
      if (got.points == most)
        out.votes.push_back(text::say(voice, "meeting_minutes.vote_got",
                                      "what"_is = discreet.text(got.what->text) + changed_mark(c, got.what->id, voice),
                                      "points"_is = got.points, "voters"_is = got.voters));
  }
}

}  // namespace

bool ItemOutcome::anything() const {
  return !tasks.empty() || !safety.empty() || !decisions.empty() || !dissent.empty() || !done.empty() ||
         !choices.empty() || !votes.empty() || !goals.empty() || !told.empty();
}

ItemOutcome item_outcome(const AgendaItem& item, const CaseRecord& record, const Definitions& definitions, Time now,
                         const text::Voice& voice) {
  const Discreet discreet(*record.state, definitions, voice);
  ItemOutcome out;
  OutcomeTeller teller{*record.state, discreet, voice, out};
  const auto until = item.sittings.empty() ? now : item.sittings.back().to.value_or(now);
  for (const auto& event : record.events)
    if (const auto* done = std::get_if<ActionFinished>(&event.body); done != nullptr && event.at <= until) {
      // One that comes again stands there as the next.
      if (teller.action(done->action) != nullptr && done->state != Done::open) teller.finished.push_back(done->action);
    }
  const auto at_the_table = [&](Time when) {
    return std::ranges::any_of(item.sittings, [&](const Sitting& sitting) {
      return when >= sitting.from && when <= sitting.to.value_or(now);
    });
  };
  for (const auto& event : record.events) {
    if (event.at > until) continue;
    // A day to look back that has come is no next one.
    if (const auto* set = std::get_if<ReviewSet>(&event.body))
      out.next = set->on > date_of(until) ? day(set->on, voice) : std::string();
    if (at_the_table(event.at)) std::visit(teller, event.body);
  }
  tell_votes(*record.state, discreet, voice, at_the_table, out);
  return out;
}

}  // namespace casus::report
