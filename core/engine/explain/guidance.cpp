// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/explain/guidance.hpp"

#include "core/engine/explain/case_view.hpp"
#include "core/engine/explain/fidelity_tally.hpp"
#include "core/engine/floor/floor.hpp"
#include "core/engine/floor/grouping.hpp"
#include "core/text/message.hpp"

#include <algorithm>

namespace casus::engine {
namespace {

using method::Finding;
using text::Message;
using text::msg;

/// Fewer contributions say nothing yet about who is left out.
constexpr std::ptrdiff_t kEnoughSaid = 3;

std::vector<Message> named_in_full(const std::vector<const Person*>& people) {
  std::vector<Message> names;
  for (const auto* person : people) names.push_back(Message::verbatim(person->name));
  return names;
}

Finding offered(std::string rule, const Message& message, const std::vector<const Person*>& about) {
  Finding finding{std::move(rule), Finding::Weight::info, message.in_both(), {}};
  for (const auto* person : about) finding.proof.push_back(person->id);
  return finding;
}

/// Whether one of the ideas is about this already.
bool named(const method::Findings& ideas, const std::string& id) {
  return std::ranges::any_of(
      ideas, [&](const Finding& idea) { return std::ranges::find(idea.proof, id) != idea.proof.end(); });
}

/// In turns everybody comes round; where the floor is free, somebody may never be heard.
void not_heard(const Case& c, const method::Step& step, method::Findings& ideas) {
  if (step.floor.order != method::Order::free || step.floor.hidden || step.kinds.empty()) return;
  const auto here = c.visit_index();
  const auto said = std::ranges::count(c.contributions, here, [](const Contribution& it) { return it.visit; });
  if (said < kEnoughSaid) return;
  std::vector<const Person*> quiet;
  for (const auto* person : speakers_in(c, step, {})) {
    const bool heard = std::ranges::any_of(
        c.contributions, [&](const Contribution& it) { return it.visit == here && it.by == person->id; });
    if (!heard && !named(ideas, person->id)) quiet.push_back(person);
  }
  if (quiet.empty()) return;
  ideas.push_back(
      offered("casus/not-heard",
              msg("guidance.not_heard", "count"_is = quiet.size(), "names"_is = all_of(named_in_full(quiet))), quiet));
}

/// Own network before professional offer: somebody is on the map, and nobody asked.
void not_asked(const Case& c, method::Findings& ideas) {
  if (c.stage.phase != Phase::network_involvement && c.stage.phase != Phase::plan_of_action) return;
  std::vector<const Person*> waiting;
  for (const auto& person : c.people)
    if (person.network && !person.network->professional && !person.network->asked_on && !person.erased &&
        !person.at_table())
      waiting.push_back(&person);
  if (waiting.empty()) return;
  ideas.push_back(
      offered("casus/not-asked", msg("guidance.not_asked", "names"_is = all_of(named_in_full(waiting))), waiting));
}

/// What already works is there, and the plan is still empty.
void not_used(const Case& c, method::Findings& ideas) {
  if (c.stage.phase != Phase::plan_of_action) return;
  const auto in_round = [&](const Made& it) {
    return it.visit >= 0 && c.visits[static_cast<std::size_t>(it.visit)].round == c.round;
  };
  if (std::ranges::any_of(c.actions, in_round)) return;
  Finding finding{
      "casus/build-on-what-works", Finding::Weight::info, msg("guidance.build_on_what_works").in_both(), {}};
  for (const auto& it : c.contributions)
    if (in_round(it) && (it.kind == "strength" || it.kind == "exception") && !named(ideas, it.id))
      finding.proof.push_back(it.id);
  if (!finding.proof.empty()) ideas.push_back(std::move(finding));
}

/// Looking goes on when a library is gone: then without its rules.
const method::Rules* usable_rules(const Library& library, const method::Definition& method) {
  const Pin pin{method.id, method.version, method.hash};
  return library.unusable(pin).empty() ? library.rules(method) : nullptr;
}

}  // namespace

method::Findings suggestions(const Case& state, const Library& library, Time at) {
  method::Findings ideas;
  const auto* visit = state.here();
  // In acute danger nothing goes before handling it (R14).
  if (visit == nullptr || state.stage.life != Life::open || state.stage.safety == Safety::acute) return ideas;
  const auto* definition = library.pinned_method(state.method(visit->phase));
  const auto* step = definition == nullptr ? nullptr : definition->step(visit->phase, visit->step);
  if (step == nullptr || step->floor.is_private) return ideas;
  const CaseView view(state, at, library);
  if (const auto* rules = usable_rules(library, *definition)) ideas = rules->suggest(view);
  not_heard(state, *step, ideas);
  not_asked(state, ideas);
  not_used(state, ideas);
  return ideas;
}

namespace {

/// Calls `each` with every method that the case has been in, as it came up, and its definition; nullptr when this
/// machine does not have it.
void each_method(const Case& state, const Library& library, auto each) {
  std::vector<std::string_view> seen;
  for (const auto& visit : state.visits) {
    if (std::ranges::find(seen, visit.method) != seen.end()) continue;
    seen.emplace_back(visit.method);
    const method::Definition* definition = nullptr;
    // As it is pinned; a method that the case has left since is not pinned any more, so as this machine has it.
    for (const auto& pin : state.methods)
      if (pin.id == visit.method) definition = library.pinned_method(pin);
    if (definition == nullptr) definition = library.method(visit.method);
    each(visit.method, definition);
  }
}

std::vector<std::string_view> steps_visited(const Case& state, std::string_view method) {
  std::vector<std::string_view> visited;
  for (const auto& it : state.visits)
    if (it.method == method) visited.emplace_back(it.step);
  return visited;
}

}  // namespace

std::vector<method::MethodKept> fidelity(const Case& state, const Library& library) {
  std::vector<method::MethodKept> all;
  each_method(state, library, [&](const std::string& method, const method::Definition* definition) {
    auto& kept = all.emplace_back(method::MethodKept{method, definition, {}});
    if (definition == nullptr) return;
    const CaseView view(state, Time{}, library, definition);
    kept.fidelity =
        method::fidelity(*definition, usable_rules(library, *definition), view, steps_visited(state, method));
  });
  return all;
}

method::FidelityTally fidelity_tally(const Case& state, const Library& library) {
  method::FidelityTally all;
  each_method(state, library, [&](const std::string& method, const method::Definition* definition) {
    if (definition == nullptr) return;
    const CaseView view(state, Time{}, library, definition);
    const auto of_method =
        method::fidelity_tally(*definition, usable_rules(library, *definition), view, steps_visited(state, method));
    all.kept += of_method.kept;
    all.judged += of_method.judged;
  });
  return all;
}

}  // namespace casus::engine
