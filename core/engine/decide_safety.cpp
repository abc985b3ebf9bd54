// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/deciding.hpp"

/// Safety and the meldcode (R14): five steps, each with its day and person; acute danger interrupts.
namespace casus::engine {

namespace {

using lifecycle::Kind;

bool allowed(const Deciding& d, lifecycle::Step step) { return lifecycle::next(d.c.stage, step).has_value(); }

tl::unexpected<Refusal> not_from_here(const Deciding& d, Text remedy) {
  const auto safety = d.c.stage.safety;
  const auto step = d.c.stage.meldcode_step;
  const auto now = safety == Safety::clear
                       ? both("er is geen zorg over de veiligheid gemeld", "no safety concern was reported")
                   : safety == Safety::acute
                       ? both("er is acuut gevaar gemeld", "acute danger was reported")
                       : both(fmt::format("er loopt een zorg over de veiligheid, bij stap {} van de meldcode", step),
                              fmt::format("there is a safety concern, at step {} of the meldcode", step));
  return refuse("SafetyStandsElsewhere", "R14",
                both(fmt::format("Dat kan nu niet: {}.", now.nl), fmt::format("That cannot be done now: {}.", now.en)),
                std::move(remedy));
}

}  // namespace

Decided decide_on(const Deciding& d, const RaiseConcern& command) {
  if (blank(command.text)) return empty_text("wat je gezien of gehoord hebt", "what you saw or heard", "R14");
  if (!allowed(d, {Kind::raise_concern}))
    return not_from_here(
        d, both(fmt::format("Er loopt al een zorg. Ga verder met de meldcode: casus case safety step {} N \"...\".",
                            d.c.id),
                fmt::format("There is a concern already. Go on with the meldcode: casus case safety step {} N \"...\".",
                            d.c.id)));
  return d.one(ConcernRaised{command});
}

Decided decide_on(const Deciding& d, const RaiseAcute& command) {
  if (blank(command.text)) return empty_text("wat er aan de hand is", "what is going on", "R14");
  if (!allowed(d, {Kind::raise_acute}))
    return not_from_here(d,
                         both(fmt::format("Leg vast wat er is gedaan: casus case safety handle {} \"...\".", d.c.id),
                              fmt::format("Write down what was done: casus case safety handle {} \"...\".", d.c.id)));
  return d.one(AcuteRaised{command});
}

Decided decide_on(const Deciding& d, const TakeMeldcodeStep& command) {
  if (command.step < 1 || command.step > kMeldcodeSteps)
    return refuse("NoSuchMeldcodeStep", "R14", both("De meldcode heeft vijf stappen.", "The meldcode has five steps."),
                  both("Kies stap 1 tot en met 5.", "Choose step 1 to 5."));
  if (blank(command.text)) return empty_text("wat er in deze stap is gedaan", "what was done in this step", "R14");
  if (!allowed(d, {Kind::meldcode, d.c.stage.phase, command.step}))
    return not_from_here(
        d, d.c.stage.safety == Safety::concern
               ? both(fmt::format("Nu kan stap {} (opnieuw) of stap {}.", d.c.stage.meldcode_step,
                                  std::min(kMeldcodeSteps, d.c.stage.meldcode_step + 1)),
                      fmt::format("Now step {} (again) or step {} is possible.", d.c.stage.meldcode_step,
                                  std::min(kMeldcodeSteps, d.c.stage.meldcode_step + 1)))
               : both(fmt::format("Meld eerst de zorg: casus case safety concern {} \"...\".", d.c.id),
                      fmt::format("Report the concern first: casus case safety concern {} \"...\".", d.c.id)));
  if (command.step == kMeldcodeSteps && (!command.report_needed || !command.help_possible))
    return refuse("TwoDecisions", "R14",
                  both("Stap 5 vraagt twee besluiten: is melden nodig, en is hulp (ook) mogelijk?",
                       "Step 5 asks two decisions: is reporting needed, and is help (also) possible?"),
                  both("Geef beide: --report-needed yes|no en --help-possible yes|no. Beslis nooit alleen.",
                       "Give both: --report-needed yes|no and --help-possible yes|no. Never decide alone."));
  MeldcodeStepTaken taken;
  static_cast<MeldcodeFields&>(taken) = command;
  const auto* who = command.who.empty() ? d.actor : d.person(command.who);
  if (who == nullptr) return nobody(d, command.who);
  taken.who = who->id;
  taken.on = command.on.value_or(d.today());
  if (*taken.on > d.today())
    return refuse("DayNotYet", "R14",
                  both(fmt::format("{} moet nog komen.", to_string(*taken.on)),
                       fmt::format("{} is still to come.", to_string(*taken.on))),
                  both("Leg vast wat gedaan is, met de dag waarop.", "Write down what was done, with the day."));
  return d.one(std::move(taken));
}

Decided decide_on(const Deciding& d, const HandleAcute& command) {
  if (blank(command.text)) return empty_text("wat er is gedaan", "what was done", "R14");
  if (!allowed(d, {Kind::handle_acute}))
    return not_from_here(
        d, both("Er is geen acute onveiligheid om af te handelen.", "There is no acute danger to handle."));
  return d.one(AcuteHandled{command});
}

Decided decide_on(const Deciding& d, const ClearSafety& command) {
  if (!allowed(d, {Kind::clear_safety}))
    return not_from_here(
        d, d.c.stage.safety == Safety::acute
               ? both(fmt::format("Handel eerst het acute af: casus case safety handle {} \"...\".", d.c.id),
                      fmt::format("Handle the acute danger first: casus case safety handle {} \"...\".", d.c.id))
               : both("Er loopt geen zorg over veiligheid.", "There is no safety concern."));
  if (d.c.stage.meldcode_step < kMeldcodeSteps && blank(command.because))
    return refuse("MeldcodeNotThrough", "R14",
                  both(fmt::format("De meldcode is pas bij stap {} van {}.", d.c.stage.meldcode_step, kMeldcodeSteps),
                       fmt::format("The meldcode is at step {} of {}.", d.c.stage.meldcode_step, kMeldcodeSteps)),
                  both("Ga verder met de stappen, of leg uit waarom de zorg ongegrond is: --because \"...\".",
                       "Go on with the steps, or explain why the concern is unfounded: --because \"...\"."));
  return d.one(SafetyCleared{command});
}

}  // namespace casus::engine
