// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/report/history/naming.hpp"
#include "core/text/voice.hpp"

#include <nlohmann/json_fwd.hpp>

/// What the resident asked for under the law, and on which grounds a case is worked in, as somebody reads it.
namespace casus::report {

/// "r1: inzage (AVG 15), gevraagd op 2 maart 2026; antwoord uiterlijk 2 april 2026", one line each.
std::vector<std::string> requests_in_words(const Case& state, const text::Voice& voice);
nlohmann::json requests_json(const Case& state);

/// "wettelijke taak schuldhulp (Wgs), voor: de schulden regelen": the grounds beside the one of the case.
std::vector<std::string> more_bases_in_words(const Case& state, const text::Voice& voice);
nlohmann::json more_bases_json(const Case& state);

}  // namespace casus::report
