// SPDX-License-Identifier: EUPL-1.2
#include "core/simulation/caseload/caseload_life.hpp"

#include "core/base/fault.hpp"
#include "core/engine/floor/floor.hpp"

#include <fmt/format.h>

#include <algorithm>

/// What of a simulated case is looked back on, and how it ends: safety, actions, the round.
namespace casus::simulation {

bool CaseLife::raise_concern(Time at, Doings& doings) {
  concern_raised_ = give_body(RaiseConcern{kMadeUp}, at, doings);
  if (!concern_raised_) return false;
  (void)give_body(TakeMeldcodeStep{{.step = 2, .text = kMadeUp, .consulted = {Consulted::colleague}}}, at, doings);
  return true;
}

void CaseLife::finish_action(const std::string& id, Time at, Doings& doings) {
  Command command{{}, state_.id, kPresenterName, at, std::nullopt, CommandBody(FinishAction{{.action = id}})};
  vary(command);
  auto& body = std::get<FinishAction>(command.body);
  if (body.state != Done::done) body.note = kMadeUp;
  (void)give(std::move(command), doings);
}

void CaseLife::look_at_actions(Time at, Doings& doings) {
  for (std::size_t i = 0; i < state_.actions.size(); ++i) {
    const auto& action = state_.actions[i];
    if (action.state == Done::open && action.plan.by_when && *action.plan.by_when <= date_of(at))
      finish_action(std::string(action.plan.id), at, doings);
  }
}

void CaseLife::take_code_step(int step, Time at, Doings& doings) {
  TakeMeldcodeStep take{{.step = step, .text = kMadeUp}};
  if (step == 2) take.consulted = {Consulted::colleague};
  if (step == 4) {
    take.children = take.suspicion = take.help_works = take.help_taken = take.safe_in_time = true;
    take.unsafe = false;
  }
  if (step == kMeldcodeSteps) {
    take.report_needed = false;
    take.help_possible = true;
  }
  (void)give_body(std::move(take), at, doings);
}

void CaseLife::go_on_with_code(Time at, Doings& doings) {
  if (state_.stage.safety != Safety::concern) return;
  if (state_.stage.meldcode_step < kMeldcodeSteps) return take_code_step(state_.stage.meldcode_step + 1, at, doings);
  (void)give_body(ClearSafety{kMadeUp}, at, doings);
}

bool CaseLife::end_round(Time at, Doings& doings) {
  Chance outcome(seed_, {place_.run, place_.team, place_.item, static_cast<std::uint32_t>(std::min(state_.round, 255))},
                 Purpose::outcome);
  for (std::size_t i = 0; i < state_.actions.size(); ++i)
    if (state_.actions[i].state == Done::open) finish_action(std::string(state_.actions[i].plan.id), at, doings);
  const auto chance = assumed_.closes.value + assumed_.closes_per_supporter.value * static_cast<double>(supporters());
  const bool closes = state_.round >= static_cast<int>(assumed_.most_rounds.value) || outcome.happens(chance);
  if (closes) {
    for (int step = state_.stage.meldcode_step + 1; state_.stage.safety == Safety::concern && step <= kMeldcodeSteps;
         ++step)
      take_code_step(step, at, doings);
    if (state_.stage.safety == Safety::concern) (void)give_body(ClearSafety{kMadeUp}, at, doings);
    (void)give_body(TellResident{kMadeUp, {}, {}}, at, doings);
    if (give_body(CloseCase{}, at, doings) || give_body(CloseCase{kMadeUpReason}, at, doings)) return true;
  }
  const auto phase = book_->again.empty() ? std::nullopt : std::optional(book_->again.front().phase);
  const auto by = engine::goes_on(state_, library_, kChairName);
  if (!give_body(StartRound{phase, {}}, at, doings, by.c_str()) &&
      !give_body(StartRound{phase, kMadeUpReason}, at, doings, by.c_str()))
    throw Fault(Fault::Kind::definition,
                fmt::format("a simulated case can neither close nor go on with method '{}'", book_->method));
  at_ = 0;
  const auto round = static_cast<std::uint32_t>(std::min(state_.round, 255));
  const Place again{place_.run, place_.team, place_.item, round};
  review_ = Chance(seed_, again, Purpose::review);
  network_chance_ = Chance(seed_, again, Purpose::network);
  actions_ = Chance(seed_, again, Purpose::actions);
  return false;
}

}  // namespace casus::simulation
