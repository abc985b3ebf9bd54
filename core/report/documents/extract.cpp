// SPDX-License-Identifier: EUPL-1.2
#include "core/report/documents/extract.hpp"

#include "core/base/redaction.hpp"
#include "core/page/page.hpp"
#include "core/page/safe_text.hpp"
#include "core/report/documents/dossier_parts.hpp"
#include "core/report/looks_text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::report {

namespace {

/// Counts what is taken out on the way.
struct LeftOut {
  std::size_t names = 0;
  std::size_t numbers = 0;
  std::size_t said_by_others = 0;
  std::size_t network = 0;
  std::size_t safety = 0;
  std::size_t opinions = 0;
};

/// Whose data does not belong to the resident: who is neither the resident nor works in the case.
bool is_other(const Person& person, std::string_view resident) {
  return person.id != resident && !works_in_case(person);
}

/// Two others stay two: each has a number, when there are several.
std::vector<HiddenName> names_of_others(const Case& state, std::string_view resident, Lang lang) {
  std::vector<HiddenName> names;
  for (const auto& person : state.people)
    if (is_other(person, resident) && !person.name.empty()) names.push_back({person.name, {}});
  int number = 0;
  for (auto& one : names) {
    one.mark = pick(lang, "[iemand anders", "[another");
    if (names.size() > 1) one.mark += ' ' + std::to_string(++number);
    one.mark += ']';
  }
  return names;
}

/// The case without what is not the resident's to take home.
Case without_others(const Case& state, const ExtractWishes& wishes, LeftOut& left) {
  Case out = state;
  left.said_by_others = std::erase_if(out.contributions, [&](const Contribution& it) {
    const auto* by = state.person(it.by);
    return by != nullptr && is_other(*by, wishes.person);
  });
  std::erase_if(out.taken_back, [&](const TakenBack& it) {
    const auto* by = state.person(it.by);
    return by != nullptr && is_other(*by, wishes.person);
  });
  for (auto& person : out.people)
    if (person.network) {
      ++left.network;
      person.network.reset();
    }
  for (auto& person : out.people) person.listed = false;
  out.family = {};
  out.ties.clear();
  left.opinions = std::erase_if(out.opinions, [&](const Opinion& it) { return !is_shown(state, it); });
  if (wishes.with_safety) return out;
  left.safety = out.safety_notes.size() + out.meldcode.size();
  out.safety_notes.clear();
  out.meldcode.clear();
  return out;
}

/// Takes the names of others, and numbers that could lead to somebody, out of every text of a page that people typed.
void redact(page::Page& page, const std::vector<HiddenName>& names, Lang lang, LeftOut& left) {
  page::each_text(page, [&](std::string& text) {
    auto done = redacted(text, names, pick(lang, "[weggelaten]", "[left out]"));
    left.names += done.names;
    left.numbers += done.numbers;
    text = std::move(done.text);
  });
}

std::string who_to_ask(const Case& state, Lang lang) {
  for (const auto role : {Role::case_manager, Role::presenter, Role::chair})
    if (const auto* person = state.with(role); person != nullptr && !person->name.empty()) return person->name;
  return std::string(pick(lang, "het wijkteam", "the neighbourhood team"));
}

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

void add_left_out(page::Page& page, const Case& state, const LeftOut& left, Lang lang) {
  const bool nl = lang == Lang::nl;
  std::vector<std::string> lines;
  if (left.names > 0)
    lines.push_back(nl ? fmt::format("De naam van iemand anders: {}. Daar staat nu [iemand anders].",
                                     counted(left.names, "keer", "keer"))
                       : fmt::format("The name of somebody else: {}. It says [another] there now.",
                                     counted(left.names, "time", "times")));
  if (left.numbers > 0)
    lines.push_back(nl ? fmt::format("Telefoonnummers, adressen, geboortedata en dergelijke: {}. Daar staat nu "
                                     "[weggelaten], want het programma kan niet zien van wie ze zijn.",
                                     counted(left.numbers, "keer", "keer"))
                       : fmt::format("Telephone numbers, addresses, dates of birth and the like: {}. It says "
                                     "[left out] there now, as the program cannot see whose they are.",
                                     counted(left.numbers, "time", "times")));
  if (left.said_by_others > 0)
    lines.push_back(nl ? fmt::format("Wat anderen om u heen zelf zeiden: {}. Dat zijn hun gegevens.",
                                     counted(left.said_by_others, "bijdrage", "bijdragen"))
                       : fmt::format("What others around you said themselves: {}. That is their data.",
                                     counted(left.said_by_others, "contribution", "contributions")));
  if (left.network > 0)
    lines.push_back(nl ? fmt::format("De netwerkkaart met {}: daarop staat wat zij geantwoord hebben.",
                                     counted(left.network, "persoon", "personen"))
                       : fmt::format("The network map with {}: it holds what they answered.",
                                     counted(left.network, "person", "people")));
  if (left.safety > 0)
    lines.push_back(nl ? fmt::format("Aantekeningen over veiligheid: {}. Vraag ernaar bij {}; u bespreekt samen wat "
                                     "u ervan kunt lezen.",
                                     left.safety, who_to_ask(state, lang))
                       : fmt::format("Notes on safety: {}. Ask {} about them; together you discuss what you can read.",
                                     left.safety, who_to_ask(state, lang)));
  const auto hidden = std::ranges::count_if(state.contributions, [&](const auto& it) { return !is_shown(state, it); });
  if (hidden > 0 || left.opinions > 0)
    lines.emplace_back(pick(lang,
                            "Wat nog niemand aan tafel mag lezen, omdat iedereen eerst zelf nadenkt. Dat komt er later "
                            "bij.",
                            "What nobody at the table may read yet, because everybody thinks alone first. It will be "
                            "added later."));
  if (!state.learning.empty() || !state.signals.empty())
    lines.emplace_back(
        pick(lang,
             "Wat het team van het gesprek leerde en wat het aan de wijk doorgaf. Dat ligt bij het team, "
             "zonder gegevens over u.",
             "What the team learned from the talks and passed on to the area. That lies with the team, "
             "without data about you."));
  page.section(pick(lang, "Wat er niet in staat, en waarom", "What is left out, and why"));
  if (lines.empty()) page.paragraph(pick(lang, "Er is niets weggelaten.", "Nothing was left out."));
  page.bullets(lines);
  page.paragraph(
      pick(lang,
           "Het programma herkent namen van mensen die in deze casus staan, zoals ze geschreven zijn. Andere "
           "namen kan het niet herkennen. Daarom hoort iemand van het team dit stuk na te lezen voordat u het "
           "krijgt.",
           "The program knows the names of people who are in this case, as they are written. Other names it "
           "cannot know. That is why somebody of the team should read this paper through before you get it."));
}

page::Page seen_page(const Case& state, const Looks& looks, Lang lang) {
  page::Page page;
  page.section(pick(lang, "Wie uw gegevens heeft gezien", "Who has seen your data"));
  page.paragraph(pick(lang,
                      "Wie aan tafel zit, was bij wat daar gezegd is. Hieronder staat wie de casus daarnaast "
                      "heeft opgezocht, wanneer, wat en waarom.",
                      "Who is at the table was there when it was said. Below is who looked the case up "
                      "besides, when, what and why."));
  const auto rows = looks_rows(looks, state, lang);
  if (rows.empty()) page.paragraph(pick(lang, "Niemand, sinds dit wordt bijgehouden.", "Nobody, since this is kept."));
  else page.table(looks_header(lang), rows);
  return page;
}

/// How to read it, before everything else.
void add_lead(page::Page& page, const Case& state, Lang lang) {
  page.paragraph(pick(lang,
                      "In dit stuk staat wat het wijkteam over u heeft opgeschreven toen het over uw situatie sprak. U "
                      "kunt ook lezen wie ernaar gekeken heeft, en wat er niet in staat en waarom.",
                      "This paper holds what the neighbourhood team wrote down about you when it discussed your "
                      "situation. You can also read who has looked at it, and what is left out and why."));
  page.paragraph(fmt::format(fmt::runtime(pick(lang, "Klopt er iets niet, of mist u iets? Zeg het tegen {}.",
                                               "Is something wrong, or do you miss something? Tell {}.")),
                             who_to_ask(state, lang)));
}

}  // namespace

page::Page extract_page(const Case& state, const Looks& looks, const ExtractWishes& wishes,
                        const Definitions& definitions, Lang lang) {
  page::Page page;
  if (state.stage.life == Life::erased) {
    page.title = pick(lang, "Deze casus is gewist", "This case has been erased");
    return page;
  }
  LeftOut left;
  const auto names = names_of_others(state, wishes.person, lang);
  const auto own = without_others(state, wishes, left);
  page::Page body;
  dossier::add_case(body, own, Naming(own, definitions, lang), {true, wishes.with_safety});
  body.append(seen_page(state, looks, lang));
  redact(body, names, lang, left);

  const auto* resident = state.person(wishes.person);
  page.title = resident == nullptr || resident->name.empty()
                   ? std::string(pick(lang, "Uittreksel voor de inwoner", "Extract for the resident"))
                   : fmt::format("{} {}", pick(lang, "Uittreksel voor", "Extract for"), page::one_line(resident->name));
  add_lead(page, state, lang);
  page.append(std::move(body));
  add_left_out(page, state, left, lang);
  return page;
}

}  // namespace casus::report
