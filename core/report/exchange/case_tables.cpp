// SPDX-License-Identifier: EUPL-1.2
#include "core/report/exchange/case_tables.hpp"

#include "core/page/safe_text.hpp"
#include "core/report/history/naming.hpp"
#include "core/report/term_words.hpp"
#include "core/text/label.hpp"
#include "core/text/voice.hpp"

#include <algorithm>

namespace casus::report {

namespace {

std::string day_cell(const std::optional<Date>& date) { return date ? to_string(*date) : std::string(); }

std::string person_cell(const Case& state, const std::string& id, const text::Voice& voice) {
  return id.empty() ? std::string() : page::one_line(state.name_of(id, voice));
}

}  // namespace

page::Row case_table_header() {
  return {"case",        "title",     "life",    "phase",      "round",   "safety",      "neighbourhood",
          "question",    "owner",     "privacy", "basis",      "purpose", "method",      "opened_on",
          "reported_on", "review_on", "goals",   "open_goals", "actions", "open_actions"};
}

page::Row case_table_row(const Case& state, const text::Voice& voice) {
  const auto count = [](const auto& all) { return std::to_string(all.size()); };
  const auto open = [](const auto& all) {
    return std::to_string(std::ranges::count_if(all, [](const auto& it) { return it.state == Done::open; }));
  };
  const auto* owner = state.with(Role::case_manager);
  if (owner == nullptr) owner = state.with(Role::presenter);
  return {state.id,
          page::one_line(state.title),
          label(state.stage.life, voice),
          label(state.stage.phase, voice),
          std::to_string(state.round),
          label(state.stage.safety, voice),
          page::one_line(state.neighbourhood),
          page::one_line(state.question),
          owner == nullptr ? "" : page::one_line(owner->name),
          label(state.privacy, voice),
          ground_in_words(state, voice),
          page::one_line(state.purpose),
          state.method(state.stage.phase).id,
          to_string(date_of(state.opened_at)),
          day_cell(state.reported_on),
          day_cell(state.review_on),
          count(state.goals),
          open(state.goals),
          count(state.actions),
          open(state.actions)};
}

page::Row action_table_header() {
  return {"case", "action",     "what", "who",   "by_when", "checks",
          "rung", "first_step", "goal", "state", "result",  "moved"};
}

std::vector<page::Row> action_table_rows(const Case& state, const text::Voice& voice) {
  std::vector<page::Row> rows;
  for (const auto& action : state.actions)
    rows.push_back({state.id, action.plan.id, page::one_line(action.plan.what),
                    person_cell(state, action.plan.who, voice), day_cell(action.plan.by_when),
                    person_cell(state, action.plan.checks, voice),
                    action.plan.rung ? label(*action.plan.rung, voice) : "",
                    action.plan.first_step ? text::say(voice, "text.yes") : "", action.plan.goal,
                    label(action.state, voice), page::one_line(action.result), std::to_string(action.moved)});
  return rows;
}

}  // namespace casus::report
