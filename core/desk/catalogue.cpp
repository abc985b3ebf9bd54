// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/catalogue.hpp"

#include <algorithm>
#include <iterator>

namespace casus::desk {

const Entries& catalogue() {
  static const auto all = [] {
    Entries entries;
    for (const auto part :
         {opening_verbs,     show_verbs,        finding_verbs,  mending_verbs,      file_verbs,    step_verbs,
          decision_verbs,    safety_verbs,      ending_verbs,   plan_verbs,         network_verbs, asking_verbs,
          meeting_verbs,     meeting_run_verbs, at_hand_verbs,  meeting_page_verbs, team_verbs,    team_mending_verbs,
          phrase_verbs,      area_verbs,        take_out_verbs, method_verbs,       making_verbs,  checking_verbs,
          workflow_verbs,    training_verbs,    simulate_verbs, store_verbs,        key_verbs,     people_verbs,
          team_people_verbs, retention_verbs})
      std::ranges::move(part(), std::back_inserter(entries));
    return entries;
  }();
  return all;
}

const std::vector<Group>& all_groups() {
  static const std::vector<Group> all{
      {"case", {"een casus bespreken, van openen tot afsluiten", "review a case, from opening to closing"}},
      {"case decide", {"besluiten, met eerste meningen vooraf", "decisions, with first opinions before"}},
      {"case circle-plan", {"het eigen plan van de kring", "the circle's own plan"}},
      {"case safety", {"zorg over veiligheid en acuut gevaar (meldcode)", "safety concern and acute danger"}},
      {"plan", {"doelen en acties", "goals and actions"}},
      {"plan change", {"een doel of actie aanpassen", "change a goal or an action"}},
      {"network", {"de mensen om de inwoner heen", "the people around the resident"}},
      {"network family", {"het genogram: de familie over generaties", "the genogram: the family over generations"}},
      {"meeting", {"het wekelijkse overleg, van agenda tot verslag", "the weekly meeting"}},
      {"meeting agenda", {"de agenda aanpassen", "change the agenda"}},
      {"team", {"het team en zijn instellingen", "the team and its settings"}},
      {"area", {"de wijk: signalen, speerpunten, de gebiedsanalyse", "the area: signals, focus points, the review"}},
      {"team partner", {"de organisaties om het team heen", "the organisations around the team"}},
      {"method", {"de methoden die er zijn", "the methods there are"}},
      {"workflow", {"de volgorde van de fasen", "the order of the phases"}},
      {"train", {"oefenen met verzonnen casussen", "train with made-up cases"}},
      {"store", {"het register: controleren en herstellen", "the store: verifying and rebuilding"}},
      {"store keys", {"de sleutels van het register bewaren", "keep the keys of the store"}},
      {"completion", {"aanvullen met de tab-toets", "completion with the tab key"}},
  };
  return all;
}

}  // namespace casus::desk
