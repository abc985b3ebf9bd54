// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/names.hpp"

/// Closed vocabularies of the case. Keys stand in commands, events and criteria; labels are for people.
namespace casus {

/// How the resident is present in the discussion (R2, domain.md 6.5).
enum class Privacy { anonymous, agreed, resident_present };

constexpr std::array<Named<Privacy>, 3> names_of(Privacy) {
  return {{{Privacy::anonymous, "anonymous", "anoniem besproken", "discussed anonymously"},
           {Privacy::agreed, "agreed", "met naam, afgesproken met de inwoner", "by name, agreed with the resident"},
           {Privacy::resident_present, "resident_present", "de inwoner zit erbij", "the resident is present"}}};
}

/// Legal ground for processing [AP16]. Each task law is a ground of its own, with its own terms: debts are no youth
/// care. Consent is rare: it does not repair a missing ground.
enum class Basis { wmo, jeugdwet, participatiewet, wgs, wvggz, veilig_thuis, vital_interest, consent };

constexpr std::array<Named<Basis>, 8> names_of(Basis) {
  return {{{Basis::wmo, "wmo", "wettelijke taak Wmo", "statutory task (Wmo)"},
           {Basis::jeugdwet, "jeugdwet", "wettelijke taak Jeugdwet", "statutory task (Jeugdwet)"},
           {Basis::participatiewet, "participatiewet", "wettelijke taak Participatiewet",
            "statutory task (Participatiewet)"},
           {Basis::wgs, "wgs", "wettelijke taak schuldhulp (Wgs)", "statutory task, debt counselling (Wgs)"},
           {Basis::wvggz, "wvggz", "verkennend onderzoek Wvggz", "exploratory inquiry (Wvggz)"},
           {Basis::veilig_thuis, "veilig_thuis", "meldrecht Veilig Thuis", "right to report to Veilig Thuis"},
           {Basis::vital_interest, "vital_interest", "vitaal belang", "vital interest"},
           {Basis::consent, "consent", "toestemming", "consent"}}};
}

/// Whether it has to be said why this ground holds: it is no task of the team by itself.
constexpr bool needs_explaining(Basis basis) {
  return basis == Basis::wvggz || basis == Basis::veilig_thuis || basis == Basis::vital_interest ||
         basis == Basis::consent;
}

/// Strict: floor control is hard. Coaching: it is noticed and explained, not refused (R4).
enum class Mode { strict, coaching };

constexpr std::array<Named<Mode>, 2> names_of(Mode) {
  return {{{Mode::strict, "strict", "strikt", "strict"}, {Mode::coaching, "coaching", "oefenend", "coaching"}}};
}

enum class Answer { none, yes, no, later };

constexpr std::array<Named<Answer>, 4> names_of(Answer) {
  return {{{Answer::none, "none", "geen", "none"},
           {Answer::yes, "yes", "ja", "yes"},
           {Answer::no, "no", "nee", "no"},
           {Answer::later, "later", "later", "later"}}};
}

/// Scales of R11. Solution-focused 0-10 [JOO]; participation ladder 1-6 [FIW]; self-reliance per opted-in domain 1-5
/// [ZIL].
enum class Scale { scale_0_10, ladder_1_6, domain_1_5 };

constexpr std::array<Named<Scale>, 3> names_of(Scale) {
  return {{{Scale::scale_0_10, "scale_0_10", "schaalvraag 0-10", "scale question 0-10"},
           {Scale::ladder_1_6, "ladder_1_6", "participatieladder 1-6", "participation ladder 1-6"},
           {Scale::domain_1_5, "domain_1_5", "leefgebied 1-5", "life domain 1-5"}}};
}

/// Range of a goal attainment scale: five points in general use [MIZ], six in Dutch rehabilitation [INS3].
enum class GoalScale { minus2_plus2, minus3_plus2 };

constexpr std::array<Named<GoalScale>, 2> names_of(GoalScale) {
  return {{{GoalScale::minus2_plus2, "-2..+2", "-2 tot +2", "-2 to +2"},
           {GoalScale::minus3_plus2, "-3..+2", "-3 tot +2", "-3 to +2"}}};
}

/// State of a goal or an action.
enum class Done { open, done, partly, not_done };

constexpr std::array<Named<Done>, 4> names_of(Done) {
  return {{{Done::open, "open", "open", "open"},
           {Done::done, "done", "gelukt", "done"},
           {Done::partly, "partly", "deels gelukt", "partly done"},
           {Done::not_done, "not", "niet gelukt", "not done"}}};
}

/// Network-first ladder, in the order of Wmo art. 2.3.2(4) b-e [WMO232] (R9).
enum class Rung { self, network, volunteer, general, customised };

constexpr std::array<Named<Rung>, 5> names_of(Rung) {
  return {{{Rung::self, "self", "zelf", "the resident"},
           {Rung::network, "network", "netwerk", "own network"},
           {Rung::volunteer, "volunteer", "vrijwilliger of buurt", "volunteer or neighbourhood"},
           {Rung::general, "general", "algemene voorziening", "general provision"},
           {Rung::customised, "customised", "maatwerk", "customised service"}}};
}

/// Shells and quadrants of the network circle (Lensink) [INS2].
enum class Shell { intimate, friend_, acquaintance, service };

constexpr std::array<Named<Shell>, 4> names_of(Shell) {
  return {{{Shell::intimate, "intimate", "intimi", "intimates"},
           {Shell::friend_, "friend", "vrienden", "friends"},
           {Shell::acquaintance, "acquaintance", "bekenden", "acquaintances"},
           {Shell::service, "service", "diensten", "services"}}};
}

enum class Quadrant { family, peers, professionals, society };

constexpr std::array<Named<Quadrant>, 4> names_of(Quadrant) {
  return {{{Quadrant::family, "family", "familie", "family"},
           {Quadrant::peers, "peers", "lotgenoten", "peers"},
           {Quadrant::professionals, "professionals", "professionals", "professionals"},
           {Quadrant::society, "society", "samenleving", "society"}}};
}

/// Lines of an ecogram: strength, tension, direction (domain.md 7).
enum class Strength { normal, weak, strong };

constexpr std::array<Named<Strength>, 3> names_of(Strength) {
  return {{{Strength::normal, "normal", "gewoon", "normal"},
           {Strength::weak, "weak", "zwak", "weak"},
           {Strength::strong, "strong", "sterk", "strong"}}};
}

enum class Direction { both, gives, takes };

constexpr std::array<Named<Direction>, 3> names_of(Direction) {
  return {{{Direction::both, "both", "over en weer", "both ways"},
           {Direction::gives, "gives", "geeft", "gives"},
           {Direction::takes, "takes", "ontvangt", "receives"}}};
}

/// Symbols of a genogram: square, circle, and the diamond for non-binary or unknown [RTS1][GES].
enum class Symbol { unknown, woman, man };

constexpr std::array<Named<Symbol>, 3> names_of(Symbol) {
  return {{{Symbol::unknown, "unknown", "anders of onbekend", "other or unknown"},
           {Symbol::woman, "woman", "vrouw", "woman"},
           {Symbol::man, "man", "man", "man"}}};
}

/// Dead and unborn are marked in a genogram [VOK].
enum class Vital { alive, dead, unborn };

constexpr std::array<Named<Vital>, 3> names_of(Vital) {
  return {{{Vital::alive, "alive", "in leven", "alive"},
           {Vital::dead, "dead", "overleden", "deceased"},
           {Vital::unborn, "unborn", "nog niet geboren", "not yet born"}}};
}

/// Lines between parent and child in a genogram: broken for adoption and foster care [RTS1][RTS2].
enum class Descent { birth, adopted, foster };

constexpr std::array<Named<Descent>, 3> names_of(Descent) {
  return {{{Descent::birth, "birth", "geboren", "born"},
           {Descent::adopted, "adopted", "geadopteerd", "adopted"},
           {Descent::foster, "foster", "pleegkind", "fostered"}}};
}

/// Lines between partners in a genogram; a break in the line for what ended [VOK].
enum class Bond { together, ended };

constexpr std::array<Named<Bond>, 2> names_of(Bond) {
  return {{{Bond::together, "together", "samen", "together"}, {Bond::ended, "ended", "uit elkaar", "separated"}}};
}

/// Groups of partners of a team. The first was named most as a present partner, the others as wished for [S4].
enum class PartnerKind { municipality, area, culture, medical, religious, school, other };

constexpr std::array<Named<PartnerKind>, 7> names_of(PartnerKind) {
  return {{{PartnerKind::municipality, "municipality", "gemeente", "municipality"},
           {PartnerKind::area, "area", "wijkpartners", "area partners"},
           {PartnerKind::culture, "culture", "culturele groepen", "cultural groups"},
           {PartnerKind::medical, "medical", "medisch", "medical"},
           {PartnerKind::religious, "religious", "geloofsgemeenschappen", "religious groups"},
           {PartnerKind::school, "school", "scholen", "schools"},
           {PartnerKind::other, "other", "anders", "other"}}};
}

enum class Partnership { present, wished };

constexpr std::array<Named<Partnership>, 2> names_of(Partnership) {
  return {{{Partnership::present, "present", "werken we mee", "we work with"},
           {Partnership::wished, "wished", "willen we mee werken", "we want to work with"}}};
}

enum class Stance { in_favour, against, unsure };

constexpr std::array<Named<Stance>, 3> names_of(Stance) {
  return {{{Stance::in_favour, "for", "voor", "for"},
           {Stance::against, "against", "tegen", "against"},
           {Stance::unsure, "unsure", "twijfel", "unsure"}}};
}

/// The only grounds on which a plan of the circle may be refused (R12) [AFG]: nothing else can be typed.
enum class Ground { none, safety, law };

constexpr std::array<Named<Ground>, 3> names_of(Ground) {
  return {{{Ground::none, "none", "geen", "none"},
           {Ground::safety, "safety", "veiligheid", "safety"},
           {Ground::law, "law", "wet", "law"}}};
}

enum class PlanState { presented, accepted, refused };

constexpr std::array<Named<PlanState>, 3> names_of(PlanState) {
  return {{{PlanState::presented, "presented", "gepresenteerd", "presented"},
           {PlanState::accepted, "accepted", "aangenomen", "accepted"},
           {PlanState::refused, "refused", "niet aangenomen", "refused"}}};
}

}  // namespace casus
