// SPDX-License-Identifier: EUPL-1.2
#include "core/page/safe_text.hpp"
#include "core/report/history/naming.hpp"
#include "core/report/pictures/network_gaps.hpp"
#include "core/report/pictures/network_map.hpp"
#include "core/report/pictures/network_places.hpp"
#include "core/report/pictures/network_words.hpp"
#include "core/text/label.hpp"
#include "core/text/voice.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace casus::report {

namespace {

std::string name_at_end(const Case& state, std::string_view id, const text::Voice& voice) {
  if (is_resident(state, id)) return text::say(voice, "network.resident");
  return state.name_of(id, voice);
}

std::string answer(const NetworkPlace& place, const text::Voice& voice) {
  if (place.answer != Answer::none) return label(place.answer, voice);
  return std::string(place.asked_on ? text::say(voice, "network.answer_yet") : text::say(voice, "network.asked_yet"));
}

void add_group(page::Page& page, const Case& state, bool professional, const text::Voice& voice) {
  std::vector<page::Row> rows;
  for (const auto& shell : names_of(Shell{}))
    for (const auto& person : state.people) {
      if (!person.network || person.network->professional != professional || person.network->shell != shell.value)
        continue;
      const auto& place = *person.network;
      rows.push_back({state.name_of(person.id, voice), place.relation, label(place.shell, voice),
                      label(place.quadrant, voice), answer(place, voice)});
    }
  if (rows.empty()) return;
  const auto title =
      professional ? text::say(voice, "network.professionals") : text::say(voice, "network.people_around_resident");
  page.section(fmt::format("{} ({})", title, rows.size()));
  page.table({text::say(voice, "network.name"), text::say(voice, "network.relation"), text::say(voice, "network.shell"),
              text::say(voice, "network.group"), text::say(voice, "network.joins")},
             std::move(rows));
}

/// "Joke: Bellen op vrijdag (open)", for everybody on the map who does something in the plan.
void add_parts_in_plan(page::Page& page, const Case& state, const text::Voice& voice) {
  bool first = true;
  for (const auto& person : state.people) {
    if (!person.network) continue;
    for (const auto& action : state.actions) {
      if (action.plan.who != person.id) continue;
      if (std::exchange(first, false)) page.section(text::say(voice, "network.what_each_does_plan"));
      page.bullet(
          fmt::format("{}: {} ({})", state.name_of(person.id, voice), action.plan.what, label(action.state, voice)));
    }
  }
}

void add_asked(page::Page& page, const Case& state, const text::Voice& voice) {
  bool first = true;
  for (const auto& person : state.people) {
    if (!person.network || !person.network->asked_on) continue;
    if (std::exchange(first, false)) page.section(text::say(voice, "network.asked"));
    const auto& place = *person.network;
    auto line = fmt::format("{}, {}{}: {}", state.name_of(person.id, voice), day(*place.asked_on, voice),
                            place.spoken_on ? text::say(voice, "network.person") : "", answer(place, voice));
    if (!place.note.empty()) line += ". " + place.note;
    page.bullet(line);
  }
}

void add_raw_list(page::Page& page, const Case& state, const text::Voice& voice) {
  bool first = true;
  for (const auto& person : state.people) {
    if (!person.listed || person.network) continue;
    if (std::exchange(first, false)) page.section(text::say(voice, "network.raw_list_named_without_place"));
    page.bullet(state.name_of(person.id, voice) +
                (person.listed_relation.empty() ? "" : " (" + person.listed_relation + ")"));
  }
}

}  // namespace

std::string in_words(const Case& state, const Person& person, const text::Voice& voice) {
  if (!person.network) return state.name_of(person.id, voice);
  const auto& place = *person.network;
  auto out = state.name_of(person.id, voice);
  if (!place.relation.empty()) out += fmt::format(" ({})", place.relation);
  out += fmt::format(": {}, {}", label(place.shell, voice), label(place.quadrant, voice));
  if (place.professional && place.quadrant != Quadrant::professionals)
    out += text::say(voice, "network.professional_2");
  if (place.answer == Answer::none) out += "; " + answer(place, voice);
  else out += fmt::format("; {}: {}", text::say(voice, "network.answer"), label(place.answer, voice));
  return out;
}

std::string in_words(const Case& state, const Tie& tie, const text::Voice& voice) {
  const auto from = name_at_end(state, tie.tie.from, voice);
  const auto to = name_at_end(state, tie.tie.to, voice);
  std::string way;
  if (tie.tie.direction == Direction::both) way = label(tie.tie.direction, voice);
  else way = fmt::format("{} {}", from, label(tie.tie.direction, voice));
  return fmt::format("{} {} {}: {} {}, {}{}", from, text::say(voice, "network.and"), to, label(tie.tie.strength, voice),
                     text::say(voice, "network.contact"), way,
                     tie.tie.tension ? text::say(voice, "network.tension") : "");
}

std::string network_in_words(const Case& state, const text::Voice& voice) {
  std::string out;
  for (const auto& person : state.people)
    if (person.network) out += page::one_line(in_words(state, person, voice)) + ".\n";
  for (const auto& tie : state.ties) out += page::one_line(in_words(state, tie, voice)) + ".\n";
  if (out.empty()) out = text::say(voice, "network.nobody_map_yet");
  return out;
}

page::Page network_page(const Case& state, const text::Voice& voice) {
  page::Page page;
  page.title = fmt::format("{} {}", text::say(voice, "network.network_case"), state.id);
  if (std::ranges::none_of(state.people, [](const Person& person) { return person.network.has_value(); }))
    page.paragraph(
        page::Line(text::say(voice, "network.nobody_map_yet"))
            .way_on(text::say(voice, "network.to_add_somebody", "add"_is = way("network add", "case"_is = state.id))));
  add_group(page, state, false, voice);
  add_group(page, state, true, voice);
  add_parts_in_plan(page, state, voice);
  if (!state.ties.empty()) page.section(text::say(voice, "network.ties"));
  for (const auto& tie : state.ties) page.bullet(in_words(state, tie, voice));
  add_asked(page, state, voice);
  add_raw_list(page, state, voice);
  const auto gaps = gaps_in_words(state, voice);
  if (!gaps.empty()) page.section(text::say(voice, "network.missing"));
  for (const auto& gap : gaps) page.bullet(gap);
  return page;
}

}  // namespace casus::report
