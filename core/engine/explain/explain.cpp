// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/explain/explain.hpp"

#include "core/engine/access/around.hpp"
#include "core/engine/explain/remedies.hpp"
#include "core/engine/explain/requirements.hpp"
#include "core/engine/explain/said_first.hpp"
#include "core/engine/floor/floor.hpp"
#include "core/engine/floor/grouping.hpp"
#include "core/model/restriction_words.hpp"
#include "core/text/label.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::engine {

namespace {

/// No way on is longer: a step asks for something of each person at most, and a table holds some tens of people.
constexpr std::size_t kLongestWay = 200;

/// Walks a copy of the case towards the next step, one accepted command at a time.
class Planner {
 public:
  Planner(const Case& state, const Library& library, std::string by, Time at, Lang lang,
          const std::vector<std::string>& colleagues)
      : c_(state),
        library_(library),
        by_(std::move(by)),
        at_(std::max(at, state.changed_at)),
        lang_(lang),
        colleagues_(colleagues) {}

  Explanation explain();

 private:
  Deciding look() const {
    Deciding d{c_, probe_, library_};
    d.actor = c_.person(somebody(c_, by_));
    d.workflow = library_.pinned_workflow(c_.workflow);
    d.method = library_.pinned_method(c_.method(c_.stage.phase));
    if (const auto* here = c_.here(); here != nullptr && d.method != nullptr)
      d.step = d.method->step(here->phase, here->step);
    return d;
  }

  template <class Body>
  Command command(Body body) const {
    auto by = somebody(c_, by_);
    if constexpr (std::is_same_v<Body, NextStep> || std::is_same_v<Body, StartRound>) by = goes_on(c_, look().step, by);
    if constexpr (std::is_same_v<Body, HandleAcute> || std::is_same_v<Body, ResumeCase> ||
                  std::is_same_v<Body, ReopenCase>)
      by = by_colleague(c_, by);
    return {{}, c_.id, std::move(by), at_, std::nullopt, CommandBody(std::move(body))};
  }

  /// Does a command on the copy when it is accepted.
  bool done(const Command& command) {
    const auto events = decide(c_, command, library_);
    if (!events) return false;
    for (const auto& event : *events) evolve(c_, event);
    way_.push_back(command);
    return true;
  }

  /// What the definitions of the current phase need on this machine is there.
  bool can_walk() const {
    const auto d = look();
    return d.workflow != nullptr && d.method != nullptr && library_.unusable(c_.method(c_.stage.phase)).empty();
  }

  /// Does a move; when only a method that is not here stands in its way, another one comes first.
  bool moved(const auto& body, Explanation& explanation);
  bool other_definitions();
  void replay_without_what_is_not_needed(const Case& start);

  bool brings_nearer(const method::Criterion& criterion);
  bool leaf_nearer(const method::Unmet& leaf);
  bool others_pass(const std::string& by);
  bool first_blocker(Explanation& explanation);
  bool handles_danger(Explanation& explanation);
  void name_what_comes_first(const method::Criterion& holds, Explanation& explanation) const;
  std::string sample(text::Literal id) const { return fmt::format("[{}]", text::say(lang_, id)); }

  Case c_;
  const Library& library_;
  std::string by_;
  Time at_;
  Lang lang_;
  const std::vector<std::string>& colleagues_;
  Command probe_{{}, c_.id, by_, at_, std::nullopt, NextStep{}};
  std::vector<Command> way_;
};

/// How far a leaf is: rows that satisfy and what is lacking, so that a recipe can be seen to help. Where each is asked
/// for several, one of them is nearer.
struct Measure {
  bool holds = false;
  double found = 0;
  double lacking = 0;
};

Measure measure(const method::Criterion& criterion, const method::View& view) {
  const auto parts = method::unmet(criterion, view);
  if (parts.empty()) return {true, 0, 0};
  const auto& leaf = parts.front();
  if (leaf.criterion->op == method::Criterion::Op::median) {
    // The middle may stand still while it comes nearer.
    const auto share = method::unmet(numbers_as_asked(*leaf.criterion, leaf.found), view);
    return {false, share.empty() ? 1 : share.front().found, 0};
  }
  auto lacking = static_cast<double>(leaf.lacking.size());
  if (!leaf.pairs.empty()) {
    lacking = 0;
    for (const auto& pair : leaf.pairs)
      lacking += pair.too_many ? 1 : std::max(1.0, leaf.criterion->least_each() - pair.found);
  }
  return {false, leaf.found, lacking};
}

/// Where it goes round: those whose turn comes before this person's pass. False when nobody's does.
bool Planner::others_pass(const std::string& by) {
  const auto* step = look().step;
  const auto* speaker = c_.person(by);
  if (step == nullptr || speaker == nullptr || step->floor.order != method::Order::turns) return false;
  const auto id = speaker->id;
  const auto group = std::string(group_of(c_, id));
  const auto all = speakers_in(c_, *step, group).size();
  for (std::size_t passed = 0; passed < all; ++passed) {
    const auto* current = turn_now(c_, *step, group).current;
    if (current == nullptr) return false;
    if (current->id == id) return passed > 0;
    const auto& name = current->name.empty() ? current->id : current->name;
    if (!done({{}, c_.id, name, at_, std::nullopt, CommandBody(Pass{})})) return false;
  }
  return false;
}

bool Planner::leaf_nearer(const method::Unmet& leaf) {
  const auto& criterion = *leaf.criterion;
  const auto before = measure(criterion, CaseView(c_, at_, library_));
  const auto found = recipes(look(), leaf, by_, lang_, colleagues_);
  // Going back a step, the turn begins with somebody who owes nothing more: they pass, when nothing else helps.
  for (const bool passing : {false, true})
    for (const auto& recipe : found) {
      const auto kept = c_;
      const auto length = way_.size();
      const bool accepted = (!passing || others_pass(recipe.back().by)) &&
                            std::ranges::all_of(recipe, [&](const Command& it) { return done(it); });
      if (accepted) {
        const auto after = measure(criterion, CaseView(c_, at_, library_));
        const bool fewer =
            criterion.op == method::Criterion::Op::count && criterion.at_most && after.found < before.found;
        if (after.holds || after.found > before.found || after.lacking < before.lacking || fewer) return true;
      }
      c_ = kept;
      way_.resize(length);
    }
  return false;
}

bool Planner::brings_nearer(const method::Criterion& criterion) {
  using Op = method::Criterion::Op;
  const CaseView view(c_, at_, library_);
  if (method::holds(criterion, view)) return false;
  if (criterion.op == Op::all || criterion.op == Op::any)
    return std::ranges::any_of(criterion.parts, [&](const auto& part) { return brings_nearer(part); });
  const auto parts = method::unmet(criterion, view);
  return std::ranges::any_of(parts, [&](const auto& leaf) { return leaf_nearer(leaf); });
}

bool Planner::moved(const auto& body, Explanation& explanation) {
  const auto move = command(body);
  const auto events = decide(c_, move, library_);
  if (events) return done(move);
  const auto& refusal = events.error();
  explanation.missing.push_back({refusal.name, refusal.rule, true, refusal.reason, {}});
  if (refusal.name != "MethodMissing") return false;
  const auto kept = c_;
  const auto length = way_.size();
  std::vector<std::optional<Phase>> phases;
  for (const auto phase : kAllPhases) {
    const auto* pinned = library_.pinned_method(c_.method(phase));
    if (pinned == nullptr || !library_.unusable(c_.method(phase)).empty()) phases.emplace_back(phase);
  }
  if (phases.size() == kPhases) phases = {std::nullopt};
  for (const auto id : library_.method_ids()) {
    const bool changed = std::ranges::all_of(phases, [&](const auto& phase) {
      return done(command(ChangeMethod{std::string(id), phase, sample("sample.why")}));
    });
    if (changed && done(move)) return true;
    c_ = kept;
    way_.resize(length);
  }
  return false;
}

/// Puts other definitions in the place of what is not here: what this machine has under the same names, else another
/// method for this phase.
bool Planner::other_definitions() {
  const auto kept = c_;
  if (done(command(AdoptDefinitions{})) && can_walk()) return true;
  c_ = kept;
  way_.clear();
  for (const auto id : library_.method_ids()) {
    if (done(command(ChangeMethod{std::string(id), c_.stage.phase, sample("sample.why")})) && can_walk()) return true;
    c_ = kept;
    way_.clear();
  }
  return false;
}

/// What is soft may be passed over where a case begins in coaching; a way that meets it is not made shorter so.
bool passes_over(const Events& events) {
  return std::ranges::any_of(events, [](const Event& event) {
    const auto* entered = std::get_if<StepEntered>(&event.body);
    return entered != nullptr && !entered->explained.empty();
  });
}

/// What was done for one requirement may be done again, and better, for another: every command that the rest can do
/// without is left out. The last one is the move itself.
void Planner::replay_without_what_is_not_needed(const Case& start) {
  for (std::size_t leave_out = 0; leave_out + 1 < way_.size();) {
    auto copy = start;
    bool accepted = true;
    for (std::size_t i = 0; accepted && i < way_.size(); ++i) {
      if (i == leave_out) continue;
      const auto events = decide(copy, way_[i], library_);
      accepted = events.has_value() && !passes_over(*events);
      if (accepted)
        for (const auto& event : *events) evolve(copy, event);
    }
    if (accepted) way_.erase(way_.begin() + static_cast<std::ptrdiff_t>(leave_out));
    else ++leave_out;
  }
}

/// States in which no step can be taken at all: one command ends them. True when the way is complete with it.
bool Planner::first_blocker(Explanation& explanation) {
  if (c_.stage.life == Life::erased) {
    explanation.stuck = true;
    explanation.standing = msg("explain.case_erased");
    explanation.missing.push_back({"erased", "", true, explanation.standing, {}});
    return true;
  }
  if (c_.restriction() != nullptr) {  // which answer it gets is not ours to propose
    explanation.standing = restricted_since(c_);
    explanation.missing.push_back({"only-kept", "AVG 18", true, while_restricted(c_), {}});
    explanation.stuck = !handles_danger(explanation);
    return true;
  }
  if (std::ranges::none_of(c_.people, &Person::at_table)) {
    explanation.missing.push_back({"people", "", true, msg("explain.somebody_takes_part_case"), {}});
    AddParticipant add;
    add.name = by_.empty() || c_.person(by_) != nullptr ? sample("sample.name") : by_;
    add.roles = {Role::presenter};
    auto join = command(std::move(add));
    join.by = std::get<AddParticipant>(join.body).name;
    (void)done(join);
  }
  switch (c_.stage.life) {
    case Life::closed:
      explanation.standing = msg("case.case_closed");
      explanation.stuck = !moved(ReopenCase{sample("sample.why")}, explanation);
      return true;
    case Life::paused:
      explanation.standing = msg("case.case_paused");
      explanation.stuck = !moved(ResumeCase{}, explanation);
      return true;
    case Life::intake:
    case Life::open:
    case Life::erased: break;
  }
  if (!can_walk()) {
    explanation.standing = msg("explain.method_workflow_case_cannot_used");
    explanation.missing.push_back({"method", "", true, explanation.standing, {}});
    explanation.stuck = !other_definitions();
    return true;
  }
  if (c_.stage.safety == Safety::acute) explanation.stuck = !handles_danger(explanation);
  return explanation.stuck;
}

/// False when there is none, or nothing helps.
bool Planner::handles_danger(Explanation& explanation) {
  if (c_.stage.safety != Safety::acute) return false;
  explanation.missing.push_back({"acute-safety", "R14", true, msg("explain.acute_danger_handled"), {}});
  return done(command(HandleAcute{sample("sample.what_done")}));
}

Message standing(const Deciding& d, Door door, bool ready) {
  if (d.c.stage.life == Life::intake)
    return ready ? msg("explain.intake_done_review_can_begin") : msg("explain.intake_done_yet");
  const Message step = d.step == nullptr ? Message::verbatim("?") : Message(d.step->name);
  if (!ready) return msg("explain.cannot_go_on", "step"_is = step, "phase"_is = text::label(d.c.stage.phase));
  if (door == Door::round)
    return msg("explain.last_step", "step"_is = step,
               "close"_is = way("case close", "case"_is = d.c.id, "because"_is = gap()));
  return msg("explain.can_go_on", "step"_is = step, "phase"_is = text::label(d.c.stage.phase));
}

void Planner::name_what_comes_first(const method::Criterion& holds, Explanation& explanation) const {
  const auto d = look();
  for (auto lack : to_be_said_first(d, holds)) {
    if (!lack.back.empty() && !decide(c_, command(BackStep{lack.back}), library_)) lack.back.clear();
    auto words = lack_in_words(d, lack);
    const auto same = [&](const Message& one) { return one.in(lang_) == words.in(lang_); };
    if (std::ranges::none_of(explanation.first, same)) explanation.first.push_back(std::move(words));
  }
}

Explanation Planner::explain() {
  const auto start = c_;
  Explanation explanation;
  if (first_blocker(explanation)) {
    explanation.way = std::move(way_);
    return explanation;
  }
  {
    const auto d = look();
    const auto door = next_door(d);
    const auto open = unmet(d, door);
    for (const auto& it : open) explanation.missing.push_back(told(d, it));
    explanation.standing = standing(d, door, explanation.missing.empty());
    // Only soft things left: saying why is shorter.
    if (!open.empty() && !any_hard(open) && way_.empty() && door != Door::begin)
      explanation.with_reason.push_back(door == Door::round ? command(StartRound{{}, sample("sample.why_go")})
                                                            : command(NextStep{sample("sample.why_go")}));
  }
  std::string because;
  while (way_.size() < kLongestWay) {
    const auto d = look();
    const auto door = next_door(d);
    const auto open = unmet(d, door);
    bool helped = false;
    for (const bool hard : {true, false})
      for (const auto& it : open)
        if (!helped && it.hard() == hard && it.asks != nullptr) helped = brings_nearer(it.asks->holds);
    if (helped) continue;
    // What is left cannot be helped: soft things are explained, a hard one keeps the case here.
    if (!open.empty()) because = sample("sample.why_go");
    explanation.stuck = any_hard(open) || !(door == Door::round ? moved(StartRound{{}, because}, explanation)
                                                                : moved(NextStep{because}, explanation));
    break;
  }
  if (way_.size() >= kLongestWay) explanation.stuck = true;
  // With a reason given, soft requirements hold nothing up, and leaving out would throw away what meets them.
  if (!explanation.stuck && because.empty()) replay_without_what_is_not_needed(start);
  explanation.way = std::move(way_);
  if (explanation.stuck) {
    explanation.way.clear();
    for (const auto& it : unmet(look(), next_door(look())))
      if (it.hard() && it.asks != nullptr) name_what_comes_first(it.asks->holds, explanation);
  }
  return explanation;
}

}  // namespace

Explanation explain(const Case& state, const Library& library, const std::string& by, Time at, Lang lang,
                    const std::vector<std::string>& colleagues) {
  return Planner(state, library, by, at, lang, colleagues).explain();
}

bool can_begin(const Case& state, const Library& library, Time at) {
  const Command next{{}, state.id, somebody(state, {}), at, std::nullopt, NextStep{}};
  return keeps_from_beginning(deciding_on(state, next, library)).empty();
}

}  // namespace casus::engine
