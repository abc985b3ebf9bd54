// SPDX-License-Identifier: EUPL-1.2
#include "core/base/fault.hpp"
#include "core/service/service.hpp"
#include "core/store/codec.hpp"

#include <fmt/format.h>

namespace casus::service {

namespace {

std::string looks_of(const std::string& case_id) { return "access/" + case_id; }

}  // namespace

std::optional<Refusal> Service::look(const std::string& case_id, const engine::LookWanted& wanted, Sight* sight,
                                     bool in_passing) {
  const auto state = open(case_id);
  auto decided = engine::decide_look(state, wanted);
  if (sight != nullptr) *sight = decided.sight;
  if (!decided.seen || state.stage.life == Life::erased || (decided.refusal && in_passing))
    return std::move(decided.refusal);
  const auto event = store::encode(AccessEvent{now(), *decided.seen});
  const auto stream = looks_of(case_id);
  // Others may look at the same moment, and every look is kept.
  while (!store_.append(stream, store_.head(stream), "", {event}, nullptr)) {
  }
  return std::move(decided.refusal);
}

Looks Service::looks(const std::string& case_id) {
  if (!exists(case_id)) throw Fault(Fault::Kind::store, fmt::format("there is no case '{}'", case_id));
  Looks looks;
  for (const auto& stored : store_.read(looks_of(case_id))) {
    if (!stored.payload) return {};
    const auto event = store::decode_access(stored);
    looks.push_back({event.at, std::get<CaseSeen>(event.body)});
  }
  return looks;
}

}  // namespace casus::service
