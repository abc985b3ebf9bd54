// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/report/naming.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string>

/// The parts of the dossier, as data for its template. Every item of a list has all keys that the template asks of it,
/// empty ones too: a key that is not there would be looked up in the lists around it.
namespace casus::report::dossier {

/// The template: headings come from `words`, all else from the parts.
const std::string& page();
nlohmann::json words(Lang lang);
/// Sections leave several empty lines behind each other, and the document a few at its end.
std::string tidy(const std::string& text);

nlohmann::json facts(const Case& state, const Naming& names);
nlohmann::json people_at_table(const Case& state, const Naming& names);
nlohmann::json network(const Case& state, const Naming& names);
nlohmann::json safety(const Case& state, const Naming& names);
nlohmann::json told(const Case& state, const Naming& names);
nlohmann::json endings(const Case& state, const Naming& names);

/// One item for the intake and each phase that was visited, in order of time, with its visits.
nlohmann::json course(const Case& state, const Naming& names);
/// Where soft rules were passed, and why.
nlohmann::json reasons(const Case& state, const Naming& names);

nlohmann::json goals(const Case& state, const Naming& names);
nlohmann::json actions(const Case& state, const Naming& names);
nlohmann::json rungs(const Case& state, const Naming& names);
nlohmann::json decisions(const Case& state, const Naming& names);
nlohmann::json circle_plans(const Case& state, const Naming& names);
nlohmann::json evaluations(const Case& state, const Naming& names);

}  // namespace casus::report::dossier
