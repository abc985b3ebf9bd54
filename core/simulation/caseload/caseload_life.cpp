// SPDX-License-Identifier: EUPL-1.2
#include "core/simulation/caseload/caseload_life.hpp"

#include "core/base/fault.hpp"
#include "core/engine/explain/explain.hpp"
#include "core/engine/floor/floor.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace casus::simulation {

namespace {

Time after_minutes(Time from, double minutes) {
  return from + std::chrono::seconds(static_cast<std::int64_t>(std::llround(minutes * 60)));
}

std::vector<double> rung_weights(const Assumptions& assumed) {
  std::vector<double> weights;
  for (const auto& [rung, weight] : assumed.rungs) weights.push_back(weight.value);
  return weights;
}

/// Whether the reason explains something that was left open; if not, it is taken out of these events.
bool needs_reason(Events& events) {
  const auto each = [&](const auto& visit) {
    for (auto& event : events) {
      if (auto* left = std::get_if<StepLeft>(&event.body)) visit(*left);
      if (auto* entered = std::get_if<StepEntered>(&event.body)) visit(*entered);
    }
  };
  bool needed = false;
  each([&](const auto& step) { needed = needed || !step.explained.empty(); });
  if (!needed) each([](auto& step) { step.because.clear(); });
  return needed;
}

}  // namespace

CaseLife::CaseLife(const engine::Library& library, const Assumptions& assumed, const ProblemKind& problem,
                   const Playbook& book, std::uint64_t seed, Place place, bool keep_events)
    : library_(library),
      assumed_(assumed),
      problem_(problem),
      book_(&book),
      keep_events_(keep_events),
      seed_(seed),
      place_(place),
      review_(seed, place, Purpose::review),
      network_chance_(seed, place, Purpose::network),
      actions_(seed, place, Purpose::actions) {
  state_.id = fmt::format("sim-r{}t{}c{}", place.run, place.team, place.item);
  Chance profile(seed, place, Purpose::person);
  concern_ = profile.happens(problem.concern.value);
  network_ = profile.whole(static_cast<int>(problem.network.from), static_cast<int>(problem.network.to));
}

/// Playbooks call people by name. By id the engine finds them at once, and each command asks for one.
void CaseLife::call_by_id(std::string& by) const {
  const auto found = std::ranges::find(state_.people, by, &Person::name);
  if (found != state_.people.end()) by = found->id;
}

bool CaseLife::give(Command command, Doings& doings, const Line* line) {
  ++doings.commands;
  call_by_id(command.by);
  command.at = std::max(command.at, state_.changed_at);
  auto events = engine::decide(state_, command, library_);
  if (!events) {
    ++doings.refused;
    return false;
  }
  doings.events += events->size();
  for (const auto& event : *events) engine::evolve(state_, event);
  if (line != nullptr) remember(*line, *events, made_);
  if (keep_events_) std::ranges::move(*events, std::back_inserter(events_));
  return true;
}

bool CaseLife::give_body(CommandBody body, Time at, Doings& doings, const char* by) {
  return give({{}, state_.id, by, at, std::nullopt, std::move(body)}, doings);
}

void CaseLife::open(Time at, Date reported_on, Doings& doings) {
  auto command = book_->open;
  command.case_id = state_.id;
  command.at = at;
  auto& open = std::get<OpenCase>(command.body);
  open.reported_on = reported_on;
  open.basis = problem_.basis;
  if (!give(std::move(command), doings))
    throw Fault(Fault::Kind::definition, fmt::format("a case with method '{}' cannot be opened", book_->method));
}

void CaseLife::ask_for_place(Time at, Doings& doings) {
  AskForPlace ask{.question = kMadeUpQuestion};
  if (!give_body(std::move(ask), at, doings))
    throw Fault(Fault::Kind::definition, fmt::format("a case with method '{}' cannot ask for a place", book_->method));
}

void CaseLife::sit_down(const Playbook& book, Time at, Doings& doings) {
  book_ = &book;
  made_.assign(book.lines, {});
  for (const auto& line : book_->intake)
    if (auto next = command_of(line, made_, state_.id, at)) (void)give(std::move(*next), doings, &line);
}

bool CaseLife::last_of_phase() const {
  return at_ + 1 == script().size() || script()[at_ + 1].phase != script()[at_].phase;
}

/// What the assumptions give chance to: who does an action, what came of asking somebody, when to look back.
void CaseLife::vary(Command& command) {
  if (auto* add = std::get_if<AddAction>(&command.body)) {
    add->rung = assumed_.rungs[actions_.pick(rung_weights(assumed_))].first;
  } else if (auto* ask = std::get_if<AskPerson>(&command.body)) {
    ask->answer = network_chance_.happens(assumed_.says_yes.value) ? Answer::yes : Answer::no;
  } else if (auto* review = std::get_if<SetReview>(&command.body)) {
    review->on = plus_days(date_of(command.at), review_.whole(static_cast<int>(assumed_.review_days.from),
                                                              static_cast<int>(assumed_.review_days.to)));
  } else if (auto* finish = std::get_if<FinishAction>(&command.body)) {
    const auto chance = actions_.uniform();
    const auto done = assumed_.action_done.value;
    finish->state = chance < done                                  ? Done::done
                    : chance < done + assumed_.action_partly.value ? Done::partly
                                                                   : Done::not_done;
  }
}

/// The playbook does not fit here: the engine says what does. Does all of it; false when there is no way.
bool CaseLife::on_the_way(Time at, Doings& doings) {
  ++doings.replanned;
  const auto found = engine::explain(state_, library_, kChairName, at, Lang::nl);
  if (found.stuck) return false;
  const auto version = state_.version;
  for (auto command : found.way) {
    command.at = at;
    command.case_id = state_.id;
    if (std::holds_alternative<StartRound>(command.body)) break;
    if (!give(std::move(command), doings)) break;
  }
  return state_.version > version;
}

/// Into the step at `at_`: next, with a reason for what is soft, else by what is still missing. The reason is given at
/// once and taken out where it explains nothing: the engine need not put in words first that it asks for one.
void CaseLife::go_on(Time at, Doings& doings) {
  const auto& step = script()[at_];
  const auto is_there = [&] {
    const auto* here = state_.here();
    return here != nullptr && here->phase == step.phase && here->step == step.step;
  };
  for (int tries = 0; tries < 8 && !is_there(); ++tries) {
    Command next{{},
                 state_.id,
                 engine::goes_on(state_, library_, kChairName),
                 std::max(at, state_.changed_at),
                 std::nullopt,
                 CommandBody(NextStep{kMadeUpReason})};
    ++doings.commands;
    auto events = engine::decide(state_, next, library_);
    if (events) {
      if (needs_reason(*events)) {  // counted as it goes at a table: refused, and said again with a reason
        ++doings.refused;
        ++doings.commands;
      }
      doings.events += events->size();
      for (const auto& event : *events) engine::evolve(state_, event);
      if (keep_events_) std::ranges::move(*events, std::back_inserter(events_));
      continue;
    }
    ++doings.refused;
    if (!on_the_way(at, doings)) break;
  }
  if (!is_there())
    throw Fault(Fault::Kind::definition,
                fmt::format("a simulated case cannot reach step '{}' of method '{}'", step.step, book_->method));
}

int CaseLife::supporters() const {
  return static_cast<int>(std::ranges::count_if(state_.people, [](const Person& person) {
    return person.network && !person.network->professional && person.network->answer == Answer::yes;
  }));
}

void CaseLife::widen_network(Time at, Doings& doings) {
  auto known = static_cast<int>(std::ranges::count_if(
      state_.people, [](const Person& person) { return person.network && !person.network->professional; }));
  for (; known < network_; ++known) {
    AddNetworkPerson add{.name = fmt::format("Naaste {}", ++asked_)};
    constexpr std::array kShells{Shell::intimate, Shell::friend_, Shell::acquaintance};
    add.shell = kShells[static_cast<std::size_t>(network_chance_.whole(0, 2))];
    add.quadrant = network_chance_.happens(0.5) ? Quadrant::family : Quadrant::society;
    if (!give_body(std::move(add), at, doings)) return;
  }
  // Everybody who was named and not asked yet is asked.
  for (std::size_t i = 0; i < state_.people.size(); ++i) {
    const auto& person = state_.people[i];
    if (!person.network || person.network->professional || person.network->asked_on) continue;
    AskPerson ask{{.person = person.id,
                   .answer = network_chance_.happens(assumed_.says_yes.value) ? Answer::yes : Answer::no,
                   .in_person = true}};
    (void)give_body(std::move(ask), at, doings);
  }
}

void CaseLife::more_actions(Time at, Doings& doings) {
  const auto wanted = actions_.whole(static_cast<int>(assumed_.actions.from), static_cast<int>(assumed_.actions.to));
  auto have = static_cast<int>(std::ranges::count_if(state_.actions, [&](const Action& action) {
    return action.visit >= 0 && state_.visits[static_cast<std::size_t>(action.visit)].round == state_.round;
  }));
  for (; have < wanted; ++have) {
    AddAction add{{.what = kMadeUp,
                   .who = kPresenterName,
                   .by_when = plus_days(date_of(at), 14),
                   .checks = kChairName,
                   .rung = assumed_.rungs[actions_.pick(rung_weights(assumed_))].first}};
    if (!give_body(std::move(add), at, doings)) return;
  }
}

void CaseLife::do_step(Time from, double minutes, Doings& doings) {
  go_on(from, doings);
  const auto& step = script()[at_];
  const auto lines = step.lines.size();
  for (std::size_t i = 0; i < lines; ++i) {
    const auto& line = step.lines[i];
    const auto at = after_minutes(from, minutes * static_cast<double>(i + 1) / static_cast<double>(lines + 1));
    const bool skipped = line.without != Line::Without::never && review_.happens(assumed_.skip_soft.value);
    if (skipped && line.without == Line::Without::fine) continue;
    auto command = command_of(line, made_, state_.id, at);
    if (!command) continue;
    if (skipped) command->body = Pass{};
    else vary(*command);
    (void)give(std::move(*command), doings, skipped ? nullptr : &line);
  }
  const auto end = after_minutes(from, minutes);
  if (step.recorded) {
    if (step.phase == Phase::network_involvement && last_of_phase()) widen_network(end, doings);
    if (step.phase == Phase::plan_of_action && last_of_phase()) more_actions(end, doings);
  }
  ++at_;
  // The plan is left when it is made: the day to look back must still lie ahead then (R10).
  if (step.phase == Phase::plan_of_action && at_ < script().size() && script()[at_].phase != step.phase)
    go_on(end, doings);
}

}  // namespace casus::simulation
