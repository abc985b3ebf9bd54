// SPDX-License-Identifier: EUPL-1.2
#include "core/base/recurrence.hpp"
#include "core/page/safe_text.hpp"
#include "core/report/documents/plan_page.hpp"
#include "core/report/documents/plan_scores.hpp"
#include "core/report/history/naming.hpp"
#include "core/text/day_words.hpp"
#include "core/text/voice.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

/// The plan as the resident gets it: plain words, "u", and nothing that the team wrote for itself.
namespace casus::report {

using nlohmann::json;

namespace {

std::string without_full_stop(std::string_view text) {
  auto out = page::one_line(text);
  while (out.ends_with('.')) out.pop_back();
  return out;
}

class PlainPlan {
 public:
  /// Read by the resident, or by somebody of the circle whose id is given.
  PlainPlan(const Case& state, const text::Voice& voice, std::string_view reader = {})
      : state_(state), voice_(voice), reader_(reader) {}

  bool is_you(std::string_view id) const {
    if (!reader_.empty()) return id == reader_;
    const auto* person = state_.person(id);
    return id == "resident" || (person != nullptr && person->has(Role::resident));
  }

  /// Somebody who is erased is still somebody.
  std::string name(std::string_view id) const {
    const auto* person = state_.person(id);
    return person == nullptr || person->erased ? text::say(voice_, "plan_for_resident.somebody") : person->name;
  }

  void goal(page::Page& page, const Goal& goal) const {
    page.bullet(capital(without_full_stop(goal.set.text)) + "." + come_of(goal.state));
    const auto scores = both_scores(state_, goal);
    const auto said = [&](const GoalMark* mark, text::Literal id) {
      if (mark == nullptr) return;
      page.detail(fmt::format("{} {}.", text::say(voice_, id), in_words(goal, *mark->given.value)));
    };
    said(scores.resident, "plan_for_resident.how_far_as_see");
    said(scores.worker, "plan_for_resident.as_we_see");
  }

  /// What the point looks like, as it was agreed; else how far that is from the goal, which is 0.
  std::string in_words(const Goal& goal, int value) const {
    const bool from_the_start = *goal.set.scale == GoalScale::minus3_plus2;
    const auto level = static_cast<std::size_t>(value - (from_the_start ? -3 : -2));
    if (level < goal.set.levels.size()) return without_full_stop(goal.set.levels[level]);
    switch (value) {
      case -3: return text::say(voice_, "plan_for_resident.point_further_off");
      case -2:
        return from_the_start ? text::say(voice_, "plan_for_resident.point_as_it_was")
                              : text::say(voice_, "plan_for_resident.point_far");
      case -1: return text::say(voice_, "plan_for_resident.point_near");
      case 0: return text::say(voice_, "plan_for_resident.point_goal");
      case 1: return text::say(voice_, "plan_for_resident.point_beyond");
      default: return text::say(voice_, "plan_for_resident.point_far_beyond");
    }
  }

  std::string come_of(Done state) const {
    switch (state) {
      case Done::done: return text::say(voice_, "plan_for_resident.worked_out");
      case Done::partly: return text::say(voice_, "plan_for_resident.worked_out_part");
      case Done::not_done: return text::say(voice_, "plan_for_resident.did_work_out");
      case Done::dropped: return text::say(voice_, "plan_for_resident.no_longer_needed");
      default: return {};
    }
  }

  /// "Noor vertelt u: wat we bespraken, uiterlijk op 9 maart 2026."
  std::string told(const Action& action) const {
    const auto& plan = action.plan;
    const bool open = action.state == Done::open;
    const auto who = name(plan.who);
    const auto what = without_full_stop(plan.what);
    auto out = open ? text::say(voice_, "plan_for_resident.tells_you", "who"_is = who, "what"_is = what)
                    : text::say(voice_, "plan_for_resident.told_you", "who"_is = who, "what"_is = what);
    if (open && plan.by_when) out += when(plan);
    out += '.';
    return open ? out : out + come_of(action.state);
  }

  /// ", uiterlijk op 9 maart 2026"; ", elke vrijdag, voor het eerst op 4 december 2026".
  std::string when(const ActionFields& plan) const {
    const auto on = day(*plan.by_when, voice_);
    const auto again = recurrence_from(plan.repeats);
    return again ? text::say(voice_, "plan_for_resident.again", "again"_is = text::again_in_words(*again, voice_),
                             "from"_is = on)
                 : text::say(voice_, "plan_for_resident.latest", "by_when"_is = on);
  }

  /// "Bellen met tante Els. Dat doet Noor, voor 9 maart 2026. Bram kijkt of het lukt."
  std::string action(const Action& action) const {
    const auto& plan = action.plan;
    if (plan.tells_resident && !is_you(plan.who)) return told(action);
    auto out = capital(without_full_stop(plan.what)) + ".";
    if (action.state != Done::open) return out + come_of(action.state);
    if (!plan.who.empty()) {
      out += is_you(plan.who) ? text::say(voice_, "plan_for_resident.do_yourself")
                              : text::say(voice_, "plan_for_resident.does", "who"_is = name(plan.who));
      if (plan.by_when) out += when(plan);
      out += '.';
    }
    if (!plan.checks.empty() && plan.checks != plan.who)
      out += is_you(plan.checks)
                 ? text::say(voice_, "plan_for_resident.see_whether_works")
                 : text::say(voice_, "plan_for_resident.sees_whether_works", "checks"_is = name(plan.checks));
    return out;
  }

  std::string contact_or_nobody() const {
    const auto* person = state_.with(Role::presenter);
    return person == nullptr || person->erased ? std::string() : person->name;
  }

  /// Whom the resident can turn to: who brought the case in.
  std::string contact() const {
    const auto* person = state_.with(Role::presenter);
    return person == nullptr || person->erased ? text::say(voice_, "plan_for_resident.team") : person->name;
  }

 private:
  const Case& state_;
  text::Voice voice_;
  std::string reader_;
};

void add_sender(page::Page& page, const PlainPlan& in, const text::Voice& voice, const PlanSender& sender) {
  page.section("");
  if (sender.on) page.fact(text::say(voice, "plan_for_resident.date"), day(*sender.on, voice));
  page.fact(text::say(voice, "plan_for_resident.from_team"), sender.team);
  page.fact(text::say(voice, "plan_for_resident.contact"), in.contact_or_nobody());
  page.fact(text::say(voice, "plan_for_resident.phone"), sender.phone);
}

/// The open ones by day, then those that came to something.
std::vector<const Action*> actions_by_day(const Case& state, bool open) {
  std::vector<const Action*> out;
  for (const auto& action : state.actions)
    if ((action.state == Done::open) == open) out.push_back(&action);
  std::ranges::stable_sort(out, [](const Action* a, const Action* b) {
    return a->plan.by_when && (!b->plan.by_when || *a->plan.by_when < *b->plan.by_when);
  });
  return out;
}

}  // namespace

page::Page plan_page_for_resident(const Case& state, const text::Voice& voice, const PlanSender& sender) {
  const PlainPlan in(state, voice);
  page::Page page;
  page.title = text::say(voice, "plan_for_resident.plan");
  add_sender(page, in, voice, sender);
  page.paragraph(text::say(voice, "plan_for_resident.says_what_want_reach_does"));
  if (!state.goals.empty()) {
    page.section(text::say(voice, "plan_for_resident.what_want_reach"));
    for (const auto& goal : state.goals) in.goal(page, goal);
  }
  const auto open = actions_by_day(state, true);
  page.section(text::say(voice, "plan_for_resident.what_will_done"));
  if (open.empty()) page.paragraph(text::say(voice, "plan_for_resident.nothing_agreed_right_now"));
  for (const auto* action : open) page.bullet(in.action(*action));
  if (const auto past = actions_by_day(state, false); !past.empty()) {
    page.section(text::say(voice, "plan_for_resident.what_has_been_done"));
    for (const auto* action : past) page.bullet(in.action(*action));
  }
  if (state.stage.life == Life::closed) {
    page.section(text::say(voice, "plan_for_resident.plan_finished"));
    page.paragraph(text::say(voice, "plan_for_resident.do_have_question_again_later", "contact"_is = in.contact()));
    return page;
  }
  page.section(text::say(voice, "plan_for_resident.when_we_look_together_how"));
  page.paragraph(state.review_on
                     ? text::say(voice, "plan_for_resident.on", "review_on"_is = day(*state.review_on, voice))
                     : text::say(voice, "plan_for_resident.we_will_choose_day"));
  page.section(text::say(voice, "plan_for_resident.something_right"));
  page.paragraph(text::say(voice, "plan_for_resident.tell_then_we_change_plan", "contact"_is = in.contact()));
  if (!sender.phone.empty())
    page.paragraph(text::say(voice, "plan_for_resident.or_call", "phone"_is = page::one_line(sender.phone)));
  page.section(text::say(voice, "plan_for_resident.sign")).by_pen = true;
  page.paragraph(text::say(voice, "plan_for_resident.signing_may_be_left"));
  page.table_to_fill({text::say(voice, "plan_for_resident.sign_name"), text::say(voice, "plan_for_resident.date"),
                      text::say(voice, "plan_for_resident.sign_here")},
                     {{text::say(voice, "plan_for_resident.sign_you"), "", ""}, {in.contact(), "", ""}});
  return page;
}

page::Page plan_page_for_circle(const Case& state, std::string_view reader, const text::Voice& voice,
                                const PlanSender& sender) {
  const PlainPlan in(state, voice, reader);
  page::Page page;
  page.title = text::say(voice, "plan_for_circle.title");
  add_sender(page, in, voice, sender);
  page.paragraph(text::say(voice, "plan_for_circle.about"));
  page.section(text::say(voice, "plan_for_circle.what_you_will_do"));
  std::size_t open = 0;
  for (const auto* action : actions_by_day(state, true)) {
    if (!in.is_you(action->plan.who)) continue;
    page.bullet(in.action(*action));
    ++open;
  }
  if (open == 0) page.paragraph(text::say(voice, "plan_for_circle.nothing_agreed"));
  bool headed = false;
  for (const auto* action : actions_by_day(state, false)) {
    if (!in.is_you(action->plan.who)) continue;
    if (!headed) page.section(text::say(voice, "plan_for_resident.what_has_been_done"));
    headed = true;
    page.bullet(in.action(*action));
  }
  page.section(text::say(voice, "plan_for_resident.something_right"));
  page.paragraph(text::say(voice, "plan_for_circle.tell", "contact"_is = in.contact()));
  if (!sender.phone.empty())
    page.paragraph(text::say(voice, "plan_for_resident.or_call", "phone"_is = page::one_line(sender.phone)));
  return page;
}

json plan_json_for_circle(const Case& state, std::string_view reader) {
  const PlainPlan in(state, Lang::nl, reader);
  auto actions = json::array();
  for (const auto& action : state.actions) {
    if (!in.is_you(action.plan.who)) continue;
    actions.push_back({{"what", action.plan.what},
                       {"who", "you"},
                       {"by_when", action.plan.by_when ? json(to_string(*action.plan.by_when)) : json()},
                       {"state", key(action.state)}});
  }
  return {{"actions", std::move(actions)}, {"contact", in.contact()}};
}

json plan_json_for_resident(const Case& state) {
  const PlainPlan in(state, Lang::nl);
  auto goals = json::array();
  for (const auto& goal : state.goals) {
    const auto both = both_scores(state, goal);
    const auto value = [](const GoalMark* mark) { return mark == nullptr ? json() : json(*mark->given.value); };
    goals.push_back({{"text", goal.set.text},
                     {"state", key(goal.state)},
                     {"your_score", value(both.resident)},
                     {"our_score", value(both.worker)}});
  }
  auto actions = json::array();
  for (const auto& action : state.actions) {
    const auto who = [&](const std::string& id) {
      if (id.empty()) return json();
      return in.is_you(id) ? json("you") : json(in.name(id));
    };
    actions.push_back({{"what", action.plan.what},
                       {"who", who(action.plan.who)},
                       {"by_when", action.plan.by_when ? json(to_string(*action.plan.by_when)) : json()},
                       {"checks", who(action.plan.checks)},
                       {"state", key(action.state)}});
  }
  return {{"goals", std::move(goals)},
          {"actions", std::move(actions)},
          {"review_on", state.review_on ? json(to_string(*state.review_on)) : json()},
          {"contact", in.contact()}};
}

}  // namespace casus::report
