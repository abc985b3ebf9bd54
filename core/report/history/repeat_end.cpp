// SPDX-License-Identifier: EUPL-1.2
#include "core/report/history/repeat_end.hpp"

#include "core/method/course.hpp"
#include "core/model/case/repeat_items.hpp"
#include "core/text/voice.hpp"

#include <algorithm>

namespace casus::report {

using namespace text::literals;

namespace {

/// Of what was said to go through, what did not come up.
std::string left_of(const Case& state, const Naming& names, const Visit& visit, const method::ForEach& each,
                    const auto& in_repeat) {
  std::string what;
  for (const auto& id : said_to_go_through(state, visit.round, each.kind, each.step, in_repeat)) {
    const auto came =
        std::ranges::any_of(state.visits, [&](const Visit& other) { return other.about == id && in_repeat(other); });
    if (came) continue;
    const auto words = names.about(id);
    what += (what.empty() ? "" : "; ") + (words.empty() ? id : words);
  }
  return what;
}

}  // namespace

std::string repeat_end(const Case& state, const Naming& names, std::size_t stay) {
  const auto& visit = state.visits[stay];
  const auto* method = names.method(visit.method);
  const auto* step = names.step(visit);
  if (step == nullptr || !visit.left || visit.back) return {};
  const auto& steps = method->steps(visit.phase);
  const auto place = static_cast<std::size_t>(step - steps.data());
  const auto repeat = method::repeated_at(steps, place);
  if (!repeat) return {};
  const auto in_repeat = [&](const Visit& other) {
    const auto* one = other.round == visit.round && other.phase == visit.phase ? names.step(other) : nullptr;
    return one != nullptr && one->in_repeat == step->in_repeat;
  };
  const auto& voice = names.voice();
  const auto name = steps[repeat->first].name.in(voice);
  const auto times = visit.again + 1;
  const auto& how = *repeat->how;
  if (how.for_each) {
    if (how.for_each->kind.empty()) return {};
    const auto later = state.visits.begin() + static_cast<std::ptrdiff_t>(stay) + 1;
    if (std::any_of(later, state.visits.end(), in_repeat)) return {};
    const auto what = left_of(state, names, visit, *how.for_each, in_repeat);
    return what.empty() ? what
                        : text::say(voice, "table.not_come_up", "step"_is = name, "times"_is = times, "what"_is = what);
  }
  // Another round is begun from any step, so it says nothing about the one that was left for it.
  const bool went_on = stay + 1 < state.visits.size() && state.visits[stay + 1].round == visit.round;
  if (place != repeat->last || !went_on || in_repeat(state.visits[stay + 1])) return {};
  // The last time can be ended by a choice too, and that is told as one.
  const bool chosen = std::ranges::any_of(state.branches, [&](const TakenBranch& it) {
    return it.visit == static_cast<int>(stay) && it.branch == method::kEnough;
  });
  if (!how.until->chosen_by.empty() && chosen) return {};
  const bool most = times >= how.at_most;
  if (!how.until->holds) return most ? text::say(voice, "repeat_end.most", "step"_is = name, "times"_is = times) : "";
  const auto until = how.until->text.in(voice);
  return most ? text::say(voice, "repeat_end.most_until", "step"_is = name, "times"_is = times, "until"_is = until)
              : text::say(voice, "repeat_end.so", "step"_is = name, "until"_is = until);
}

std::string told_on_the_way(const StepEntered& entered, Time at, const Case& state, const Naming& names) {
  const auto& voice = names.voice();
  std::string out;
  for (const auto& one : entered.passed_over) {
    const auto passed = names.passed(one, entered.phase, entered.method);
    out += passed.is_phase
               ? text::say(voice, "history.phase_left_out", "phase"_is = passed.step, "why"_is = passed.when)
           : passed.when.empty()
               ? text::say(voice, "history.passed_over", "step"_is = passed.step)
               : text::say(voice, "history.passed_over_when", "step"_is = passed.step, "when"_is = passed.when);
  }
  const auto stay = std::ranges::find_if(state.visits, [&](const Visit& visit) {
    return visit.entered == at && visit.phase == entered.phase && visit.step == entered.step &&
           visit.about == entered.about && visit.again == entered.again;
  });
  if (stay == state.visits.begin() || stay == state.visits.end()) return out;
  const auto ended = repeat_end(state, names, static_cast<std::size_t>(stay - state.visits.begin()) - 1);
  return ended.empty() ? out : out + ". " + ended;
}

}  // namespace casus::report
