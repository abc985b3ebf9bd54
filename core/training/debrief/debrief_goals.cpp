// SPDX-License-Identifier: EUPL-1.2
#include "core/training/debrief/debrief_goals.hpp"

#include "core/model/person_name.hpp"
#include "core/training/debrief/by_words.hpp"
#include "core/training/debrief/counted_words.hpp"

#include <algorithm>
#include <iterator>

namespace casus::training {
namespace {

/// The first move that counts with which this came out.
int move_of(const Play& play, CameOut::What what, std::string_view id) {
  for (const auto& beat : play.beats())
    if (beat.counts())
      for (const auto& out : beat.came_out)
        if (out.what == what && out.id == id) return beat.number;
  return 0;
}

class Evidence {
 public:
  Evidence(const Play& play, const ProofTrail& trail) : play_(play), trail_(trail) {}

  std::vector<int> of(const Condition& condition) const {
    std::vector<int> moves;
    collect(condition, moves);
    tidy_beats(moves);
    return moves;
  }

 private:
  void collect(const Condition& condition, std::vector<int>& moves) const {
    using Op = Condition::Op;
    switch (condition.op) {
      case Op::said: std::ranges::copy(play_.moves_that_said(condition), std::back_inserter(moves)); break;
      case Op::consulted: moves.push_back(play_.move_of_consulting(condition.id).value_or(0)); break;
      case Op::chosen:
        if (const auto* chosen = play_.chosen(condition.id);
            chosen != nullptr && std::ranges::find(condition.options, chosen->option) != condition.options.end())
          moves.push_back(chosen->beat);
        break;
      case Op::known: moves.push_back(move_of(play_, CameOut::What::fact, condition.id)); break;
      case Op::happened: moves.push_back(move_of(play_, CameOut::What::event, condition.id)); break;
      case Op::holds: std::ranges::copy(trail_.proof_of(condition.holds), std::back_inserter(moves)); break;
      case Op::before:
        for (const auto& part : condition.parts) moves.push_back(play_.first_held(part).value_or(0));
        break;
      case Op::reached: moves.push_back(move_of_reaching(condition)); break;
      case Op::counter: std::ranges::copy(play_.moves_that_changed(condition.id), std::back_inserter(moves)); break;
      case Op::passed: break;
      case Op::all:
      case Op::any:
      case Op::negation:
        for (const auto& part : condition.parts) collect(part, moves);
        break;
    }
  }

  int move_of_reaching(const Condition& condition) const {
    for (const auto& done : play_.history())
      if (const auto* entered = std::get_if<StepEntered>(&done.event.body)) {
        const bool fits = condition.phase ? entered->phase == *condition.phase
                                          : std::ranges::find(condition.steps, entered->step) != condition.steps.end();
        if (fits) return done.beat;
      }
    return 0;
  }

  const Play& play_;
  const ProofTrail& trail_;
};

/// What was tried and refused of that which must not be said: it is in the log, and was heard at the table.
void add_refused(const Play& play, const Condition& condition, bool denied, std::vector<int>& moves) {
  using Op = Condition::Op;
  if (condition.op == Op::said && denied)
    std::ranges::copy(play.refused_that_said(condition), std::back_inserter(moves));
  const bool turns = condition.op == Op::negation;
  for (const auto& part : condition.parts) add_refused(play, part, denied != turns, moves);
}

/// Who judges again changes their mind; who judges beside another leaves the other's word standing.
void judge(GoalResult& goal, Judgement judgement) {
  if (goal.judgement && !same_name(goal.judgement->by, judgement.by)) goal.others.push_back(std::move(*goal.judgement));
  std::erase_if(goal.others, [&](const Judgement& other) { return same_name(other.by, judgement.by); });
  goal.judgement = std::move(judgement);
}

}  // namespace

bool GoalResult::counted() const { return std::ranges::all_of(parts, &CountedPart::held); }

std::size_t GoalResult::given() const {
  return static_cast<std::size_t>(std::ranges::count_if(parts, &CountedPart::from_start));
}

std::vector<int> GoalResult::beats() const {
  std::vector<int> all;
  for (const auto& part : parts) std::ranges::copy(part.beats, std::back_inserter(all));
  tidy_beats(all);
  return all;
}

std::vector<GoalResult> goal_results(const Play& play, const ProofTrail& trail) {
  const Evidence evidence(play, trail);
  const Play unplayed(play.scenario(), play.setup(), play.library());
  std::vector<GoalResult> all;
  for (const auto& goal : play.scenario().goals) {
    GoalResult result{.goal = &goal};
    for (const auto* part : counted_parts(goal)) {
      result.parts.push_back({part, play.holds(*part), evidence.of(*part)});
      result.parts.back().by_trainer = std::ranges::any_of(result.parts.back().beats, [&](int number) {
        return play.beats()[static_cast<std::size_t>(number - 1)].of_trainer();
      });
      auto& added = result.parts.back();
      added.from_start = added.held && unplayed.holds(*part);
      if (added.held) add_refused(play, *part, false, added.refused);
      tidy_beats(added.refused);
      auto words = by_words(play, *part);
      added.heard = std::move(words.heard);
      added.unheard = std::move(words.unheard);
    }
    all.push_back(std::move(result));
  }
  return all;
}

std::string finding_of(const LevelScore& level, const Item& item) {
  // What a library of the method looked at has the name of its plugin in front; it is typed without.
  return std::string(key(level.level)) + '/' + item.id.substr(item.id.rfind('/') + 1);
}
std::string finding_of(const PersonNote& note) { return "person/" + name_key(note.name); }
/// What is said of a person goes by their name; the others by ids.
bool is_finding(std::string_view one, std::string_view typed) {
  return one == typed || (one.starts_with("person/") && same_name(one, typed));
}
std::string finding_of(const DecisionResult& decision) {
  return std::string(key(Level::decisions)) + '/' + decision.decision->id;
}
std::string finding_of(const GoalResult& goal) { return "goal/" + goal.goal->id; }

std::vector<std::string> findings(const Debrief& debrief) {
  std::vector<std::string> all;
  for (const auto& goal : debrief.goals) all.push_back(finding_of(goal));
  for (const auto& level : debrief.levels)
    for (const auto& item : level.items) all.push_back(finding_of(level, item));
  for (const auto& note : debrief.people) all.push_back(finding_of(note));
  return all;
}

void hear_trainer(const Play& play, Debrief& debrief) {
  for (const auto& beat : play.beats()) {
    if (!beat.counts()) continue;
    if (const auto* judged = std::get_if<JudgeGoal>(&beat.move.body)) {
      for (auto& goal : debrief.goals)
        if (goal.goal->id == judged->goal) judge(goal, {beat.move.by, judged->verdict, judged->because, beat.number});
    } else if (const auto* remark = std::get_if<Remark>(&beat.move.body)) {
      debrief.trainer.push_back({beat.move.by, {}, remark->text, beat.number});
    } else if (const auto* injected = std::get_if<Inject>(&beat.move.body)) {
      debrief.trainer.push_back({beat.move.by, {}, {}, beat.number, injected->what, brought_in(beat)});
    } else if (const auto* against = std::get_if<Overrule>(&beat.move.body)) {
      const Overruled overruled{beat.move.by, against->because, beat.number};
      debrief.trainer.push_back({beat.move.by, against->finding, against->because, beat.number});
      for (auto& goal : debrief.goals)
        if (finding_of(goal) == against->finding) goal.overruled = overruled;
      for (auto& level : debrief.levels)
        for (auto& item : level.items)
          if (finding_of(level, item) == against->finding ||
              std::string(key(level.level)) + '/' + item.id == against->finding)
            item.overruled = overruled;
      for (auto& one : debrief.decisions)
        if (finding_of(one) == against->finding) one.overruled = overruled;
      for (auto& note : debrief.people)
        if (is_finding(finding_of(note), against->finding)) note.overruled = overruled;
    }
  }
}

}  // namespace casus::training
