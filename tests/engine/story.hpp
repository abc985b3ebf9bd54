// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/engine/engine.hpp"
#include "tests/engine/shipped.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/times.hpp"

#include <string>
#include <vector>

/// Engine tests read `given(...).when("Ria", Say{...}).then({"Contributed"})` or `.refused("NotYourTurn", "R4")`.
namespace casus::test {

/// What a command came to, with the case before it.
class Came {
 public:
  Came(Case before, Outcome<Events, Refusal> outcome) : before_(std::move(before)), outcome_(std::move(outcome)) {}

  /// The names of the events, in order.
  const Came& then(const std::vector<std::string>& names) const;

  /// The one event of this type.
  template <class Body>
  Body gives() const {  // by value: what it comes from is mostly gone at the end of the line
    const Body* found = nullptr;
    UNSCOPED_INFO(told());
    REQUIRE(outcome_.has_value());
    for (const auto& event : *outcome_)
      if (const auto* body = std::get_if<Body>(&event.body)) {
        REQUIRE(found == nullptr);
        found = body;
      }
    REQUIRE(found != nullptr);
    return *found;
  }

  const Came& refused(std::string_view name, std::string_view rule = "") const;
  /// The texts whole, in both languages.
  const Came& says(std::string_view nl, std::string_view en) const;
  const Came& asks(std::string_view nl, std::string_view en) const;
  /// Ids of everything that is missing.
  std::vector<std::string> missing() const;

  const Refusal& refusal() const;
  const Events& events() const;

 private:
  std::string told() const;

  Case before_;
  Outcome<Events, Refusal> outcome_;
};

/// A case that grows by commands, each accepted, a minute after the one before.
class Story {
 public:
  Shipped library;
  Case c;
  Events history;
  Time now = at("2026-03-02T09:00:00Z");

  Story() { c.id = "2026-001"; }

  /// Does a command; a refusal fails the test.
  Story& does(const std::string& by, auto body) {
    return done({{}, c.id, by, tick(), std::nullopt, CommandBody(std::move(body))});
  }
  Story& done(const Command& command);

  /// Decides a command without doing it.
  Came when(const std::string& by, auto body) const {
    const Command command{{}, c.id, by, now + std::chrono::minutes(1), std::nullopt, CommandBody(std::move(body))};
    return {c, engine::decide(c, command, library, &history)};
  }

  /// Follows `engine::explain` until the case is in this step.
  Story& go_to(Phase phase, const std::string& step, const std::string& by = "Bram");

  /// What the case makes when it is folded from its first event.
  Case refolded() const { return engine::fold(c.id, history); }

  Time tick() { return now += std::chrono::minutes(1); }
};

OpenCase open_command(const std::string& method = "solution-focused/reflecting-team", Mode mode = Mode::strict);
Say say(const std::string& kind, const std::string& text, const std::string& re = "");
AddAction action(const std::string& what, const std::string& who = "Noor", const std::string& checks = "Bram");

/// In intake, with everything that the first step asks: Noor presents, Bram is the chair, Ria, Yusuf and Femke are
/// members.
Story ready(const std::string& method = "solution-focused/reflecting-team", Mode mode = Mode::strict);
/// The same in its first step.
Story begun(const std::string& method = "solution-focused/reflecting-team", Mode mode = Mode::strict);

}  // namespace casus::test
