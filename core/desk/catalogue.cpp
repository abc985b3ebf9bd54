// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/catalogue.hpp"

#include <algorithm>
#include <iterator>

namespace casus::desk {

const Entries& catalogue() {
  static const auto all = [] {
    Entries entries;
    for (const auto part :
         {opening_verbs,     show_verbs,         finding_verbs,     mending_verbs,      file_verbs,
          transfer_verbs,    step_verbs,         decision_verbs,    safety_verbs,       ending_verbs,
          plan_verbs,        network_verbs,      asking_verbs,      meeting_verbs,      meeting_run_verbs,
          at_hand_verbs,     meeting_page_verbs, team_verbs,        team_mending_verbs, phrase_verbs,
          sheet_verbs,       area_verbs,         take_out_verbs,    zgw_verbs,          method_verbs,
          making_verbs,      checking_verbs,     trusting_verbs,    vocabulary_verbs,   where_verbs,
          workflow_verbs,    training_verbs,     trainer_verbs,     preview_verbs,      scenario_making_verbs,
          xapi_verbs,        simulate_verbs,     store_verbs,       logboek_verbs,      database_verbs,
          key_verbs,         people_verbs,       team_people_verbs, take_in_verbs,      retention_verbs,
          learn_scan_verbs,  learn_circle_verbs, learn_book_verbs,  learn_own_verbs,    learn_instrument_verbs,
          learn_paper_verbs, learn_course_verbs, course_page_verbs, learn_area_verbs,   team_history_verbs})
      std::ranges::move(part(), std::back_inserter(entries));
    return entries;
  }();
  return all;
}

const std::vector<Group>& all_groups() {
  static const std::vector<Group> all{
      {"case", "catalogue.review_case_from_opening_closing"},
      {"case decide", "catalogue.decisions_first_opinions_before"},
      {"case circle-plan", "catalogue.circles_own_plan"},
      {"case safety", "catalogue.safety_concern_acute_danger"},
      {"plan", "catalogue.goals_actions"},
      {"plan change", "catalogue.change_goal_action"},
      {"network", "catalogue.people_around_resident"},
      {"network family", "catalogue.genogram_family_over_generations"},
      {"meeting", "catalogue.weekly_meeting"},
      {"meeting agenda", "catalogue.change_agenda"},
      {"team", "catalogue.team_settings"},
      {"area", "catalogue.area_signals_focus_points_review"},
      {"team partner", "catalogue.organisations_around_team"},
      {"learn", "learnhelp.learn_group"},
      {"learn scan", "learnhelp.scan_group"},
      {"learn circle", "learnhelp.circle_group"},
      {"learn book", "learnhelp.book_group"},
      {"learn paper", "learnhelp.paper_group"},
      {"learn course", "learnhelp.course_group"},
      {"method", "catalogue.methods"},
      {"workflow", "catalogue.order_phases"},
      {"train", "catalogue.train_made_up_cases"},
      {"store", "catalogue.store_verifying_rebuilding"},
      {"store keys", "catalogue.keep_keys_store"},
      {"completion", "catalogue.completion_tab_key"},
  };
  return all;
}

}  // namespace casus::desk
