// SPDX-License-Identifier: EUPL-1.2
#include "core/method/audit/audit_references.hpp"

#include "core/method/audit/audit_rules.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::method {
namespace {

using Op = Criterion::Op;

bool is_named_in(const std::vector<std::string>& kinds, std::string_view kind) {
  return std::ranges::find(kinds, kind) != kinds.end();
}

bool tells_rows(Collection rows) { return rows == Collection::contributions || rows == Collection::records; }

/// The kinds of which one is asked for: those that the filter names, else those of the step.
std::vector<std::string> kinds_asked(const Filter& where, const Step& step) {
  auto kinds = words_of(where, Field::kind);
  return kinds.empty() ? step.kinds : kinds;
}

/// Whether it is asked of each of what the field refers to: then there is one, or nothing is asked.
bool goes_over_them(const Criterion& rule, const RecordField& field) {
  const auto kinds = words_of(rule.where, Field::kind);
  return rule.on_own == field.id && tells_rows(rule.collection) && !kinds.empty() &&
         std::ranges::all_of(kinds, [&](const std::string& kind) { return is_named_in(field.to, kind); });
}

/// Whether it cannot hold without a record of this type, which refers to what may not be there.
bool asks_for_record(const Criterion& rule, const Step& step, const RecordType& type, const RecordField& field) {
  if (rule.op == Op::all)
    return std::ranges::any_of(rule.parts, [&](const Criterion& it) { return asks_for_record(it, step, type, field); });
  const std::vector<std::string> alone{type.id};
  if (rule.op == Op::count)
    return rule.at_least.value_or(0) > 0 && tells_rows(rule.collection) && kinds_asked(rule.where, step) == alone;
  return rule.op == Op::every_in && rule.least_each() > 0 && tells_rows(rule.in) &&
         kinds_asked(rule.of, step) == alone && !goes_over_them(rule, field);
}

class ReferenceAudit {
 public:
  ReferenceAudit(const Definition& definition, std::vector<Remark>& remarks) : d_(definition), remarks_(remarks) {}

  void look() {
    for (const auto phase : kAllPhases)
      for (std::size_t i = 0; i < d_.steps(phase).size(); ++i) {
        const auto& needs = d_.steps(phase)[i].done_when;
        for (std::size_t n = 0; n < needs.size(); ++n)
          if (needs[n].level == Level::hard) required(phase, i, n);
      }
  }

 private:
  void required(Phase phase, std::size_t at, std::size_t n) {
    const auto& step = d_.steps(phase)[at];
    for (const auto& type : d_.record_types)
      for (const auto& field : type.parts) {
        if (field.type != RecordFieldType::reference || !field.required || !asks_of(field, type)) continue;
        if (!asks_for_record(step.done_when[n].holds, step, type, field)) continue;
        if (said_here(step, field) || comes_for(step, field) || said_before(phase, at, field)) continue;
        remarks_.push_back(
            {Remark::Weight::warning,
             {fmt::format("{}/done_when/{}/holds", d_.place(phase, at), n),
              tell("wrong.refers_to_unsure", {{"type", type.id}, {"field", field.id}, {"kind", field.to.front()}})}});
        return;
      }
  }

  /// Whether there is something to say of it here: what refers to anything, to its own type alone or to what no step
  /// takes, is told of where it is declared or nowhere.
  bool asks_of(const RecordField& field, const RecordType& type) const {
    return std::ranges::any_of(field.to, [&](const std::string& kind) {
      return kind != type.id && std::ranges::any_of(d_.phases, [&](const auto& steps) {
               return std::ranges::any_of(steps, [&](const Step& step) { return step.fits(kind); });
             });
    });
  }

  /// What is lacking can be said in the step itself, where all can read it.
  static bool said_here(const Step& step, const RecordField& field) {
    return !step.floor.hidden && std::ranges::any_of(field.to, [&](const std::string& kind) {
      return is_named_in(step.kinds, kind) && !is_named_in(step.floor.hidden_kinds, kind);
    });
  }

  /// The step comes only for it: each time about one, or only if there is one.
  bool comes_for(const Step& step, const RecordField& field) const {
    if (step.when && needs_one(step.when->holds, step, field.to)) return true;
    for (const auto& steps : d_.phases)
      for (const auto& first : steps)
        if (first.id == step.in_repeat && first.repeat && &step >= steps.data() &&
            &step < steps.data() + steps.size()) {
          if (first.when && needs_one(first.when->holds, first, field.to)) return true;
          const auto& each = first.repeat->for_each;
          return each && is_named_in(field.to, each->kind);
        }
    return false;
  }

  bool said_before(Phase phase, std::size_t at, const RecordField& field) const {
    const auto& step = d_.steps(phase)[at];
    for (const auto other : kAllPhases) {
      if (other == Phase::evaluation && phase != Phase::evaluation) continue;
      const auto& steps = d_.steps(other);
      for (std::size_t i = 0; i < steps.size() && (other != phase || i <= at); ++i) {
        const auto& before = steps[i];
        const bool same_way = before.in_branch.empty() ||
                              (other == phase && before.in_menu == step.in_menu && before.in_branch == step.in_branch);
        if (before.when || !same_way) continue;
        if (std::ranges::any_of(before.done_when, [&](const Requirement& need) {
              return need.level == Level::hard && needs_one(need.holds, before, field.to);
            }))
          return true;
      }
    }
    return false;
  }

  const Definition& d_;
  std::vector<Remark>& remarks_;
};

}  // namespace

bool needs_one(const Criterion& rule, const Step& step, const std::vector<std::string>& kinds) {
  const auto of_these = [&](Collection rows, const Filter& where) {
    return tells_rows(rows) && std::ranges::any_of(kinds_asked(where, step),
                                                   [&](const std::string& kind) { return is_named_in(kinds, kind); });
  };
  if (rule.op == Op::all)
    return std::ranges::any_of(rule.parts, [&](const Criterion& part) { return needs_one(part, step, kinds); });
  if (rule.op == Op::count) return rule.at_least.value_or(0) > 0 && of_these(rule.collection, rule.where);
  return rule.op == Op::every_in && rule.least_each() > 0 && of_these(rule.in, rule.of);
}

void audit_references(const Definition& definition, std::vector<Remark>& remarks) {
  ReferenceAudit(definition, remarks).look();
}

}  // namespace casus::method
