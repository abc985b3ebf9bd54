// SPDX-License-Identifier: EUPL-1.2
#include "core/training/counted_words.hpp"
#include "core/training/scenario.hpp"

#include "core/base/json_fields.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace casus::training {
namespace {

using Pointer = std::string;
using Names = std::vector<std::string_view>;

/// Somebody older is a typing mistake.
constexpr int kOldest = 120;

template <class T>
Names ids_of(const std::vector<T>& all) {
  Names names;
  for (const auto& one : all) names.push_back(one.id);
  return names;
}

class ScenarioCheck {
 public:
  explicit ScenarioCheck(const Scenario& scenario) : s_(scenario) {}

  Problems run() {
    head();
    goals();
    people();
    facts();
    events();
    decisions();
    paths();
    hints();
    observe();
    return std::move(problems_);
  }

 private:
  void add(Pointer pointer, Telling message) { problems_.push_back({std::move(pointer), std::move(message)}); }

  void words(const Text& text, const Pointer& pointer) {
    if (trimmed(text.nl).empty()) add(pointer + "/nl", tell("wrong.no_words"));
    if (trimmed(text.en).empty()) add(pointer + "/en", tell("wrong.no_words"));
  }

  void words(const std::string& text, const Pointer& pointer) {
    if (trimmed(text).empty()) add(pointer, tell("wrong.no_words"));
  }

  template <class T>
  void not_empty(const std::vector<T>& list, const Pointer& pointer, Telling what) {
    if (list.empty()) add(pointer, tell("wrong.one_of_these", {{"what", std::move(what)}}));
  }

  template <class T>
  void ids(const std::vector<T>& list, const Pointer& pointer, const Telling& what) {
    std::set<std::string_view> seen;
    for (std::size_t i = 0; i < list.size(); ++i) {
      const auto place = fmt::format("{}/{}/id", pointer, i);
      if (!is_id(list[i].id)) add(place, tell("wrong.id", {{"got", list[i].id}}));
      else if (!seen.insert(list[i].id).second)
        add(place, tell("wrong.there_already", {{"what", what}, {"id", list[i].id}}));
    }
  }

  void known(std::string_view id, const Names& among, Telling what, const Pointer& pointer) {
    if (std::ranges::find(among, id) == among.end())
      add(pointer,
          tell("wrong.there_is_no", {{"what", std::move(what)}, {"id", id}, {"near", fields::near(id, among)}}));
  }

  void span(const Span& span, const Pointer& pointer, bool zero_too) {
    const int least = zero_too ? 0 : 1;
    if (span.amount < least || span.amount > kLongestSpan / std::chrono::minutes(1) || span.seconds() > kLongestSpan)
      add(pointer + "/amount",
          tell("wrong.span", {{"least", least}, {"amount", span.amount}, {"unit", key(span.unit)}}));
  }

  void head() {
    if (!is_id(s_.id)) add("/id", tell("wrong.id", {{"got", s_.id}}));
    if (!is_version(s_.version)) add("/version", tell("wrong.version", {{"got", s_.version}}));
    words(s_.name, "/name");
    words(s_.summary, "/summary");
    words(s_.persona.name, "/persona/name");
    if (s_.persona.age < 0 || s_.persona.age > kOldest)
      add("/persona/age", tell("wrong.range", {{"least", 0}, {"most", kOldest}, {"got", s_.persona.age}}));
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
    if (needs_explaining(s_.opening.basis))
      add("/opening/basis", tell("wrong.basis", {{"got", key(s_.opening.basis)}}));
    for (const auto& [id, where] : s_.sources) words(where, "/sources/" + id);
    if (s_.opening.reported_days_ago < 0 || s_.opening.reported_days_ago > 366)
      add("/opening/reported_days_ago",
          tell("wrong.range", {{"least", 0}, {"most", 366}, {"got", s_.opening.reported_days_ago}}));
  }

  void goals() {
    not_empty(s_.goals, "/goals", tell("wrong.a_goal"));
    ids(s_.goals, "/goals", tell("wrong.what_goal"));
    for (std::size_t i = 0; i < s_.goals.size(); ++i) {
      const auto place = fmt::format("/goals/{}", i);
      words(s_.goals[i].name, place + "/name");
      condition(s_.goals[i].counted, place + "/counted");
      each_part(s_.goals[i].counted, place + "/counted", [&](const Condition& part, const Pointer& at) {
        if (part.op != Condition::Op::holds) return;
        for (const auto& one : unsayable(part.holds)) add(at + "/holds" + one.pointer, one.message);
      });
      not_empty(s_.goals[i].judged, place + "/judged", tell("wrong.a_judged"));
      for (std::size_t k = 0; k < s_.goals[i].judged.size(); ++k)
        words(s_.goals[i].judged[k], fmt::format("{}/judged/{}", place, k));
    }
  }

  void origin(const Provenance& of, const Pointer& pointer) {
    if (of.source.empty() && (of.mark == method::Mark::documented || of.mark == method::Mark::variant))
      add(pointer + "/source", tell("wrong.sourceless", {{"mark", key(of.mark)}}));
    Names sources;
    for (const auto& [id, where] : s_.sources) sources.push_back(id);
    for (std::size_t i = 0; i < of.source.size(); ++i)
      if (!s_.sources.contains(of.source[i]))
        add(fmt::format("{}/source/{}", pointer, i),
            tell("wrong.no_source_there", {{"got", of.source[i]}, {"near", fields::near(of.source[i], sources)}}));
  }

  /// A scenario is played with any method, so it can ask only for what all methods share.
  void criterion(const method::Criterion& in, const Pointer& pointer) {
    std::vector<std::string_view> kinds;
    for (const auto& kind : method::core_kinds()) kinds.push_back(kind.key);
    method::each_condition(
        in, pointer,
        [&](const method::Criterion&, method::Collection rows, const method::Condition& found,
            const std::string& place) {
          if (found.field == method::Field::step && type_of(rows, found.field) == method::FieldType::word)
            add(place, tell("wrong.scenario_step"));
          if (found.field != method::Field::kind) return;
          for (const auto& literal : found.literals)
            if (const auto* kind = std::get_if<std::string>(&literal))
              known(*kind, kinds, tell("wrong.known_kind"), place);
        });
  }

  void people() {
    not_empty(s_.network, "/network", tell("wrong.a_person"));
    ids(s_.network, "/network", tell("wrong.what_person"));
    if (!s_.network.empty() && std::ranges::all_of(s_.network, &Acquaintance::professional))
      add("/network", tell("wrong.only_professionals"));
    for (std::size_t i = 0; i < s_.network.size(); ++i) {
      words(s_.network[i].name, fmt::format("/network/{}/name", i));
      words(s_.network[i].relation, fmt::format("/network/{}/relation", i));
    }
    not_empty(s_.table, "/table", tell("wrong.a_seat"));
    std::set<std::string> names;
    std::map<Role, int> roles;
    for (std::size_t i = 0; i < s_.table.size(); ++i) {
      const auto place = fmt::format("/table/{}", i);
      const auto& seat = s_.table[i];
      words(seat.name, place + "/name");
      if (!names.insert(folded(trimmed(seat.name))).second)
        add(place + "/name", tell("wrong.has_a_place", {{"name", seat.name}}));
      not_empty(seat.roles, place + "/roles", tell("wrong.a_role"));
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

  void condition(const std::optional<Condition>& when, const Pointer& pointer) {
    if (when) condition(*when, pointer);
  }

  void condition(const Condition& when, const Pointer& pointer) {
    std::vector<std::string_view> kinds;
    for (const auto& kind : method::core_kinds()) kinds.push_back(kind.key);
    each_part(when, pointer, [&](const Condition& part, const Pointer& place) {
      switch (part.op) {
        case Condition::Op::said:
          for (std::size_t i = 0; i < part.kinds.size(); ++i)
            known(part.kinds[i], kinds, tell("wrong.known_kind"), fmt::format("{}/said/kinds/{}", place, i));
          phrases(part.about.nl, place + "/said/about/nl");
          phrases(part.about.en, place + "/said/about/en");
          if (part.about.nl.empty() != part.about.en.empty()) add(place + "/said/about", tell("wrong.both_languages"));
          if (part.kinds.empty() && part.about.nl.empty() && part.by.empty() && part.to.empty())
            add(place + "/said", tell("wrong.said_nothing"));
          if (!part.to.empty()) known(part.to, ids_of(s_.network), tell("wrong.known_person"), place + "/said/to");
          if (part.at_least < 1 || part.at_least > 99)
            add(place + "/said/at_least", tell("wrong.range", {{"least", 1}, {"most", 99}, {"got", part.at_least}}));
          break;
        case Condition::Op::consulted:
          known(part.id, ids_of(s_.network), tell("wrong.known_person"), place + "/consulted");
          break;
        case Condition::Op::reached:
          if (part.round < 1 || part.round > 9)
            add(place + "/reached/round", tell("wrong.range", {{"least", 1}, {"most", 9}, {"got", part.round}}));
          if (!part.phase) not_empty(part.steps, place + "/reached/steps", tell("wrong.a_step_word"));
          break;
        case Condition::Op::passed: span(part.passed, place + "/passed", false); break;
        case Condition::Op::chosen: chosen(part, place + "/chosen"); break;
        case Condition::Op::known: known(part.id, ids_of(s_.facts), tell("wrong.what_fact"), place + "/known"); break;
        case Condition::Op::happened:
          known(part.id, ids_of(s_.events), tell("wrong.what_event"), place + "/happened");
          break;
        case Condition::Op::holds: criterion(part.holds, place + "/holds"); break;
        case Condition::Op::before:
        case Condition::Op::all:
        case Condition::Op::any:
        case Condition::Op::negation: break;
      }
    });
  }

  void phrases(const std::vector<std::string>& list, const Pointer& pointer) {
    for (std::size_t i = 0; i < list.size(); ++i) {
      const auto place = fmt::format("{}/{}", pointer, i);
      words(list[i], place);
      // "ja" would hear "jaar" and "jas": a word so short is heard in everything.
      if (const auto length = trimmed(list[i]).size(); length == 1)
        add(place, tell("wrong.short_phrase", {{"got", list[i]}}));
    }
  }

  void chosen(const Condition& part, const Pointer& place) {
    const auto* decision = s_.decision(part.id);
    if (decision == nullptr)
      return known(part.id, ids_of(s_.decisions), tell("wrong.what_decision"), place + "/decision");
    not_empty(part.options, place + "/options", tell("wrong.an_option"));
    for (std::size_t i = 0; i < part.options.size(); ++i)
      known(part.options[i], ids_of(decision->options), tell("wrong.known_option", {{"decision", part.id}}),
            fmt::format("{}/options/{}", place, i));
  }

  void facts() {
    not_empty(s_.facts, "/facts", tell("wrong.a_fact"));
    ids(s_.facts, "/facts", tell("wrong.what_fact"));
    for (std::size_t i = 0; i < s_.facts.size(); ++i) {
      const auto place = fmt::format("/facts/{}", i);
      words(s_.facts[i].text, place + "/text");
      origin(s_.facts[i].origin, place);
      condition(s_.facts[i].when, place + "/when");
      if (s_.facts[i].person)
        known(*s_.facts[i].person, ids_of(s_.network), tell("wrong.known_person"), place + "/person");
    }
    if (!s_.facts.empty() &&
        std::ranges::none_of(s_.facts, [](const HiddenFact& fact) { return fact.when && fact.key; }))
      add("/facts", tell("wrong.no_key_fact"));
  }

  void events() {
    ids(s_.events, "/events", tell("wrong.what_event"));
    for (std::size_t i = 0; i < s_.events.size(); ++i) {
      const auto place = fmt::format("/events/{}", i);
      span(s_.events[i].after, place + "/after", false);
      if (s_.events[i].spread_days < 0 || s_.events[i].spread_days > 60)
        add(place + "/spread_days",
            tell("wrong.range", {{"least", 0}, {"most", 60}, {"got", s_.events[i].spread_days}}));
      words(s_.events[i].text, place + "/text");
      condition(s_.events[i].when, place + "/when");
    }
  }

  void decisions() {
    not_empty(s_.decisions, "/decisions", tell("wrong.a_decision"));
    ids(s_.decisions, "/decisions", tell("wrong.what_decision"));
    for (std::size_t i = 0; i < s_.decisions.size(); ++i) {
      const auto& decision = s_.decisions[i];
      const auto place = fmt::format("/decisions/{}", i);
      words(decision.question, place + "/question");
      condition(decision.when, place + "/when");
      ids(decision.options, place + "/options", tell("wrong.what_option"));
      if (decision.options.size() < 2)
        add(place + "/options", tell("wrong.two_options", {{"got", decision.options.size()}}));
      for (std::size_t k = 0; k < decision.options.size(); ++k)
        option(decision.options[k], fmt::format("{}/options/{}", place, k));
      if (decision.options.size() > 1 && std::ranges::all_of(decision.options, [&](const Option& option) {
            return option.quality == decision.options.front().quality;
          }))
        add(place + "/options", tell("wrong.same_worth"));
    }
  }

  void option(const Option& option, const Pointer& place) {
    words(option.text, place + "/text");
    words(option.reason, place + "/reason");
    origin(option.origin, place);
    if (option.quality < 0 || option.quality > kBestQuality)
      add(place + "/quality", tell("wrong.range", {{"least", 0}, {"most", kBestQuality}, {"got", option.quality}}));
    for (std::size_t e = 0; e < option.effects.size(); ++e) {
      span(option.effects[e].after, fmt::format("{}/effects/{}/after", place, e), true);
      words(option.effects[e].text, fmt::format("{}/effects/{}/text", place, e));
      origin(option.effects[e].origin, fmt::format("{}/effects/{}", place, e));
    }
  }

  void paths() {
    not_empty(s_.paths, "/paths", tell("wrong.a_path"));
    ids(s_.paths, "/paths", tell("wrong.what_path"));
    for (std::size_t i = 0; i < s_.paths.size(); ++i) {
      const auto place = fmt::format("/paths/{}", i);
      words(s_.paths[i].name, place + "/name");
      if (s_.paths[i].choices.empty()) add(place + "/choices", tell("wrong.one_choice"));
      for (const auto& [decision_id, option_id] : s_.paths[i].choices) {
        const auto at = fmt::format("{}/choices/{}", place, decision_id);
        const auto* decision = s_.decision(decision_id);
        if (decision == nullptr) {
          known(decision_id, ids_of(s_.decisions), tell("wrong.what_decision"), at);
          continue;
        }
        known(option_id, ids_of(decision->options), tell("wrong.known_option", {{"decision", decision_id}}), at);
        const auto* option = decision->option(option_id);
        if (option != nullptr && option->quality < 2)
          add(at, tell("wrong.path_worth", {{"id", option_id}, {"quality", option->quality}}));
      }
    }
  }

  void hints() {
    for (std::size_t i = 0; i < s_.hints.size(); ++i) {
      words(s_.hints[i].text, fmt::format("/hints/{}/text", i));
      condition(s_.hints[i].when, fmt::format("/hints/{}/when", i));
    }
  }

  void observe() {
    not_empty(s_.observe, "/observe", tell("wrong.an_observation"));
    ids(s_.observe, "/observe", tell("wrong.what_observation"));
    for (std::size_t i = 0; i < s_.observe.size(); ++i) {
      words(s_.observe[i].text, fmt::format("/observe/{}/text", i));
      if (s_.observe[i].goal)
        known(*s_.observe[i].goal, ids_of(s_.goals), tell("wrong.what_goal"), fmt::format("/observe/{}/goal", i));
    }
  }

  const Scenario& s_;
  Problems problems_;
};

}  // namespace

Problems check(const Scenario& scenario) { return ScenarioCheck(scenario).run(); }

}  // namespace casus::training
