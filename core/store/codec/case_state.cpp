// SPDX-License-Identifier: EUPL-1.2
#include "core/store/codec/case_state.hpp"

#include "core/store/codec/state_coding.hpp"

namespace casus::store {

namespace state {

template <class T, class Wanted>
concept Is = std::same_as<std::remove_const_t<T>, Wanted>;

// A member that is not named here would be lost: of a plain struct the compiler counts them. Of one with a base it does
// not; whoever gives that a member most often changes its size, is stopped here, and names the member too. By one
// layout, for sizes differ between machines and members do not.
#if defined(__x86_64__) && defined(__GLIBCXX__) && !defined(_GLIBCXX_DEBUG)
template <class T, std::size_t Size>
constexpr bool kAllNamed = sizeof(T) == Size;
#else
template <class T, std::size_t Size>
constexpr bool kAllNamed = true;
#endif

void parts(auto& each, Is<Made> auto& it) {
  auto& [visit, by, at, event] = it;
  each(visit, by, at, event);
}

/// What a record was made with, and then what is its own.
template <class V, class T, class... Own>
void made(V& each, T& it, Own&... own) {
  if constexpr (std::is_const_v<T>) each(static_cast<const Made&>(it), own...);
  else each(static_cast<Made&>(it), own...);
}

void parts(auto& each, Is<Stage> auto& it) {
  auto& [life, phase, safety, meldcode_step] = it;
  each(life, phase, safety, meldcode_step);
}

void parts(auto& each, Is<NetworkPlace> auto& it) {
  auto& [relation, shell, quadrant, professional, asked_on, spoken_on, answer, note, placed_at] = it;
  each(relation, shell, quadrant, professional, asked_on, spoken_on, answer, note, placed_at);
}

void parts(auto& each, Is<Person> auto& it) {
  auto& [id, name, contact, roles, team_member, caseload, left, absent, away, until, erased, merged, works_since,
         took_over, network, listed, listed_relation] = it;
  each(id, name, contact, roles, team_member, caseload, left, absent, away, until, erased, merged, works_since,
       took_over, network, listed, listed_relation);
}

void parts(auto& each, Is<Visit> auto& it) {
  auto& [phase, round, step, method, entered, left, planned_minutes, idle, idle_since, because, explained, back,
         begun_because, passed_over, about, again, anonymous] = it;
  each(phase, round, step, method, entered, left, planned_minutes, idle, idle_since, because, explained, back,
       begun_because, passed_over, about, again, anonymous);
}

static_assert(kAllNamed<Contribution, 384>);
void parts(auto& each, Is<Contribution> auto& it) {
  made(each, it, it.id, it.kind, it.text, it.to, it.re, it.answer, it.on, it.hidden, it.noticed, it.told_in, it.group,
       it.speaker, it.typed_visit, it.values);
}

static_assert(kAllNamed<Turn, 96>);
void parts(auto& each, Is<Turn> auto& it) { made(each, it, it.passed, it.count, it.group); }

static_assert(kAllNamed<TakenBranch, 88>);
void parts(auto& each, Is<TakenBranch> auto& it) { made(each, it, it.branch); }

static_assert(kAllNamed<Ballot, 88>);
void parts(auto& each, Is<Ballot> auto& it) { made(each, it, it.choices, it.hidden); }

void parts(auto& each, Is<AskedBefore> auto& it) {
  auto& [person, round, question, hoped_for] = it;
  each(person, round, question, hoped_for);
}

static_assert(kAllNamed<TableGroup, 176>);
void parts(auto& each, Is<TableGroup> auto& it) { made(each, it, it.id, it.people, it.one, it.place); }

static_assert(kAllNamed<TurnOfRole, 128>);
void parts(auto& each, Is<TurnOfRole> auto& it) { made(each, it, it.role, it.person, it.from); }

void parts(auto& each, Is<RolesUntil> auto& it) {
  auto& [event, person, roles] = it;
  each(event, person, roles);
}

static_assert(kAllNamed<Score, 208>);
void parts(auto& each, Is<Score> auto& it) { made(each, it, it.given); }

static_assert(kAllNamed<Goal, 208>);
void parts(auto& each, Is<Goal> auto& it) { made(each, it, it.set, it.state, it.worded_at); }

static_assert(kAllNamed<GoalMark, 144>);
void parts(auto& each, Is<GoalMark> auto& it) { made(each, it, it.given); }

static_assert(kAllNamed<Action, 360>);
void parts(auto& each, Is<Action> auto& it) {
  made(each, it, it.plan, it.state, it.result, it.moved, it.moved_because, it.worded_at);
}

static_assert(kAllNamed<Agreed, 128>);
void parts(auto& each, Is<Agreed> auto& it) { made(each, it, it.given); }

static_assert(kAllNamed<Opinion, 128>);
void parts(auto& each, Is<Opinion> auto& it) { made(each, it, it.given); }

static_assert(kAllNamed<Decision, 296>);
void parts(auto& each, Is<Decision> auto& it) { made(each, it, it.raised, it.taken, it.taken_at); }

static_assert(kAllNamed<CirclePlan, 128>);
void parts(auto& each, Is<CirclePlan> auto& it) { made(each, it, it.text, it.state, it.ground, it.because); }

static_assert(kAllNamed<SafetyNote, 104>);
void parts(auto& each, Is<SafetyNote> auto& it) { made(each, it, it.level, it.text, it.handled); }

static_assert(kAllNamed<MeldcodeNote, 184>);
void parts(auto& each, Is<MeldcodeNote> auto& it) { made(each, it, it.taken); }

static_assert(kAllNamed<Told, 128>);
void parts(auto& each, Is<Told> auto& it) { made(each, it, it.told); }

static_assert(kAllNamed<Evaluation, 184>);
void parts(auto& each, Is<Evaluation> auto& it) { made(each, it, it.said); }

static_assert(kAllNamed<Elsewhere, 88>);
void parts(auto& each, Is<Elsewhere> auto& it) { made(each, it, it.theme); }

static_assert(kAllNamed<OptedDomain, 120>);
void parts(auto& each, Is<OptedDomain> auto& it) { made(each, it, it.domain, it.because); }

static_assert(kAllNamed<Tie, 136>);
void parts(auto& each, Is<Tie> auto& it) { made(each, it, it.tie); }

static_assert(kAllNamed<NextRound, 96>);
void parts(auto& each, Is<NextRound> auto& it) { made(each, it, it.round, it.phase, it.because); }

static_assert(kAllNamed<Attachment, 168>);
void parts(auto& each, Is<Attachment> auto& it) { made(each, it, it.file); }

static_assert(kAllNamed<Mending, 248>);
void parts(auto& each, Is<Mending> auto& it) {
  made(each, it, it.how, it.ref, it.events, it.ground, it.earlier, it.because, it.seat);
}

static_assert(kAllNamed<TakenBack, 152>);
void parts(auto& each, Is<TakenBack> auto& it) { made(each, it, it.ref, it.type, it.kind); }

static_assert(kAllNamed<Ending, 96>);
void parts(auto& each, Is<Ending> auto& it) { made(each, it, it.life, it.because); }

static_assert(kAllNamed<MoreBasis, 136>);
void parts(auto& each, Is<MoreBasis> auto& it) { made(each, it, it.added); }

static_assert(kAllNamed<RightRequest, 288>);
void parts(auto& each, Is<RightRequest> auto& it) { made(each, it, it.asked, it.answers, it.lifted); }

static_assert(kAllNamed<MergedPerson, 120>);
void parts(auto& each, Is<MergedPerson> auto& it) { made(each, it, it.person, it.into); }

static_assert(kAllNamed<MergedAway, 136>);
void parts(auto& each, Is<MergedAway> auto& it) { made(each, it, it.into, it.because, it.before); }

static_assert(kAllNamed<GivenOver, 248>);
void parts(auto& each, Is<GivenOver> auto& it) { made(each, it, it.what, it.before, it.confirmed); }

static_assert(kAllNamed<CameFrom, 184>);
void parts(auto& each, Is<CameFrom> auto& it) { made(each, it, it.what); }

static_assert(kAllNamed<TakenIn, 280>);
void parts(auto& each, Is<TakenIn> auto& it) { made(each, it, it.taken, it.given_back, it.reported_before); }

void parts(auto& each, Is<FamilyMember> auto& it) {
  auto& [person, symbol, state, rank] = it;
  each(person, symbol, state, rank);
}

void parts(auto& each, Is<Family> auto& it) {
  auto& [members, parents, partners] = it;
  each(members, parents, partners);
}

void parts(auto& each, Is<Case> auto& it) {
  auto& [id, version, stage, round, opened_at, opened_in_fact, changed_at, owned_by, unowned_since, title, privacy,
         basis, purpose, basis_text, mode, neighbourhood, reported_on, review_on, question, hoped_for, place_asked,
         workflow, methods, people, visits, unnamed, contributions, turns, branches, role_turns, roles_until,
         asked_before, groups, groups_made, votes, domains, scores, goals, goal_marks, actions, agreed, ties, family,
         decisions, opinions, plans, safety_notes, meldcode, told, evaluations, learning, signals, rounds, endings,
         more_bases, requests, merged, merged_away, taken_in, given_over, came_from, files, mendings, taken_back] = it;
  each(id, version, stage, round, opened_at, opened_in_fact, changed_at, owned_by, unowned_since);
  each(title, privacy, basis, purpose, basis_text, mode, neighbourhood, reported_on, review_on, question, hoped_for,
       place_asked);
  each(workflow, methods);
  each(people, visits, unnamed, contributions, turns, branches, role_turns, roles_until, asked_before, groups,
       groups_made, votes, domains, scores, goals, goal_marks, actions, agreed, ties, family, decisions, opinions,
       plans, safety_notes, meldcode, told, evaluations, learning, signals, rounds, endings, more_bases, requests);
  each(merged, merged_away, taken_in, given_over, came_from, files, mendings, taken_back);
}

}  // namespace state

std::string state_bytes(const Case& it) {
  state::Writer writer;
  parts(writer, it);
  return writer.take();
}

std::optional<Case> case_from_state(std::string_view bytes) {
  state::Reader reader(bytes);
  std::optional<Case> it(std::in_place);
  parts(reader, *it);
  if (!reader.finish()) it.reset();
  return it;
}

}  // namespace casus::store
