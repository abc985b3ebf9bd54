// SPDX-License-Identifier: EUPL-1.2
#include "core/base/fault.hpp"
#include "core/simulation/caseload/caseload.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::simulation {

namespace {

/// At most so many sit at one table when the method does not say.
constexpr int kUsualTable = 8;

}  // namespace

int fewest_at_table(const method::Definition& method) { return std::max(3, method.people.min); }

Playbooks::Playbooks(const engine::Library& library, const Assumptions& assumptions, const Playbooks* written) {
  for (const auto& use : assumptions.methods) {
    if (use.weight.value <= 0 || seats_.contains(use.method)) continue;
    const auto* method = library.method(use.method);
    if (method == nullptr) {
      const auto hint_text = hint(use.method, library.method_ids());
      throw Fault(
          Fault::Kind::definition,
          fmt::format("the assumptions name method '{}', which is not on this machine{}", use.method, hint_text));
    }
    auto& seats = seats_[use.method];
    const auto workers = static_cast<int>(assumptions.workers.value);
    const auto usual = method->people.best > 0  ? method->people.best
                       : method->people.max > 0 ? method->people.max
                                                : kUsualTable;
    seats.least = fewest_at_table(*method);
    seats.most = std::min(workers, std::max(usual, seats.least));
    if (workers < seats.least)
      throw Fault(Fault::Kind::definition, fmt::format("method '{}' asks for {} people at the table, the team has {}",
                                                       use.method, seats.least, workers));
    for (int people = seats.least; people <= seats.most; ++people) {
      const auto* same = written == nullptr ? nullptr : written->of(use.method, people);
      seats.by_people.push_back(same != nullptr ? *same : playbook(library, use.method, people));
    }
  }
}

const Playbook* Playbooks::of(const std::string& method, int people) const {
  const auto found = seats_.find(method);
  if (found == seats_.end() || people < found->second.least || people > found->second.most) return nullptr;
  return find(method, people);
}

const Playbook* Playbooks::find(const std::string& method, int present) const {
  const auto found = seats_.find(method);
  if (found == seats_.end() || present < found->second.least) return nullptr;
  const auto people = std::min(present, found->second.most);
  return &found->second.by_people[static_cast<std::size_t>(people - found->second.least)];
}

}  // namespace casus::simulation
