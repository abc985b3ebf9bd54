// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/learning/decide/decide.hpp"
#include "core/learning/instruments.hpp"
#include "tests/support/catch.hpp"

#include <string>
#include <utility>
#include <vector>

namespace casus::test {

/// A session in memory: what a command gives, or why not.
struct LearningStory {
  learning::Session it;
  Team team;
  learning::Instruments instruments =
      learning::Instruments::scan({std::string(CASUS_SOURCE_DIR) + "/workflows/learning"});
  learning::Facts known{};  ///< what a decision knows beside the session and the instrument
  Time now = *time_from("2026-09-01T09:00:00Z");

  explicit LearningStory(std::string id, std::vector<std::string> names = {"Noor", "Daan", "Ria", "Samira", "Bram"}) {
    it.id = std::move(id);
    for (auto& name : names) team.members.push_back({std::move(name), {}, {}});
  }

  learning::LearningDecision decided(const std::string& by, LearningBody body) {
    auto facts = known;
    facts.team = &team;
    if (const auto* file = instruments.find(learning::instrument_of(body))) {
      facts.instrument = &file->instrument;
      facts.definition = file->bytes;
    }
    const LearningCommand command{{}, it.id, by, now, {}, std::move(body), {}};
    return learning::decide(it, command, facts);
  }

  /// Done; the events.
  LearningEvents does(const std::string& by, LearningBody body) {
    now += std::chrono::minutes(1);
    auto events = decided(by, std::move(body));
    if (!events) FAIL(events.error().reason.in(Lang::en));
    for (const auto& event : *events) learning::evolve(it, event);
    return *events;
  }

  std::string refused(const std::string& by, LearningBody body) {
    const auto events = decided(by, std::move(body));
    if (events) return "";
    CHECK_FALSE(events.error().reason.in(Lang::nl).empty());
    CHECK_FALSE(events.error().reason.in(Lang::en).empty());
    return events.error().name;
  }

  learning::Session seen(const std::string& name) const {
    const auto* learner = it.called(name, team);
    return learning::seen_by(it, learner != nullptr ? learner->id : "");
  }
};

}  // namespace casus::test
