// SPDX-License-Identifier: EUPL-1.2
#include "core/report/documents/dossier.hpp"

#include "core/method/vocabulary.hpp"
#include "core/report/documents/dossier_parts.hpp"
#include "core/report/documents/evaluation.hpp"
#include "core/report/documents/plan_scores.hpp"
#include "core/report/pictures/genogram.hpp"
#include "core/report/pictures/network_map.hpp"
#include "core/report/rights_text.hpp"
#include "core/report/term_words.hpp"
#include "core/text/label.hpp"
#include "core/text/message.hpp"
#include "core/text/voice.hpp"

namespace casus::report {

using namespace text::literals;

namespace {

void add_list(page::Page& page, std::string_view heading, const std::vector<std::string>& lines) {
  if (lines.empty()) return;
  page.section(heading);
  page.bullets(lines);
}

std::vector<std::string> files(const Case& state, const Naming& names) {
  std::vector<std::string> lines;
  for (const auto& one : state.files)
    lines.push_back(text::msg("attach.line", "id"_is = one.file.id, "what"_is = one.file.what,
                              "file"_is = one.file.name, "kind"_is = text::label(one.file.kind),
                              "size"_is = text::msg("attach.kilobytes", "number"_is = (one.file.size + 999) / 1000),
                              "who"_is = names.person(one.by), "day"_is = day(date_of(one.at), names.voice()))
                        .in(names.voice()) +
                    changed_mark(state, one.file.id, one, names.voice()));
  return lines;
}

/// What was typed at the table and nobody put in its place: for the team, and nothing that was agreed.
void add_unplaced(page::Page& page, const Case& state, const Naming& names) {
  const auto& voice = names.voice();
  std::vector<std::string> lines;
  for (const auto& it : state.contributions)
    if (it.kind == method::kUnplacedKind && is_shown(state, it))
      lines.push_back(names.words(it) + changed_mark(state, it.id, it, voice) + names.typed_mark(it) + " (" +
                      day(date_of(it.at), voice) + ')');
  if (lines.empty()) return;
  page.section(text::say(voice, "dossier.unplaced"));
  page.paragraph(text::say(voice, "dossier.unplaced_what"));
  page.bullets(lines);
}

std::string privacy_in_words(const Case& state, const text::Voice& voice, dossier::Audience audience) {
  if (audience.resident && state.privacy == Privacy::agreed) return text::say(voice, "extract.privacy_agreed");
  if (audience.resident && state.privacy == Privacy::resident_present)
    return text::say(voice, "extract.privacy_present");
  return label(state.privacy, voice);
}

void add_facts(page::Page& page, const Case& state, const Naming& names, dossier::Audience audience) {
  const auto voice = names.voice();
  const auto add = [&](text::Literal id, std::string_view text) { page.fact(text::say(voice, id), text); };
  const auto on_day = [&](const std::optional<Date>& date) { return date ? day(*date, voice) : ""; };
  add(audience.of("dossier.case", "extract.fact_case"), state.id);
  add(audience.of("case.standing", "extract.fact_standing"), names.standing());
  if (audience.with_safety) add("case.safety", names.safety());
  add(audience.of("dossier.question_presenter", "extract.fact_question"),
      state.question.empty() ? state.question : state.question + changed_mark(state, "question", voice));
  add(audience.of("dossier.hopes", "extract.fact_hopes"), state.hoped_for);
  add(audience.of("dossier.look_back", "extract.fact_look_back"), on_day(state.review_on));
  add(audience.of("case.privacy", "extract.fact_privacy"), privacy_in_words(state, voice, audience));
  add(audience.of("dossier.legal_basis", "extract.fact_legal_basis"), ground_in_words(state, voice));
  add("dossier.why_basis", state.basis_text);
  for (const auto& more : more_bases_in_words(state, voice)) add("dossier.also_on_the_basis_of", more);
  add(audience.of("dossier.purpose_review", "extract.fact_purpose"),
      state.purpose + changed_mark(state, "purpose", voice));
  add(audience.of("case.workflow", "extract.fact_workflow"), names.workflow_name());
  add("dossier.neighbourhood", state.neighbourhood);
  for (const auto& line : reported_in_words(state, voice)) add("dossier.reported", line);
  for (const auto& line : running_in_words(state, names)) add("terms.running", line);
  for (const auto& line : keeping_in_words(state, names, audience.resident))
    add(audience.of("terms.keeping", "extract.fact_keeping"), line);
  if (state.exists()) add("dossier.opened", day(date_of(state.opened_at), voice));
  for (const auto& domain : state.domains)
    add(audience.of("dossier.life_domain_may_scored", "extract.fact_life_domain"),
        domain.domain + ": " + domain.because);
  if (audience.resident) return;  // what lies with the team is told where it says what is left out
  // R15: the lines themselves lie with the team, without a trace to the case.
  if (!state.learning.empty()) add("dossier.learning_lines_team", std::to_string(state.learning.size()));
  if (!state.signals.empty()) add("dossier.signals_area", std::to_string(state.signals.size()));
}

void add_pictures(page::Page& page, const Case& state, bool with_scores, const text::Voice& voice) {
  page.section(text::say(voice, "dossier.network_map"));
  page.figure(network_svg(state, voice));
  if (!state.family.members.empty()) {
    page.section(text::say(voice, "dossier.family_genogram"));
    std::string words;
    for (const auto& line : genogram_in_words(state, voice)) words += line + '\n';
    page.figure(genogram_svg(state, voice), words);
  }
  if (const auto scores = score_series(state, voice); with_scores && !scores.empty()) {
    page.section(text::say(voice, "plan_scores.scores_then_now"));
    page.figure(scores_svg(scores, voice));
  }
}

}  // namespace

void dossier::add_case(page::Page& page, const Case& state, const Naming& names, Audience audience) {
  const auto& voice = names.voice();
  const bool team = !audience.resident;
  add_facts(page, state, names, audience);
  if (team)
    for (const auto& line : names.sources()) page.fact(text::say(voice, "case.method"), line);
  add_people(page, state, names, audience);
  add_safety(page, state, names);
  add_course(page, state, names, audience);
  if (team) add_unplaced(page, state, names);
  add_goals(page, state, names, audience);
  add_actions(page, state, names, audience);
  add_network(page, state, names);
  if (team) add_list(page, text::msg("attach.heading").in(voice), files(state, names));
  add_decisions(page, state, names);
  add_circle_plans(page, state, names);
  add_evaluations(page, state, names);
  add_list(page, team ? text::say(voice, "dossier.told_resident") : text::say(voice, "dossier.what_we_told"),
           told(state, names));
  add_list(page, (team ? text::msg("rights.heading") : text::msg("rights.heading_resident")).in(voice),
           requests_in_words(state, voice));
  add_list(
      page,
      team ? text::say(voice, "dossier.where_we_left_way_working") : text::say(voice, "dossier.where_we_left_our_way"),
      reasons(state, names));
  add_list(page, text::say(voice, "dossier.pauses_closing_reopening"), endings(state, names));
}

page::Page dossier_page(const Case& state, const Definitions& definitions, const text::Voice& voice, const Case* then) {
  page::Page page;
  if (state.stage.life == Life::erased) {
    page.title = text::say(voice, "dossier.case_has_been_erased");
    page.fact(text::say(voice, "dossier.case"), state.id);
    return page;
  }
  const Naming names(state, definitions, voice);
  page.title = state.title.empty() ? state.id : state.title + changed_mark(state, "title", voice);
  for (const auto& line : names.missing()) page.notice(line);
  dossier::add_case(page, state, names, {});
  const bool looks_back = then != nullptr && !state.evaluations.empty();
  if (looks_back) {
    page.section(text::say(voice, "dossier.then_now"));
    page::Page between;
    add_then_and_now(between, state, *then, date_of(then->changed_at), voice);
    page.append(std::move(between), 1);
  }
  add_pictures(page, state, !looks_back, voice);
  return page;
}

page::Page dossier::safety_page(const Case& state, const Definitions& definitions, const text::Voice& voice) {
  const Naming names(state, definitions, voice);
  page::Page page;
  page.section("");
  page.fact(text::say(voice, "case.safety"), names.safety());
  add_safety(page, state, names);
  return page;
}

}  // namespace casus::report
