// SPDX-License-Identifier: EUPL-1.2
#include "core/report/documents/dossier_parts.hpp"
#include "core/report/meldcode_text.hpp"
#include "core/report/pictures/network_words.hpp"
#include "core/text/label.hpp"
#include "core/text/voice.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::report::dossier {

namespace {

std::string on_day(const std::optional<Date>& date, const text::Voice& voice) { return date ? day(*date, voice) : ""; }

/// What somebody in that role does, said to the resident; of the other roles what they are called.
std::string role_to_resident(Role role, bool of_the_team, const text::Voice& voice) {
  switch (role) {
    case Role::presenter: return text::say(voice, "extract.role_presenter");
    case Role::chair: return text::say(voice, "extract.role_chair");
    case Role::note_taker: return text::say(voice, "extract.role_note_taker");
    case Role::case_manager: return text::say(voice, "extract.role_case_manager");
    case Role::resident: return text::say(voice, "extract.role_resident");
    case Role::member:
      return of_the_team ? text::say(voice, "extract.role_member") : text::say(voice, "extract.role_guest");
    default: return capital(role_in_case(role, of_the_team, voice));
  }
}

}  // namespace

void add_people(page::Page& page, const Case& state, const Naming& names, Audience audience) {
  const auto& voice = names.voice();
  // Where each phase has a method of its own, no single one says what people are called.
  const bool one_method =
      std::ranges::all_of(state.methods, [&](const Pin& pin) { return pin.id == state.methods.front().id; });
  std::vector<page::Row> rows;
  const auto add_row = [&](Role role, bool of_the_team) {
    std::string who;
    for (const auto& person : state.people) {
      if (!person.has(role) || (role == Role::member && person.team_member != of_the_team)) continue;
      who += (who.empty() ? "" : ", ") + names.person(person.id);
      if (!person.contact.empty()) who += " (" + person.contact + ")";
      if (person.absent) who += ' ' + text::say(voice, "dossier_people.not_at_table");
      if (person.away) who += ' ' + text::say(voice, "dossier_people.not_there_now");
      if (person.left) who += text::say(voice, "dossier_people.longer_takes_part");
    }
    if (!who.empty())
      rows.push_back({audience.resident ? role_to_resident(role, of_the_team, voice)
                                        : capital(one_method ? names.role(role, of_the_team)
                                                             : role_in_case(role, of_the_team, voice)),
                      who});
  };
  for (const auto& role : names_of(Role{})) {
    add_row(role.value, true);
    if (role.value == Role::member) add_row(role.value, false);
  }
  if (rows.empty()) return;
  page.section(!audience.resident ? text::say(voice, "dossier_people.take_part")
                                  : text::say(voice, "dossier_people.take_part_talks_about"));
  page.table({text::say(voice, audience.of("dossier_people.role", "extract.what_they_do")),
              text::say(voice, "dossier_people.who")},
             rows);
}

void add_network(page::Page& page, const Case& state, const Naming& names) {
  const auto& voice = names.voice();
  page::Page network;
  network.section(text::say(voice, "dossier_people.network"));
  for (const bool professional : {false, true}) {
    std::vector<page::Row> rows;
    for (const auto& person : state.people) {
      if (!person.network || person.network->professional != professional) continue;
      const auto& place = *person.network;
      auto answer = place.answer == Answer::none ? std::string() : label(place.answer, voice);
      if (place.spoken_on)
        answer += fmt::format("{}{} {}", answer.empty() ? "" : ", ", text::say(voice, "dossier_people.spoken"),
                              day(*place.spoken_on, voice));
      if (!place.note.empty()) answer += (answer.empty() ? "" : ": ") + place.note;
      rows.push_back({names.person(person.id), place.relation, label(place.shell, voice), label(place.quadrant, voice),
                      on_day(place.asked_on, voice), answer});
    }
    if (rows.empty()) continue;
    const auto heading = professional ? text::say(voice, "dossier_people.professionals")
                                      : text::say(voice, "network.people_around_resident");
    network.paragraph(page::Line().strong(fmt::format("{} ({})", heading, rows.size())));
    network.table({text::say(voice, "dossier_people.name"), text::say(voice, "dossier_people.relation"),
                   text::say(voice, "dossier_people.shell"), text::say(voice, "dossier_people.group"),
                   text::say(voice, "dossier_people.asked"), text::say(voice, "dossier_people.answer")},
                  rows);
  }
  for (const auto& tie : state.ties) network.bullet(in_words(state, tie, voice));
  if (!network.sections.front().blocks.empty()) page.append(std::move(network));

  std::vector<std::string> listed;
  for (const auto& person : state.people)
    if (person.listed && !person.network)
      listed.push_back(names.person(person.id) +
                       (person.listed_relation.empty() ? "" : " (" + person.listed_relation + ")"));
  if (listed.empty()) return;
  page.section(text::say(voice, "network.raw_list_named_without_place"));
  page.bullets(listed);
}

void add_safety(page::Page& page, const Case& state, const Naming& names) {
  const auto& voice = names.voice();
  struct Line {
    Time at;
    std::string text;
  };
  std::vector<Line> lines;
  // A concern is the first step of the meldcode too: one line says both.
  const auto begins_meldcode = [&](const SafetyNote& note) {
    return std::ranges::any_of(state.meldcode,
                               [&](const MeldcodeNote& it) { return it.taken.step == 1 && it.event == note.event; });
  };
  const auto is_told = [&](const MeldcodeNote& it) {
    return it.taken.step == 1 &&
           std::ranges::find(state.safety_notes, it.event, &SafetyNote::event) != state.safety_notes.end();
  };
  for (const auto& note : state.safety_notes) {
    auto what = note.handled                  ? text::say(voice, "dossier_people.acute_handled")
                : note.level == Safety::clear ? text::say(voice, "dossier_people.concern_closed")
                                              : label(note.level, voice);
    if (begins_meldcode(note)) what = text::say(voice, "dossier_people.concern_begins_code", "level"_is = what);
    lines.push_back({note.at, fmt::format("{}, {}: {}{} {}", day(date_of(note.at), voice), names.person(note.by), what,
                                          note.handled ? ":" : ".", note.text)});
  }
  for (const auto& note : state.meldcode)
    if (!is_told(note)) lines.push_back({note.at, meldcode_line(note, names)});
  std::ranges::stable_sort(lines, {}, &Line::at);
  if (lines.empty()) return;
  page.section(text::say(voice, "dossier_people.safety_reporting_code"));
  for (const auto& line : lines) page.bullet(line.text);
}

std::vector<std::string> told(const Case& state, const Naming& names) {
  const auto& voice = names.voice();
  std::vector<std::string> out;
  for (const auto& note : state.told)
    out.push_back(fmt::format("{}, {}: {}", day(note.told.on, voice),
                              names.person(note.told.who.empty() ? note.by : note.told.who), note.told.what));
  return out;
}

std::vector<std::string> endings(const Case& state, const Naming& names) {
  const auto& voice = names.voice();
  std::vector<std::string> out;
  for (const auto& ending : state.endings)
    out.push_back(fmt::format("{}, {}: {}{}", day(date_of(ending.at), voice), names.person(ending.by),
                              label(ending.life, voice), ending.because.empty() ? "" : ", " + ending.because));
  return out;
}

}  // namespace casus::report::dossier
