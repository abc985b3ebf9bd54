// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/case_view.hpp"
#include "core/engine/refusing.hpp"
#include "core/engine/team.hpp"
#include "core/training/play.hpp"

#include <fmt/format.h>

#include <algorithm>

/// What each move does, and when a condition holds.
namespace casus::training {
namespace {

using namespace std::chrono_literals;

auto no(std::string_view name, Text reason, Text remedy, std::string_view rule = {}) {
  return engine::refuse(std::string(name), std::string(rule), std::move(reason), std::move(remedy));
}

template <class T>
std::string ids_in(const std::vector<T>& all) {
  std::string out;
  for (const auto& one : all) out += (out.empty() ? "" : ", ") + one.id;
  return out;
}

}  // namespace

Play::Done Play::apply_body(Beat& beat, const CommandBody& body) {
  if (std::holds_alternative<OpenCase>(body) || std::holds_alternative<EraseCase>(body) ||
      std::holds_alternative<ErasePerson>(body))
    return no("NotInTraining",
              {"Een oefening heeft één casus, en alles daarin is verzonnen.",
               "A training has one case, and all of it is made up."},
              {"Begin een andere oefening, of ga terug met: terug.", "Begin another training, or go back with: back."});
  auto done = decide(beat.move.by, body);
  // A contribution takes a minute; an answer goes with its question, and going on takes no time of its own.
  const auto* say = std::get_if<Say>(&body);
  const bool at_once = std::holds_alternative<NextStep>(body) || (say != nullptr && say->kind == "answer");
  if (done && !at_once) move_clock(now_.clock + 1min, beat.came_out);
  return done;
}

Play::Done Play::apply_body(Beat& beat, const Wait& body) {
  if (body.amount < 1 || body.amount > kLongestSpan / 1min || body.seconds() > kLongestSpan)
    return no(
        "NoSuchWait", {"Wachten kan van een minuut tot twee jaar.", "Waiting takes from a minute to two years."},
        {"Geef een getal en een eenheid, zoals: wacht 3 weken.", "Give a number and a unit, such as: wait 3 weeks."});
  move_clock(now_.clock + body.seconds(), beat.came_out);
  return Events{};
}

Play::Done Play::apply_body(Beat& beat, const Choose& body) {
  const auto* decision = scenario_.decision(body.decision);
  if (decision == nullptr || !now_.up.contains(body.decision))
    return no("DecisionNotUp",
              {fmt::format("Het keuzepunt '{}' ligt nu niet voor.", body.decision),
               fmt::format("The decision '{}' is not up now.", body.decision)},
              {"Kijk met: kijk. Daar staat wat er te kiezen is.", "Look with: look. It says what there is to choose."});
  if (chosen(body.decision) != nullptr)
    return no("AlreadyChosen",
              {fmt::format("Over '{}' is al gekozen.", body.decision),
               fmt::format("'{}' was chosen already.", body.decision)},
              {"Ga terug met: terug, en kies dan anders.", "Go back with: back, and then choose otherwise."});
  const auto* option = decision->option(body.option);
  if (option == nullptr)
    return no("NoSuchOption",
              {fmt::format("'{}' is geen keuze bij '{}'.", body.option, body.decision),
               fmt::format("'{}' is no option of '{}'.", body.option, body.decision)},
              {fmt::format("Kies uit: {}.", ids_in(decision->options)),
               fmt::format("Choose from: {}.", ids_in(decision->options))});
  if (trimmed(body.because).empty())
    return no("NoReason", {"Bij een keuze hoort een reden.", "A choice needs a reason."},
              {fmt::format("Zeg waarom: kies {} {} omdat ...", body.decision, body.option),
               fmt::format("Say why: choose {} {} because ...", body.decision, body.option)});
  now_.chosen.push_back({body.decision, body.option, body.because, beat.move.by, beat.number, now_.clock});
  for (const auto& effect : option->effects) {
    const auto at = now_.clock + effect.after.seconds();
    schedule({at, {CameOut::What::effect, body.decision + '/' + body.option, effect.text, at}, nullptr});
  }
  return Events{};
}

Play::Done Play::apply_body(Beat& beat, const Consult& body) {
  const auto* person = scenario_.acquaintance(body.person);
  const auto seen = in_view();
  if (person == nullptr || std::ranges::find(seen, person) == seen.end()) {
    std::string names;
    for (const auto* one : seen) names += (names.empty() ? "" : ", ") + one->name;
    return no("NotInView",
              {fmt::format("Van '{}' heeft de groep nog niet gehoord.", body.person),
               fmt::format("The group has not heard of '{}' yet.", body.person)},
              {fmt::format("Vraag wie er nog meer is. Nu te spreken: {}.", names),
               fmt::format("Ask who else there is. Can be spoken to now: {}.", names)});
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
  if (auto done = both(AskPerson{person->name, person->answer, true, body.about, std::nullopt}); !done) {
    now_ = before;
    return done;
  }
  const auto* by = now_.state.person(beat.move.by);
  now_.said.push_back({"question", body.about, by == nullptr ? std::string() : by->id});
  now_.consulted.insert(person->id);
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
  return no("NoHint", {"Er is nu geen hint.", "There is no hint now."},
            {"Vraag door, of ga een stap verder.", "Ask on, or go a step further."});
}

Play::Done Play::apply_body(Beat&, const Observe& body) {
  const bool at_table = now_.state.person(body.whom) != nullptr;
  if (!at_table)
    return no("NobodyObserved",
              {fmt::format("'{}' zit niet aan tafel.", body.whom), fmt::format("'{}' is not at the table.", body.whom)},
              {"Noem wie je hebt gezien bij de naam van de tafel.", "Name whom you saw as at the table."});
  if (body.score && (*body.score < 0 || *body.score > 2))
    return no("ScoreOffScale", {"Een observatie krijgt 0, 1 of 2.", "An observation is worth 0, 1 or 2."},
              {"0: niet gezien, 1: deels, 2: duidelijk.", "0: not seen, 1: partly, 2: clearly."});
  if (!body.point.empty() &&
      std::ranges::find(scenario_.observe, body.point, &ObservationPoint::id) == scenario_.observe.end())
    return no(
        "NoSuchPoint",
        {fmt::format("'{}' is geen kijkpunt.", body.point), fmt::format("'{}' is no observation point.", body.point)},
        {fmt::format("Kies uit: {}.", ids_in(scenario_.observe)),
         fmt::format("Choose from: {}.", ids_in(scenario_.observe))});
  if (trimmed(body.said).empty() && trimmed(body.strength).empty() && trimmed(body.next_try).empty())
    return no("NothingObserved", {"Er staat niet bij wat je zag.", "It does not say what you saw."},
              {"Schrijf op wat er gezegd of gedaan werd, een sterk punt, of wat de ander kan proberen.",
               "Write what was said or done, a strength, or what the other may try."});
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

Play::Done Play::apply_body(Beat& beat, const Signal& body) {
  auto done = keep_line(beat.move.by, CountSignal{body.theme},
                        NoteSignal{body.text, body.theme, scenario_.opening.neighbourhood});
  if (done) move_clock(now_.clock + 1min, beat.came_out);
  return done;
}

/// The case of before cannot be unwritten, so a new one is made by doing again what is not taken back.
Play::Done Play::apply_body(Beat& beat, const TakeBack& body) {
  std::vector<std::size_t> undone;
  for (auto i = beats_.size(); i > 0 && static_cast<int>(undone.size()) < body.moves; --i)
    if (beats_[i - 1].counts() && !std::holds_alternative<TakeBack>(beats_[i - 1].move.body)) undone.push_back(i - 1);
  if (body.moves < 1 || static_cast<int>(undone.size()) < body.moves)
    return no("NothingToTakeBack",
              {fmt::format("Er zijn {} zetten om terug te nemen.", undone.size()),
               fmt::format("There are {} moves to take back.", undone.size())},
              {"Geef een kleiner getal: terug 1.", "Give a smaller number: back 1."});
  for (const auto i : undone) beats_[i].taken_back = beat.number;
  begin();
  std::vector<CameOut> again;
  settle(again);
  for (auto& earlier : beats_) {
    if (!earlier.counts() || std::holds_alternative<TakeBack>(earlier.move.body)) continue;
    move_clock(earlier.at, again);
    Beat copy = earlier;
    beat_ = earlier.number;
    (void)apply(copy);
    settle(again);
  }
  move_clock(beats_[undone.back()].at, again);
  return Events{};
}

bool Play::holds(const Condition& condition) const {
  using Op = Condition::Op;
  const auto any = [](const auto& list, const auto& one) { return std::ranges::find(list, one) != list.end(); };
  switch (condition.op) {
    case Op::said:
      return std::ranges::any_of(now_.said, [&](const Said& said) {
        if (!condition.kinds.empty() && !any(condition.kinds, said.kind)) return false;
        if (!condition.about.nl.empty() && !mentions(said.text, condition.about)) return false;
        const auto* who = now_.state.person(said.by);
        return condition.by.empty() ||
               (who != nullptr && std::ranges::any_of(condition.by, [&](Role role) { return who->has(role); }));
      });
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
    case Op::holds: return method::holds(condition.holds, engine::CaseView(now_.state, now_.clock, library_));
    case Op::all: return std::ranges::all_of(condition.parts, [&](const Condition& part) { return holds(part); });
    case Op::any: return std::ranges::any_of(condition.parts, [&](const Condition& part) { return holds(part); });
    case Op::negation: return !holds(condition.parts.front());
  }
  return false;
}

}  // namespace casus::training
