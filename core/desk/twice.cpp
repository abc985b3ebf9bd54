// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/twice.hpp"

#include "core/desk/reading.hpp"

namespace casus::desk {

using namespace text::literals;

std::optional<text::Message> said_twice(Desk& desk, const service::Answer& answer) {
  using text::msg;
  using text::way;
  const auto twice = stands_twice(desk, answer);
  if (!twice.other_case.empty())
    return msg("mending.case_twice", "other"_is = twice.other_case,
               "erase"_is = way("case erase", "case"_is = answer.case_id, "because"_is = msg("mending.because_twice"),
                                "with"_is = text::gap("gap.name")));
  const auto withdraw = way("case withdraw", "case"_is = answer.case_id, "ref"_is = twice.record,
                            "because"_is = msg("mending.because_twice"));
  if (!twice.open_action.empty())
    return msg("mending.action_twice", "action"_is = twice.open_action, "withdraw"_is = withdraw);
  if (!twice.record.empty()) return msg("mending.recorded_twice", "withdraw"_is = withdraw);
  if (twice.so_already) return msg("mending.so_already");
  return std::nullopt;
}

}  // namespace casus::desk
