// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/evolve/evolve_mending.hpp"

#include "core/engine/mending/put_right.hpp"
#include "core/engine/mending/said.hpp"

#include <algorithm>
#include <utility>

namespace casus::engine {

namespace {

Mending& mended(Case& state, const Made& here, Mend how, const std::string& ref, std::vector<std::int64_t> events,
                const std::string& because) {
  return state.mendings.emplace_back(Mending{here, how, ref, std::move(events), std::nullopt, false, because});
}

/// A line of the plan that rested on it stands by itself from now on.
void let_go(Case& state, const std::string& ref) {
  for (auto& it : state.actions)
    if (it.plan.goal == ref && !ref.empty()) it.plan.goal.clear();
}

bool changes(const Corrected& how, std::string_view field) {
  return std::ranges::find(how.now, field, &FieldNow::field) != how.now.end();
}

}  // namespace

void said_anew(Case& state, CaseText what) {
  for (auto& mending : state.mendings)
    if (mending.ref == key(what)) mending.ref = mending.events.empty() ? "" : std::to_string(mending.events.front());
}

void note(Case& state, const Made& here, const Corrected& how) {
  if (how.again) return;
  mended(state, here, Mend::corrected, how.ref, {how.event}, how.because);
  // What the resident agreed to was worded otherwise.
  for (auto& it : state.goals)
    if (it.set.id == how.ref && changes(how, "text")) it.worded_at = here.at;
  for (auto& it : state.actions)
    if (it.plan.id == how.ref && (changes(how, "what") || changes(how, "who"))) it.worded_at = here.at;
}

void note(Case& state, const Made& here, const Withdrawn& how) {
  mended(state, here, Mend::withdrawn, how.ref, how.events, how.because);
  let_go(state, how.ref);
}

void note(Case& state, const Made& here, const TextDestroyed& how) {
  auto& mending = mended(state, here, Mend::destroyed, how.ref, how.events, {});
  mending.ground = how.ground;
  mending.earlier = how.earlier;
  if (!how.earlier && !how.stays) let_go(state, how.ref);
}

void note(Case& state, const Made& here, Person& person, const PersonNamed& how) {
  if (!how.again) mended(state, here, Mend::corrected, how.person, {}, how.because);
  person.name = how.name;
  person.erased = how.name.empty();
  person.contact = how.contact;
  if (person.network) person.network->relation = how.relation;
  if (person.listed) person.listed_relation = how.listed_relation;
}

void note(Case& state, const Made& here, const BroughtOver& what) {
  auto& it = state.contributions.emplace_back();
  static_cast<Made&>(it) = here;
  it.by = what.whose;
  it.id = what.id;
  it.kind = what.kind;
  it.text = what.text;
  state.unnamed = state.unnamed || what.whose == kSomebody;
}

void leave_out(Case& state, const Event& event) {
  TakenBack mark;
  static_cast<Made&>(mark) = {state.visit_index(), event.by, event.at, state.version + 1};
  if (const auto what = about(event.body); what.words) mark.ref = what.ref;
  mark.type = name_of(event.body);
  if (const auto* said = std::get_if<Contributed>(&event.body)) mark.kind = said->kind;
  if (const auto* said = std::get_if<Recorded>(&event.body)) mark.kind = said->type;
  if (const auto* brought = std::get_if<BroughtOver>(&event.body)) {
    mark.kind = brought->kind;
    mark.by = brought->whose;
  }
  state.taken_back.push_back(std::move(mark));
  pass_over(state, event);
}

void pass_over(Case& state, const Event& event) {
  state.changed_at = event.at;
  ++state.version;
}

}  // namespace casus::engine
