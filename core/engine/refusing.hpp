// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/outcome.hpp"
#include "core/base/text.hpp"
#include "core/base/time.hpp"
#include "core/model/refusal.hpp"
#include "core/text/label.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>

/// How every decider says no: of the case, the team and the meeting.
namespace casus::engine {

using text::gap;
using text::Message;
using text::msg;
using text::way;

/// A refusal with one thing to do now.
Refusal no(std::string name, std::string rule, Message reason, Message remedy);

inline tl::unexpected<Refusal> refuse(std::string name, std::string rule, Message reason, Message remedy) {
  return failure(no(std::move(name), std::move(rule), std::move(reason), std::move(remedy)));
}

/// " Did you mean Noor?", or nothing when none is near.
Message did_you_mean(std::string near);
Message did_you_mean_quoted(std::string near);

/// Refuses because a name could be that of several people.
Refusal which_one(std::string_view typed, const std::vector<std::string_view>& names);

/// Refuses a text that must not be empty.
tl::unexpected<Refusal> empty_text(Message what, std::string rule = "");

/// Refuses what needs a reason; the question asks for it.
tl::unexpected<Refusal> reason_missing(Message question, std::string rule = "");

inline bool blank(std::string_view text) { return trimmed(text).empty(); }

/// What is written down as done lies on a day that has come: nothing for today and before. The remedy asks which day.
std::optional<Refusal> day_not_yet(Date on, Date today, Message remedy, std::string rule = "");

/// Refuses a meeting of less than a quarter of an hour or more than a working day.
std::optional<Refusal> minutes_off(int minutes);

}  // namespace casus::engine
