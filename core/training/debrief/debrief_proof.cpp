// SPDX-License-Identifier: EUPL-1.2
#include "core/training/debrief/debrief_proof.hpp"

#include "core/engine/mending/put_right.hpp"
#include "core/model/person_name.hpp"

#include <algorithm>

namespace casus::training {

using method::Collection;

void tidy_beats(std::vector<int>& beats) {
  std::ranges::sort(beats);
  const auto twice = std::ranges::unique(beats);
  beats.erase(twice.begin(), twice.end());
  std::erase(beats, 0);
}

std::vector<method::Literal> not_of_the_circle(const Play& play) {
  std::vector<method::Literal> ids;
  for (const auto& person : play.state().people) {
    const auto* known = play.scenario().acquaintance(person.name);
    if (person.has(Role::resident) || same_name(person.name, play.scenario().persona.name) ||
        (known != nullptr && !known->speaks_for_self))
      ids.emplace_back(person.id);
  }
  return ids;
}

ProofTrail::ProofTrail(const Play& play) : play_(play), view_(play.state(), play.clock(), play.library()) {
  // Rows are only ever added, and each collection keeps its order; people alone are looked up by id.
  Case state;
  state.id = play.state().id;
  Events history;
  for (const auto& done : play.history()) history.push_back(done.event);
  const engine::PutRight right(history);
  for (std::size_t place = 0; place < history.size(); ++place) {
    const auto& [beat, event] = play.history()[place];
    right.evolve(state, place);
    if (beat == 0) opened_ = state;
    const engine::CaseView now(state, event.at, play.library());
    for (const auto& name : names_of(Collection{})) by_row_[name.value].resize(now.size(name.value), beat);
    if (const auto* added = std::get_if<NetworkPersonAdded>(&event.body)) network_[added->person] = beat;
    // What somebody says when the trainer brings it in, nobody asked.
    const bool by_trainer = beat > 0 && play.beats()[static_cast<std::size_t>(beat - 1)].of_trainer();
    if (const auto* asked = std::get_if<PersonAsked>(&event.body); asked != nullptr && !by_trainer)
      network_[asked->person] = beat;
  }
}

bool ProofTrail::held_at_the_start(const method::Criterion& criterion) const {
  return method::holds(criterion, engine::CaseView(opened_, play_.setup().at, play_.library()));
}

std::vector<int> ProofTrail::beats(const std::vector<method::RowRef>& rows) const {
  std::vector<int> out;
  for (const auto& row : rows) {
    if (row.rows == Collection::network) {
      const auto id = view_.get(row.rows, row.row, method::Field::id);
      const auto* name = std::get_if<std::string_view>(&id);
      const auto found = name == nullptr ? network_.end() : network_.find(std::string(*name));
      if (found != network_.end()) out.push_back(found->second);
      continue;
    }
    const auto found = by_row_.find(row.rows);
    if (found != by_row_.end() && row.row < found->second.size()) out.push_back(found->second[row.row]);
  }
  tidy_beats(out);
  return out;
}

std::vector<int> ProofTrail::proof_of(const method::Criterion& criterion) const {
  return beats(method::proof(criterion, view_));
}

}  // namespace casus::training
