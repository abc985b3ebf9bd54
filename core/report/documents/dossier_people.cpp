// SPDX-License-Identifier: EUPL-1.2
#include "core/report/documents/dossier_parts.hpp"
#include "core/report/pictures/network_words.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace casus::report::dossier {

using nlohmann::json;

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

json facts(const Case& state, const Naming& names) {
  const auto lang = names.lang();
  auto out = json::array();
  const auto add = [&](std::string_view nl, std::string_view en, std::string_view text) {
    if (!text.empty()) out.push_back({{"label", pick(lang, nl, en)}, {"text", text}});
  };
  add("Casus", "Case", state.id);
  add("Stand", "Standing", names.standing());
  add("Veiligheid", "Safety", names.safety());
  add("Vraag van de inbrenger", "Question of the presenter", state.question);
  add("Hoopt te bereiken", "Hopes for", state.hoped_for);
  add("Terugkijken op", "Look back on", on_day(state.review_on, lang));
  add("Privacy", "Privacy", label(state.privacy, lang));
  add("Grondslag", "Legal basis", label(state.basis, lang));
  add("Waarom deze grondslag", "Why this basis", state.basis_text);
  add("Doel van de bespreking", "Purpose of the review", state.purpose);
  add("Werkwijze", "Workflow", names.workflow_name());
  add("Wijk", "Neighbourhood", state.neighbourhood);
  add("Gemeld op", "Reported on", on_day(state.reported_on, lang));
  if (state.exists()) add("Geopend op", "Opened on", day(date_of(state.opened_at), lang));
  for (const auto& domain : state.domains)
    add("Leefgebied dat mee mag doen", "Life domain that may be scored", domain.domain + ": " + domain.because);
  // R15: the lines themselves lie with the team, without a trace to the case.
  if (!state.learning.empty())
    add("Leerlijnen voor het team", "Learning lines for the team", std::to_string(state.learning.size()));
  if (!state.signals.empty())
    add("Signalen voor de wijk", "Signals for the area", std::to_string(state.signals.size()));
  return out;
}

json people_at_table(const Case& state, const Naming& names) {
  const auto lang = names.lang();
  auto out = json::array();
  for (const auto& role : names_of(Role{})) {
    std::string who;
    for (const auto& person : state.people) {
      if (!person.has(role.value)) continue;
      who += (who.empty() ? "" : ", ") + names.person(person.id);
      if (!person.contact.empty()) who += " (" + person.contact + ")";
      if (person.left) who += pick(lang, " (doet niet meer mee)", " (no longer takes part)");
    }
    if (!who.empty()) out.push_back({{"role", capital(label(role.value, lang))}, {"names", who}});
  }
  return out;
}

json network(const Case& state, const Naming& names) {
  const auto lang = names.lang();
  auto groups = json::array();
  for (const bool professional : {false, true}) {
    auto members = json::array();
    for (const auto& person : state.people) {
      if (!person.network || person.network->professional != professional) continue;
      const auto& place = *person.network;
      auto answer = place.answer == Answer::none ? std::string() : std::string(label(place.answer, lang));
      if (place.spoken_on)
        answer += fmt::format("{}{} {}", answer.empty() ? "" : ", ", pick(lang, "gesproken op", "spoken to on"),
                              day(*place.spoken_on, lang));
      if (!place.note.empty()) answer += (answer.empty() ? "" : ": ") + place.note;
      members.push_back({{"name", names.person(person.id)},
                         {"relation", place.relation},
                         {"shell", label(place.shell, lang)},
                         {"quadrant", label(place.quadrant, lang)},
                         {"asked", on_day(place.asked_on, lang)},
                         {"answer", answer}});
    }
    if (members.empty()) continue;
    const auto heading = professional ? pick(lang, "Professionals", "Professionals")
                                      : pick(lang, "Mensen om de inwoner heen", "People around the resident");
    groups.push_back({{"heading", fmt::format("{} ({})", heading, members.size())}, {"members", members}});
  }
  auto ties = json::array();
  for (const auto& tie : state.ties) ties.push_back(in_words(state, tie, lang));
  auto raw_list = json::array();
  for (const auto& person : state.people)
    if (person.listed && !person.network)
      raw_list.push_back(names.person(person.id) +
                         (person.listed_relation.empty() ? "" : " (" + person.listed_relation + ")"));
  return {{"groups", groups}, {"ties", ties}, {"raw_list", raw_list}};
}

json safety(const Case& state, const Naming& names) {
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
  auto out = json::array();
  for (const auto& line : lines) out.push_back({{"text", line.text}});
  return out;
}

json told(const Case& state, const Naming& names) {
  const auto lang = names.lang();
  auto out = json::array();
  for (const auto& note : state.told)
    out.push_back(fmt::format("{}, {}: {}", day(note.told.on.value_or(date_of(note.at)), lang),
                              names.person(note.told.who.empty() ? note.by : note.told.who), note.told.what));
  return out;
}

json endings(const Case& state, const Naming& names) {
  const auto lang = names.lang();
  auto out = json::array();
  for (const auto& ending : state.endings)
    out.push_back(fmt::format("{}, {}: {}{}", day(date_of(ending.at), lang), names.person(ending.by),
                              label(ending.life, lang), ending.because.empty() ? "" : ", " + ending.because));
  return out;
}

}  // namespace casus::report::dossier
