// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/outcome.hpp"
#include "core/remote/zgw_line.hpp"
#include "core/remote/zgw_settings.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

namespace casus::remote {

/// What came of handing a case to a register.
struct ZgwDelivered {
  std::string url;           ///< of the case there, as the register calls it
  int made = 0;              ///< resources that were not there
  int changed = 0;           ///< that were otherwise
  int taken_away = 0;        ///< the result of a case that is open again
  int roles_taken_away = 0;  ///< that the case has no longer
  int left_there = 0;        ///< such roles that others made, or that the register does not let go
  int left_out = 0;          ///< closings of a case that was opened again before the register heard of them
};

/// By what something there is known to be of this program.
struct ZgwOwn {
  std::string closed;  ///< the type of status that ends a case
  struct Role {
    std::string type;
    std::string about;  ///< what this program tells of it: of others there is something else there, or nothing
  };
  std::vector<Role> roles;
};

/// Makes a register have what a file has (report::zgw_case), and no more: the case is looked for by its number, what is
/// there already is left, and only what is missing is made; a role of somebody who left or was erased is taken away,
/// when it was made here. So the same file twice changes nothing, and what broke off is gone on with by handing it over
/// again.
Outcome<ZgwDelivered, ZgwTrouble> deliver(const nlohmann::json& file, const ZgwOwn& own, const ZgwSettings& settings,
                                          const ZgwWorld& world);

}  // namespace casus::remote
