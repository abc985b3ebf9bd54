// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/case.hpp"
#include "core/report/exchange/zgw_types.hpp"
#include "core/text/voice.hpp"

#include <nlohmann/json_fwd.hpp>

#include <cstddef>
#include <string>
#include <vector>

/// A case for a municipality's register of cases (ZGW: Zaken API 1.5.1 and Documenten API 1.5.0 of VNG Realisatie).
namespace casus::report {

/// The standard has room for no more.
inline constexpr std::size_t kMostZgwIdentification = 40;

/// What the case is called there.
std::string zgw_identification(const ZgwTypes& types, const std::string& case_id);

/// Who writes it, and when.
struct ZgwMaker {
  std::string team;  ///< may be empty
  Time now{};
};

/// {"standaard", "zaak", "statussen", "rollen", "resultaat", "informatieobjecten", "zaakinformatieobjecten"}: each as
/// the standard has it when it is read, the document as it is handed in. They point at each other by urn:uuid, which
/// stay the same from one time to the next; a register that takes them in gives addresses of its own.
///
/// Where the case was and when, who deals with it, and the plan as the resident gets it. Nothing that was said, no
/// title, no question. Names are those of a role alone: who owns the case and the resident; in the plan all others are
/// left out, and of a case without names everybody is.
nlohmann::json zgw_case(const Case& state, const ZgwTypes& types, const ZgwMaker& maker, const text::Voice& voice);

/// A role as it is written in such a file, whoever has it: its type, and what is told of it in this voice.
struct ZgwRoleMark {
  std::string type;
  std::string about;
};
std::vector<ZgwRoleMark> zgw_role_marks(const ZgwTypes& types, const text::Voice& voice);

}  // namespace casus::report
