// SPDX-License-Identifier: EUPL-1.2
#include "core/report/case_view_text.hpp"

#include "core/page/layout.hpp"
#include "core/page/safe_text.hpp"
#include "core/report/naming.hpp"
#include "core/report/step_words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::report {

namespace {

constexpr std::size_t kShort = 150;

class View {
 public:
  View(const Case& state, const Definitions& definitions, Lang lang)
      : state_(state), lang_(lang), names_(state, definitions, lang) {}

  std::string text() {
    head();
    if (state_.stage.life == Life::erased) return out_;
    for (const auto& line : names_.missing()) out_ += '\n' + page::paragraph("! ", line);
    step();
    round();
    actions();
    return out_;
  }

 private:
  std::string word(std::string_view nl, std::string_view en) const { return std::string(pick(lang_, nl, en)); }

  void line(std::string_view nl, std::string_view en, std::string_view text) {
    out_ += page::field(pick(lang_, nl, en), text);
  }

  void head() {
    if (state_.stage.life == Life::erased) {
      out_ += page::paragraph(
          "", fmt::format(fmt::runtime(word("Casus {} is gewist. Er is niets meer van te lezen. Wie dat "
                                            "deed, met wie en waarom, staat bij wie er keek.",
                                            "Case {} has been erased. Nothing of it can be read. Who did "
                                            "that, with whom and why stands with who looked.")),
                          state_.id));
      return;
    }
    out_ += page::paragraph("", fmt::format("{} {}: {}", word("Casus", "Case"), state_.id, state_.title)) + '\n';
    line("Stand", "Standing", names_.standing());
    line("Veiligheid", "Safety", names_.safety());
    line("Vraag", "Question",
         state_.question.empty() ? word("nog geen vraag gesteld", "no question asked yet") : state_.question);
    line("Hoopt op", "Hopes for", state_.hoped_for);
    line("Terugkijken", "Look back",
         state_.review_on ? day(*state_.review_on, lang_) : word("nog geen dag gekozen", "no day chosen yet"));
    auto ground = fmt::format("{}; {}", label(state_.privacy, lang_), label(state_.basis, lang_));
    line("Privacy", "Privacy", ground);
    for (const auto& source : names_.sources()) line("Methode", "Method", source);
    line("Werkwijze", "Workflow", fmt::format("{}, {}", names_.workflow_name(), label(state_.mode, lang_)));
    line("Aan tafel", "At the table", at_table());
  }

  std::string at_table() const {
    std::string out;
    for (const auto& person : state_.people) {
      if (!person.at_table()) continue;
      std::string roles;
      for (const auto role : person.roles) roles += (roles.empty() ? "" : ", ") + std::string(label(role, lang_));
      out += fmt::format("{}{} ({})", out.empty() ? "" : "; ", names_.person(person.id), roles);
    }
    return out;
  }

  void step() {
    const auto* visit = state_.here();
    if (visit == nullptr) {
      if (state_.stage.life == Life::intake)
        out_ +=
            '\n' + page::paragraph("", word("De bespreking is nog niet begonnen. Verder gaat het met: casus case next ",
                                            "The review has not begun yet. To go on: casus case next ") +
                                           state_.id);
      return;
    }
    out_ += page::heading(fmt::format("{}: {}", word("Deze stap", "This step"), names_.step_name(*visit)));
    const auto* definition = names_.method(visit->method);
    const auto* step = names_.step(*visit);
    if (step == nullptr) {
      if (visit->planned_minutes > 0) line("Tijd", "Time", minutes(visit->planned_minutes, lang_));
      return;
    }
    line("Wie praat", "Who speaks", floor_in_words(*definition, step->floor, lang_));
    line("Tijd", "Time", minutes_in_words(*step, lang_));
    line("Past hier", "Fits here", kinds_in_words(*definition, *step, lang_));
    if (step->advice_locked)
      line("Let op", "Note",
           word("nog geen advies, ook niet als vraag verpakt", "no advice yet, not in the guise of a question either"));
    line("Vastleggen", "Write down", step->records.in(lang_));
    for (const auto& prompt : step->prompts) out_ += page::paragraph("  > ", prompt.in(lang_));
    if (!step->done_when.empty()) out_ += "  " + word("Voor je verdergaat:", "Before you go on:") + '\n';
    for (const auto& requirement : step->done_when)
      out_ += page::paragraph("  - ", requirement_in_words(requirement, lang_));
  }

  bool in_round(const Made& made) const {
    const auto visit = static_cast<std::size_t>(made.visit);
    return made.visit < 0 ? state_.round == 1
                          : visit < state_.visits.size() && state_.visits[visit].round == state_.round;
  }

  /// What was recorded in this round, in short; the dossier has it whole.
  void round() {
    std::string list;
    int last = -2;
    for (const auto& one : state_.contributions) {
      if (!in_round(one) || !is_shown(state_, one)) continue;
      if (one.visit != last && one.visit >= 0)
        list += page::paragraph("  ", names_.step_name(state_.visits[static_cast<std::size_t>(one.visit)]));
      last = one.visit;
      list += page::paragraph("  - ", fmt::format("{}, {}: {}", names_.person(one.by), names_.kind_name(one),
                                                  page::clipped(page::one_line(one.text), kShort)));
    }
    for (const auto& one : state_.scores)
      if (in_round(one))
        list += page::paragraph(
            "  - ", fmt::format("{}, {}: {}. {}", names_.person(one.by), label(one.given.scale, lang_), one.given.value,
                                page::clipped(page::one_line(one.given.evidence), kShort)));
    for (const auto& one : state_.goals)
      if (in_round(one))
        list += page::paragraph("  - ", fmt::format("{} ({}): {}", word("doel", "goal"), label(one.state, lang_),
                                                    page::clipped(page::one_line(one.set.text), kShort)));
    for (const auto& one : state_.decisions)
      if (in_round(one))
        list += page::paragraph(
            "  - ", fmt::format("{}: {} {}", word("besluit", "decision"), one.raised.question,
                                one.taken ? one.taken->outcome : word("(nog niet genomen)", "(not taken yet)")));
    const auto hidden = std::ranges::count_if(state_.contributions,
                                              [&](const auto& one) { return in_round(one) && !is_shown(state_, one); });
    if (hidden > 0)
      list += page::paragraph(
          "  - ", fmt::format(fmt::runtime(hidden == 1 ? word("{} bijdrage is verborgen tot deze stap klaar is",
                                                              "{} contribution is hidden until this step is over")
                                                       : word("{} bijdragen zijn verborgen tot deze stap klaar is",
                                                              "{} contributions are hidden until this step is over")),
                              hidden));
    if (list.empty()) return;
    out_ += page::heading(fmt::format("{} {}", word("Vastgelegd in ronde", "Recorded in round"), state_.round)) + list;
  }

  void actions() {
    std::vector<const Action*> open;
    for (const auto& action : state_.actions)
      if (action.state == Done::open) open.push_back(&action);
    // An action without a day comes last.
    std::ranges::stable_sort(open, [](const Action* a, const Action* b) {
      return a->plan.by_when && (!b->plan.by_when || *a->plan.by_when < *b->plan.by_when);
    });
    if (open.empty()) return;
    std::vector<page::Row> rows;
    for (const auto* action : open)
      rows.push_back({action->plan.id, action->plan.what,
                      action->plan.who.empty() ? "" : names_.person(action->plan.who),
                      action->plan.by_when ? day(*action->plan.by_when, lang_) : "",
                      action->plan.checks.empty() ? "" : names_.person(action->plan.checks)});
    out_ += page::heading(word("Open acties", "Open actions"));
    out_ += page::table(
        {word("Nr", "No"), word("Wat", "What"), word("Wie", "Who"), word("Voor", "By"), word("Kijkt na", "Checks")},
        rows);
  }

  const Case& state_;
  Lang lang_;
  Naming names_;
  std::string out_;
};

}  // namespace

std::string case_text(const Case& state, const Definitions& definitions, Lang lang) {
  return View(state, definitions, lang).text();
}

}  // namespace casus::report
