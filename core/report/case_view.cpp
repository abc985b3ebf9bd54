// SPDX-License-Identifier: EUPL-1.2
#include "core/report/case_view.hpp"

#include "core/base/json_fields.hpp"
#include "core/page/safe_text.hpp"
#include "core/report/case_json.hpp"
#include "core/report/rights_text.hpp"
#include "core/report/step_words.hpp"
#include "core/text/message.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace casus::report {

using nlohmann::json;

namespace {

constexpr std::size_t kShort = 150;

std::string shortened(std::string_view text) { return page::clipped(page::one_line(text), kShort); }

std::string at_table(const Case& state, const Naming& names) {
  std::string out;
  for (const auto& person : state.people) {
    if (!person.at_table()) continue;
    std::string roles;
    for (const auto role : person.roles) roles += (roles.empty() ? "" : ", ") + std::string(label(role, names.lang()));
    out += fmt::format("{}{} ({})", out.empty() ? "" : "; ", names.person(person.id), roles);
  }
  return out;
}

class View {
 public:
  View(const Case& state, const Definitions& definitions, Lang lang)
      : state_(state), definitions_(definitions), lang_(lang), names_(state, definitions, lang) {}

  page::Page page() {
    if (state_.stage.life == Life::erased) {
      page_.title =
          fmt::format(fmt::runtime(word("Casus {} is gewist. Er is niets meer van te lezen. Wie dat deed, met "
                                        "wie en waarom, staat bij wie er keek.",
                                        "Case {} has been erased. Nothing of it can be read. Who did that, "
                                        "with whom and why stands with who looked.")),
                      state_.id);
      return std::move(page_);
    }
    page_.title = fmt::format("{} {}: {}{}", word("Casus", "Case"), state_.id, state_.title,
                              changed_mark(state_, "title", lang_));
    case_properties(state_, definitions_, names_).onto(page_);
    for (const auto& line : names_.missing()) page_.notice(line);
    step();
    round();
    actions();
    requests();
    return std::move(page_);
  }

 private:
  std::string word(std::string_view nl, std::string_view en) const { return std::string(pick(lang_, nl, en)); }

  void fact(std::string_view nl, std::string_view en, std::string_view text) { page_.fact(pick(lang_, nl, en), text); }

  void step() {
    const auto* visit = state_.here();
    if (visit == nullptr) {
      if (state_.stage.life == Life::intake)
        page_.paragraph(word("De bespreking is nog niet begonnen. Verder gaat het met: casus case next ",
                             "The review has not begun yet. To go on: casus case next ") +
                        state_.id);
      return;
    }
    page_.section(fmt::format("{}: {}", word("Deze stap", "This step"), names_.step_name(*visit))).close = true;
    const auto* definition = names_.method(visit->method);
    const auto* step = names_.step(*visit);
    if (step == nullptr) {
      if (visit->planned_minutes > 0) fact("Tijd", "Time", minutes(visit->planned_minutes, lang_));
      return;
    }
    fact("Wie praat", "Who speaks", floor_in_words(*definition, step->floor, lang_));
    fact("Tijd", "Time", minutes_in_words(*step, lang_));
    fact("Past hier", "Fits here", kinds_in_words(*definition, *step, lang_));
    if (step->advice_locked)
      fact("Let op", "Note",
           word("nog geen advies, ook niet als vraag verpakt", "no advice yet, not in the guise of a question either"));
    if (!step->records.empty())
      fact("Vastleggen", "Write down", step->records.in(lang_) + mark_note(step->records.mark, lang_));
    std::vector<std::string> prompts;
    for (const auto& prompt : step->prompts) prompts.push_back(prompt.in(lang_) + mark_note(prompt.mark, lang_));
    page_.quote(prompts);
    if (!step->done_when.empty()) page_.paragraph(word("Voor je verdergaat:", "Before you go on:"));
    for (const auto& requirement : step->done_when) page_.bullet(requirement_in_words(requirement, lang_));
  }

  bool in_round(const Made& made) const {
    const auto visit = static_cast<std::size_t>(made.visit);
    return made.visit < 0 ? state_.round == 1
                          : visit < state_.visits.size() && state_.visits[visit].round == state_.round;
  }

  /// What was recorded in this round, in short; the dossier has it whole.
  void round() {
    page::Page recorded;
    recorded.section(fmt::format("{} {}", word("Vastgelegd in ronde", "Recorded in round"), state_.round)).close = true;
    std::size_t hidden = 0;
    std::map<std::int64_t, std::pair<int, std::string>> said;  // by event: the visit, and the line
    for (const auto& one : state_.contributions) {
      if (!in_round(one)) continue;
      if (!is_shown(state_, one)) {
        ++hidden;
        continue;
      }
      said[one.event] = {one.visit, fmt::format("{}, {}: {}{}", names_.person(one.by), names_.kind_name(one),
                                                shortened(one.text), changed_mark(state_, one.id, one, lang_))};
    }
    for (const auto& one : state_.taken_back)
      if (!one.kind.empty() && in_round(one)) said[one.event] = {one.visit, names_.taken_back(one)};
    int last = -2;
    for (const auto& [event, line] : said) {
      if (line.first != last && line.first >= 0)
        recorded.paragraph(names_.step_name(state_.visits[static_cast<std::size_t>(line.first)]));
      last = line.first;
      recorded.bullet(line.second);
    }
    for (const auto& one : state_.scores)
      if (in_round(one))
        recorded.bullet(fmt::format("{}, {}: {}. {}{}", names_.person(one.by), label(one.given.scale, lang_),
                                    one.given.value, shortened(one.given.evidence),
                                    changed_mark(state_, one.given.id, one, lang_)));
    for (const auto& one : state_.goals)
      if (in_round(one))
        recorded.bullet(fmt::format("{} ({}): {}{}", word("doel", "goal"), label(one.state, lang_),
                                    shortened(one.set.text), changed_mark(state_, one.set.id, one, lang_)));
    for (const auto& one : state_.decisions)
      if (in_round(one))
        recorded.bullet(fmt::format("{}: {} {}{}", word("besluit", "decision"), one.raised.question,
                                    one.taken ? one.taken->outcome : word("(nog niet genomen)", "(not taken yet)"),
                                    changed_mark(state_, one.raised.id, one, lang_)));
    for (const auto& one : state_.taken_back)
      if (one.kind.empty() && in_round(one)) recorded.bullet(names_.taken_back(one));
    if (hidden > 0)
      recorded.bullet(
          fmt::format(fmt::runtime(hidden == 1 ? word("{} bijdrage is verborgen tot deze stap klaar is",
                                                      "{} contribution is hidden until this step is over")
                                               : word("{} bijdragen zijn verborgen tot deze stap klaar is",
                                                      "{} contributions are hidden until this step is over")),
                      hidden));
    if (!recorded.sections.front().blocks.empty()) page_.append(std::move(recorded));
  }

  void actions() {
    std::vector<const Action*> open;
    for (const auto& action : state_.actions)
      if (action.state == Done::open) open.push_back(&action);
    if (open.empty()) return;
    // An action without a day comes last.
    std::ranges::stable_sort(open, [](const Action* a, const Action* b) {
      return a->plan.by_when && (!b->plan.by_when || *a->plan.by_when < *b->plan.by_when);
    });
    std::vector<page::Row> rows;
    for (const auto* action : open)
      rows.push_back({action->plan.id, action->plan.what + changed_mark(state_, action->plan.id, *action, lang_),
                      action->plan.who.empty() ? "" : names_.person(action->plan.who), due(action->plan, lang_),
                      action->plan.checks.empty() ? "" : names_.person(action->plan.checks)});
    page_.section(word("Open acties", "Open actions"));
    page_.table(
        {word("Nr", "No"), word("Wat", "What"), word("Wie", "Who"), word("Voor", "By"), word("Kijkt na", "Checks")},
        rows);
  }

  void requests() {
    if (state_.requests.empty()) return;
    page_.section(text::msg("rights.heading").in(lang_));
    page_.bullets(requests_in_words(state_, lang_));
  }

  const Case& state_;
  const Definitions& definitions_;
  Lang lang_;
  Naming names_;
  page::Page page_;
};

json methods_json(const Case& state, const Definitions& definitions) {
  auto methods = json::object();
  for (const auto phase : kAllPhases) {
    const auto& pin = state.method(phase);
    auto one = fields::write(pin);
    const auto* definition = definitions.method(pin);
    one["name"] = definition == nullptr ? json() : text_or_null(definition->name);
    one["status"] = definition == nullptr ? json() : json(key(definition->status));
    methods[std::string(key(phase))] = std::move(one);
  }
  return methods;
}

json workflow_json(const Case& state, const Naming& names) {
  auto workflow = fields::write(state.workflow);
  const auto* flow = names.workflow();
  workflow["name"] = flow == nullptr ? json() : text_or_null(flow->name);
  return workflow;
}

}  // namespace

page::Properties case_properties(const Case& state, const Definitions& definitions, const Naming& names) {
  const auto lang = names.lang();
  const auto word = [&](std::string_view nl, std::string_view en) { return std::string(pick(lang, nl, en)); };
  page::Properties out;
  out.add({{"id", state.id}, {"version", state.version}, {"title", state.title}});
  out.add({{"life", key(state.stage.life)}, {"phase", key(state.stage.phase)}, {"round", state.round}},
          word("Stand", "Standing"), names.standing());
  out.add({{"safety", key(state.stage.safety)}, {"meldcode_step", state.stage.meldcode_step}},
          word("Veiligheid", "Safety"), names.safety());
  out.add({{"question", state.question}}, word("Vraag", "Question"),
          state.question.empty() ? word("nog geen vraag gesteld", "no question asked yet")
                                 : state.question + changed_mark(state, "question", lang));
  out.add({{"hoped_for", state.hoped_for}}, word("Hoopt op", "Hopes for"), state.hoped_for);
  out.add({{"review_on", fields::write(state.review_on)}}, word("Terugkijken", "Look back"),
          state.review_on ? day(*state.review_on, lang) : word("nog geen dag gekozen", "no day chosen yet"));
  out.add({{"privacy", key(state.privacy)}, {"basis", key(state.basis)}}, word("Privacy", "Privacy"),
          fmt::format("{}; {}", label(state.privacy, lang), label(state.basis, lang)));
  for (const auto& more : more_bases_in_words(state, lang)) out.add({}, word("Ook", "Also"), more);
  out.add({{"more_bases", more_bases_json(state)}, {"requests", requests_json(state)}});
  out.add({{"basis_text", state.basis_text},
           {"purpose", state.purpose},
           {"neighbourhood", state.neighbourhood},
           {"reported_on", fields::write(state.reported_on)},
           {"opened_at", to_string(state.opened_at)},
           {"changed_at", to_string(state.changed_at)}});
  out.add({{"methods", methods_json(state, definitions)}});
  for (const auto& source : names.sources()) out.add({}, word("Methode", "Method"), source);
  out.add({{"workflow", workflow_json(state, names)}, {"mode", key(state.mode)}}, word("Werkwijze", "Workflow"),
          fmt::format("{}, {}", names.workflow_name(), label(state.mode, lang)));
  out.add({{"people", people_json(state)}}, word("Aan tafel", "At the table"), at_table(state, names));
  return out;
}

page::Page case_page(const Case& state, const Definitions& definitions, Lang lang) {
  return View(state, definitions, lang).page();
}

}  // namespace casus::report
