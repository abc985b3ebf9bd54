// SPDX-License-Identifier: EUPL-1.2
#include "core/base/text.hpp"
#include "core/engine/explain/case_view.hpp"
#include "core/engine/refusing.hpp"
#include "core/engine/team/team.hpp"
#include "core/model/person_name.hpp"
#include "core/training/play/called.hpp"
#include "core/training/play/play.hpp"
#include "core/training/play/what_is_asked.hpp"
#include "core/training/play/what_is_wished.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

/// What each move does, and when a condition holds.
namespace casus::training {

using text::msg;
namespace {

using namespace std::chrono_literals;

auto no(std::string_view name, text::Message reason, text::Message remedy, std::string_view rule = {}) {
  return engine::refuse(std::string(name), std::string(rule), std::move(reason), std::move(remedy));
}

template <class T>
std::string ids_in(const std::vector<T>& all) {
  std::string out;
  for (const auto& one : all) out += (out.empty() ? "" : ", ") + one.id;
  return out;
}

/// Whether the same person judged the same goal, or overruled the same finding.
bool says_the_same_of(const Move& earlier, const Move& later) {
  if (!same_name(earlier.by, later.by)) return false;
  const auto *judged = std::get_if<JudgeGoal>(&earlier.body), *judged_again = std::get_if<JudgeGoal>(&later.body);
  if (judged != nullptr && judged_again != nullptr) return judged->goal == judged_again->goal;
  const auto *against = std::get_if<Overrule>(&earlier.body), *against_again = std::get_if<Overrule>(&later.body);
  return against != nullptr && against_again != nullptr && against->finding == against_again->finding;
}

/// Words that must not be said count whatever is asked with them.
bool listens_for_questions(const Condition& said) {
  return !said.kinds.empty() && std::ranges::all_of(said.kinds, [](const std::string& kind) {
    return kind == "question" || kind == "follow_up";
  });
}

bool listens_for_wishes(const Condition& said) {
  return !said.kinds.empty() && std::ranges::all_of(said.kinds, [](const std::string& kind) { return kind == "wish"; });
}

/// By name, or by the last word of it where one alone has that.
const Acquaintance* called(const std::vector<const Acquaintance*>& all, std::string_view name) {
  const Acquaintance* found = nullptr;
  for (const auto* one : all) {
    if (same_name(one->name, name)) return one;
    if (!same_name(one->last_name(), name)) continue;
    if (found != nullptr) return nullptr;
    found = one;
  }
  return found;
}

}  // namespace

/// Who takes an action on and is not in the case yet: of the circle that is who nobody spoke with, and the resident who
/// did not come. What to do about it.
std::optional<std::pair<text::Message, text::Message>> Play::owner_not_there(const CommandBody& body) const {
  const auto* action = std::get_if<AddAction>(&body);
  if (action == nullptr || action->who.empty() || now_.state.person(action->who) != nullptr) return std::nullopt;
  if (const auto* whom = called(in_view(), action->who))
    return std::pair(msg("play_moves.not_spoken_with", "person"_is = whom->name),
                     msg("play_moves.speak_with", "person"_is = whom->name));
  if (same_name(action->who, scenario_.persona.name))
    return std::pair(msg("play_moves.not_at_table", "person"_is = scenario_.persona.name),
                     msg("play_moves.let_come", "person"_is = scenario_.persona.name));
  return std::nullopt;
}

Play::Done Play::apply_body(Beat& beat, const CommandBody& body) {
  if (std::holds_alternative<OpenCase>(body) || std::holds_alternative<EraseCase>(body) ||
      std::holds_alternative<ErasePerson>(body))
    return no("NotInTraining", msg("play_moves.training_has_one_case_all"),
              msg("play_moves.begin_another_training_go_back"));
  // "Ria aan Els: ..." of somebody in the circle: not at the table, and spoken to all the same.
  if (const auto* to = std::get_if<Say>(&body); to != nullptr && !to->to.empty() && !now_.state.person(to->to))
    if (const auto* whom = called(in_view(), to->to))
      return no("SpeakWithThem", msg("play_moves.not_at_table", "person"_is = whom->name),
                msg("play_moves.speak_with", "person"_is = whom->name));
  if (auto wrong = owner_not_there(body)) return no("OwnerNotThere", std::move(wrong->first), std::move(wrong->second));
  auto done = decide(beat.move.by, body);
  // A contribution takes a minute; an answer goes with its question, and going on takes no time of its own.
  const auto* say = std::get_if<Say>(&body);
  const bool at_once = std::holds_alternative<NextStep>(body) || (say != nullptr && say->kind == "answer");
  if (done && !at_once) move_clock(now_.clock + 1min, beat.came_out);
  return done;
}

Play::Done Play::apply_body(Beat& beat, const Wait& body) {
  if (body.amount < 1 || body.amount > kLongestSpan / 1min || body.seconds() > kLongestSpan)
    return no("NoSuchWait", msg("play_moves.waiting_takes_from_minute_two"),
              msg("play_moves.give_number_unit_such_as"));
  move_clock(now_.clock + body.seconds(), beat.came_out);
  return Events{};
}

Play::Done Play::apply_body(Beat& beat, const Choose& body) {
  const auto* decision = scenario_.decision(body.decision);
  if (decision == nullptr || !now_.up.contains(body.decision))
    return no("DecisionNotUp", msg("play_moves.decision_up_now", "decision"_is = body.decision),
              msg("play_moves.look_look_says_what_choose"));
  if (chosen(body.decision) != nullptr)
    return no("AlreadyChosen", msg("play_moves.chosen_already", "decision"_is = body.decision),
              msg("play_moves.go_back_back_then_choose"));
  if (now_.late.contains(body.decision))
    return no("DecisionLate", msg("play_moves.decision_late", "decision"_is = body.decision),
              msg("play_moves.go_back_back_then_choose"));
  const auto* option = decision->option(body.option);
  if (option == nullptr)
    return no("NoSuchOption", msg("play_moves.option", "option"_is = body.option, "decision"_is = body.decision),
              msg("play_moves.choose_from_2", "options"_is = ids_in(decision->options)));
  if (trimmed(body.because).empty())
    return no("NoReason", msg("play_moves.choice_needs_reason"),
              msg("play_moves.say_why_choose_because", "decision"_is = body.decision, "option"_is = body.option));
  now_.chosen.push_back({body.decision, body.option, body.because, beat.move.by, beat.number, now_.clock});
  change(option->changes, beat.came_out);
  follow(body.decision, *option);
  return Events{};
}

Play::Done Play::apply_body(Beat& beat, const Consult& body) {
  const auto* person = scenario_.acquaintance(body.person);
  const auto seen = in_view();
  const bool heard = person != nullptr && std::ranges::find(seen, person) != seen.end();
  if (!heard || !person->speaks_for_self) {
    std::string names;
    for (const auto* one : seen)
      if (one->speaks_for_self) names += (names.empty() ? "" : ", ") + one->name;
    auto reason = heard ? msg("play_moves.cannot_speak_for_self", "person"_is = person->name)
                        : msg("play_moves.group_has_heard_yet", "person"_is = body.person);
    return no(heard ? "CannotSpeakForSelf" : "NotInView", std::move(reason),
              msg("play_moves.ask_else_can_spoken_now", "names"_is = names));
  }
  const auto before = now_;
  Events events;
  const auto both = [&](const CommandBody& command) -> Done {
    auto done = decide(beat.move.by, command);
    if (done) std::ranges::copy(*done, std::back_inserter(events));
    return done;
  };
  const auto* in_case = now_.state.person(person->name);
  if (in_case == nullptr || !in_case->network)
    if (auto done = both(AddNetworkPerson{person->name, person->relation.in(setup_.lang), person->shell,
                                          person->quadrant, person->professional});
        !done)
      return done;
  if (auto done = both(AskPerson{person->name, answer_of(*person), true, body.about, std::nullopt}); !done) {
    now_ = before;
    return done;
  }
  const auto* by = now_.state.person(beat.move.by);
  // Who tells somebody off, or something, asked nothing.
  now_.said.push_back({is_question(body.about) ? "question" : "", with_pronouns(body.about, scenario_.persona.name),
                       by == nullptr ? std::string() : by->id, person->id, beat_, std::string(), false, true});
  now_.consulted.emplace(person->id, beat_);
  move_clock(now_.clock + 1min, beat.came_out);
  return events;
}

Play::Done Play::apply_body(Beat& beat, const TakeHint&) {
  for (std::size_t i = 0; i < scenario_.hints.size(); ++i)
    if (!now_.hinted.contains(i) && holds(scenario_.hints[i].when)) {
      now_.hinted.insert(i);
      beat.came_out.push_back({CameOut::What::hint, std::to_string(i + 1), scenario_.hints[i].text, now_.clock});
      return Events{};
    }
  return no("NoHint", msg("play_moves.hint_now"), msg("play_moves.ask_go_step_further"));
}

Play::Done Play::apply_body(Beat&, const Observe& body) {
  const bool at_table = now_.state.person(body.whom) != nullptr;
  if (!at_table)
    return no("NobodyObserved", msg("play_moves.table", "whom"_is = body.whom),
              msg("play_moves.name_whom_saw_as_table"));
  if (body.score && (*body.score < 0 || *body.score > 2))
    return no("ScoreOffScale", msg("play_moves.observation_worth_0_1_2"), msg("play_moves.0_seen_1_partly_2"));
  if (!body.point.empty() &&
      std::ranges::find(scenario_.observe, body.point, &ObservationPoint::id) == scenario_.observe.end())
    return no("NoSuchPoint", msg("play_moves.observation_point", "point"_is = body.point),
              msg("play_moves.choose_from", "observe"_is = ids_in(scenario_.observe)));
  if (trimmed(body.said).empty() && trimmed(body.strength).empty() && trimmed(body.next_try).empty())
    return no("NothingObserved", msg("play_moves.does_say_what_saw"), msg("play_moves.write_what_said_done_strength"));
  return Events{};
}

Play::Done Play::keep_line(const std::string& by, const CommandBody& count, const TeamBody& line) {
  std::vector<std::string> names;
  for (const auto& person : now_.state.people) names.push_back(person.name);
  const TeamCommand command{{}, now_.clock, line};
  if (const auto seen = engine::decide(Team{}, command, names, library_); !seen) return failure(seen.error());
  auto done = decide(by, count);
  if (done) now_.kept.back().line = command;
  return done;
}

Play::Done Play::apply_body(Beat& beat, const Learn& body) {
  auto done = keep_line(beat.move.by, CountLearning{body.theme}, NoteLearning{body.text, body.theme});
  if (done) move_clock(now_.clock + 1min, beat.came_out);
  return done;
}

PlayBody told_team(TeamBody line) {
  if (auto* learned = std::get_if<NoteLearning>(&line)) return Learn{std::move(*learned)};
  return Signal{std::get<NoteSignal>(std::move(line))};
}

Play::Done Play::apply_body(Beat& beat, const Signal& body) {
  NoteSignal signal{body};
  if (signal.neighbourhood.empty()) signal.neighbourhood = scenario_.opening.neighbourhood;
  auto done = keep_line(beat.move.by, CountSignal{body.theme}, std::move(signal));
  if (done) move_clock(now_.clock + 1min, beat.came_out);
  return done;
}

/// The case of before cannot be unwritten, so a new one is made by doing again what is not taken back.
Play::Done Play::apply_body(Beat& beat, const TakeBack& body) {
  std::vector<std::size_t> undone;
  for (const auto* one : to_take_back(body.moves)) undone.push_back(static_cast<std::size_t>(one->number) - 1);
  if (body.moves < 1 || static_cast<int>(undone.size()) < body.moves)
    return no("NothingToTakeBack", msg("play_moves.moves_take_back", "undone"_is = undone.size()),
              msg("play_moves.give_smaller_number_back_1"));
  for (const auto i : undone) beats_[i].taken_back = beat.number;
  const auto* heard = std::exchange(heard_, nullptr);
  begin();
  std::vector<CameOut> again;
  settle(again);
  for (auto& earlier : beats_) {
    if (!earlier.counts() || std::holds_alternative<TakeBack>(earlier.move.body) ||
        std::holds_alternative<Retract>(earlier.move.body))
      continue;
    heard_ = earlier.move.heard ? &*earlier.move.heard : nullptr;
    move_clock(earlier.at, again);
    Beat copy = earlier;
    beat_ = earlier.number;
    (void)apply(copy);
    settle(again);
  }
  heard_ = heard;
  move_clock(beats_[undone.back()].at, again);
  return Events{};
}

Play::Done Play::apply_body(Beat&, const JudgeGoal& body) {
  if (std::ranges::find(scenario_.goals, body.goal, &LearningGoal::id) == scenario_.goals.end())
    return no("NoSuchGoal", msg("play_moves.no_goal", "goal"_is = body.goal),
              msg("play_moves.choose_from", "observe"_is = ids_in(scenario_.goals)));
  if (trimmed(body.because).empty())
    return no("NoReason", msg("play_moves.verdict_needs_reason"), msg("play_moves.say_what_you_saw"));
  return Events{};
}

/// Which findings there are only the debrief knows; one that names none is said there.
Play::Done Play::apply_body(Beat&, const Overrule& body) {
  if (trimmed(body.finding).empty() || trimmed(body.because).empty())
    return no("NoReason", msg("play_moves.overruling_needs_reason"), msg("play_moves.say_what_you_saw"));
  return Events{};
}

Play::Done Play::apply_body(Beat&, const Remark& body) {
  if (trimmed(body.text).empty())
    return no("NothingObserved", msg("play_moves.does_say_what_saw"), msg("play_moves.say_what_you_saw"));
  return Events{};
}

Play::Done Play::apply_body(Beat& beat, const Retract& body) {
  const auto index = static_cast<std::size_t>(body.move) - 1;
  const bool there = body.move >= 1 && index < beats_.size() && !beats_[index].refusal;
  if (there && std::holds_alternative<Inject>(beats_[index].move.body))
    return no("NoSuchNote", msg("play_moves.no_note", "move"_is = body.move),
              msg("play_moves.brought_in_do", "by"_is = beats_[index].move.by));
  if (!there || !is_note(beats_[index].move.body))
    return no("NoSuchNote", msg("play_moves.no_note", "move"_is = body.move), msg("play_moves.no_note_do"));
  const auto& note = beats_[index];
  if (note.taken_back != 0)
    return no("RetractedAlready",
              msg("play_moves.retracted_already", "move"_is = body.move, "back"_is = note.taken_back),
              msg("play_moves.no_note_do"));
  if (!same_name(note.move.by, beat.move.by))
    return no("NoteOfAnother", msg("play_moves.note_of_another", "move"_is = body.move, "by"_is = note.move.by),
              msg("play_moves.note_of_another_do", "by"_is = note.move.by));
  if (trimmed(body.because).empty())
    return no("NoReason", msg("play_moves.retracting_needs_reason"), msg("play_moves.retracting_needs_reason_do"));
  for (std::size_t i = 0; i <= index; ++i)
    if (beats_[i].counts() && (i == index || says_the_same_of(beats_[i].move, note.move)))
      beats_[i].taken_back = beat.number;
  return Events{};
}

bool Play::said_so(const Condition& condition, const Said& said) const {
  if (now_.withdrawn.contains(said.record)) return false;
  const auto any = [](const auto& list, const auto& one) { return std::ranges::find(list, one) != list.end(); };
  if (!condition.kinds.empty() && !any(condition.kinds, said.kind)) return false;
  if (!condition.about.nl.empty() && !mentions(said.text, condition.about)) return false;
  // Most lines end above: to look what is asked takes more.
  if (!condition.about.nl.empty() && listens_for_questions(condition)) {
    const auto asked =
        what_is_asked(said.of_the_case ? with_pronouns(*said.of_the_case, scenario_.persona.name) : said.text);
    if (!mentions(asked, said.to_colleague ? without_you(condition.about) : condition.about)) return false;
  }
  if (!condition.about.nl.empty() && listens_for_wishes(condition) && !is_wished(said.text, condition.about))
    return false;
  const auto heard = [&](const std::string& whom) { return whom == kTheTable ? !said.elsewhere : whom == said.to; };
  if (!condition.to.empty() && std::ranges::none_of(condition.to, heard)) return false;
  const auto* who = now_.state.person(said.by);
  return condition.by.empty() || (who != nullptr && who->has_any(condition.by));
}

std::vector<int> Play::moves_that_said(const Condition& condition) const {
  std::vector<int> moves;
  for (const auto& said : now_.said)
    if (said_so(condition, said)) moves.push_back(said.beat);
  return moves;
}

std::vector<int> Play::refused_that_said(const Condition& condition) const {
  std::vector<int> moves;
  for (const auto& beat : beats_) {
    const auto* command = std::get_if<CommandBody>(&beat.move.body);
    const auto* say = command == nullptr ? nullptr : std::get_if<Say>(command);
    if (say == nullptr || !beat.refusal || beat.taken_back != 0) continue;
    const auto* who = now_.state.person(beat.move.by);
    Said said{say->kind,
              with_pronouns(say->text, scenario_.persona.name),
              who == nullptr ? std::string() : who->id,
              {},
              beat.number};
    said.of_the_case = of_the_case(say->text);
    if (said_so(condition, said)) moves.push_back(beat.number);
  }
  return moves;
}

bool Play::holds(const Condition& condition) const {
  using Op = Condition::Op;
  const auto any = [](const auto& list, const auto& one) { return std::ranges::find(list, one) != list.end(); };
  switch (condition.op) {
    case Op::said:
      return std::ranges::count_if(now_.said, [&](const Said& said) { return said_so(condition, said); }) >=
             condition.at_least;
    case Op::consulted: return now_.consulted.contains(condition.id);
    case Op::reached:
      return std::ranges::any_of(now_.state.visits, [&](const Visit& visit) {
        return condition.phase ? visit.phase == *condition.phase && visit.round >= condition.round
                               : any(condition.steps, visit.step);
      });
    case Op::passed: return now_.clock - setup_.at >= condition.passed.seconds();
    case Op::chosen: {
      const auto* made = chosen(condition.id);
      return made != nullptr && any(condition.options, made->option);
    }
    case Op::known: return now_.known.contains(condition.id);
    case Op::happened: return now_.happened.contains(condition.id);
    case Op::counter: {
      const int value = counter(condition.id);
      return value >= condition.least.value_or(value) && value <= condition.most.value_or(value);
    }
    case Op::before: {
      const auto first = first_held(condition.parts.front()), then = first_held(condition.parts.back());
      return first && (!then || *first < *then);
    }
    case Op::holds: return method::holds(condition.holds, engine::CaseView(now_.state, now_.clock, library_));
    case Op::all: return std::ranges::all_of(condition.parts, [&](const Condition& part) { return holds(part); });
    case Op::any: return std::ranges::any_of(condition.parts, [&](const Condition& part) { return holds(part); });
    case Op::negation: return !holds(condition.parts.front());
  }
  return false;
}

}  // namespace casus::training
