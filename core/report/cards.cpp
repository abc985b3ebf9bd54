// SPDX-License-Identifier: EUPL-1.2
#include "core/report/cards.hpp"

#include "core/page/layout.hpp"
#include "core/page/safe_text.hpp"
#include "core/report/naming.hpp"
#include "core/report/step_words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::report {

namespace {

std::string people(const method::People& people, Lang lang) {
  std::string out;
  if (people.min > 0) out += fmt::format(fmt::runtime(pick(lang, "minstens {}", "at least {}")), people.min);
  if (people.max > 0)
    out += (out.empty() ? "" : ", ") + fmt::format(fmt::runtime(pick(lang, "hooguit {}", "at most {}")), people.max);
  if (people.best > 0)
    out += (out.empty() ? "" : ", ") +
           fmt::format(fmt::runtime(pick(lang, "het best met {}", "best with {}")), people.best);
  return out;
}

std::string role(const method::RoleUse& use, Lang lang) {
  std::string name = use.name.empty() ? std::string(label(use.role, lang)) : use.name.in(lang);
  if (use.min > 0 && use.min == use.max)
    return fmt::format(fmt::runtime(pick(lang, "{}: precies {}", "{}: exactly {}")), name, use.min);
  if (use.min > 0) name += fmt::format(fmt::runtime(pick(lang, ": minstens {}", ": at least {}")), use.min);
  else name += pick(lang, ": als het past", ": when it fits");
  if (use.max > 0) name += fmt::format(fmt::runtime(pick(lang, ", hooguit {}", ", at most {}")), use.max);
  return name;
}

/// Minutes of a phase as far as they are fixed; time per person depends on how many come.
double fixed_minutes(const std::vector<method::Step>& steps) {
  double sum = 0;
  for (const auto& step : steps)
    if (!step.minutes_per_person) sum += step.minutes;
  return sum;
}

std::string step_text(const method::Definition& method, const method::Step& step, std::size_t number, Lang lang) {
  const auto origin = [&](method::Mark mark, const std::vector<std::string>& source) {
    return fmt::format(" [{}]", origin_in_words(mark, source, lang));
  };
  auto name = step.name.empty() ? step.id : step.name.in(lang);
  if (step.optional) name += pick(lang, " (mag je overslaan)", " (optional)");
  auto out = page::paragraph(fmt::format("{}. ", number), name + origin(step.mark, step.source));
  const auto line = [&](std::string_view nl, std::string_view en, std::string_view text) {
    out += page::field(fmt::format(" {}", pick(lang, nl, en)), text, 14);
  };
  line("tijd", "time",
       minutes_in_words(step, lang, false) +
           (step.minutes_mark ? origin(*step.minutes_mark, step.minutes_source) : std::string()));
  line("wie praat", "who speaks", floor_in_words(method, step.floor, lang));
  line("past hier", "fits here", kinds_in_words(method, step, lang));
  if (step.advice_locked) line("let op", "note", pick(lang, "nog geen advies", "no advice yet"));
  if (!step.records.empty())
    line("vastleggen", "write down", step.records.in(lang) + origin(step.records.mark, step.records.source));
  for (const auto& prompt : step.prompts)
    out += page::paragraph("   > ", prompt.in(lang) + origin(prompt.mark, prompt.source));
  for (const auto& requirement : step.done_when)
    out += page::paragraph(fmt::format("   {} ", pick(lang, "nodig:", "needed:")),
                           requirement_in_words(requirement, lang, false) +
                               origin(requirement.mark.value_or(method.status), requirement.source));
  return out;
}

std::string list(std::string_view title, const std::vector<std::string>& lines) {
  if (lines.empty()) return {};
  auto out = page::heading(title);
  for (const auto& line : lines) out += page::paragraph("- ", line);
  return out;
}

/// Where it listens, to what words, and what it says then.
std::string text_check(const method::Definition& method, const method::TextCheck& check, Lang lang) {
  std::string where;
  for (const auto& id : check.steps)
    for (const auto phase : kAllPhases)
      if (const auto* step = method.step(phase, id)) where += (where.empty() ? "" : ", ") + step->name.in(lang);
  if (where.empty()) where = pick(lang, "overal", "everywhere");
  const auto names = [&](const std::vector<std::string>& lists) {
    std::string out;
    for (const auto& list : lists) out += (out.empty() ? "" : ", ") + method::phrase_list_name(method.id, list);
    return out;
  };
  std::string words;
  if (!check.says.empty()) words = fmt::format("{} {}", pick(lang, "woorden uit", "words from"), names(check.says));
  if (!check.lacks.empty())
    words += fmt::format("{}{} {}", words.empty() ? "" : ", ", pick(lang, "geen woorden uit", "no words from"),
                         names(check.lacks));
  return fmt::format("{} ({}): {} [{}]", where, words, check.text.in(lang),
                     origin_in_words(check.mark, check.source, lang));
}

std::string order_needed(const method::Definition& method, Lang lang) {
  std::string out;
  for (const auto& [first, second] : method.before)
    out += fmt::format(fmt::runtime(pick(lang, "{}{} komt voor {}", "{}{} comes before {}")), out.empty() ? "" : "; ",
                       label(first, lang), label(second, lang));
  return out;
}

/// The whole method on a few lines: every step with its minutes, phase below phase.
std::string flow(const method::Definition& method, Lang lang) {
  std::string out;
  for (const auto phase : phase_order(method)) {
    std::string line;
    for (const auto& step : method.steps(phase)) {
      line += (line.empty() ? "" : " → ") + (step.name.empty() ? step.id : step.name.in(lang));
      if (step.floor.is_private) line += pick(lang, " (besloten)", " (private)");
      else if (step.minutes > 0)
        line += fmt::format(" ({:g}′{})", step.minutes, step.minutes_per_person ? pick(lang, " elk", " each") : "");
    }
    if (!out.empty()) out += "    ↓\n";
    out += page::field(label(phase, lang), line, 20);
  }
  return out + fmt::format("    ↺ {}\n", pick(lang, "een volgende ronde, of afgesloten", "a next round, or closed"));
}

std::vector<std::string> requirement_lines(const std::vector<method::Requirement>& list, Lang lang) {
  std::vector<std::string> out;
  for (const auto& requirement : list) out.push_back(requirement_in_words(requirement, lang));
  return out;
}

std::string term_text(const workflow::Term& term, Lang lang) {
  auto unit = std::string(label(term.unit, lang));
  if (term.amount == 1) {
    static constexpr std::string_view kOne[4][2] = {
        {"dag", "day"}, {"week", "week"}, {"maand", "month"}, {"jaar", "year"}};
    unit = kOne[static_cast<std::size_t>(term.unit)][lang == Lang::nl ? 0 : 1];
  }
  auto out = fmt::format("{}: {} {} {}", term.name.empty() ? term.id : term.name.in(lang), term.amount, unit,
                         label(term.from, lang));
  out += term.configurable ? pick(lang, " (aan te passen", " (can be changed") : pick(lang, " (ligt vast", " (fixed");
  if (!term.source.empty()) out += fmt::format("; {} {}", pick(lang, "bron", "source"), term.source);
  out += ')';
  if (!term.note.empty()) out += ". " + term.note.in(lang);
  return out;
}

}  // namespace

std::string method_card(const method::Definition& method, Lang lang) {
  const auto word = [&](std::string_view nl, std::string_view en) { return pick(lang, nl, en); };
  auto out = page::paragraph("", method.name.empty() ? method.id : method.name.in(lang)) + '\n';
  out += page::paragraph("", method.summary.in(lang)) + '\n';
  out += page::field(word("Naam", "Id"), fmt::format("{} {}", method.id, method.version));
  out += page::field(word("Bron", "Source status"),
                     fmt::format("{}. {}", label(method.status, lang), method.status_note.in(lang)));
  out += page::field(word("Mensen", "People"), people(method.people, lang));
  out += page::field(word("Werkwijze", "Workflow"), method.workflow);
  out += page::field(word("Volgorde", "Order"), order_needed(method, lang));
  out += page::field(word("Extra regels", "Extra rules"), method.library);
  std::vector<std::string> lines;
  for (const auto& use : method.roles)
    lines.push_back(
        fmt::format("{} [{}]", role(use, lang), origin_in_words(use.mark.value_or(method.status), use.source, lang)));
  out += list(word("Rollen", "Roles"), lines);
  out += page::heading(word("Zo loopt het", "How it goes")) + flow(method, lang);

  for (const auto phase : kAllPhases) {
    const auto& steps = method.steps(phase);
    if (steps.empty()) continue;
    auto title = capital(label(phase, lang));
    if (const auto sum = fixed_minutes(steps); sum > 0) title += fmt::format(" ({})", minutes(sum, lang));
    out += page::heading(title);
    for (std::size_t i = 0; i < steps.size(); ++i)
      out += (i == 0 ? "" : "\n") + step_text(method, steps[i], i + 1, lang);
  }

  lines.clear();
  for (const auto& check : method.text_checks) lines.push_back(text_check(method, check, lang));
  out += list(word("Waar de methode op let", "What the method listens for"), lines);
  lines.clear();
  for (const auto& item : method.fidelity)
    lines.push_back(fmt::format("{} [{}]", item.text.in(lang), origin_in_words(item.mark, item.source, lang)));
  out += list(word("Werken we volgens de methode?", "Do we work by the method?"), lines);
  lines.clear();
  for (const auto& source : method.sources) lines.push_back(fmt::format("[{}] {}", source.key, source.title));
  out += list(word("Bronnen", "Sources"), lines);
  lines.clear();
  for (const auto& gap : method.gaps) lines.push_back(gap.in(lang));
  return out + list(word("Wat de bronnen niet zeggen", "What the sources do not say"), lines);
}

std::string workflow_card(const workflow::Workflow& workflow, Lang lang) {
  const auto word = [&](std::string_view nl, std::string_view en) { return pick(lang, nl, en); };
  auto out = page::paragraph("", workflow.name.empty() ? workflow.id : workflow.name.in(lang)) + '\n';
  out += page::paragraph("", workflow.summary.in(lang)) + '\n';
  out += page::field(word("Naam", "Id"), fmt::format("{} {}", workflow.id, workflow.version));
  out += page::field(word("Bron", "Source status"), label(workflow.status, lang));
  out += page::field(word("Methode", "Method"), workflow.method);
  std::size_t number = 0;
  for (const auto& rule : workflow.phases) {
    out += page::heading(fmt::format("{}. {}", ++number, capital(label(rule.phase, lang))));
    if (rule.done_when.empty())
      out += page::paragraph("- ", word("klaar als de methode klaar is", "done when the method is done"));
    for (const auto& line : requirement_lines(rule.done_when, lang)) out += page::paragraph("- ", line);
  }
  out += list(word("Nodig om af te sluiten", "Needed to close"), requirement_lines(workflow.close_when, lang));
  std::vector<std::string> terms;
  for (const auto& term : workflow.terms) terms.push_back(term_text(term, lang));
  return out + list(word("Termijnen", "Terms"), terms);
}

}  // namespace casus::report
