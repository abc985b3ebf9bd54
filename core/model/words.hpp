// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/basis.hpp"
#include "core/base/names.hpp"

/// Closed vocabularies of the case. Keys stand in commands, events and criteria; labels are for people.
namespace casus {

/// How the resident is present in the discussion (R2, domain.md 6.5). Without a name it stays personal data: who brings
/// the case and the neighbourhood still point to somebody.
enum class Privacy { anonymous, agreed, resident_present };

constexpr std::array<Named<Privacy>, 3> names_of(Privacy) {
  return {{{Privacy::anonymous, "anonymous", "word.privacy.anonymous"},
           {Privacy::agreed, "agreed", "word.privacy.agreed"},
           {Privacy::resident_present, "resident_present", "word.privacy.resident_present"}}};
}

/// Who was consulted in step 2 of the meldcode; without a name of the family by default [PRI].
enum class Consulted { colleague, veilig_thuis, injury_expert };

constexpr std::array<Named<Consulted>, 3> names_of(Consulted) {
  return {{{Consulted::colleague, "colleague", "word.consulted.colleague"},
           {Consulted::veilig_thuis, "veilig_thuis", "word.consulted.veilig_thuis"},
           {Consulted::injury_expert, "injury_expert", "word.consulted.injury_expert"}}};
}

/// Why the talk of step 3 was not held [PRI]. It is never written as held then.
enum class NotHeld { held, danger, losing_contact };

constexpr std::array<Named<NotHeld>, 3> names_of(NotHeld) {
  return {{{NotHeld::held, "held", "word.not_held.held"},
           {NotHeld::danger, "danger", "word.not_held.danger"},
           {NotHeld::losing_contact, "losing_contact", "word.not_held.losing_contact"}}};
}

/// Strict: floor control is hard. Coaching: it is noticed and explained, not refused (R4).
enum class Mode { strict, coaching };

constexpr std::array<Named<Mode>, 2> names_of(Mode) {
  return {{{Mode::strict, "strict", "word.mode.strict"}, {Mode::coaching, "coaching", "word.mode.coaching"}}};
}

enum class Answer { none, yes, no, later };

constexpr std::array<Named<Answer>, 4> names_of(Answer) {
  return {{{Answer::none, "none", "word.answer.none"},
           {Answer::yes, "yes", "word.answer.yes"},
           {Answer::no, "no", "word.answer.no"},
           {Answer::later, "later", "word.answer.later"}}};
}

/// Scales of R11. Solution-focused 0-10 [JOO]; participation ladder 1-6 [FIW]; self-reliance per opted-in domain 1-5
/// [ZIL].
enum class Scale { scale_0_10, ladder_1_6, domain_1_5 };

constexpr std::array<Named<Scale>, 3> names_of(Scale) {
  return {{{Scale::scale_0_10, "scale_0_10", "word.scale.scale_0_10"},
           {Scale::ladder_1_6, "ladder_1_6", "word.scale.ladder_1_6"},
           {Scale::domain_1_5, "domain_1_5", "word.scale.domain_1_5"}}};
}

/// Range of a goal attainment scale: five points in general use [MIZ], six in Dutch rehabilitation [INS3].
enum class GoalScale { minus2_plus2, minus3_plus2 };

constexpr std::array<Named<GoalScale>, 2> names_of(GoalScale) {
  return {{{GoalScale::minus2_plus2, "-2..+2", "word.goal_scale.2_2"},
           {GoalScale::minus3_plus2, "-3..+2", "word.goal_scale.3_2"}}};
}

/// State of a goal or an action.
enum class Done { open, done, partly, not_done, dropped };

constexpr std::array<Named<Done>, 5> names_of(Done) {
  return {{{Done::open, "open", "word.done.open"},
           {Done::done, "done", "word.done.done"},
           {Done::partly, "partly", "word.done.partly"},
           {Done::not_done, "not", "word.done.not"},
           {Done::dropped, "dropped", "word.done.dropped"}}};
}

/// Network-first ladder, in the order of Wmo art. 2.3.2(4) b-e [WMO232] (R9).
enum class Rung { self, network, volunteer, general, customised };

constexpr std::array<Named<Rung>, 5> names_of(Rung) {
  return {{{Rung::self, "self", "word.rung.self"},
           {Rung::network, "network", "word.rung.network"},
           {Rung::volunteer, "volunteer", "word.rung.volunteer"},
           {Rung::general, "general", "word.rung.general"},
           {Rung::customised, "customised", "word.rung.customised"}}};
}

/// Shells and quadrants of the network circle (Lensink) [INS2].
enum class Shell { intimate, friend_, acquaintance, service };

constexpr std::array<Named<Shell>, 4> names_of(Shell) {
  return {{{Shell::intimate, "intimate", "word.shell.intimate"},
           {Shell::friend_, "friend", "word.shell.friend"},
           {Shell::acquaintance, "acquaintance", "word.shell.acquaintance"},
           {Shell::service, "service", "word.shell.service"}}};
}

enum class Quadrant { family, peers, professionals, society };

constexpr std::array<Named<Quadrant>, 4> names_of(Quadrant) {
  return {{{Quadrant::family, "family", "word.quadrant.family"},
           {Quadrant::peers, "peers", "word.quadrant.peers"},
           {Quadrant::professionals, "professionals", "word.quadrant.professionals"},
           {Quadrant::society, "society", "word.quadrant.society"}}};
}

/// Lines of an ecogram: strength, tension, direction (domain.md 7).
enum class Strength { normal, weak, strong };

constexpr std::array<Named<Strength>, 3> names_of(Strength) {
  return {{{Strength::normal, "normal", "word.strength.normal"},
           {Strength::weak, "weak", "word.strength.weak"},
           {Strength::strong, "strong", "word.strength.strong"}}};
}

enum class Direction { both, gives, takes };

constexpr std::array<Named<Direction>, 3> names_of(Direction) {
  return {{{Direction::both, "both", "word.direction.both"},
           {Direction::gives, "gives", "word.direction.gives"},
           {Direction::takes, "takes", "word.direction.takes"}}};
}

/// Symbols of a genogram: square, circle, and the diamond for non-binary or unknown [RTS1][GES].
enum class Symbol { unknown, woman, man };

constexpr std::array<Named<Symbol>, 3> names_of(Symbol) {
  return {{{Symbol::unknown, "unknown", "word.symbol.unknown"},
           {Symbol::woman, "woman", "word.symbol.woman"},
           {Symbol::man, "man", "word.symbol.man"}}};
}

/// Dead and unborn are marked in a genogram [VOK].
enum class Vital { alive, dead, unborn };

constexpr std::array<Named<Vital>, 3> names_of(Vital) {
  return {{{Vital::alive, "alive", "word.vital.alive"},
           {Vital::dead, "dead", "word.vital.dead"},
           {Vital::unborn, "unborn", "word.vital.unborn"}}};
}

/// Lines between parent and child in a genogram: broken for adoption and foster care [RTS1][RTS2].
enum class Descent { birth, adopted, foster };

constexpr std::array<Named<Descent>, 3> names_of(Descent) {
  return {{{Descent::birth, "birth", "word.descent.birth"},
           {Descent::adopted, "adopted", "word.descent.adopted"},
           {Descent::foster, "foster", "word.descent.foster"}}};
}

/// Lines between partners in a genogram; a break in the line for what ended [VOK].
enum class Bond { together, ended };

constexpr std::array<Named<Bond>, 2> names_of(Bond) {
  return {{{Bond::together, "together", "word.bond.together"}, {Bond::ended, "ended", "word.bond.ended"}}};
}

/// Groups of partners of a team. The first was named most as a present partner, the others as wished for [S4].
enum class PartnerKind { municipality, area, culture, medical, religious, school, other };

constexpr std::array<Named<PartnerKind>, 7> names_of(PartnerKind) {
  return {{{PartnerKind::municipality, "municipality", "word.partner_kind.municipality"},
           {PartnerKind::area, "area", "word.partner_kind.area"},
           {PartnerKind::culture, "culture", "word.partner_kind.culture"},
           {PartnerKind::medical, "medical", "word.partner_kind.medical"},
           {PartnerKind::religious, "religious", "word.partner_kind.religious"},
           {PartnerKind::school, "school", "word.partner_kind.school"},
           {PartnerKind::other, "other", "word.partner_kind.other"}}};
}

enum class Partnership { present, wished };

constexpr std::array<Named<Partnership>, 2> names_of(Partnership) {
  return {{{Partnership::present, "present", "word.partnership.present"},
           {Partnership::wished, "wished", "word.partnership.wished"}}};
}

enum class Stance { in_favour, against, unsure };

constexpr std::array<Named<Stance>, 3> names_of(Stance) {
  return {{{Stance::in_favour, "for", "word.stance.for"},
           {Stance::against, "against", "word.stance.against"},
           {Stance::unsure, "unsure", "word.stance.unsure"}}};
}

/// The only grounds on which a plan of the circle may be refused (R12) [AFG]: nothing else can be typed.
enum class Ground { none, safety, law };

constexpr std::array<Named<Ground>, 3> names_of(Ground) {
  return {{{Ground::none, "none", "word.ground.none"},
           {Ground::safety, "safety", "word.ground.safety"},
           {Ground::law, "law", "word.ground.law"}}};
}

enum class PlanState { presented, accepted, refused };

constexpr std::array<Named<PlanState>, 3> names_of(PlanState) {
  return {{{PlanState::presented, "presented", "word.plan_state.presented"},
           {PlanState::accepted, "accepted", "word.plan_state.accepted"},
           {PlanState::refused, "refused", "word.plan_state.refused"}}};
}

}  // namespace casus
