// SPDX-License-Identifier: EUPL-1.2
#include "core/method/audit/audit.hpp"

#include "core/base/first_that.hpp"
#include "core/base/text.hpp"
#include "core/method/audit/audit_names.hpp"
#include "core/method/audit/audit_places.hpp"
#include "core/method/audit/audit_references.hpp"
#include "core/method/audit/audit_rules.hpp"
#include "core/method/audit/audit_sources.hpp"
#include "core/method/audit/audit_talk.hpp"
#include "core/method/course.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace casus::method {
namespace {

using Weight = Remark::Weight;
using Op = Criterion::Op;

class Audit {
 public:
  explicit Audit(const Definition& definition) : d_(definition) {}

  std::vector<Remark> look() {
    people();
    roles();
    kinds();
    audit_names(d_, remarks_);
    for (const auto phase : kAllPhases) this->phase(phase);
    records();
    audit_talk(d_, remarks_);
    audit_references(d_, remarks_);
    audit_places(d_, remarks_);
    audit_sources(d_, remarks_);
    listening();
    for (std::size_t i = 0; i < d_.fidelity.size(); ++i)
      audit_rule(d_, d_.fidelity[i].holds, fmt::format("/fidelity/{}/holds", i), nullptr, remarks_);
    return std::move(remarks_);
  }

 private:
  void add(Weight weight, std::string pointer, Telling message) {
    remarks_.push_back({weight, {std::move(pointer), std::move(message)}});
  }
  void warn(std::string pointer, Telling message) { add(Weight::warning, std::move(pointer), std::move(message)); }
  void error(std::string pointer, Telling message) { add(Weight::error, std::move(pointer), std::move(message)); }

  static bool in(const std::vector<Role>& roles, Role role) { return std::ranges::find(roles, role) != roles.end(); }

  /// How many people the roles ask for together, against what is told of the method as a whole.
  void people() {
    if (auto problems = asks_too_many(d_); !problems.empty()) {
      for (auto& one : problems) remarks_.push_back({Weight::error, std::move(one)});
      return;
    }
    int least = 0;
    for (const auto& use : d_.roles) least += use.min;
    bool one_alone = false;
    for (std::size_t i = 0; i < d_.roles.size(); ++i)
      if (d_.people.max > 0 && d_.roles[i].min > d_.people.max) {
        one_alone = true;
        error(fmt::format("/roles/{}/min", i),
              tell("wrong.role_over_people",
                   {{"role", key(d_.roles[i].role)}, {"min", d_.roles[i].min}, {"max", d_.people.max}}));
      }
    if (!one_alone && d_.people.max > 0 && least > d_.people.max)
      warn("/people/max", tell("wrong.roles_over_people", {{"least", least}, {"max", d_.people.max}}));
    if (d_.people.min > least)
      warn("/people/min", tell("wrong.people_never", {{"min", d_.people.min}, {"least", least}}));
  }

  /// A kind that is called as another one is: whoever types the name gets one of the two.
  void kinds() {
    for (std::size_t i = 0; i < d_.kinds.size(); ++i) {
      const auto& own = d_.kinds[i];
      const auto place = fmt::format("/kinds/{}", i);
      for (const auto& core : core_kinds())
        if (core.key == own.kind) warn(place + "/kind", tell("wrong.shadowed_kind", {{"kind", own.kind}}));
      // A name for a kind that every method has is used beside the talk too.
      const bool known = std::ranges::any_of(core_kinds(), [&](const KindName& core) { return core.key == own.kind; });
      if (!known && !fits_in(own.kind, [](const Step&) { return true; }))
        warn(place, tell("wrong.record_nowhere", {{"type", own.kind}}));
      shadows(own.kind, own.name, place + "/name");
    }
  }

  /// It is called as a kind that every method has, in one of the languages.
  void shadows(std::string_view kind, const Text& called, const std::string& pointer) {
    for (const auto& core : core_kinds()) {
      if (core.key == kind) continue;
      for (const auto& [name, lang, known] : {std::tuple(called.nl, "nl", core.nl), {called.en, "en", core.en}})
        if (folded(name) == folded(known))
          warn(fmt::format("{}/{}", pointer, lang), tell("wrong.shadowed_name", {{"name", name}, {"kind", core.key}}));
    }
  }

  /// A record type that no step takes, or that is called as a kind of contribution is.
  void records() {
    for (std::size_t i = 0; i < d_.record_types.size(); ++i) {
      const auto& type = d_.record_types[i];
      const auto place = fmt::format("/record_types/{}", i);
      if (!fits_in(type.id, [](const Step&) { return true; }))
        warn(place, tell("wrong.record_nowhere", {{"type", type.id}}));
      shadows(type.id, type.name, place + "/name");
    }
  }

  void roles() {
    for (std::size_t i = 0; i < d_.roles.size(); ++i) {
      const auto role = d_.roles[i].role;
      // The first leads every method; the other two are there to listen.
      bool used = role == Role::chair || role == Role::note_taker || role == Role::observer;
      for (const auto& steps : d_.phases)
        for (const auto& step : steps) {
          used = used || in(step.floor.speakers, role) || in(step.floor.answers, role) || in(step.led_by, role);
          for (const auto& need : step.done_when) used = used || in(need.who, role);
          if (step.repeat && step.repeat->for_each) used = used || step.repeat->for_each->role == role;
          if (step.repeat && step.repeat->until) used = used || in(step.repeat->until->chosen_by, role);
        }
      if (!used) warn(fmt::format("/roles/{}", i), tell("wrong.idle_role", {{"role", key(role)}}));
    }
  }

  /// Whether some step cannot be left before somebody has this role.
  bool asked_for(Role role) const {
    for (const auto& steps : d_.phases)
      for (const auto& step : steps)
        for (const auto& need : step.done_when)
          if (const auto& c = need.holds; need.level == Level::hard && c.op == Op::count &&
                                          c.collection == Collection::participants && c.at_least.value_or(0) > 0)
            for (const auto& word : words_of(c.where, Field::role))
              if (word == key(role)) return true;
    return false;
  }

  const RoleUse* use_of(Role role) const { return first_with(d_.roles, role, &RoleUse::role); }

  /// Minutes of a step with as many people as the method likes best.
  double minutes_of(const Step& step) const {
    if (!step.minutes_per_person) return step.minutes;
    double people = 0;
    for (const auto role : step.floor.speakers) {
      const auto* use = use_of(role);
      people += use == nullptr ? 0 : std::max(use->min, 1);
    }
    return step.minutes * people;
  }

  void phase(Phase phase) {
    const auto& steps = d_.steps(phase);
    double minutes = 0;
    for (std::size_t i = 0; i < steps.size(); ++i) step(phase, i);
    const auto of = [&](const Step& it) { return minutes_of(it); };
    for (const auto* it : longest_way(steps, of, d_.people.best)) minutes += minutes_of(*it);
    // What has private time is an event of its own, not a meeting of the team.
    const bool own_event = std::ranges::any_of(steps, [](const Step& it) { return it.floor.is_private; });
    if (minutes > kMeeting && !own_event)
      warn(fmt::format("/phases/{}", key(phase)), tell("wrong.long_phase", {{"minutes", fmt::format("{:g}", minutes)},
                                                                            {"most", fmt::format("{:g}", kMeeting)}}));
  }

  void step(Phase phase, std::size_t i) {
    const auto& step = d_.steps(phase)[i];
    const auto place = d_.place(phase, i);
    if (step.when) audit_when(d_, phase, i, remarks_);
    if (step.repeat) audit_repeat(d_, phase, i, remarks_);
    // Nobody has to be there who may speak.
    const bool somebody = std::ranges::any_of(step.floor.speakers, [&](Role role) {
      const auto* use = use_of(role);
      return role == Role::chair || role == Role::presenter || (use != nullptr && use->min > 0) || asked_for(role);
    });
    const bool asks =
        std::ranges::any_of(step.done_when, [](const Requirement& need) { return need.level == Level::hard; });
    if (!step.floor.speakers.empty() && !somebody && asks && !step.optional)
      warn(place + "/floor/speakers", tell("wrong.all_absent"));
    if (step.prompts.empty() && !step.floor.is_private) warn(place, tell("wrong.no_prompts"));
    for (std::size_t n = 0; n < step.done_when.size(); ++n) {
      const auto& need = step.done_when[n];
      const RuleHere here{phase, i, need.level == Level::hard, true};
      audit_rule(d_, need.holds, fmt::format("{}/done_when/{}/holds", place, n), &here, remarks_);
    }
  }

  /// Text checks that nothing can set off, and lists that nobody looks at.
  void listening() {
    for (std::size_t i = 0; i < d_.text_checks.size(); ++i) {
      const auto& it = d_.text_checks[i];
      const auto place = fmt::format("/text_checks/{}", i);
      const auto in_steps = [&](const Step& step) {
        return it.steps.empty() || std::ranges::find(it.steps, step.id) != it.steps.end();
      };
      for (std::size_t k = 0; k < it.kinds.size(); ++k)
        if (!fits_in(it.kinds[k], in_steps))
          error(fmt::format("{}/kinds/{}", place, k), it.steps.empty()
                                                          ? tell("wrong.never_heard", {{"kind", it.kinds[k]}})
                                                          : tell("wrong.never_heard_here", {{"kind", it.kinds[k]}}));
      for (std::size_t k = 0; k < it.by.size(); ++k)
        if (!speaks_in(it.by[k], in_steps))
          warn(fmt::format("{}/by/{}", place, k), tell("wrong.role_without_floor", {{"role", key(it.by[k])}}));
    }
    if (!d_.library.empty()) return;  // its rules may look at any list
    for (std::size_t i = 0; i < d_.phrases.size(); ++i) {
      const auto& id = d_.phrases[i].id;
      const bool used = std::ranges::any_of(d_.text_checks, [&](const TextCheck& it) {
        return std::ranges::find(it.says, id) != it.says.end() || std::ranges::find(it.lacks, id) != it.lacks.end();
      });
      if (!used) warn(fmt::format("/phrases/{}", i), tell("wrong.unheard_list", {{"id", id}}));
    }
  }

  /// Whether somebody can say this kind in one of the steps.
  bool fits_in(std::string_view kind, const auto& wanted) const {
    for (const auto& steps : d_.phases)
      for (const auto& step : steps)
        if (wanted(step) && step.fits(kind)) return true;
    return false;
  }

  /// Whether who has this role has a word in one of the steps; beside the talk the chair and who writes note in any.
  bool speaks_in(Role role, const auto& wanted) const {
    if (role == Role::chair || role == Role::note_taker || role == Role::coordinator) return true;
    for (const auto& steps : d_.phases)
      for (const auto& step : steps)
        if (wanted(step) && (in(step.floor.speakers, role) || in(step.floor.answers, role))) return true;
    return false;
  }

  const Definition& d_;
  std::vector<Remark> remarks_;
};

}  // namespace

Problems asks_too_many(const Definition& definition) {
  constexpr int kMostAskedFor = 100;
  Problems problems;
  const auto look = [&](int people, std::string pointer) {
    if (people > kMostAskedFor)
      problems.push_back({std::move(pointer), tell("wrong.most_people", {{"most", kMostAskedFor}, {"got", people}})});
  };
  look(definition.people.min, "/people/min");
  for (std::size_t i = 0; i < definition.roles.size(); ++i)
    look(definition.roles[i].min, fmt::format("/roles/{}/min", i));
  return problems;
}

std::vector<Remark> audit(const Definition& definition) { return Audit(definition).look(); }

}  // namespace casus::method
