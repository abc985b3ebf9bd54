// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/rules.hpp"

namespace casus::engine {

const std::array<Rule, 18>& rules() {
  using enum method::Level;
  static constexpr std::array<Rule, 18> kRules{{
      {"R1", hard, "Elke casus heeft één vraag, van de inbrenger, voordat de bespreking begint.",
       "Each case has one question, the presenter's, before the review begins.", "core/engine/requirements.cpp"},
      {"R2", hard, "Privacy, grondslag en doel staan vast voordat er iets over de casus wordt opgeschreven.",
       "Privacy, legal ground and purpose are set before anything about the case is written.",
       "core/engine/decide_opening.cpp"},
      {"R3", hard, "Er is een gespreksleider, en dat is niet de inbrenger. Een coördinator komt nooit uit het team.",
       "There is a chair, who is not the presenter. A coordinator never comes from the team.",
       "core/engine/decide_opening.cpp"},
      {"R4", hard, "Per stap ligt vast wie er mag spreken. In een oefenende bespreking wordt dat alleen opgemerkt.",
       "Each step says who may speak. In a coaching review this is only noticed.", "core/engine/floor.cpp"},
      {"R5", soft, "Elke stap heeft een tijd. Uitloop wordt genoteerd; niemand wordt afgekapt.",
       "Each step has a time. Running over is noted; nobody is cut off.", "core/engine/decide_steps.cpp"},
      {"R6", soft, "Advies wacht tot de stap die ervoor bedoeld is, ook als het een vraag lijkt.",
       "Advice waits for its step, also when it looks like a question.", "core/engine/floor.cpp"},
      {"R7", soft, "Iedereen krijgt minstens één beurt, of past.", "Everybody gets at least one turn, or passes.",
       "core/engine/requirements.cpp"},
      {"R8", hard, "Een actie zegt wie wat doet, voor wanneer, en wie het nakijkt.",
       "An action says who does what, by when, and who checks it.", "core/engine/decide_plan.cpp"},
      {"R9", soft, "Elke actie heeft een plek op de ladder: eerst zelf en netwerk, daarna pas maatwerk.",
       "Each action has a place on the ladder: the resident and the network first, customised services last.",
       "core/engine/requirements.cpp"},
      {"R10", hard, "Elke casus heeft een dag om terug te kijken.", "Each case has a day to look back.",
       "core/engine/requirements.cpp"},
      {"R11", hard,
       "Een score heeft een onderbouwing en blijft binnen de schaal; een leefgebied scoor je alleen met een reden.",
       "A score has evidence and stays within its scale; a life domain is scored only with a reason.",
       "core/engine/decide_scores.cpp"},
      {"R12", hard, "Een plan van de kring wijs je alleen af om veiligheid of de wet, met uitleg, dezelfde dag.",
       "A plan of the circle is refused only for safety or law, with an explanation, the same day.",
       "core/engine/decide_plan.cpp"},
      {"R13", hard, "In besloten tijd wordt niets vastgelegd.", "In private time nothing is recorded.",
       "core/engine/decide.cpp"},
      {"R14", hard, "Veiligheid is altijd zichtbaar; acute onveiligheid gaat voor elke methode.",
       "Safety is always visible; acute danger comes before every method.", "core/engine/decide.cpp"},
      {"R15", hard, "Leerlijnen en signalen staan los van het dossier, zonder persoonsgegevens.",
       "Learning lines and signals lie apart from the case file, without personal data.", "core/engine/team.cpp"},
      {"R16", soft, "De inwoner hoort wat er besproken is, van wie en wanneer. Op naam is dat verplicht.",
       "The resident is told what was discussed, by whom and when. By name, this is required.",
       "core/engine/requirements.cpp"},
      {"R17", soft, "Bij een zwaar besluit geeft ieder eerst voor zichzelf een mening; andere meningen worden bewaard.",
       "With a heavy decision everybody first gives an opinion of their own; other views are kept.",
       "core/engine/decide_decisions.cpp"},
      {"R18", hard, "Bij elke methode staat waar zij vandaan komt: beschreven, variant of reconstructie.",
       "Each method shows where it comes from: documented, variant or reconstruction.", "core/report/cards.cpp"},
  }};
  return kRules;
}

}  // namespace casus::engine
