// SPDX-License-Identifier: EUPL-1.2
#include "core/service/table/table_course.hpp"

#include "core/engine/explain/case_view.hpp"
#include "core/engine/floor/course.hpp"
#include "core/engine/floor/floor.hpp"
#include "core/engine/floor/repeating.hpp"
#include "core/model/case/stays.hpp"
#include "core/page/safe_text.hpp"
#include "core/report/number_spread.hpp"
#include "core/report/step_words.hpp"
#include "core/service/table/table_votes.hpp"
#include "core/text/label.hpp"
#include "core/text/voice.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

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
  // What comes again is one step of them all the same, and may lie behind already.
  std::set<const method::Step*> coming;
  for (const auto* one : engine::still_to_come(state, now, library, method, phase, people))
    if (one >= &step) coming.insert(one);
  t.number = behind + 1;
  t.of = behind + static_cast<int>(coming.size());
}

/// What a repeat goes through, in words, with who said it.
std::string gone_through(const Case& state, const std::string& id, const report::Naming& names) {
  auto words = names.about(id);
  const auto said = std::ranges::find(state.contributions, id, &Contribution::id);
  if (said != state.contributions.end() && !words.empty()) words += fmt::format(" ({})", names.said_by(*said));
  return words;
}

std::string words_or_id(const Case& state, const std::string& id, const report::Naming& names) {
  auto words = gone_through(state, id, names);
  return words.empty() ? id : words;  // it may not be seen
}

std::string in_a_row(const std::vector<std::string>& parts) {
  std::string out;
  for (const auto& part : parts) out += (out.empty() ? "" : "; ") + part;
  return out;
}

void repeat(Table& t, const Case& state, Time at, const engine::Library& library, const method::Definition& method,
            const method::Step& step, const report::Naming& names) {
  const auto phase = state.here()->phase;
  const auto& steps = method.steps(phase);
  const auto place = static_cast<std::size_t>(&step - steps.data());
  const auto places = method::repeated_at(steps, place);
  if (!places) return;
  const engine::InRepeat in_repeat{phase, &steps, *places};
  const auto now = engine::time_now(state, in_repeat);
  auto& out = t.repeat.emplace();
  out.time = now.which.again + 1;
  out.of = now.of;
  out.at_most = !now.sure;
  out.about_id = now.which.about;
  out.about = gone_through(state, out.about_id, names);
  for (const auto& id : now.left_out) out.left_out.push_back(words_or_id(state, id, names));
  const auto& until = places->how->until;
  if (!until || !until->holds) return;
  out.until = until->text.in(names.voice());
  out.last_anyway = place == places->last && !engine::may_come_again(state, in_repeat) &&
                    !method::holds(*until->holds, engine::CaseView(state, at, library));
}

/// Says that a repeat came as often as it may, when the table comes out of it that way. Whether it lasted long enough
/// is for the table to see: the events keep that it went on, not why.
void ended_at_most(Table& t, const Case& state, const method::Definition& method, const report::Naming& names) {
  const auto before = state.visit_index() - 1;
  if (before < 0) return;
  const auto& left = state.visits[static_cast<std::size_t>(before)];
  const auto& here = *state.here();
  const auto* step = method.step(left.phase, left.step);
  if (left.back || left.method != here.method || step == nullptr) return;
  const auto& steps = method.steps(left.phase);
  const auto place = static_cast<std::size_t>(step - steps.data());
  const auto places = method::repeated_at(steps, place);
  if (!places || place != places->last || left.again + 1 < places->how->at_most) return;
  if (const auto& until = places->how->until; until && until->holds)
    t.ended_at_most = text::say(names.voice(), "table.ended_at_most", "step"_is = step->name.in(names.voice()),
                                "times"_is = left.again + 1, "until"_is = until->text.in(names.voice()));
  std::vector<std::string> rest;
  for (const auto& id : engine::not_gone_through(state, {left.phase, &steps, *places}))
    rest.push_back(words_or_id(state, id, names));
  if (!rest.empty())
    t.ended_at_most = text::say(names.voice(), "table.not_come_up", "step"_is = step->name.in(names.voice()),
                                "times"_is = left.again + 1, "what"_is = in_a_row(rest));
}

/// Says of a phase that the table is in, or came out of, that but one of its steps came. All else was passed over, each
/// for its own reason: together that may be more than anybody meant.
void only_step(Table& t, const Case& state, const report::Naming& names) {
  const auto& here = *state.here();
  for (const auto phase : kAllPhases) {
    const auto of_phase = [&](const PassedStep& it) { return it.phase == phase && !it.step.empty(); };
    if (std::ranges::none_of(here.passed_over, of_phase)) continue;
    const auto* method = names.method(phase == here.phase ? here.method : state.method(phase).id);
    if (method == nullptr) continue;
    std::set<std::string> came, passed;
    for (const auto& visit : state.visits) {
      if (visit.round != state.round) continue;
      if (visit.phase == phase) came.insert(visit.step);
      for (const auto& one : visit.passed_over)
        if (of_phase(one)) passed.insert(one.step);
    }
    for (const auto& step : came) passed.erase(step);
    const auto& steps = method->steps(phase);
    if (came.size() != 1 || passed.empty() || came.size() + passed.size() < steps.size()) continue;
    const auto* step = method->step(phase, *came.begin());
    t.only_step = text::say(names.voice(), "table.only_step", "phase"_is = label(phase, names.voice()),
                            "step"_is = step == nullptr ? *came.begin() : step->name.in(names.voice()));
  }
}

void menu(Table& t, const Case& state, const method::Definition& method, const method::Step& step,
          const report::Naming& names) {
  const auto& voice = names.voice();
  const auto phase = state.here()->phase;
  const auto chosen = engine::branch_taken(state, step);
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

void groups(Table& t, const Case& state, const method::Step& step, const report::Naming& names) {
  for (const auto* one : state.groups_here()) {
    const auto turn = engine::turn_shown(state, step, one->id);
    t.groups.push_back({names.group_number(one->id), names.people(one->people),
                        turn.current == nullptr ? std::string() : names.person(turn.current->id),
                        one->one.empty() ? std::string() : names.person(one->one), names.place_name(one->place)});
  }
}

/// What the groups of the step before said that they take to all.
void brought(Table& t, const Case& state, const method::Definition& method, const report::Naming& names) {
  const auto before = state.visit_index() - 1;
  if (before < 0 || state.visits[static_cast<std::size_t>(before)].back) return;
  const auto& visit = state.visits[static_cast<std::size_t>(before)];
  const auto* step = method.step(visit.phase, visit.step);
  if (step == nullptr || !step->parallel) return;
  const auto& kinds = step->parallel->brings;
  // Out of a repeat each group brings what it said in every time of it; else what counted when the step was left.
  const auto* here = method.step(state.here()->phase, state.here()->step);
  const bool all_times = !step->in_repeat.empty() && (here == nullptr || here->in_repeat != step->in_repeat);
  const auto is_brought = [&](const TableGroup& group) {
    if (group.visit == before) return true;
    const auto same = [&](const TableGroup& one) {
      return one.visit == before && one.id == goes_on_as(state, group.id);
    };
    if (!all_times) return std::ranges::any_of(state.groups, same);
    const auto stay = state.visits.begin() + group.visit;
    return stay->step == visit.step && std::all_of(stay, state.visits.begin() + before, [&](const Visit& it) {
             return it.round == visit.round && it.phase == visit.phase;
           });
  };
  for (const auto& group : state.groups) {
    if (!is_brought(group)) continue;
    Brought one{names.group_number(group.id), names.people(group.people), {}};
    for (const auto& it : state.contributions)
      if (it.visit == group.visit && it.group == group.id && report::is_shown(state, it) &&
          (kinds.empty() ? it.kind != "note" : std::ranges::find(kinds, it.kind) != kinds.end()))
        one.texts.push_back(page::one_line(names.words(it)));
    if (one.texts.empty()) continue;
    const auto known = std::ranges::find_if(
        t.brought, [&](const Brought& it) { return it.number == one.number && it.people == one.people; });
    if (known == t.brought.end()) t.brought.push_back(std::move(one));
    else known->texts.insert(known->texts.end(), one.texts.begin(), one.texts.end());
  }
}

std::string group_line(const SeatedGroup& it, const text::Voice& voice) {
  if (it.one.empty() && it.turn.empty())
    return text::say(voice, "groups.one", "number"_is = it.number, "people"_is = it.people);
  if (it.one.empty())
    return text::say(voice, "groups.one_turn", "number"_is = it.number, "people"_is = it.people, "turn"_is = it.turn);
  if (it.turn.empty())
    return text::say(voice, "groups.one_place", "number"_is = it.number, "people"_is = it.people, "one"_is = it.one,
                     "place"_is = it.place);
  return text::say(voice, "groups.one_place_turn", "number"_is = it.number, "people"_is = it.people, "one"_is = it.one,
                   "place"_is = it.place, "turn"_is = it.turn);
}

/// Of the last step of this round in which each wrote numbers unseen: in its own phase, and in the step right behind
/// it.
void numbers_together(Table& t, const Case& state, const report::Naming& names) {
  const auto now = state.visit_index();
  for (auto at = now - 1; at >= 0 && t.numbers.empty(); --at) {
    const auto& visit = state.visits[static_cast<std::size_t>(at)];
    if (visit.round != state.round || (visit.phase != state.stage.phase && at + 1 < now)) return;
    t.numbers = report::number_spreads(state, names, at);
  }
}

}  // namespace

void show_course(Table& t, const Case& state, Time now, const engine::Library& library,
                 const method::Definition& method, const method::Step& step, const report::Naming& names) {
  number(t, state, now, library, method, step);
  const auto& visit = *state.here();
  for (const auto& one : visit.passed_over) {
    auto words = names.passed(one, visit.phase, visit.method);
    t.passed_over.push_back({std::move(words.step), std::move(words.when), words.is_phase});
  }
  repeat(t, state, now, library, method, step, names);
  ended_at_most(t, state, method, names);
  only_step(t, state, names);
  for (const auto& one : state.role_turns)
    if (one.visit == state.visit_index())
      t.role_turns.push_back(text::say(names.voice(), "table.role_turned", "person"_is = names.person(one.person),
                                       "role"_is = report::role_name(method, one.role, names.voice())));
  groups(t, state, step, names);
  brought(t, state, method, names);
  show_votes(t, state, method, step, names);
  numbers_together(t, state, names);
  if (engine::offers_choice(state, method, step)) menu(t, state, method, step, names);
}

std::vector<std::string> course_lines(const Table& table, const text::Voice& voice) {
  std::vector<std::string> lines;
  if (table.repeat) {
    const auto& it = *table.repeat;
    if (it.at_most && it.until.empty())
      lines.push_back(text::say(voice, "table.time_at_most", "time"_is = it.time, "of"_is = it.of));
    else if (it.at_most)
      lines.push_back(
          text::say(voice, "table.time_until", "time"_is = it.time, "of"_is = it.of, "until"_is = it.until));
    else if (it.about.empty()) lines.push_back(text::say(voice, "table.time", "time"_is = it.time, "of"_is = it.of));
    else
      lines.push_back(
          text::say(voice, "table.time_about", "time"_is = it.time, "of"_is = it.of, "about"_is = it.about));
    if (it.last_anyway) lines.push_back(text::say(voice, "table.last_time_until", "until"_is = it.until));
    if (!it.left_out.empty())
      lines.push_back(text::say(voice, "table.left_out", "count"_is = it.left_out.size(), "of"_is = it.of,
                                "what"_is = in_a_row(it.left_out)));
  }
  if (!table.ended_at_most.empty()) lines.push_back(table.ended_at_most);
  for (const auto& one : table.passed_over)
    lines.push_back(one.is_phase ? text::say(voice, "table.phase_left_out", "phase"_is = one.step, "why"_is = one.when)
                    : one.when.empty()
                        ? text::say(voice, "table.passed_over", "step"_is = one.step)
                        : text::say(voice, "table.passed_over_when", "step"_is = one.step, "when"_is = one.when));
  if (!table.only_step.empty()) lines.push_back(table.only_step);
  lines.insert(lines.end(), table.role_turns.begin(), table.role_turns.end());
  for (const auto& one : table.brought) {
    std::string texts;
    for (const auto& text : one.texts) texts += (texts.empty() ? "" : "; ") + text;
    lines.push_back(
        text::say(voice, "groups.brought", "number"_is = one.number, "people"_is = one.people, "texts"_is = texts));
  }
  for (const auto& one : table.groups) lines.push_back(report::capital(group_line(one, voice)));
  if (table.vote) std::ranges::move(vote_lines(*table.vote, voice), std::back_inserter(lines));
  lines.insert(lines.end(), table.numbers.begin(), table.numbers.end());
  return lines;
}

std::string turn_line(const Table& table, const text::Voice& voice) {
  const auto* turn = table.turn();
  if (turn == nullptr) return {};
  const auto* next = table.next_turn();
  return next == nullptr ? text::say(voice, "table.turn", "name"_is = turn->name)
                         : text::say(voice, "table.turn_then", "name"_is = turn->name, "next"_is = next->name);
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
