// SPDX-License-Identifier: EUPL-1.2
#include "cli/pages.hpp"

#include "cli/context.hpp"
#include "cli/export.hpp"
#include "core/engine/guidance.hpp"
#include "core/engine/looking_back.hpp"
#include "core/report/case_json.hpp"
#include "core/report/documents/evaluation.hpp"
#include "core/report/documents/plan_page.hpp"
#include "core/report/guidance.hpp"

#include <nlohmann/json.hpp>

/// Pages of one case: the plan, the network, guidance.
namespace casus::cli {

using nlohmann::json;

json parts_of_case(const Case& state, const report::Definitions& definitions, std::initializer_list<const char*> keys) {
  const auto whole = report::case_json(state, definitions);
  json out{{"case", state.id}, {"version", state.version}};
  for (const auto* key : keys)
    if (whole.contains(key)) out[key] = whole.at(key);
  return out;
}

LookedBackOn looked_back_on(Context& context, const Case& state) {
  const auto history = context.service().history(state.id);
  const auto day = engine::looks_back_to(history);
  return {engine::as_of(state.id, history, day), day};
}

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

void PaperPage::shape(Slots& slots) {
  CasePage::shape(slots);
  slots.option("format", format_, {"tekst, Markdown of HTML", "text, Markdown or HTML"});
  slots.output("out", out_, {"bestand om te schrijven; anders het scherm", "file to write; else the screen"});
}

int PaperPage::page(Context& context, const Case& state, Sight sight) {
  if (sight == Sight::resident && part() == CasePart::dossier) return show_extract(context, state);
  read_by(sight);
  auto& screen = context.screen();
  if (context.json()) {
    json all{{"case", state.id}, {"version", state.version}};
    all.update(document(context, state));
    if (!out_.empty()) all["file"] = out_.path;
    if (out_.empty()) {
      screen.json(all);
      return kDone;
    }
    write_file(context, out_, shown_as(paper(context, state), context.lang()));
    screen.json(all);
    return kDone;
  }
  const auto bytes = shown_as(paper(context, state), context.lang());
  if (out_.empty()) {
    screen.text(bytes);
    return kDone;
  }
  write_file(context, out_, bytes);
  screen.line(context.say({"geschreven: {}", "written: {}"}, out_.path));
  return kDone;
}

std::string PaperPage::shown_as(const page::Page& page, Lang lang) const {
  switch (format_) {
    case PageFormat::markdown: return page::page_markdown(page);
    case PageFormat::html: return page::page_html(page, lang);
    case PageFormat::text: break;
  }
  return page::page_text(page);
}

void PlanPage::shape(Slots& slots) {
  PaperPage::shape(slots);
  slots.option("for", reader_, {"voor het team, of in gewone taal voor de inwoner", "for the team or the resident"});
}

void PlanPage::read_by(Sight sight) {
  if (sight == Sight::resident || sight == Sight::circle) reader_ = Audience::resident;
}

page::Page PlanPage::paper(Context& context, const Case& state) {
  if (reader_ == Audience::resident) return report::plan_page_for_resident(state, context.lang());
  return report::plan_page(state, context.today(), context.lang());
}

json PlanPage::document(Context& context, const Case& state) {
  json out{{"for", key(reader_)}};
  if (reader_ == Audience::resident) {
    out.update(report::plan_json_for_resident(state));
    return out;
  }
  out.update(parts_of_case(state, context.definitions(),
                           {"goals", "goal_scores", "actions", "agreed", "decisions", "plans", "review_on"}));
  out.update(report::plan_json(state, context.today()));
  return out;
}

page::Page PlanCheck::paper(Context& context, const Case& state) {
  return report::plan_check_page(state, context.today(), context.lang());
}

json PlanCheck::document(Context& context, const Case& state) {
  return {{"remarks", report::plan_json(state, context.today()).at("remarks")}};
}

page::Page EvaluationPage::paper(Context& context, const Case& state) {
  const auto then = looked_back_on(context, state);
  return report::evaluation_page(state, then.state, then.day, context.lang());
}

json EvaluationPage::document(Context& context, const Case& state) {
  const auto then = looked_back_on(context, state);
  return report::evaluation_json(state, then.state, then.day);
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

}  // namespace casus::cli
