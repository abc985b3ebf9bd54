// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/outcome.hpp"
#include "core/base/text.hpp"
#include "core/model/refusal.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>

/// How every decider says no: of the case, the team and the meeting.
namespace casus::engine {

inline Text both(std::string nl, std::string en) { return {std::move(nl), std::move(en)}; }

inline auto refuse(std::string name, std::string rule, Text reason, Text remedy) {
  return failure(Refusal{std::move(name), std::move(rule), std::move(reason), std::move(remedy), {}});
}

/// Refuses a text that must not be empty.
tl::unexpected<Refusal> empty_text(std::string_view what_nl, std::string_view what_en, std::string rule = "");

/// Refuses what needs a reason; the texts ask for it.
tl::unexpected<Refusal> reason_missing(std::string_view nl, std::string_view en);

inline bool blank(std::string_view text) { return trimmed(text).empty(); }

/// Refuses a meeting of less than a quarter of an hour or more than a working day.
std::optional<Refusal> minutes_off(int minutes);

}  // namespace casus::engine
