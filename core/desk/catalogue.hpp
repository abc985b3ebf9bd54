// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/desk/verb.hpp"

#include <memory>
#include <string_view>
#include <vector>

/// All that can be asked for at any face, by its path: a noun and a verb.
namespace casus::desk {

/// A verb in the catalogue. What can be given with it, its slots say.
struct Entry {
  std::string_view path;  ///< "case say", "case safety concern"
  Words about;
  Words example;  ///< a line that can be typed, without "casus "
  std::unique_ptr<Verb> (*fresh)();
};

template <class V>
std::unique_ptr<Verb> fresh() {
  return std::make_unique<V>();
}

using Entries = std::vector<Entry>;

/// The verbs that every face has, in the order of help; a face may have some of its own beside them.
const Entries& catalogue();

/// The nouns, and the verbs that have verbs of their own, with what they are about.
struct Group {
  std::string_view path;
  Words about;
};
const std::vector<Group>& all_groups();

Entries opening_verbs();
Entries step_verbs();
Entries decision_verbs();
Entries safety_verbs();
Entries ending_verbs();
Entries file_verbs();          ///< attach, file
Entries team_mending_verbs();  ///< team correct, withdraw, restore, destroy
Entries mending_verbs();       ///< correct, withdraw, undo, destroy, move-to
Entries show_verbs();
Entries finding_verbs();  ///< today, case find
Entries plan_verbs();
Entries network_verbs();
Entries meeting_verbs();       ///< plan, show, list, the agenda by hand
Entries meeting_run_verbs();   ///< start to finish
Entries meeting_page_verbs();  ///< minutes, time
Entries asking_verbs();        ///< meeting ask
Entries at_hand_verbs();       ///< meeting say, pass, next, back
Entries team_verbs();
Entries team_history_verbs();  ///< team history
Entries area_verbs();          ///< and the team's paper
Entries take_out_verbs();      ///< case import, team calendar, team export
Entries zgw_verbs();           ///< case zgw, team zgw
Entries sheet_verbs();         ///< team sheet
Entries phrase_verbs();        ///< team phrases, phrase
Entries method_verbs();
Entries making_verbs();      ///< method new, play
Entries checking_verbs();    ///< method check
Entries trusting_verbs();    ///< method trust
Entries vocabulary_verbs();  ///< method words
Entries where_verbs();       ///< method where
Entries workflow_verbs();
Entries training_verbs();         ///< train list, check, debrief, branch
Entries trainer_verbs();          ///< train judge, overrule, remark, retract, inject
Entries preview_verbs();          ///< train preview
Entries scenario_making_verbs();  ///< train new
Entries xapi_verbs();             ///< train xapi
Entries store_verbs();
Entries logboek_verbs();           ///< store logboek
Entries database_verbs();          ///< store prepare, migrate, teams, copy
Entries key_verbs();               ///< store keys save, restore
Entries retention_verbs();         ///< store retention
Entries transfer_verbs();          ///< case transfer, take-over, received, call-back
Entries people_verbs();            ///< case handover, same, request, answer
Entries team_people_verbs();       ///< team rename, handover, leave, name, close, reopen
Entries take_in_verbs();           ///< team take-in
Entries learn_instrument_verbs();  ///< learn instruments, instrument, check
Entries learn_scan_verbs();
Entries learn_circle_verbs();
Entries learn_paper_verbs();
Entries learn_course_verbs();
Entries course_page_verbs();  ///< learn course show, sheet, mine, topics, fill, calendar
Entries learn_area_verbs();   ///< area begin, figure, voice, point, next, asks, show
Entries learn_book_verbs();
Entries learn_own_verbs();  ///< learn goal, evidence, review, log, mine
Entries simulate_verbs();

}  // namespace casus::desk
