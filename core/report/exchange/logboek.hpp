// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/access.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>

/// That somebody looked at a case, as a line of the Dutch standard for logging what is done with data (Logboek
/// Dataverwerkingen, Logius): that it was done, when, with whose data and for what activity; never by whom, as that
/// standard asks, and no word of the case.
namespace casus::report {

/// Whether it can name an activity in a register: a whole URI (RFC 3986).
bool names_activity(std::string_view uri);

struct LoggedLook {
  std::string trace;    ///< 32 hexadecimal digits: of this look
  std::string span;     ///< 16: of the line
  std::string subject;  ///< pseudonym of whose data it was; empty: nobody's any more
  CasePart part{};
  Time at{};
};

/// One line, with `activity` as the register of activities calls it.
nlohmann::json logboek_line(const LoggedLook& look, const std::string& activity);

}  // namespace casus::report
