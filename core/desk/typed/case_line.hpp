// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/service/service.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace casus::desk {

class Desk;

/// Where a case of a list stands: "Analyse: Luisteren · zorg over veiligheid".
std::string standing(Desk& desk, const service::CaseLine& line);

/// A day that the law sets for a case of a list.
struct LegalDay {
  Date on{};
  std::string law;      ///< "Wmo 2015", "AVG 15"; empty for a term without a law of its own
  std::string what;     ///< "Wmo 2015: onderzoek klaar", "inzage"
  std::string request;  ///< id of what the resident asked for; empty for a term
};
/// What the resident waits for an answer to, then of each law the terms that are still to come, or the last that is
/// over; the first day first. Of a closed case only what was asked.
std::vector<LegalDay> legal_days(Desk& desk, const service::CaseLine& line);
std::vector<LegalDay> legal_days(Desk& desk, const Case& state);
/// "Wmo 2015: 9 maart 2026, 13 april 2026; inzage (r1): 2 april 2026", with days as `written` writes them: never a day
/// without its law or its request.
std::string in_words(const std::vector<LegalDay>& days, const std::function<std::string(Date)>& written);

/// As people know the method: its id where it is not on this machine.
std::string method_called(Desk& desk, const std::string& id);

/// The next day of an action; not the day on which a request must be answered, which the index has in one column.
std::optional<Date> action_day(const service::CaseLine& line);

}  // namespace casus::desk
