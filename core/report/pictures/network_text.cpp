// SPDX-License-Identifier: EUPL-1.2
#include "core/page/safe_text.hpp"
#include "core/report/naming.hpp"
#include "core/report/pictures/network_gaps.hpp"
#include "core/report/pictures/network_map.hpp"
#include "core/report/pictures/network_places.hpp"
#include "core/report/pictures/network_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

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

void add_group(page::Page& page, const Case& state, bool professional, Lang lang) {
  std::vector<page::Row> rows;
  for (const auto& shell : names_of(Shell{}))
    for (const auto& person : state.people) {
      if (!person.network || person.network->professional != professional || person.network->shell != shell.value)
        continue;
      const auto& place = *person.network;
      rows.push_back({state.name_of(person.id, lang), place.relation, std::string(label(place.shell, lang)),
                      std::string(label(place.quadrant, lang)), answer(place, lang)});
    }
  if (rows.empty()) return;
  const auto title = professional ? pick(lang, "Professionals", "Professionals")
                                  : pick(lang, "Mensen om de inwoner heen", "People around the resident");
  const auto word = [&](std::string_view nl, std::string_view en) { return std::string(pick(lang, nl, en)); };
  page.section(fmt::format("{} ({})", title, rows.size()));
  page.table({word("Naam", "Name"), word("Relatie", "Relation"), word("Kring", "Shell"), word("Groep", "Group"),
              word("Doet mee?", "Joins in?")},
             std::move(rows));
}

/// "Joke: Bellen op vrijdag (open)", for everybody on the map who does something in the plan.
void add_parts_in_plan(page::Page& page, const Case& state, Lang lang) {
  bool first = true;
  for (const auto& person : state.people) {
    if (!person.network) continue;
    for (const auto& action : state.actions) {
      if (action.plan.who != person.id) continue;
      if (std::exchange(first, false))
        page.section(pick(lang, "Wat ieder in het plan doet", "What each does in the plan"));
      page.bullet(
          fmt::format("{}: {} ({})", state.name_of(person.id, lang), action.plan.what, label(action.state, lang)));
    }
  }
}

void add_asked(page::Page& page, const Case& state, Lang lang) {
  bool first = true;
  for (const auto& person : state.people) {
    if (!person.network || !person.network->asked_on) continue;
    if (std::exchange(first, false)) page.section(pick(lang, "Wie is gevraagd", "Who was asked"));
    const auto& place = *person.network;
    auto line = fmt::format("{}, {}{}: {}", state.name_of(person.id, lang), day(*place.asked_on, lang),
                            place.spoken_on ? pick(lang, ", zelf gesproken", ", in person") : "", answer(place, lang));
    if (!place.note.empty()) line += ". " + place.note;
    page.bullet(line);
  }
}

void add_raw_list(page::Page& page, const Case& state, Lang lang) {
  bool first = true;
  for (const auto& person : state.people) {
    if (!person.listed || person.network) continue;
    if (std::exchange(first, false))
      page.section(pick(lang, "Groslijst: genoemd, nog zonder plek", "Raw list: named, without a place yet"));
    page.bullet(state.name_of(person.id, lang) +
                (person.listed_relation.empty() ? "" : " (" + person.listed_relation + ")"));
  }
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
    if (person.network) out += page::one_line(in_words(state, person, lang)) + ".\n";
  for (const auto& tie : state.ties) out += page::one_line(in_words(state, tie, lang)) + ".\n";
  if (out.empty()) out = pick(lang, "Er staat nog niemand op de kaart.", "There is nobody on the map yet.");
  return out;
}

page::Page network_page(const Case& state, Lang lang) {
  page::Page page;
  page.title = fmt::format("{} {}", pick(lang, "Netwerk van casus", "Network of case"), state.id);
  if (std::ranges::none_of(state.people, [](const Person& person) { return person.network.has_value(); }))
    page.paragraph(pick(lang, "Er staat nog niemand op de kaart. Toevoegen: casus network add",
                        "There is nobody on the map yet. To add somebody: casus network add"));
  add_group(page, state, false, lang);
  add_group(page, state, true, lang);
  add_parts_in_plan(page, state, lang);
  if (!state.ties.empty()) page.section(pick(lang, "Banden", "Ties"));
  for (const auto& tie : state.ties) page.bullet(in_words(state, tie, lang));
  add_asked(page, state, lang);
  add_raw_list(page, state, lang);
  const auto gaps = gaps_in_words(state, lang);
  if (!gaps.empty()) page.section(pick(lang, "Wie ontbreekt er nog?", "Who is missing?"));
  for (const auto& gap : gaps) page.bullet(gap);
  return page;
}

std::string network_text(const Case& state, Lang lang) { return page::page_text(network_page(state, lang)); }

}  // namespace casus::report
