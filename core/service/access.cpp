// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/access/access.hpp"
#include "core/base/fault.hpp"
#include "core/engine/mending/reason_kept.hpp"
#include "core/engine/retention.hpp"
#include "core/model/person_name.hpp"
#include "core/model/retention/retention_terms.hpp"
#include "core/service/service_state.hpp"
#include "core/store/codec/codec.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace casus::service {
namespace {

/// Who came to the team after another of that name left it is not that other, who once sat in this case.
void tell_from_who_left(CaseSeen& seen, const Case& state, const Team& team) {
  const auto* person = state.person(seen.person);
  if (person == nullptr || person->erased || person->has_seat() || person->absent) return;
  const auto is_called = [&](const std::string& name) { return same_name(name, person->name); };
  const bool another_left = std::ranges::any_of(team.left, [&](const Member& one) {
    return is_called(one.name) || std::ranges::any_of(one.formerly, is_called);
  });
  if (another_left && team.member(person->name) != nullptr) seen.person = "outside";
}

}  // namespace

/// Of an erased case: the team, who erased it and who stood beside that. Without a team nobody can be told apart.
bool Service::answers_for_erased(const std::string& case_id, const std::string& by) {
  if (trimmed(by).empty()) return false;
  const auto whose = team();
  if (!whose || whose->members.empty() || whose->members_meant(by).size() == 1) return true;
  const auto is_it = [&](const std::string& name) { return same_name(name, by); };
  return std::ranges::any_of(erasures(case_id),
                             [&](const Erasure& one) { return is_it(one.done.by) || is_it(one.done.with); });
}

Outcome<ShownCase, Refusal> Service::look(const std::string& case_id, const engine::LookWanted& wanted,
                                          const LookLog& log) {
  const auto held = state_->session.hold();
  if (const auto into = leads_to(case_id); into != case_id) return look(into, wanted, log);
  ShownCase seen{std::make_shared<const Case>(open(case_id))};
  const bool erased = seen.state().stage.life == Life::erased;
  // Nothing of the case is left, but the names of who looked and who erased are: those are the team's.
  if (erased && wanted.part == CasePart::log && !answers_for_erased(case_id, wanted.by))
    return failure(engine::not_of_the_team(wanted.by));
  auto meant = wanted;
  if (!comes_from_outside(wanted.sureness)) {
    auto who = named(seen.state(), wanted.by);
    if (!who) {
      // Whichever of them it was: that somebody asked, and under which name, is known.
      if (log.keep && log.refusals && !erased && log.before != Sight::refused)
        keep_access(case_id, {state_->clock.now(), engine::turned_away(wanted)});
      return failure(std::move(who.error()));
    }
    meant.by = std::move(*who);
  }
  auto decided = engine::decide_look(seen.state(), meant);
  if (decided.seen && !comes_from_outside(wanted.sureness))
    if (const auto whose = team()) tell_from_who_left(*decided.seen, seen.state(), *whose);
  seen.sight = decided.sight;
  const bool keeps =
      log.keep && decided.seen && !erased && (!decided.refusal || log.refusals) && log.before != decided.sight;
  if (keeps) keep_access(case_id, {state_->clock.now(), *decided.seen});
  if (decided.refusal) return failure(std::move(*decided.refusal));
  return seen;
}

std::vector<std::optional<ShownCase>> Service::look_at_all(const std::vector<std::string>& case_ids,
                                                           const engine::LookWanted& wanted, const LookLog& log) {
  const auto held = state_->session.hold();
  std::vector<std::optional<ShownCase>> shown;
  shown.reserve(case_ids.size());
  in_one_transaction([&] {
    for (const auto& id : case_ids) {
      auto& one = shown.emplace_back();
      const auto* const it = readable(id);
      if (it == nullptr || !it->exists() || !it->into().empty()) continue;
      auto seen = look(id, wanted, log);
      if (seen && seen->state().stage.life != Life::erased) one = std::move(*seen);
    }
    return true;
  });
  return shown;
}

/// Others may look at the same moment, and all of it is kept.
void Service::keep_access(const std::string& case_id, AccessEvent event) {
  AccessCommand command{{}, case_id, event.at, {}};
  const auto kept = state_->accesses.keep(command, [&](const AccessStream::State&, const AccessCommand&) {
    return Outcome<std::vector<AccessEvent>, Refusal>(std::vector{event});
  });
  if (!kept.done())
    throw Fault(Fault::Kind::store, fmt::format("who looks at case '{}' cannot be kept now; do it again", case_id));
}

/// That a stranger tried to type in somebody's name is kept as a look that was refused.
Answer Service::with_stranger_kept(const std::optional<Typist>& seat, Answer answer) {
  if (!seat || !answer.refusal || answer.refusal->name != engine::kTypedByStranger) return answer;
  if (!exists(answer.case_id) || is_erased(answer.case_id)) return answer;
  keep_access(answer.case_id,
              {state_->clock.now(),
               engine::turned_away({seat->name, CasePart::typing, {}, false, seat->sureness, {}, seat->account})});
  return answer;
}

namespace {

/// Whether a line of which only something is left was written down again further on: of its own kind and moment. It is
/// not in a copy that was made before that.
bool said_again(const std::vector<store::StoredEvent>& log, const store::StoredEvent& one) {
  auto left = one;
  left.type_version = one.left->type_version;
  left.payload = one.left->payload;
  left.secrets.clear();
  const auto was = store::decode_access(left);
  return std::ranges::any_of(log, [&](const store::StoredEvent& other) {
    if (other.number <= one.number || other.type != one.type || other.at != one.at) return false;
    if (!other.payload) return true;  // and was changed in its turn
    const auto is = store::decode_access(other);
    const auto* const look = std::get_if<CaseSeen>(&was.body);
    const auto* const again = std::get_if<CaseSeen>(&is.body);
    return look == nullptr || again == nullptr || (look->person == again->person && look->part == again->part);
  });
}

}  // namespace

Service::Accountability Service::accountability(const std::string& case_id) {
  const auto held = state_->session.hold();
  if (!exists(case_id)) throw Fault(Fault::Kind::store, fmt::format("there is no case '{}'", case_id));
  Accountability out;
  const bool erased = is_erased(case_id);
  const auto told = [&](const store::StoredEvent& stored, Time at, ErasureRecorded done, bool lost) {
    const bool own = erased && !done.because.empty() && done.because != engine::kNameGone && !is_law(done.because);
    out.erasures.push_back({at, std::move(done), lost, own ? stored.number : 0});
  };
  const auto stream = AccessStream::stream_of(case_id);
  const auto log = store_.read(stream);
  for (const auto& stored : log) {
    if (!stored.payload) {  // its term had ended, or its key is gone; what was left of it is said again further on
      if (!stored.left || !said_again(log, stored)) ++out.unread;
      continue;
    }
    const auto event = store::decode_access(stored);
    if (const auto* seen = std::get_if<CaseSeen>(&event.body)) out.looks.push_back({event.at, *seen, stored.number});
    else if (const auto* gone = std::get_if<LooksErased>(&event.body)) out.gone.push_back({event.at, *gone});
    else if (const auto* lost = std::get_if<CaseGivenUp>(&event.body))
      told(stored, event.at,
           {{}, lost->by, lost->with, lost->because, lost->forgotten, lost->forgotten_by, lost->forgotten_with}, true);
    else told(stored, event.at, std::get<ErasureRecorded>(event.body), false);
  }
  for (const auto& one : out.gone) out.unread -= one.done.count;
  out.unread += static_cast<int>(store_.places_anew(stream));
  const auto taken = current(case_id).taken_in;
  for (const auto& one : taken) {
    if (one.given_back) continue;
    auto there = accountability(one.taken.case_id);
    for (auto& look : there.looks) look.number = 0;
    for (auto& one : there.erasures) one.number = 0;
    std::ranges::move(there.looks, std::back_inserter(out.looks));
    std::ranges::move(there.erasures, std::back_inserter(out.erasures));
    std::ranges::move(there.gone, std::back_inserter(out.gone));
    out.unread += there.unread;
  }
  std::ranges::stable_sort(out.looks, {}, &Look::at);
  std::ranges::stable_sort(out.erasures, {}, &Erasure::at);
  std::ranges::stable_sort(out.gone, {}, &LooksGone::at);
  return out;
}

namespace {

/// Numbers and days of the looks that are kept, oldest first.
std::vector<std::pair<std::int64_t, Date>> kept_looks(store::Store& store, const std::string& case_id) {
  std::vector<std::pair<std::int64_t, Date>> looks;
  for (const auto& stored : store.read(AccessStream::stream_of(case_id)))
    if (stored.payload && stored.type == CaseSeen::kName) looks.emplace_back(stored.number, date_of(stored.at));
  return looks;
}

}  // namespace

std::vector<Date> Service::days_looked(const std::string& case_id) {
  const auto held = state_->session.hold();
  std::vector<Date> days;
  for (const auto& [number, on] : kept_looks(store_, case_id)) days.push_back(on);
  return days;
}

Outcome<LooksErased, Refusal> Service::erase_looks(const Command& asked, const std::string& with) {
  const auto held = state_->session.hold();
  hear_team();
  auto command = asked;
  if (command.at == Time{}) command.at = state_->clock.now();
  const auto it = open(command.case_id);
  if (auto refusal = name_people(it, command)) return failure(std::move(*refusal));
  const auto looks = kept_looks(store_, command.case_id);
  std::vector<Date> days;
  for (const auto& [number, on] : looks) days.push_back(on);
  auto done = engine::decide_looks_due(it, command, with, days, state_->definitions);
  if (!done) return done;
  // That they go, and that they are gone, in one transaction.
  in_one_transaction([&] {
    keep_access(command.case_id, {command.at, *done});
    for (const auto& [number, on] : looks)
      if (on < done->before) store_.destroy_event(AccessStream::stream_of(command.case_id), number);
    return true;
  });
  return done;
}

Erasures Service::erasures(const std::string& case_id) { return accountability(case_id).erasures; }

/// What an erasure leaves to answer for it: who did it, with whom, on what ground. `before` is the case as it was.
void Service::record_erasure(const Case& before, const Event& event) {
  ErasureRecorded record;
  if (const auto* person = std::get_if<PersonErased>(&event.body)) {
    record.person = person->person;
    record.with = person->with;
    record.because = person->because;
  } else if (const auto* whole = std::get_if<CaseErased>(&event.body)) {
    record.with = whole->with;
    record.because = whole->because;
  } else {
    return;
  }
  const auto* actor = before.person(event.by);
  record.by = actor == nullptr ? event.by : actor->name;
  keep_access(before.id, {event.at, std::move(record)});
  mask_beside(before, event);
}

}  // namespace casus::service
