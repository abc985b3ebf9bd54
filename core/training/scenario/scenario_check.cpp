// SPDX-License-Identifier: EUPL-1.2
#include "core/training/scenario/scenario_check.hpp"

#include "core/model/person_name.hpp"
#include "core/training/debrief/counted_words.hpp"

/// The file as a whole: who it is about, who plays, and what the group is to learn.
namespace casus::training {
namespace {

/// Somebody older is a typing mistake.
constexpr int kOldest = 120;

/// More is an album; each is looked at by content when the scenario is checked.
constexpr std::size_t kMostMedia = 20;

/// A name of a file that leads nowhere else, on any machine.
bool is_file_name(std::string_view name) {
  const auto plain = [](unsigned char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
  };
  return !name.empty() && name.size() <= 80 && name.front() != '.' && std::ranges::all_of(name, plain);
}

}  // namespace

Problems ScenarioCheck::run() {
  head();
  goals();
  people();
  counters();
  conditions();
  facts();
  events();
  decisions();
  paths();
  hints();
  observe();
  media();
  return std::move(problems_);
}

void ScenarioCheck::words(const Text& text, const Pointer& pointer) {
  if (trimmed(text.nl).empty()) add(pointer + "/nl", tell("wrong.no_words"));
  if (trimmed(text.en).empty()) add(pointer + "/en", tell("wrong.no_words"));
}

void ScenarioCheck::words(const std::string& text, const Pointer& pointer) {
  if (trimmed(text).empty()) add(pointer, tell("wrong.no_words"));
}

void ScenarioCheck::known(std::string_view id, const Names& among, Telling what, const Pointer& pointer) {
  if (std::ranges::find(among, id) == among.end())
    add(pointer, tell("wrong.there_is_no", {{"what", std::move(what)}, {"id", id}, {"near", fields::near(id, among)}}));
}

void ScenarioCheck::span(const Span& span, const Pointer& pointer, bool zero_too) {
  const int least = zero_too ? 0 : 1;
  if (span.amount < least || span.amount > kLongestSpan / std::chrono::minutes(1) || span.seconds() > kLongestSpan)
    add(pointer + "/amount", tell("wrong.span", {{"least", least}, {"amount", span.amount}, {"unit", key(span.unit)}}));
}

void ScenarioCheck::range(int got, int least, int most, const Pointer& pointer) {
  if (got < least || got > most) add(pointer, tell("wrong.range", {{"least", least}, {"most", most}, {"got", got}}));
}

void ScenarioCheck::head() {
  if (!is_id(s_.id)) add("/id", tell("wrong.id", {{"got", s_.id}}));
  if (!is_version(s_.version)) add("/version", tell("wrong.version", {{"got", s_.version}}));
  words(s_.name, "/name");
  words(s_.summary, "/summary");
  words(s_.persona.name, "/persona/name");
  range(s_.persona.age, 0, kOldest, "/persona/age");
  words(s_.persona.story, "/persona/story");
  words(s_.persona.wish, "/persona/wish");
  words(s_.opening.title, "/opening/title");
  words(s_.opening.purpose, "/opening/purpose");
  words(s_.opening.question, "/opening/question");
  for (const auto& [voice, question] : {std::pair{"nl", s_.opening.question.nl}, {"en", s_.opening.question.en}})
    if (!trimmed(question).empty() && !is_question(question))
      add(fmt::format("/opening/question/{}", voice), tell("wrong.question"));
  words(s_.opening.hoped_for, "/opening/hoped_for");
  words(s_.opening.neighbourhood, "/opening/neighbourhood");
  if (needs_explaining(s_.opening.basis)) add("/opening/basis", tell("wrong.basis", {{"got", key(s_.opening.basis)}}));
  for (const auto& [id, where] : s_.sources) words(where, "/sources/" + id);
  range(s_.opening.reported_days_ago, 0, 366, "/opening/reported_days_ago");
}

void ScenarioCheck::goals() {
  not_empty(s_.goals, "/goals", tell("wrong.a_goal"));
  ids(s_.goals, "/goals", tell("wrong.what_goal"));
  for (std::size_t i = 0; i < s_.goals.size(); ++i) {
    const auto place = fmt::format("/goals/{}", i);
    words(s_.goals[i].name, place + "/name");
    each_part(s_.goals[i].counted, place + "/counted", [&](const Condition& part, const Pointer& at) {
      if (part.op != Condition::Op::holds) return;
      for (const auto& one : unsayable(part.holds)) add(at + "/holds" + one.pointer, one.message);
    });
    not_empty(s_.goals[i].judged, place + "/judged", tell("wrong.a_judged"));
    for (std::size_t k = 0; k < s_.goals[i].judged.size(); ++k)
      words(s_.goals[i].judged[k], fmt::format("{}/judged/{}", place, k));
  }
}

void ScenarioCheck::people() {
  not_empty(s_.network, "/network", tell("wrong.a_person"));
  ids(s_.network, "/network", tell("wrong.what_person"));
  if (!s_.network.empty() && std::ranges::all_of(s_.network, &Acquaintance::professional))
    add("/network", tell("wrong.only_professionals"));
  std::set<std::string> around;  // who is spoken to is called by name
  for (std::size_t i = 0; i < s_.network.size(); ++i) {
    words(s_.network[i].name, fmt::format("/network/{}/name", i));
    if (!around.insert(name_key(s_.network[i].name)).second)
      add(fmt::format("/network/{}/name", i), tell("wrong.has_a_place", {{"name", s_.network[i].name}}));
    words(s_.network[i].relation, fmt::format("/network/{}/relation", i));
    const auto& person = s_.network[i];
    if (!person.speaks_for_self && (person.answer != Answer::none || !person.answers.empty()))
      add(fmt::format("/network/{}/speaks_for_self", i), tell("wrong.answers_for_others", {{"name", person.name}}));
  }
  not_empty(s_.table, "/table", tell("wrong.a_seat"));
  std::set<std::string> names;
  std::map<Role, int> roles;
  for (std::size_t i = 0; i < s_.table.size(); ++i) {
    const auto place = fmt::format("/table/{}", i);
    const auto& seat = s_.table[i];
    words(seat.name, place + "/name");
    if (!names.insert(name_key(seat.name)).second)
      add(place + "/name", tell("wrong.has_a_place", {{"name", seat.name}}));
    not_empty(seat.roles, place + "/roles", tell("wrong.what_role"));
    for (std::size_t k = 0; k < seat.knows.size(); ++k) words(seat.knows[k], fmt::format("{}/knows/{}", place, k));
    for (const auto role : seat.roles) ++roles[role];
    if (std::ranges::count(seat.roles, Role::chair) > 0 && std::ranges::count(seat.roles, Role::presenter) > 0)
      add(place + "/roles", tell("wrong.chair_presents"));
    if (std::ranges::count(seat.roles, Role::coordinator) > 0 && seat.team_member)
      add(place + "/team_member", tell("wrong.coordinator_team"));
  }
  for (const auto role : {Role::presenter, Role::chair, Role::observer})
    if (roles[role] != 1 && !s_.table.empty())
      add("/table", tell("wrong.one_role", {{"role", key(role)}, {"got", roles[role]}}));
  if (roles[Role::member] < 3 && !s_.table.empty())
    add("/table", tell("wrong.three_members", {{"got", roles[Role::member]}}));
}

void ScenarioCheck::hints() {
  for (std::size_t i = 0; i < s_.hints.size(); ++i) {
    words(s_.hints[i].text, fmt::format("/hints/{}/text", i));
  }
}

void ScenarioCheck::observe() {
  not_empty(s_.observe, "/observe", tell("wrong.what_observation"));
  ids(s_.observe, "/observe", tell("wrong.what_observation"));
  for (std::size_t i = 0; i < s_.observe.size(); ++i) {
    words(s_.observe[i].text, fmt::format("/observe/{}/text", i));
    if (s_.observe[i].goal)
      known(*s_.observe[i].goal, ids_of(s_.goals), tell("wrong.what_goal"), fmt::format("/observe/{}/goal", i));
  }
}

void ScenarioCheck::media() {
  ids(s_.media, "/media", tell("wrong.what_medium"));
  if (s_.media.size() > kMostMedia)
    add("/media", tell("wrong.range", {{"least", 0}, {"most", kMostMedia}, {"got", s_.media.size()}}));
  for (std::size_t i = 0; i < s_.media.size(); ++i) {
    const auto place = fmt::format("/media/{}", i);
    words(s_.media[i].name, place + "/name");
    if (!is_file_name(s_.media[i].file)) add(place + "/file", tell("wrong.file_name", {{"got", s_.media[i].file}}));
    if (!s_.media[i].only_for.empty()) {
      Names seats;
      for (const auto& seat : s_.table) seats.push_back(seat.name);
      known(s_.media[i].only_for, seats, tell("wrong.what_seat"), place + "/only_for");
    }
  }
}

Problems check(const Scenario& scenario) { return ScenarioCheck(scenario).run(); }

}  // namespace casus::training
