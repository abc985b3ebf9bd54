// SPDX-License-Identifier: EUPL-1.2
#include "core/report/documents/plan_check.hpp"

#include "core/report/documents/plan_scores.hpp"
#include "core/report/documents/plan_signs.hpp"
#include "core/text/day_words.hpp"

#include <algorithm>

namespace casus::report {

using text::gap;
using text::Message;
using text::msg;
using text::way;

namespace {

/// A first step further away than this is not small; our own measure.
constexpr int kSoon = 14;
constexpr int kOftenMoved = 2;

class PlanLooker {
 public:
  PlanLooker(const Case& state, Date today) : state_(state), today_(today) {}

  std::vector<PlanRemark> remarks() {
    for (const auto& goal : state_.goals)
      if (goal.state == Done::open) look(goal);
    for (const auto& action : state_.actions)
      if (action.state == Done::open) look(action);
    whole();
    return std::move(found_);
  }

 private:
  void say(std::string check, std::string source, Message says, Message how) {
    found_.push_back({line_, std::move(check), std::move(source), std::move(says), std::move(how)});
  }

  bool is_agreed(std::string_view line, Time worded_at) const {
    return std::ranges::any_of(state_.agreed, [&](const Agreed& one) {
      return (one.given.line.empty() || one.given.line == line) && one.at >= worded_at;
    });
  }

  bool by_resident(const Made& made) const {
    const auto* person = state_.person(made.by);
    return person != nullptr && person->has(Role::resident);
  }

  void look(const Goal& goal) {
    line_ = goal.set.id;
    const auto& text = goal.set.text;
    if (!goal.set.resident_words)
      say("resident_words", "S1", msg("plan_check.goal_residents_own_words_yet"),
          msg("plan_check.ask_how_would_put_yourself",
              "goal"_is = way("plan change goal", "case"_is = state_.id, "goal"_is = line_, "text"_is = gap(),
                              "resident-words"_is = "yes")));
    if (const auto word = absence_in(text); !word.empty())
      say("presence", "MTM", msg("plan_check.goal_says_what_go_yet", "word"_is = word),
          msg("plan_check.ask_what_do_want_instead"));
    if (!has_verb(text))
      say("verb", "INS3", msg("plan_check.does_say_what_somebody_will_2"), msg("plan_check.ask_what_will_doing_then"));
    if (!is_observable(text) && !goal.set.scale)
      say("observable", "INS3", msg("plan_check.cannot_see_count_yet_whether"),
          msg("plan_check.give_number_or_scale",
              "change"_is = way("plan change goal", "case"_is = state_.id, "goal"_is = line_, "scale"_is = "-2..+2",
                                "variable"_is = gap())));
    if (goal.set.scale && goal.set.levels.empty())
      say("levels", "INS3", msg("plan_check.points_scale_described_yet"),
          msg("plan_check.say_each_point_what_looks",
              "goal"_is = way("plan change goal", "case"_is = state_.id, "goal"_is = line_, "level"_is = gap(),
                              "level"_is = gap())));
    if (const auto two = both_scores(state_, goal); two.worker && !two.resident)
      say("both_score", "PSW", msg("plan_check.only_worker_scored_resident_has"),
          msg("plan_check.ask_resident_record_value_resident",
              "score"_is = way("plan score", "case"_is = state_.id, "goal"_is = line_, "value"_is = gap("gap.value"),
                               "resident"_is = text::yes(), "evidence"_is = gap())));
    if (!is_agreed(goal.set.id, goal.worded_at) && !by_resident(goal))
      say("agreed", "INS3", msg("plan_check.recorded_yet_resident_agrees"),
          msg("plan_check.ask_record", "agree"_is = way("plan agree", "case"_is = state_.id, "line"_is = line_)));
    // That there is no action at all is said of the plan as a whole.
    if (!state_.actions.empty() &&
        std::ranges::none_of(state_.actions, [&](const Action& one) { return one.plan.goal == goal.set.id; }))
      say("goal_without_action", "own", msg("plan_check.action_goal_yet"),
          msg("plan_check.agree_first_step_goal", "line"_is = line_));
  }

  void look(const Action& action) {
    line_ = action.plan.id;
    const auto& plan = action.plan;
    complete(plan);
    if (!plan.who.empty() && plan.who == plan.checks)
      say("other_checks", "own", msg("plan_check.one_does_also_checks"),
          msg("plan_check.ask_somebody_else_see_whether",
              "action"_is = way("plan change action", "case"_is = state_.id, "action"_is = line_,
                                "checks"_is = gap("gap.name"))));
    // "De inwoner vertellen: wat we bespraken" says the deed by itself, and is help of nobody.
    const bool tells = plan.tells_resident;
    if (!tells && !has_verb(plan.what))
      say("verb", "INS3", msg("plan_check.does_say_what_somebody_will"),
          msg("plan_check.say_as_deed_like_call",
              "action"_is = way("plan change action", "case"_is = state_.id, "action"_is = line_, "what"_is = gap())));
    if (const auto word = vague_in(plan.what); !word.empty())
      say("vague", "own", msg("plan_check.can_mean_anything_when_done", "word"_is = word),
          msg("plan_check.name_what_can_seen_heard",
              "action"_is = way("plan change action", "case"_is = state_.id, "action"_is = line_, "what"_is = gap())));
    if (!tells && !plan.rung)
      say("rung", "R9", msg("plan_check.rung_missing_resident_network_neighbourhood"),
          msg("plan_check.choose_rung", "action"_is = way("plan change action", "case"_is = state_.id,
                                                          "action"_is = line_, "rung"_is = "network")));
    if (!tells && plan.goal.empty() && !state_.goals.empty())
      say("action_without_goal", "own", msg("plan_check.does_say_which_goal_action"),
          msg("plan_check.choose_goal",
              "action"_is = way("plan change action", "case"_is = state_.id, "action"_is = line_,
                                "goal"_is = state_.goals.front().set.id)));
    if (plan.first_step && plan.by_when && days_between(date_of(action.at), *plan.by_when) > kSoon)
      say("small_step", "R8",
          msg("plan_check.first_step_days_away",
              "by_when"_is = text::msg("count.days", "count"_is = days_between(date_of(action.at), *plan.by_when))),
          msg("plan_check.ask_what_can_done_week"));
    if (plan.by_when && *plan.by_when < today_)
      say("overdue", "R8", msg("plan_check.day_has_passed", "by_when"_is = text::day_message(*plan.by_when)),
          msg("plan_check.say_what_came_choose_day",
              "done"_is = way("plan done", "case"_is = state_.id, "action"_is = line_),
              "move"_is = way("plan move", "case"_is = state_.id, "action"_is = line_, "day"_is = "+7d",
                              "because"_is = gap())));
    if (action.moved >= kOftenMoved)
      say("moved_often", "own", msg("plan_check.moved_times_already", "moved"_is = action.moved),
          msg("plan_check.ask_step_small_enough_can"));
  }

  /// R8 asks all of this before an action is taken; one that came from elsewhere may lack it.
  void complete(const ActionLine& plan) {
    const auto add = [&](text::Way how) { return msg("plan_check.add_name", "how"_is = std::move(how)); };
    if (plan.who.empty())
      say("who", "R8", msg("plan_check.does_say_does"),
          add(way("plan change action", "case"_is = state_.id, "action"_is = line_, "who"_is = gap("gap.name"))));
    if (plan.checks.empty())
      say("checks", "R8", msg("plan_check.does_say_checks"),
          add(way("plan change action", "case"_is = state_.id, "action"_is = line_, "checks"_is = gap("gap.name"))));
    if (!plan.by_when)
      say("by_when", "R8", msg("plan_check.does_say_when"),
          msg("plan_check.choose_day_7d_because",
              "move"_is = way("plan move", "case"_is = state_.id, "action"_is = line_, "day"_is = "+7d",
                              "because"_is = gap())));
  }

  void whole() {
    line_.clear();
    if (state_.goals.empty())
      say("no_goal", "own", msg("plan_check.goal_yet"),
          msg("plan_check.ask_what_resident_wants_record",
              "goal"_is =
                  way("plan goal", "case"_is = state_.id, "text"_is = gap(), "resident-words"_is = text::yes())));
    if (state_.actions.empty()) {
      say("no_action", "R8", msg("plan_check.action_yet"),
          msg("plan_check.agree_first_small_step",
              "action"_is = way("plan action", "case"_is = state_.id, "what"_is = gap(), "who"_is = gap("gap.name"),
                                "by-when"_is = "+7d", "checks"_is = gap("gap.name"), "first-step"_is = text::yes())));
    } else {
      if (std::ranges::none_of(state_.actions, [](const Action& one) { return one.plan.first_step; }))
        say("first_step", "R8", msg("plan_check.action_first_small_step"),
            msg("plan_check.point_one_out",
                "action"_is = way("plan change action", "case"_is = state_.id,
                                  "action"_is = state_.actions.front().plan.id, "first-step"_is = "yes")));
      if (std::ranges::all_of(state_.actions, [](const Action& one) { return one.plan.rung == Rung::customised; }))
        say("all_customised", "R9", msg("plan_check.all_actions_customised_services_network"),
            msg("plan_check.see", "show"_is = way("network show", "case"_is = state_.id)));
    }
    if (!state_.review_on)
      say("review", "R10", msg("plan_check.day_look_back_yet"),
          msg("plan_check.choose_day_6w", "review"_is = way("case review", "case"_is = state_.id, "day"_is = "+6w")));
  }

  const Case& state_;
  Date today_;
  std::string line_;
  std::vector<PlanRemark> found_;
};

}  // namespace

std::vector<PlanRemark> plan_check(const Case& state, Date today) { return PlanLooker(state, today).remarks(); }

}  // namespace casus::report
