// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/decide/steps.hpp"
#include "core/engine/floor/phases.hpp"
#include "core/engine/floor/rotating.hpp"
#include "core/engine/remarks/implausible.hpp"

#include "core/text/day_words.hpp"

#include <algorithm>

/// Rounds, pausing, closing, opening again.
namespace casus::engine {

namespace {

/// Whether no step of this phase is still to come. Without the method nobody can say, and nothing is to be waited for.
bool at_last_step(const Deciding& d) {
  if (d.method == nullptr) return true;
  return d.step != nullptr && onward(d).step == nullptr;
}

tl::unexpected<Refusal> safety_first(const Deciding& d) {
  return refuse("SafetyNotClear", "R14", msg("ending.safety_not_clear"),
                msg("ending.safety_not_clear_do",
                    "clear"_is = way("case safety clear", "case"_is = d.c.id, "because"_is = gap())));
}

/// Why a round or a case ends is no reason for leaving its last step, unless something was missing there.
StepLeft ending_step(const Deciding& d, const std::string& because, const std::vector<Open>& open) {
  return leaving(d, open.empty() ? std::string() : because, open, false);
}

}  // namespace

Refusal not_begun(const Deciding& d, bool would_close) {
  auto missing = keeps_from_beginning(d);
  // Advice to go on, where that would be refused, is none.
  const bool can_begin = missing.empty();
  const text::Way on{can_begin ? "case next" : "case why", {"case"_is = d.c.id}};
  if (!would_close) {
    auto refusal =
        no("NotBegun", "", msg("case.not_begun"),
           can_begin ? msg("case.not_begun_do", "next"_is = on) : msg("steps.see_what_left_how", "why"_is = on));
    refusal.missing = std::move(missing);
    return refusal;
  }
  return no("NotBegun", "", msg("case.not_begun"),
            msg("case.not_begun_close_do", "next"_is = on,
                "transfer"_is = way("case transfer", "case"_is = d.c.id, "to"_is = gap("gap.team"), "told"_is = gap(),
                                    "because"_is = gap(), "out"_is = gap()),
                "erase"_is = way("case erase", "case"_is = d.c.id, "because"_is = gap())));
}

Decided decide_on(const Deciding& d, const StartRound& command) {
  if (d.c.stage.phase != Phase::evaluation || !at_last_step(d))
    return refuse("NotAtTheEnd", "", msg("ending.not_at_the_end"),
                  msg("ending.not_at_the_end_do", "next"_is = way("case next", "case"_is = d.c.id),
                      "back"_is = way("case back", "case"_is = d.c.id)));
  const auto open = unmet(d, Door::round);
  if (any_hard(open) || (!open.empty() && blank(command.because))) return not_done(d, open, "round");
  const auto phase = command.phase.value_or(first_phase(d.c, d.library, *d.workflow));
  if (!lifecycle::next(d.c.stage, {lifecycle::Kind::start_round, phase}))
    return refuse("NotAnEarlierPhase", "", msg("ending.not_an_earlier_phase"), msg("ending.not_an_earlier_phase_do"));
  const auto method = method_of(d, phase);
  if (!method) return failure(method.error());
  if (auto refusal = phase_left_out(d, **method, phase)) return failure(std::move(*refusal));
  Events events{d.event(ending_step(d, command.because, open))};
  events.push_back(d.event(RoundStarted{phase, command.because}));
  const auto left_out = left_out_on_the_way(d.c, d.library, *d.workflow, std::nullopt, phase);
  enter(d, entering(d, phase, **method, onward(d), left_out), **method, events);
  turn_with_round(d, **method, events);
  return events;
}

Decided decide_on(const Deciding& d, const PauseCase& command) {
  if (blank(command.because)) return reason_missing(msg("ending.why_case_paused"));
  if (!command.until)
    return refuse("ReviewDayMissing", "R10", msg("ending.review_day_missing"), msg("ending.review_day_missing_do"));
  if (*command.until < d.today())
    return refuse("DayIsPast", "R10", msg("ending.day_is_past", "until"_is = text::day_message(*command.until)),
                  msg("remedy.later_day"));
  return d.one(CasePaused{command});
}

Decided decide_on(const Deciding& d, const ResumeCase&) {
  if (!lifecycle::next(d.c.stage, {lifecycle::Kind::resume}))
    return refuse("NotPaused", "", msg("ending.not_paused"), msg("remedy.carry_on"));
  return d.one(CaseResumed{});
}

Decided decide_on(const Deciding& d, const CloseCase& command) {
  if (d.c.stage.safety != Safety::clear) return safety_first(d);
  if (!command.long_ago && ended_long_ago(d.today(), d.typed_on()))
    return refuse("ClosedLongAgo", "", msg("ending.closed_long_ago", "on"_is = text::day_message(d.today())),
                  msg("ending.closed_long_ago_do"));
  std::vector<Open> open;
  const bool at_the_end = d.c.stage.phase == Phase::evaluation && at_last_step(d);
  const bool can_be_asked =
      d.method != nullptr && d.workflow != nullptr && d.library.unusable(d.c.method(d.c.stage.phase)).empty();
  if (can_be_asked && at_the_end) open = unmet(d, Door::close);
  const auto still_open = std::ranges::count_if(d.c.actions, [](const Action& a) { return a.state == Done::open; });
  if (still_open > 0)
    open.push_back(Open::without_criterion({"open-actions",
                                            "R10",
                                            false,
                                            msg("ending.all_actions_finished_still_open", "still_open"_is = still_open),
                                            {}}));
  if (!at_the_end)
    open.push_back(Open::without_criterion({"before-evaluation", "R10", false, msg("ending.evaluation_held"), {}}));
  // A household may move away or say stop at any moment: then a reason stands in for whatever is missing.
  if (at_the_end ? any_hard(open) || (!open.empty() && blank(command.because)) : blank(command.because))
    return not_done(d, open, "close");
  Events events;
  if (d.c.here() != nullptr) events.push_back(d.event(ending_step(d, command.because, open)));
  events.push_back(d.event(CaseClosed{command}));
  return events;
}

Decided decide_on(const Deciding& d, const ReopenCase& command) {
  if (d.c.stage.life != Life::closed) return refuse("NotClosed", "", msg("ending.not_closed"), msg("remedy.carry_on"));
  if (blank(command.because)) return reason_missing(msg("ending.why_does_case_open_again"));
  if (d.workflow == nullptr) return failure(workflow_missing(d));
  const auto phase = first_phase(d.c, d.library, *d.workflow);
  const auto method = method_of(d, phase);
  if (!method) return failure(method.error());
  Events events{d.event(CaseReopened{phase, command.because})};
  const auto left_out = left_out_on_the_way(d.c, d.library, *d.workflow, std::nullopt, phase);
  enter(d, entering(d, phase, **method, {}, left_out), **method, events);
  return events;
}

}  // namespace casus::engine
