// SPDX-License-Identifier: EUPL-1.2
#include "core/training/scenario/scenario_check.hpp"

/// The course of the play: what comes out, what happens, what is chosen and what that moves.
namespace casus::training {
namespace {

/// A counter that jumps further in one go is a typing mistake.
constexpr int kMostChange = 100;

}  // namespace

void ScenarioCheck::counters() {
  ids(s_.counters, "/counters", tell("wrong.what_counter"));
  for (std::size_t i = 0; i < s_.counters.size(); ++i) {
    const auto& counter = s_.counters[i];
    const auto place = fmt::format("/counters/{}", i);
    words(counter.name, place + "/name");
    if (counter.least >= counter.most)
      add(place + "/most", tell("wrong.counter_bounds", {{"least", counter.least}, {"most", counter.most}}));
    else range(counter.start, counter.least, counter.most, place + "/start");
    for (std::size_t k = 0; k < counter.moods.size(); ++k) {
      const auto at = fmt::format("{}/moods/{}", place, k);
      words(counter.moods[k].text, at + "/text");
      const int above = k == 0 ? counter.least : counter.moods[k - 1].from + 1;
      if (counter.moods[k].from < above || counter.moods[k].from > counter.most)
        add(at + "/from",
            tell("wrong.moods_go_up", {{"least", above}, {"most", counter.most}, {"got", counter.moods[k].from}}));
    }
    if (!moved(counter.id)) add(place, tell("wrong.counter_still", {{"id", counter.id}}));
  }
}

/// Whether something moves that counter.
bool ScenarioCheck::moved(const std::string& id) const {
  const auto holds = [&](const Changes& changes) { return changes.contains(id); };
  return std::ranges::any_of(s_.facts, [&](const HiddenFact& fact) { return holds(fact.delivery.changes); }) ||
         std::ranges::any_of(s_.events, [&](const PlannedEvent& event) { return holds(event.delivery.changes); }) ||
         std::ranges::any_of(s_.decisions, [&](const DecisionPoint& decision) {
           return std::ranges::any_of(decision.options, [&](const Option& option) {
             return holds(option.changes) || std::ranges::any_of(option.effects, [&](const Effect& effect) {
                      return holds(effect.delivery.changes);
                    });
           });
         });
}

void ScenarioCheck::changes(const Changes& all, const Pointer& place) {
  for (const auto& [id, by] : all) {
    const auto at = fmt::format("{}/changes/{}", place, id);
    known(id, ids_of(s_.counters), tell("wrong.what_counter"), at);
    if (by == 0 || by < -kMostChange || by > kMostChange)
      add(at, tell("wrong.change", {{"most", kMostChange}, {"got", by}}));
  }
}

void ScenarioCheck::delivery(const Delivery& delivery, const Pointer& place) {
  for (std::size_t i = 0; i < delivery.versions.size(); ++i)
    words(delivery.versions[i].text, fmt::format("{}/versions/{}/text", place, i));
  changes(delivery.changes, place);
}

void ScenarioCheck::origin(const Provenance& of, const Pointer& pointer) {
  if (of.source.empty() && (of.mark == method::Mark::documented || of.mark == method::Mark::variant))
    add(pointer + "/source", tell("wrong.sourceless", {{"mark", key(of.mark)}}));
  if (of.note) words(*of.note, pointer + "/note");
  Names sources;
  for (const auto& [id, where] : s_.sources) sources.push_back(id);
  for (std::size_t i = 0; i < of.source.size(); ++i)
    if (!s_.sources.contains(of.source[i]))
      add(fmt::format("{}/source/{}", pointer, i),
          tell("wrong.no_source_there", {{"got", of.source[i]}, {"near", fields::near(of.source[i], sources)}}));
}

void ScenarioCheck::facts() {
  not_empty(s_.facts, "/facts", tell("wrong.what_fact"));
  ids(s_.facts, "/facts", tell("wrong.what_fact"));
  for (std::size_t i = 0; i < s_.facts.size(); ++i) {
    const auto place = fmt::format("/facts/{}", i);
    words(s_.facts[i].text, place + "/text");
    origin(s_.facts[i].origin, place);
    delivery(s_.facts[i].delivery, place);
    if (s_.facts[i].person)
      known(*s_.facts[i].person, ids_of(s_.network), tell("wrong.known_person"), place + "/person");
  }
  if (!s_.facts.empty() && std::ranges::none_of(s_.facts, [](const HiddenFact& fact) { return fact.when && fact.key; }))
    add("/facts", tell("wrong.no_key_fact"));
}

void ScenarioCheck::events() {
  ids(s_.events, "/events", tell("wrong.what_event"));
  for (std::size_t i = 0; i < s_.events.size(); ++i) {
    const auto place = fmt::format("/events/{}", i);
    span(s_.events[i].after, place + "/after", false);
    range(s_.events[i].spread_days, 0, 60, place + "/spread_days");
    words(s_.events[i].text, place + "/text");
    origin(s_.events[i].origin, place);
    delivery(s_.events[i].delivery, place);
  }
}

void ScenarioCheck::decisions() {
  not_empty(s_.decisions, "/decisions", tell("wrong.what_decision"));
  ids(s_.decisions, "/decisions", tell("wrong.what_decision"));
  for (std::size_t i = 0; i < s_.decisions.size(); ++i) {
    const auto& decision = s_.decisions[i];
    const auto place = fmt::format("/decisions/{}", i);
    words(decision.question, place + "/question");
    origin(decision.origin, place);
    timed(decision, place);
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

void ScenarioCheck::timed(const DecisionPoint& decision, const Pointer& place) {
  if (decision.within) span(*decision.within, place + "/within", false);
  if (decision.within.has_value() == decision.otherwise.empty())
    add(place + (decision.within ? "/otherwise" : "/within"), tell("wrong.within_otherwise"));
  else if (decision.within)
    known(decision.otherwise, ids_of(decision.options), tell("wrong.known_option", {{"decision", decision.id}}),
          place + "/otherwise");
}

void ScenarioCheck::option(const Option& option, const Pointer& place) {
  words(option.text, place + "/text");
  words(option.reason, place + "/reason");
  changes(option.changes, place);
  origin(option.origin, place);
  range(option.quality, 0, kBestQuality, place + "/quality");
  for (std::size_t e = 0; e < option.effects.size(); ++e) {
    span(option.effects[e].after, fmt::format("{}/effects/{}/after", place, e), true);
    words(option.effects[e].text, fmt::format("{}/effects/{}/text", place, e));
    delivery(option.effects[e].delivery, fmt::format("{}/effects/{}", place, e));
    origin(option.effects[e].origin, fmt::format("{}/effects/{}", place, e));
  }
}

void ScenarioCheck::paths() {
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

}  // namespace casus::training
