// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/service/service.hpp"
#include "core/text/label.hpp"

#include <utility>
#include <vector>

namespace casus::service {

/// "2026-014: presenter, 2 actions".
inline text::Message still_has_words(const Service::StillHas& one) {
  std::vector<text::Message> what;
  for (const auto role : one.roles) what.emplace_back(text::label(role));
  if (one.actions > 0) what.push_back(text::msg("team.has_actions", "count"_is = one.actions));
  return text::msg("team.has_in_case", "case"_is = one.case_id, "what"_is = text::Message::listed(std::move(what)));
}

}  // namespace casus::service
