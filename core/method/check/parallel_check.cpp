// SPDX-License-Identifier: EUPL-1.2
#include "core/method/check/definition_check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <span>

/// What is wrong with a step that goes on in several groups.
namespace casus::method::checks {
namespace {

/// Steps share a place by its key, so it is one thing with one name.
void check_place(const Step& step, const std::string& pointer, Check& check) {
  const auto& one = *step.parallel->one;
  check.id(one.key, pointer + "/key");
  if (one.key == kOthers) check.add(pointer + "/key", tell("wrong.place_others"));
  check.words(one.name, pointer + "/name");
  check.origin(one.mark, one.source, tell("wrong.a_place"), pointer);
  for (const auto& steps : check.definition.phases)
    for (const auto& other : steps) {
      if (&other == &step) return;
      if (!other.parallel || !other.parallel->one || other.parallel->one->key != one.key) continue;
      if (other.parallel->one->name != one.name)
        check.add(pointer + "/name", tell("wrong.place_names", {{"step", other.id}, {"key", one.key}}));
      return;
    }
}

bool is_number(int wanted) { return wanted >= 2 && wanted <= kMostInParallel; }

}  // namespace

void check_parallel(Phase phase, std::size_t place, Check& check) {
  const auto& steps = check.definition.steps(phase);
  const auto& step = steps[place];
  const auto& how = *step.parallel;
  const auto pointer = check.definition.place(phase, place) + "/parallel";
  check.origin(how.mark, how.source, tell("wrong.a_parallel"), pointer);
  if (how.size.has_value() == how.groups.has_value()) check.add(pointer, tell("wrong.parallel_size"));
  for (const auto& [key, value] : {std::pair{"/size", how.size}, {"/groups", how.groups}})
    if (value && !is_number(*value))
      check.add(pointer + key, tell("wrong.parallel_number", {{"most", kMostInParallel}, {"got", *value}}));
  if (step.floor.is_private) check.add(pointer, tell("wrong.private", {{"what", tell("wrong.private_groups")}}));
  else if (step.floor.speakers.empty() && check.sound(check.definition.place(phase, place) + "/floor/speakers"))
    check.add(pointer, tell("wrong.parallel_nobody"));
  if (how.one) check_place(step, pointer + "/one", check);
  if (!step.floor.only_chosen.empty() || step.choice_moves) check.add(pointer, tell("wrong.parallel_chosen"));
  if (!how.joins.empty()) {
    const auto before = std::span(steps).first(place);
    const auto found = std::ranges::find(before, how.joins, &Step::id);
    if (found == before.end() || !found->parallel) {
      std::vector<std::string_view> known;
      for (const auto& one : before)
        if (one.parallel) known.push_back(one.id);
      check.add(pointer + "/joins",
                tell("wrong.parallel_joins", {{"got", how.joins}, {"near", check.near(how.joins, known)}}));
    }
  }
  if (how.mixes && !how.joins.empty()) check.add(pointer + "/mixes", tell("wrong.mixes_joins"));
  if (how.mixes == Mixes::others && !how.one && check.sound(pointer + "/one"))
    check.add(pointer + "/mixes", tell("wrong.mixes_nobody"));
  Seen seen;
  for (std::size_t i = 0; i < how.brings.size(); ++i) {
    const auto where = fmt::format("{}/brings/{}", pointer, i);
    check.unique(seen, how.brings[i], tell("wrong.what_kind"), where);
    if (!step.fits(how.brings[i]))
      check.add(where, tell("wrong.kind_not_in_step",
                            {{"kind", how.brings[i]},
                             {"near", check.near(how.brings[i], {step.kinds.begin(), step.kinds.end()})}}));
  }
}

}  // namespace casus::method::checks
