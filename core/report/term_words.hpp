// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/report/history/naming.hpp"
#include "core/workflow/terms.hpp"

#include <nlohmann/json_fwd.hpp>

/// The terms of law in a case, as somebody reads them: never one without its law.
namespace casus::report {

/// On what ground the case uses data (R2), or that none was asked, as it is about the work of colleagues.
std::string ground_in_words(const Case& state, const text::Voice& voice);

/// "6 weken vanaf de melding".
std::string term_length(const workflow::Term& term, const text::Voice& voice);

/// "Wmo 2015: onderzoek klaar uiterlijk 13 april 2026", one line for each term that runs from a report.
std::vector<std::string> running_in_words(const Case& state, const Naming& names);

/// "Jeugdwet: dossier bewaren, 20 jaar vanaf het einde van de hulp", one line for each that belongs to a ground of the
/// case; of a closed case until which day. A ground of which the workflow says nothing has what the law says; to the
/// resident without the lists in which municipalities keep it.
std::vector<std::string> keeping_in_words(const Case& state, const Naming& names, bool to_resident = false);

/// The day of the report of each ground that has one, with its law where there are several.
std::vector<std::string> reported_in_words(const Case& state, const text::Voice& voice);

/// Running and keeping, for programs: term, basis, law, source, and the day on which it ends when that is known.
nlohmann::json terms_json(const Case& state, const Naming& names);

}  // namespace casus::report
