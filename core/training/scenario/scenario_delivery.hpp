// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/text.hpp"
#include "core/training/scenario/scenario_condition.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

/// How something in a scenario is told, and what it moves.
namespace casus::training {

/// Where a sentence of the scenario comes from. Made up by whoever wrote it when nothing is said; else with keys of
/// `Scenario::sources`, and in `note` how far these go.
struct Provenance {
  method::Mark mark = method::Mark::own;
  std::vector<std::string> source;
  std::optional<Text> note;

  static void fields(auto& self, auto&& visit) {
    visit.optional("mark", self.mark);
    visit.optional("source", self.source);
    visit.optional("note", self.note);
  }
};

/// Something between people that goes up and down with what is done: trust, tension. In the play it shows as a mood.
struct Mood {
  int from = 0;  ///< while the counter is this much or more, up to the next
  Text text;     ///< what there is to notice

  static void fields(auto& self, auto&& visit) {
    visit.required("from", self.from);
    visit.required("text", self.text);
  }
};

struct Counter {
  std::string id;
  Text name;
  int start = 5;
  int least = 0;
  int most = 10;
  std::vector<Mood> moods;  ///< by `from`

  static void fields(auto& self, auto&& visit) {
    visit.required("id", self.id);
    visit.required("name", self.name);
    visit.required("start", self.start);
    visit.optional("least", self.least);
    visit.optional("most", self.most);
    visit.optional("moods", self.moods);
  }
};

/// By how much something moves a counter.
using Changes = std::map<std::string, int>;

/// Other words, when it is otherwise. The first that holds when it is told.
struct Version {
  Condition when;
  Text text;

  static void fields(auto& self, auto&& visit) {
    visit.required("when", self.when);
    visit.required("text", self.text);
  }
};

/// What is told, and what it does: of a fact, an event, an effect.
struct Delivery {
  std::vector<Version> versions;
  Changes changes;

  static void fields(auto& self, auto&& visit) {
    visit.optional("versions", self.versions);
    visit.optional("changes", self.changes);
  }
};

}  // namespace casus::training
