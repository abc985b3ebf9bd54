// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/remarks/after_the_fact.hpp"

#include "core/engine/decide/deciding.hpp"
#include "core/engine/refusing.hpp"
#include "core/model/access.hpp"
#include "core/text/day_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <type_traits>
#include <variant>

namespace casus::engine {

namespace {

/// The day that a command says; of a case the one on which it was reported.
std::optional<Date> day_said(const CommandBody& body) {
  return std::visit(
      [](const auto& c) -> std::optional<Date> {
        using C = std::decay_t<decltype(c)>;
        constexpr bool dated = std::is_same_v<C, TellResident> || std::is_same_v<C, AskRight> ||
                               std::is_same_v<C, AnswerRight> || std::is_same_v<C, TakeMeldcodeStep> ||
                               std::is_same_v<C, LiftRestriction> || std::is_same_v<C, AgreePlan>;
        if constexpr (dated) return c.on;
        else if constexpr (std::is_same_v<C, OpenCase>) return c.reported_on;
        else return std::nullopt;
      },
      body);
}

text::Message what_is_left_to_do(const Case& c, Right right) {
  switch (right) {
    case Right::access:
      return msg("remark.granted_access", "export"_is = way("case export", "case"_is = c.id, "for"_is = "resident"));
    case Right::rectification:
      return msg("remark.granted_rectification", "correct"_is = way("case correct", "case"_is = c.id, "ref"_is = gap(),
                                                                    "text"_is = gap(), "because"_is = gap()));
    case Right::erasure:
      return msg("remark.granted_erasure",
                 "erase"_is = way("case erase", "case"_is = c.id, "because"_is = gap(), "with"_is = gap("gap.name")),
                 "destroy"_is = way("case destroy", "case"_is = c.id, "ref"_is = gap(), "ground"_is = gap()));
    case Right::objection:
      return msg("remark.granted_objection", "close"_is = way("case close", "case"_is = c.id, "because"_is = gap()));
    case Right::restriction: break;
  }
  return {};
}

}  // namespace

std::optional<Remark> long_past(const Command& command) {
  const auto on = day_said(command.body);
  if (!on || *on >= date_of(command.at) - std::chrono::years(1)) return std::nullopt;
  return Remark{"", msg("remark.long_past", "on"_is = text::day_message(*on))};
}

std::optional<Remark> granted_only(const Case& before, const Command& command) {
  const auto* answer = std::get_if<AnswerRight>(&command.body);
  if (answer == nullptr || (answer->answer != RightAnswer::granted && answer->answer != RightAnswer::partly))
    return std::nullopt;
  const auto asked =
      std::ranges::find_if(before.requests, [&](const auto& it) { return it.asked.id == answer->request; });
  if (asked == before.requests.end()) return std::nullopt;
  auto what = what_is_left_to_do(before, asked->asked.right);
  if (what.empty()) return std::nullopt;
  return Remark{fmt::format("AVG {}", article_of(asked->asked.right)), std::move(what)};
}

std::optional<Remark> age_of_youth(const Case& before, const Command& command) {
  const auto* asked = std::get_if<AskRight>(&command.body);
  const auto* by = asked == nullptr ? nullptr : before.person(command.by);
  if (by == nullptr || asked->age || !works_in_case(*by)) return std::nullopt;
  const auto grounds = before.grounds();
  if (std::ranges::find(grounds, Basis::jeugdwet, &GroundSince::basis) == grounds.end()) return std::nullopt;
  return Remark{"",
                msg("remark.age_of_youth", "correct"_is = way("case correct", "case"_is = before.id,
                                                              "ref"_is = next_id(before, 'r', before.requests.size()),
                                                              "set"_is = gap("gap.age_set"), "because"_is = gap()))};
}

}  // namespace casus::engine
