// SPDX-License-Identifier: EUPL-1.2
#include "core/report/documents/plan_check.hpp"

#include "core/report/documents/plan_scores.hpp"
#include "core/report/documents/plan_signs.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::report {

namespace {

/// A first step further away than this is not small; our own measure.
constexpr int kSoon = 14;
constexpr int kOftenMoved = 2;

class PlanLooker {
 public:
  PlanLooker(const Case& state, Date today) : state_(state), today_(today) {}

  std::vector<PlanRemark> remarks() {
    for (const auto& goal : state_.goals)
      if (goal.state == Done::open) look(goal);
    for (const auto& action : state_.actions)
      if (action.state == Done::open) look(action);
    whole();
    return std::move(found_);
  }

 private:
  void say(std::string check, std::string source, Text says, Text how) {
    found_.push_back({line_, std::move(check), std::move(source), std::move(says), std::move(how)});
  }

  /// "casus plan change goal 2026-001 g1", the same in both languages.
  std::string change(std::string_view what) const {
    return fmt::format("casus plan change {} {} {}", what, state_.id, line_);
  }

  bool is_agreed(std::string_view line, Time worded_at) const {
    return std::ranges::any_of(state_.agreed, [&](const Agreed& one) {
      return (one.given.line.empty() || one.given.line == line) && one.at >= worded_at;
    });
  }

  bool by_resident(const Made& made) const {
    const auto* person = state_.person(made.by);
    return person != nullptr && person->has(Role::resident);
  }

  void look(const Goal& goal) {
    line_ = goal.set.id;
    const auto& text = goal.set.text;
    if (!goal.set.resident_words)
      say("resident_words", "S1",
          {"Dit doel staat nog niet in de woorden van de inwoner.",
           "This goal is not in the resident's own words yet."},
          {fmt::format("Vraag: 'Hoe zou u het zelf zeggen?' Leg het vast met: {} --text \"...\" --resident-words yes",
                       change("goal")),
           fmt::format("Ask: 'How would you put it yourself?' Record it with: {} --text \"...\" --resident-words yes",
                       change("goal"))});
    if (const auto word = absence_in(text); !word.empty())
      say("presence", "MTM",
          {fmt::format("Het doel zegt wat er weg moet ('{}'), nog niet wat er dan wel is.", word),
           fmt::format("The goal says what is to go ('{}'), not yet what will be there.", word)},
          {"Vraag: 'Wat wilt u in plaats daarvan?'", "Ask: 'What do you want instead?'"});
    if (!has_verb(text))
      say("verb", "INS3",
          {"Er staat niet wat iemand dan doet: een werkwoord ontbreekt.",
           "It does not say what somebody will be doing: there is no verb."},
          {"Vraag: 'Wat doet u dan?'", "Ask: 'What will you be doing then?'"});
    if (!is_observable(text) && !goal.set.scale)
      say("observable", "INS3",
          {"Je kunt nog niet zien of tellen of dit gelukt is.", "You cannot see or count yet whether this is reached."},
          {fmt::format("Noem een getal, een dag of hoe vaak; of maak er een schaal van: {} --scale -2..+2 --variable "
                       "\"...\"",
                       change("goal")),
           fmt::format("Give a number, a day or how often; or make it a scale: {} --scale -2..+2 --variable \"...\"",
                       change("goal"))});
    if (goal.set.scale && goal.set.levels.empty())
      say("levels", "INS3",
          {"De schaal heeft nog geen beschrijving per punt.", "The points of the scale are not described yet."},
          {fmt::format("Zeg voor elk punt hoe het er dan uitziet, laagste eerst: {} --level \"...\" --level \"...\"",
                       change("goal")),
           fmt::format("Say for each point what it looks like, lowest first: {} --level \"...\" --level \"...\"",
                       change("goal"))});
    if (const auto two = both_scores(state_, goal); two.worker && !two.resident)
      say("both_score", "PSW",
          {"Alleen een werker gaf een cijfer; de inwoner nog niet.", "Only a worker scored; the resident has not yet."},
          {fmt::format("Vraag de inwoner en leg het vast: casus plan score {} {} CIJFER --resident --evidence \"...\"",
                       state_.id, line_),
           fmt::format("Ask the resident and record it: casus plan score {} {} VALUE --resident --evidence \"...\"",
                       state_.id, line_)});
    if (!is_agreed(goal.set.id, goal.worded_at) && !by_resident(goal))
      say("agreed", "INS3",
          {"Nog niet vastgelegd dat de inwoner het hiermee eens is.",
           "It is not recorded yet that the resident agrees to this."},
          {fmt::format("Vraag het en leg het vast: casus plan agree {} {}", state_.id, line_),
           fmt::format("Ask, and record it: casus plan agree {} {}", state_.id, line_)});
    // That there is no action at all is said of the plan as a whole.
    if (!state_.actions.empty() &&
        std::ranges::none_of(state_.actions, [&](const Action& one) { return one.plan.goal == goal.set.id; }))
      say("goal_without_action", "own", {"Bij dit doel staat nog geen actie.", "There is no action for this goal yet."},
          {fmt::format("Spreek een eerste stap af, met --goal {}.", line_),
           fmt::format("Agree on a first step, with --goal {}.", line_)});
  }

  void look(const Action& action) {
    line_ = action.plan.id;
    const auto& plan = action.plan;
    complete(plan);
    if (!plan.who.empty() && plan.who == plan.checks)
      say("other_checks", "own",
          {"Wie het doet en wie het nakijkt is dezelfde persoon.", "The one who does it also checks it."},
          {fmt::format("Vraag iemand anders om te kijken of het lukt: {} --checks NAAM", change("action")),
           fmt::format("Ask somebody else to see whether it works: {} --checks NAME", change("action"))});
    if (!has_verb(plan.what))
      say("verb", "INS3",
          {"Er staat niet wat iemand gaat doen: een werkwoord ontbreekt.",
           "It does not say what somebody will do: there is no verb."},
          {fmt::format("Zeg het als een daad, zoals 'de huisbaas bellen': {} --what \"...\"", change("action")),
           fmt::format("Say it as a deed, like 'call the landlord': {} --what \"...\"", change("action"))});
    if (const auto word = vague_in(plan.what); !word.empty())
      say("vague", "own",
          {fmt::format("'{}' is rekbaar: wanneer is het gedaan?", word),
           fmt::format("'{}' can mean anything: when is it done?", word)},
          {fmt::format("Noem wat je dan kunt zien of horen: {} --what \"...\"", change("action")),
           fmt::format("Name what can be seen or heard then: {} --what \"...\"", change("action"))});
    if (!plan.rung)
      say("rung", "R9",
          {"De trede ontbreekt: doet de inwoner het zelf, het netwerk, de buurt, of is het maatwerk?",
           "The rung is missing: the resident, the network, the neighbourhood, or a customised service?"},
          {fmt::format("Kies de trede: {} --rung network", change("action")),
           fmt::format("Choose the rung: {} --rung network", change("action"))});
    if (plan.goal.empty() && !state_.goals.empty())
      say("action_without_goal", "own",
          {"Er staat niet bij welk doel deze actie hoort.", "It does not say for which goal this action is."},
          {fmt::format("Kies het doel: {} --goal {}", change("action"), state_.goals.front().set.id),
           fmt::format("Choose the goal: {} --goal {}", change("action"), state_.goals.front().set.id)});
    if (plan.first_step && plan.by_when && days_between(date_of(action.at), *plan.by_when) > kSoon)
      say("small_step", "R8",
          {fmt::format("De eerste stap ligt {} dagen weg.", days_between(date_of(action.at), *plan.by_when)),
           fmt::format("The first step is {} days away.", days_between(date_of(action.at), *plan.by_when))},
          {"Vraag: 'Wat kan er deze week al?'", "Ask: 'What can be done this week?'"});
    if (plan.by_when && *plan.by_when < today_)
      say("overdue", "R8",
          {fmt::format("De dag is voorbij: {}.", to_string(*plan.by_when)),
           fmt::format("The day has passed: {}.", to_string(*plan.by_when))},
          {fmt::format("Zeg wat ervan kwam: casus plan done {} {}, of kies een dag: casus plan move {} {} +7d "
                       "--because \"...\"",
                       state_.id, line_, state_.id, line_),
           fmt::format("Say what came of it: casus plan done {} {}, or choose a day: casus plan move {} {} +7d "
                       "--because \"...\"",
                       state_.id, line_, state_.id, line_)});
    if (action.moved >= kOftenMoved)
      say("moved_often", "own",
          {fmt::format("Al {} keer verzet.", action.moved), fmt::format("Moved {} times already.", action.moved)},
          {"Vraag: 'Is de stap klein genoeg? Wie kan helpen?'", "Ask: 'Is the step small enough? Who can help?'"});
  }

  /// R8 asks all of this before an action is taken; one that came from elsewhere may lack it.
  void complete(const ActionLine& plan) {
    const auto lacks = [&](bool is, std::string check, Text says, std::string_view option) {
      if (!is) return;
      const auto how = fmt::format("{} {}", change("action"), option);
      say(std::move(check), "R8", std::move(says),
          {fmt::format("Vul aan: {} NAAM", how), fmt::format("Add: {} NAME", how)});
    };
    lacks(plan.who.empty(), "who", {"Er staat niet wie het doet.", "It does not say who does it."}, "--who");
    lacks(plan.checks.empty(), "checks", {"Er staat niet wie het nakijkt.", "It does not say who checks."}, "--checks");
    if (!plan.by_when)
      say("by_when", "R8", {"Er staat niet voor wanneer.", "It does not say by when."},
          {fmt::format("Kies een dag: casus plan move {} {} +7d --because \"...\"", state_.id, line_),
           fmt::format("Choose a day: casus plan move {} {} +7d --because \"...\"", state_.id, line_)});
  }

  void whole() {
    line_.clear();
    if (state_.goals.empty())
      say("no_goal", "own", {"Er is nog geen doel.", "There is no goal yet."},
          {fmt::format("Vraag wat de inwoner wil en leg het vast: casus plan goal {} \"...\" --resident-words",
                       state_.id),
           fmt::format("Ask what the resident wants and record it: casus plan goal {} \"...\" --resident-words",
                       state_.id)});
    if (state_.actions.empty()) {
      say("no_action", "R8", {"Er is nog geen actie.", "There is no action yet."},
          {fmt::format(
               "Spreek een eerste kleine stap af: casus plan action {} \"...\" --who ... --by-when +7d --checks "
               "... --first-step",
               state_.id),
           fmt::format("Agree on a first small step: casus plan action {} \"...\" --who ... --by-when +7d --checks ... "
                       "--first-step",
                       state_.id)});
    } else {
      if (std::ranges::none_of(state_.actions, [](const Action& one) { return one.plan.first_step; }))
        say("first_step", "R8", {"Geen actie is de eerste kleine stap.", "No action is the first small step."},
            {fmt::format("Wijs er een aan: casus plan change action {} {} --first-step yes", state_.id,
                         state_.actions.front().plan.id),
             fmt::format("Point one out: casus plan change action {} {} --first-step yes", state_.id,
                         state_.actions.front().plan.id)});
      if (std::ranges::all_of(state_.actions, [](const Action& one) { return one.plan.rung == Rung::customised; }))
        say("all_customised", "R9",
            {"Alle acties zijn maatwerk. Eerst het netwerk: wie kan er nog meer iets doen?",
             "All actions are customised services. Network first: who else could do something?"},
            {fmt::format("Kijk wie er zijn: casus network show {}", state_.id),
             fmt::format("See who there is: casus network show {}", state_.id)});
    }
    if (!state_.review_on)
      say("review", "R10", {"Er is nog geen dag om terug te kijken.", "There is no day to look back yet."},
          {fmt::format("Kies een dag: casus case review {} +6w", state_.id),
           fmt::format("Choose a day: casus case review {} +6w", state_.id)});
  }

  const Case& state_;
  Date today_;
  std::string line_;
  std::vector<PlanRemark> found_;
};

}  // namespace

std::vector<PlanRemark> plan_check(const Case& state, Date today) { return PlanLooker(state, today).remarks(); }

}  // namespace casus::report
