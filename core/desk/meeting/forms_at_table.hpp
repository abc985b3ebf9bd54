// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/desk/call.hpp"
#include "core/desk/words/line.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace casus::desk {

class Desk;

/// What a table writes down that has no form made for it: verbs of the catalogue, so that a face without lines to type
/// can do what is typed at the others.
struct TableForm {
  std::string_view path;     ///< in the catalogue
  bool of_somebody;          ///< it is asked who gives it; else it is who leads
  bool for_team;             ///< its text goes to the team, and a case only counts it (R15)
  bool short_form;           ///< few fields, each of which matters
  bool of_decision = false;  ///< it points at a decision that is not taken yet
  bool leads_on = false;     ///< one of the ways on from here: going on step by step ends at this point
};

/// Those that fit at this moment. `table`: of the case at hand; nullptr between cases, where only the team is written
/// to. None in private time (R13).
std::vector<TableForm> forms_at_table(const service::Table* table);

/// What such a form holds, as a thing to take (`GuidedMeeting::take`). What it lacks is asked, as `Unsure`; so is a
/// form that does not fit here. `by`: who gives it; empty: who leads.
Meant meant_by_form(Desk& desk, const Wish& wish, const std::string& by, const service::Table* table);

}  // namespace casus::desk
