// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/service/definitions.hpp"
#include "core/service/service.hpp"
#include "core/service/streams.hpp"

/// What a service holds in memory. Internal to core/service.
namespace casus::service {

struct Service::State {
  State(store::Store& store, const plugin::Catalogue& methods, const workflow::Catalogue& workflows,
        const Clock& the_clock)
      : session(store),
        definitions(store, methods, workflows, &session.mutex),
        clock(the_clock),
        cases(session, clock),
        teams(session, clock),
        accesses(session, clock),
        learnings(session, clock) {}

  Session session;
  Definitions definitions;
  const Clock& clock;
  Stream<CaseStream> cases;
  Stream<TeamStream> teams;
  Stream<AccessStream> accesses;
  Stream<LearningStream> learnings;
  std::set<std::string> without_key;  ///< cases that could not be read
  std::int64_t heard = -1;            ///< version of the team that the definitions know; -1: none yet
};

}  // namespace casus::service
