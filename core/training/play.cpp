// SPDX-License-Identifier: EUPL-1.2
#include "core/training/play.hpp"

#include "core/base/fault.hpp"
#include "core/engine/readable.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::training {
namespace {

using namespace std::chrono_literals;

/// Whether somebody sits at the table from the start: those who have the word in the analysis.
bool speaks_early(const method::Definition& method, Role role) {
  return std::ranges::any_of(method.steps(Phase::analysis), [&](const method::Step& step) {
    return std::ranges::find(step.floor.speakers, role) != step.floor.speakers.end() ||
           std::ranges::find(step.floor.answers, role) != step.floor.answers.end();
  });
}

/// The roles of a seat that the method knows; empty when the seat stays empty.
std::vector<Role> seated(const Seat& seat, const method::Definition& method) {
  std::vector<Role> roles;
  bool sits = false;
  for (const auto role : seat.roles) {
    const bool always = role == Role::chair || role == Role::presenter;
    const auto use = std::ranges::find(method.roles, role, &method::RoleUse::role);
    if (role == Role::observer || (!always && use == method.roles.end())) continue;
    roles.push_back(role);
    sits = sits || always || role == Role::note_taker || speaks_early(method, role);
  }
  return sits ? roles : std::vector<Role>{};
}

/// An even number for each seed and name, the same on every machine (splitmix64 over FNV-1a).
std::uint64_t mixed(std::int64_t seed, std::string_view name) {
  std::uint64_t value = 1469598103934665603U ^ static_cast<std::uint64_t>(seed);
  for (const char c : name) value = (value ^ static_cast<unsigned char>(c)) * 1099511628211U;
  value += 0x9e3779b97f4a7c15U;
  value = (value ^ (value >> 30U)) * 0xbf58476d1ce4e5b9U;
  value = (value ^ (value >> 27U)) * 0x94d049bb133111ebU;
  return value ^ (value >> 31U);
}

}  // namespace

Play::Play(const Scenario& scenario, Setup setup, const engine::Library& library)
    : scenario_(scenario), setup_(std::move(setup)), library_(library) {
  const auto find_orders = [&](const Condition& condition) {
    each_part(condition, "", [&](const Condition& part, const std::string&) {
      if (part.op == Condition::Op::before) orders_.push_back(&part);
    });
  };
  each_condition(scenario_, [&](const Condition& condition, const std::string&) { find_orders(condition); });
  begin();
  for (const auto& counter : scenario_.counters)
    if (const auto* noticed = mood(counter))
      opening_.push_back({CameOut::What::mood, counter.id, noticed->text, now_.clock});
  settle(opening_);
}

void Play::begin() {
  now_ = Present{};
  ++cases_;
  beat_ = 0;
  now_.state.id = cases_ == 1 ? setup_.run : fmt::format("{}-{}", setup_.run, cases_);
  now_.clock = setup_.at;
  for (const auto& counter : scenario_.counters) now_.counters[counter.id] = counter.start;
  for (const auto& event : scenario_.events) {
    const auto late =
        std::chrono::days(mixed(setup_.seed, event.id) % (static_cast<std::uint64_t>(event.spread_days) + 1));
    const auto at = setup_.at + event.after.seconds() + late;
    schedule({at,
              {CameOut::What::event, event.id, event.text, at},
              event.when ? &*event.when : nullptr,
              false,
              &event.delivery});
  }
  const auto look_at = [&](const std::optional<Condition>& when) {
    if (!when) return;
    each_part(*when, "", [&](const Condition& part, const std::string&) {
      if (part.op == Condition::Op::passed)
        schedule({setup_.at + part.passed.seconds(), {}, nullptr, true, nullptr, nullptr});
    });
  };
  for (const auto& fact : scenario_.facts) look_at(fact.when);
  for (const auto& decision : scenario_.decisions) look_at(decision.when);
  seat();
}

/// Puts it behind what is due at the same moment already, so that the order is that of the file.
void Play::schedule(Due due) {
  const auto after = std::ranges::upper_bound(now_.due, due.at, {}, &Due::at);
  now_.due.insert(after, std::move(due));
}

void Play::seat() {
  const auto* method = library_.method(setup_.method);
  const auto must = [&](const Done& done) {
    if (!done)
      throw Fault(Fault::Kind::definition, fmt::format("scenario '{}' cannot be opened with method '{}': {}",
                                                       scenario_.id, setup_.method, done.error().reason.in(Lang::en)));
  };
  if (method == nullptr)
    throw Fault(Fault::Kind::definition, fmt::format("there is no method '{}' on this machine", setup_.method));
  const auto& o = scenario_.opening;
  const auto presenter = std::ranges::find_if(scenario_.table, [](const Seat& seat) {
    return std::ranges::find(seat.roles, Role::presenter) != seat.roles.end();
  });
  const bool resident_sits = std::ranges::any_of(scenario_.table, [&](const Seat& seat) {
    const auto roles = seated(seat, *method);
    return std::ranges::find(roles, Role::resident) != roles.end();
  });
  OpenCase open;
  open.title = o.title.in(setup_.lang);
  open.privacy = resident_sits ? Privacy::resident_present : Privacy::agreed;
  open.basis = o.basis;
  open.purpose = o.purpose.in(setup_.lang);
  open.method = setup_.method;
  open.mode = setup_.mode;
  open.neighbourhood = o.neighbourhood;
  open.reported_on = plus_days(date_of(setup_.at), -o.reported_days_ago);
  must(decide(presenter->name, open));
  for (const auto& place : scenario_.table) {
    const auto roles = seated(place, *method);
    if (&place == &*presenter || roles.empty()) continue;
    must(decide(presenter->name, AddParticipant{place.name, roles, place.team_member, place.caseload, {}}));
  }
  must(decide(presenter->name, AskQuestion{o.question.in(setup_.lang), o.hoped_for.in(setup_.lang)}));
}

const Beat& Play::take(Move move) {
  Beat beat;
  beat.number = static_cast<int>(beats_.size()) + 1;
  beat.move = std::move(move);
  // The clock in the log goes first: what comes due by then has happened when the move is made.
  if (beat.move.at && *beat.move.at > now_.clock) move_clock(*beat.move.at, beat.came_out);
  beat.at = now_.clock;
  beat_ = beat.number;
  if (const auto* here = now_.state.here()) beat.step = here->step, beat.method = here->method;
  auto done = apply(beat);
  if (done) {
    beat.events = std::move(*done);
    settle(beat.came_out);
  } else {
    beat.refusal = std::move(done.error());
  }
  beats_.push_back(std::move(beat));
  return beats_.back();
}

Play::Done Play::apply(Beat& beat) {
  return std::visit(
      [&](const auto& body) -> Done {
        // The engine looks at the texts of a command; those beside it are kept in the log all the same.
        if constexpr (!std::is_same_v<std::decay_t<decltype(body)>, CommandBody>)
          if (auto refusal = engine::unreadable(body)) return failure(std::move(*refusal));
        return apply_body(beat, body);
      },
      beat.move.body);
}

/// Decides one command on the case, and keeps it. It takes a minute at the table.
Play::Done Play::decide(const std::string& by, const CommandBody& body) {
  Command command{{}, now_.state.id, by, now_.clock, std::nullopt, body};
  const bool puts_right = engine::asks_history(body);
  Events so_far;
  if (puts_right)
    for (const auto& done : now_.history) so_far.push_back(done.event);
  auto events = engine::decide(now_.state, command, library_, &so_far);
  if (!events) return events;
  for (const auto& event : *events) {
    if (puts_right) so_far.push_back(event);
    else engine::evolve(now_.state, event);
    now_.history.push_back({beat_, event});
  }
  if (puts_right) now_.state = engine::fold(now_.state.id, so_far);
  listen(*events);
  now_.kept.push_back({std::move(command), std::nullopt});
  return events;
}

/// What the conditions ask of what was just done in the case.
void Play::listen(const Events& events) {
  for (const auto& event : events) {
    if (const auto* said = std::get_if<Contributed>(&event.body)) {
      const auto* whom = now_.state.person(said->to);
      const auto* known = whom == nullptr ? nullptr : scenario_.acquaintance(whom->name);
      now_.said.push_back({said->kind, said->text, event.by, known == nullptr ? "" : known->id, beat_});
    }
    if (const auto* asked = std::get_if<PersonAsked>(&event.body))
      if (const auto* person = now_.state.person(asked->person))
        if (const auto* known = scenario_.acquaintance(person->name)) now_.consulted.emplace(known->id, beat_);
  }
}

void Play::move_clock(Time to, std::vector<CameOut>& out) {
  while (!now_.due.empty() && now_.due.front().at <= to) {
    auto due = std::move(now_.due.front());
    now_.due.erase(now_.due.begin());
    now_.clock = std::max(now_.clock, due.at);
    if (due.only_look) {
      settle(out);
      continue;
    }
    if (due.timed != nullptr) {
      run_out(*due.timed, out);
      continue;
    }
    if (due.when != nullptr && !holds(*due.when)) continue;
    tell(std::move(due), out);
    settle(out);
  }
  now_.clock = std::max(now_.clock, to);
}

/// What comes due, in the words that hold now.
void Play::tell(Due due, std::vector<CameOut>& out) {
  if (due.out.what == CameOut::What::event) now_.happened.insert(due.out.id);
  if (due.delivery != nullptr) due.out.text = worded(due.out.text, *due.delivery);
  out.push_back(std::move(due.out));
  if (due.delivery != nullptr) change(due.delivery->changes, out);
}

Text Play::worded(const Text& text, const Delivery& delivery) const {
  for (const auto& version : delivery.versions)
    if (holds(version.when)) return version.text;
  return text;
}

void Play::change(const Changes& changes, std::vector<CameOut>& out) {
  for (const auto& [id, by] : changes) {
    const auto* counter = scenario_.counter(id);
    auto& now = now_.counters[id];
    const auto* before = mood(*counter);
    now = std::clamp(now + by, counter->least, counter->most);
    now_.changed_by[id].push_back(beat_);
    const auto* after = mood(*counter);
    if (after != nullptr && after != before) out.push_back({CameOut::What::mood, id, after->text, now_.clock});
  }
}

/// The time to choose is over. Nobody chose, so no option counts as chosen; what comes of waiting comes all the same.
void Play::run_out(const DecisionPoint& decision, std::vector<CameOut>& out) {
  if (chosen(decision.id) != nullptr || !now_.late.insert(decision.id).second) return;
  const auto* option = decision.option(decision.otherwise);
  out.push_back({CameOut::What::late, decision.id, option->text, now_.clock});
  change(option->changes, out);
  follow(decision.id, *option);
  settle(out);
}

/// What an option leads to is due from now on.
void Play::follow(const std::string& decision, const Option& option) {
  for (const auto& effect : option.effects) {
    const auto at = now_.clock + effect.after.seconds();
    schedule(
        {at, {CameOut::What::effect, decision + '/' + option.id, effect.text, at}, nullptr, false, &effect.delivery});
  }
}

/// Facts and decisions whose condition now holds come up, until nothing follows from anything.
void Play::settle(std::vector<CameOut>& out) {
  for (bool more = true; more;) {
    more = false;
    for (const auto& fact : scenario_.facts)
      if (!now_.known.contains(fact.id) && holds(fact.when)) {
        now_.known.insert(fact.id);
        now_.told_as[fact.id] = worded(fact.text, fact.delivery);
        out.push_back({CameOut::What::fact, fact.id, now_.told_as[fact.id], now_.clock});
        change(fact.delivery.changes, out);
        more = true;
      }
    for (const auto& decision : scenario_.decisions)
      if (!now_.up.contains(decision.id) && holds(decision.when)) {
        now_.up.insert(decision.id);
        out.push_back({CameOut::What::decision, decision.id, decision.question, now_.clock});
        if (decision.within)
          schedule({now_.clock + decision.within->seconds(), {}, nullptr, false, nullptr, &decision});
        more = true;
      }
  }
  note_order();
  move_clock(now_.clock, out);
}

/// What comes first is known only while it happens: whether it still holds afterwards says nothing of the order.
void Play::note_order() {
  for (const auto* order : orders_)
    for (const auto& part : order->parts)
      if (!now_.first_held.contains(&part) && holds(part)) now_.first_held.emplace(&part, beat_);
}

std::optional<int> Play::first_held(const Condition& part) const {
  const auto found = now_.first_held.find(&part);
  return found == now_.first_held.end() ? std::nullopt : std::optional(found->second);
}

std::optional<int> Play::move_of_consulting(const std::string& person) const {
  const auto found = now_.consulted.find(person);
  return found == now_.consulted.end() ? std::nullopt : std::optional(found->second);
}

const Text& Play::told_as(const HiddenFact& fact) const {
  const auto found = now_.told_as.find(fact.id);
  return found == now_.told_as.end() ? fact.text : found->second;
}

bool Play::is_open(std::string_view decision) const {
  return is_up(decision) && !is_late(decision) && chosen(decision) == nullptr;
}

int Play::counter(std::string_view id) const {
  const auto found = now_.counters.find(id);
  return found == now_.counters.end() ? 0 : found->second;
}

const Mood* Play::mood(const Counter& counter) const {
  const Mood* found = nullptr;
  for (const auto& one : counter.moods)
    if (this->counter(counter.id) >= one.from) found = &one;
  return found;
}

std::vector<int> Play::moves_that_changed(const std::string& counter) const {
  const auto found = now_.changed_by.find(counter);
  return found == now_.changed_by.end() ? std::vector<int>{} : found->second;
}

const Chosen* Play::chosen(std::string_view decision) const {
  const auto found = std::ranges::find(now_.chosen, decision, &Chosen::decision);
  return found == now_.chosen.end() ? nullptr : &*found;
}

std::vector<const Acquaintance*> Play::in_view() const {
  std::vector<const Acquaintance*> all;
  for (const auto& person : scenario_.network) {
    const bool seen = person.told || now_.consulted.contains(person.id) ||
                      std::ranges::any_of(scenario_.facts, [&](const HiddenFact& fact) {
                        return fact.person == person.id && now_.known.contains(fact.id);
                      });
    if (seen) all.push_back(&person);
  }
  return all;
}

std::vector<std::string> Play::observers() const {
  std::vector<std::string> all;
  for (const auto& seat : scenario_.table)
    if (std::ranges::find(seat.roles, Role::observer) != seat.roles.end()) all.push_back(seat.name);
  return all;
}

int Play::hints() const {
  return static_cast<int>(std::ranges::count_if(
      beats_, [](const Beat& beat) { return !beat.refusal && std::holds_alternative<TakeHint>(beat.move.body); }));
}

bool Play::tries_again(const Beat& beat) const {
  return !beat.refusal && std::holds_alternative<TakeBack>(beat.move.body) &&
         std::ranges::any_of(
             beats_, [&](const Beat& undone) { return undone.taken_back == beat.number && !undone.of_trainer(); });
}

int Play::retries() const {
  return static_cast<int>(std::ranges::count_if(beats_, [&](const Beat& beat) { return tries_again(beat); }));
}

}  // namespace casus::training
