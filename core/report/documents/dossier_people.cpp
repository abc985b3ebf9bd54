// SPDX-License-Identifier: EUPL-1.2
#include "core/report/documents/dossier_parts.hpp"
#include "core/report/pictures/network_words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::report::dossier {

namespace {

std::string on_day(const std::optional<Date>& date, Lang lang) { return date ? day(*date, lang) : ""; }

std::string meldcode_line(const MeldcodeNote& note, const Naming& names) {
  const auto lang = names.lang();
  const auto& taken = note.taken;
  auto line =
      fmt::format(fmt::runtime(pick(lang, "Meldcode, stap {} ({}, {}): {}", "Reporting code, step {} ({}, {}): {}")),
                  taken.step, taken.on ? day(*taken.on, lang) : day(date_of(note.at), lang),
                  names.person(taken.who.empty() ? note.by : taken.who), taken.text);
  const auto yes_no = [&](bool yes) { return label(yes ? Answer::yes : Answer::no, lang); };
  if (taken.report_needed)
    line += fmt::format(fmt::runtime(pick(lang, ". Is melden nodig? {}", ". Is reporting needed? {}")),
                        capital(yes_no(*taken.report_needed)));
  if (taken.help_possible)
    line += fmt::format(fmt::runtime(pick(lang, ". Is hulp (ook) mogelijk? {}", ". Is help (also) possible? {}")),
                        capital(yes_no(*taken.help_possible)));
  return line;
}

}  // namespace

void add_people(page::Page& page, const Case& state, const Naming& names, Audience audience) {
  const auto lang = names.lang();
  std::vector<page::Row> rows;
  for (const auto& role : names_of(Role{})) {
    std::string who;
    for (const auto& person : state.people) {
      if (!person.has(role.value)) continue;
      who += (who.empty() ? "" : ", ") + names.person(person.id);
      if (!person.contact.empty()) who += " (" + person.contact + ")";
      if (person.left) who += pick(lang, " (doet niet meer mee)", " (no longer takes part)");
    }
    if (!who.empty()) rows.push_back({capital(label(role.value, lang)), who});
  }
  if (rows.empty()) return;
  page.section(!audience.resident ? pick(lang, "Wie doen mee", "Who take part")
                                  : pick(lang, "Wie meedoen aan het gesprek over uw situatie",
                                         "Who take part in the talks about you"));
  page.table({std::string(pick(lang, "Rol", "Role")), std::string(pick(lang, "Wie", "Who"))}, rows);
}

void add_network(page::Page& page, const Case& state, const Naming& names) {
  const auto lang = names.lang();
  const auto word = [&](std::string_view nl, std::string_view en) { return std::string(pick(lang, nl, en)); };
  page::Page network;
  network.section(word("Netwerk", "Network"));
  for (const bool professional : {false, true}) {
    std::vector<page::Row> rows;
    for (const auto& person : state.people) {
      if (!person.network || person.network->professional != professional) continue;
      const auto& place = *person.network;
      auto answer = place.answer == Answer::none ? std::string() : std::string(label(place.answer, lang));
      if (place.spoken_on)
        answer += fmt::format("{}{} {}", answer.empty() ? "" : ", ", word("gesproken op", "spoken to on"),
                              day(*place.spoken_on, lang));
      if (!place.note.empty()) answer += (answer.empty() ? "" : ": ") + place.note;
      rows.push_back({names.person(person.id), place.relation, std::string(label(place.shell, lang)),
                      std::string(label(place.quadrant, lang)), on_day(place.asked_on, lang), answer});
    }
    if (rows.empty()) continue;
    const auto heading = professional ? word("Professionals", "Professionals")
                                      : word("Mensen om de inwoner heen", "People around the resident");
    network.paragraph(page::Line().strong(fmt::format("{} ({})", heading, rows.size())));
    network.table({word("Naam", "Name"), word("Relatie", "Relation"), word("Kring", "Shell"), word("Groep", "Group"),
                   word("Gevraagd op", "Asked on"), word("Antwoord", "Answer")},
                  rows);
  }
  for (const auto& tie : state.ties) network.bullet(in_words(state, tie, lang));
  if (!network.sections.front().blocks.empty()) page.append(std::move(network));

  std::vector<std::string> listed;
  for (const auto& person : state.people)
    if (person.listed && !person.network)
      listed.push_back(names.person(person.id) +
                       (person.listed_relation.empty() ? "" : " (" + person.listed_relation + ")"));
  if (listed.empty()) return;
  page.section(word("Groslijst: genoemd, nog zonder plek", "Raw list: named, without a place yet"));
  page.bullets(listed);
}

void add_safety(page::Page& page, const Case& state, const Naming& names) {
  const auto lang = names.lang();
  struct Line {
    Time at;
    std::string text;
  };
  std::vector<Line> lines;
  for (const auto& note : state.safety_notes)
    lines.push_back({note.at, fmt::format("{}, {}: {}. {}", day(date_of(note.at), lang), names.person(note.by),
                                          label(note.level, lang), note.text)});
  for (const auto& note : state.meldcode) lines.push_back({note.at, meldcode_line(note, names)});
  std::ranges::stable_sort(lines, {}, &Line::at);
  if (lines.empty()) return;
  page.section(pick(lang, "Veiligheid en meldcode", "Safety and reporting code"));
  for (const auto& line : lines) page.bullet(line.text);
}

std::vector<std::string> told(const Case& state, const Naming& names) {
  const auto lang = names.lang();
  std::vector<std::string> out;
  for (const auto& note : state.told)
    out.push_back(fmt::format("{}, {}: {}", day(note.told.on, lang),
                              names.person(note.told.who.empty() ? note.by : note.told.who), note.told.what));
  return out;
}

std::vector<std::string> endings(const Case& state, const Naming& names) {
  const auto lang = names.lang();
  std::vector<std::string> out;
  for (const auto& ending : state.endings)
    out.push_back(fmt::format("{}, {}: {}{}", day(date_of(ending.at), lang), names.person(ending.by),
                              label(ending.life, lang), ending.because.empty() ? "" : ", " + ending.because));
  return out;
}

}  // namespace casus::report::dossier
