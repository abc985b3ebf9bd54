// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/catalogue.hpp"
#include "core/desk/verbs/case/pages.hpp"
#include "core/desk/words/days/days.hpp"

/// Goals and actions: goal, action, done, move, score, change, agree, show.
namespace casus::desk {
namespace {

/// "elke woensdag" is a day here as it is in a meeting: what comes again, from the first day on. Said twice, and
/// otherwise, it is asked.
void takes_what_repeats(Slot& day, std::string& repeats) {
  day.set = [take = day.set, &repeats](const std::string& typed, const Spelling& how) {
    const auto read = read_day(typed, how.today);
    if (!read || !read.again) return take(typed, how);
    repeats = to_string(*read.again);  // the first day comes with it (completed.hpp)
    return std::string();
  };
}
void asks_which_rule(Slot& again, std::string& repeats) {
  again.set = [take = again.set, &repeats](const std::string& typed, const Spelling& how) {
    const auto before = repeats;
    if (auto wrong = take(typed, how); !wrong.empty() || before.empty()) return wrong;
    const auto read = read_day(typed, how.today);
    if (typed == before || (read && read.again && to_string(*read.again) == before)) return std::string();
    return text::say(how.voice, "days.again_twice", "typed"_is = typed);
  };
}

void parameters_of(Slots& slots, SetGoal& body) {
  slots.word(body.text, "help.what_will_instead").asks = "ask.goal";
  slots.flag(body.resident_words, "help.residents_own_words");
  slots.option(body.scale, "help.scale_goal");
  slots.option(body.variable, "help.what_scale_measures");
  slots.option("level", body.levels, "help.what_each_point_looks_like");
}

void parameters_of(Slots& slots, ScoreGoal& body) {
  slots.word(body.goal, "help.id_goal_like_g1");
  slots.word(body.value, "help.how_far_goals_own_scale");
  slots.option(body.evidence, "help.how_shows").usual = true;
  slots.option(body.state, "help.reached_partly");
  slots.flag(body.resident, "help.residents_own_score").usual = true;
}

void parameters_of(Slots& slots, ChangeGoal& body) {
  slots.word(body.goal, "help.id_goal_like_g1");
  slots.option(body.text, "help.other_words");
  slots.option(body.resident_words, "help.residents_words");
  slots.option(body.scale, "help.scale_goal");
  slots.option(body.variable, "help.what_scale_measures");
  slots.option("level", body.levels, "help.what_each_point_looks_like");
}

void parameters_of(Slots& slots, ChangeAction& body) {
  slots.word(body.action, "help.id_action_like_a1");
  slots.option(body.what, "help.other_words");
  slots.option(body.who, "help.does");
  slots.option(body.checks, "help.checks");
  slots.option(body.rung, "help.rung_self_network_volunteer");
  slots.option(body.first_step, "help.first_small_step_2");
  slots.option(body.goal, "help.which_goal_like_g1");
  slots.option(body.repeats, "help.comes_again_like_every_wednesday");
}

void parameters_of(Slots& slots, AgreePlan& body) {
  slots.word(body.line, "help.goal_action_else_all");
  slots.option(body.note, "help.what_resident_said");
  Slots::looks_back(slots.option(body.on, "help.which_day_else_today"), body.on);
}

void parameters_of(Slots& slots, AddAction& body) {
  const auto asked = [](Slot& slot, Words asks) -> Slot& {
    slot.usual = true;
    slot.asks = asks;
    return slot;
  };
  slots.word(body.what, "help.what_will_done").asks = "ask.action";
  asked(slots.option(body.who, "help.does"), "ask.action_who").needed_by_rules();
  auto& by_when = asked(slots.option(body.by_when, "help.when_like_wednesday_2_december"), "ask.action_by_when");
  takes_what_repeats(by_when, body.repeats);
  asked(slots.option(body.checks, "help.checks"), "ask.action_checks").needed_by_rules();
  slots.option(body.rung, "help.rung_self_network_volunteer");
  slots.flag(body.first_step, "help.first_small_step");
  slots.option(body.goal, "help.which_goal_like_g1");
  asks_which_rule(slots.option(body.repeats, "help.comes_again_like_every_wednesday"), body.repeats);
  slots.flag(body.tells_resident, "help.resident_hears_what_discussed");
}

void parameters_of(Slots& slots, FinishAction& body) {
  slots.word(body.action, "help.id_action_like_a1");
  slots.option("state", body.state, "help.done_partly").usual = true;
  slots.option(body.note, "help.what_came").usual = true;
  slots.flag(body.last, "help.action_comes_again_ends_here");
}

void parameters_of(Slots& slots, MoveAction& body) {
  slots.word(body.action, "help.id_action_like_a1");
  slots.word("DAY", body.by_when, "help.new_day");
  slots.option(body.because, "help.why").usual = true;
}

}  // namespace

Entries plan_verbs() {
  return {
      {"plan goal", "help.goal", "help.plan_goal_2026_001_i", fresh<Plain<SetGoal, parameters_of>>},
      {"plan action", "help.does_what_when_checks", "help.plan_action_2026_001_open",
       fresh<Plain<AddAction, parameters_of>>},
      {"plan done", "help.what_came_action", "help.plan_done_2026_001_a1", fresh<Plain<FinishAction, parameters_of>>},
      {"plan move", "help.another_day_action", "help.plan_move_2026_001_a1", fresh<Plain<MoveAction, parameters_of>>},
      {"plan score", "help.how_far_goal", "help.plan_score_2026_001_g1", fresh<Plain<ScoreGoal, parameters_of>>},
      {"plan change goal", "help.other_words_scale_goal", "help.plan_change_goal_2026_001",
       fresh<Plain<ChangeGoal, parameters_of>>},
      {"plan change action", "help.add_what_action_lacks", "help.plan_change_action_2026_001",
       fresh<Plain<ChangeAction, parameters_of>>},
      {"plan agree", "help.resident_agrees", "help.plan_agree_2026_001_note", fresh<Plain<AgreePlan, parameters_of>>},
      {"plan check", "help.what_each_line_plan_still", "help.plan_check_2026_001_as", fresh<PlanCheck>},
      {"plan show", "help.plan_team_resident", "help.plan_show_2026_001_resident", fresh<PlanPage>},
  };
}

}  // namespace casus::desk
