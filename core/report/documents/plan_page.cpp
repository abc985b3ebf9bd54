// SPDX-License-Identifier: EUPL-1.2
#include "core/report/documents/plan_page.hpp"

#include "core/report/documents/plan_check.hpp"
#include "core/report/documents/plan_scores.hpp"
#include "core/report/history/naming.hpp"
#include "core/text/label.hpp"
#include "core/text/voice.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace casus::report {

using nlohmann::json;

namespace {

/// The plan in words of one language.
class PlanWords {
 public:
  PlanWords(const Case& state, const text::Voice& voice) : state_(state), voice_(voice) {}

  std::string person(const std::string& id) const { return id.empty() ? "-" : state_.name_of(id, voice_); }

  std::string when(const ActionFields& plan) const { return plan.by_when ? due(plan, voice_) : "-"; }

  void goal(page::Page& page, const Goal& goal) const {
    page.bullet(fmt::format("{} ({}): {}{}", goal.set.id, label(goal.state, voice_), goal.set.text,
                            changed_mark(state_, goal.set.id, goal, voice_)) +
                (goal.set.resident_words ? text::say(voice_, "plan.residents_words") : ""));
    if (!goal.set.scale) return;
    page.detail(
        fmt::format("{}: {} ({})", text::say(voice_, "plan.scale"), goal.set.variable, label(*goal.set.scale, voice_)));
    const auto scores = both_scores(state_, goal);
    if (scores.worker == nullptr && scores.resident == nullptr) return;
    page.detail(side_by_side(scores));
  }

  std::string side_by_side(const BothScores& scores) const {
    const auto one = [&](const GoalMark* mark) {
      if (mark == nullptr) return text::say(voice_, "plan.score_yet");
      return fmt::format("{} ({})", scale_point(*mark->given.value), day(date_of(mark->at), voice_));
    };
    auto out = fmt::format("{}: {} | {}: {}", text::say(voice_, "plan_scores.worker"), one(scores.worker),
                           text::say(voice_, "plan.resident"), one(scores.resident));
    if (scores.worker == nullptr || scores.resident == nullptr) return out;
    const int apart = std::abs(*scores.worker->given.value - *scores.resident->given.value);
    if (apart == 0) return out + text::say(voice_, "plan.see_alike");
    return out + text::say(voice_, "plan.apart_ask_what_do_see", "apart"_is = apart);
  }

  std::string agreed() const {
    if (state_.agreed.empty()) return text::say(voice_, "plan.recorded_yet");
    const auto& last = state_.agreed.back();
    auto out = day(last.given.on, voice_);
    if (!last.given.line.empty()) out += " (" + last.given.line + ")";
    if (!last.given.note.empty()) out += ": " + last.given.note;
    return out;
  }

  page::Line remark(const PlanRemark& remark) const {
    return page::Line(voice_.say(remark.says)).way_on(voice_.say(remark.how));
  }

  void remarks(page::Page& page, const std::vector<PlanRemark>& all) const {
    std::string line = "?";
    for (const auto& one : all) {
      if (one.line != line) {
        line = one.line;
        page.paragraph(line_name(line));
      }
      page.bullet(remark(one));
    }
  }

 private:
  std::string line_name(const std::string& line) const {
    if (line.empty()) return text::say(voice_, "plan.plan_as_whole");
    for (const auto& goal : state_.goals)
      if (goal.set.id == line) return fmt::format("{}: {}", line, goal.set.text);
    for (const auto& action : state_.actions)
      if (action.plan.id == line) return fmt::format("{}: {}", line, what_to_do(action.plan, voice_));
    return line;
  }

  const Case& state_;
  text::Voice voice_;
};

std::string remarks_heading(std::size_t count, const text::Voice& voice) {
  return text::say(voice, "plan.what_can_sharper", "count"_is = count);
}

}  // namespace

std::vector<page::Bar> ladder(const Case& state, const text::Voice& voice) {
  std::vector<page::Bar> out;
  const auto add = [&](std::string_view name, const std::optional<Rung>& rung) {
    const auto count = static_cast<std::size_t>(
        std::ranges::count(state.actions, rung, [](const Action& action) { return action.plan.rung; }));
    if (!rung && count == 0) return;
    const auto all = std::max<std::size_t>(1, state.actions.size());
    out.push_back({capital(name), count, static_cast<double>(count) / static_cast<double>(all)});
  };
  if (state.actions.empty()) return out;
  for (const auto& rung : names_of(Rung{})) add(label(rung.value, voice), rung.value);
  add(text::say(voice, "plan.rung_chosen_yet"), std::nullopt);
  return out;
}

page::Page plan_page(const Case& state, Date today, const text::Voice& voice) {
  const PlanWords in(state, voice);
  page::Page page;
  page.title = fmt::format("{} {}: {}", text::say(voice, "plan.plan_case"), state.id, state.title);
  page.section(text::say(voice, "plan.goals"));
  if (state.goals.empty())
    page.paragraph(
        page::Line(text::say(voice, "plan.no_goals_yet"))
            .way_on(text::say(voice, "plan.set_a_goal",
                              "goal"_is = way("plan goal", "case"_is = state.id, "text"_is = gap("gap.words")))));
  for (const auto& goal : state.goals) in.goal(page, goal);
  page.section(text::say(voice, "plan.actions"));
  if (state.actions.empty()) {
    page.paragraph(
        page::Line(text::say(voice, "plan.no_actions_yet"))
            .way_on(text::say(voice, "plan.add_an_action",
                              "action"_is = way("plan action", "case"_is = state.id, "what"_is = gap("gap.words"),
                                                "who"_is = gap("gap.dots"), "by-when"_is = gap("gap.dots")))));
  } else {
    std::vector<page::Row> rows;
    for (const auto& action : state.actions) {
      auto what = what_to_do(action.plan, voice);
      if (action.plan.first_step) what += text::say(voice, "plan.first_step");
      rows.push_back({action.plan.id, what, in.person(action.plan.who), in.when(action.plan),
                      in.person(action.plan.checks), action.plan.rung ? label(*action.plan.rung, voice) : "-",
                      action.plan.goal.empty() ? "-" : action.plan.goal, label(action.state, voice)});
    }
    page.table({text::say(voice, "plan.no"), text::say(voice, "plan.what"), text::say(voice, "plan.who"),
                text::say(voice, "plan.by"), text::say(voice, "plan.checks"), text::say(voice, "plan.rung"),
                text::say(voice, "plan.goal"), text::say(voice, "plan.state")},
               std::move(rows));
    page.section(text::say(voice, "plan.network_first"));
    page.bars(ladder(state, voice));
  }
  page.section(text::say(voice, "plan.about_plan"));
  page.bullet(text::say(voice, "plan.looking_back") +
              (state.review_on ? day(*state.review_on, voice) : text::say(voice, "plan.day_chosen_yet")));
  page.bullet(text::say(voice, "plan.resident_agrees") + in.agreed());
  const auto remarks = plan_check(state, today);
  if (!remarks.empty()) {
    page.section(remarks_heading(remarks.size(), voice));
    for (const auto& one : remarks) page.bullet((one.line.empty() ? "" : one.line + ": ") + voice.say(one.says));
    page.paragraph(
        page::Line().way_on(text::say(voice, "plan.how_mend", "check"_is = way("plan check", "case"_is = state.id))));
  }
  return page;
}

page::Page plan_check_page(const Case& state, Date today, const text::Voice& voice) {
  const PlanWords in(state, voice);
  page::Page page;
  page.title = fmt::format("{} {}", text::say(voice, "plan.checked_plan_case"), state.id);
  const auto remarks = plan_check(state, today);
  if (remarks.empty()) {
    page.paragraph(text::say(voice, "plan.every_open_line_has_what"));
    return page;
  }
  page.paragraph(text::say(voice, "plan.these_questions_nothing_forbidden_program"));
  in.remarks(page, remarks);
  return page;
}

json plan_json(const Case& state, Date today, const text::Voice& voice) {
  auto rungs = json::array();
  const auto bars = ladder(state, Lang::en);
  for (std::size_t i = 0; i < bars.size(); ++i)
    rungs.push_back({{"rung", i < names_of(Rung{}).size() ? json(names_of(Rung{})[i].key) : json()},
                     {"count", bars[i].count},
                     {"share", bars[i].share}});
  auto scores = json::array();
  for (const auto& goal : state.goals) {
    if (!goal.set.scale) continue;
    const auto both = both_scores(state, goal);
    const auto value = [](const GoalMark* mark) { return mark == nullptr ? json() : json(*mark->given.value); };
    scores.push_back({{"goal", goal.set.id}, {"worker", value(both.worker)}, {"resident", value(both.resident)}});
  }
  auto remarks = json::array();
  for (const auto& one : plan_check(state, today))
    remarks.push_back({{"line", one.line},
                       {"check", one.check},
                       {"source", one.source},
                       {"says", {{"nl", voice.in(Lang::nl).say(one.says)}, {"en", voice.in(Lang::en).say(one.says)}}},
                       {"how", {{"nl", voice.in(Lang::nl).say(one.how)}, {"en", voice.in(Lang::en).say(one.how)}}}});
  return {{"ladder", std::move(rungs)}, {"both_scores", std::move(scores)}, {"remarks", std::move(remarks)}};
}

}  // namespace casus::report
