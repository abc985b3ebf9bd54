// SPDX-License-Identifier: EUPL-1.2
#include "core/web/meeting/agreeing.hpp"

#include "core/desk/desk.hpp"
#include "core/desk/forms/form.hpp"
#include "core/text/label.hpp"
#include "core/web/layout.hpp"
#include "core/web/meeting/parts.hpp"
#include "core/web/visit.hpp"

#include <algorithm>
#include <utility>

namespace casus::web {
namespace {

using text::say;

Html folded_form(const Visit& visit, const std::string& what, const std::string& words, const Html& inside,
                 const Fields* typed) {
  const auto keep = button(say(visit.lang, "web.keep"), "do", what, "first", words);
  return el(
      "details", {{"id", what}, {"open", typed != nullptr && typed->get("do") == what}},
      el("summary", words) + table_form(visit, "/lead", what + "-form", inside + el("div", {{"class", "row"}}, keep)));
}

/// Who can do something: those at the table first, then the resident and whoever else is known of the case.
std::vector<std::string> who_can(const std::vector<std::string>& people, const desk::KnownInCase* known) {
  auto all = people;
  for (const auto& one : known == nullptr ? std::vector<desk::FormChoice>() : known->around)
    if (std::ranges::find(all, one.label) == all.end()) all.push_back(one.label);
  return all;
}

/// What an action may have besides, as a line at a terminal and its form in the case have it, and what going on may
/// wait for: the rung of the ladder (R9), a first small step, for which goal, and how it comes again.
Html more_of_action(const desk::Desk& desk, const desk::KnownInCase* known, const Fields* typed, Lang lang) {
  const auto was = [&](const char* field) { return typed == nullptr ? std::string() : typed->get(field); };
  const auto called = [&](std::string_view field) { return desk::field_label("plan action", field, desk.voice()); };
  std::vector<std::pair<std::string, std::string>> rungs{{"", say(lang, "web.choose")}};
  for (const auto& one : names_of(Rung{})) rungs.emplace_back(std::string(one.key), label(one.value, lang));
  auto fields = select({"action-rung", "rung", called("rung"), was("rung")}, rungs) +
                tick("action-first-step", "first-step", "1", called("first-step"), !was("first-step").empty());
  if (known != nullptr && !known->goals.empty()) {
    std::vector<std::pair<std::string, std::string>> goals{{"", say(lang, "web.choose")}};
    for (const auto& one : known->goals) goals.emplace_back(one.key, one.label);
    fields += select({"action-goal", "goal", called("goal"), was("goal")}, goals);
  }
  fields += input({"action-repeats", "repeats", called("repeats"), was("repeats")});
  const bool open = !(was("rung") + was("first-step") + was("goal") + was("repeats")).empty();
  return el("details", {{"id", "action-more"}, {"open", open}}, el("summary", say(lang, "web.more_fields")) + fields);
}

}  // namespace

Html agreeing(const Visit& visit, const desk::Desk& desk, const service::Table& table,
              const std::vector<std::string>& people, const desk::KnownInCase* known, const Fields* typed) {
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
          select({"action-name", "name", say(lang, "web.who"), was("action", "name")},
                 names_to_choose(who_can(people, known), lang)) +
          input({"action-day", "day", say(lang, "web.by_when"), was("action", "day"), {}, false, {}, "date"}) +
          select({"action-checks", "checks", say(lang, "web.who_checks"), was("action", "checks")},
                 names_to_choose(people, lang)) +
          more_of_action(desk, known, typed != nullptr && typed->get("do") == "action" ? typed : nullptr, lang),
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
  if (what == "goal") return SetGoal{{.text = words, .resident_words = visit.fields.has("own_words")}};
  if (what == "action") {
    return AddAction{{.what = words,
                      .who = visit.fields.get("name"),
                      .by_when = day,
                      .checks = visit.fields.get("checks"),
                      .rung = from_key<Rung>(visit.fields.get("rung")),
                      .first_step = visit.fields.has("first-step"),
                      .goal = visit.fields.get("goal"),
                      .repeats = visit.fields.get("repeats")}};
  }
  if (what != "review" || !day) return std::nullopt;
  return SetReview{{.on = *day}};
}

}  // namespace casus::web
