// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/decide/deciding.hpp"
#include "core/engine/mending/named_places.hpp"
#include "core/model/person_name.hpp"
#include "core/service/index.hpp"
#include "core/service/service_state.hpp"
#include "core/store/store.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

/// Cases whose key is gone with a key file: they are given up by two, with a reason, and count as erased from then on.
namespace casus::service {

namespace {

using text::msg;

Refusal second_person(text::Message why) {
  return engine::no("SecondPersonNeeded", "", std::move(why),
                    msg("erasing.second_person_needed_do", "names"_is = text::Message()));
}

/// The second is of the team, and from before today as at an erasure: nobody is brought in for this.
std::optional<Refusal> not_the_second(const Team& team, const std::string& with, Date today) {
  if (team.members.empty()) return std::nullopt;
  const auto* member = team.member(with);
  if (member == nullptr) return second_person(msg("lostkeys.not_of_the_team", "with"_is = with));
  if (date_of(member->since) >= today) return second_person(msg("erasing.came_today", "with"_is = with));
  return std::nullopt;
}

std::optional<Refusal> may_not_give_up(const Team& team, const CaseGivenUp& wanted, Date today) {
  if (engine::blank(wanted.by))
    return engine::no("WhoIsThis", "", msg("access.unclear_who"), msg("remedy.say_who_you_are"));
  if (engine::blank(wanted.because))
    return engine::no("ReasonMissing", "", msg("lostkeys.why"), msg("lostkeys.why_do"));
  if (engine::blank(wanted.with)) return second_person(msg("erasing.takes_two"));
  if (same_name(wanted.by, wanted.with)) return second_person(msg("erasing.somebody_else"));
  return not_the_second(team, wanted.with, today);
}

}  // namespace

Outcome<CaseGivenUp, Refusal> Service::give_up(const std::string& case_id, CaseGivenUp wanted) {
  const auto held = state_->session.hold();
  const auto& team = state_->teams.current(TeamStream::kId);
  for (auto* name : {&wanted.by, &wanted.with})
    if (const auto meant = team.members_meant(*name); meant.size() == 1) *name = meant.front()->name;
  if (auto refusal = may_not_give_up(team, wanted, date_of(state_->clock.now()))) return failure(std::move(*refusal));
  if (readable(case_id) != nullptr)
    return engine::refuse("KeyIsHere", "", msg("lostkeys.key_is_here", "case"_is = case_id),
                          msg("lostkeys.key_is_here_do",
                              "erase"_is = text::way("case erase", "case"_is = case_id, "because"_is = text::gap(),
                                                     "with"_is = text::gap("gap.name"))));
  const auto stream = CaseStream::stream_of(case_id);
  in_one_transaction([&] {
    keep_access(case_id, {state_->clock.now(), wanted});
    for (const auto& file : store_.streams(file_stream(case_id, ""))) store_.erase_keys(file);
    store_.erase_keys(stream);
    return true;
  });
  state_->cases.forget(case_id);
  state_->without_key.erase(case_id);
  store_.put_index(index_row(current(case_id)));
  return wanted;
}

std::vector<std::string> Service::erased_cases() {
  std::vector<std::string> out;
  constexpr int kAtOnce = 1000;
  store::IndexQuery query{.life = Life::erased, .limit = kAtOnce};
  for (bool more = true; more; query.offset += kAtOnce) {
    const auto rows = store_.list(query);
    more = std::ssize(rows) == kAtOnce;
    for (const auto& row : rows) out.push_back(row.stream.substr(CaseStream::stream_of("").size()));
  }
  return out;
}

std::vector<std::string> Service::say_erased_before() {
  const auto held = state_->session.hold();
  std::vector<std::string> before;
  for (const auto& id : erased_cases()) {
    const auto known = accountability(id).erasures;
    if (std::ranges::any_of(known, [](const Erasure& one) { return one.done.person.empty(); })) continue;
    before.push_back(id);
    in_one_transaction([&] {
      keep_access(id, {state_->clock.now(), ErasureRecorded{.before_copy = true}});
      return true;
    });
  }
  return before;
}

/// Who came along with a case is looked for in the case that ended, and told of in the one that it goes on in.
void Service::add_erased_since(const std::string& case_id, std::set<ErasedSince>& found) {
  const auto& it = current(case_id);
  if (it.stage.life == Life::erased || std::ranges::none_of(it.people, &Person::erased)) return;
  for (auto& person : engine::erased_since_copy(it, history(case_id))) {
    ErasedSince who{case_id, std::move(person)};
    for (std::string into(current(who.case_id).into()); !into.empty(); into = current(who.case_id).into()) {
      const auto& stays = current(into);
      const auto taken = std::ranges::find_if(
          stays.taken_in, [&](const TakenIn& one) { return !one.given_back && one.taken.case_id == who.case_id; });
      if (taken == stays.taken_in.end() || taken->person(who.person).empty()) break;
      who = {into, std::string(taken->person(who.person))};
    }
    found.insert(std::move(who));
  }
}

std::set<Service::ErasedSince> Service::erased_since() {
  const auto held = state_->session.hold();
  std::set<ErasedSince> found;
  for (const auto& id : case_ids())
    if (readable(id) != nullptr) add_erased_since(id, found);
  return found;
}

std::vector<Service::GivenUp> Service::given_up() {
  const auto held = state_->session.hold();
  std::vector<GivenUp> out;
  for (const auto& id : erased_cases())
    for (const auto& one : accountability(id).erasures)
      if (one.lost) out.push_back({id, one.at, one.done.because});
  return out;
}

}  // namespace casus::service
