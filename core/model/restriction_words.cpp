// SPDX-License-Identifier: EUPL-1.2
#include "core/model/restriction_words.hpp"

#include "core/text/day_words.hpp"

namespace casus {

using namespace text::literals;
using text::gap;
using text::msg;
using text::way;

text::Message restricted_since(const Case& c) {
  const auto& request = *c.restriction();
  if (request.is_open())
    return msg("rights.restricted_asked", "on"_is = text::day_message(request.asked.on),
               "request"_is = request.asked.id);
  return msg("rights.restricted_granted",
             "on"_is = text::day_message(request.answers.back().on.value_or(request.asked.on)),
             "request"_is = request.asked.id);
}

text::Message while_restricted(const Case& c) {
  const auto& request = *c.restriction();
  if (request.is_open())
    return msg("rights.restricted_answer",
               "answer"_is = way("case answer", "case"_is = c.id, "request"_is = request.asked.id,
                                 "answer"_is = gap("gap.answer")));
  return msg("rights.restricted_lift", "lift"_is = way("case lift", "case"_is = c.id, "request"_is = request.asked.id,
                                                       "told"_is = gap("gap.day"), "because"_is = gap()));
}

}  // namespace casus
