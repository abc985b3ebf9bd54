// SPDX-License-Identifier: EUPL-1.2
#include "core/service/commands/taking_in.hpp"

#include "core/base/fault.hpp"
#include "core/engine/decide/transferring.hpp"
#include "core/engine/refusing.hpp"
#include "core/engine/team/team.hpp"
#include "core/engine/team/team_people.hpp"
#include "core/model/person_name.hpp"
#include "core/service/commands/case_package.hpp"
#include "core/service/service_state.hpp"
#include "core/store/checkpoint.hpp"
#include "core/store/keys/seal.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace casus::service {

namespace {

using text::msg;
using namespace text::literals;

/// What keeps a command of this from being done. A conflict says that others work there: done again, it goes on.
std::optional<Refusal> why_not(const Answer& answer) {
  if (answer.conflict)
    throw Fault(Fault::Kind::store, fmt::format("somebody worked in '{}' meanwhile; do it again", answer.case_id));
  return answer.refusal;
}

/// What is refused in the other store is mended there: a line to type would go to this one.
Refusal in_the_other(Refusal refusal, const std::string& team) {
  refusal.remedies = {{msg("takein.there_do", "team"_is = team)}};
  return refusal;
}

constexpr std::string_view kNotYours = "NotYoursToTransfer";

const Member* one_member(const Team& team, const std::string& name) {
  const auto meant = team.members_meant(name);
  return meant.size() == 1 ? meant.front() : nullptr;
}

}  // namespace

Refusal who_is_who(const TakingInPlan& plan) {
  std::vector<text::Message> names;
  for (const auto& name : plan.undecided) names.push_back(text::Message::verbatim(name));
  return engine::no("WhoIsWho", "", msg("takein.who_is", "names"_is = std::move(names), "team"_is = plan.to),
                    msg("takein.who_is_do"));
}

Refusal same_store() { return engine::no("SameStore", "", msg("takein.same_store"), msg("takein.same_store_do")); }

bool TakingInPlan::whole() const {
  return no_key.empty() && undecided.empty() &&
         std::ranges::none_of(cases, [](const ComingCase& one) { return one.refusal.has_value(); });
}

TakingIn::TakingIn(Service& here, Service& there, TakeInWanted wanted)
    : here_(here),
      there_(there),
      wanted_(std::move(wanted)),
      ours_(here.store_.pseudonym("take-in")),
      theirs_(there.store_.pseudonym("take-in")) {}

/// Ids are not sealed, so no name stands in them.
std::string TakingIn::member_id(const std::string& name, const std::string& here) const {
  return fmt::format("take-in/{}/member/{}", theirs_, here_.store_.pseudonym(name + '\n' + here));
}

std::string TakingIn::hand_out_id(const std::string& id, int attempt) const {
  return fmt::format("take-in/{}/case/{}/{}", ours_, id, attempt);
}

/// Whoever is named there is there, as somebody who types their name at the keys of that store.
Typist TakingIn::sits_there(const std::string& name) const {
  auto typist = wanted_.seat;
  typist.name = name;
  return typist;
}

Command TakingIn::asked_there(const std::string& id, const std::string& by, CommandBody body) const {
  return Command{.case_id = id, .by = by, .body = std::move(body), .seat = sits_there(by)};
}

std::optional<Refusal> TakingIn::cannot_begin() {
  if (ours_ == theirs_) return same_store();
  const auto here = here_.team();
  const auto there = there_.team();
  if (!here || !there)
    return engine::no("NoTeam", "", here ? msg("takein.no_team_there") : msg("team.no_team"), msg("takein.no_team_do"));
  if (auto refusal = engine::closed_team(*here)) return refusal;
  if (auto refusal = engine::closed_team(*there)) return in_the_other(std::move(*refusal), there->name);
  const auto taker = engine::member_meant(*here, wanted_.by);
  if (!taker) return taker.error();
  if (wanted_.with.empty())
    return engine::no("SecondPerson", "", msg("takein.with_whom", "team"_is = there->name), msg("takein.with_whom_do"));
  for (auto& name : wanted_.with) {
    const auto giver = engine::member_meant(*there, name);
    if (!giver) return in_the_other(giver.error(), there->name);
    name = (*giver)->name;
  }
  const auto& closer = wanted_.with.front();
  const auto same = wanted_.same.find(closer);
  const auto* is =
      same == wanted_.same.end() ? nullptr : one_member(*here, same->second.empty() ? closer : same->second);
  if (same_name(closer, (*taker)->name) || is == *taker)
    return engine::no("SecondPerson", "", msg("takein.one_person", "name"_is = closer), msg("takein.with_whom_do"));
  if (engine::blank(wanted_.told)) return engine::reason_missing(msg("transfer.what_was_told"), "R16").value();
  if (engine::blank(wanted_.because)) return engine::reason_missing(msg("takein.why")).value();
  if (auto refusal = there_.meeting_goes_on()) return in_the_other(std::move(*refusal), there->name);
  return std::nullopt;
}

/// Nobody is made one with somebody else unless it was said.
std::optional<Refusal> TakingIn::plan_members(TakingInPlan& plan) {
  auto here = *here_.team();
  const auto there = *there_.team();
  std::map<std::string, std::string> same, otherwise;
  for (auto [from, to] : {std::pair{&wanted_.same, &same}, std::pair{&wanted_.otherwise, &otherwise}})
    for (const auto& [name, called] : *from) {
      const auto who = engine::member_meant(there, name);
      if (!who) return in_the_other(who.error(), there.name);
      to->insert_or_assign((*who)->name, called.empty() ? (*who)->name : called);
    }
  for (const auto& member : there.members) {
    ComingMember coming{member.name, member.name};
    const auto called = otherwise.find(member.name);
    if (called != otherwise.end()) coming.here = kept_name(called->second);
    if (const auto one = same.find(member.name); one != same.end()) {
      const auto who = engine::member_meant(here, one->second);
      if (!who) return who.error();
      coming.here = (*who)->name;
      coming.known = true;
    } else if (here_.store_.receipt(member_id(member.name, coming.here))) {  // came before this was stopped
      const auto* who = one_member(here, coming.here);
      if (who != nullptr) coming.here = who->name;
      coming.known = true;
    } else {
      auto added = engine::member_added(here, AddMember{{coming.here, member.profession}});
      if (!added || here.member(coming.here) != nullptr) {
        if (called != otherwise.end())
          return engine::no("NameTaken", "", msg("team.name_taken", "other"_is = coming.here), msg("takein.who_is_do"));
        plan.undecided.push_back(member.name);
        continue;
      }
      here.members.push_back({added->name, added->profession});
    }
    plan.members.push_back(std::move(coming));
  }
  return std::nullopt;
}

/// How often the case was handed out for this before.
int TakingIn::attempts(const std::string& id) {
  int done = 0;
  while (there_.store_.receipt(hand_out_id(id, done + 1))) ++done;
  return done;
}

/// Whether it is this that the case is on its way by.
bool TakingIn::is_under_way_here(const Case& it, int attempt) {
  if (!it.given_over || attempt == 0) return false;
  const auto receipt = there_.store_.receipt(hand_out_id(it.id, attempt));
  return receipt && receipt->first <= it.given_over->event && it.given_over->event <= receipt->last;
}

/// By whom the case can be handed out, of those who are there; else why by none of them.
std::string TakingIn::hands_out(const std::string& id, std::optional<Refusal>& refusal) {
  const auto to = here_.team()->name;
  for (const auto& name : wanted_.with) {
    auto no = there_.cannot_hand_out(asked_there(id, name, TransferCase{to, wanted_.told, wanted_.because}));
    if (!no) {
      refusal.reset();
      return name;
    }
    if (!refusal || no->name != kNotYours) refusal = std::move(no);  // what its owner has to do comes first
  }
  const auto it = there_.open(id);
  if (const auto* owner = it.owner(); owner != nullptr && refusal && refusal->name == kNotYours)
    refusal->reason = msg("takein.owner_with", "who"_is = owner->name);
  return {};
}

void TakingIn::look_at(const std::string& id, TakingInPlan& plan) {
  const auto* found = there_.readable(id);
  if (found == nullptr) return plan.no_key.push_back(id);
  const auto it = *found;
  if (it.stage.life == Life::erased) {
    ++plan.erased;
    return;
  }
  if (!it.into().empty()) return;  // comes with the case that it ended in
  ComingCase one{.id = id};
  const int attempt = attempts(id);
  if (it.given_over) {
    one.closed = it.given_over->before.life == Life::closed;
    const bool ours = is_under_way_here(it, attempt);
    if (it.given_over->confirmed && !ours) {
      ++plan.elsewhere;
      return;
    }
    if (it.given_over->confirmed) {
      const auto came = here_.store_.receipt(taking_over(hand_out_id(id, attempt)));
      one.here = came ? came->stream.substr(CaseStream::stream_of("").size()) : id;
    } else if (!ours) {
      one.refusal = engine::transferred_away(it);
    }
  } else {
    one.closed = it.stage.life == Life::closed;
    (void)hands_out(id, one.refusal);
  }
  plan.cases.push_back(std::move(one));
}

void TakingIn::plan_cases(TakingInPlan& plan) {
  for (const auto& id : there_.case_ids()) look_at(id, plan);
  plan.meetings = there_.store_.streams(MeetingStream::kPrefix).size();
}

/// What was done is told so, and not that the other team is closed: somebody may type the line again who does not know
/// whether it came through.
std::optional<TakingInPlan> TakingIn::done_before() {
  const auto here = here_.team();
  const auto there = there_.team();
  if (ours_ == theirs_ || !here || here->closed_at || !there || !there->closed_at) return std::nullopt;
  TakingInPlan plan{.from = there->name, .to = here->name};
  plan_cases(plan);
  const bool all_here =
      plan.no_key.empty() && std::ranges::none_of(plan.cases, [](const ComingCase& one) { return one.here.empty(); });
  const auto came = [&](const Member& one) { return here_.store_.receipt(member_id(one.name, one.name)).has_value(); };
  if (!all_here || (plan.cases.empty() && std::ranges::none_of(there->members, came))) return std::nullopt;
  plan.closed = true;
  plan.before = true;
  return plan;
}

Outcome<TakingInPlan, Refusal> TakingIn::plan() {
  const auto held = here_.state_->session.hold();
  const auto held_there = there_.state_->session.hold();
  if (auto before = done_before()) return std::move(*before);
  if (auto refusal = cannot_begin()) return failure(std::move(*refusal));
  TakingInPlan plan{.from = there_.team()->name, .to = here_.team()->name};
  if (auto refusal = plan_members(plan)) return failure(std::move(*refusal));
  plan_cases(plan);
  return plan;
}

std::optional<Refusal> TakingIn::bring_members(const TakingInPlan& plan) {
  const auto there = *there_.team();
  for (const auto& one : plan.members) {
    if (one.known) continue;
    const auto* member = there.member(one.name);
    const auto profession = member == nullptr ? std::string() : member->profession;
    if (auto refusal = why_not(here_.handle(TeamCommand{
            member_id(one.name, one.here), {}, AddMember{{one.here, profession}}, wanted_.by, wanted_.seat})))
      return refusal;
  }
  return std::nullopt;
}

/// Members of that team in a case, by their id in it, with their name here. A guest for a time is none, whatever the
/// name.
std::map<std::string, std::string> TakingIn::members_in(const std::string& id, const TakingInPlan& plan) {
  const auto there = *there_.team();
  const auto it = there_.open(id);
  std::map<std::string, std::string> members;
  for (const auto& person : it.people) {
    if (!person.team_member || person.until || person.erased || person.merged || person.name.empty()) continue;
    const auto* member = one_member(there, person.name);
    if (member == nullptr) continue;
    const auto found = std::ranges::find(plan.members, member->name, &ComingMember::name);
    if (found != plan.members.end()) members.emplace(person.id, found->here);
  }
  return members;
}

std::optional<Refusal> TakingIn::confirmed(const std::string& id, const std::string& by, int attempt) {
  auto command = asked_there(id, by, ConfirmTransfer{});
  command.id = hand_out_id(id, attempt) + "/there";
  return why_not(there_.confirm_seen(std::move(command)));
}

std::optional<Refusal> TakingIn::call_back(const std::string& id, const std::string& by, int attempt) {
  auto command = asked_there(id, by, CallBackTransfer{wanted_.because});
  command.id = hand_out_id(id, attempt) + "/back";
  return why_not(there_.handle(std::move(command)));
}

/// Out there first, then in here: between the two it can be read there and goes on nowhere, so there are never two.
std::optional<Refusal> TakingIn::hand_and_take(const TakingInPlan& plan, ComingCase& one, const std::string& by,
                                               int attempt) {
  const auto members = members_in(one.id, plan);
  std::string bytes;
  auto out = asked_there(one.id, by, TransferCase{plan.to, wanted_.told, wanted_.because});
  out.id = hand_out_id(one.id, attempt);
  // It lies in no file, so there is nothing to lock.
  const auto as_it_is = [](const std::string& text) { return text; };
  if (auto refusal = why_not(there_.hand_out_as(std::move(out), as_it_is, [&](const auto& text) { bytes = text; })))
    return refusal;
  auto package = case_package_from(bytes);
  if (!package) throw Fault(Fault::Kind::store, fmt::format("case '{}' cannot be packed", one.id));
  package->transfer = hand_out_id(one.id, attempt);
  Command in;
  in.by = wanted_.by;
  in.seat = wanted_.seat;
  const auto taken = here_.take_over(std::move(in), *package, store::code_of(store::hash_of(bytes)), members);
  if (auto refusal = why_not(taken)) {
    (void)call_back(one.id, by, attempt);
    return refusal;
  }
  one.here = taken.case_id;
  return confirmed(one.id, by, attempt);
}

std::optional<Refusal> TakingIn::bring(const TakingInPlan& plan, ComingCase& one) {
  const int before = attempts(one.id);
  const auto over = there_.open(one.id).given_over;
  if (over) {  // it was stopped half-way
    if (const auto came = here_.store_.receipt(taking_over(hand_out_id(one.id, before)))) {
      one.here = came->stream.substr(CaseStream::stream_of("").size());
      return confirmed(one.id, over->by, before);
    }
    if (auto refusal = call_back(one.id, over->by, before)) return refusal;
  }
  std::optional<Refusal> refusal;
  const auto by = hands_out(one.id, refusal);
  return refusal ? refusal : hand_and_take(plan, one, by, before + 1);
}

std::optional<Refusal> TakingIn::close_there() {
  const auto& by = wanted_.with.front();
  return why_not(there_.handle(TeamCommand{{}, {}, CloseTeam{{wanted_.closing}}, by, sits_there(by)}));
}

Outcome<TakingInPlan, Refusal> TakingIn::run(const std::function<void(std::int64_t, std::int64_t)>& watch) {
  const auto held = here_.state_->session.hold();
  const auto held_there = there_.state_->session.hold();
  auto planned = plan();
  if (!planned || planned->before) return planned;
  if (!planned->undecided.empty()) return failure(who_is_who(*planned));
  if (auto refusal = bring_members(*planned)) return failure(std::move(*refusal));
  std::int64_t done = 0;
  for (auto& one : planned->cases) {
    watch(done++, static_cast<std::int64_t>(planned->cases.size()));
    if (one.refusal || !one.here.empty()) continue;
    one.refusal = bring(*planned, one);
  }
  if (!planned->whole()) return planned;
  if (auto refusal = close_there()) return failure(in_the_other(std::move(*refusal), planned->from));
  planned->closed = true;
  return planned;
}

}  // namespace casus::service
