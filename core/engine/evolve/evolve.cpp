// SPDX-License-Identifier: EUPL-1.2
#include "core/base/fault.hpp"
#include "core/engine/engine.hpp"
#include "core/engine/evolve/evolve_mending.hpp"
#include "core/engine/evolve/evolving.hpp"
#include "core/engine/mending/merging.hpp"
#include "core/lifecycle/lifecycle.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::engine {

namespace {

/// Applies one event to a case. The history was decided before, so what does not fit is damage, not a refusal.
struct Evolver {
  Case& c;
  const Event& event;

  /// What came with another case belongs to no step here, and was said when it was said there.
  Made here() const {
    if (const auto* there = c.taken_line(c.version + 1)) return {-1, event.by, there->at, c.version + 1};
    return {c.visit_index(), event.by, event.at, c.version + 1};
  }

  void step(const lifecycle::Step& step) {
    const auto next = lifecycle::next(c.stage, step);
    if (!next) damaged(c, name_of(event.body), "the lifecycle does not allow it");
    c.stage = *next;
  }

  Person& known(std::string_view id) {
    const auto found = std::ranges::find(c.people, id, &Person::id);
    if (found == c.people.end()) damaged(c, name_of(event.body), fmt::format("nobody has id '{}'", id));
    return *found;
  }

  Person& known_or_new(const std::string& id) {
    const auto found = std::ranges::find(c.people, id, &Person::id);
    if (found != c.people.end()) return *found;
    auto& person = c.people.emplace_back();
    person.id = id;
    return person;
  }

  /// With a name, unless it was erased.
  Person& named(const std::string& id, const std::string& name) {
    auto& person = known_or_new(id);
    if (!name.empty()) person.name = name;
    else if (person.roles.empty()) person.erased = true;
    return person;
  }

  template <class T>
  T& found(std::vector<T>& in, std::string_view id, const std::string& (*id_of)(const T&)) {
    for (auto& item : in)
      if (id_of(item) == id) return item;
    damaged(c, name_of(event.body), fmt::format("nothing has id '{}'", id));
  }

  Action& action(std::string_view id) {
    return found<Action>(c.actions, id, [](const Action& a) -> const std::string& { return a.plan.id; });
  }
  Goal& goal(std::string_view id) {
    return found<Goal>(c.goals, id, [](const Goal& g) -> const std::string& { return g.set.id; });
  }
  Decision& decision(std::string_view id) {
    return found<Decision>(c.decisions, id, [](const Decision& d) -> const std::string& { return d.raised.id; });
  }

  void operator()(const CaseOpened& e) { open_case(c, event, e); }
  void operator()(const BasisSet& e) {
    if (e.purpose != c.purpose) said_anew(c, CaseText::purpose);
    c.privacy = e.privacy;
    c.basis = e.basis;
    c.purpose = e.purpose;
    c.basis_text = e.basis_text;
    drop_basis(c, e.basis);
  }
  void operator()(const BasisAdded& e) { c.more_bases.push_back({here(), e}); }
  void operator()(const BasisDropped& e) { drop_basis(c, e.basis); }
  void operator()(const QuestionAsked& e) {
    said_anew(c, CaseText::question);
    c.question = e.text;
    c.hoped_for = e.hoped_for;
  }
  void operator()(const PlaceAsked& e) {
    c.place_asked.reset();
    if (!e.no_longer) c.place_asked = here();
  }
  void operator()(const ParticipantAdded& e) {
    auto& person = comes(known_or_new(e.person), e.written.value_or(event.at));
    person.name = e.name;
    person.erased = e.name.empty();
    person.contact = e.contact;
    if (person.roles != e.roles) keep_roles(c, here(), person);
    person.roles = e.roles;
    person.team_member = e.team_member;
    person.caseload = e.caseload;
    person.left = person.away = false;
    person.absent = e.absent;
    person.until.reset();
    follow_owner(c, event.by, e.written.value_or(event.at));
  }
  void operator()(const SeatLimited& e) { known(e.person).until = e.until; }
  void operator()(const ParticipantLeft& e) {
    auto& person = known(e.person);
    person.left = !e.for_now;
    person.away = e.for_now;
    leave_groups(c, person);
    follow_owner(c, event.by, e.written.value_or(event.at));
  }
  void operator()(const MethodChanged& e) {
    for (const auto phase : e.phases) c.methods[index_of(phase)] = e.method;
  }
  void operator()(const DefinitionsAdopted& e) {
    if (e.methods.size() != kPhases) damaged(c, "DefinitionsAdopted", "it does not name four methods");
    c.workflow = e.workflow;
    std::ranges::copy(e.methods, c.methods.begin());
  }

  void operator()(const StepEntered& e) {
    if (c.here() != nullptr) damaged(c, "StepEntered", "another step is still going on");
    if (c.stage.life == Life::intake) step({lifecycle::Kind::open, e.phase});
    else if (c.stage.phase != e.phase) step({lifecycle::Kind::enter_phase, e.phase});
    auto& visit = c.visits.emplace_back();
    visit.phase = e.phase;
    visit.round = c.round;
    visit.step = e.step;
    visit.method = e.method;
    visit.entered = event.at;
    visit.begun_because = e.because;
    visit.passed_over = e.passed_over;
    visit.about = e.about;
    visit.again = e.again;
    visit.anonymous = e.anonymous;
    c.unnamed = c.unnamed || e.anonymous;
  }
  void operator()(const StepLeft& e) {
    if (c.here() == nullptr) damaged(c, "StepLeft", "no step is going on");
    leave_step(c, event.at, e);
  }
  void operator()(const Contributed& e) {
    contribute(c, here(), e);
    if (e.moves) {
      move_role(c, here(), *e.moves, e);
      follow_owner(c, event.by, event.at);
    }
    take_turn(c, here(), e.turn, c.contributions.back().group);
  }
  void operator()(const Recorded& e) {
    record(c, here(), e);
    take_turn(c, here(), e.turn, c.contributions.back().group);
  }
  void operator()(const Voted& e) {
    vote(c, here(), e);
    take_turn(c, here(), e.turn, group_of_said(c, event.by, {}));
  }
  void operator()(const TurnTaken& e) { take_turn(c, here(), e.turn, group_of_said(c, event.by, {})); }
  void operator()(const TurnPassed&) { pass_turn(c, here()); }
  void operator()(const RoleTurned& e) {
    turn_role(c, here(), e.role, known(e.person).id);
    follow_owner(c, event.by, event.at);
  }
  void operator()(const GroupsMade& e) { sit_in_groups(c, here(), e); }
  void operator()(const BranchChosen& e) { choose_branch(c, here(), e); }
  void operator()(const DomainOptedIn& e) { c.domains.push_back({here(), e.domain, e.because}); }
  void operator()(const Scored& e) { c.scores.push_back({here(), e}); }
  void operator()(const LearningCounted& e) { c.learning.push_back({here(), e.theme}); }
  void operator()(const SignalCounted& e) { c.signals.push_back({here(), e.theme}); }

  void operator()(const GoalSet& e) { c.goals.push_back({here(), e, Done::open, here().at}); }
  void operator()(const GoalScored& e) {
    auto& scored = goal(e.goal);
    if (e.state) scored.state = *e.state;
    c.goal_marks.push_back({here(), e});
  }
  void operator()(const ActionAdded& e) {
    auto& it = c.actions.emplace_back();
    static_cast<Made&>(it) = here();
    it.plan = e;
    it.worded_at = it.at;
  }
  void operator()(const GoalChanged& e) {
    auto& it = goal(e.id);
    if (it.set.text != e.text) it.worded_at = event.at;
    it.set = e;
  }
  void operator()(const ActionChanged& e) {
    auto& it = action(e.id);
    if (it.plan.what != e.what || it.plan.who != e.who) it.worded_at = event.at;
    it.plan = e;
  }
  void operator()(const PlanAgreed& e) { c.agreed.push_back({here(), e}); }
  void operator()(const ActionFinished& e) {
    auto& it = action(e.action);
    it.state = e.state;
    it.result = e.note;
  }
  void operator()(const ActionMoved& e) {
    auto& it = action(e.action);
    it.plan.by_when = e.by_when;
    ++it.moved;
    it.moved_because.push_back(e.because);
  }
  void operator()(const DecisionRaised& e) { c.decisions.push_back({here(), e, std::nullopt, Time{}}); }
  void operator()(const OpinionGiven& e) {
    decision(e.decision);
    c.opinions.push_back({here(), e});
  }
  void operator()(const DecisionTaken& e) {
    auto& it = decision(e.decision);
    it.taken = e;
    it.taken_at = event.at;
  }
  void operator()(const PlanPresented& e) {
    auto& it = c.plans.emplace_back();
    static_cast<Made&>(it) = here();
    it.text = e.text;
  }
  void operator()(const PlanAnswered& e) {
    if (c.plans.empty()) damaged(c, "PlanAnswered", "no plan was presented");
    auto& it = c.plans.back();
    it.state = e.accepted ? PlanState::accepted : PlanState::refused;
    it.ground = e.ground;
    it.because = e.because;
  }
  void operator()(const ReviewSet& e) { c.review_on = e.on; }
  void operator()(const ResidentTold& e) { c.told.push_back({here(), e}); }
  void operator()(const Evaluated& e) { c.evaluations.push_back({here(), e}); }

  void operator()(const NetworkPersonAdded& e) {
    auto& person = comes(named(e.person, e.name), event.at);
    if (!person.network) person.network.emplace().placed_at = event.at;
    person.network->relation = e.relation;
    person.network->shell = e.shell;
    person.network->quadrant = e.quadrant;
    person.network->professional = e.professional;
  }
  void operator()(const NamedForNetwork& e) {
    auto& person = named(e.person, e.name);
    person.listed = true;
    person.listed_relation = e.relation;
  }
  void operator()(const NetworkLeft& e) { leave_network(c, known(e.person)); }
  void operator()(const TieEnded& e) { end_tie(c, e); }

  void operator()(const FamilyMemberPlaced& e) {
    if (e.person != "resident") named(e.person, e.name);
    auto& members = c.family.members;
    const auto same = std::ranges::find(members, e.person, &FamilyMember::person);
    auto& member = same == members.end() ? members.emplace_back() : *same;
    member = {e.person, e.symbol, e.state, e.rank.value_or(0)};
  }
  void operator()(const ParentLinked& e) { c.family.add(static_cast<const ParentLink&>(e)); }
  void operator()(const PartnersLinked& e) { c.family.add(static_cast<const PartnerLink&>(e)); }
  void operator()(const FamilyCut& e) { cut(c.family, e); }

  void operator()(const PersonAsked& e) {
    auto& person = known(e.person);
    if (!person.network) damaged(c, "PersonAsked", "that person is not in the network");
    const auto on = e.on.value_or(date_of(event.at));
    person.network->asked_on = on;
    if (e.in_person) person.network->spoken_on = on;
    person.network->answer = e.answer;
    person.network->note = e.note;
  }
  void operator()(const TieAdded& e) {
    const auto same =
        std::ranges::find_if(c.ties, [&](const Tie& t) { return t.tie.from == e.from && t.tie.to == e.to; });
    if (same == c.ties.end()) c.ties.push_back({here(), e});
    else *same = {here(), e};
  }

  void operator()(const ConcernRaised& e) {
    step({lifecycle::Kind::raise_concern});
    c.safety_notes.push_back({here(), Safety::concern, e.text});
    begin_meldcode(c, here(), e.text);
  }
  void operator()(const AcuteRaised& e) {
    if (c.stage.safety != Safety::acute) step({lifecycle::Kind::raise_acute});  // else more of the same danger
    c.safety_notes.push_back({here(), Safety::acute, e.text});
  }
  void operator()(const MeldcodeStepTaken& e) {
    step({lifecycle::Kind::meldcode, c.stage.phase, e.step});
    c.meldcode.push_back({here(), e});
  }
  void operator()(const AcuteHandled& e) {
    step({lifecycle::Kind::handle_acute});  // what was done is no step of the meldcode: nobody took one
    c.safety_notes.push_back({here(), Safety::concern, e.text, true});
  }
  void operator()(const SafetyCleared& e) {
    step({lifecycle::Kind::clear_safety});
    c.safety_notes.push_back({here(), Safety::clear, e.because});
  }

  void ended(Life life, const std::string& because) { c.endings.push_back({here(), life, because}); }

  void operator()(const RoundStarted& e) {
    const auto made = here();
    step({lifecycle::Kind::start_round, e.phase});
    ++c.round;
    c.rounds.push_back({made, c.round, e.phase, e.because});
  }
  void operator()(const CasePaused& e) {
    step({lifecycle::Kind::pause});
    if (e.until) c.review_on = e.until;
    if (c.here() != nullptr) c.visits.back().idle_since = event.at;
    ended(Life::paused, e.because);
  }
  void operator()(const CaseResumed&) {
    step({lifecycle::Kind::resume});
    if (c.here() == nullptr || !c.visits.back().idle_since) return;
    auto& visit = c.visits.back();
    visit.idle += event.at - *visit.idle_since;
    visit.idle_since.reset();
  }
  void operator()(const CaseClosed& e) {
    step({lifecycle::Kind::close});
    ended(Life::closed, e.because);
  }
  void operator()(const CaseReopened& e) {
    step({lifecycle::Kind::reopen, e.phase});
    ++c.round;
    ended(Life::open, e.because);
  }
  void operator()(const PersonErased& e) {
    // Whoever was taken back stands nowhere: that they are erased is for their key, and for when they stand again.
    if (c.entry(e.person) == nullptr && !c.taken_back.empty()) return;
    auto& person = known(e.person);
    forget_person(person);
    leave_groups(c, person);
    follow_owner(c, event.by, event.at);
  }
  void operator()(const HandedOver&) {}  // what it led to comes behind it
  void operator()(const PersonsMerged& e) { merge(c, here(), known(e.person), known(e.into)); }
  void operator()(const RightAsked& e) { c.requests.push_back({here(), e, {}}); }
  void operator()(const RightAnswered& e) { answer_request(c, e); }
  void operator()(const RestrictionLifted& e) { lift(c, e); }
  void operator()(const CaseMerged& e) { merge_away(c, here(), e); }
  void operator()(const CaseSeparated&) {
    if (!c.merged_away) damaged(c, "CaseSeparated", "the case is in no other");
    separate(c);
  }
  void operator()(const CaseTakenIn& e) { take_in(c, here(), e); }
  void operator()(const CaseGivenBack& e) { give_back(c, e); }
  void operator()(const CaseTransferred& e) { give_over(c, here(), e); }
  void operator()(const TransferConfirmed&) { confirm_transfer(c, here()); }
  void operator()(const TransferCalledBack& e) { call_back(c, here(), e); }
  void operator()(const CaseReceived& e) { c.came_from.push_back({here(), e}); }
  void operator()(const CaseErased& e) {
    step({lifecycle::Kind::erase});
    ended(Life::erased, e.because);
  }

  /// The documents say who did it as the history does, which keeps who typed.
  void mends(const auto& e) {
    const auto before = c.mendings.size();
    note(c, here(), e);
    if (c.mendings.size() > before) c.mendings.back().seat = event.seat;
  }
  void operator()(const Corrected& e) { mends(e); }
  void operator()(const Withdrawn& e) { mends(e); }
  void operator()(const Restored&) {}  // the events of before read as they did
  void operator()(const TextDestroyed& e) { mends(e); }
  void operator()(const PersonNamed& e) { note(c, here(), known(e.person), e); }
  void operator()(const FileAttached& e) { c.files.push_back({here(), e}); }
  void operator()(const BroughtOver& e) { note(c, here(), e); }
};

}  // namespace

void evolve(Case& state, const Event& event) {
  if (state.version == 0 && !std::holds_alternative<CaseOpened>(event.body))
    damaged(state, name_of(event.body), "the history does not begin with CaseOpened");
  std::visit(Evolver{state, event}, event.body);
  state.unnamed = state.unnamed || event.by == kSomebody;
  state.changed_at = event.at;
  ++state.version;
}

}  // namespace casus::engine
