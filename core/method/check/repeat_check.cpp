// SPDX-License-Identifier: EUPL-1.2
#include "core/base/json/json_fields.hpp"
#include "core/base/text.hpp"
#include "core/method/check/definition_check.hpp"
#include "core/method/course.hpp"

#include <algorithm>

/// What is wrong with a step that comes again.
namespace casus::method::checks {
namespace {

class RepeatCheck {
 public:
  RepeatCheck(Phase phase, std::size_t first, Check& check)
      : phase_(phase),
        first_(first),
        steps_(check.definition.steps(phase)),
        how_(*steps_[first].repeat),
        place_(check.definition.place(phase, first) + "/repeat"),
        check_(check) {}

  void look() {
    check_.origin(how_.mark, how_.source, tell("wrong.a_repeat"), place_);
    if (how_.at_most < kFewestTimes || how_.at_most > kMostTimes)
      add("/at_most",
          tell("wrong.repeat_times", {{"least", kFewestTimes}, {"most", kMostTimes}, {"got", how_.at_most}}));
    if (how_.for_each.has_value() == how_.until.has_value()) add("", tell("wrong.repeat_why"));
    const auto repeat = repeated_at(steps_, first_);
    if (!repeat) return;  // without an id of its own
    if (repeat->first != first_) return add("", tell("wrong.repeat_in_repeat", {{"step", steps_[repeat->first].id}}));
    last_ = repeat->last;
    through();
    if (how_.for_each) for_each(*how_.for_each);
    if (how_.until) until(*how_.until);
    for (auto at = first_; at <= last_; ++at)
      if (steps_[at].menu && !steps_[at].menu->of_repeat)
        check_.add(check_.definition.place(phase_, at) + "/menu", tell("wrong.menu_in_repeat"));
  }

 private:
  void add(std::string_view where, Telling what) { check_.add(place_ + std::string(where), std::move(what)); }

  /// It ends at this step, or at one behind it beside which no menu branches off.
  void through() {
    const auto& wanted = how_.through;
    if (wanted.empty() || wanted == steps_[last_].id) return;
    std::vector<std::string_view> behind;
    for (auto at = first_ + 1; at < steps_.size() && in_one_branch(steps_[first_], steps_[at]); ++at)
      behind.push_back(steps_[at].id);
    add("/through", tell("wrong.repeat_through", {{"got", wanted}, {"near", check_.near(wanted, behind)}}));
  }

  bool says(const Step& step, std::string_view kind) const {
    const auto among = [&](const std::vector<std::string>& list) {
      return std::ranges::find(list, kind) != list.end();
    };
    return (among(step.kinds) && !among(step.floor.hidden_kinds)) || step.floor.is_answered_with(kind);
  }

  /// Whether what it goes through can be said before it comes. Which phase comes first is up to the workflow.
  bool said_before(const ForEach& each) const {
    for (const auto phase : kAllPhases) {
      const auto& steps = check_.definition.steps(phase);
      for (std::size_t i = 0; i < steps.size(); ++i)
        if ((phase != phase_ || i < first_) && (each.step.empty() || steps[i].id == each.step) &&
            says(steps[i], each.kind))
          return true;
    }
    return false;
  }

  void for_each(const ForEach& each) {
    const auto known = check_.problems.size();
    if (each.kind.empty() != each.role.has_value() || (each.role && !each.step.empty()))
      return add("/for_each", tell("wrong.repeat_each"));
    if (each.role) return check_.role(*each.role, place_ + "/for_each/role");
    check_.kind(each.kind, place_ + "/for_each/kind");
    if (!each.step.empty()) check_.step(each.step, place_ + "/for_each/step");
    if (check_.problems.size() == known && !said_before(each) && check_.sound("/phases"))
      add("/for_each/kind", tell("wrong.not_heard_before", {{"kind", each.kind}}));
  }

  void until(const Until& until) {
    const auto place = place_ + "/until";
    check_.words(until.text, place + "/text");
    if (until.holds.has_value() != until.chosen_by.empty() || (until.again && until.holds))
      return add("/until", tell("wrong.repeat_until"));
    if (until.holds) return check_.criterion(*until.holds, place + "/holds");
    check_.roles(until.chosen_by, place + "/chosen_by");
    if (until.again) check_.words(*until.again, place + "/again");
    else if (check_.sound(place + "/again")) add("/until", fields::missing("again"));
    if (steps_[last_].floor.is_private)
      add("/until/chosen_by", tell("wrong.private", {{"what", tell("wrong.private_menu")}}));
  }

  Phase phase_;
  std::size_t first_, last_ = 0;
  const std::vector<Step>& steps_;
  const Repeat& how_;
  std::string place_;
  Check& check_;
};

}  // namespace

void check_repeat(Phase phase, std::size_t step, Check& check) { RepeatCheck(phase, step, check).look(); }

}  // namespace casus::method::checks
