// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/decide/deciding.hpp"
#include "core/engine/decide/meldcode.hpp"

#include <algorithm>
#include <string_view>

/// Safety and the meldcode (R14): five steps, each with its day and person; acute danger interrupts.
namespace casus::engine {

namespace {

using lifecycle::Kind;

bool allowed(const Deciding& d, lifecycle::Step step) { return lifecycle::next(d.c.stage, step).has_value(); }

tl::unexpected<Refusal> not_from_here(const Deciding& d, Message remedy) {
  const auto safety = d.c.stage.safety;
  const auto step = d.c.stage.meldcode_step;
  const auto now = safety == Safety::clear   ? msg("safety.safety_concern_reported")
                   : safety == Safety::acute ? msg("safety.acute_danger_reported")
                                             : msg("safety.safety_concern_step_meldcode", "step"_is = step);
  return refuse("SafetyStandsElsewhere", "R14", msg("safety.safety_stands_elsewhere", "now"_is = now),
                std::move(remedy));
}

/// Whether it says why: of "ok" or "weg" nobody who reads it later learns what a concern that was not weighed came to.
bool says_why(std::string_view because) {
  constexpr int kFewest = 3;
  int words = 0;
  for (std::size_t at = 0; at < because.size(); ++words) {
    at = because.find_first_not_of(" \t\n", at);
    if (at == std::string_view::npos) break;
    at = std::min(because.find_first_of(" \t\n", at), because.size());
  }
  return words >= kFewest;
}

}  // namespace

Decided decide_on(const Deciding& d, const RaiseConcern& command) {
  if (blank(command.text)) return empty_text(msg("safety.needs_what_saw_heard"), "R14");
  // Always kept, beside whatever stands: in `out_of_place` only a case that is over has to be opened first.
  return d.one(ConcernRaised{command});
}

Decided decide_on(const Deciding& d, const RaiseAcute& command) {
  if (blank(command.text)) return empty_text(msg("safety.needs_what_going"), "R14");
  // A second report belongs to the first: more is seen while everything stands still.
  return d.one(AcuteRaised{command});
}

Decided decide_on(const Deciding& d, const TakeMeldcodeStep& command) {
  if (command.step < 1 || command.step > kMeldcodeSteps)
    return refuse("NoSuchMeldcodeStep", "R14", msg("safety.no_such_meldcode_step"),
                  msg("safety.no_such_meldcode_step_do"));
  if (blank(command.text)) return empty_text(msg("safety.needs_what_done_step"), "R14");
  if (!allowed(d, {Kind::meldcode, d.c.stage.phase, command.step}))
    return not_from_here(d,
                         d.c.stage.safety == Safety::acute
                             ? msg("safety.handle_acute_danger_first",
                                   "handle"_is = way("case safety handle", "case"_is = d.c.id, "text"_is = gap()))
                         : d.c.stage.safety == Safety::concern
                             ? msg("safety.now_step_again_step_possible", "meldcode_step"_is = d.c.stage.meldcode_step,
                                   "meldcode_step2"_is = std::min(kMeldcodeSteps, d.c.stage.meldcode_step + 1))
                             : msg("safety.report_concern_first",
                                   "concern"_is = way("case safety concern", "case"_is = d.c.id, "text"_is = gap())));
  if (auto refusal = meldcode_lacks(d, command)) return failure(std::move(*refusal));
  MeldcodeStepTaken taken;
  static_cast<MeldcodeFields&>(taken) = command;
  if (auto refusal = two_of_one_name(d, command.who)) return failure(std::move(*refusal));
  const auto* who = command.who.empty() ? d.actor : d.person(command.who);
  if (who == nullptr) return nobody(d, command.who);
  taken.who = who->id;
  taken.on = command.on.value_or(d.today());
  if (auto refusal = day_not_yet(*taken.on, d.today(), msg("safety.day_not_yet_do"), "R14"))
    return failure(std::move(*refusal));
  return d.one(std::move(taken));
}

Decided decide_on(const Deciding& d, const HandleAcute& command) {
  if (blank(command.text)) return empty_text(msg("safety.needs_what_done"), "R14");
  if (!allowed(d, {Kind::handle_acute}))
    return not_from_here(d, msg("safety.acute_danger_handle",
                                "acute"_is = way("case safety acute", "case"_is = d.c.id, "text"_is = gap())));
  return d.one(AcuteHandled{command});
}

Decided decide_on(const Deciding& d, const ClearSafety& command) {
  if (!allowed(d, {Kind::clear_safety}))
    return not_from_here(d,
                         d.c.stage.safety == Safety::acute
                             ? msg("safety.handle_acute_danger_first",
                                   "handle"_is = way("case safety handle", "case"_is = d.c.id, "text"_is = gap()))
                             : msg("safety.safety_concern",
                                   "concern"_is = way("case safety concern", "case"_is = d.c.id, "text"_is = gap())));
  if (d.c.stage.meldcode_step < kMeldcodeSteps && !says_why(command.because))
    return refuse("MeldcodeNotThrough", "R14",
                  msg("safety.meldcode_not_through", "meldcode_step"_is = d.c.stage.meldcode_step,
                      "meldcode_steps"_is = kMeldcodeSteps),
                  msg("safety.meldcode_not_through_do"));
  if (blank(command.because))
    return refuse("OutcomeMissing", "R14", msg("safety.outcome_missing"),
                  msg("safety.outcome_missing_do",
                      "clear"_is = way("case safety clear", "case"_is = d.c.id, "because"_is = gap())));
  return d.one(SafetyCleared{command});
}

}  // namespace casus::engine
