// SPDX-License-Identifier: EUPL-1.2
#include "core/report/documents/dossier.hpp"

#include "core/report/documents/dossier_parts.hpp"
#include "core/report/documents/evaluation.hpp"
#include "core/report/documents/plan_scores.hpp"
#include "core/report/pictures/genogram.hpp"
#include "core/report/pictures/network_map.hpp"
#include "core/report/rights_text.hpp"
#include "core/text/label.hpp"
#include "core/text/message.hpp"

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
                              "who"_is = names.person(one.by), "day"_is = day(date_of(one.at), names.lang()))
                        .in(names.lang()) +
                    changed_mark(state, one.file.id, one, names.lang()));
  return lines;
}

void add_facts(page::Page& page, const Case& state, const Naming& names, bool with_safety) {
  const auto lang = names.lang();
  const auto add = [&](std::string_view nl, std::string_view en, std::string_view text) {
    page.fact(pick(lang, nl, en), text);
  };
  const auto on_day = [&](const std::optional<Date>& date) { return date ? day(*date, lang) : ""; };
  add("Casus", "Case", state.id);
  add("Stand", "Standing", names.standing());
  if (with_safety) add("Veiligheid", "Safety", names.safety());
  add("Vraag van de inbrenger", "Question of the presenter",
      state.question.empty() ? state.question : state.question + changed_mark(state, "question", lang));
  add("Hoopt te bereiken", "Hopes for", state.hoped_for);
  add("Terugkijken op", "Look back on", on_day(state.review_on));
  add("Privacy", "Privacy", label(state.privacy, lang));
  add("Grondslag", "Legal basis", label(state.basis, lang));
  add("Waarom deze grondslag", "Why this basis", state.basis_text);
  for (const auto& more : more_bases_in_words(state, lang)) add("Ook op grond van", "Also on the basis of", more);
  add("Doel van de bespreking", "Purpose of the review", state.purpose + changed_mark(state, "purpose", lang));
  add("Werkwijze", "Workflow", names.workflow_name());
  add("Wijk", "Neighbourhood", state.neighbourhood);
  add("Gemeld op", "Reported on", on_day(state.reported_on));
  if (state.exists()) add("Geopend op", "Opened on", day(date_of(state.opened_at), lang));
  for (const auto& domain : state.domains)
    add("Leefgebied dat mee mag doen", "Life domain that may be scored", domain.domain + ": " + domain.because);
  // R15: the lines themselves lie with the team, without a trace to the case.
  if (!state.learning.empty())
    add("Leerlijnen voor het team", "Learning lines for the team", std::to_string(state.learning.size()));
  if (!state.signals.empty())
    add("Signalen voor de wijk", "Signals for the area", std::to_string(state.signals.size()));
}

void add_pictures(page::Page& page, const Case& state, bool with_scores, Lang lang) {
  page.section(pick(lang, "Netwerkkaart", "Network map"));
  page.figure(network_svg(state, lang));
  if (!state.family.members.empty()) {
    page.section(pick(lang, "Genogram", "Genogram"));
    page.figure(genogram_svg(state, lang));
  }
  if (const auto scores = score_series(state, lang); with_scores && !scores.empty()) {
    page.section(pick(lang, "Cijfers, toen en nu", "Scores, then and now"));
    page.figure(scores_svg(scores, lang));
  }
}

}  // namespace

void dossier::add_case(page::Page& page, const Case& state, const Naming& names, Audience audience) {
  const auto lang = names.lang();
  const bool team = !audience.resident;
  add_facts(page, state, names, audience.with_safety);
  if (team)
    add_list(page, pick(lang, "Hoe zeker is de methode?", "How well documented is the method?"), names.sources());
  add_people(page, state, names, audience);
  add_safety(page, state, names);
  add_course(page, state, names);
  add_goals(page, state, names);
  add_actions(page, state, names);
  add_network(page, state, names);
  add_list(page, pick(lang, "Familie (genogram)", "Family (genogram)"), genogram_in_words(state, lang));
  if (team) add_list(page, text::msg("attach.heading").in(lang), files(state, names));
  add_decisions(page, state, names);
  add_circle_plans(page, state, names);
  add_evaluations(page, state, names);
  add_list(page,
           team ? pick(lang, "Verteld aan de inwoner", "Told to the resident")
                : pick(lang, "Wat wij u verteld hebben", "What we told you"),
           told(state, names));
  add_list(page, (team ? text::msg("rights.heading") : text::msg("rights.heading_resident")).in(lang),
           requests_in_words(state, lang));
  add_list(
      page,
      team ? pick(lang, "Waar we van de werkwijze afweken, en waarom", "Where we left the way of working, and why")
           : pick(lang, "Waar wij van onze werkwijze afweken, en waarom", "Where we left our way of working, and why"),
      reasons(state, names));
  add_list(page, pick(lang, "Pauzes, afsluiten en heropenen", "Pauses, closing and reopening"), endings(state, names));
}

page::Page dossier_page(const Case& state, const Definitions& definitions, Lang lang, const Case* then) {
  page::Page page;
  if (state.stage.life == Life::erased) {
    page.title = pick(lang, "Deze casus is gewist", "This case has been erased");
    page.fact(pick(lang, "Casus", "Case"), state.id);
    return page;
  }
  const Naming names(state, definitions, lang);
  page.title = state.title.empty() ? state.id : state.title + changed_mark(state, "title", lang);
  for (const auto& line : names.missing()) page.notice(line);
  dossier::add_case(page, state, names, {});
  const bool looks_back = then != nullptr && !state.evaluations.empty();
  if (looks_back) {
    page.section(pick(lang, "Toen en nu", "Then and now"));
    page::Page between;
    add_then_and_now(between, state, *then, date_of(then->changed_at), lang);
    page.append(std::move(between), 1);
  }
  add_pictures(page, state, !looks_back, lang);
  return page;
}

}  // namespace casus::report
