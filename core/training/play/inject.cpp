// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/refusing.hpp"
#include "core/text/label.hpp"
#include "core/training/play/play.hpp"

#include <algorithm>

/// What a trainer brings in while a group plays. It happens at once, whatever was planned.
namespace casus::training {

using text::msg;
namespace {

auto not_brought_in(std::string_view name, text::Message reason, text::Message remedy) {
  return engine::refuse(std::string(name), {}, std::move(reason), std::move(remedy));
}

/// A list of ids for a remedy; "–" when there is none.
std::string listed(const std::vector<std::string>& ids) {
  std::string out;
  for (const auto& id : ids) out += (out.empty() ? "" : ", ") + id;
  return out.empty() ? "–" : out;
}

Text in_own_words(const std::string& typed) {
  const std::string words(trimmed(typed));
  return {words, words};
}

}  // namespace

Play::Done Play::apply_body(Beat& beat, const Inject& body) {
  switch (body.what) {
    case Injected::message:
      if (trimmed(body.text).empty())
        return not_brought_in("NothingInjected", msg("inject.message_without_words"),
                              msg("inject.message_without_words_do"));
      beat.came_out.push_back({CameOut::What::event, {}, in_own_words(body.text), now_.clock, beat.move.by});
      return Events{};
    case Injected::fact: return bring_in_fact(beat, body);
    case Injected::event: return bring_in_event(beat, body);
    case Injected::effect: return bring_in_effect(beat, body);
    case Injected::answer: return bring_in_answer(beat, body);
  }
  return Events{};
}

Play::Done Play::bring_in_fact(Beat& beat, const Inject& body) {
  if (body.of.empty() && !trimmed(body.text).empty()) {
    now_.told.push_back(in_own_words(body.text));
    beat.came_out.push_back({CameOut::What::fact, {}, now_.told.back(), now_.clock, beat.move.by});
    return Events{};
  }
  const auto* fact = scenario_.fact(body.of);
  if (fact != nullptr && !now_.known.contains(fact->id)) {
    now_.known.insert(fact->id);
    now_.told_as[fact->id] = worded(fact->text, fact->delivery);
    beat.came_out.push_back({CameOut::What::fact, fact->id, now_.told_as[fact->id], now_.clock, beat.move.by});
    change(fact->delivery.changes, beat.came_out);
    return Events{};
  }
  std::vector<std::string> hidden;
  for (const auto& one : scenario_.facts)
    if (!now_.known.contains(one.id)) hidden.push_back(one.id);
  return not_brought_in(
      fact == nullptr ? "NoSuchFact" : "FactKnown",
      fact == nullptr ? msg("inject.no_fact", "fact"_is = body.of) : msg("inject.fact_known", "fact"_is = body.of),
      msg("inject.choose_fact", "facts"_is = listed(hidden)));
}

Play::Done Play::bring_in_event(Beat& beat, const Inject& body) {
  const auto* event = scenario_.event(body.of);
  if (event != nullptr && !now_.happened.contains(event->id)) {
    std::erase_if(now_.due, [&](const Due& due) {
      return !due.only_look && due.out.what == CameOut::What::event && due.out.id == event->id;
    });
    tell({now_.clock,
          {CameOut::What::event, event->id, event->text, now_.clock, beat.move.by},
          nullptr,
          false,
          &event->delivery},
         beat.came_out);
    return Events{};
  }
  std::vector<std::string> ahead;
  for (const auto& one : scenario_.events)
    if (!now_.happened.contains(one.id)) ahead.push_back(one.id);
  return not_brought_in(event == nullptr ? "NoSuchEvent" : "HasHappened",
                        event == nullptr ? msg("inject.no_event", "event"_is = body.of)
                                         : msg("inject.event_happened", "event"_is = body.of),
                        msg("inject.choose_event", "events"_is = listed(ahead)));
}

Play::Done Play::bring_in_effect(Beat& beat, const Inject& body) {
  const auto* made = chosen(body.of);
  if (made == nullptr) {
    std::vector<std::string> decided;
    for (const auto& one : now_.chosen) decided.push_back(one.decision);
    return not_brought_in("NotChosen", msg("inject.not_chosen", "decision"_is = body.of),
                          msg("inject.choose_decided", "decisions"_is = listed(decided)));
  }
  const auto id = made->decision + '/' + made->option;
  if (!trimmed(body.text).empty()) {
    beat.came_out.push_back({CameOut::What::effect, id, in_own_words(body.text), now_.clock, beat.move.by});
    return Events{};
  }
  const auto next = std::ranges::find_if(now_.due, [&](const Due& due) {
    return !due.only_look && due.out.what == CameOut::What::effect && due.out.id == id;
  });
  if (next == now_.due.end())
    return not_brought_in("NothingToCome", msg("inject.nothing_to_come", "decision"_is = body.of),
                          msg("inject.say_own_effect"));
  auto due = std::move(*next);
  now_.due.erase(next);
  due.out.at = now_.clock;
  due.out.by = beat.move.by;
  tell(std::move(due), beat.came_out);
  return Events{};
}

/// It holds for who is asked later, and who said otherwise in the case takes it back: the presenter writes that down.
Play::Done Play::bring_in_answer(Beat& beat, const Inject& body) {
  const auto* person = scenario_.acquaintance(body.of);
  const auto seen = in_view();
  const bool heard = person != nullptr && std::ranges::find(seen, person) != seen.end();
  if (!heard || !person->speaks_for_self) {
    std::vector<std::string> names;
    for (const auto* one : seen)
      if (one->speaks_for_self) names.push_back(one->name);
    auto reason = heard ? msg("play_moves.cannot_speak_for_self", "person"_is = person->name)
                        : msg("play_moves.group_has_heard_yet", "person"_is = body.of);
    return not_brought_in(heard ? "CannotSpeakForSelf" : "NotInView", std::move(reason),
                          msg("inject.choose_person", "names"_is = listed(names)));
  }
  if (body.answer == Answer::none)
    return not_brought_in("NoAnswer", msg("inject.no_answer", "person"_is = person->name), msg("inject.say_answer"));
  Events events;
  const auto* in_case = now_.state.person(person->name);
  const auto* presenter = now_.state.with(Role::presenter);
  if (in_case != nullptr && in_case->network && in_case->network->asked_on && presenter != nullptr) {
    auto done = decide(presenter->name, AskPerson{person->name, body.answer, false, body.text, std::nullopt});
    if (!done) return done;
    events = std::move(*done);
  }
  now_.answers[person->id] = body.answer;
  const auto said = trimmed(body.text).empty()
                        ? msg("inject.answers", "person"_is = person->name, "answer"_is = text::label(body.answer))
                        : msg("inject.answers_with", "person"_is = person->name, "answer"_is = text::label(body.answer),
                              "text"_is = std::string(trimmed(body.text)));
  beat.came_out.push_back({CameOut::What::event, {}, said.in_both(), now_.clock, beat.move.by});
  return events;
}

Text brought_in(const Beat& beat) {
  const auto found = std::ranges::find_if(beat.came_out, [](const CameOut& out) { return !out.by.empty(); });
  return found == beat.came_out.end() ? Text{} : found->text;
}

int Play::to_come(std::string_view decision) const {
  const auto* made = chosen(decision);
  if (made == nullptr) return 0;
  const auto id = made->decision + '/' + made->option;
  return static_cast<int>(std::ranges::count_if(
      now_.due, [&](const Due& due) { return due.out.what == CameOut::What::effect && due.out.id == id; }));
}

Answer Play::answer_of(const Acquaintance& person) const {
  const auto found = now_.answers.find(person.id);
  if (found != now_.answers.end()) return found->second;
  for (const auto& other : person.answers)
    if (holds(other.when)) return other.answer;
  return person.answer;
}

}  // namespace casus::training
