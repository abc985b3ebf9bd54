// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/case.hpp"

/// What some events make of a case, where that is more than a line. Internal to core/engine.
namespace casus::engine {

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

/// No longer in the network, nor are the ties that led there.
void leave_network(Case& c, Person& person);
void end_tie(Case& c, const TieEnded& ended);
/// One line of the family, or somebody with all their lines.
void cut(Family& family, const FamilyCut& which);

/// One of the further grounds counts no more.
void drop_basis(Case& c, Basis basis);

/// A choice names somebody, who has the role from now on; whoever had it takes that person's place. Derived each time,
/// so that a choice put right or taken back moves the role along.
void move_role(Case& c, Role role, const ContributionFields& choice);

}  // namespace casus::engine
