// SPDX-License-Identifier: EUPL-1.2
#include "core/report/layout.hpp"
#include "core/report/naming.hpp"
#include "core/report/network_map.hpp"
#include "core/report/network_places.hpp"
#include "core/report/network_words.hpp"
#include "core/report/safe_text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::report {

namespace {

std::string name_at_end(const Case& state, std::string_view id, Lang lang) {
  if (is_resident(state, id)) return std::string(pick(lang, "inwoner", "resident"));
  return state.name_of(id, lang);
}

std::string answer(const NetworkPlace& place, Lang lang) {
  if (place.answer != Answer::none) return std::string(label(place.answer, lang));
  return std::string(place.asked_on ? pick(lang, "nog geen antwoord", "no answer yet")
                                    : pick(lang, "nog niet gevraagd", "not asked yet"));
}

std::string group(const Case& state, bool professional, Lang lang) {
  std::vector<Row> rows;
  for (const auto& shell : names_of(Shell{}))
    for (const auto& person : state.people) {
      if (!person.network || person.network->professional != professional || person.network->shell != shell.value)
        continue;
      const auto& place = *person.network;
      rows.push_back({state.name_of(person.id, lang), place.relation, std::string(label(place.shell, lang)),
                      std::string(label(place.quadrant, lang)), answer(place, lang)});
    }
  if (rows.empty()) return {};
  const auto title = professional ? pick(lang, "Professionals", "Professionals")
                                  : pick(lang, "Mensen om de inwoner heen", "People around the resident");
  const auto word = [&](std::string_view nl, std::string_view en) { return std::string(pick(lang, nl, en)); };
  return heading(fmt::format("{} ({})", title, rows.size())) +
         table({word("Naam", "Name"), word("Relatie", "Relation"), word("Kring", "Shell"), word("Groep", "Group"),
                word("Doet mee?", "Joins in?")},
               rows);
}

}  // namespace

std::string in_words(const Case& state, const Person& person, Lang lang) {
  if (!person.network) return state.name_of(person.id, lang);
  const auto& place = *person.network;
  auto out = state.name_of(person.id, lang);
  if (!place.relation.empty()) out += fmt::format(" ({})", place.relation);
  out += fmt::format(": {}, {}", label(place.shell, lang), label(place.quadrant, lang));
  if (place.professional && place.quadrant != Quadrant::professionals)
    out += pick(lang, ", professional", ", professional");
  if (place.answer == Answer::none) out += "; " + answer(place, lang);
  else out += fmt::format("; {}: {}", pick(lang, "antwoord", "answer"), label(place.answer, lang));
  return out;
}

std::string in_words(const Case& state, const Tie& tie, Lang lang) {
  const auto from = name_at_end(state, tie.tie.from, lang);
  const auto to = name_at_end(state, tie.tie.to, lang);
  std::string way;
  if (tie.tie.direction == Direction::both) way = label(tie.tie.direction, lang);
  else way = fmt::format("{} {}", from, label(tie.tie.direction, lang));
  return fmt::format("{} {} {}: {} {}, {}{}", from, pick(lang, "en", "and"), to, label(tie.tie.strength, lang),
                     pick(lang, "contact", "contact"), way,
                     tie.tie.tension ? pick(lang, ", met spanning", ", with tension") : "");
}

std::string network_in_words(const Case& state, Lang lang) {
  std::string out;
  for (const auto& person : state.people)
    if (person.network) out += one_line(in_words(state, person, lang)) + ".\n";
  for (const auto& tie : state.ties) out += one_line(in_words(state, tie, lang)) + ".\n";
  if (out.empty()) out = pick(lang, "Er staat nog niemand op de kaart.", "There is nobody on the map yet.");
  return out;
}

std::string network_text(const Case& state, Lang lang) {
  auto out = paragraph("", fmt::format("{} {}", pick(lang, "Netwerk van casus", "Network of case"), state.id));
  const auto people = group(state, false, lang) + group(state, true, lang);
  if (people.empty())
    out += paragraph("", pick(lang, "Er staat nog niemand op de kaart. Toevoegen: casus network add",
                              "There is nobody on the map yet. To add somebody: casus network add"));
  out += people;
  if (!state.ties.empty()) out += heading(pick(lang, "Banden", "Ties"));
  for (const auto& tie : state.ties) out += paragraph("- ", in_words(state, tie, lang));
  return out;
}

}  // namespace casus::report
