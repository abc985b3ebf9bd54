// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/team/team.hpp"

#include <nlohmann/json.hpp>

namespace casus::desk {

/// A line of learning or a signal; the form only where somebody filled in something.
inline nlohmann::json team_line_json(const TeamLine& line) {
  nlohmann::json out = {{"id", line.id},
                        {"changed", line.changed},
                        {"text", line.text},
                        {"theme", line.theme},
                        {"neighbourhood", line.neighbourhood},
                        {"on", to_string(line.on)}};
  if (!line.form.since.empty()) out["since"] = line.form.since;
  if (!line.form.seen_by.empty()) out["seen_by"] = line.form.seen_by;
  if (!line.form.agenda.empty()) out["agenda"] = line.form.agenda;
  return out;
}

}  // namespace casus::desk
