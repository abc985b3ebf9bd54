// SPDX-License-Identifier: EUPL-1.2
#include "core/web/meeting/agreeing.hpp"

#include "core/web/layout.hpp"
#include "core/web/meeting/parts.hpp"
#include "core/web/visit.hpp"

#include <utility>

namespace casus::web {
namespace {

using text::say;

Html folded_form(const Visit& visit, const std::string& what, std::string words, const Html& inside,
                 const Fields* typed) {
  return el(
      "details", {{"id", what}, {"open", typed != nullptr && typed->get("do") == what}},
      el("summary", std::move(words)) +
          table_form(visit, "/lead", what + "-form",
                     inside + el("div", {{"class", "row"}}, button(say(visit.lang, "web.keep"), "do", what, "first"))));
}

}  // namespace

Html agreeing(const Visit& visit, const service::Table& table, const std::vector<std::string>& people,
              const Fields* typed) {
  const auto lang = visit.lang;
  const auto was = [&](const char* what, const char* field) {
    return typed != nullptr && typed->get("do") == what ? typed->get(field) : std::string();
  };
  Field goal{"goal-text", "text", say(lang, "web.goal_what"), was("goal", "text")};
  goal.required = true;
  goal.draft = table.case_id + " goal";
  auto all = folded_form(
      visit, "goal", say(lang, "web.goal"),
      input(goal) + tick("goal-own", "own_words", "1", say(lang, "web.goal_own"), !was("goal", "own_words").empty()),
      typed);
  Field what{"action-text", "text", say(lang, "web.action_what"), was("action", "text")};
  what.required = true;
  what.draft = table.case_id + " action";
  all += folded_form(
      visit, "action", say(lang, "web.action"),
      input(what) +
          select({"action-name", "name", say(lang, "web.who"), was("action", "name")}, names_to_choose(people, lang)) +
          input({"action-day", "day", say(lang, "web.by_when"), was("action", "day"), {}, false, {}, "date"}) +
          select({"action-checks", "checks", say(lang, "web.who_checks"), was("action", "checks")},
                 names_to_choose(people, lang)),
      typed);
  return all +
         folded_form(
             visit, "review", say(lang, "web.review"),
             input({"review-day", "day", say(lang, "web.review_when"), was("review", "day"), {}, true, {}, "date"}),
             typed);
}

std::optional<CommandBody> agreed_in(const Visit& visit) {
  const auto& what = visit.fields.get("do");
  const auto& words = visit.fields.get("text");
  const auto day = date_from(visit.fields.get("day"));
  if (what == "goal") {
    SetGoal goal;
    goal.text = words;
    goal.resident_words = visit.fields.has("own_words");
    return goal;
  }
  if (what == "action") {
    AddAction action;
    action.what = words;
    action.who = visit.fields.get("name");
    action.checks = visit.fields.get("checks");
    action.by_when = day;
    return action;
  }
  if (what != "review" || !day) return std::nullopt;
  SetReview review;
  review.on = *day;
  return review;
}

}  // namespace casus::web
