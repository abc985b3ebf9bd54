// SPDX-License-Identifier: EUPL-1.2
#include "core/training/debrief/debrief.hpp"

/// The forms of the talk afterwards, restated in our own words (domain.md 9 and 5.2).
namespace casus::training {

const DebriefGuide& guide_of(DebriefForm form) {
  static const DebriefGuide kPearls{
      DebriefForm::pearls,
      msg("debrief_forms.pearls_eppich_cheng_2015_pea1"),
      {{msg("debrief_forms.setting_stage"), msg("debrief_forms.we_look_back_learn_those")},
       {msg("debrief_forms.reactions"), msg("debrief_forms.one_word_sentence_how_now")},
       {msg("debrief_forms.description"), msg("debrief_forms.tell_three_sentences_only_what")},
       {msg("debrief_forms.analysis"), msg("debrief_forms.choose_two_moments_from_report")},
       {msg("debrief_forms.summary"), msg("debrief_forms.what_do_keep_what_do")}}};
  static const DebriefGuide kKorthagen{
      DebriefForm::korthagen,
      msg("debrief_forms.korthagen_five_phases_njk_edu"),
      {{msg("debrief_forms.action"), msg("debrief_forms.which_moment_play_do_want")},
       {msg("debrief_forms.looking_back"), msg("debrief_forms.what_did_want_feel_think")},
       {msg("debrief_forms.essential_aspects"), msg("debrief_forms.what_matters_most_what_do")},
       {msg("debrief_forms.alternatives"), msg("debrief_forms.name_three_other_ways_odd")},
       {msg("debrief_forms.trial"), msg("debrief_forms.go_back_moment_do_differently")}}};
  static const DebriefGuide kGibbs{
      DebriefForm::gibbs,
      msg("debrief_forms.gibbs_1988_six_steps_gib"),
      {{msg("debrief_forms.description"), msg("debrief_forms.did_what_when_judgement_yet")},
       {msg("debrief_forms.feelings"), msg("debrief_forms.what_went_through_before_during")},
       {msg("debrief_forms.evaluation"), msg("debrief_forms.what_worked_what_did")},
       {msg("debrief_forms.analysis"), msg("debrief_forms.why_did_go_way_which")},
       {msg("debrief_forms.conclusion"), msg("debrief_forms.what_else_could_have_done")},
       {msg("debrief_forms.action_plan"), msg("debrief_forms.what_will_do_next_time")}}};
  switch (form) {
    case DebriefForm::korthagen: return kKorthagen;
    case DebriefForm::gibbs: return kGibbs;
    case DebriefForm::pearls: break;
  }
  return kPearls;
}

}  // namespace casus::training
