// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/page/page.hpp"
#include "core/report/history/naming.hpp"
#include "core/text/message.hpp"

#include <string>
#include <string_view>
#include <vector>

/// The parts of the dossier. Each adds its section to the page, and nothing when there is nothing to say.
namespace casus::report::dossier {

/// Whom the paper speaks to: it is about the resident, or it speaks to the resident.
struct Audience {
  bool resident = false;
  bool with_safety = true;  ///< else nothing says whether there is a concern

  /// Of two messages the one for who reads it.
  text::Literal of(text::Literal team, text::Literal to_resident) const { return resident ? to_resident : team; }
};

/// All parts, in their order. To a resident without how sure the method is.
void add_case(page::Page& page, const Case& state, const Naming& names, Audience audience);

void add_people(page::Page& page, const Case& state, const Naming& names, Audience audience);
void add_safety(page::Page& page, const Case& state, const Naming& names);
/// Where safety stands, what was reported, and the steps of the meldcode that were taken, as a page of its own.
page::Page safety_page(const Case& state, const Definitions& definitions, const text::Voice& voice);
void add_network(page::Page& page, const Case& state, const Naming& names);
/// A section for the intake and for each phase that was visited, in order of time, with its visits. To a resident
/// without the method and the minutes that were planned.
void add_course(page::Page& page, const Case& state, const Naming& names, Audience audience);
/// Where soft rules were passed, and why.
std::vector<std::string> reasons(const Case& state, const Naming& names);

void add_goals(page::Page& page, const Case& state, const Naming& names, Audience audience);
/// To a resident without the rungs.
void add_actions(page::Page& page, const Case& state, const Naming& names, Audience audience);
void add_decisions(page::Page& page, const Case& state, const Naming& names);
void add_circle_plans(page::Page& page, const Case& state, const Naming& names);
void add_evaluations(page::Page& page, const Case& state, const Naming& names);

std::vector<std::string> told(const Case& state, const Naming& names);
std::vector<std::string> endings(const Case& state, const Naming& names);

}  // namespace casus::report::dossier
