// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/learning/decide/decide.hpp"
#include "core/service/learning.hpp"
#include "core/service/service_state.hpp"

#include <string>

/// What the learning of a team works with, and what its decisions need to know beside the session. Internal to the
/// sources of `Learning`.
namespace casus::service {

struct Learning::State {
  State(Learning& the_learning, Service& all) : learning(the_learning), whole(all), service(*all.state_) {}

  void know_paper(casus::learning::Facts& facts, const Team& team);
  void know_area(casus::learning::Facts& facts, const LearningBody& body, const Team& team, Date today);
  void know_scans(casus::learning::Facts& facts, bool closes);
  void know_circles(casus::learning::Facts& facts, const std::string& session);
  void know_items(casus::learning::Facts& facts);
  casus::learning::SaidBefore said_before(const ProposeSentence& proposed);
  casus::learning::Facts known(const LearningCommand& command, const Team* team);

  const Team nobody{};
  Learning& learning;
  Service& whole;
  Service::State& service;
};

}  // namespace casus::service
