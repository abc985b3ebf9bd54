// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/text.hpp"
#include "core/training/scenario/scenario_condition.hpp"
#include "core/training/scenario/scenario_delivery.hpp"
#include "core/training/scenario/scenario_people.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// A scenario to be played: made-up people, facts that come out when the right thing is asked, choices whose effects
/// show weeks later. Read from one JSON file; field by field: workflows/README.md. Everything in it is fictitious.
namespace casus::training {

/// How the talk afterwards is led (domain.md 9).
enum class DebriefForm { pearls, korthagen, gibbs };

constexpr std::array<Named<DebriefForm>, 3> names_of(DebriefForm) {
  return {{{DebriefForm::pearls, "pearls", "word.debrief_form.pearls"},
           {DebriefForm::korthagen, "korthagen", "word.debrief_form.korthagen"},
           {DebriefForm::gibbs, "gibbs", "word.debrief_form.gibbs"}}};
}

/// What the group is to learn. What a program can see is counted, and said in words that are made from the condition
/// (counted_words.hpp), so that the debrief cannot claim more. What it is about stands as questions for the trainer.
struct LearningGoal {
  std::string id;
  Text name;  ///< a subject, no claim: "Schaamte"
  Condition counted;
  std::vector<Text> judged;  ///< no program can answer these

  static void fields(auto& self, auto&& visit) {
    visit.required("id", self.id);
    visit.required("name", self.name);
    visit.required("counted", self.counted);
    visit.required("judged", self.judged);
  }
};

/// What finding a fact shows of good work; the debrief's list of content goes by it (domain.md 9).
enum class Shows { nothing, wish, exception, network, safety };

constexpr std::array<Named<Shows>, 5> names_of(Shows) {
  return {{{Shows::nothing, "nothing", "word.shows.nothing"},
           {Shows::wish, "wish", "word.shows.wish"},
           {Shows::exception, "exception", "word.shows.exception"},
           {Shows::network, "network", "word.shows.network"},
           {Shows::safety, "safety", "word.shows.safety"}}};
}

struct HiddenFact {
  std::string id;
  Text text;
  std::optional<Condition> when;      ///< nothing: told at the start
  std::optional<std::string> person;  ///< id in the network of whom it brings into view
  bool key = false;                   ///< the debrief says whether it came out
  Shows shows = Shows::nothing;
  Delivery delivery;
  Provenance origin;

  static void fields(auto& self, auto&& visit) {
    visit.required("id", self.id);
    visit.required("text", self.text);
    visit.optional("when", self.when);
    visit.optional("person", self.person);
    visit.optional("key", self.key);
    visit.optional("shows", self.shows);
    Delivery::fields(self.delivery, visit);
    Provenance::fields(self.origin, visit);
  }
};

/// Happens when its time on the virtual clock comes, if its condition then holds; else never.
struct PlannedEvent {
  std::string id;
  Span after;           ///< since the beginning
  int spread_days = 0;  ///< the seed of the run puts it up to so many days later
  Text text;
  std::optional<Condition> when;
  Delivery delivery;
  Provenance origin;

  static void fields(auto& self, auto&& visit) {
    visit.required("id", self.id);
    visit.required("after", self.after);
    visit.optional("spread_days", self.spread_days);
    visit.required("text", self.text);
    visit.optional("when", self.when);
    Delivery::fields(self.delivery, visit);
    Provenance::fields(self.origin, visit);
  }
};

/// What follows from a choice, later.
struct Effect {
  Span after;  ///< since the choice
  Text text;
  Delivery delivery;
  Provenance origin;

  static void fields(auto& self, auto&& visit) {
    visit.required("after", self.after);
    visit.required("text", self.text);
    Delivery::fields(self.delivery, visit);
    Provenance::fields(self.origin, visit);
  }
};

inline constexpr int kBestQuality = 3;

struct Option {
  std::string id;
  Text text;
  int quality = 0;    ///< 0 harms, 1 weak, 2 good, 3 best: shown in the debrief only
  Text reason;        ///< why it is worth that
  Changes changes;    ///< at once, when it is chosen
  Provenance origin;  ///< of the reason
  std::vector<Effect> effects;

  static void fields(auto& self, auto&& visit) {
    visit.required("id", self.id);
    visit.required("text", self.text);
    visit.required("quality", self.quality);
    visit.required("reason", self.reason);
    visit.optional("changes", self.changes);
    Provenance::fields(self.origin, visit);
    visit.optional("effects", self.effects);
  }
};

struct DecisionPoint {
  std::string id;
  Text question;
  std::optional<Condition> when;  ///< nothing: from the start
  std::optional<Span> within;     ///< since it came up; nothing: it waits
  std::string otherwise;          ///< whose effects come when nobody chose in time
  Provenance origin;              ///< of the question; each option has its own
  std::vector<Option> options;

  const Option* option(std::string_view id) const;

  static void fields(auto& self, auto&& visit) {
    visit.required("id", self.id);
    visit.required("question", self.question);
    visit.optional("when", self.when);
    visit.optional("within", self.within);
    visit.optional("otherwise", self.otherwise);
    Provenance::fields(self.origin, visit);
    visit.required("options", self.options);
  }
};

/// One of the scenario's own good ways through.
struct GoodPath {
  std::string id;
  Text name;
  std::map<std::string, std::string> choices;  ///< decision to option

  static void fields(auto& self, auto&& visit) {
    visit.required("id", self.id);
    visit.required("name", self.name);
    visit.required("choices", self.choices);
  }
};

struct Hint {
  Text text;
  std::optional<Condition> when;  ///< when it is of use; nothing: always

  static void fields(auto& self, auto&& visit) {
    visit.required("text", self.text);
    visit.optional("when", self.when);
  }
};

/// A picture or a sound, a file beside the scenario: a letter, a voice mail.
struct Medium {
  std::string id;
  std::string file;               ///< its name, in the folder that is called as the scenario's file without ".json"
  Text name;                      ///< what is to be seen or heard
  std::optional<Condition> when;  ///< nothing: from the start
  std::string only_for;           ///< a place at the table; empty: everybody

  static void fields(auto& self, auto&& visit) {
    visit.required("id", self.id);
    visit.required("file", self.file);
    visit.required("name", self.name);
    visit.optional("when", self.when);
    visit.optional("only_for", self.only_for);
  }
};

/// What an observer looks for.
struct ObservationPoint {
  std::string id;
  Text text;
  std::optional<std::string> goal;  ///< id of the learning goal that it is about

  static void fields(auto& self, auto&& visit) {
    visit.required("id", self.id);
    visit.required("text", self.text);
    visit.optional("goal", self.goal);
  }
};

struct Scenario {
  std::string id;
  std::string version;
  std::string hash;    ///< content hash of the file as read
  std::string source;  ///< the file as read
  Text name;
  Text summary;
  std::map<std::string, std::string> sources;  ///< key to where it can be read
  std::vector<LearningGoal> goals;
  DebriefForm debrief{};
  Persona persona;
  Opening opening;
  std::vector<Acquaintance> network;
  std::vector<Seat> table;
  std::vector<Counter> counters;
  std::vector<HiddenFact> facts;
  std::vector<PlannedEvent> events;
  std::vector<DecisionPoint> decisions;
  std::vector<GoodPath> paths;
  std::vector<Hint> hints;
  std::vector<ObservationPoint> observe;
  std::vector<Medium> media;

  const HiddenFact* fact(std::string_view id) const;
  const PlannedEvent* event(std::string_view id) const;
  const DecisionPoint* decision(std::string_view id) const;
  const Counter* counter(std::string_view id) const;
  const Medium* medium(std::string_view id) const;
  /// Of the network, by id or name without regard to case.
  const Acquaintance* acquaintance(std::string_view id_or_name) const;
};

/// Calls `seen` for every condition of a scenario, with its JSON pointer; not for the parts of a condition.
void each_condition(const Scenario& scenario, const std::function<void(const Condition&, const std::string&)>& seen);

/// Parses and checks one scenario file; the scenario is usable only when there are no problems. Also found here: facts
/// that never come out, decisions that never come up and what else can never happen (scenario_reach.hpp).
std::pair<Scenario, Problems> parse(std::string_view bytes);

/// The second pass on its own: what is wrong with the meaning of a scenario whose shape is right.
Problems check(const Scenario& scenario);

struct ScenarioFile {
  std::string path;
  Scenario scenario;  ///< usable when `problems` is empty
  Problems problems;
};

/// Every *.json directly in the folders, by name. A second scenario with the same id is a problem, a
/// copy of the same file is not.
std::vector<ScenarioFile> scan_scenarios(const std::vector<std::string>& folders);

}  // namespace casus::training
