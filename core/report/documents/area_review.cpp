// SPDX-License-Identifier: EUPL-1.2
#include "core/base/text.hpp"
#include "core/page/safe_text.hpp"
#include "core/report/documents/area.hpp"
#include "core/report/naming.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace casus::report {

namespace {

void add_counted(page::Page& page, const CountTable& table, std::string_view corner, Lang lang) {
  page.table(counts_header(table, corner, lang), counts_rows(table, lang));
  if (const auto note = counts_note(table, lang); !note.empty()) page.paragraph(note);
}

/// A table of counts that are there already, one line each.
CountTable table_of(const std::vector<std::pair<std::string, int>>& counts) {
  std::vector<std::string> names;
  std::vector<std::pair<std::size_t, std::size_t>> marks;
  for (const auto& [name, count] : counts) {
    marks.insert(marks.end(), static_cast<std::size_t>(count), {names.size(), 0});
    names.push_back(name);
  }
  auto table = count_table(std::move(names), {}, marks);
  hide_small(table);
  return table;
}

void add_signals(page::Page& page, const Team& team, const Period& period, Lang lang) {
  page.section(pick(lang, "Signalen", "Signals"));
  const auto places = signal_counts(team.signals, period, SignalBy::theme, SignalBy::neighbourhood, lang);
  if (places.total().count == 0 && !places.total().hidden)
    return page.paragraph(
        pick(lang, "In deze periode zijn geen signalen genoteerd.", "No signals were noted in this period."));
  add_counted(page, places, pick(lang, "thema", "theme"), lang);
  const auto quarters = signal_counts(team.signals, period, SignalBy::quarter, std::nullopt, lang);
  // The two tables have their grand total in common. Shown in both, they tell nothing about each other; hidden in one,
  // the other could give it away.
  if (!places.total().hidden && !quarters.total().hidden) {
    page.section(pick(lang, "Door de tijd", "Over time"), 1);
    add_counted(page, quarters, pick(lang, "kwartaal", "quarter"), lang);
  }
  page.section(pick(lang, "Wat er gezegd is", "What was said"), 1);
  std::set<std::string> common;
  for (std::size_t i = 0; i < places.rows.size(); ++i)
    if (!places.cells[i].back().hidden) common.insert(folded(places.rows[i]));
  std::vector<std::string> lines;
  for (const auto& signal : team.signals)
    if (period.holds(signal.on) && common.contains(folded(page::one_line(signal.theme))))
      lines.push_back(fmt::format("{}: {}", page::one_line(signal.theme), page::one_line(signal.text)));
  std::ranges::sort(lines);  // not in order of time, and without neighbourhood
  if (lines.size() < static_cast<std::size_t>(kLeastShown))
    return page.paragraph(pick(lang, "Per thema is er te weinig gezegd om het hier te laten lezen.",
                               "Too little was said about each theme to let it be read here."));
  page.bullets(lines);
}

void add_figures(page::Page& page, const AreaFigures& figures, Lang lang) {
  page.section(pick(lang, "Casussen in cijfers", "Cases in figures"));
  std::vector<std::pair<std::string, int>> opened;
  for (const auto& [name, count] : figures.opened)
    opened.emplace_back(name.empty() ? std::string(pick(lang, "(niet genoemd)", "(not named)")) : name, count);
  if (opened.empty()) {
    page.paragraph(pick(lang, "In deze periode zijn geen casussen geopend.", "No cases were opened in this period."));
  } else {
    page.paragraph(pick(lang, "Geopend in deze periode, per wijk:", "Opened in this period, by neighbourhood:"));
    add_counted(page, table_of(opened), pick(lang, "wijk", "neighbourhood"), lang);
  }
  page.paragraph(fmt::format(fmt::runtime(pick(lang, "Afgesloten in deze periode: {}.", "Closed in this period: {}.")),
                             figures.closed > 0 && figures.closed < kLeastShown ? fmt::format("< {}", kLeastShown)
                                                                                : std::to_string(figures.closed)));
  std::vector<std::pair<std::string, int>> rungs;
  int agreed = figures.actions_without_rung;
  for (const auto& rung : names_of(Rung{})) {
    const auto count = figures.actions[static_cast<std::size_t>(rung.value)];
    rungs.emplace_back(std::string(label(rung.value, lang)), count);
    agreed += count;
  }
  if (figures.actions_without_rung > 0)
    rungs.emplace_back(std::string(pick(lang, "nog geen trede gekozen", "no rung chosen yet")),
                       figures.actions_without_rung);
  if (agreed == 0) return;
  page.paragraph(pick(lang, "Eerst het netwerk: acties die in deze periode zijn afgesproken, per trede:",
                      "Network first: actions agreed in this period, by rung:"));
  add_counted(page, table_of(rungs), pick(lang, "trede", "rung"), lang);
}

void add_learning(page::Page& page, const Team& team, const Period& period, Lang lang) {
  std::vector<std::string> lines;
  for (const auto& line : team.learning)
    if (period.holds(line.on)) lines.push_back(line.theme.empty() ? line.text : line.theme + ": " + line.text);
  std::ranges::sort(lines);
  if (lines.empty()) return;
  page.section(pick(lang, "Wat wij leerden", "What we learned"));
  page.bullets(lines);
}

void add_focus(page::Page& page, const Team& team, const Period& period, Lang lang) {
  page.section(pick(lang, "Speerpunten en wie wat bijdraagt", "Focus points and who contributes what"));
  bool any = false;
  for (const auto& focus : team.focuses) {
    // What was finished before the period is history.
    if (focus.on > period.to || (focus.state != Done::open && focus.on < period.from)) continue;
    any = true;
    page.section(fmt::format("{}. {}", focus.chosen.id, focus.chosen.text), 1);
    std::vector<std::string> lines;
    const auto add = [&](std::string_view nl, std::string_view en, std::string_view text) {
      if (!text.empty()) lines.push_back(fmt::format("{}: {}", pick(lang, nl, en), text));
    };
    add("Gekozen op", "Chosen on", day(focus.on, lang));
    add("Thema", "Theme", focus.chosen.theme);
    add("Waarom", "Why", focus.chosen.because);
    std::string together;
    for (const auto& who : focus.chosen.together) together += (together.empty() ? "" : ", ") + who;
    add("Besproken met", "Discussed with", together);
    for (const auto& part : focus.contributions) {
      auto line = fmt::format("{}: {}", part.who, part.what);
      if (part.by_when) line += fmt::format(" ({} {})", pick(lang, "voor", "by"), day(*part.by_when, lang));
      lines.push_back(std::move(line));
    }
    if (focus.state != Done::open)
      add("Wat het opleverde", "What came of it", fmt::format("{}. {}", label(focus.state, lang), focus.outcome));
    page.bullets(lines);
  }
  if (!any) page.paragraph(pick(lang, "Nog geen speerpunten gekozen.", "No focus points chosen yet."));
}

void add_talk(page::Page& page, Lang lang) {
  page.section(pick(lang, "Voor het gesprek", "For the talk"));
  page.paragraph(pick(lang,
                      "Bespreek dit met iedereen die erbij hoort: bewoners, partners, de gemeente. Kies samen "
                      "een paar speerpunten, spreek af wie wat bijdraagt, en doe dit geregeld opnieuw. Het "
                      "mag ook het doel, de samenstelling of de methode van het team veranderen.",
                      "Discuss this with everybody involved: residents, partners, the municipality. Choose a "
                      "few focus points together, agree who contributes what, and repeat it regularly. It "
                      "may change the team's goals, composition or methods too."));
  if (lang == Lang::nl)
    page.bullets({"Herkennen bewoners dit beeld? Wat zien zij dat hier niet staat?",
                  "Wat gaat er goed in de wijk, en wie maakt dat mogelijk?",
                  "Wat komt terug in meer casussen, en hoort dus niet bij één gezin?",
                  "Wat kiezen we, en wat laten we dit jaar liggen?"});
  else
    page.bullets({"Do residents recognise this picture? What do they see that is not here?",
                  "What goes well in the area, and who makes that possible?",
                  "What returns in several cases, and so does not belong to one family?",
                  "What do we choose, and what do we leave this year?"});
  page.paragraph(pick(lang,
                      "De opzet volgt de gebiedsanalyse: geregeld herhalen, bespreken, kiezen, "
                      "bijdragen afspreken. De vragen zijn van onszelf.",
                      "It follows the area analysis: repeat regularly, discuss, choose, agree "
                      "contributions. The questions are our own."));
}

}  // namespace

void add_case(AreaFigures& figures, const Case& state, const Period& period) {
  if (state.stage.life == Life::erased) return;
  if (period.holds(date_of(state.opened_at))) ++figures.opened[page::one_line(state.neighbourhood)];
  for (const auto& ending : state.endings)
    if (ending.life == Life::closed && period.holds(date_of(ending.at))) {
      ++figures.closed;
      break;
    }
  for (const auto& action : state.actions) {
    if (!period.holds(date_of(action.at))) continue;
    if (action.plan.rung) ++figures.actions[static_cast<std::size_t>(*action.plan.rung)];
    else ++figures.actions_without_rung;
  }
}

page::Page area_review(const Team& team, const AreaFigures& figures, const Period& period, Lang lang) {
  page::Page page;
  page.title = fmt::format("{} {}", pick(lang, "Gebiedsanalyse", "Area review"), team.name);
  page.paragraph(fmt::format(
      fmt::runtime(pick(lang,
                        "Van {} tot en met {}. Er staan geen gegevens van personen in: signalen en leerlijnen zijn zo "
                        "genoteerd, en kleine aantallen zijn weggelaten. Lees het na voordat je het deelt.",
                        "From {} to {}. It holds no personal data: signals and lines of learning are noted that way, "
                        "and small counts are left out. Read it through before you share it.")),
      day(period.from, lang), day(period.to, lang)));
  add_signals(page, team, period, lang);
  add_figures(page, figures, lang);
  add_learning(page, team, period, lang);
  add_focus(page, team, period, lang);
  add_talk(page, lang);
  return page;
}

}  // namespace casus::report
