// SPDX-License-Identifier: EUPL-1.2
#include "cli/pages.hpp"

#include "cli/context.hpp"
#include "core/engine/guidance.hpp"
#include "core/report/case_json.hpp"
#include "core/report/guidance.hpp"
#include "core/report/layout.hpp"
#include "core/report/naming.hpp"
#include "core/report/network_map.hpp"

#include <nlohmann/json.hpp>

/// Pages of one case: the plan, the network, guidance.
namespace casus::cli {
namespace {

using nlohmann::json;

/// The case and some parts of its JSON: one source for what is shown of a case.
json parts(const Case& state, const report::Definitions& definitions, std::initializer_list<const char*> keys) {
  const auto whole = report::case_json(state, definitions);
  json out{{"case", state.id}, {"version", state.version}};
  for (const auto* key : keys)
    if (whole.contains(key)) out[key] = whole.at(key);
  return out;
}

std::string goals_text(const Case& state, Lang lang) {
  std::vector<report::Row> rows;
  for (const auto& goal : state.goals)
    rows.push_back({goal.set.id, goal.set.text, std::string(label(goal.state, lang))});
  if (rows.empty())
    return said(lang,
                {"Nog geen doelen. Zet er een met: casus plan goal {} TEKST\n",
                 "No goals yet. Set one with: casus plan goal {} TEXT\n"},
                state.id);
  return report::table(lang == Lang::nl ? report::Row{"doel", "", "stand"} : report::Row{"goal", "", "state"}, rows);
}

std::string actions_text(const Case& state, Lang lang) {
  std::vector<report::Row> rows;
  for (const auto& action : state.actions)
    rows.push_back({action.plan.id, action.plan.what, state.name_of(action.plan.who, lang),
                    action.plan.by_when ? to_string(*action.plan.by_when) : "-",
                    action.plan.checks.empty() ? "-" : state.name_of(action.plan.checks, lang),
                    action.plan.rung ? std::string(label(*action.plan.rung, lang)) : "-",
                    std::string(label(action.state, lang))});
  if (rows.empty())
    return said(lang,
                {"Nog geen acties. Voeg er een toe met: casus plan action {} TEKST --who ... --by-when ...\n",
                 "No actions yet. Add one with: casus plan action {} TEXT --who ... --by-when ...\n"},
                state.id);
  return report::table(lang == Lang::nl ? report::Row{"actie", "wat", "wie", "voor", "wie kijkt mee", "trede", "stand"}
                                        : report::Row{"action", "what", "who", "by", "who checks", "rung", "state"},
                       rows);
}

}  // namespace

void CasePage::shape(Slots& slots) {
  slots.word("CASE", case_id_, {"nummer van de casus, zoals 2026-001", "id of the case, like 2026-001"});
  slots.option("because", because_,
               {"waarom je kijkt; nodig als je niet aan tafel zit, en wordt vastgelegd",
                "why you look; needed when you are not at the table, and recorded"});
}

int CasePage::run(Context& context) {
  check(context);
  context.require_case(case_id_);
  Sight sight{};
  if (auto refusal = context.service().look(case_id_, {context.who_or_nobody(), part(), because_}, &sight)) {
    service::Answer answer;
    answer.case_id = case_id_;
    answer.refusal = std::move(refusal);
    return context.show(answer);
  }
  return page(context, context.service().open(case_id_), sight);
}

int PlanPage::page(Context& context, const Case& state, Sight) {
  auto& screen = context.screen();
  if (context.json()) {
    screen.json(parts(state, context.definitions(), {"goals", "actions", "decisions", "plans", "review_on"}));
    return kDone;
  }
  screen.text(goals_text(state, context.lang()));
  screen.line();
  screen.text(actions_text(state, context.lang()));
  if (state.review_on)
    screen.line(
        context.say({"\nTerugkijken op {}.", "\nLooking back on {}."}, report::day(*state.review_on, context.lang())));
  return kDone;
}

int NetworkPage::page(Context& context, const Case& state, Sight) {
  if (context.json()) context.screen().json(parts(state, context.definitions(), {"people", "network", "ties"}));
  else context.screen().text(report::network_text(state, context.lang()));
  return kDone;
}

int Suggestions::page(Context& context, const Case& state, Sight) {
  const auto ideas = engine::suggestions(state, context.service().library(), context.now());
  if (!context.json()) {
    context.screen().text(report::suggestions_text(ideas, state, context.lang()));
    return kDone;
  }
  json all = json::array();
  for (const auto& idea : ideas)
    all.push_back({{"rule", idea.rule}, {"text", idea.message.in(context.lang())}, {"proof", idea.proof}});
  context.screen().json({{"case", state.id}, {"version", state.version}, {"suggestions", std::move(all)}});
  return kDone;
}

int FidelityPage::page(Context& context, const Case& state, Sight) {
  const auto methods = engine::fidelity(state, context.service().library());
  if (context.json())
    context.screen().json({{"case", state.id},
                           {"version", state.version},
                           {"methods", report::fidelity_json(methods, state, context.lang())}});
  else context.screen().text(report::fidelity_text(methods, state, context.definitions(), context.lang()));
  return kDone;
}

void NetworkMap::shape(Slots& slots) {
  CasePage::shape(slots);
  slots.option("out", out_, {"bestand om te schrijven; anders het scherm", "file to write; else the screen"});
}

int NetworkMap::page(Context& context, const Case& state, Sight) {
  const auto picture = report::network_svg(state, context.lang());
  if (!out_.empty()) write_file(out_, picture);
  if (context.json()) {
    json document{{"case", state.id}, {"version", state.version}};
    if (out_.empty()) document["svg"] = picture;
    else document["file"] = out_;
    context.screen().json(document);
  } else if (out_.empty()) {
    context.screen().text(picture);
  } else {
    context.screen().line(context.say({"netwerkkaart geschreven: {}", "network map written: {}"}, out_));
  }
  return kDone;
}

}  // namespace casus::cli
