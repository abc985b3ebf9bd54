// SPDX-License-Identifier: EUPL-1.2
#include "core/training/play/play.hpp"

#include "core/base/fault.hpp"
#include "core/base/fnv.hpp"

#include <fmt/format.h>

#include <algorithm>

/// How a play begins: the case is opened, the table seated, and what comes by itself is put on the calendar.
namespace casus::training {
namespace {

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
    // A method that knows no chair is led by another: one from the team would sit there with nothing to do.
    const bool always = role == Role::presenter;
    const auto use = std::ranges::find(method.roles, role, &method::RoleUse::role);
    if (role == Role::observer || (!always && use == method.roles.end())) continue;
    roles.push_back(role);
    sits = sits || always || role == Role::chair || role == Role::note_taker || speaks_early(method, role);
  }
  return sits ? roles : std::vector<Role>{};
}

/// An even number for each seed and name, the same on every machine (splitmix64 over FNV-1a).
std::uint64_t mixed(std::int64_t seed, std::string_view name) {
  auto value = fnv1a(name, 1469598103934665603U ^ static_cast<std::uint64_t>(seed));
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
  OpenCase open{.title = o.title.in(setup_.lang),
                .privacy = resident_sits ? Privacy::resident_present : Privacy::agreed,
                .basis = o.basis,
                .purpose = o.purpose.in(setup_.lang),
                .method = setup_.method,
                .mode = setup_.mode,
                .neighbourhood = o.neighbourhood,
                .reported_on = plus_days(date_of(setup_.at), -o.reported_days_ago)};
  must(decide(presenter->name, open));
  for (const auto& place : scenario_.table) {
    const auto roles = seated(place, *method);
    if (&place == &*presenter || roles.empty()) continue;
    must(decide(presenter->name, AddParticipant{place.name, roles, place.team_member, place.caseload, {}}));
  }
  must(decide(presenter->name, AskQuestion{o.question.in(setup_.lang), o.hoped_for.in(setup_.lang)}));
}

}  // namespace casus::training
