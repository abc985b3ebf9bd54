// SPDX-License-Identifier: EUPL-1.2
#include "core/service/table_course.hpp"

#include "core/engine/course.hpp"
#include "core/engine/floor.hpp"
#include "core/report/step_words.hpp"
#include "core/text/voice.hpp"

#include <fmt/format.h>

namespace casus::service {

using namespace text::literals;

namespace {

/// Of how many steps this is which, counting those that lie behind and those that can still come.
void number(Table& t, const Case& state, Time now, const engine::Library& library, const method::Definition& method,
            const method::Step& step) {
  const auto phase = state.here()->phase;
  int behind = 0;
  for (const auto& one : method.steps(phase)) {
    if (&one == &step) break;
    behind += engine::lies_behind(state, phase, one) ? 1 : 0;
  }
  const auto people = static_cast<int>(t.seats.size());
  const auto coming = engine::still_to_come(state, now, library, method, phase, people);
  t.number = behind + 1;
  t.of = behind + static_cast<int>(coming.size());
}

void menu(Table& t, const Case& state, const method::Definition& method, const method::Step& step,
          const report::Naming& names) {
  const auto& voice = names.voice();
  const auto phase = state.here()->phase;
  const auto chosen = engine::branch_taken(state, phase, step.id);
  for (const auto& branch : step.menu->branches) {
    Offered one{branch.id, branch.name.in(voice) + report::mark_note(branch.mark, voice), 0, branch.id == chosen};
    for (const auto& inner : method.steps(phase))
      if (inner.in_menu == step.id && inner.in_branch == branch.id)
        one.minutes += engine::planned_minutes(state, inner);
    t.menu.push_back(std::move(one));
  }
  const auto who = engine::who_choose(*step.menu);
  for (const auto* person : engine::with_any_role(state, who)) t.choosers.push_back(names.person(person->id));
  for (const auto role : who)
    t.who_choose += (t.who_choose.empty() ? "" : ", ") + report::role_name(method, role, voice);
}

}  // namespace

void show_course(Table& t, const Case& state, Time now, const engine::Library& library,
                 const method::Definition& method, const method::Step& step, const report::Naming& names) {
  number(t, state, now, library, method, step);
  const auto& visit = *state.here();
  for (const auto& one : visit.passed_over) {
    auto words = names.passed(one, visit.phase, visit.method);
    t.passed_over.push_back({std::move(words.step), std::move(words.when)});
  }
  if (step.menu) menu(t, state, method, step, names);
}

std::vector<std::string> passed_over_lines(const Table& table, const text::Voice& voice) {
  std::vector<std::string> lines;
  for (const auto& one : table.passed_over)
    lines.push_back(one.when.empty()
                        ? text::say(voice, "table.passed_over", "step"_is = one.step)
                        : text::say(voice, "table.passed_over_when", "step"_is = one.step, "when"_is = one.when));
  return lines;
}

std::vector<std::string> menu_lines(const Table& table, const text::Voice& voice) {
  std::vector<std::string> lines;
  for (const auto& one : table.menu) {
    auto line = fmt::format("{}. {}", lines.size() + 1, one.name);
    if (one.minutes > 0) line += fmt::format(" ({} min)", report::number(one.minutes, voice));
    if (one.chosen) line += " " + text::say(voice, "table.chosen");
    lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace casus::service
