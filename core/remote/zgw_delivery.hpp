// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/outcome.hpp"
#include "core/remote/zgw_line.hpp"
#include "core/remote/zgw_settings.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string>

namespace casus::remote {

/// What came of handing a case to a register.
struct ZgwDelivered {
  std::string url;     ///< of the case there, as the register calls it
  int made = 0;        ///< resources that were not there
  int changed = 0;     ///< that were otherwise
  int taken_away = 0;  ///< the result of a case that is open again
  int left_there = 0;  ///< roles of the types of the settings that the case has no longer: not taken away
  int left_out = 0;    ///< closings of a case that was opened again before the register heard of them
};

/// Makes a register have what a file has (report::zgw_case), and no more: the case is looked for by its number, what is
/// there already is left, and only what is missing is made. So the same file twice changes nothing, and what broke off
/// is gone on with by handing it over again. `closed`: the type of status that ends a case.
Outcome<ZgwDelivered, ZgwTrouble> deliver(const nlohmann::json& file, const std::string& closed,
                                          const ZgwSettings& settings, const ZgwWorld& world);

}  // namespace casus::remote
