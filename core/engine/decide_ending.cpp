// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/steps.hpp"

#include <algorithm>

/// Rounds, pausing, closing, opening again.
namespace casus::engine {

namespace {

/// Whether no step of this phase is still to come. Without the method nobody can say, and nothing is to be waited for.
bool at_last_step(const Deciding& d) {
  if (d.method == nullptr) return true;
  return d.step != nullptr && d.step == &d.method->steps(d.c.stage.phase).back();
}

tl::unexpected<Refusal> safety_first(const Deciding& d) {
  return refuse("SafetyNotClear", "R14",
                both("Er loopt nog een zorg over veiligheid. Zo'n casus sluit je niet af.",
                     "There is still a safety concern. Such a case is not closed."),
                both(fmt::format("Maak de meldcode af en sluit de zorg: casus case safety clear {}.", d.c.id),
                     fmt::format("Finish the meldcode and clear the concern: casus case safety clear {}.", d.c.id)));
}

/// Why a round or a case ends is no reason for leaving its last step, unless something was missing there.
StepLeft ending_step(const Deciding& d, const std::string& because, const std::vector<Open>& open) {
  return leaving(d, open.empty() ? std::string() : because, open, false);
}

}  // namespace

Decided decide_on(const Deciding& d, const StartRound& command) {
  if (d.c.stage.phase != Phase::evaluation || !at_last_step(d))
    return refuse(
        "NotAtTheEnd", "",
        both("Een nieuwe ronde begint na de laatste stap van de evaluatie.",
             "Another round begins after the last step of the evaluation."),
        both(fmt::format("Ga stap voor stap verder: casus case next {}. Iets overdoen kan met: casus case back {}.",
                         d.c.id, d.c.id),
             fmt::format("Go on step by step: casus case next {}. To do something again: casus case back {}.", d.c.id,
                         d.c.id)));
  const auto open = unmet(d, Door::round);
  if (any_hard(open) || (!open.empty() && blank(command.because))) return not_done(d, open, "round");
  const auto phase = command.phase.value_or(d.workflow->first());
  if (!lifecycle::next(d.c.stage, {lifecycle::Kind::start_round, phase}))
    return refuse("NotAnEarlierPhase", "",
                  both("Een nieuwe ronde begint in een eerdere fase.", "Another round begins in an earlier phase."),
                  both("Kies --phase analysis, plan_of_action of network_involvement.",
                       "Choose --phase analysis, plan_of_action or network_involvement."));
  const auto method = method_of(d, phase);
  if (!method) return failure(method.error());
  Events events{d.event(ending_step(d, command.because, open))};
  events.push_back(d.event(RoundStarted{phase, command.because}));
  events.push_back(d.event(entering(d, phase, (*method)->steps(phase).front())));
  return events;
}

Decided decide_on(const Deciding& d, const PauseCase& command) {
  if (blank(command.because)) return reason_missing("Waarom staat deze casus op pauze?", "Why is this case paused?");
  if (!command.until)
    return refuse(
        "ReviewDayMissing", "R10",
        both("Ook een casus op pauze heeft een dag om terug te kijken.", "A paused case has a day to look back too."),
        both("Geef de dag: --until 2026-05-01.", "Give the day: --until 2026-05-01."));
  if (*command.until < d.today())
    return refuse("DayIsPast", "R10",
                  both(fmt::format("{} is al geweest.", to_string(*command.until)),
                       fmt::format("{} has passed.", to_string(*command.until))),
                  both("Kies vandaag of een latere dag, zoals +14d.", "Choose today or a later day, such as +14d."));
  return d.one(CasePaused{command});
}

Decided decide_on(const Deciding& d, const ResumeCase&) {
  if (!lifecycle::next(d.c.stage, {lifecycle::Kind::resume}))
    return refuse("NotPaused", "", both("Deze casus staat niet op pauze.", "This case is not paused."),
                  both("Er hoeft niets te gebeuren.", "Nothing needs to be done."));
  return d.one(CaseResumed{});
}

Decided decide_on(const Deciding& d, const CloseCase& command) {
  if (d.c.stage.safety != Safety::clear) return safety_first(d);
  std::vector<Open> open;
  const bool at_the_end = d.c.stage.phase == Phase::evaluation && at_last_step(d);
  const bool can_be_asked = d.method != nullptr && d.workflow != nullptr && d.library.unusable(d.method->id).empty();
  if (can_be_asked && at_the_end) open = unmet(d, Door::close);
  const auto still_open = std::ranges::count_if(d.c.actions, [](const Action& a) { return a.state == Done::open; });
  if (still_open > 0)
    open.push_back({{"open-actions",
                     "R10",
                     false,
                     both(fmt::format("Alle acties zijn afgerond (nog open: {}).", still_open),
                          fmt::format("All actions are finished (still open: {}).", still_open)),
                     {}},
                    std::nullopt});
  if (!at_the_end)
    open.push_back(
        {{"before-evaluation", "R10", false, both("De evaluatie is gehouden.", "The evaluation was held."), {}},
         std::nullopt});
  // A household may move away or say stop at any moment: then a reason stands in for whatever is missing.
  if (at_the_end ? any_hard(open) || (!open.empty() && blank(command.because)) : blank(command.because))
    return not_done(d, open, "close");
  Events events;
  if (d.c.here() != nullptr) events.push_back(d.event(ending_step(d, command.because, open)));
  events.push_back(d.event(CaseClosed{command}));
  return events;
}

Decided decide_on(const Deciding& d, const ReopenCase& command) {
  if (d.c.stage.life != Life::closed)
    return refuse("NotClosed", "", both("Deze casus is niet afgesloten.", "This case is not closed."),
                  both("Er hoeft niets te gebeuren.", "Nothing needs to be done."));
  if (blank(command.because))
    return reason_missing("Waarom gaat deze casus weer open?", "Why does this case open again?");
  if (d.workflow == nullptr) return failure(workflow_missing(d));
  const auto phase = d.workflow->first();
  const auto method = method_of(d, phase);
  if (!method) return failure(method.error());
  Events events{d.event(CaseReopened{phase, command.because})};
  events.push_back(d.event(entering(d, phase, (*method)->steps(phase).front())));
  return events;
}

}  // namespace casus::engine
