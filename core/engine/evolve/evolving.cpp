// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/evolve/evolving.hpp"

#include "core/base/fault.hpp"
#include "core/model/access.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <utility>
#include <vector>

namespace casus::engine {

void damaged(const Case& state, std::string_view event, std::string_view why) {
  throw Fault(Fault::Kind::store, fmt::format("history of case '{}': event {} ({}) cannot follow: {}", state.id,
                                              state.version + 1, event, why));
}

Person& comes(Person& person, Time at) {
  if (!works_in_case(person)) person.works_since = at;
  return person;
}

void open_case(Case& c, const Event& event, const CaseOpened& e) {
  if (c.version != 0) damaged(c, "CaseOpened", "the case is open already");
  c.opened_at = event.at;
  c.opened_in_fact = e.written.value_or(event.at);
  c.title = e.title;
  c.privacy = e.privacy;
  c.basis = e.basis;
  c.purpose = e.purpose;
  c.basis_text = e.basis_text;
  c.mode = e.mode;
  c.neighbourhood = e.neighbourhood;
  c.reported_on = e.reported_on;
  c.workflow = e.workflow;
  c.methods.fill(e.method);
  auto& person = comes(c.people.emplace_back(), c.opened_in_fact);
  person.id = e.person;
  person.name = e.name;
  person.erased = e.name.empty();
  person.team_member = true;
  person.roles = {Role::presenter};
  follow_owner(c, event.by, c.opened_in_fact);
}

void follow_owner(Case& c, std::string_view by, Time typed) {
  const auto* owner = c.owner();
  if (owner == nullptr) {
    if (!c.owned_by.empty() && !c.unowned_since) c.unowned_since = typed;
    return;
  }
  c.unowned_since.reset();
  const std::string was(c.became(c.owned_by));
  if (owner->id == was) return;
  const auto former = std::ranges::find(c.people, was, &Person::id);
  auto& now = *std::ranges::find(c.people, owner->id, &Person::id);
  if (former != c.people.end()) now.took_over = by == former->id ? former->took_over : typed;
  c.owned_by = now.id;
}

void forget_person(Person& person) {
  person.name.clear();
  person.contact.clear();
  if (person.network) person.network->relation.clear();
  person.listed_relation.clear();
  person.erased = true;
  person.left = true;
  person.away = false;
}

void answer_request(Case& c, const RightAnswered& answer) {
  for (auto& one : c.requests)
    if (one.asked.id == answer.request) one.answers.push_back(answer);
}

void lift(Case& c, const RestrictionLifted& lifted) {
  for (auto& one : c.requests)
    if (one.asked.id == lifted.request) one.lifted = lifted;
}

void merge_away(Case& c, const Made& here, const CaseMerged& merged) {
  c.merged_away = MergedAway{here, merged.into, merged.because, c.stage};
  c.stage.life = Life::closed;
}

void separate(Case& c) {
  c.stage = c.merged_away->before;
  c.merged_away.reset();
}

void take_in(Case& c, const Made& here, const CaseTakenIn& taken) {
  auto& one = c.taken_in.emplace_back(TakenIn{here, taken});
  if (!taken.reported_on) return;
  one.reported_before = c.reported_on;
  c.reported_on = taken.reported_on;
}

void give_back(Case& c, const CaseGivenBack& back) {
  for (auto& one : c.taken_in) {
    if (one.taken.case_id != back.case_id || one.given_back) continue;
    one.given_back = true;
    if (one.taken.reported_on && c.reported_on == one.taken.reported_on) c.reported_on = one.reported_before;
  }
}

void give_over(Case& c, const Made& here, const CaseTransferred& over) {
  c.given_over = GivenOver{here, over, c.stage};
  c.stage = {Life::closed, c.stage.phase, Safety::clear, 0};  // who has it now keeps the concern
  c.endings.push_back({here, c.stage.life, over.because});
}

namespace {

void must_be_given_over(const Case& c, std::string_view event) {
  if (!c.given_over) damaged(c, event, "the case was not transferred");
}

}  // namespace

void confirm_transfer(Case& c, const Made& here) {
  must_be_given_over(c, TransferConfirmed::kName);
  c.given_over->confirmed = here.at;
}

void call_back(Case& c, const Made& here, const TransferCalledBack& back) {
  must_be_given_over(c, TransferCalledBack::kName);
  c.stage = c.given_over->before;
  c.given_over.reset();
  c.endings.push_back({here, c.stage.life, back.because});
}

void begin_meldcode(Case& c, const Made& here, const std::string& text) {
  MeldcodeStepTaken first{{.step = 1, .text = text, .who = here.by, .on = date_of(here.at)}};
  c.meldcode.push_back({here, first});
}

void leave_network(Case& c, Person& person) {
  person.network.reset();
  person.listed = false;
  person.listed_relation.clear();
  std::erase_if(c.ties, [&](const Tie& t) { return t.tie.from == person.id || t.tie.to == person.id; });
}

void end_tie(Case& c, const TieEnded& ended) {
  std::erase_if(c.ties, [&](const Tie& t) {
    return (t.tie.from == ended.from && t.tie.to == ended.to) || (t.tie.from == ended.to && t.tie.to == ended.from);
  });
}

void cut(Family& family, const FamilyCut& which) {
  if (!which.other.empty()) return family.cut(which.one, which.other);
  const auto members = family.members;
  for (const auto& member : members) family.cut(which.one, member.person);
  std::erase_if(family.members, [&](const FamilyMember& m) { return m.person == which.one; });
}

void drop_basis(Case& c, Basis basis) {
  std::erase_if(c.more_bases, [&](const MoreBasis& one) { return one.added.basis == basis; });
}

void keep_roles(Case& c, const Made& here, const Person& person) {
  if (!person.roles.empty()) c.roles_until.push_back({here.event, person.id, person.roles});
}

namespace {

/// A question is of whom asked it: that of who presented until now waits for their next turn in this round.
void presents_now(Case& c, const std::string& before, const std::string& now) {
  if (!before.empty() && !c.question.empty()) {
    std::erase_if(c.asked_before, [&](const AskedBefore& one) { return one.person == before; });
    c.asked_before.push_back({before, c.round, c.question, c.hoped_for});
  }
  c.question.clear();
  c.hoped_for.clear();
  for (const auto& one : c.asked_before) {
    if (one.round != c.round || c.became(one.person) != c.became(now)) continue;
    c.question = one.question;
    c.hoped_for = one.hoped_for;
  }
}

/// `beside`: who gets it stays a member too.
void give_role(Case& c, const Made& here, Role role, std::string_view person_id, bool beside) {
  const auto chosen = std::ranges::find(c.people, person_id, [](const Person& it) { return std::string_view(it.id); });
  if (chosen == c.people.end() || chosen->has(role)) return;
  std::string before;
  for (auto& person : c.people) {
    if (!person.has(role)) continue;
    keep_roles(c, here, person);
    if (before.empty()) before = person.id;
    std::erase(person.roles, role);
    if (!person.has(Role::member)) person.roles.push_back(Role::member);
  }
  keep_roles(c, here, *chosen);
  if (!beside) std::erase(chosen->roles, Role::member);
  chosen->roles.insert(chosen->roles.begin(), role);
  if (role == Role::presenter) presents_now(c, before, chosen->id);
}

}  // namespace

void move_role(Case& c, const Made& here, Role role, const ContributionFields& choice) {
  const auto said = std::ranges::find(c.contributions, choice.re, &Contribution::id);
  give_role(c, here, role, !choice.to.empty() || said == c.contributions.end() ? choice.to : said->by, false);
}

void turn_role(Case& c, const Made& here, Role role, const std::string& person) {
  const auto* before = c.with(role);
  c.role_turns.push_back({here, role, person, before == nullptr ? std::string() : before->id});
  give_role(c, here, role, person, role == Role::note_taker);
}

namespace {

/// Puts what was said in a stay in the order of `less`; what else stands between it stays where it is.
template <class Said, class Less>
void in_order(std::vector<Said>& all, int visit, Less less) {
  std::vector<std::size_t> places;
  std::vector<Said> said;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].visit != visit) continue;
    places.push_back(i);
    said.push_back(all[i]);
  }
  std::ranges::stable_sort(said, less);
  for (std::size_t i = 0; i < places.size(); ++i) all[places[i]] = std::move(said[i]);
}

/// The order of a stay without names tells nobody who was first: ids are given by chance there, and it is theirs. Votes
/// have none, and stand by what was chosen.
void shuffle(Case& c, int visit) {
  in_order(c.contributions, visit, [](const auto& one, const auto& other) { return one.id < other.id; });
  in_order(c.scores, visit, [](const auto& one, const auto& other) { return one.given.id < other.given.id; });
  const auto chosen = [](const VoteFor& it) { return std::pair(std::string_view(it.of), it.points); };
  in_order(c.votes, visit, [&](const auto& one, const auto& other) {
    return std::ranges::lexicographical_compare(one.choices, other.choices, {}, chosen, chosen);
  });
  in_order(c.taken_back, visit, [](const auto& one, const auto& other) {
    return std::tie(one.ref, one.type) < std::tie(other.ref, other.type);
  });
}

}  // namespace

void leave_step(Case& c, Time at, const StepLeft& e) {
  auto& visit = c.visits.back();
  visit.left = at;
  // What the table did not spend in it: it was paused, or the meeting spoke of something else.
  if (e.seconds > 0) visit.idle = at - visit.entered - std::chrono::seconds(e.seconds);
  visit.planned_minutes = e.planned_minutes;
  visit.because = e.because;
  visit.explained = e.explained;
  visit.back = e.back;
  if (visit.anonymous) shuffle(c, static_cast<int>(c.visits.size()) - 1);
}

void choose_branch(Case& c, const Made& here, const BranchChosen& e) {
  std::erase_if(c.branches, [&](const TakenBranch& it) { return it.visit == here.visit; });
  c.branches.push_back({here, e.branch});
}

}  // namespace casus::engine
