// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/basis.hpp"
#include "core/method/definition.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace casus::workflow {

enum class Unit { days, weeks, months, years };

constexpr std::array<Named<Unit>, 4> names_of(Unit) {
  return {{{Unit::days, "days", "word.unit.days"},
           {Unit::weeks, "weeks", "word.unit.weeks"},
           {Unit::months, "months", "word.unit.months"},
           {Unit::years, "years", "word.unit.years"}}};
}

/// From which day a term runs.
enum class From { opened, reported, phase_entered, action, ended };

constexpr std::array<Named<From>, 5> names_of(From) {
  return {{{From::opened, "opened", "word.from.opened"},
           {From::reported, "reported", "word.from.reported"},
           {From::phase_entered, "phase_entered", "word.from.phase_entered"},
           {From::action, "action", "word.from.action"},
           {From::ended, "ended", "word.from.ended"}}};
}

/// A term from the law or from practice (domain.md 6.4). Shown with its source and open to change: a team edits the
/// workflow's file, because local ordinances and the law move.
struct Term {
  std::string id;
  Text name;
  int amount = 0;
  Unit unit = Unit::weeks;
  From from = From::opened;
  std::string source;
  Text note;
  bool configurable = true;
  std::optional<Basis> basis{};  ///< of which ground of the case it is a term; nothing: whatever the ground

  static void fields(auto& self, auto&& visit) {
    visit.required("id", self.id);
    visit.required("name", self.name);
    visit.required("amount", self.amount);
    visit.required("unit", self.unit);
    visit.required("from", self.from);
    visit.required("source", self.source);
    visit.required("note", self.note);
    visit.optional("configurable", self.configurable);
    visit.optional("basis", self.basis);
  }
};

struct PhaseRule {
  Phase phase{};
  std::vector<method::Requirement> done_when;  ///< besides what the method and the cross-method rules ask

  static void fields(auto& self, auto&& visit) {
    visit.required("phase", self.phase);
    visit.optional("done_when", self.done_when);
  }
};

/// In which order a case goes through the four phases, and what must hold between them. Read from one JSON file;
/// field by field: workflows/README.md.
struct Workflow {
  std::string id;
  std::string version;
  std::string hash;
  Text name;
  Text summary;
  method::Mark status = method::Mark::own;
  std::string method;             ///< used when a case is opened without one
  std::vector<PhaseRule> phases;  ///< all four, each once, in the order of the workflow
  std::vector<method::Requirement> close_when;
  std::vector<Term> terms;

  /// Only of a workflow without problems; also the questions below.
  Phase first() const { return phases.front().phase; }
  Phase last() const { return phases.back().phase; }
  /// The phase after `phase`, or nothing after the last.
  std::optional<Phase> after(Phase phase) const;
  /// Whether `a` comes before `b`.
  bool before(Phase a, Phase b) const;
  const PhaseRule& rule(Phase phase) const;

  /// Why a method cannot be used under this workflow: the first need that is not met; nothing when it fits.
  std::optional<std::pair<Phase, Phase>> misfit(const method::Definition& method) const;
};

/// Parses and checks one workflow file; the workflow is usable only when there are no problems.
std::pair<Workflow, Problems> parse(std::string_view bytes);

/// The second pass on its own: what is wrong with the meaning of a workflow whose shape is right. Where `shape` already
/// names a problem the workflow holds a default that says nothing, so that place is passed over.
Problems check(const Workflow& workflow, const Problems& shape = {});

/// What is doubtful in a good workflow, with its places in the file: requirements that always hold or never do, scopes
/// without effect, uneven translations.
Problems doubts(const Workflow& workflow, std::string_view bytes);

/// What a workflow asks that nobody can be asked with this method: it lies in a phase that the method leaves out, or
/// what it counts fits in no step until then. With places in the file of the method.
Problems lost_with(const Workflow& workflow, const method::Definition& method);

/// One file found on the workflow path, good or not.
struct Entry {
  std::string path;
  Workflow workflow;  ///< usable when `problems` is empty
  std::string bytes;  ///< as read, for pinning
  Problems problems;
};

/// All workflows of some folders, by id. The first good file with an id wins; a second one is a problem of its own.
class Catalogue {
 public:
  /// Reads every *.json directly in the folders, except *.schema.json. A folder that does not exist is skipped.
  static Catalogue scan(const std::vector<std::string>& folders);

  const std::vector<Entry>& entries() const { return entries_; }
  const Entry* find(std::string_view id) const;  ///< good ones only
  std::vector<std::string_view> ids() const;

 private:
  void add(Entry entry);

  std::vector<Entry> entries_;
  std::vector<std::size_t> good_;  ///< of a handful, which every command asks for: no index finds them sooner
};

}  // namespace casus::workflow
