// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/refusing.hpp"

#include "core/text/day_words.hpp"

namespace casus::engine {

Refusal no(std::string name, std::string rule, Message reason, Message remedy) {
  Refusal refusal{.name = std::move(name), .rule = std::move(rule), .reason = std::move(reason)};
  if (!remedy.empty()) refusal.remedies.push_back({std::move(remedy)});
  return refusal;
}

Refusal which_one(std::string_view typed, const std::vector<std::string_view>& names) {
  return no("WhichOne", "", msg("identity.which_one", "name"_is = typed, "names"_is = joined(names)),
            msg("identity.which_one_do"));
}

Message did_you_mean(std::string near) {
  return near.empty() ? Message() : msg("refuse.did_you_mean", "near"_is = std::move(near));
}

Message did_you_mean_quoted(std::string near) {
  return near.empty() ? Message() : msg("refuse.did_you_mean_quoted", "near"_is = std::move(near));
}

tl::unexpected<Refusal> empty_text(Message what, std::string rule) {
  return refuse("EmptyText", std::move(rule), msg("refuse.empty_text", "what"_is = std::move(what)),
                msg("refuse.empty_text_do"));
}

tl::unexpected<Refusal> reason_missing(Message question, std::string rule) {
  return refuse("ReasonMissing", std::move(rule), std::move(question), msg("refuse.reason_missing_do"));
}

std::optional<Refusal> day_not_yet(Date on, Date today, Message remedy, std::string rule) {
  if (on <= today) return std::nullopt;
  return no("DayNotYet", std::move(rule), msg("refuse.day_not_yet", "on"_is = text::day_message(on)),
            std::move(remedy));
}

std::optional<Refusal> minutes_off(int minutes) {
  if (minutes >= 15 && minutes <= 480) return std::nullopt;
  return no("MinutesOff", "", msg("meeting.minutes_off", "minutes"_is = minutes), msg("meeting.minutes_off_do"));
}

}  // namespace casus::engine
