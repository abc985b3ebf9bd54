// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/outcome.hpp"
#include "core/simulation/caseload/caseload_run.hpp"

#include <string>
#include <utility>
#include <vector>

namespace casus::simulation {

/// What somebody asks of a simulation. What is left out is in the assumptions.
struct CaseloadRequest {
  int teams = 1;
  int weeks = 52;
  int runs = 0;  ///< 0: as many as give fifty paths
  std::int64_t seed = 1;
  std::optional<double> minutes;
  std::optional<double> cases_per_week;
  std::optional<double> workers;
  std::optional<double> absence;
  std::string method;            ///< every case by this one
  std::string compare;           ///< "minutes=60,90", "method=werf/werf,eigen-kracht/lens", "/network/says_yes=0.3,0.6"
  std::vector<std::string> set;  ///< "minutes=60", "/network/says_yes=0.5": in place of the file's own number
  std::optional<double> sensitivity;  ///< each number down and up by so many per cent, 1-90
  std::string assumptions;            ///< the bytes of the file

  static void fields(auto& self, auto&& visit) {
    visit.required("teams", self.teams);
    visit.required("weeks", self.weeks);
    visit.required("runs", self.runs);
    visit.required("seed", self.seed);
    visit.optional("minutes", self.minutes);
    visit.optional("cases_per_week", self.cases_per_week);
    visit.optional("workers", self.workers);
    visit.optional("absence", self.absence);
    visit.optional("method", self.method);
    visit.optional("compare", self.compare);
    visit.optional("set", self.set);
    visit.optional("sensitivity", self.sensitivity);
    visit.required("assumptions", self.assumptions);
  }
};

/// The plan of a request, or everything that is wrong with it: pointers lead into the assumptions, or name an option.
Outcome<CaseloadPlan, Problems> plan_of(const CaseloadRequest& request);

/// What no team that is asked for can play, told by what gave it: a method asks for more people than there are. A
/// setting in which a number was only turned to see what hangs on it is left out of the plan instead.
Problems cannot_play(const engine::Library& library, const CaseloadRequest& request, CaseloadPlan& plan);

/// One hash over the methods of a plan and the workflows they are opened with.
std::string definitions_hash(const engine::Library& library, const CaseloadPlan& plan);

}  // namespace casus::simulation
