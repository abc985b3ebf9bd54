// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/verbs/case/pages.hpp"

#include "core/desk/catalogue.hpp"
#include "core/desk/file_endings.hpp"
#include "core/desk/learning/learning_due.hpp"
#include "core/desk/reading.hpp"
#include "core/desk/typed/answers.hpp"
#include "core/desk/verbs/case/export.hpp"
#include "core/engine/explain/guidance.hpp"
#include "core/engine/mending/looking_back.hpp"
#include "core/engine/remarks/remarks.hpp"
#include "core/report/case_json.hpp"
#include "core/report/documents/evaluation.hpp"
#include "core/report/documents/plan_page.hpp"
#include "core/report/guidance.hpp"

#include <nlohmann/json.hpp>

/// Pages of one case: the plan, the network, guidance.
namespace casus::desk {

using nlohmann::json;

json parts_of_case(const Case& state, const report::Definitions& definitions, std::initializer_list<const char*> keys) {
  const auto whole = report::case_json(state, definitions);
  json out{{"case", state.id}, {"version", state.version}};
  for (const auto* key : keys)
    if (whole.contains(key)) out[key] = whole.at(key);
  return out;
}

LookedBackOn looked_back_on(Desk& desk, const Case& state) {
  const auto history = history_of(desk, state);
  const auto day = engine::looks_back_to(history);
  return {engine::as_of(state.id, history, day), day};
}

void CasePage::shape(Slots& slots) {
  slots.word("CASE", case_id_, "help.id_case_like_2026_001");
  slots.option("because", because_, "help.why_look_needed_when_table");
}

void CasePage::run(Desk& desk, Reply& reply) {
  if (!check(desk, reply)) return;
  const auto reading = read(desk, case_id_, part(), because_, goes_to());
  if (reading) {
    page(desk, reply, reading->state(), reading->sight);
    // Nothing was kept of a reason that was not needed.
    if (reading->sight == Sight::reason && !desk.json())
      for (const auto& remark : engine::of_look(reading->state(), because_))
        reply.error(remark_line(remark, desk.voice()), Tone::warning);
    return;
  }
  show_refused(desk, reply, case_id_, reading.error());
}

void PaperPage::shape(Slots& slots) {
  CasePage::shape(slots);
  slots.option("format", format_, "help.text_markdown_html");
  slots.output("out", out_, "help.file_write_else_screen");
}

void PaperPage::page(Desk& desk, Reply& reply, const Case& state, Sight sight) {
  if (sight == Sight::resident && part() == CasePart::dossier) return show_extract(desk, reply, state);
  read_by(sight);
  if (desk.json()) {
    json all{{"case", state.id}, {"version", state.version}};
    all.update(document(desk, state));
    if (!out_.empty()) {
      all["file"] = out_.path;
      const auto bytes = printed(paper(desk, state), format_, desk.voice());
      require_ending(desk, out_, ending_of(bytes));
      write_file(desk, out_, bytes);
    }
    return reply.json(all);
  }
  const auto made = paper(desk, state);
  if (out_.empty() && format_ == PageFormat::text) return reply.page(made);
  const auto bytes = printed(made, format_, desk.voice());
  if (out_.empty()) return reply.text(bytes);
  require_ending(desk, out_, ending_of(bytes));
  write_file(desk, out_, bytes);
  reply.line(desk.say("pages.written", "path"_is = out_.path));
}

void PlanPage::shape(Slots& slots) {
  PaperPage::shape(slots);
  slots.option("for", reader_, "help.team_resident");
}

void PlanPage::read_by(Sight sight) {
  of_circle_ = sight == Sight::circle;
  if (sight == Sight::resident || of_circle_) reader_ = Audience::resident;
}

std::string PlanPage::self(Desk& desk, const Case& state) {
  const auto* person = state.person(desk.who_or_nobody());
  return person == nullptr ? "nobody" : person->id;
}

page::Page PlanPage::paper(Desk& desk, const Case& state) {
  if (reader_ == Audience::resident) {
    const auto team = desk.service().team().value_or(Team{});
    if (of_circle_)
      return report::plan_page_for_circle(state, self(desk, state), desk.voice(),
                                          {team.name, team.phone, desk.today()});
    return report::plan_page_for_resident(state, desk.voice(), {team.name, team.phone, desk.today()});
  }
  return report::plan_page(state, desk.today(), desk.voice());
}

json PlanPage::document(Desk& desk, const Case& state) {
  if (of_circle_) {
    json own{{"for", "circle"}};
    own.update(report::plan_json_for_circle(state, self(desk, state)));
    return own;
  }
  json out{{"for", key(reader_)}};
  if (reader_ == Audience::resident) {
    out.update(report::plan_json_for_resident(state));
    return out;
  }
  out.update(parts_of_case(state, desk.definitions(),
                           {"goals", "goal_scores", "actions", "agreed", "decisions", "plans", "review_on"}));
  out.update(report::plan_json(state, desk.today(), desk.voice()));
  return out;
}

page::Page PlanCheck::paper(Desk& desk, const Case& state) {
  return report::plan_check_page(state, desk.today(), desk.voice());
}

json PlanCheck::document(Desk& desk, const Case& state) {
  return {{"remarks", report::plan_json(state, desk.today(), desk.voice()).at("remarks")}};
}

page::Page EvaluationPage::paper(Desk& desk, const Case& state) {
  const auto then = looked_back_on(desk, state);
  return report::evaluation_page(state, then.state, then.day, desk.voice());
}

json EvaluationPage::document(Desk& desk, const Case& state) {
  const auto then = looked_back_on(desk, state);
  return report::evaluation_json(state, then.state, then.day);
}

void Suggestions::page(Desk& desk, Reply& reply, const Case& state, Sight) {
  const auto ideas = engine::suggestions(state, desk.service().library(), desk.now());
  if (!desk.json()) {
    reply.text(report::suggestions_text(ideas, state, desk.voice()));
    for (const auto& sentence : agreed_sentences(desk))
      reply.line(desk.voice().say("learn.due.team_agreement", "sentence"_is = sentence));
    return;
  }
  json all = json::array();
  for (const auto& idea : ideas)
    all.push_back({{"rule", idea.rule}, {"text", idea.message.in(desk.voice())}, {"proof", idea.proof}});
  reply.json({{"case", state.id},
              {"version", state.version},
              {"suggestions", std::move(all)},
              {"team_agreements", agreed_sentences(desk)}});
}

void FidelityPage::page(Desk& desk, Reply& reply, const Case& state, Sight) {
  const auto methods = engine::fidelity(state, desk.service().library());
  if (desk.json())
    reply.json({{"case", state.id},
                {"version", state.version},
                {"methods", report::fidelity_json(methods, state, desk.voice())}});
  else reply.text(report::fidelity_text(methods, state, desk.definitions(), desk.voice()));
}

}  // namespace casus::desk
