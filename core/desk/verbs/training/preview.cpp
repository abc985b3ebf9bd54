// SPDX-License-Identifier: EUPL-1.2
#include "core/training/preview.hpp"

#include "core/base/json/json_place.hpp"
#include "core/desk/catalogue.hpp"
#include "core/desk/definitions.hpp"
#include "core/desk/forms/page_format.hpp"
#include "core/desk/training/runs.hpp"
#include "core/desk/typed/answers.hpp"
#include "core/training/debrief/counted_words.hpp"
#include "core/training/debrief/debrief_words.hpp"

#include <nlohmann/json.hpp>

/// A scenario laid open, for who is going to lead it.
namespace casus::desk {
namespace {

using nlohmann::json;

json origin_json(const training::Provenance& origin) { return {{"mark", key(origin.mark)}, {"source", origin.source}}; }

json when_json(const std::optional<training::Condition>& when, const training::Scenario& scenario,
               const text::Voice& voice) {
  return when ? json(training::counted_in_words(*when, scenario).in(voice)) : json();
}

/// What is told, in which other words when, and what it moves.
json told_json(json out, const training::Delivery& delivery, const training::Scenario& scenario,
               const text::Voice& voice) {
  json versions = json::array();
  for (const auto& version : delivery.versions)
    versions.push_back({{"when", when_json(version.when, scenario, voice)}, {"text", version.text.in(voice)}});
  out["versions"] = std::move(versions);
  out["changes"] = delivery.changes;
  return out;
}

json counters_json(const training::Scenario& scenario, const text::Voice& voice) {
  json all = json::array();
  for (const auto& counter : scenario.counters) {
    json moods = json::array();
    for (const auto& mood : counter.moods) moods.push_back({{"from", mood.from}, {"text", mood.text.in(voice)}});
    all.push_back({{"counter", counter.id},
                   {"name", counter.name.in(voice)},
                   {"start", counter.start},
                   {"least", counter.least},
                   {"most", counter.most},
                   {"moods", std::move(moods)}});
  }
  return all;
}

/// What one place alone knows.
json known_json(const training::Scenario& scenario, const text::Voice& voice) {
  json all = json::array();
  for (const auto& seat : scenario.table)
    for (const auto& known : seat.knows) all.push_back({{"seat", seat.name}, {"text", known.in(voice)}});
  return all;
}

json goals_json(const training::Scenario& s, const text::Voice& voice) {
  json goals = json::array();
  for (const auto& goal : s.goals) {
    json counted = json::array(), judged = json::array();
    for (const auto* part : training::counted_parts(goal))
      counted.push_back(training::counted_in_words(*part, s).in(voice));
    for (const auto& question : goal.judged) judged.push_back(question.in(voice));
    goals.push_back({{"goal", goal.id},
                     {"name", goal.name.in(voice)},
                     {"counted", std::move(counted)},
                     {"for_the_trainer", std::move(judged)}});
  }
  return goals;
}

json facts_json(const training::Scenario& s, const text::Voice& voice) {
  json facts = json::array();
  for (const auto& fact : s.facts)
    facts.push_back(told_json({{"fact", fact.id},
                               {"text", fact.text.in(voice)},
                               {"when", when_json(fact.when, s, voice)},
                               {"person", fact.person ? json(*fact.person) : json()},
                               {"in_debrief", fact.key},
                               {"shows", key(fact.shows)},
                               {"origin", origin_json(fact.origin)}},
                              fact.delivery, s, voice));
  return facts;
}

json network_json(const training::Scenario& s, const text::Voice& voice) {
  json circle = json::array();
  for (const auto& person : s.network) {
    json answers = json::array();
    for (const auto& other : person.answers)
      answers.push_back({{"when", when_json(other.when, s, voice)}, {"answer", key(other.answer)}});
    circle.push_back({{"person", person.id},
                      {"name", person.name},
                      {"relation", person.relation.in(voice)},
                      {"told", person.told},
                      {"answer", key(person.answer)},
                      {"answers", std::move(answers)}});
  }
  return circle;
}

json options_json(const training::DecisionPoint& decision, const training::Scenario& s, const text::Voice& voice) {
  json options = json::array();
  for (const auto& option : decision.options) {
    json effects = json::array();
    for (const auto& effect : option.effects)
      effects.push_back(told_json({{"after", training::span_in_words(effect.after, voice)},
                                   {"text", effect.text.in(voice)},
                                   {"origin", origin_json(effect.origin)}},
                                  effect.delivery, s, voice));
    options.push_back({{"option", option.id},
                       {"text", option.text.in(voice)},
                       {"quality", option.quality},
                       {"reason", option.reason.in(voice)},
                       {"origin", origin_json(option.origin)},
                       {"changes", json(option.changes)},
                       {"effects", std::move(effects)}});
  }
  return options;
}

/// The words of the page by stable keys; "when" is null for what holds from the start.
json preview_json(const training::Scenario& s, const text::Voice& voice) {
  json events = json::array(), decisions = json::array(), paths = json::array();
  for (const auto& event : s.events)
    events.push_back(told_json({{"event", event.id},
                                {"after", training::when_in_words(event, voice)},
                                {"text", event.text.in(voice)},
                                {"when", when_json(event.when, s, voice)}},
                               event.delivery, s, voice));
  for (const auto& decision : s.decisions)
    decisions.push_back({{"decision", decision.id},
                         {"question", decision.question.in(voice)},
                         {"when", when_json(decision.when, s, voice)},
                         {"within", decision.within ? json(training::span_in_words(*decision.within, voice)) : json()},
                         {"otherwise", decision.within ? json(decision.otherwise) : json()},
                         {"options", options_json(decision, s, voice)}});
  for (const auto& path : s.paths)
    paths.push_back({{"path", path.id}, {"name", path.name.in(voice)}, {"choices", path.choices}});
  return {{"scenario", s.id},
          {"version", s.version},
          {"name", s.name.in(voice)},
          {"goals", goals_json(s, voice)},
          {"facts", facts_json(s, voice)},
          {"circle", network_json(s, voice)},
          {"events", std::move(events)},
          {"decisions", std::move(decisions)},
          {"paths", std::move(paths)},
          {"sources", s.sources},
          {"counters", counters_json(s, voice)},
          {"only_known_to", known_json(s, voice)}};
}

class TrainPreview final : public Verb {
 public:
  Access access() const override { return does(Ground::anybody); }
  void shape(Slots& slots) override {
    slots.word("SCENARIO", scenario_, "train.preview_scenario_or_file");
    slots.option("format", format_, "help.kind_file");
    slots.output("out", out_, "help.file_write_else_screen");
  }

  void run(Desk& desk, Reply& reply) override {
    // One's own that is not in the folder yet, by its file.
    if (!scenario_.ends_with(".json")) return show(desk, reply, scenario_of(desk, scenario_));
    constexpr std::size_t kLimit = 1024 * 1024;
    const auto bytes = read_file(desk, scenario_, kLimit);
    auto [scenario, problems] = training::parse(bytes);
    if (problems.empty()) return show(desk, reply, scenario);
    place(problems, bytes);
    not_usable(desk, reply, scenario_, problems);
  }

 private:
  void show(Desk& desk, Reply& reply, const training::Scenario& scenario) {
    if (desk.json() && out_.empty()) return reply.json(preview_json(scenario, desk.voice()));
    auto page = training::preview_page(scenario, desk.voice());
    if (format_ == PageFormat::text && out_.empty()) return reply.page(std::move(page));
    put_document(desk, reply, {{"format", key(format_)}}, printed(page, format_, desk.voice()), out_);
  }

  std::string scenario_;
  PageFormat format_ = PageFormat::text;
  store::OutputFile out_;
};

}  // namespace

Entries preview_verbs() { return {{"train preview", "train.preview", "train.preview_example", fresh<TrainPreview>}}; }

}  // namespace casus::desk
