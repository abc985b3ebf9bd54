// SPDX-License-Identifier: EUPL-1.2
#include "core/base/json/json_fields.hpp"
#include "core/base/record_field.hpp"
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

  void add(const std::string& pointer, Telling message) {
    if (sound(pointer)) problems_.push_back({pointer, std::move(message)});
  }

  /// Whether a key of the whole file is there at all.
  bool has(std::string_view name) const {
    return std::ranges::find(shape_, Problem{"", fields::missing(name)}) == shape_.end();
  }

  void id(std::string_view id, const std::string& pointer) {
    if (!is_id(id)) add(pointer, tell("wrong.id", {{"got", id}}));
  }

  void unique(Seen& seen, std::string_view key, Telling what, const std::string& pointer) {
    if (!sound(pointer)) return;
    const auto [first, fresh] = seen.emplace(key, pointer);
    if (!fresh)
      add(pointer, tell("wrong.already", {{"what", std::move(what)}, {"key", key}, {"place", first->second}}));
  }

  void words(const Text& text, const std::string& pointer) {
    if (trimmed(text.nl).empty()) add(pointer + "/nl", tell("wrong.no_words"));
    if (trimmed(text.en).empty()) add(pointer + "/en", tell("wrong.no_words"));
  }

  void head() {
    const auto& w = workflow_;
    if (has("id")) id(w.id, "/id");
    if (has("version") && !is_version(w.version)) add("/version", tell("wrong.version", {{"got", w.version}}));
    if (has("name")) words(w.name, "/name");
    if (has("summary")) words(w.summary, "/summary");
    const auto slash = w.method.find('/');
    if (has("method") && (slash == std::string::npos || !is_id(std::string_view(w.method).substr(0, slash)) ||
                          !is_id(std::string_view(w.method).substr(slash + 1))))
      add("/method", tell("wrong.method_id", {{"got", w.method}}));
  }

  void phases() {
    if (!has("phases")) return;
    Seen phases;
    for (std::size_t i = 0; i < workflow_.phases.size(); ++i) {
      const auto& rule = workflow_.phases[i];
      const auto pointer = at("/phases", i);
      unique(phases, key(rule.phase), tell("wrong.what_phase"), pointer + "/phase");
      Seen ids;
      requirements(rule.done_when, pointer + "/done_when", ids);
    }
    for (const auto phase : kAllPhases)
      if (!phases.contains(key(phase))) add("/phases", tell("wrong.phase_missing", {{"phase", key(phase)}}));
  }

  void requirements(const std::vector<Requirement>& list, const std::string& pointer, Seen& seen) {
    for (std::size_t i = 0; i < list.size(); ++i) {
      const auto& requirement = list[i];
      const auto place = at(pointer, i);
      id(requirement.id, place + "/id");
      unique(seen, requirement.id, tell("wrong.what_requirement"), place + "/id");
      if (!requirement.rule.empty() && !method::is_rule(requirement.rule))
        add(place + "/rule", tell("wrong.rule", {{"got", requirement.rule}}));
      words(requirement.text, place + "/text");
      Seen roles;
      for (std::size_t k = 0; k < requirement.who.size(); ++k)
        unique(roles, key(requirement.who[k]), tell("wrong.what_role"), at(place + "/who", k));
      criterion(requirement.holds, place + "/holds");
    }
  }

  /// A workflow holds for every method that fits it, so it can ask only for what all methods share: no steps, and no
  /// kinds of one method.
  void criterion(const Criterion& in, const std::string& pointer) {
    const auto no_step = tell("wrong.scope_step");
    if (in.scope == Scope::step) add(pointer + "/scope", no_step);
    if (in.op == Criterion::Op::every_in && in.in_scope == Scope::step) add(pointer + "/has/scope", no_step);
    if (in.also && in.also->scope == Scope::step) add(pointer + "/has/and/scope", no_step);
    for (std::size_t i = 0; i < in.parts.size(); ++i) {
      if (in.op == Criterion::Op::negation) criterion(in.parts[i], pointer + "/not");
      else criterion(in.parts[i], at(pointer + (in.op == Criterion::Op::all ? "/all" : "/any"), i));
    }
    if (!in.parts.empty()) return;  // each part looks at its own conditions
    const auto no_own = [&](const std::string& own, const char* place) {
      if (!own.empty())
        add(pointer + place, tell("wrong.workflow_own_field", {{"field", std::string(kOwnField) + own}}));
    };
    no_own(in.on_own, "/has/on");
    if (in.also) no_own(in.also->on_own, "/has/and/on");
    if (in.different) no_own(in.different->own, "/different");
    if (in.numbers) no_own(in.numbers->own, "/field");
    if (in.different && in.different->own.empty() && in.different->field == method::Field::step)
      add(pointer + "/different", tell("wrong.workflow_step"));
    method::each_condition(in, pointer,
                           [&](const Criterion&, method::Collection rows, const method::Condition& found,
                               const std::string& place) { condition(rows, found, place); });
  }

  void condition(method::Collection rows, const method::Condition& found, const std::string& place) {
    if (!found.own.empty()) return add(place, tell("wrong.workflow_own_field", {{"field", found.name()}}));
    if (found.field == method::Field::step && type_of(rows, found.field) == method::FieldType::word)
      add(place, tell("wrong.workflow_step"));
    if (found.field != method::Field::kind) return;
    for (std::size_t i = 0; i < found.literals.size(); ++i) {
      const auto* kind = std::get_if<std::string>(&found.literals[i]);
      if (kind != nullptr && std::ranges::find(kinds_, *kind) == kinds_.end())
        add(method::literal_place(found, place, i),
            tell("wrong.no_common_kind", {{"got", *kind}, {"near", fields::near(*kind, kinds_)}}));
    }
  }

  void terms() {
    Seen seen;
    for (std::size_t i = 0; i < workflow_.terms.size(); ++i) {
      const auto& term = workflow_.terms[i];
      const auto pointer = at("/terms", i);
      id(term.id, pointer + "/id");
      unique(seen, term.id, tell("wrong.what_term"), pointer + "/id");
      words(term.name, pointer + "/name");
      const int most = kMostYears * (term.unit == Unit::days     ? 366
                                     : term.unit == Unit::weeks  ? 53
                                     : term.unit == Unit::months ? 12
                                                                 : 1);
      if (term.amount < 1 || term.amount > most)
        add(pointer + "/amount", tell("wrong.term", {{"most", most}, {"unit", key(term.unit)}, {"got", term.amount}}));
      if (trimmed(term.source).empty()) add(pointer + "/source", tell("wrong.no_source_text"));
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
