// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/context.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string>

/// What came of a command, for people and for programs.
namespace casus::cli {

/// {"id","case","ok":true,"version","events":[names]} or {"ok":false,"refused":{...}} or {"ok":false,"conflict":{...}};
/// `repeated` when it was done before.
nlohmann::json answer_json(const service::Answer& answer, Lang lang);
/// The same for a meeting, with "meeting" where a case has "case".
nlohmann::json answer_json(const service::MeetingAnswer& answer, Lang lang);
nlohmann::json refusal_json(const Refusal& refusal, Lang lang);
nlohmann::json missing_json(const std::vector<Missing>& missing, Lang lang);

template <class Given>
int exit_of(const Given& answer) {
  if (answer.refusal) return kRefused;
  return answer.conflict ? kConflict : kDone;
}

/// "- <what> (moet, R7); <who>", one line each.
std::string missing_lines(const std::vector<Missing>& missing, Lang lang);

/// What happened, with who did it: "Noor (vraag): ...", "Noor zette Daan aan tafel: teamlid". `state` is the case
/// after.
std::string told(Context& context, const Event& event, const Case& state);

/// What, why with the rule, what to do.
void print_refusal(Context& context, const Refusal& refusal);

}  // namespace casus::cli
