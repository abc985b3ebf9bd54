// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/deciding.hpp"

#include <algorithm>
#include <array>

/// Scores and goals (R11): within the scale, with evidence, one variable per scale, life domains only when opted in.
namespace casus::engine {

namespace {

struct Range {
  int low, high;
};

Range range_of(Scale scale) {
  switch (scale) {
    case Scale::scale_0_10: return {0, 10};
    case Scale::ladder_1_6: return {1, 6};
    case Scale::domain_1_5: return {1, 5};
  }
  return {0, 0};
}

Range range_of(GoalScale scale) { return scale == GoalScale::minus2_plus2 ? Range{-2, 2} : Range{-3, 2}; }

tl::unexpected<Refusal> off_scale(int value, Range range, std::string_view nl, std::string_view en) {
  return refuse(
      "OffScale", "R11",
      both(fmt::format("{} valt buiten de schaal: {}.", value, nl), fmt::format("{} is off the scale: {}.", value, en)),
      both(fmt::format("Kies een heel getal van {} tot en met {}.", range.low, range.high),
           fmt::format("Choose a whole number from {} to {}.", range.low, range.high)));
}

tl::unexpected<Refusal> no_evidence() {
  return refuse("ScoreWithoutEvidence", "R11",
                both("Een cijfer zonder uitleg zegt over een week niets meer.",
                     "A score without evidence means nothing a week later."),
                both("Zeg erbij wat maakt dat het dit cijfer is en geen lager: --evidence \"...\".",
                     "Say what makes it this score and not a lower one: --evidence \"...\"."));
}

/// Whether the text names more than one thing to measure.
bool several_variables(std::string_view text) {
  constexpr std::array<std::string_view, 7> kSigns{" en ", " and ", ",", "/", "+", "&", ";"};
  const auto lower = folded(text);
  return std::ranges::any_of(kSigns, [&](std::string_view sign) { return lower.find(sign) != std::string::npos; });
}

std::vector<std::string_view> goal_ids(const Case& c) {
  std::vector<std::string_view> ids;
  for (const auto& goal : c.goals) ids.push_back(goal.set.id);
  return ids;
}

/// What is wrong with a goal and its scale: one variable, and all levels or none [INS3].
std::optional<Refusal> goal_refusal(const GoalFields& command) {
  if (blank(command.text)) return empty_text("het doel", "the goal").value();
  if (command.scale) {
    const auto range = range_of(*command.scale);
    if (blank(command.variable))
      return refuse("ScaleWithoutVariable", "R11",
                    both("Een doelschaal meet één ding; dat staat er nog niet bij.",
                         "A goal scale measures one thing; it does not say which."),
                    both("Zeg wat je meet: --variable \"dagen naar school per week\".",
                         "Say what you measure: --variable \"days at school a week\"."))
          .value();
    if (several_variables(command.variable))
      return refuse("TwoVariables", "R11",
                    both(fmt::format("'{}' meet meer dan één ding.", command.variable),
                         fmt::format("'{}' measures more than one thing.", command.variable)),
                    both("Maak er twee doelen van, elk met een eigen schaal.",
                         "Make two goals of it, each with its own scale."))
          .value();
    const auto points = static_cast<std::size_t>(range.high - range.low + 1);
    if (!command.levels.empty() && command.levels.size() != points)
      return refuse("LevelsMissing", "R11",
                    both(fmt::format("Deze schaal heeft {} niveaus, je gaf er {}.", points, command.levels.size()),
                         fmt::format("This scale has {} levels, you gave {}.", points, command.levels.size())),
                    both("Beschrijf elk niveau, van laag naar hoog, of laat ze allemaal weg.",
                         "Describe each level, lowest first, or leave them all out."))
          .value();
  } else if (!blank(command.variable) || !command.levels.empty()) {
    return refuse(
               "ScaleMissing", "R11",
               both("Je geeft een maat of niveaus, maar geen schaal.", "You give a variable or levels, but no scale."),
               both("Kies de schaal: --scale -2..+2 of --scale -3..+2.",
                    "Choose the scale: --scale -2..+2 or --scale -3..+2."))
        .value();
  }
  return std::nullopt;
}

}  // namespace

Decided decide_on(const Deciding& d, const OptInDomain& command) {
  if (blank(command.domain)) return empty_text("het leefgebied", "the life domain");
  if (blank(command.because))
    return refuse(
        "DomainWithoutReason", "R11",
        both(fmt::format("Waarom is '{}' nodig voor deze casus? Een leefgebied scoor je alleen als het ertoe doet.",
                         command.domain),
             fmt::format("Why does this case need '{}'? A life domain is scored only when it matters here.",
                         command.domain)),
        both("Geef de reden: --because \"...\".", "Give the reason: --because \"...\"."));
  return d.one(DomainOptedIn{command});
}

Decided decide_on(const Deciding& d, const GiveScore& command) {
  const auto range = range_of(command.scale);
  if (command.value < range.low || command.value > range.high)
    return off_scale(command.value, range, label(command.scale, Lang::nl), label(command.scale, Lang::en));
  if (command.good_enough && (*command.good_enough < range.low || *command.good_enough > range.high))
    return off_scale(*command.good_enough, range, label(command.scale, Lang::nl), label(command.scale, Lang::en));
  if (blank(command.evidence)) return no_evidence();
  if (command.scale == Scale::domain_1_5) {
    const auto opted = std::ranges::find(d.c.domains, command.domain, &OptedDomain::domain);
    if (opted == d.c.domains.end())
      return refuse("DomainNotOptedIn", "R11",
                    both(fmt::format("Het leefgebied '{}' is voor deze casus niet gekozen.", command.domain),
                         fmt::format("The life domain '{}' was not chosen for this case.", command.domain)),
                    both(fmt::format("Zeg eerst waarom het nodig is: casus case domain {} \"{}\" --because \"...\".",
                                     d.c.id, command.domain),
                         fmt::format("First say why it is needed: casus case domain {} \"{}\" --because \"...\".",
                                     d.c.id, command.domain)));
  }
  Scored scored;
  static_cast<ScoreFields&>(scored) = command;
  scored.id = next_id('s', d.c.scores.size());
  return d.one(std::move(scored));
}

Decided decide_on(const Deciding& d, const SetGoal& command) {
  if (auto refusal = goal_refusal(command)) return failure(std::move(*refusal));
  GoalSet set;
  static_cast<GoalFields&>(set) = command;
  set.id = next_id('g', d.c.goals.size());
  return d.one(std::move(set));
}

Decided decide_on(const Deciding& d, const ChangeGoal& command) {
  const auto goal = std::ranges::find_if(d.c.goals, [&](const Goal& g) { return g.set.id == command.goal; });
  if (goal == d.c.goals.end()) return nothing("doel", "goal", command.goal, goal_ids(d.c));
  const bool scale_changes = command.scale || !blank(command.variable) || !command.levels.empty();
  if (blank(command.text) && !command.resident_words && !scale_changes)
    return empty_text("wat er anders moet (--text, --resident-words, --scale, --variable of --level)",
                      "what is to change (--text, --resident-words, --scale, --variable or --level)");
  const bool scored = std::ranges::any_of(
      d.c.goal_marks, [&](const GoalMark& mark) { return mark.given.goal == command.goal && mark.given.value; });
  if (scored && scale_changes)
    return refuse("ScaleInUse", "R11",
                  both("Op deze schaal is al gescoord. Verandert de schaal, dan zeggen die cijfers niets meer.",
                       "This scale was scored on already. If it changes, those scores mean nothing any more."),
                  both(fmt::format("Maak een nieuw doel met een eigen schaal: casus plan goal {}.", d.c.id),
                       fmt::format("Make a new goal with its own scale: casus plan goal {}.", d.c.id)));
  GoalChanged changed;
  static_cast<GoalLine&>(changed) = goal->set;
  if (!blank(command.text)) changed.text = command.text;
  if (command.resident_words) changed.resident_words = *command.resident_words;
  if (command.scale) changed.scale = command.scale;
  if (!blank(command.variable)) changed.variable = command.variable;
  if (!command.levels.empty()) changed.levels = command.levels;
  if (auto refusal = goal_refusal(changed)) return failure(std::move(*refusal));
  return d.one(std::move(changed));
}

Decided decide_on(const Deciding& d, const ScoreGoal& command) {
  const auto goal = std::ranges::find_if(d.c.goals, [&](const Goal& g) { return g.set.id == command.goal; });
  if (goal == d.c.goals.end()) return nothing("doel", "goal", command.goal, goal_ids(d.c));
  if (command.value) {
    if (!goal->set.scale)
      return refuse("GoalWithoutScale", "R11", both("Dit doel heeft geen schaal.", "This goal has no scale."),
                    both("Zeg of het gelukt is: --state done, partly of not.",
                         "Say whether it is reached: --state done, partly or not."));
    const auto range = range_of(*goal->set.scale);
    if (*command.value < range.low || *command.value > range.high)
      return off_scale(*command.value, range, label(*goal->set.scale, Lang::nl), label(*goal->set.scale, Lang::en));
  } else if (!command.state) {
    return empty_text("een cijfer of een stand (--state)", "a value or a state (--state)", "R11");
  }
  if (blank(command.evidence)) return no_evidence();
  GoalScored scored{command};
  scored.resident = command.resident || (d.actor != nullptr && d.actor->has(Role::resident));
  return d.one(std::move(scored));
}

}  // namespace casus::engine
