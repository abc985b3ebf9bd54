// SPDX-License-Identifier: EUPL-1.2
#include "core/report/documents/extract.hpp"

#include "core/method/vocabulary.hpp"
#include "core/model/redaction.hpp"
#include "core/page/page.hpp"
#include "core/page/safe_text.hpp"
#include "core/report/documents/dossier_parts.hpp"
#include "core/report/documents/names_hidden.hpp"
#include "core/report/history/looks_text.hpp"
#include "core/text/voice.hpp"

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
  std::size_t unplaced = 0;
};

/// Whose data does not belong to the resident: who is neither the resident nor works in the case.
bool is_other(const Person& person, std::string_view resident) {
  return person.id != resident && !works_in_case(person);
}

std::vector<HiddenName> names_of_others(const Case& state, std::string_view resident, const text::Voice& voice) {
  std::vector<std::string> names;
  for (const auto& person : state.people)
    if (is_other(person, resident) && !person.name.empty()) names.push_back(person.name);
  return with_marks(std::move(names), voice);
}

/// The case without what is not the resident's to take home.
Case without_others(const Case& state, const ExtractWishes& wishes, LeftOut& left) {
  Case out = state;
  left.unplaced =
      std::erase_if(out.contributions, [](const Contribution& it) { return it.kind == method::kUnplacedKind; });
  left.said_by_others = std::erase_if(out.contributions, [&](const Contribution& it) {
    const auto* by = state.person(it.by);
    return by != nullptr && is_other(*by, wishes.person);
  });
  std::erase_if(out.taken_back, [&](const TakenBack& it) {
    const auto* by = state.person(it.by);
    return by != nullptr && is_other(*by, wishes.person);
  });
  for (auto& person : out.people) {
    if (is_other(person, wishes.person)) person.contact.clear();
    if (person.network) ++left.network;
    person.network.reset();
    person.listed = false;
  }
  out.family = {};
  out.ties.clear();
  left.opinions = std::erase_if(out.opinions, [&](const Opinion& it) { return !is_shown(state, it); });
  if (wishes.with_safety) return out;
  left.safety = out.safety_notes.size() + out.meldcode.size();
  out.safety_notes.clear();
  out.meldcode.clear();
  return out;
}

std::string who_to_ask(const Case& state, const text::Voice& voice) {
  for (const auto role : {Role::case_manager, Role::presenter, Role::chair})
    if (const auto* person = state.with(role); person != nullptr && !person->name.empty()) return person->name;
  return text::say(voice, "extract.neighbourhood_team");
}

void add_left_out(page::Page& page, const Case& state, const LeftOut& left, const text::Voice& voice) {
  std::vector<std::string> lines;
  if (left.names > 0) lines.push_back(text::say(voice, "extract.names", "names"_is = left.names));
  if (left.numbers > 0) lines.push_back(text::say(voice, "extract.numbers", "numbers"_is = left.numbers));
  if (left.said_by_others > 0)
    lines.push_back(text::say(voice, "extract.said_by_others", "said_by_others"_is = left.said_by_others));
  if (left.unplaced > 0) lines.push_back(text::say(voice, "extract.unplaced", "unplaced"_is = left.unplaced));
  if (left.network > 0) lines.push_back(text::say(voice, "extract.network", "network"_is = left.network));
  if (left.safety > 0)
    lines.push_back(
        text::say(voice, "extract.safety", "safety"_is = left.safety, "contact"_is = who_to_ask(state, voice)));
  const auto hidden = std::ranges::count_if(state.contributions, [&](const auto& it) { return !is_shown(state, it); });
  if (hidden > 0 || left.opinions > 0) lines.emplace_back(text::say(voice, "extract.what_nobody_table_may_read"));
  if (!state.learning.empty() || !state.signals.empty())
    lines.emplace_back(text::say(voice, "extract.what_team_learned_from_talks"));
  page.section(text::say(voice, "extract.what_left_out_why"));
  if (lines.empty()) page.paragraph(text::say(voice, "extract.nothing_left_out"));
  page.bullets(lines);
  page.paragraph(text::say(voice, "extract.program_knows_names_people_case"));
}

page::Page seen_page(const Case& state, const Looks& looks, const text::Voice& voice) {
  page::Page page;
  page.section(text::say(voice, "extract.has_seen_data"));
  page.paragraph(text::say(voice, "extract.table_when_said_below_looked"));
  const auto rows = looks_rows(looks, state, voice, LooksFor::resident);
  if (rows.empty()) page.paragraph(text::say(voice, "extract.nobody_since_kept"));
  else page.table(looks_header(voice), rows);
  return page;
}

/// How to read it, before everything else.
void add_lead(page::Page& page, const Case& state, const text::Voice& voice) {
  page.paragraph(text::say(voice, "extract.paper_holds_what_neighbourhood_team"));
  page.paragraph(text::say(voice, "extract.something_wrong_do_miss_something", "state"_is = who_to_ask(state, voice)));
}

}  // namespace

page::Page extract_page(const Case& state, const Looks& looks, const ExtractWishes& wishes,
                        const Definitions& definitions, const text::Voice& voice) {
  page::Page page;
  if (state.stage.life == Life::erased) {
    page.title = text::say(voice, "dossier.case_has_been_erased");
    return page;
  }
  LeftOut left;
  const auto names = names_of_others(state, wishes.person, voice);
  const auto own = without_others(state, wishes, left);
  page::Page body;
  dossier::add_case(body, own, Naming(own, definitions, voice), {true, wishes.with_safety});
  body.append(seen_page(state, looks, voice));
  const auto* resident = state.person(wishes.person);
  std::vector<std::string> kept;
  if (resident != nullptr && !trimmed(resident->name).empty()) kept.emplace_back(trimmed(resident->name));
  const auto hidden = hide_names(body, names, kept, voice);
  left.names = hidden.names;
  left.numbers = hidden.numbers;

  page.title = resident == nullptr || resident->name.empty()
                   ? text::say(voice, "extract.extract_resident")
                   : fmt::format("{} {}", text::say(voice, "extract.extract"), page::one_line(resident->name));
  add_lead(page, state, voice);
  page.append(std::move(body));
  add_left_out(page, state, left, voice);
  return page;
}

}  // namespace casus::report
