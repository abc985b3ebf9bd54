// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/case.hpp"
#include "core/model/events.hpp"

#include <functional>
#include <string>
#include <string_view>

/// What some events make of a case, where that is more than a line. Internal to core/engine.
namespace casus::engine {

/// Throws Fault(store): the history cannot be one that was kept.
[[noreturn]] void damaged(const Case& state, std::string_view event, std::string_view why);

/// Somebody who may work in the case from now on: `works_since` is when that began. Before what makes them work in it.
Person& comes(Person& person, Time at);

/// The first event of every case.
void open_case(Case& c, const Event& event, const CaseOpened& e);

/// Somebody else owns the case, or nobody does any more; `by` is the id of who did that, `typed` when. Whoever did not
/// get it from the one before took it over; so did who got it from somebody that took it over.
void follow_owner(Case& c, std::string_view by, Time typed);

/// Nothing is left of who it was. Nobody can act without a name, so nobody may have to wait for them: they are away.
void forget_person(Person& person);

/// Puts an answer with its request; one to a request that is not there is lost.
void answer_request(Case& c, const RightAnswered& answer);

/// A restriction that was granted ends; one that is not there is lost.
void lift(Case& c, const RestrictionLifted& lifted);

/// The case goes on in another; it is over, and nothing waits for a day in it.
void merge_away(Case& c, const Made& here, const CaseMerged& merged);
/// It is where it was.
void separate(Case& c);
/// Another case goes on in this one; what it brings comes behind this.
void take_in(Case& c, const Made& here, const CaseTakenIn& taken);
/// They were two after all; what it brought is taken back behind this.
void give_back(Case& c, const CaseGivenBack& back);

/// Another team gets it: it is over here, and nothing waits for a day in it.
void give_over(Case& c, const Made& here, const CaseTransferred& over);
void confirm_transfer(Case& c, const Made& here);
/// It is where it was.
void call_back(Case& c, const Made& here, const TransferCalledBack& back);

/// A concern begins with its first step done: the signals are on paper, with who saw them and when. Those of a later
/// one join that step.
void begin_meldcode(Case& c, const Made& here, const std::string& text);

/// No longer in the network, nor are the ties that led there.
void leave_network(Case& c, Person& person);
void end_tie(Case& c, const TieEnded& ended);
/// One line of the family, or somebody with all their lines.
void cut(Family& family, const FamilyCut& which);

/// One of the further grounds counts no more.
void drop_basis(Case& c, Basis basis);

/// Who sits with whom from now on.
void sit_in_groups(Case& c, const Made& here, const GroupsMade& made);
/// Whoever left the table sits in no group of this stay any more; a group without people is no more.
void leave_groups(Case& c, const Person& person);
/// The group that something belongs to which this person says now: their own, else that of what it refers to.
std::string group_of_said(const Case& c, std::string_view by, std::string_view re);

/// What was said belongs to that group, with the place that its speaker has in it.
void say_in_group(const Case& c, Contribution& it);
/// Who comes next in a group behind the one who has the place in it, of those who may have it; empty: nobody may.
std::string behind(const Case& c, const TableGroup& group, const std::function<bool(std::string_view)>& may);

/// What somebody says is judged by the roles that they had then; called before these change.
void keep_roles(Case& c, const Made& here, const Person& person);
/// A choice names somebody, who has the role from now on; whoever had it takes that person's place. Derived each time,
/// so that a choice put right or taken back moves the role along.
void move_role(Case& c, const Made& here, Role role, const ContributionFields& choice);
/// A role that goes round comes to this person. Who writes down talks along as before.
void turn_role(Case& c, const Made& here, Role role, const std::string& person);

/// Something is said, in the group of whoever says it.
void contribute(Case& c, const Made& here, const Contributed& e);

/// A turn on the floor of this group, begun or gone on with.
void take_turn(Case& c, const Made& here, TurnUse use, std::string_view group);
/// A turn that is let go by.
void pass_turn(Case& c, const Made& here);

/// A record of a declared type is a contribution with fields.
void record(Case& c, const Made& here, const Recorded& e);

/// The table goes on from the step that is going on, or back.
void leave_step(Case& c, Time at, const StepLeft& e);

/// A branch of a menu. On second thoughts it is another that was chosen, and the one before counts for nothing.
void choose_branch(Case& c, const Made& here, const BranchChosen& e);

/// A ballot; of one person in one stay the last.
void vote(Case& c, const Made& here, const Voted& e);

}  // namespace casus::engine
