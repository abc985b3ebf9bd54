// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/method/fidelity.hpp"
#include "core/model/case.hpp"
#include "core/report/definitions.hpp"
#include "core/text/voice.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

/// What helps the chair to keep to the method: what to ask now, and afterwards how faithfully it was kept.
namespace casus::report {

/// Each suggestion with its reason and what it is about.
std::string suggestions_text(const method::Findings& ideas, const Case& state, const text::Voice& voice);

/// Whose points these are: "Deze punten zijn van ons; geen bron noemt ze." Without it a count reads as if a source were
/// kept.
std::string whose_points(const method::Fidelity& fidelity, const text::Voice& voice);

/// Per method the items that were kept and not, each with the records that show it; the words of a record that is
/// still hidden are not told. It measures keeping to the method and promises no effect.
std::string fidelity_text(const std::vector<method::MethodKept>& methods, const Case& state,
                          const Definitions& definitions, const text::Voice& voice);
nlohmann::json fidelity_json(const std::vector<method::MethodKept>& methods, const Case& state,
                             const text::Voice& voice);

}  // namespace casus::report
