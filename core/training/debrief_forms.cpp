// SPDX-License-Identifier: EUPL-1.2
#include "core/training/debrief.hpp"

/// The forms of the talk afterwards, restated in our own words (domain.md 9 and 5.2).
namespace casus::training {

const DebriefGuide& guide_of(DebriefForm form) {
  static const DebriefGuide kPearls{
      DebriefForm::pearls,
      {"PEARLS, Eppich en Cheng 2015 [PEA1][PEA2]; de vragen zijn van ons",
       "PEARLS, Eppich and Cheng 2015 [PEA1][PEA2]; the questions are ours"},
      {{{"De toon zetten", "Setting the stage"},
        {"We kijken terug om te leren. Wie speelde begint; iedereen deed zijn best. Wat wil jij hieruit halen?",
         "We look back to learn. Those who played begin; everybody did their best. What do you want from this?"}},
       {{"Eerste reacties", "Reactions"},
        {"Eén woord of zin: hoe zit je er nu bij?", "One word or sentence: how are you now?"}},
       {{"Wat gebeurde er", "Description"},
        {"Vertel het in drie zinnen, alleen wat je zag en hoorde. Wat speelde er volgens jou?",
         "Tell it in three sentences, only what you saw and heard. What was it about, you think?"}},
       {{"Begrijpen", "Analysis"},
        {"Kies twee momenten uit dit verslag. Wat bracht je ertoe dit te doen, en wat deed het met de ander?",
         "Choose two moments from this report. What made you do this, and what did it do to the other?"}},
       {{"Meenemen", "Summary"},
        {"Wat houd je vast, en wat probeer je morgen? Speel één moment opnieuw, met: terug.",
         "What do you keep, and what do you try tomorrow? Play one moment again, with: back."}}}};
  static const DebriefGuide kKorthagen{
      DebriefForm::korthagen,
      {"Korthagen, vijf fasen [NJK][EDU]; de vragen zijn van ons",
       "Korthagen, five phases [NJK][EDU]; the questions are ours"},
      {{{"Handelen", "Action"},
        {"Welk moment uit het spel wil je bekijken?", "Which moment of the play do you want to look at?"}},
       {{"Terugblikken", "Looking back"},
        {"Wat wilde, voelde, dacht en deed je? En wat wilde, voelde, dacht en deed de ander?",
         "What did you want, feel, think and do? And what did the other want, feel, think and do?"}},
       {{"Waar het om gaat", "Essential aspects"},
        {"Wat is hierin het belangrijkste? Wat zie je vaker gebeuren?",
         "What matters most in this? What do you see happen more often?"}},
       {{"Anders kunnen", "Alternatives"},
        {"Noem drie andere manieren, ook een vreemde. Wat zou elk opleveren?",
         "Name three other ways, an odd one too. What would each bring?"}},
       {{"Uitproberen", "Trial"},
        {"Ga terug naar dat moment en doe het anders. Dat is het begin van een nieuwe ronde.",
         "Go back to that moment and do it differently. That begins a new round."}}}};
  static const DebriefGuide kGibbs{
      DebriefForm::gibbs,
      {"Gibbs 1988, zes stappen [GIB]; de namen van de stappen zijn algemene vakkennis, de vragen zijn van ons",
       "Gibbs 1988, six steps [GIB]; the names of the steps are common knowledge in the field, the questions are ours"},
      {{{"Wat gebeurde er", "Description"},
        {"Wie deed wat, en wanneer? Nog geen oordeel.", "Who did what, and when? No judgement yet."}},
       {{"Gevoel", "Feelings"},
        {"Wat ging er door je heen, vooraf, tijdens en nu?", "What went through you, before, during and now?"}},
       {{"Goed en minder goed", "Evaluation"}, {"Wat werkte? Wat werkte niet?", "What worked? What did not?"}},
       {{"Begrijpen", "Analysis"},
        {"Waardoor liep het zo? Welke zet maakte het verschil?",
         "Why did it go this way? Which move made the difference?"}},
       {{"Besluit", "Conclusion"}, {"Wat had je nog meer kunnen doen?", "What else could you have done?"}},
       {{"Voornemen", "Action plan"},
        {"Wat doe je de volgende keer, en hoe merken wij dat? Probeer het meteen: terug.",
         "What will you do next time, and how will we notice? Try it at once: back."}}}};
  switch (form) {
    case DebriefForm::korthagen: return kKorthagen;
    case DebriefForm::gibbs: return kGibbs;
    case DebriefForm::pearls: break;
  }
  return kPearls;
}

}  // namespace casus::training
