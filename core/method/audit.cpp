// SPDX-License-Identifier: EUPL-1.2
#include "core/method/audit.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::method {
namespace {

using Weight = Remark::Weight;
using Op = Criterion::Op;

class Audit {
 public:
  explicit Audit(const Definition& definition) : d_(definition) {}

  std::vector<Remark> look() {
    texts();
    roles();
    for (const auto phase : kAllPhases) this->phase(phase);
    listening();
    for (std::size_t i = 0; i < d_.fidelity.size(); ++i) {
      const auto place = fmt::format("/fidelity/{}", i);
      translated(d_.fidelity[i].text, place + "/text");
      criterion(d_.fidelity[i].holds, place + "/holds", nullptr);
    }
    return std::move(remarks_);
  }

 private:
  void add(Weight weight, std::string pointer, std::string message) {
    remarks_.push_back({weight, {std::move(pointer), std::move(message)}});
  }
  void warn(std::string pointer, std::string message) { add(Weight::warning, std::move(pointer), std::move(message)); }
  void error(std::string pointer, std::string message) { add(Weight::error, std::move(pointer), std::move(message)); }

  /// One or two words can be the same in both languages: a name, "coach".
  void translated(const Text& text, const std::string& pointer) {
    if (text.nl == text.en && std::ranges::count(text.nl, ' ') >= 2)
      warn(pointer, "is the same in Dutch and English; translate one of them");
  }

  void texts() {
    for (std::size_t i = 0; i < d_.phrases.size(); ++i)
      translated(d_.phrases[i].text, fmt::format("/phrases/{}/text", i));
    translated(d_.name, "/name");
    translated(d_.summary, "/summary");
    translated(d_.status_note, "/status_note");
    for (std::size_t i = 0; i < d_.gaps.size(); ++i) translated(d_.gaps[i], fmt::format("/gaps/{}", i));
  }

  static bool in(const std::vector<Role>& roles, Role role) { return std::ranges::find(roles, role) != roles.end(); }

  void roles() {
    for (std::size_t i = 0; i < d_.roles.size(); ++i) {
      const auto role = d_.roles[i].role;
      // The first leads every method; the other two are there to listen.
      bool used = role == Role::chair || role == Role::note_taker || role == Role::observer;
      for (const auto& steps : d_.phases)
        for (const auto& step : steps) {
          used = used || in(step.floor.speakers, role) || in(step.floor.answers, role);
          for (const auto& need : step.done_when) used = used || in(need.who, role);
        }
      if (!used)
        warn(fmt::format("/roles/{}", i),
             fmt::format("'{}' has nothing to do in any step; give the role a step to speak in, or leave it out",
                         key(role)));
    }
  }

  /// Whether some step cannot be left before somebody has this role.
  bool asked_for(Role role) const {
    for (const auto& steps : d_.phases)
      for (const auto& step : steps)
        for (const auto& need : step.done_when)
          if (const auto& c = need.holds; need.level == Level::hard && c.op == Op::count &&
                                          c.collection == Collection::participants && c.at_least.value_or(0) > 0)
            for (const auto& word : words(c.where, Field::role))
              if (word == key(role)) return true;
    return false;
  }

  const RoleUse* use_of(Role role) const {
    const auto found = std::ranges::find(d_.roles, role, &RoleUse::role);
    return found == d_.roles.end() ? nullptr : &*found;
  }

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
    for (std::size_t i = 0; i < steps.size(); ++i) {
      step(phase, i);
      minutes += minutes_of(steps[i]);
    }
    // What has private time is an event of its own, not a meeting of the team.
    const bool own_event = std::ranges::any_of(steps, [](const Step& it) { return it.floor.is_private; });
    if (minutes > kMeeting && !own_event)
      warn(fmt::format("/phases/{}", key(phase)),
           fmt::format("takes {:g} minutes with the fewest people, more than one meeting of {:g}; shorten it, or tell "
                       "in the summary that it takes several",
                       minutes, kMeeting));
  }

  void step(Phase phase, std::size_t i) {
    const auto& step = d_.steps(phase)[i];
    const auto place = fmt::format("/phases/{}/{}", key(phase), i);
    translated(step.name, place + "/name");
    translated(step.records, place + "/records");
    for (std::size_t p = 0; p < step.prompts.size(); ++p)
      translated(step.prompts[p], fmt::format("{}/prompts/{}", place, p));
    // Nobody has to be there who may speak.
    const bool somebody = std::ranges::any_of(step.floor.speakers, [&](Role role) {
      const auto* use = use_of(role);
      return role == Role::chair || role == Role::presenter || (use != nullptr && use->min > 0) || asked_for(role);
    });
    const bool asks =
        std::ranges::any_of(step.done_when, [](const Requirement& need) { return need.level == Level::hard; });
    if (!step.floor.speakers.empty() && !somebody && asks && !step.optional)
      warn(place + "/floor/speakers",
           "all these roles may be absent (min 0), and then the step cannot be finished; give one of them min 1, or "
           "add a role that is always there");
    if (step.prompts.empty() && !step.floor.is_private)
      warn(place, "has no prompts, so the chair has nothing to read out; add at least one");
    for (std::size_t n = 0; n < step.done_when.size(); ++n) {
      const auto& need = step.done_when[n];
      const auto at = fmt::format("{}/done_when/{}", place, n);
      translated(need.text, at + "/text");
      const Here here{phase, i, need.level == Level::hard};
      criterion(need.holds, at + "/holds", &here);
    }
  }

  /// Text checks that nothing can set off, and lists that nobody looks at.
  void listening() {
    for (std::size_t i = 0; i < d_.text_checks.size(); ++i) {
      const auto& it = d_.text_checks[i];
      const auto place = fmt::format("/text_checks/{}", i);
      translated(it.text, place + "/text");
      const auto in_steps = [&](const Step& step) {
        return it.steps.empty() || std::ranges::find(it.steps, step.id) != it.steps.end();
      };
      for (std::size_t k = 0; k < it.kinds.size(); ++k)
        if (!fits_in(it.kinds[k], in_steps))
          error(fmt::format("{}/kinds/{}", place, k),
                fmt::format("'{}' is not among the kinds of {}, so this is never heard; add it there, or listen "
                            "somewhere else",
                            it.kinds[k], it.steps.empty() ? "any step" : "these steps"));
    }
    if (!d_.library.empty()) return;  // its rules may look at any list
    for (std::size_t i = 0; i < d_.phrases.size(); ++i) {
      const auto& id = d_.phrases[i].id;
      const bool used = std::ranges::any_of(d_.text_checks, [&](const TextCheck& it) {
        return std::ranges::find(it.says, id) != it.says.end() || std::ranges::find(it.lacks, id) != it.lacks.end();
      });
      if (!used)
        warn(fmt::format("/phrases/{}", i),
             fmt::format("no text check looks at '{}'; name it in 'says' or 'lacks' of one, or leave it out", id));
    }
  }

  /// Whether somebody can say this kind in one of the steps.
  template <class Wanted>
  bool fits_in(std::string_view kind, const Wanted& wanted) const {
    for (const auto& steps : d_.phases)
      for (const auto& step : steps)
        if (wanted(step) && step.fits(kind)) return true;
    return false;
  }

  /// Where a requirement stands; nothing for what is judged afterwards.
  struct Here {
    Phase phase;
    std::size_t step;
    bool hard;
  };

  void criterion(const Criterion& c, const std::string& pointer, const Here* here) {
    for (std::size_t i = 0; i < c.parts.size(); ++i) {
      const char* list = c.op == Op::all ? "/all/" : c.op == Op::any ? "/any/" : nullptr;
      criterion(c.parts[i], list == nullptr ? pointer + "/not" : fmt::format("{}{}{}", pointer, list, i), here);
    }
    if (c.op == Op::count && c.at_least && *c.at_least > 0) counted(c, pointer);
    if (c.op == Op::every_in) matched(c.of, c.in, pointer + "/has/where");
    if (here != nullptr) too_early(c, pointer, *here);
  }

  /// What must be there, can it be?
  void counted(const Criterion& c, const std::string& pointer) {
    matched(c.where, c.collection, pointer + "/where");
    if (c.collection != Collection::participants) return;
    for (const auto& role : words(c.where, Field::role)) {
      const auto known = from_key<Role>(role);
      const auto* use = known ? use_of(*known) : nullptr;
      if (use == nullptr)
        warn(pointer + "/where/role", fmt::format("'{}' is not among the roles of this method; add it to roles", role));
      else if (use->max > 0 && words(c.where, Field::role).size() == 1 && *c.at_least > use->max)
        error(pointer, fmt::format("can never hold: asks for {:g} times '{}', and the method has at most {}; change "
                                   "at_least or the role's max",
                                   *c.at_least, role, use->max));
    }
  }

  /// A contribution of a kind that no step lets anybody make.
  void matched(const Filter& where, Collection rows, const std::string& pointer) {
    if (rows != Collection::contributions) return;
    const auto kinds = words(where, Field::kind);
    if (kinds.empty()) return;
    const auto steps = words(where, Field::step);
    const auto in_steps = [&](const Step& step) {
      return steps.empty() || std::ranges::find(steps, step.id) != steps.end();
    };
    const bool possible = std::ranges::any_of(kinds, [&](const std::string& kind) { return fits_in(kind, in_steps); });
    if (!possible)
      error(pointer + "/kind",
            fmt::format("can never be met: '{}' is not among the kinds of {}; add it there", kinds.front(),
                        steps.empty() ? "any step" : fmt::format("step '{}'", steps.front())));
  }

  /// A hard requirement on what comes later in the same phase keeps the case where it is for ever.
  void too_early(const Criterion& c, const std::string& pointer, const Here& here) {
    if (!here.hard || c.op != Op::count || !c.at_least || *c.at_least <= 0) return;
    const auto steps = words(c.where, Field::step);
    const auto& phase = d_.steps(here.phase);
    const bool later = !steps.empty() && std::ranges::all_of(steps, [&](const std::string& id) {
      const auto found = std::ranges::find(phase, id, &Step::id);
      return found != phase.end() && static_cast<std::size_t>(found - phase.begin()) > here.step;
    });
    if (later)
      error(pointer + "/where/step",
            fmt::format("step '{}' comes later in this phase, so this step can never be left and that one never "
                        "reached; ask for it there",
                        steps.front()));
  }

  /// The words that a field must be one of; empty when any will do.
  static std::vector<std::string> words(const Filter& filter, Field field) {
    std::vector<std::string> all;
    for (const auto& condition : filter)
      if (condition.field == field && condition.op == Condition::Op::one_of)
        for (const auto& literal : condition.literals)
          if (const auto* word = std::get_if<std::string>(&literal)) all.push_back(*word);
    return all;
  }

  const Definition& d_;
  std::vector<Remark> remarks_;
};

}  // namespace

std::vector<Remark> audit(const Definition& definition) { return Audit(definition).look(); }

}  // namespace casus::method
