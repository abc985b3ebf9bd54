// SPDX-License-Identifier: EUPL-1.2
#include "core/service/play/rehearsal.hpp"

#include "core/engine/engine.hpp"
#include "core/engine/explain/case_view.hpp"
#include "core/engine/explain/guidance.hpp"
#include "core/engine/floor/course.hpp"
#include "core/engine/floor/floor.hpp"
#include "core/engine/floor/repeating.hpp"
#include "core/method/course.hpp"
#include "core/report/step_words.hpp"
#include "core/service/definitions.hpp"
#include "core/text/label.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::service {
namespace {

using namespace std::chrono_literals;

/// More ways on than any round of a method of a sensible size takes.
constexpr int kMostMoves = 400;

class Player {
 public:
  Player(const engine::Library& library, Rehearsal& out) : library_(library), out_(out) {
    out_.state.id = "oefening";
    now_ = *time_from("2026-03-02T09:00:00Z");  // any day: the same every time
  }

  bool done(Command command) {
    command.at = now_ += 1min;
    const auto last_time = last_time_here();
    auto decided = engine::decide(out_.state, command, library_);
    if (!decided) {
      out_.refusal = std::move(decided.error());
      return false;
    }
    for (auto& event : *decided) {
      engine::evolve(out_.state, event);
      if (last_time && std::holds_alternative<StepLeft>(event.body)) out_.came_at_most.insert(*last_time);
      listen(event);
      out_.events.push_back(std::move(event));
    }
    return true;
  }

  bool open(const std::string& method, Lang lang) {
    OpenCase open{.title = text::say(lang, "rehearsal.title"),
                  .privacy = Privacy::anonymous,
                  .basis = Basis::wmo,
                  .purpose = text::say(lang, "rehearsal.purpose"),
                  .method = method};
    return done({{}, out_.state.id, "Noor", now_, std::nullopt, CommandBody(open)});
  }

  /// As many of each role as there are at least, beside whoever opened the case; and then as many as the method asks
  /// for in all, where a role takes more.
  void seat(const method::Definition& method, Lang lang) {
    const auto takes_more = [](const method::RoleUse& use) {
      return use.max == 0 && use.role != Role::presenter && use.role != Role::chair;
    };
    const auto more = std::ranges::find_if(method.roles, takes_more);
    for (const auto& use : method.roles)
      for (int i = 0; use.role != Role::presenter && i < use.min; ++i) join(method, use.role, i + 1, lang);
    if (more == method.roles.end()) return;
    for (int i = more->min; at_table() < method.people.min && i < method.people.min; ++i)
      join(method, more->role, i + 1, lang);
  }

  /// Does all of the way on; false when there is none or it is refused.
  bool move(Lang lang) {
    auto found = engine::explain(out_.state, library_, "Noor", now_, lang);
    const auto way = found.way;
    const auto version = out_.state.version;
    for (auto command : way) {
      if (std::holds_alternative<NextStep>(command.body) || std::holds_alternative<StartRound>(command.body))
        command.by = who_goes_on(command.by);
      if (!done(command)) break;
    }
    if (!out_.refusal && out_.state.version > version) return true;
    out_.stall = std::move(found);
    return false;
  }

  /// Takes this branch where a menu waits for a choice.
  bool choose(std::size_t branch) {
    const auto* step = engine::step_here(out_.state, library_);
    if (step == nullptr || !engine::branch_taken(out_.state, *step).empty()) return true;
    const auto* method = library_.pinned_method(out_.state.method(out_.state.here()->phase));
    if (!engine::offers_choice(out_.state, *method, *step)) return true;
    const auto who = engine::with_any_role(out_.state, engine::who_choose(*step->menu));
    const auto& branches = step->menu->branches;
    return done({{},
                 out_.state.id,
                 who.empty() ? "Noor" : who.front()->name,
                 now_,
                 std::nullopt,
                 CommandBody(ChooseBranch{branches[branch % branches.size()].id})});
  }

  bool is_through() const { return out_.state.round > 1 || out_.state.stage.life == Life::closed; }

 private:
  /// As at a table: its chair, where one sits and nobody else leads the step.
  std::string who_goes_on(const std::string& by) const {
    const auto* chair = out_.state.with(Role::chair);
    return engine::goes_on(out_.state, library_, chair == nullptr ? by : chair->name);
  }

  /// The first step of a repeat that does not come again behind the step where the case is, though what ends it is not
  /// so.
  std::optional<std::pair<Phase, std::string>> last_time_here() const {
    const auto* step = engine::step_here(out_.state, library_);
    if (step == nullptr || step->in_repeat.empty()) return std::nullopt;
    const auto phase = out_.state.here()->phase;
    const auto& steps = library_.pinned_method(out_.state.method(phase))->steps(phase);
    const auto place = static_cast<std::size_t>(step - steps.data());
    const auto repeat = method::repeated_at(steps, place);
    if (!repeat || place != repeat->last || !repeat->how->until || !repeat->how->until->holds) return std::nullopt;
    if (engine::may_come_again(out_.state, {phase, &steps, *repeat}) ||
        method::holds(*repeat->how->until->holds, engine::CaseView(out_.state, now_, library_)))
      return std::nullopt;
    return std::pair{phase, steps[repeat->first].id};
  }

  /// What the native rules say of every step as it is entered and after every contribution.
  void listen(const Event& event) {
    const auto said = said_in_step(event.body);
    if (!said && !std::holds_alternative<StepEntered>(event.body)) return;
    const auto* here = out_.state.here();
    if (here == nullptr) return;
    if (said)
      for (const auto& noticed : *said->noticed) hear(here->step, noticed.rule, noticed.message.nl);
    for (const auto& idea : engine::suggestions(out_.state, library_, now_))
      hear(here->step, idea.rule, idea.message.nl);
    const auto* rules = library_.rules(here->method);
    if (rules == nullptr) return;
    const engine::CaseView view(out_.state, now_, library_);
    for (const auto& finding : rules->assess(view)) hear(here->step, finding.rule, finding.message.nl);
    for (const auto& finding : rules->fidelity(view)) hear(here->step, finding.rule, finding.message.nl);
  }

  int at_table() const { return static_cast<int>(std::ranges::count_if(out_.state.people, &Person::at_table)); }

  /// Called as the method calls the role; where that is no name for somebody, as everybody calls it.
  void join(const method::Definition& method, Role role, int number, Lang lang) {
    AddParticipant add;
    add.roles = {role};
    add.team_member = role != Role::resident && role != Role::circle && role != Role::coordinator;
    for (const auto& called : {report::role_name(method, role, lang), text::label(role).in(lang)}) {
      add.name = fmt::format("{} {}", called, number);
      if (out_.state.person(add.name) != nullptr) continue;  // two roles that are called the same
      if (done({{}, out_.state.id, "Noor", now_, std::nullopt, CommandBody(add)})) return;
      out_.refusal.reset();
    }
  }

  void hear(const std::string& step, const std::string& rule, const std::string& message) {
    out_.heard.push_back(fmt::format("{}: {}: {}", step, rule, message));
  }

  const engine::Library& library_;
  Rehearsal& out_;
  Time now_{};
};

}  // namespace

Rehearsal rehearse(const plugin::Catalogue& methods, const workflow::Catalogue& workflows, const std::string& method,
                   Lang lang, std::size_t branch, bool all_roles) {
  const auto memory = store::open_memory();
  const Definitions library(*memory, methods, workflows);
  Rehearsal out;
  Player player(library, out);
  if (!player.open(method, lang)) return out;
  if (const auto* definition = library.method(method); all_roles && definition != nullptr)
    player.seat(*definition, lang);
  for (int moves = 0; moves < kMostMoves && !player.is_through(); ++moves)
    if (!player.choose(branch) || !player.move(lang)) return out;
  out.through = player.is_through();
  return out;
}

void CameUp::add(const Case& played, const std::string& method) {
  for (const auto& visit : played.visits)
    if (visit.method == method) steps.emplace(visit.phase, visit.step);
  for (const auto& ballot : played.votes)
    if (ballot.visit >= 0)
      if (const auto& visit = played.visits[static_cast<std::size_t>(ballot.visit)]; visit.method == method)
        voted.emplace(visit.phase, visit.step);
  people = std::max(people, static_cast<int>(std::ranges::count_if(played.people, &Person::at_table)));
}

Problems not_come_up(const method::Definition& method, const CameUp& came) {
  Problems notes;
  for (const auto phase : kAllPhases) {
    const auto& steps = method.steps(phase);
    const auto came_up = [&](const method::Step& step) { return came.steps.contains({phase, step.id}); };
    for (std::size_t i = 0; i < steps.size(); ++i) {
      const auto& step = steps[i];
      if (step.vote && came_up(step) && !came.voted.contains({phase, step.id}))
        notes.push_back({method.place(phase, i) + "/vote", tell("wrong.nobody_voted", {{"step", step.id}})});
      if (came_up(step) || !step.repeat || !step.repeat->for_each) continue;
      const auto& each = *step.repeat->for_each;
      // What a condition keeps away is told of that.
      if (!each.role && !step.when)
        notes.push_back({method.place(phase, i) + "/repeat/for_each/kind",
                         tell("wrong.nothing_to_go_through", {{"step", step.id}, {"kind", each.kind}})});
      if (!each.role) continue;
      notes.push_back({method.place(phase, i) + "/repeat/for_each/role",
                       tell("wrong.nobody_to_go_through", {{"people", came.people}, {"role", key(*each.role)}})});
    }
    if (steps.size() < 2 || std::ranges::count_if(steps, came_up) != 1) continue;
    notes.push_back(
        {"/phases/" + std::string(key(phase)),
         tell("wrong.only_step_came", {{"people", came.people}, {"step", std::ranges::find_if(steps, came_up)->id}})});
  }
  return notes;
}

Problems seen_in_play(const method::Definition& method, const CameUp& came,
                      const std::set<std::pair<Phase, std::string>>& came_at_most) {
  Problems seen;
  for (const auto phase : kAllPhases) {
    const auto& steps = method.steps(phase);
    const auto came_up = [&](const method::Step& step) { return came.steps.contains({phase, step.id}); };
    for (std::size_t i = 0; i < steps.size(); ++i) {
      const auto& step = steps[i];
      const auto of_same_branch = [&](const method::Step& it) {
        return it.in_menu == step.in_menu && it.in_branch == step.in_branch && came_up(it);
      };
      if (step.when && !came_up(step) && (step.in_menu.empty() || std::ranges::any_of(steps, of_same_branch)))
        seen.push_back({method.place(phase, i) + "/when", tell("wrong.when_never_so", {{"step", step.id}})});
      if (step.repeat && came_at_most.contains({phase, step.id}))
        seen.push_back({method.place(phase, i) + "/repeat/until",
                        tell("wrong.came_at_most", {{"step", step.id}, {"times", step.repeat->at_most}})});
    }
  }
  return seen;
}

std::size_t ways_through(const method::Definition& method) {
  std::size_t most = 1;
  for (const auto& steps : method.phases)
    for (const auto& step : steps)
      if (step.menu) most = std::max(most, step.menu->branches.size());
  return most;
}

}  // namespace casus::service
