// SPDX-License-Identifier: EUPL-1.2
#include "core/base/text.hpp"
#include "core/workflow/workflow.hpp"

#include <algorithm>
#include <map>

namespace casus::workflow {
namespace {

using method::Criterion;
using method::Requirement;
using method::Scope;

using Seen = std::map<std::string, std::string, std::less<>>;

/// A hundred years: longer than any term that somebody will live to see.
constexpr int kMostYears = 100;

std::string at(std::string_view pointer, std::size_t index) {
  return std::string(pointer) + '/' + std::to_string(index);
}

std::string in_quotes(std::string_view text) { return "'" + std::string(text) + "'"; }

bool below(std::string_view pointer, std::string_view ancestor) {
  return pointer.starts_with(ancestor) && (pointer.size() == ancestor.size() || pointer[ancestor.size()] == '/');
}

class Check {
 public:
  Check(const Workflow& workflow, const Problems& shape) : workflow_(workflow), shape_(shape) {
    for (const auto& kind : method::core_kinds()) kinds_.push_back(kind.key);
  }

  Problems run() {
    head();
    phases();
    Seen seen;
    requirements(workflow_.close_when, "/close_when", seen);
    terms();
    return std::move(problems_);
  }

 private:
  /// Whether the shape is right here, and all above and below it. A key that is missing is a problem of its object.
  bool sound(std::string_view pointer) const {
    return std::ranges::none_of(shape_, [&](const Problem& known) {
      return !known.pointer.empty() && (below(pointer, known.pointer) || below(known.pointer, pointer));
    });
  }

  void add(const std::string& pointer, std::string message) {
    if (sound(pointer)) problems_.push_back({pointer, std::move(message)});
  }

  /// Whether a key of the whole file is there at all.
  bool has(std::string_view name) const {
    return std::ranges::find(shape_, Problem{"", "missing " + in_quotes(name)}) == shape_.end();
  }

  void id(std::string_view id, const std::string& pointer) {
    if (!is_id(id)) add(pointer, "expected an id in a-z, 0-9, '-' and '.', got " + in_quotes(id));
  }

  void unique(Seen& seen, std::string_view key, std::string_view what, const std::string& pointer) {
    if (!sound(pointer)) return;
    const auto [first, fresh] = seen.emplace(key, pointer);
    if (!fresh) add(pointer, std::string(what) + ' ' + in_quotes(key) + " is already at " + first->second);
  }

  void words(const Text& text, const std::string& pointer) {
    if (trimmed(text.nl).empty()) add(pointer + "/nl", "expected words, got an empty text");
    if (trimmed(text.en).empty()) add(pointer + "/en", "expected words, got an empty text");
  }

  void head() {
    const auto& w = workflow_;
    if (has("id")) id(w.id, "/id");
    if (has("version") && !is_version(w.version))
      add("/version", "expected a version like 1.0.0, got " + in_quotes(w.version));
    if (has("name")) words(w.name, "/name");
    if (has("summary")) words(w.summary, "/summary");
    const auto slash = w.method.find('/');
    if (has("method") && (slash == std::string::npos || !is_id(std::string_view(w.method).substr(0, slash)) ||
                          !is_id(std::string_view(w.method).substr(slash + 1))))
      add("/method", "expected '<plugin>/<method>' in a-z, 0-9, '-' and '.', got " + in_quotes(w.method));
  }

  void phases() {
    if (!has("phases")) return;
    Seen phases;
    for (std::size_t i = 0; i < workflow_.phases.size(); ++i) {
      const auto& rule = workflow_.phases[i];
      const auto pointer = at("/phases", i);
      unique(phases, key(rule.phase), "phase", pointer + "/phase");
      Seen ids;
      requirements(rule.done_when, pointer + "/done_when", ids);
    }
    for (const auto phase : kAllPhases)
      if (!phases.contains(key(phase))) add("/phases", "phase " + in_quotes(key(phase)) + " is missing");
  }

  void requirements(const std::vector<Requirement>& list, const std::string& pointer, Seen& seen) {
    for (std::size_t i = 0; i < list.size(); ++i) {
      const auto& requirement = list[i];
      const auto place = at(pointer, i);
      id(requirement.id, place + "/id");
      unique(seen, requirement.id, "requirement", place + "/id");
      if (!requirement.rule.empty() && !method::is_rule(requirement.rule))
        add(place + "/rule", "expected a rule R1 to R18, got " + in_quotes(requirement.rule));
      words(requirement.text, place + "/text");
      Seen roles;
      for (std::size_t k = 0; k < requirement.who.size(); ++k)
        unique(roles, key(requirement.who[k]), "role", at(place + "/who", k));
      criterion(requirement.holds, place + "/holds");
    }
  }

  /// A workflow holds for every method that fits it, so it can ask only for what all methods share: no steps, and no
  /// kinds of one method.
  void criterion(const Criterion& in, const std::string& pointer) {
    constexpr auto kNoStep = "a workflow knows no steps: expected scope phase, round or case, got 'step'";
    if (in.scope == Scope::step) add(pointer + "/scope", kNoStep);
    if (in.op == Criterion::Op::every_in && in.in_scope == Scope::step) add(pointer + "/has/scope", kNoStep);
    for (std::size_t i = 0; i < in.parts.size(); ++i) {
      if (in.op == Criterion::Op::negation) criterion(in.parts[i], pointer + "/not");
      else criterion(in.parts[i], at(pointer + (in.op == Criterion::Op::all ? "/all" : "/any"), i));
    }
    if (!in.parts.empty()) return;  // each part looks at its own conditions
    method::each_condition(in, pointer,
                           [&](const Criterion&, method::Collection rows, const method::Condition& found,
                               const std::string& place) { condition(rows, found, place); });
  }

  void condition(method::Collection rows, const method::Condition& found, const std::string& place) {
    if (found.field == method::Field::step && type_of(rows, found.field) == method::FieldType::word)
      add(place, "a workflow knows no steps: they belong to the method");
    if (found.field != method::Field::kind) return;
    for (const auto& literal : found.literals) {
      const auto* kind = std::get_if<std::string>(&literal);
      if (kind != nullptr && std::ranges::find(kinds_, *kind) == kinds_.end())
        add(place, "no kind " + in_quotes(*kind) + " that every method has" + hint(*kind, kinds_));
    }
  }

  void terms() {
    Seen seen;
    for (std::size_t i = 0; i < workflow_.terms.size(); ++i) {
      const auto& term = workflow_.terms[i];
      const auto pointer = at("/terms", i);
      id(term.id, pointer + "/id");
      unique(seen, term.id, "term", pointer + "/id");
      words(term.name, pointer + "/name");
      const int most = kMostYears * (term.unit == Unit::days     ? 366
                                     : term.unit == Unit::weeks  ? 53
                                     : term.unit == Unit::months ? 12
                                                                 : 1);
      if (term.amount < 1 || term.amount > most)
        add(pointer + "/amount", "expected 1 to " + std::to_string(most) + " " + std::string(key(term.unit)) +
                                     ", got " + std::to_string(term.amount));
      if (trimmed(term.source).empty()) add(pointer + "/source", "expected a source, got an empty text");
      words(term.note, pointer + "/note");
    }
  }

  const Workflow& workflow_;
  const Problems& shape_;
  std::vector<std::string_view> kinds_;
  Problems problems_;
};

}  // namespace

Problems check(const Workflow& workflow, const Problems& shape) { return Check(workflow, shape).run(); }

}  // namespace casus::workflow
