// SPDX-License-Identifier: EUPL-1.2
#include "core/report/history/taken_back_words.hpp"

#include <algorithm>
#include <array>

namespace casus::report {

using text::msg;

namespace {

struct What {
  std::string_view type;
  text::Literal words;
};

constexpr std::array<What, 41> kWhat{{
    {"QuestionAsked", "mending.what_question"},
    {"PlaceAsked", "mending.what_place"},
    {"TurnPassed", "mending.what_pass"},
    {"DomainOptedIn", "mending.what_domain"},
    {"Scored", "mending.what_score"},
    {"LearningCounted", "mending.what_learning"},
    {"SignalCounted", "mending.what_signal"},
    {"GoalSet", "mending.what_goal"},
    {"GoalChanged", "mending.what_goal_changed"},
    {"GoalScored", "mending.what_goal_scored"},
    {"ActionAdded", "mending.what_action"},
    {"ActionChanged", "mending.what_action_changed"},
    {"ActionFinished", "mending.what_action_finished"},
    {"ActionMoved", "mending.what_action_moved"},
    {"PlanAgreed", "mending.what_plan_agreed"},
    {"DecisionRaised", "mending.what_decision"},
    {"OpinionGiven", "mending.what_opinion"},
    {"DecisionTaken", "mending.what_decision_taken"},
    {"PlanPresented", "mending.what_plan_presented"},
    {"PlanAnswered", "mending.what_plan_answered"},
    {"ReviewSet", "mending.what_review"},
    {"ResidentTold", "mending.what_told"},
    {"Evaluated", "mending.what_evaluation"},
    {"NamedForNetwork", "mending.what_named"},
    {"NetworkPersonAdded", "mending.what_network"},
    {"PersonAsked", "mending.what_asked"},
    {"TieAdded", "mending.what_tie"},
    {"TieEnded", "mending.what_tie_ended"},
    {"NetworkLeft", "mending.what_network_left"},
    {"FamilyMemberPlaced", "mending.what_family"},
    {"ParentLinked", "mending.what_parent"},
    {"PartnersLinked", "mending.what_partners"},
    {"FamilyCut", "mending.what_family_cut"},
    {"PersonNamed", "mending.what_name"},
    {"PersonsMerged", "mending.what_merged"},
    {"FileAttached", "mending.what_file"},
    {"RightAsked", "mending.what_request"},
    {"RightAnswered", "mending.what_answer"},
    {"RestrictionLifted", "mending.what_lifted"},
    {"BasisAdded", "mending.what_basis"},
    {"BasisDropped", "mending.what_basis_dropped"},
}};

}  // namespace

text::Message taken_back_words(const TakenBack& mark) {
  const auto found = std::ranges::find(kWhat, mark.type, &What::type);
  auto what = found == kWhat.end() ? msg("mending.what_line") : msg(found->words);
  // Ids of records are typed, and so are shown; a person is called by name, and the case has one title.
  const bool numbered = mark.ref.size() > 1 &&
                        std::string_view("abdgrs").find(mark.ref.front()) != std::string_view::npos &&
                        mark.ref[1] >= '0' && mark.ref[1] <= '9';
  return numbered ? msg("mending.what_ref", "what"_is = std::move(what), "ref"_is = mark.ref) : what;
}

}  // namespace casus::report
